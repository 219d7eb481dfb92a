"""The geometry of strokes of the brush, as pure arithmetic in mm of a view's frame: simpler, mirrored, erased."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from app.model.anatomy import ViewName
from app.state.state import Stroke

Point = tuple[float, float]
PaintSide = Literal["drawn", "right", "left", "mirrored"]
"""On which side a stroke appears: where it is drawn, always on one side, or on both."""

TOLERANCE = 1.0
"""So far, mm, a stroke may lie beside the line that was drawn."""
EDGE = 0.92
"""Where along its radius, 0..1, a stroke is looked at to learn whether all of it was erased."""
MANY = 90
"""So many points along a long scribble tell whether it was erased."""
COMPASS = tuple((math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in range(8))
OTHER: dict[ViewName, ViewName] = {"front": "front", "back": "back", "right": "left", "left": "right"}
"""The view on which the other side of the body is seen as this one is here."""


def simplified(points: Sequence[Point], tolerance: float = TOLERANCE) -> tuple[Point, ...]:
    """A line with fewer points, nowhere further than a tolerance (mm) from the one that was drawn (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far, at = max((_distance(points[n], points[first], points[last]), n) for n in range(first + 1, last))
        if far > tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    short = tuple(points[n] for n in sorted(kept))
    return short[:1] if len(short) == 2 and short[0] == short[1] else short


def mirrored(stroke: Stroke) -> Stroke:
    """The stroke on the other side of the body."""
    return replace(stroke, view=OTHER[stroke.view], points=tuple((-x, y) for x, y in stroke.points))


def sided(stroke: Stroke, side: PaintSide) -> tuple[Stroke, ...]:
    """The stroke as it appears: where it was drawn, on the side that was asked for, or on both."""
    if side == "drawn":
        return (stroke,)
    if side == "mirrored":
        return (stroke, mirrored(stroke))
    return (stroke if side_of(stroke) in (side, None) else mirrored(stroke),)


def side_of(stroke: Stroke) -> Literal["right", "left"] | None:
    """The side of the body on which the middle of a stroke lies; None where that is the midline."""
    if stroke.view == "right" or stroke.view == "left":
        return stroke.view
    x = middle(stroke)[0] * (1 if stroke.view == "front" else -1)
    return None if abs(x) < 1.0 else "left" if x > 0 else "right"


def length(stroke: Stroke) -> float:
    """How long a stroke is, mm."""
    return sum(math.dist(*pair) for pair in pairwise(stroke.points))


def size(stroke: Stroke) -> float:
    """About how much a stroke covers, mm²."""
    return 2 * stroke.radius * length(stroke) + math.pi * stroke.radius ** 2


def middle(stroke: Stroke) -> Point:
    """The point half way along a stroke, mm."""
    left = length(stroke) / 2
    for (x1, y1), (x2, y2) in pairwise(stroke.points):
        step = math.dist((x1, y1), (x2, y2))
        if step >= left and step:
            return x1 + (x2 - x1) * left / step, y1 + (y2 - y1) * left / step
        left -= step
    return stroke.points[-1]


def box(stroke: Stroke) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a stroke covers, mm."""
    across, down = [x for x, _ in stroke.points], [y for _, y in stroke.points]
    return min(across) - stroke.radius, min(down) - stroke.radius, max(across) + stroke.radius, max(down) + stroke.radius


def covers(stroke: Stroke, point: Point) -> bool:
    """Whether a stroke covers a point (mm) of its view."""
    left, top, right, bottom = box(stroke)
    if not (left <= point[0] <= right and top <= point[1] <= bottom):
        return False
    return any(_distance(point, *pair) <= stroke.radius for pair in _legs(stroke))


def tidy(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """The strokes without those that were erased altogether, and without erasing that erases nothing."""
    known = tuple(strokes)
    seen = [one for n, one in enumerate(known) if one.erases or not _gone(one, _erasers(known[n + 1:], one))]
    return tuple(one for n, one in enumerate(seen) if not one.erases or any(_touch(one, old) for old in seen[:n] if not old.erases))


def _erasers(strokes: Sequence[Stroke], of: Stroke) -> tuple[Stroke, ...]:
    return tuple(one for one in strokes if one.erases and one.view == of.view)


def _gone(stroke: Stroke, erasers: tuple[Stroke, ...]) -> bool:
    return bool(erasers) and all(any(covers(eraser, point) for eraser in erasers) for point in _spots(stroke))


def _touch(one: Stroke, other: Stroke) -> bool:
    """Whether two strokes of one view overlap."""
    wider = replace(other, radius=other.radius + one.radius)
    return one.view == other.view and any(covers(wider, point) for point in _along(one))


def _spots(stroke: Stroke) -> Iterator[Point]:
    """Points all over a stroke, mm."""
    reach = stroke.radius * EDGE
    for x, y in _along(stroke):
        yield x, y
        yield from ((x + reach * east, y + reach * south) for east, south in COMPASS)


def _along(stroke: Stroke) -> Iterator[Point]:
    """Points along a stroke, no further from each other than half its radius; along a scribble not more than about `MANY`."""
    yield stroke.points[0]
    gap = max(stroke.radius / 2, length(stroke) / MANY)
    for (x1, y1), (x2, y2) in pairwise(stroke.points):
        steps = max(1, math.ceil(math.dist((x1, y1), (x2, y2)) / gap))
        yield from ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(1, steps + 1))


def _legs(stroke: Stroke) -> Iterator[tuple[Point, Point]]:
    return pairwise(stroke.points) if len(stroke.points) > 1 else iter(((stroke.points[0], stroke.points[0]),))


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    whole = across * across + down * down
    east, south = point[0] - start[0], point[1] - start[1]
    along = min(max((east * across + south * down) / whole, 0.0), 1.0) if whole else 0.0
    return math.hypot(east - along * across, south - along * down)
