"""Labels on a sheet: hairlines with a halo where they run over the figure, a dot, words in ink."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from app.model.look import SHEETS, ThemeName
from app.paint.labels.blank import blank_of
from app.paint.labels.fitting import Label
from app.paint.labels.words import LINE, Ruler
from app.paint.palette import brush, colour
from app.paint.scene import sized

DOT = 1.9
"""Radius of the dot at the end of a leader, px."""
HALO = 2.6
"""Width of the halo of a leader, px."""
RULE = 1.0
"""Width of the line for a name that is to be guessed, px."""
SIZES_KEPT, TEXTS_KEPT = 200, 8000
"""So many sizes of letters and widths of texts does a ruler remember: all that the content names, at a few sizes."""


def ruler_for(font: QFont) -> Ruler:
    """Measures texts in a font at any size; it remembers them, as the same names are laid out again and again."""
    return _ruler(font.toString())


@lru_cache(maxsize=4)
def _ruler(description: str) -> Ruler:
    font = QFont()
    font.fromString(description)

    @lru_cache(maxsize=SIZES_KEPT)
    def metrics(size: float) -> QFontMetricsF:
        return QFontMetricsF(sized(font, size))

    @lru_cache(maxsize=TEXTS_KEPT)
    def width(text: str, size: float) -> float:
        return metrics(size).horizontalAdvance(text) + 1.0

    return width


def paint_labels(painter: QPainter, labels: Iterable[Label], font: QFont, theme: ThemeName) -> None:
    """Paint labels, as far as the painter's clip shows them; it stands in px of the sheet."""
    shown = painter.clipBoundingRect() if painter.hasClipping() else None
    labels = tuple(label for label in labels if shown is None or shown.intersects(_reach(label)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in labels:
        _paint_leader(painter, label, theme)
    for label in labels:
        _paint_words(painter, label, font, theme)
    painter.restore()


def _reach(label: Label) -> QRectF:
    """All that a label may cover, px."""
    box, end = label.box, label.leader[2]
    top, bottom = min(box.top, end[1]), max(box.bottom, end[1])
    return QRectF(QPointF(min(box.left, end[0]), top), QPointF(max(box.right, end[0]), bottom)).adjusted(-60, -4, 60, 4)


def _paint_leader(painter: QPainter, label: Label, theme: ThemeName) -> None:
    sheet = SHEETS[theme]
    line = QPolygonF([QPointF(*point) for point in label.leader])
    end = QPointF(*label.leader[2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(sheet.paper, 0.8), HALO, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(line)
    painter.setPen(QPen(colour(sheet.ink, 0.85), 0.8))
    painter.drawPolyline(line)
    if label.dot:
        painter.setPen(QPen(colour(sheet.paper, 0.9), 1.0))
        painter.setBrush(brush(sheet.ink))
        painter.drawEllipse(end, DOT, DOT)


def _paint_blank(painter: QPainter, label: Label, font: QFont, theme: ThemeName) -> None:
    sheet, blank, size = SHEETS[theme], blank_of(label), label.letters
    left = blank.x - label.blank if blank.ends else blank.x
    room = QRectF(left, blank.middle - size, label.blank, 2 * size)
    if label.upon:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(sheet.paper, 0.9))
        painter.drawRoundedRect(room.adjusted(-3, 0, 3, 0), 3, 3)
    painter.setFont(sized(font, size))
    painter.setPen(QColor(sheet.ink))
    aligned = Qt.AlignmentFlag.AlignRight if blank.ends else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, aligned | Qt.AlignmentFlag.AlignVCenter, blank.text)
    painter.setPen(QPen(QColor(sheet.quiet_ink), RULE))
    painter.drawLine(QPointF(blank.start, blank.y), QPointF(blank.end, blank.y))


def _paint_words(painter: QPainter, label: Label, font: QFont, theme: ThemeName) -> None:
    sheet, box = SHEETS[theme], label.box
    if label.upon and not label.blank:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(sheet.paper, 0.9))
        painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height).adjusted(-3, 0, 3, 0), 3, 3)
    if label.blank:
        _paint_blank(painter, label, font, theme)
        return
    aligned = Qt.AlignmentFlag.AlignRight if label.side == "right" else Qt.AlignmentFlag.AlignLeft
    y = box.top
    for line in label.lines:
        painter.setFont(sized(font, line.size))
        painter.setPen(QColor(sheet.quiet_ink if line.second else sheet.ink))
        room = QRectF(box.left - 50, y, box.width + 50, line.size * LINE) if label.side == "right" \
            else QRectF(box.left, y, box.width + 50, line.size * LINE)
        painter.drawText(room, aligned | Qt.AlignmentFlag.AlignVCenter, line.text)
        y += line.size * LINE
