"""How curves look: a colour and a sign for each muscle, a dash for its left side. Never by hue alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.model.frozen import frozen
from app.model.look import ThemeName
from app.model.reference import BodySide

COLOURS: dict[ThemeName, tuple[str, ...]] = {
    "light": ("#1f5fae", "#b3431d", "#15765f", "#7a4a99", "#846000", "#56504a"),
    "dark": ("#7fb4f5", "#f5906c", "#4cc3a5", "#c79be0", "#e0b54a", "#b8b1aa"),
    "contrast": ("#003d9e", "#a02800", "#005c46", "#5f2a86", "#5c4200", "#1a1a1a"),
}
SIGNS = ("o", "s", "t1", "d", "star", "p")
"""Of pyqtgraph: a circle, a square, a triangle, a diamond, a star, a pentagon."""
MOST = len(SIGNS)
"""So many muscles are shown at once."""
WIDE, THIN = 2.0, 1.3
"""Width of a curve and of a ghost, px."""
GHOST = 0.45
"""Opacity of a ghost."""
DASH = [4.0, 3.0]


@frozen
class Look:
    """The look of one curve."""

    place: int
    """Of its muscle among those that are shown."""
    side: BodySide | None
    """None for both sides in one curve."""

    def colour(self, theme: ThemeName) -> QColor:
        """Its colour."""
        return QColor(COLOURS[theme][self.place % MOST])

    @property
    def sign(self) -> str:
        """The sign at its points."""
        return SIGNS[self.place % MOST]

    def pen(self, theme: ThemeName, ghost: bool = False) -> QPen:
        """Its line, in px of the screen."""
        colour = self.colour(theme)
        if ghost:
            colour.setAlphaF(GHOST)
        made = QPen(colour, THIN if ghost else WIDE)
        made.setCosmetic(True)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.side == "left":
            made.setDashPattern(DASH)
        return made
