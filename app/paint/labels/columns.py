"""Where labels may stand: columns of paper beside the figures. Pure arithmetic in px, y down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from app.model.frozen import frozen
from app.paint.labels.geometry import Box

Side = Literal["left", "right"]

CLEAR = 12.0
"""Between a column and the figure, px: there the leaders bend."""
NEAREST = 4.0
"""No label comes nearer to a figure, px."""
WIDEST = 210.0
"""No column is wider, px."""
NARROWEST = 64.0
"""A narrower strip of paper is no column, px."""
WITHIN = 150.0
"""Width of the column that stands upon a figure which leaves no paper, px."""


@frozen
class Column:
    """A strip of paper, px. `figures` says which figure it serves, by number, and on which side of the column it lies.

    `upon` tells that it lies upon the figure, which leaves no paper.
    """

    box: Box
    figures: tuple[tuple[int, Side], ...]
    upon: bool = False

    @property
    def width(self) -> float:
        """How wide a label may be, px: between two figures it may reach into the strip of the other's leaders."""
        return self.box.width + (CLEAR - NEAREST if len(self.figures) > 1 else 0.0)


def columns(room: Box, figures: Sequence[tuple[int, Box]]) -> tuple[Column, ...]:
    """The columns of a row of figures from left to right (px).

    Each figure is given by its number and by what is seen of it in the room.
    """
    if not figures:
        return ()
    found = [_outer(room, "right", *figures[0])]
    for (one, before), (other, after) in pairwise(figures):
        gap = Box(before.right + CLEAR, room.top, after.left - CLEAR, room.bottom)
        if gap.width >= 2 * WIDEST:
            found.append(Column(gap._replace(right=gap.left + WIDEST), ((one, "left"),)))
            found.append(Column(gap._replace(left=gap.right - WIDEST), ((other, "right"),)))
        elif gap.width >= NARROWEST:
            found.append(Column(gap, ((one, "left"), (other, "right"))))
    found.append(_outer(room, "left", *figures[-1]))
    return tuple(column for column in found if column)


def _outer(room: Box, figure: Side, number: int, seen: Box) -> Column | None:
    """The column between a figure (px) and the room's end; upon the figure where there is no paper but much of the figure."""
    edge = seen.left - CLEAR if figure == "right" else seen.right + CLEAR
    paper = edge - room.left if figure == "right" else room.right - edge
    upon = paper < NARROWEST
    if upon and min(seen.right, room.right) - max(seen.left, room.left) < 3 * WITHIN:
        return None
    width = WITHIN if upon else min(paper, WIDEST)
    if figure == "right":
        left = room.left if upon else edge - width
        return Column(Box(left, room.top, left + width, room.bottom), ((number, figure),), upon)
    right = room.right if upon else edge + width
    return Column(Box(right - width, room.top, right, room.bottom), ((number, figure),), upon)
