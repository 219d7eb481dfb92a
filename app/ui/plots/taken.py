"""Pictures of plots, to be taken away: whole, however little of them is seen in the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QRegion
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.ui.plots.bars_plot import BarsPlot
from app.ui.plots.curve_plot import CurvePlot
from app.ui.theme import Palette, grown

FINE = 2.0
"""Pixels of a picture in one px of the window, at least."""
EDGE = 16
"""Round the picture, px."""


def picture_of(title: str, plot: BarsPlot | CurvePlot, below: tuple[QWidget, ...], palette: Palette) -> QImage:
    """A title, a plot, and what stands below it."""
    ratio = max(FINE, plot.devicePixelRatioF())
    wide, high = plot.width(), _height(plot)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    head = QFontMetrics(plot.font()).boundingRect(0, 0, wide, 10_000, int(flags), title).height() + grown(12)
    size = (wide + 2 * EDGE, head + high + sum(part.height() for part in below if part.isVisible()) + 2 * EDGE)
    image = QImage(round(size[0] * ratio), round(size[1] * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    painter.setFont(plot.font())
    painter.setPen(QColor(palette.ink))
    painter.translate(EDGE, EDGE)
    painter.drawText(QRectF(0, 0, wide, head), flags, title)
    painter.translate(0, head)
    _paint(painter, plot, high)
    painter.translate(0, high)
    for part in below:
        if part.isVisible():
            part.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
            painter.translate(0, part.height())
    painter.end()
    return image


def _height(plot: BarsPlot | CurvePlot) -> int:
    return round(plot.item.height) if isinstance(plot, BarsPlot) else plot.height()


def _paint(painter: QPainter, plot: BarsPlot | CurvePlot, high: int) -> None:
    if not isinstance(plot, BarsPlot):
        plot.render(painter, QRectF(0.0, 0.0, float(plot.width()), float(high)), plot.rect())
        return
    item = plot.item
    kept = item.room, item.top, item.marked
    item.room, item.top, item.marked = QRectF(0.0, 0.0, item.room.width(), float(high)), 0.0, type(item.marked)()
    item.paint(painter, QStyleOptionGraphicsItem())
    item.room, item.top, item.marked = kept
