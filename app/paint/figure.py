"""A whole figure on a page of its own: the views, their words, labels, the legend. Exports paint it; the window does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from app.model.frozen import frozen
from app.model.look import SHEETS
from app.paint.caption import HEIGHT, LINES, caption_font, caption_lines, paint_caption
from app.paint.labels.drawing import paint_labels, ruler_for
from app.paint.labels.fitting import Fit, Label, labels_of
from app.paint.labels.geometry import Box
from app.paint.labels.words import Letters
from app.paint.legend import Entry, entries, legend_size, paint_legend
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.plate import Plate
from app.paint.scene import (
    COLUMN,
    Scene,
    arranged,
    needs_column,
    paint_numbers,
    paint_pointer,
    paint_scene,
    paint_words,
)
from app.state.state import Depth

MARGIN = 16.0
USUAL = (1600, 1100)
"""The size of a page where none is asked for, px."""
FONT = 13
"""Size of the words, px."""


@frozen
class Window:
    """A part of a scene that is looked at, mm, in the arrangement in which it is."""

    scene: Scene
    part: QRectF


@frozen
class Plan:
    """Where everything stands on a page, px: the scene at a `scale` (px per mm) from a `corner` on, labels, legend.

    `part` of the scene (mm) is to be seen.
    """

    scene: Scene
    part: QRectF
    scale: float
    corner: QPointF
    labels: tuple[Label, ...]
    shown: tuple[Entry, ...]
    legend: QRectF
    caption: tuple[str, ...] = ()
    """What a step says, in lines above the bodies, centred beneath `top`."""
    top: QPointF = field(default_factory=QPointF)


def figure_font() -> QFont:
    """The font of all words on a figure."""
    font = QFont()
    font.setPixelSize(FONT)
    return font


def planned(plates: Sequence[Plate], marks: Marks, depth: Depth, page: QRectF, window: Window | None = None) -> Plan:
    """The plan of a figure on a page, px: the whole of the plates, or what is seen through a window, as large as it goes."""
    font = figure_font()
    shown = entries(marks, [plate.view for plate in plates])
    size = legend_size(shown, font, page.width() - 2 * MARGIN)
    legend = QRectF(QPointF(page.center().x() - size.width() / 2, page.bottom() - MARGIN - size.height()), size)
    caption = caption_lines(marks.caption, caption_font(font), page.width() - 2 * MARGIN)
    above = LINES * HEIGHT if caption else 0.0
    room = page.adjusted(MARGIN, MARGIN + above, -MARGIN, -MARGIN - (size.height() + MARGIN / 2 if shown else 0.0))
    scene = window.scene if window else arranged(plates, (room.width(), room.height()), COLUMN if marks.labelled or needs_column(plates) else 0.0)
    # A window is filled to the edges of its page, and the legend lies over it.
    part, frame = (window.part, page) if window else (scene.box, room)
    scale = max(min(frame.width() / part.width(), frame.height() / part.height()), 1e-3)
    corner = frame.center() - part.center() * scale
    fit = Fit(scale, corner.x(), corner.y(), Box(room.left(), room.top(), room.right(), room.bottom()))
    labels = labels_of(scene, marks, depth, fit, Letters(ruler_for(font), FONT))
    exposed = QRectF((page.topLeft() - corner) / scale, page.size() / scale) if window else part
    return Plan(scene, exposed, scale, corner, labels, shown, legend, caption, QPointF(page.center().x(), page.top() + MARGIN))


def paint_figure(painter: QPainter, plan: Plan, marks: Marks, setting: Setting, page: QRectF) -> None:
    """Paint a planned figure on a page (px, the painter's own frame); the setting's `pixel` is found out here."""
    painter.fillRect(page, QColor(SHEETS[setting.theme].paper))
    painter.setClipRect(page)
    paint_plan(painter, plan, marks, setting)


def paint_plan(painter: QPainter, plan: Plan, marks: Marks, setting: Setting) -> None:
    """Paint a planned figure and no ground beneath it, px."""
    font = figure_font()
    placed = replace(setting, pixel=1.0 / plan.scale)
    painter.save()
    painter.translate(plan.corner)
    painter.scale(plan.scale, plan.scale)
    paint_scene(painter, plan.scene, marks, placed, plan.part)
    paint_pointer(painter, plan.scene, marks, (), placed)
    paint_words(painter, plan.scene, placed, font)
    paint_numbers(painter, plan.scene, marks, placed)
    painter.restore()
    paint_labels(painter, plan.labels, font, setting.theme)
    paint_caption(painter, plan.caption, plan.top, caption_font(font), setting.theme)
    if plan.shown:
        paint_legend(painter, plan.legend, plan.shown, font, replace(setting, pixel=1.0))
