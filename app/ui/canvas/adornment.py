"""What stands on the canvas but not in the scene: the legend and the locator."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from app.model.look import SHEETS, ThemeName
from app.paint.legend import Entry, legend_size, paint_legend
from app.paint.palette import Setting, brush, colour
from app.ui.canvas.camera import Camera, fitted
from app.ui.canvas.frame import Content, painted

MARGIN = 16.0
LOCATOR = 104.0
"""Height of the locator, px."""
RING = 7.0
"""Radius of the ring of the keyboard's cursor, px."""


def legend_picture(shown: tuple[Entry, ...], font: QFont, width: float, theme: ThemeName, ratio: float) -> QPixmap:
    """The legend as a picture at most `width` px wide, at `ratio` device px per px; null when there is nothing to say."""
    size = legend_size(shown, font, width)
    if size.isEmpty():
        return QPixmap()
    picture = _blank(size.width() + 2, size.height() + 2, ratio)
    painter = QPainter(picture)
    paint_legend(painter, QRectF(QPointF(1, 1), size), shown, font, Setting("superficial", theme, 1.0, ratio))
    painter.end()
    return picture


def locator_picture(content: Content, ratio: float) -> QPixmap:
    """The whole scene, small, at `ratio` device px per px."""
    box = content.scene.box
    size = (math.ceil(LOCATOR * box.width() / box.height()), LOCATOR)
    camera = fitted((box.x(), box.y(), box.width(), box.height()), size, (2.0, 2.0, 2.0, 2.0))
    # The marks of the plumb line would be as large as a head.
    bare = replace(content, depth=content.seen_depth, fade=0.0, marks=replace(content.marks, plumb=()))
    return QPixmap.fromImage(painted(bare, camera, ratio).image)


def locator_box(camera: Camera, picture: QPixmap) -> QRectF:
    """Where the locator stands, px: in the upper right corner."""
    size = picture.deviceIndependentSize()
    return QRectF(camera.width - MARGIN - size.width(), MARGIN, size.width(), size.height())


def paint_locator(painter: QPainter, picture: QPixmap, camera: Camera, scene: QRectF, theme: ThemeName) -> None:
    """Paint the locator with a frame round what the camera shows of the scene (mm)."""
    sheet = SHEETS[theme]
    box = locator_box(camera, picture)
    painter.drawPixmap(box.topLeft(), picture)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(sheet.quiet_ink, 0.5), 1.0))
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
    scale = box.height() / scene.height()
    x, y, width, height = camera.exposed()
    window = QRectF(box.left() + x * scale, box.top() + y * scale, width * scale, height * scale).intersected(box)
    painter.setPen(QPen(QColor(sheet.insertion), 1.5))
    painter.setBrush(brush(sheet.insertion, 0.12))
    painter.drawRect(window)


def ring_box(at: QPointF) -> QRectF:
    """What the ring of the keyboard's cursor covers, px."""
    return QRectF(at, at).adjusted(-RING - 4, -RING - 4, RING + 4, RING + 4)


def paint_ring(painter: QPainter, at: QPointF, theme: ThemeName) -> None:
    """Paint the keyboard's cursor at a point (px): a ring with an edge of paper, so that it is seen on every colour."""
    sheet = SHEETS[theme]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, wide in ((sheet.paper, 6.0), (sheet.insertion, 2.5)):
        painter.setPen(QPen(QColor(ink), wide))
        painter.drawEllipse(at, RING, RING)


def _blank(width: float, height: float, ratio: float) -> QPixmap:
    picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
