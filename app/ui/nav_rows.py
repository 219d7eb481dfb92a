"""The rows of the navigator's lists, and which of them are chosen. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, get_args

from app.card.links import capital
from app.model.anatomy import Muscle
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Cause, Pattern, Test
from app.model.reference import Ref, Side, body_sides
from app.state.select import selected
from app.state.state import State

ListName = Literal["pattern", "area", "muscle", "cause", "test"]
LIST_NAMES: tuple[ListName, ...] = get_args(ListName)

TESTERS = {"self": "Yourself", "helper": "With a helper", "clinician": "By a clinician"}


CAUSE_KINDS = {
    "muscle": "Muscles", "joint": "Joints", "nerve": "Nerves", "disc": "Discs", "fascia": "Fascia", "control": "Control of movement",
    "habit": "Habits", "systemic": "The whole body", "red flag": "Red flags: see a doctor",
}
"""The heads under which causes are listed, in their order."""

HEAD_TO_FOOT = (
    "head", "neck", "shoulder girdle", "shoulder", "upper back", "back", "chest", "abdomen", "trunk", "pelvis", "hip",
    "thigh", "knee", "leg", "ankle", "foot", "arm", "forearm", "hand",
)
"""The order of the parts of the body; others follow in the order of the content."""


@frozen
class NavRow:
    """One line of a list. `words` is what the filter looks into, in lower case."""

    id: str
    text: str
    tag: str = ""
    paired: bool = False
    words: str = ""
    whole: str = ""
    """All of the name, where the line says it shortly."""


@frozen
class NavGroup:
    """Lines under one head."""

    title: str
    rows: tuple[NavRow, ...]


@frozen
class Chosen:
    """Which rows of a list are chosen, each with its sides ("right", "left"; empty for things without a side)."""

    sides: dict[str, frozenset[str]] = field(default_factory=dict)


def rows_of(name: ListName, atlas: Atlas) -> tuple[NavGroup, ...]:
    """All lines of one list, in the order of the content."""
    if name == "pattern":
        return _grouped((capital(one.region), _pattern_row(one)) for one in atlas.patterns.values())
    if name == "area":
        return _by_body((one.body_part, NavRow(one.id, one.name, paired=one.side == "paired")) for one in atlas.areas.values())
    if name == "muscle":
        return _by_body((one.region, _muscle_row(one)) for one in atlas.muscles.values())
    if name == "cause":
        ordered = sorted(atlas.causes.values(), key=_by_cause_kind)
        return _grouped((CAUSE_KINDS[one.kind], _cause_row(one)) for one in ordered)
    return _grouped((_tester(one), _test_row(one)) for one in atlas.tests.values())


def filtered(groups: Iterable[NavGroup], text: str) -> tuple[NavGroup, ...]:
    """The lines whose words hold every word of `text`; heads without lines fall away."""
    wanted = text.lower().split()
    kept = (
        NavGroup(group.title, tuple(row for row in group.rows if all(word in row.words for word in wanted)))
        for group in groups
    )
    return tuple(group for group in kept if group.rows)


def chosen_in(name: ListName, state: State, atlas: Atlas) -> Chosen:
    """What of a list is chosen in a state."""
    if name == "pattern":
        return Chosen({ref.id: _own_side(ref) for ref in state.patterns})
    if name == "area":
        return Chosen(_sides_of_pain(state, atlas))
    if name == "muscle":
        return Chosen({ref.id: frozenset() for ref in selected(state)})
    if name == "cause":
        return Chosen({state.cause.id: _own_side(state.cause)} if state.cause else {})
    shown = state.subject
    return Chosen({shown.ref.id: frozenset()} if shown and shown.kind == "test" else {})


def _own_side(ref: Ref) -> frozenset[str]:
    return frozenset({ref.side} if ref.side else ())


def side_for(row: NavRow, sides: frozenset[str], name: ListName) -> Side | None:
    """The side that a click on the line itself means: what is chosen of it, else the usual one."""
    if not row.paired:
        return None
    if name == "area":
        return "both" if len(sides) != 1 else ("right" if "right" in sides else "left")
    return "left" if "left" in sides else "right"


def _sides_of_pain(state: State, atlas: Atlas) -> dict[str, frozenset[str]]:
    sides: dict[str, frozenset[str]] = {}
    for ref in state.pain:
        paired = ref.id in atlas.areas and atlas.areas[ref.id].side == "paired"
        found = frozenset(body_sides(paired, ref.side)) if paired else frozenset()
        sides[ref.id] = sides.get(ref.id, frozenset()) | found
    return sides


def _grouped(rows: Iterable[tuple[str, NavRow]]) -> tuple[NavGroup, ...]:
    groups: dict[str, list[NavRow]] = {}
    for title, row in rows:
        groups.setdefault(title, []).append(row)
    return tuple(NavGroup(title, tuple(found)) for title, found in groups.items())


def _by_body(rows: Iterable[tuple[str, NavRow]]) -> tuple[NavGroup, ...]:
    """Lines under the parts of the body, from head to foot."""
    place = {part: number for number, part in enumerate(HEAD_TO_FOOT)}
    groups = sorted(_grouped(rows), key=lambda group: place.get(group.title, len(place)))
    return tuple(NavGroup(capital(group.title), group.rows) for group in groups)


def _pattern_row(pattern: Pattern) -> NavRow:
    words = " ".join((pattern.name, *pattern.synonyms, pattern.family)).lower()
    return NavRow(pattern.id, pattern.name, pattern.family, pattern.paired, words)


def _by_cause_kind(cause: Cause) -> int:
    return list(CAUSE_KINDS).index(cause.kind)


def _tester(test: Test) -> str:
    """The head under which a test is listed: who can do it, the first that it names."""
    return TESTERS[test.by[0]] if test.by else "Others"


def _test_row(test: Test) -> NavRow:
    return NavRow(test.id, test.name, words=" ".join((test.name, *test.synonyms)).lower())


def _cause_row(cause: Cause) -> NavRow:
    short = cause.name.partition(" (")[0]
    words = " ".join((cause.name, *cause.synonyms)).lower()
    return NavRow(cause.id, short, paired=cause.side == "paired", words=words, whole=cause.name if short != cause.name else "")


def _muscle_row(muscle: Muscle) -> NavRow:
    words = " ".join((muscle.name, muscle.latin, *muscle.synonyms, muscle.region, muscle.division)).lower()
    return NavRow(muscle.id, capital(muscle.name), words=words)
