"""Small pictures for texts: the states, painted as in the legend, and bars that tell how well something fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.model.look import MuscleState, Role, ThemeName
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting

if TYPE_CHECKING:
    from app.ui.theme import Palette

WIDTH = 24
HEIGHT = 14
BAR = 96
"""Width of a bar, logical px."""
THICK = 6
"""How thick a bar is, logical px."""
STATES: dict[str, MuscleState] = {state: state for state in get_args(MuscleState)}
ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


def swatch_name(state: MuscleState, role: Role | None) -> str:
    """The name under which a document finds the picture of a state with a role."""
    if role == "takes_part":
        return "involved/none"
    return f"{state}/{role or 'none'}"


def bar_name(share: float, dimmed: bool) -> str:
    """The name under which a document finds a bar that is full to a share 0..1."""
    return f"{'dim' if dimmed else 'bar'}/{share:.2f}"


def bar(name: str, palette: Palette, scale: float) -> QImage | None:
    """The bar with a name, BAR x HEIGHT logical px at the usual size of text, drawn for a scale in device px per logical px."""
    kind, _, share = name.partition("/")
    if kind not in ("bar", "dim") or not share.replace(".", "", 1).isdigit():
        return None
    image = QImage(round(BAR * scale), round(HEIGHT * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    full = QRectF(0, HEIGHT - THICK - 2, BAR, THICK)
    painter.setBrush(QColor(palette.line))
    painter.drawRoundedRect(full, THICK / 2, THICK / 2)
    painter.setBrush(QColor(palette.edge if kind == "dim" else palette.accent))
    full.setWidth(max(THICK, BAR * min(1.0, float(share))))
    painter.drawRoundedRect(full, THICK / 2, THICK / 2)
    painter.end()
    return image


def swatch(name: str, theme: ThemeName, scale: float) -> QImage | None:
    """The picture with a name, WIDTH x HEIGHT logical px, drawn for a scale in device px per logical px."""
    state, _, role = name.partition("/")
    if state not in STATES:
        return None
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    entry = Entry("", STATES[state], ROLES.get(role))
    paint_sample(painter, QRectF(1.5, 1.5, WIDTH - 3, HEIGHT - 3), entry, Setting("superficial", theme, 1.0, scale))
    painter.end()
    return image
