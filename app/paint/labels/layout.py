"""Labels beside a figure: which column, which height, which point of the muscle. Pure arithmetic in px, y down.

Of the boxes none overlap, of the leaders none cross, and all that stands inside its column. Where there is not room for
all, the last of the wishes go without.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.model.frozen import frozen
from app.paint.labels.columns import CLEAR, Column, Side
from app.paint.labels.geometry import Box, Point, cross, stacked

GAP = 4.0
"""Between two boxes, px."""
STUB = 3.0
"""Between a box and its leader, px."""
CROWDED = 60.0
"""A full column is as bad as so many px of a leader over the figure."""
SLANT = 0.5
"""A px of height between a box and its point is as bad as so many px over the figure."""
ROUNDS = 8

Over = Callable[[int, Point, Point], float]
"""How many px of a straight line run over a figure, given by its number."""


class Anchor(NamedTuple):
    """A point of a muscle (px), and what it costs to reach it straight from the side, in px over the figure."""

    x: float
    y: float
    cost: float


@frozen
class Wish:
    """A label to be placed. `sizes` (width, height in px) by column, and its points by figure and side of the label."""

    sizes: Mapping[int, tuple[float, float]]
    anchors: Mapping[tuple[int, Side], tuple[Anchor, ...]]


class Placed(NamedTuple):
    """A label in its place, px. The leader runs from `start` level to `knee` and on to `end`, a point of the muscle."""

    wish: int
    column: int
    figure: int
    side: Side
    """On which side of the label the figure lies."""
    box: Box
    start: Point
    knee: Point
    end: Point

    def crosses(self, other: Placed) -> bool:
        """Whether two leaders meet."""
        if max(self.knee[1], self.end[1]) < min(other.knee[1], other.end[1]) \
                or max(other.knee[1], other.end[1]) < min(self.knee[1], self.end[1]):
            return False
        mine, its = (self.start, self.knee, self.end), (other.start, other.knee, other.end)
        return any(cross(mine[i], mine[i + 1], its[j], its[j + 1]) for i in (0, 1) for j in (0, 1))


def laid_out(wishes: Sequence[Wish], columns: Sequence[Column], over: Over) -> tuple[Placed, ...]:
    """As many wishes as there is room for, the first ones first."""
    stacks = _assigned(wishes, columns)
    placed = [label for number, stack in enumerate(stacks) for label in _settled(wishes, columns[number], stack, over)]
    kept: list[Placed] = []
    for label in sorted(placed, key=_rank):
        if not any(label.crosses(other) for other in kept):
            kept.append(label)
    return tuple(kept)


def _rank(label: Placed) -> int:
    return label.wish


def _assigned(wishes: Sequence[Wish], columns: Sequence[Column]) -> list[list[Placed]]:
    """For each column the labels that stand in it, from top to bottom, not yet placed."""
    stacks: list[list[Placed]] = [[] for _ in columns]
    loads = [0.0] * len(columns)
    for number, wish in enumerate(wishes):
        drafts = [draft for index, column in enumerate(columns) for draft in _drafts(wish, number, index, column)
                  if loads[index] + draft[1].box.height <= column.box.height]
        if drafts:
            crowds = [cost + CROWDED * loads[label.column] / columns[label.column].box.height for cost, label in drafts]
            label = drafts[crowds.index(min(crowds))][1]
            loads[label.column] += label.box.height + GAP
            stacks[label.column].append(label)
    for stack in stacks:
        stack.sort(key=_height)
    return stacks


def _drafts(wish: Wish, number: int, index: int, column: Column) -> Iterator[tuple[float, Placed]]:
    """The label in a column, level with its cheapest point, with what that costs (px over the figure)."""
    if index not in wish.sizes:
        return
    width, height = wish.sizes[index]
    for figure, side in column.figures:
        anchors = _reachable(wish, column, (figure, side))
        if anchors:
            best = min(anchors, key=_cost)
            left = column.box.right - width if side == "right" else column.box.left
            box = Box(left, best.y - height / 2, left + width, best.y + height / 2)
            yield best.cost, _at(Placed(number, index, figure, side, box, (0, 0), (0, 0), (best.x, best.y)), best.y)


def _reachable(wish: Wish, column: Column, figure: tuple[int, Side]) -> list[Anchor]:
    """The points that lie beyond the bend of a leader from a column."""
    anchors = wish.anchors.get(figure, ())
    if figure[1] == "right":
        return [anchor for anchor in anchors if anchor.x > column.box.right + CLEAR]
    return [anchor for anchor in anchors if anchor.x < column.box.left - CLEAR]


def _cost(anchor: Anchor) -> tuple[float, float, float]:
    return anchor.cost, anchor.y, anchor.x


def _height(label: Placed) -> tuple[float, int]:
    return label.end[1], label.wish


def _at(label: Placed, y: float) -> Placed:
    """A label moved to a height, px."""
    box, half = label.box, label.box.height / 2
    if label.side == "right":
        start, knee = box.right + STUB, box.right + CLEAR
    else:
        start, knee = box.left - STUB, box.left - CLEAR
    return label._replace(box=Box(box.left, y - half, box.right, y + half), start=(start, y), knee=(knee, y))


def _settled(wishes: Sequence[Wish], column: Column, stack: list[Placed], over: Over) -> list[Placed]:
    """The labels of a column in their places: no leaders cross, and each takes the point that it reaches best."""
    stack = _ordered(column, stack)
    stack = _ordered(column, [_reaching(wishes[label.wish], label, column, over) for label in stack])
    while True:
        bad = next(((one, other) for index, one in enumerate(stack) for other in stack[index + 1:] if one.crosses(other)), None)
        if bad is None:
            return stack
        stack = _ordered(column, [label for label in stack if label is not max(bad, key=_rank)])


def _reaching(wish: Wish, label: Placed, column: Column, over: Over) -> Placed:
    """The label with that point of its muscle to which the way from its place is the best."""
    knee = label.knee
    best, least = label.end, math.inf
    # The nearest in height first: where the slant alone is as bad as the best so far, the rest cannot be better.
    for anchor in sorted(_reachable(wish, column, (label.figure, label.side)), key=lambda one: (abs(one.y - knee[1]), one.y)):
        slant = SLANT * abs(anchor.y - knee[1])
        if slant >= least:
            break
        cost = slant + over(label.figure, knee, (anchor.x, anchor.y))
        if cost < least:
            best, least = (anchor.x, anchor.y), cost
    return label._replace(end=best)


def _ordered(column: Column, stack: list[Placed]) -> list[Placed]:
    """The labels one under the other near their points, in an order in which leaders do not cross."""
    for _ in range(ROUNDS):
        stack = _spread(column, stack)
        better = _untangled(stack)
        if [label.wish for label in better] == [label.wish for label in stack]:
            return stack
        stack = better
    return _spread(column, stack)


def _spread(column: Column, stack: list[Placed]) -> list[Placed]:
    heights = [label.box.height for label in stack]
    middles = stacked([label.end[1] for label in stack], heights, column.box.top, column.box.bottom, GAP)
    return [_at(label, y) for label, y in zip(stack, middles, strict=True)]


def _untangled(stack: list[Placed]) -> list[Placed]:
    """The same labels with the places dealt anew among those of a side, from the top: each goes to that point from which
    all others lie below the leader, so that none can cross it."""
    order = list(stack)
    for side in ("left", "right"):
        slots = [index for index, label in enumerate(stack) if label.side == side]
        rest = [stack[index] for index in slots]
        for index in slots:
            knee = stack[index].knee
            first = min(rest, key=lambda label: _steepness(knee, label))
            rest.remove(first)
            order[index] = first
    return order


def _steepness(knee: Point, label: Placed) -> tuple[float, int]:
    """Sinks as the point of a label stands higher, as seen from a knee."""
    reach = max(abs(label.end[0] - knee[0]), 1e-6)
    return (label.end[1] - knee[1]) / reach, label.wish
