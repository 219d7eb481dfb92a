"""Boxes, points and crossings on a sheet. Pure arithmetic in px, y down."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its edges, px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right, px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, px."""
        return self.bottom - self.top

    def meets(self, other: Box) -> bool:
        """Whether two boxes have more than an edge in common."""
        return (self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom)

    def holds(self, other: Box) -> bool:
        """Whether another box lies inside this one."""
        return (self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom)


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the line from `a` to `b` and the one from `c` to `d` meet, ends included (px)."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]) \
            or max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """Above 0 when one turns clockwise on the way from `a` over `b` to `c`, 0 when they are in line."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def stacked(wanted: list[float], heights: list[float], top: float, bottom: float, gap: float) -> list[float]:
    """The middles (px) of boxes that stand one under the other in the given order, as near as possible to those wanted.

    They stay between `top` and `bottom` where they fit at all, with `gap` px between two.
    """
    if not wanted:
        return []
    offsets = [heights[0] / 2]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + gap)
    # Without the offsets the places need only not fall: neighbours that would are pooled at their mean.
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, few), (other, more) = pools[-2:]
            pools[-2:] = [((one * few + other * more) / (few + more), few + more)]
    highest, lowest = top, bottom - offsets[-1] - heights[-1] / 2
    places = [max(min(mean, lowest), highest) for mean, count in pools for _ in range(count)]
    return [place + offset for place, offset in zip(places, offsets, strict=True)]
