"""Reading cases, and scoring one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app.model.knowledge import Atlas
from app.model.reference import parse_ref
from app.reason.flags import raised_flags
from app.reason.ranking import RankedCause, ranked_causes
from app.state.state import Answer, Felt, State

FOLDER = Path(__file__).parent
KEYS = {"pain", "felt", "findings", "expect", "flags", "source", "note"}


@dataclass(frozen=True, slots=True)
class Case:
    """What was reported and found, and what is to come of it."""

    id: str
    state: State
    expect: tuple[str, ...]
    flags: tuple[str, ...]
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case came out. `place` is that of the best expected id, at the last place of its tie; None where it is not ranked."""

    case: Case
    place: int | None
    best: str
    leaders: tuple[str, ...]
    missing_flags: tuple[str, ...] = field(default=())

    def within(self, places: int) -> bool:
        """Whether an expected id comes within the first places."""
        return self.place is not None and self.place <= places


class BadCaseError(ValueError):
    """A case that cannot be read; its message says which and why."""


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases of a folder's YAML files, in the order of the files' names."""
    cases: dict[str, Case] = {}
    for file in sorted(folder.glob("*.yaml")):
        for id_, entry in (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).items():
            if id_ in cases:
                raise BadCaseError(f"{file.name}: another case has the id {id_}")
            cases[id_] = _case(id_, entry, file.name)
    return list(cases.values())


def unknown_ids(atlas: Atlas, case: Case) -> list[str]:
    """The ids of a case that the content does not have."""
    known = {*atlas.causes, *(f"trigger_point/{muscle}" for muscle in atlas.muscles)}
    areas = [ref.id for ref in case.state.pain if ref.id not in atlas.areas]
    answers = [one.id for one in case.state.answers if one.id not in atlas.tests and one.id not in atlas.findings]
    return areas + answers + [one for one in (*case.expect, *case.flags) if one not in known]


def outcome(atlas: Atlas, case: Case) -> Outcome:
    """Rank a case's causes and see where the expected ones come."""
    ranked = ranked_causes(atlas, case.state)
    places = {cause.id: place_of(ranked, cause) for cause in reversed(ranked)}
    found = [(places[one], one) for one in case.expect if one in places]
    place, best = min(found, default=(None, ""))
    raised = {flag.id for flag in raised_flags(atlas, case.state)}
    leaders = tuple(f"{cause.rank} {cause.id} {cause.score:+.2f}" for cause in ranked[:6])
    return Outcome(case, place, best, leaders, tuple(flag for flag in case.flags if flag not in raised))


def place_of(ranked: tuple[RankedCause, ...], cause: RankedCause) -> int:
    """The last place of the tie in which a cause stands, from 1."""
    return sum(other.rank <= cause.rank for other in ranked)


def _case(id_: str, entry: dict[str, Any], file: str) -> Case:
    strange, lacking = set(entry) - KEYS, {"pain", "source"} - set(entry)
    if strange or lacking:
        raise BadCaseError(f"{file}, {id_}: unknown {sorted(strange)}, missing {sorted(lacking)}")
    if not entry.get("expect") and not entry.get("flags"):
        raise BadCaseError(f"{file}, {id_}: it expects nothing")
    pain = tuple(parse_ref(text) for text in entry["pain"])
    felt = tuple(Felt(parse_ref(area), **how) for area, how in (entry.get("felt") or {}).items())
    answers = tuple(_answer(text) for text in entry.get("findings") or ())
    return Case(id_, State(pain=pain, felt=felt, answers=answers), tuple(entry.get("expect") or ()),
                tuple(entry.get("flags") or ()), entry["source"], entry.get("note", ""))


def _answer(text: str) -> Answer:
    name, equals, rest = text.partition("=")
    result, colon, side = rest.partition(":")
    if not equals or result not in ("positive", "negative"):
        raise BadCaseError(f"'{text}' is no finding; write ID=positive or ID=negative, with :SIDE if need be")
    return Answer(name, "positive" if result == "positive" else "negative", parse_ref(f"{name}{colon}{side}").side)
