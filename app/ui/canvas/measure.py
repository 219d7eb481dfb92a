"""In which px a canvas draws: those of its widget, or larger ones, so that all that it writes can be read from afar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Measure:
    """Translates between a widget's px and the picture's; `px` is how many of the widget's one of the picture takes."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.px = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the widget, px of the picture."""
        return self.widget.width() / self.px, self.widget.height() / self.px

    @property
    def box(self) -> QRectF:
        """The whole widget, px of the picture."""
        return QRectF(QPointF(0.0, 0.0), QSizeF(*self.size))

    @property
    def ratio(self) -> float:
        """Device px in one px of the picture."""
        return self.widget.devicePixelRatioF() * self.px

    def of(self, place: QPointF) -> QPointF:
        """A place or a way on the widget (px), in px of the picture."""
        return place / self.px

    def on_widget(self, box: QRect) -> QRect:
        """What a box of the picture (px) covers on the widget (px)."""
        if self.px == 1.0:
            return box
        return QRectF(QPointF(box.topLeft()) * self.px, QSizeF(box.size()) * self.px).toAlignedRect()

    def on_screen(self, place: QPointF) -> QPoint:
        """Where a place of the picture (px) is on the screen."""
        return self.widget.mapToGlobal((place * self.px).toPoint())

    def painter(self, event: QPaintEvent) -> QPainter:
        """A painter on the widget that stands in px of the picture and paints no more than it has to."""
        painter = QPainter(self.widget)
        painter.setClipRect(event.rect())
        if self.px != 1.0:
            painter.scale(self.px, self.px)
        return painter
