"""A whole figure on a page of its own: the views, their words, labels, the legend. Exports paint it; the window does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from app.model.frozen import frozen
from app.model.look import SHEETS
from app.paint.labels.drawing import paint_labels, ruler_for
from app.paint.labels.fitting import Fit, Label, labels_of
from app.paint.labels.geometry import Box
from app.paint.labels.words import Letters
from app.paint.legend import Entry, entries, legend_size, paint_legend
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.plate import Plate
from app.paint.scene import COLUMN, Scene, arranged, paint_pointer, paint_scene, paint_words
from app.state.state import Depth

MARGIN = 16.0
USUAL = (1600, 1100)
"""The size of a page where none is asked for, px."""
FONT = 13
"""Size of the words, px."""


@frozen
class Plan:
    """Where everything stands on a page, px: the scene at a `scale` (px per mm) from a `corner` on, labels, legend."""

    scene: Scene
    scale: float
    corner: QPointF
    labels: tuple[Label, ...]
    shown: tuple[Entry, ...]
    legend: QRectF


def figure_font() -> QFont:
    """The font of all words on a figure."""
    font = QFont()
    font.setPixelSize(FONT)
    return font


def planned(plates: Sequence[Plate], marks: Marks, depth: Depth, page: QRectF) -> Plan:
    """The plan of a figure on a page, px."""
    font = figure_font()
    shown = entries(marks, [plate.view for plate in plates])
    size = legend_size(shown, font, page.width() - 2 * MARGIN)
    legend = QRectF(QPointF(page.center().x() - size.width() / 2, page.bottom() - MARGIN - size.height()), size)
    room = page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - (size.height() + MARGIN / 2 if shown else 0.0))
    scene = arranged(plates, (room.width(), room.height()), COLUMN if marks.labelled else 0.0)
    scale = max(min(room.width() / scene.box.width(), room.height() / scene.box.height()), 1e-3)
    corner = room.center() - QPointF(scene.box.width(), scene.box.height()) * (scale / 2)
    fit = Fit(scale, corner.x(), corner.y(), Box(room.left(), room.top(), room.right(), room.bottom()))
    labels = labels_of(scene, marks, depth, fit, Letters(ruler_for(font), FONT))
    return Plan(scene, scale, corner, labels, shown, legend)


def paint_figure(painter: QPainter, plates: Sequence[Plate], marks: Marks, setting: Setting, page: QRectF) -> None:
    """Paint a figure on a page (px, the painter's own frame); the setting's `pixel` is found out here."""
    plan, font = planned(plates, marks, setting.depth, page), figure_font()
    painter.fillRect(page, QColor(SHEETS[setting.theme].paper))
    placed = replace(setting, pixel=1.0 / plan.scale)
    painter.save()
    painter.translate(plan.corner)
    painter.scale(plan.scale, plan.scale)
    paint_scene(painter, plan.scene, marks, placed, plan.scene.box)
    paint_pointer(painter, plan.scene, marks, (), placed)
    paint_words(painter, plan.scene, placed, font)
    painter.restore()
    paint_labels(painter, plan.labels, font, setting.theme)
    if plan.shown:
        paint_legend(painter, plan.legend, plan.shown, font, replace(setting, pixel=1.0))
