"""From lengths of muscles to what curves and their table show. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from app.model.frozen import frozen
from app.model.reference import BodySide
from app.ui.plots.bars import Changes, Unit, signed
from app.ui.plots.curve_look import Look
from app.ui.plots.curve_plot import Drawn
from app.ui.plots.curves import Line

ALIKE = 0.05
"""Sides whose lengths differ by less, mm, share a curve."""

Points = tuple[Sequence[float], Sequence[float]]


@frozen
class Sheet:
    """All that is drawn: the curves now and before, the muscles in order with their names, points (mm), and lengths now."""

    lines: tuple[Line, ...]
    ghosts: tuple[Line, ...]
    order: tuple[str, ...]
    names: Mapping[str, str]
    points: Mapping[Line, Points]
    changes: Changes
    unit: Unit


@frozen
class Value:
    """What one curve says at a value of the joint; `shown` in the unit of the axis."""

    look: Look
    name: str
    length: str
    change: str
    shown: float


def drawn(sheet: Sheet, lines: Iterable[Line]) -> tuple[Drawn, ...]:
    """The curves as changes from the neutral length; sides that are alike share one."""
    made = []
    for look, line in joined(sheet, lines):
        at, lengths = sheet.points[line]
        neutral = sheet.changes[line.muscle, line.side].neutral_mm
        made.append(Drawn(look, tuple(at), tuple(_change(length, neutral, sheet.unit) for length in lengths)))
    return tuple(made)


def joined(sheet: Sheet, lines: Iterable[Line]) -> tuple[tuple[Look, Line], ...]:
    """The curves with their looks: where both sides are alike, the right one stands for both."""
    of: dict[str, dict[BodySide, Line]] = {}
    for line in lines:
        of.setdefault(line.muscle, {})[line.side] = line
    made: list[tuple[Look, Line]] = []
    for muscle, sides in of.items():
        place = sheet.order.index(muscle)
        if _alike(sheet, tuple(sides.values())):
            made.append((Look(place, None), next(iter(sides.values()))))
        else:
            made += [(Look(place, side), line) for side, line in sides.items()]
    return tuple(made)


def said(sheet: Sheet, at: float | None) -> tuple[Value, ...]:
    """What each curve says at a value of the joint (degrees or mm); None for the present posture, whose lengths are known."""
    made = []
    for look, line in joined(sheet, sheet.lines):
        known = sheet.changes[line.muscle, line.side]
        length = known.length_mm if at is None else float(np.interp(at, *sheet.points[line]))
        change = _change(length, known.neutral_mm, sheet.unit)
        name = label(sheet.names[line.muscle], look)
        made.append(Value(look, name, f"{length:.0f} mm", signed(change, sheet.unit), change))
    return tuple(made)


def heading(joint: str, value: str, is_now: bool) -> str:
    """What the table is of."""
    return f"{joint} {value}, {'now' if is_now else 'where you point'}"


def label(name: str, look: Look) -> str:
    """What a curve is called."""
    end = f", {look.side}" if look.side in ("right", "left") else ", both sides" if look.side is None else ""
    return f"{name[:1].upper()}{name[1:]}{end}"


def _change(length: float, neutral: float, unit: Unit) -> float:
    return (length - neutral) / neutral * 100 if unit == "percent" else length - neutral


def _alike(sheet: Sheet, lines: tuple[Line, ...]) -> bool:
    if len(lines) < 2:
        return False
    one, other = (dict(zip(*sheet.points[line], strict=True)) for line in lines)
    now = [sheet.changes[line.muscle, line.side].length_mm for line in lines]
    apart = [abs(one[at] - other[at]) for at in one.keys() & other.keys()]
    return max(apart, default=0.0) < ALIKE and abs(now[0] - now[1]) < ALIKE
