"""Small pictures of the states for texts, painted as in the legend."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.model.look import MuscleState, Role, ThemeName
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting

WIDTH = 24
HEIGHT = 14
STATES: dict[str, MuscleState] = {state: state for state in get_args(MuscleState)}
ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


def swatch_name(state: MuscleState, role: Role | None) -> str:
    """The name under which a document finds the picture of a state with a role."""
    return f"{state}/{role or 'none'}"


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
