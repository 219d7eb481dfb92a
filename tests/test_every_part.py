"""Every entry has all of its parts, every row of the tables of facts is there, and the search reaches all of it.

A failure lists what is missing, so that nobody has to look for it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.card.search import SearchIndex
from app.content.cache import content

FACTS = Path(__file__).parent.parent.parent / "shared" / "facts"
ATLAS = content().atlas
INDEX = SearchIndex(ATLAS)
LIMIT = 40

PATTERN = ("plain", "synonyms", "what", "claims", "signs", "joints", "who", "feels", "mirror", "checks", "balance", "contradicts",
           "sources")
CAUSE = ("plain", "what", "parts", "mechanism", "feels", "where", "worse", "better", "mistaken", "tests", "relief", "cautions",
         "sources")
RED_FLAG = ("plain", "advice", "urgency", "sources")
TEST = ("plain", "steps", "positive", "speaks_for", "speaks_against", "sources")
REMEDY = ("plain", "how", "caution", "sources")
FINDING = ("question", "means", "sources")
QUESTION = ("question", "answer", "asks")
"""Not every question was asked by readers of a source."""
JOINT = ("name", "plain", "more", "less", "limits", "assumptions", "sources")
ASSUMPTION = ("name", "text", "sources")
DISPUTE = ("claim", "grade", "text", "plain", "sources")

TABLES: dict[str, Mapping[str, Any]] = {
    "muscles": ATLAS.muscles, "groups": ATLAS.groups, "areas": ATLAS.areas, "patterns": ATLAS.patterns, "causes": ATLAS.causes,
    "assessments": ATLAS.tests, "remedies": ATLAS.remedies, "findings": ATLAS.findings}
FOUND: dict[str, Mapping[str, Any]] = {
    "muscle": ATLAS.muscles, "group": ATLAS.groups, "structure": ATLAS.structures, "area": ATLAS.areas, "pattern": ATLAS.patterns,
    "cause": ATLAS.causes, "test": ATLAS.tests, "remedy": ATLAS.remedies, "finding": ATLAS.findings, "dispute": ATLAS.disputes,
    "question": ATLAS.questions, "term": ATLAS.terms, "source": ATLAS.sources, "joint": ATLAS.joints, "assumption": ATLAS.assumptions}

needs_facts = pytest.mark.skipif(not FACTS.exists(), reason="the tables of facts are not beside the checkout")


def without(entry: Any, names: Iterable[str]) -> list[str]:
    """The fields of an entry that are empty."""
    return [name for name in names if not getattr(entry, name)]


def concerns(entry: Any, *fields: str) -> bool:
    """Whether an entry points to anything."""
    return any(getattr(entry, field) for field in fields)


def graded(field: str, entry: Any) -> bool:
    """Whether an entry says how sure one can be: by claims of its own, or by a dispute that names it."""
    return bool(entry.evidence) or any(entry.id in getattr(dispute, field) for dispute in ATLAS.disputes.values())


def of_pattern(one: Any) -> list[str]:
    missing = without(one, PATTERN) + ([] if graded("patterns", one) else ["evidence or a dispute"])
    return missing + ([] if any(step.remedies for step in one.balance) else ["remedies"])


def of_cause(one: Any) -> list[str]:
    if one.kind == "red flag":
        raised = any(one.id in finding.red_flags for finding in ATLAS.findings.values())
        return without(one, RED_FLAG) + ([] if raised else ["a finding that raises it"])
    missing = without(one, CAUSE) + ([] if graded("causes", one) else ["evidence or a dispute"])
    missing += [f"what step {number} acts on" for number, step in enumerate(one.mechanism, start=1) if not step.acts_on]
    return missing + ([] if any(step.remedies for step in one.relief) else ["remedies"])


def of_test(one: Any) -> list[str]:
    missing = without(one, TEST) + ([] if concerns(one, "suggests", "patterns", "causes") else ["what it points to"])
    return missing + (["why its figures count or not"] if one.accuracy and not one.accuracy.reason else [])


def of_remedy(one: Any) -> list[str]:
    used = concerns(one, "muscles", "patterns", "causes") or any(
        one.id in step.remedies for entry in (*ATLAS.patterns.values(), *ATLAS.causes.values())
        for step in (*getattr(entry, "balance", ()), *getattr(entry, "relief", ())))
    return without(one, REMEDY) + ([] if used else ["what it is for"])


def of_finding(one: Any) -> list[str]:
    asked = one.red_flags or any(clue.finding == one.id for cause in ATLAS.causes.values() for clue in cause.clues)
    return without(one, FINDING) + ([] if asked else ["what it speaks for"]) + (["advice"] if one.red_flags and not one.advice else [])


def of_dispute(one: Any) -> list[str]:
    used = concerns(one, "patterns", "causes", "tests", "remedies", "muscles")
    return without(one, DISPUTE) + ([] if used else ["what it concerns"])


def of_question(one: Any) -> list[str]:
    return without(one, QUESTION) + ([] if concerns(one, "causes", "patterns", "tests", "remedies") else ["what it concerns"])


PARTS: dict[str, tuple[Mapping[str, Any], Callable[[Any], list[str]]]] = {
    "pattern": (ATLAS.patterns, of_pattern), "cause": (ATLAS.causes, of_cause), "test": (ATLAS.tests, of_test),
    "remedy": (ATLAS.remedies, of_remedy), "finding": (ATLAS.findings, of_finding), "dispute": (ATLAS.disputes, of_dispute),
    "question": (ATLAS.questions, of_question), "term": (ATLAS.terms, lambda one: without(one, ("name", "plain", "sources"))),
    "structure": (ATLAS.structures, lambda one: without(one, ("name", "plain", "what", "sources"))),
    "joint": (ATLAS.joints, lambda one: without(one, JOINT)), "assumption": (ATLAS.assumptions, lambda one: without(one, ASSUMPTION))}


@pytest.mark.parametrize("kind", PARTS)
def test_every_entry_has_all_of_its_parts(kind: str) -> None:
    entries, parts = PARTS[kind]
    missing = {key: lacks for key, one in entries.items() if (lacks := parts(one))}
    assert entries, f"there is no {kind}"
    assert not missing, "\n" + "\n".join(f"{kind} {key}: {', '.join(lacks)}" for key, lacks in missing.items())


@needs_facts
@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_the_tables_is_there(table: str) -> None:
    with (FACTS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        asked = [row["id"] for row in csv.DictReader(file)]
    assert not [key for key in asked if key not in TABLES[table]]


@pytest.mark.parametrize("kind", FOUND)
def test_the_search_reaches_everything_by_its_name(kind: str) -> None:
    names = {key: getattr(one, "name", "") or getattr(one, "question", "") or getattr(one, "claim", "")
             for key, one in FOUND[kind].items()}
    missed = {key: name for key, name in names.items() if (kind, key) not in [(hit.kind, hit.id) for hit in INDEX.find(name)]}
    assert not missed


@needs_facts
@pytest.mark.parametrize("table", TABLES)
def test_the_search_reaches_every_row_by_its_id(table: str) -> None:
    missed = [key for key in TABLES[table] if key not in [hit.id for hit in INDEX.find(key.replace("_", " "), LIMIT)]]
    assert not missed


@pytest.mark.parametrize(("tone", "types"), [("tight", ("release", "stretch")), ("weak", ("strengthen",))])
def test_every_muscle_that_a_pattern_names_has_its_remedies_at_home(tone: str, types: tuple[str, ...]) -> None:
    named = {muscle for pattern in ATLAS.patterns.values() for claim in pattern.claims if claim.tone == tone
             for muscle in ATLAS.members(claim.of)}
    lacks = {muscle: kind for muscle in sorted(named) for kind in types
             if not any(one.type == kind and one.home and muscle in one.muscles for one in ATLAS.remedies.values())}
    assert not lacks
