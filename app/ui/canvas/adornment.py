"""What stands on the canvas but not in the scene: the legend, the locator, the label beside the pointer."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from app.model.look import SHEETS, ThemeName
from app.paint.legend import Entry, legend_size, paint_legend
from app.paint.palette import Setting, brush, colour
from app.ui.canvas.camera import Camera, fitted
from app.ui.canvas.frame import Content, painted

MARGIN = 16.0
LOCATOR = 104.0
"""Height of the locator, px."""
LABEL_OFFSET = QPointF(14.0, 18.0)


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


def label_box(text: str, at: QPointF, font: QFont, width: float, height: float) -> QRectF:
    """Where the label of what is under the pointer stands (px): beside the pointer, inside the widget."""
    size = QFontMetricsF(font).size(0, text)
    box = QRectF(at + LABEL_OFFSET, size).adjusted(0, 0, 16, 8)
    if box.right() > width - 4:
        box.moveRight(max(at.x() - 8, box.width() + 4))
    if box.bottom() > height - 4:
        box.moveBottom(at.y() - 8)
    return box


def paint_label(painter: QPainter, text: str, box: QRectF, font: QFont, theme: ThemeName) -> None:
    """Paint the name of what is under the pointer into a box (px)."""
    sheet = SHEETS[theme]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(sheet.ink, 0.94))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(sheet.paper))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _blank(width: float, height: float, ratio: float) -> QPixmap:
    picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
