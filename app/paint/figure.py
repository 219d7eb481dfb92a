"""A whole figure on a page of its own: the views, their words, the legend. Exports paint it; the window does not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from app.model.look import SHEETS
from app.paint.legend import entries, legend_size, paint_legend
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.scene import Scene, paint_pointer, paint_scene, paint_words

MARGIN = 16.0
FONT = 13
"""Size of the words, px."""


def figure_font() -> QFont:
    """The font of all words on a figure."""
    font = QFont()
    font.setPixelSize(FONT)
    return font


def paint_figure(painter: QPainter, scene: Scene, marks: Marks, setting: Setting, page: QRectF) -> None:
    """Paint a figure on a page (px, the painter's own frame); the setting's `pixel` is found out here."""
    font = figure_font()
    shown = entries(marks, scene.views)
    legend = legend_size(shown, font, page.width() - 2 * MARGIN)
    painter.fillRect(page, QColor(SHEETS[setting.theme].paper))
    room = page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - (legend.height() + MARGIN / 2 if shown else 0.0))
    scale = max(min(room.width() / scene.box.width(), room.height() / scene.box.height()), 1e-3)
    placed = Setting(setting.depth, setting.theme, 1.0 / scale, setting.ratio, setting.paper)
    painter.save()
    corner = room.center() - QPointF(scene.box.width(), scene.box.height()) * (scale / 2)
    painter.translate(corner)
    painter.scale(scale, scale)
    paint_scene(painter, scene, marks, placed, scene.box)
    paint_pointer(painter, scene, marks, (), placed)
    paint_words(painter, scene, placed, font)
    painter.restore()
    if shown:
        box = QRectF(QPointF(page.center().x() - legend.width() / 2, page.bottom() - MARGIN - legend.height()), legend)
        paint_legend(painter, box, shown, font, Setting(setting.depth, setting.theme, 1.0, setting.ratio, setting.paper))
