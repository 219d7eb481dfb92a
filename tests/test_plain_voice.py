"""The plain voice: a child of thirteen can read it, and it neither frightens nor promises.

Reading age is the Flesch-Kincaid grade (Kincaid 1975, as textstat computes it) plus five years. A section is measured whole:
formulas of reading ease say nothing about single short sentences. What stands in brackets is the clinician's word beside the
plain one and is left out.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from app.content.cache import content

with warnings.catch_warnings():
    # It asks setuptools for its own version in a way that newer ones warn of.
    warnings.simplefilter("ignore")
    import textstat

READING_AGE = 13.0
FEWEST_WORDS = 25
"""Shorter sections are measured with all that their card says."""

FEAR = ("damage", "worn out", "worn-out", "wear and tear", "slipped", "crumbl",
        "degenerat", "deteriorat", "out of place", "ruptured",
        "shattered", "crippl", "irreparabl", "destroyed", "ruined", "never recover", "unstable spine", "bone on bone")
PROMISES = ("cures", "will cure", "guarantee", "heals", "will heal", "fixes", "will fix", "miracle", "always works", "for good",
            "pain-free", "gets rid of", "permanent")

UNREAD = ("id", "sources", "source", "kind", "family", "region", "synonyms", "forms", "asks", "asked_by", "said_by", "latin", "shapes",
          "by", "view", "of", "acts_on", "side", "tone", "length", "type", "reliability", "accuracy", "finding", "joint", "equipment",
          "urgency", "speaks", "qualities", "joints", "grade", "name", "unit", "measure")
"""Fields that hold ids and names, or figures for clinicians only."""

LINKS = ("assumptions", "patterns", "causes", "tests", "remedies", "muscles", "checks", "red_flags", "asked_at", "suggests", "usual", "sometimes", "cause", "near")

ATLAS = content().atlas
KINDS = {"patterns": ATLAS.patterns, "causes": ATLAS.causes, "findings": ATLAS.findings, "remedies": ATLAS.remedies,
         "tests": {key: one for key, one in ATLAS.tests.items() if {"self", "helper"} & {*one.by}}, "disputes": ATLAS.disputes,
         "questions": ATLAS.questions, "terms": ATLAS.terms, "structures": ATLAS.structures, "areas": ATLAS.areas, "joints": ATLAS.joints,
         "assumptions": ATLAS.assumptions}
ENTRIES = [(kind, key) for kind, entries in KINDS.items() for key in entries]


def plain_texts(value: object) -> Iterator[str]:
    """Every text that the plain voice says of a value: `plain` where it is given instead of `text`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from plain_texts(item)
    elif is_dataclass(value):
        instead = getattr(value, "text", None) is not None and getattr(value, "plain", None)
        for one in fields(value):
            if one.name not in (*UNREAD, *LINKS) and not (instead and one.name == "text"):
                yield from plain_texts(getattr(value, one.name))


def sections(value: object) -> Iterator[tuple[str, str]]:
    """The fields of an entry with all that the plain voice says there."""
    instead = getattr(value, "text", None) is not None
    for one in fields(value):  # type: ignore[arg-type]
        if one.name not in (*UNREAD, *LINKS) and not (instead and one.name == "text"):
            text = " ".join(sentence(text) for text in plain_texts(getattr(value, one.name)))
            if text.strip():
                yield one.name, text


def sentence(text: str) -> str:
    """A text without what stands in brackets, ended by a full stop."""
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
    return bare if bare.endswith((".", "?", "!")) else f"{bare}."


def reading_age(text: str) -> float:
    """Years of age at which a text is read with ease."""
    return float(textstat.flesch_kincaid_grade(text)) + 5.0


@pytest.mark.parametrize(("kind", "key"), ENTRIES)
def test_a_child_of_thirteen_can_read_it(kind: str, key: str) -> None:
    found = dict(sections(KINDS[kind][key]))
    measured = {name: text for name, text in found.items() if len(text.split()) >= FEWEST_WORDS} | {"card": " ".join(found.values())}
    hard = {name: (reading_age(text), text) for name, text in measured.items() if reading_age(text) > READING_AGE}
    assert not hard


@pytest.mark.parametrize(("kind", "key"), ENTRIES)
def test_it_neither_frightens_nor_promises(kind: str, key: str) -> None:
    said = " ".join(text for _, text in sections(KINDS[kind][key])).lower()
    assert not [word for word in FEAR + PROMISES if word in said]
