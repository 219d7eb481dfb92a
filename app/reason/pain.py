"""The painted pain made ready for comparison: where it hurts how much, seen from each side that a candidate may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Quality
from app.model.reference import BodySide, Side, body_sides
from app.reason.weights import SECOND_SIDE, strength
from app.state.state import Felt, State


@frozen
class Unit:
    """A painful area on one side; `strength` 0..1 is how much it counts."""

    area: str
    side: BodySide
    strength: float


@frozen
class Seen:
    """The pain as a candidate on `side` could explain it.

    `hurts` is the strength of each area within its reach; `half` are areas of both sides of which only one hurts; `beside`
    are those that touch a painful one. `twofold` tells that both sides at once are needed.
    """

    side: Side
    twofold: bool
    hurts: Mapping[str, float]
    half: frozenset[str]
    beside: frozenset[str]


@frozen
class Painted:
    """All that is painful. `hurts` is the strength of each area over its sides; `words` names each with its side."""

    hurts: Mapping[str, float]
    words: Mapping[str, str]
    qualities: Mapping[Quality, float]
    whole: Seen
    sided: tuple[Seen, ...]
    """As the right, the left form or both forms of a paired candidate see it, those that are worth trying."""


def painted(atlas: Atlas, state: State) -> Painted:
    """The pain of a state."""
    units = _units(atlas, state)
    whole = _seen(atlas, units, "midline")
    words = {area: area_words(atlas, area, *(unit.side for unit in units if unit.area == area)) for area in whole.hurts}
    sided = tuple(_seen(atlas, units, side) for side in _trials(units, state))
    return Painted(whole.hurts, words, _qualities(state), whole, sided)


def area_words(atlas: Atlas, area: str, *sides: BodySide) -> str:
    """An area with its side in words, such as "right buttock" or "buttock, both sides"."""
    name = atlas.areas[area].name
    name = name[:1].lower() + name[1:]
    if len(sides) > 1:
        return f"{name}, both sides"
    return f"{sides[0]} {name}" if sides and sides[0] != "midline" else name


def _units(atlas: Atlas, state: State) -> tuple[Unit, ...]:
    found: dict[tuple[str, BodySide], float] = {}
    for ref in state.pain:
        for side in body_sides(atlas.areas[ref.id].side == "paired", ref.side):
            felt = next((one for one in state.felt if _is_of(atlas, one, ref.id, side)), None)
            found[ref.id, side] = strength(felt.intensity, felt.share) if felt else 1.0
    twice = {area for area, side in found if side == "right" and (area, "left") in found}
    return tuple(Unit(area, side, size * (SECOND_SIDE if area in twice else 1.0)) for (area, side), size in found.items())


def _is_of(atlas: Atlas, felt: Felt, area: str, side: BodySide) -> bool:
    return felt.area.id == area and side in body_sides(atlas.areas[area].side == "paired", felt.area.side)


def _qualities(state: State) -> Mapping[Quality, float]:
    """Each quality once, as strong as where it is strongest."""
    painful = {ref.id for ref in state.pain}
    found: dict[Quality, float] = {}
    for felt in state.felt:
        if felt.quality is not None and felt.area.id in painful:
            found[felt.quality] = max(found.get(felt.quality, 0.0), strength(felt.intensity, felt.share))
    return found


def _trials(units: tuple[Unit, ...], state: State) -> tuple[Side, ...]:
    """The sides on which a paired candidate may be: where it hurts, or else where something was found, or else either."""
    hurting: set[Side] = {unit.side for unit in units if unit.side != "midline"}
    sides = hurting or {one.side for one in state.answers if one.side == "right" or one.side == "left"}
    if len(sides) == 2:
        return ("right", "left", "both")
    return tuple(sides) or ("both",)


def _seen(atlas: Atlas, units: tuple[Unit, ...], side: Side) -> Seen:
    """The units that something on `side` can explain: its own, those of the midline, and all when it is both or midline."""
    hurts: dict[str, float] = {}
    for unit in units:
        if side in ("both", "midline") or unit.side in (side, "midline"):
            hurts[unit.area] = hurts.get(unit.area, 0.0) + unit.strength
    twofold = side == "both" and any(unit.side != "midline" for unit in units)
    half = _half(atlas, units) if twofold else frozenset()
    beside = frozenset(near for area in hurts for near in atlas.areas[area].near)
    return Seen(side, twofold, hurts, half, beside)


def _half(atlas: Atlas, units: tuple[Unit, ...]) -> frozenset[str]:
    """The areas that a body has twice, of which only one hurts."""
    count = Counter(unit.area for unit in units)
    return frozenset(area for area, times in count.items() if times == 1 and atlas.areas[area].side == "paired")
