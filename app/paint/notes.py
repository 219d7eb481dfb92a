"""What is noted on one figure besides its forms: the outline of the neutral body, angles, and a word beneath its feet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QPainterPath

from app.model.frozen import frozen

Points = tuple[tuple[float, float], ...]
"""A line in the frame of a plate, mm."""

Anchor = Literal["start", "middle", "end"]


@frozen
class Angle:
    """An angle as it is drawn on a view: its lines, what they are measured against, and its value beside a place; mm."""

    id: str
    name: str
    text: str
    at: tuple[float, float]
    lines: tuple[Points, ...]
    against: tuple[Points, ...] = ()
    anchor: Anchor = "start"
    """Which end of the words stands at their place."""


@frozen
class Notes:
    """What is noted on a figure."""

    ghost: tuple[QPainterPath, ...] = ()
    """The outline of the neutral body, behind which a posed one stands; mm."""
    angles: tuple[Angle, ...] = ()
    word: str = ""
    """What follows the name of the view beneath its feet: which of two figures of it this is."""

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.ghost or self.angles)
