"""The legend: what the colours, textures and signs of the present picture mean."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from app.model.frozen import frozen
from app.model.look import ROLE_LABELS, SHEETS, STATES, MuscleState, Role
from app.paint.body import paint_texture
from app.paint.marks import Marks, Trigger
from app.paint.overlay import paint_trigger, paint_wash
from app.paint.palette import ROLE_WIDTHS, Setting, brush, form_fill, mark_pen
from app.paint.plate import Form, Lazy

SWATCH = QSizeF(26.0, 14.0)
SPACE = 8.0
ROW = 22.0
PADDING = 10.0
MANY = 3
"""Sizes of the legend, px, and from how many entries on the grey of what is not involved is left out."""


@frozen
class Entry:
    """One line of the legend: a sample and its words."""

    label: str
    state: MuscleState | None = None
    role: Role | None = None
    wash: Role | None = None
    trigger: Literal["read", "approximate"] | None = None
    hurts: bool = False
    """An area that was chosen: it has a red outline."""


def entries(marks: Marks) -> tuple[Entry, ...]:
    """What the present picture needs to have explained; nothing while nothing is chosen."""
    if not marks.chosen:
        return ()
    found = [Entry(f"{look.label} {look.symbol}", state=state) for state, look in STATES.items()
             if state in set(marks.states.values())]
    found += [Entry(label, role=role) for role, label in ROLE_LABELS.items() if role in set(marks.roles.values())]
    kinds = {trigger.approximate for trigger in marks.triggers}
    found += [Entry("trigger point", trigger="read")] if False in kinds else []
    found += [Entry("trigger point, place approximate", trigger="approximate")] if True in kinds else []
    if marks.areas:
        found.append(Entry("where it hurts", wash="refers_essential" if set(marks.washes) <= marks.areas else None, hurts=True))
    if not set(marks.washes) <= marks.areas:
        said: dict[Role, str] = {"refers_essential": "where it sends pain", "refers_spillover": "there only sometimes"}
        found += [Entry(label, wash=role) for role, label in said.items() if role in set(marks.washes.values())]
    # Grey explains itself where there is much else to explain.
    return (*found, Entry("not involved", state="neutral")) if 0 < len(found) < MANY else tuple(found)


def legend_size(shown: tuple[Entry, ...], font: QFont, width: float) -> QSizeF:
    """The size that a legend takes in px, when it may be at most `width` px wide."""
    spots = _spots(shown, font, width)
    if not spots:
        return QSizeF(0.0, 0.0)
    right = max(spot.x() + _width(entry, font) for spot, entry in zip(spots, shown, strict=True))
    return QSizeF(right - 2 * SPACE + PADDING, spots[-1].y() + ROW + PADDING / 2)


def paint_legend(painter: QPainter, box: QRectF, shown: tuple[Entry, ...], font: QFont, setting: Setting) -> None:
    """Paint the legend into a box; `box` in px, so the painter must stand in px and the setting's pixel be 1."""
    sheet = SHEETS[setting.theme]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(mark_pen(sheet.quiet_ink, 1.0, setting, 0.35))
    painter.setBrush(brush(sheet.paper, 0.92))
    painter.drawRoundedRect(box, 6.0, 6.0)
    painter.setFont(font)
    for spot, entry in zip(_spots(shown, font, box.width()), shown, strict=True):
        corner = box.topLeft() + spot
        sample = QRectF(corner + QPointF(0.0, (ROW - SWATCH.height()) / 2), SWATCH)
        paint_sample(painter, sample, entry, setting)
        painter.setPen(QColor(sheet.ink))
        text = QRectF(sample.right() + SPACE, corner.y(), box.width(), ROW)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)


def paint_sample(painter: QPainter, box: QRectF, entry: Entry, setting: Setting) -> None:
    """Paint the sample of one entry into a box of px."""
    sheet = SHEETS[setting.theme]
    if entry.trigger:
        at = box.center()
        paint_trigger(painter, Trigger("front", at.x(), at.y(), entry.trigger == "approximate", ""), setting)
        return
    path = QPainterPath()
    path.addRoundedRect(box, 2.5, 2.5)
    if entry.wash:
        paint_wash(painter, path, entry.wash, setting)
    if entry.hurts:
        painter.strokePath(path, mark_pen(sheet.referral, 1.6, setting))
    if entry.wash or entry.hurts:
        return
    form = Form("", "muscle", "superficial", box, Lazy(lambda: path), Lazy(lambda: path), Lazy(tuple))
    painter.setPen(mark_pen(sheet.referral, ROLE_WIDTHS[entry.role], setting) if entry.role
                   else mark_pen(sheet.muscle_line, 0.8, setting, 0.6))
    painter.setBrush(brush(form_fill(form, entry.state, True, setting.theme)))
    painter.drawPath(path)
    if entry.state:
        paint_texture(painter, path, form, entry.state, setting)


def _spots(shown: tuple[Entry, ...], font: QFont, width: float) -> list[QPointF]:
    """Where each entry begins, px from the legend's corner: in rows, broken where the width ends."""
    spots: list[QPointF] = []
    x, y = PADDING, PADDING / 2
    # The widest entry has its way, and gives the others room, too.
    width = max([width, *(2 * (PADDING - SPACE) + _width(entry, font) for entry in shown)])
    for entry in shown:
        wide = _width(entry, font)
        if x > PADDING and x + wide - 2 * SPACE + PADDING > width:
            x, y = PADDING, y + ROW
        spots.append(QPointF(x, y))
        x += wide
    return spots


def _width(entry: Entry, font: QFont) -> float:
    return SWATCH.width() + 3 * SPACE + QFontMetricsF(font).horizontalAdvance(entry.label) + 2.0
