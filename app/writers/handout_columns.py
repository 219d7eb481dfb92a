"""Blocks in two columns that are as equal as their order allows. Heights are in any one unit."""

from __future__ import annotations

from collections.abc import Sequence


def best_split(heights: Sequence[float], between: float) -> tuple[float, int]:
    """How high the higher column is at best, and how many blocks stand in the first one."""
    return min((max(_column(heights[:first], between), _column(heights[first:], between)), first)
               for first in range(1, len(heights) + 1))


def fitting(heights: Sequence[float], between: float, room: float) -> tuple[int, int, float]:
    """How many of the first blocks fit, at least one; how many of them stand in the first column; how high the higher column is."""
    for count in range(len(heights), 1, -1):
        high, first = best_split(heights[:count], between)
        if high <= room:
            return count, first, high
    return 1, 1, heights[0]


def _column(heights: Sequence[float], between: float) -> float:
    return sum(heights) + between * max(len(heights) - 1, 0)
