"""A soft-edged circle that stays bright at the pointer while all else dims."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

DIM = 0.78
"""How much of the light is taken off outside the circle, 0..1."""
EDGE = 0.72
"""From this share 0..1 of the radius on the circle grows dim."""
FIRST, LEAST, MOST = 0.17, 0.06, 0.5
"""Radius at first and its limits, as a share of the widget's height."""
NOTCH = 1.15
"""What one notch of the wheel changes the radius by."""


class Spotlight(QWidget):
    """Lies over the picture and lets the mouse through. Only what the circle leaves and reaches is painted when it moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Spotlight")
        self.hide()
        self._at = QPoint()
        self._share = FIRST
        self._hole = QPixmap()

    @property
    def radius(self) -> int:
        """Radius of the circle, px."""
        return max(round(self._share * self.height()), 1)

    def move_to(self, at: QPoint) -> None:
        """Put the middle of the circle at a place of the widget, px."""
        if at != self._at:
            before, self._at = self._box(), at
            if self.isVisible():
                self.update(QRegion(before).united(self._box()))

    def widen(self, notches: float) -> None:
        """Make the circle wider by some notches of the wheel, each by one ratio, or narrower."""
        self._share = min(max(self._share * NOTCH ** notches, LEAST), MOST)
        self._hole = QPixmap()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: dim all but the circle."""
        if self._hole.isNull() or self._hole.devicePixelRatioF() != self.devicePixelRatioF():
            self._hole = self._soft_hole()
        painter = QPainter(self)
        painter.drawPixmap(self._box().topLeft(), self._hole)
        painter.setClipRegion(event.region().subtracted(QRegion(self._box())))
        painter.fillRect(event.rect(), _dimness(DIM))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the circle keeps its share of the height."""
        super().resizeEvent(event)
        self._hole = QPixmap()

    def _box(self) -> QRect:
        radius = self.radius
        return QRect(self._at - QPoint(radius, radius), self._at + QPoint(radius - 1, radius - 1))

    def _soft_hole(self) -> QPixmap:
        """The square round the circle: clear within, dim in its corners."""
        ratio, size = self.devicePixelRatioF(), 2 * self.radius
        picture = QPixmap(math.ceil(size * ratio), math.ceil(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        light = QRadialGradient(size / 2, size / 2, size / 2)
        for place, strength in ((EDGE, 0.0), ((1 + EDGE) / 2, DIM / 2), (1.0, DIM)):
            light.setColorAt(place, _dimness(strength))
        painter = QPainter(picture)
        painter.fillRect(QRectF(0, 0, size, size), light)
        painter.end()
        return picture


def _dimness(strength: float) -> QColor:
    return QColor.fromRgbF(0.0, 0.0, 0.0, strength)
