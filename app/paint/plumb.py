"""The plumb line on a view from the side: where the ideal posture has each point (a ring on the line), and where this body
has it (a dot)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.model.anatomy import PlumbPoint, ViewName
from app.model.frozen import frozen
from app.model.look import SHEETS
from app.paint.palette import Setting, brush, mark_pen
from app.paint.plate import Plate, PosedPlate

STATURE = 1750.0
RING, SPOT = 3.4, 2.4
"""Radius of the mark of the ideal and of this body, px."""
THIN, BOLD, GLOW = 1.0, 1.3, 3.2
"""Widths of the line, of a ring and of the halo round them, px."""
NONE = 0.5
"""What is no farther from the line stands on it, mm."""
ABOVE = 14.0
"""So far the line rises above the body, mm."""
SIGNS: dict[ViewName, int] = {"right": 1, "left": -1}
"""Which way forward is, along the sheet."""


@frozen
class Plumb:
    """The line on one plate, mm of its frame: at `x`, from `top` to `foot`, with the places of the body at its heights."""

    x: float
    top: float
    foot: float
    places: tuple[tuple[str, float, float], ...]
    """Name and place (x, y) of each point of this body; the one that bears the line stands on it."""


def plumb_of(plate: Plate, points: tuple[PlumbPoint, ...]) -> Plumb | None:
    """The plumb line of a plate; None on a view that has none."""
    sign = SIGNS.get(plate.view)
    if not points or sign is None:
        return None
    places = tuple((point.name, sign * point.z, STATURE - point.y) for point in points)
    body = [form.box for form in (plate.rest if isinstance(plate, PosedPlate) else plate).forms if form.part == "skin"]
    top = min((box.top() for box in body), default=plate.box.top() + ABOVE)
    foot = max((box.bottom() for box in body), default=STATURE)
    return Plumb(places[-1][1], top - ABOVE, foot + ABOVE / 2, places)


def paint_plumb(painter: QPainter, plate: Plate, points: tuple[PlumbPoint, ...], setting: Setting) -> None:
    """Paint the plumb line of a plate in its own frame, mm."""
    plumb = plumb_of(plate, points)
    if plumb is None:
        return
    sheet = SHEETS[setting.theme]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, ink, opacity in ((GLOW, sheet.halo, 0.5), (THIN, sheet.ink, 0.75)):
        painter.setPen(mark_pen(ink, width, setting, opacity))
        for start, end in lines_of(plumb):
            painter.drawLine(start, end)
    for _, x, y in plumb.places:
        painter.setPen(mark_pen(sheet.ink, BOLD, setting))
        painter.setBrush(brush(sheet.paper))
        painter.drawEllipse(QPointF(plumb.x, y), RING * setting.pixel, RING * setting.pixel)
        painter.setPen(mark_pen(sheet.halo, 1.0, setting, 0.8))
        painter.setBrush(brush(sheet.ink))
        painter.drawEllipse(QPointF(x, y), SPOT * setting.pixel, SPOT * setting.pixel)


def lines_of(plumb: Plumb) -> Iterator[tuple[QPointF, QPointF]]:
    """The line itself, and the way from it to each point of this body, mm."""
    yield QPointF(plumb.x, plumb.top), QPointF(plumb.x, plumb.foot)
    for _, x, y in plumb.places:
        if abs(x - plumb.x) > NONE:
            yield QPointF(plumb.x, y), QPointF(x, y)


def paint_plumb_sample(painter: QPainter, box: QRectF, setting: Setting) -> None:
    """Paint the sample of the legend into a box of px: a piece of the line with a ring, and a dot beside it."""
    sheet, middle = SHEETS[setting.theme], box.center()
    ring, dot = QPointF(box.left() + 8, middle.y()), QPointF(box.right() - 6, middle.y())
    painter.setPen(mark_pen(sheet.ink, THIN, setting, 0.75))
    painter.drawLine(QPointF(ring.x(), box.top() - 2), QPointF(ring.x(), box.bottom() + 2))
    painter.drawLine(ring, dot)
    painter.setPen(mark_pen(sheet.ink, BOLD, setting))
    painter.setBrush(brush(sheet.paper))
    painter.drawEllipse(ring, RING, RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(sheet.ink))
    painter.drawEllipse(dot, SPOT, SPOT)
