"""Which bars there are, in which order, and how long an axis they need. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from app.model.frozen import frozen
from app.model.look import STATES, MuscleState
from app.model.reference import BodySide
from app.pose.lengths import Change

Unit = Literal["percent", "mm"]
Order = Literal["most", "direction", "name"]
Key = tuple[str, BodySide]
Changes = Mapping[Key, Change]
States = Mapping[Key, MuscleState]

SIGNS: dict[Unit, str] = {"percent": "%", "mm": "mm"}
ALIKE = 0.05
"""Sides whose lengths change alike to so many per cent share a bar."""
STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""An axis ends at one of these, or ten times one."""
SHORTEST = 0.25
"""The shorter half of the axis is at least so long, as a share of the longer one: zero stays in sight."""
SIDES: tuple[BodySide, ...] = ("right", "left", "midline")


@frozen
class Row:
    """A muscle with its bars: one per side; one for both sides where they are alike (`joined`)."""

    muscle: str
    name: str
    sides: tuple[BodySide, ...]
    joined: bool = False

    @property
    def bars(self) -> tuple[BodySide | None, ...]:
        """The side of each bar; None stands for both."""
        return (None,) if self.joined else self.sides

    def keys(self, place: int) -> tuple[Key, ...]:
        """The muscle and side, or both sides, that a bar stands for."""
        return tuple((self.muscle, side) for side in (self.sides if self.joined else (self.sides[place],)))

    def title(self, place: int) -> str:
        """What a bar is of: the muscle, and its side where that has a bar of its own."""
        if self.joined:
            return f"{self.name}, both sides"
        side = self.sides[place]
        return self.name if side == "midline" else f"{self.name}, {side}"

    def target(self, place: int) -> str:
        """The link to what a bar is of."""
        side = self.bars[place]
        return f"muscle/{self.muscle}:{side}" if side in ("right", "left") else f"muscle/{self.muscle}"


@frozen
class Wish:
    """How the bars are to be shown: from which change on (per cent), in which order, in which unit."""

    least: float = 1.0
    order: Order = "most"
    unit: Unit = "percent"


def value_of(change: Change, unit: Unit) -> float:
    """A change in a unit; positive is longer."""
    return change.change_percent if unit == "percent" else change.change_mm


def rows_of(changes: Changes, states: States, names: Mapping[str, str], wish: Wish) -> tuple[Row, ...]:
    """The muscles that change so much on any side, in the order that is wished; `names` tells all muscles."""
    sides: dict[str, list[BodySide]] = {}
    for muscle, side in sorted(changes, key=lambda key: SIDES.index(key[1])):
        if muscle in names:
            sides.setdefault(muscle, []).append(side)
    found = [_row(muscle, tuple(sides[muscle]), changes, states, names[muscle]) for muscle in names if muscle in sides]
    seen = [row for row in found if max(abs(changes[key].change_percent) for key in _keys(row)) >= wish.least]
    if wish.order == "name":
        return tuple(sorted(seen, key=lambda row: row.name.casefold()))
    most = {row.muscle: max((value_of(changes[key], wish.unit) for key in _keys(row)), key=abs) for row in seen}
    if wish.order == "direction":
        return tuple(sorted(seen, key=lambda row: most[row.muscle]))
    return tuple(sorted(seen, key=lambda row: -abs(most[row.muscle])))


def _keys(row: Row) -> tuple[Key, ...]:
    return tuple((row.muscle, side) for side in row.sides)


def _row(muscle: str, sides: tuple[BodySide, ...], changes: Changes, states: States, name: str) -> Row:
    keys = [(muscle, side) for side in sides]
    values = [changes[key].change_percent for key in keys]
    alike = len(keys) > 1 and max(values) - min(values) < ALIKE and len({states.get(key, "neutral") for key in keys}) == 1
    return Row(muscle, name, sides, alike)


def axis_of(values: Iterable[float]) -> tuple[float, float]:
    """Where an axis begins and ends, in the units of the values, so that it holds some values, with zero between."""
    known = [*values, 0.0]
    low, high = -_rounded(-min(known)), _rounded(max(known))
    longer = max(-low, high, 1.0)
    return min(low, -longer * SHORTEST), max(high, longer * SHORTEST)


def _rounded(value: float) -> float:
    """The next round number from a value on; 0 for none."""
    if value < ALIKE:
        return 0.0
    scale = 1.0
    while value > STEPS[-1] * scale:
        scale *= 10.0
    return next(step * scale for step in STEPS if step * scale >= value)


def signed(value: float, unit: Unit) -> str:
    """A change in words of a table: a sign, a number, the unit."""
    text = f"{value:+.1f}".replace("-", "\N{MINUS SIGN}")
    return f"{'0.0' if text[1:] == '0.0' else text} {SIGNS[unit]}"


def told(row: Row, place: int, changes: Changes, states: States) -> str:
    """A bar in words, for those who do not see it."""
    key = row.keys(place)[0]
    change = changes[key]
    way = "longer" if change.change_percent > 0 else "shorter"
    words = f"{row.title(place)}: {abs(change.change_percent):.1f} % {way}, {abs(change.change_mm):.1f} mm of {change.neutral_mm:.0f} mm"
    state = states.get(key, "neutral")
    return words if state == "neutral" else f"{words}; {STATES[state].label}"
