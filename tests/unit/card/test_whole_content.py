"""Every page that the real content can give: no empty section, no link into the void."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import cast

import pytest

from app.card.blocks import Heading, Notice, Page, Span
from app.card.page import page
from app.card.sections import HEADS, WHAT_TO_DO, heads_of
from app.card.text import to_text
from app.content.cache import content
from app.model.reference import Ref, parse_ref
from app.state.choose import explain
from app.state.state import State, SubjectKind

ATLAS = content().atlas
KINDS: dict[str, Mapping[str, object]] = {
    "pattern": ATLAS.patterns, "area": ATLAS.areas, "muscle": ATLAS.muscles, "group": ATLAS.groups, "test": ATLAS.tests,
    "remedy": ATLAS.remedies, "source": ATLAS.sources, "cause": ATLAS.causes, "structure": ATLAS.structures,
    "finding": ATLAS.findings, "dispute": ATLAS.disputes, "question": ATLAS.questions, "term": ATLAS.terms,
    "joint": ATLAS.joints, "assumption": ATLAS.assumptions,
    "grade": dict.fromkeys("ABCDN"), "about": dict.fromkeys(("plumbline", "causes", "questions", "sources"))}
ANSWERS = {**ATLAS.tests, **ATLAS.findings}
SUBJECTS = [(kind, id_) for kind, things in KINDS.items() for id_ in things]


def spans(value: object) -> Iterator[Span]:
    """All spans in a page, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def made(kind: str, id_: str) -> Page:
    return page(ATLAS, explain(State(), cast("SubjectKind", kind), Ref(id_)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_somewhere(kind: str) -> None:
    for id_ in KINDS[kind]:
        for span in spans(made(kind, id_).blocks):
            if span.target:
                target, _, ref = span.target.partition("/")
                if target == "answer":
                    assert ref.partition("=")[0] in ANSWERS, f"{kind} {id_}: {span.target}"
                else:
                    assert span.target == "pain/pick" or parse_ref(ref).id in KINDS[target], f"{kind} {id_}: {span.target}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_stands_alone(kind: str) -> None:
    for id_ in KINDS[kind]:
        blocks = made(kind, id_).blocks
        assert not isinstance(blocks[-1], Heading), f"{kind} {id_}"
        for one, other in pairwise(blocks):
            # Only the head of a part may stand right under the head of its section.
            alone = isinstance(one, Heading) and isinstance(other, Heading) and (one.sub or not other.sub)
            assert not alone, f"{kind} {id_}: {one}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_card_keeps_the_order_of_its_sections(kind: str) -> None:
    """Red flags above all, then the sections in one order, under the same words everywhere."""
    order = [*HEADS.values()]
    order.insert(order.index(HEADS["do"]), WHAT_TO_DO)
    for id_ in KINDS[kind]:
        # The license of the product and the list of grades are no cards of something.
        heads = list(heads_of(made(kind, id_))) if kind not in ("about", "grade") else []
        if kind in ("test", "remedy") and heads[:1] == [HEADS["care"]]:
            # What to mind is read before anything is done.
            heads = heads[1:]
        assert heads == sorted(heads, key=order.index), f"{kind} {id_}"
        assert len(heads) == len(set(heads)), f"{kind} {id_}"
        flags = [place for place, block in enumerate(made(kind, id_).blocks) if isinstance(block, Notice) and block.kind == "red_flag"]
        first = next((place for place, block in enumerate(made(kind, id_).blocks) if isinstance(block, Heading)), 99)
        assert all(place < first for place in flags), f"{kind} {id_}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_something_in_whole_sentences(kind: str) -> None:
    for id_ in KINDS[kind]:
        text = to_text(made(kind, id_))
        assert len(text) > 40
        assert ".." not in text.replace("...", ""), f"{kind} {id_}: {text}"
        assert " ." not in text, f"{kind} {id_}: {text}"
        assert ": None" not in text, f"{kind} {id_}: {text}"


def test_the_notice_and_the_grade_of_an_area_cite_their_sources() -> None:
    text = " ".join(to_text(made("area", "low_back")).split())
    notice, rest = text.split("Essential", 1)
    assert "[" in notice
    assert "NICE NG59" in notice
    assert "Rathbone 2017" in rest.rsplit("How sure can one be", 1)[1]
