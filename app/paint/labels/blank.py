"""What stands in place of a name that is to be guessed: its number and a line to write on. Pure arithmetic in px."""

from __future__ import annotations

from typing import NamedTuple

from app.paint.labels.fitting import Label

FOOT = 0.4
"""From the middle of the letters down to the line, as a multiple of their size."""
AFTER = 1.7
"""From the outer end of the number to that of the line, as a multiple of the size of the letters: two figures have room."""


class Blank(NamedTuple):
    """The number's text, where it begins, or `ends` when it does, and its middle; the line's two ends and height, px."""

    text: str
    x: float
    ends: bool
    middle: float
    start: float
    end: float
    y: float


def blank_of(label: Label) -> Blank:
    """The blank of a label whose name is not told."""
    size = label.letters
    middle = (label.box.top + label.box.bottom) / 2
    # The number stands at the leader, on whichever side of it that is.
    if label.side == "right":
        left, number = label.box.right - label.blank, label.box.right
        return Blank(str(label.number), number, True, middle, left, number - AFTER * size, middle + FOOT * size)
    left = label.box.left
    return Blank(str(label.number), left, False, middle, left + AFTER * size, left + label.blank, middle + FOOT * size)
