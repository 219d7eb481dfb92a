"""A slider with a scale: where neutral lies, where people usually stand, and a handle that can be dragged, keyed and typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider

from app.model.frozen import frozen
from app.ui.theme import PALETTES, Palette, grown

HEIGHT, LEAST = 28, 56
"""The height (it grows with the text) and the least width, px."""
EDGE = 11.0
"""From the edge to the end of the groove, px; it grows with the text."""
KNOB, SPOT, GROOVE, GONE, BAND, TICK = 7.0, 3.5, 2.0, 4.0, 14.0, 9.0
"""Radius of the handle and of the ring at what the patterns say, thickness of the groove and of what is gone of it, height of the
shaded range, half the height of the tick, px; all grow with the text."""
NEAR = 5.0
"""So near to a mark, px, the handle takes its value."""
SMALL, LARGE = 1.0, 5.0
"""What an arrow moves, and with Shift, or PageUp and PageDown; degrees, mm or per cent times `step`."""
PAUSE = 500
"""So long after the last key, ms, the value is chosen."""
SHADE = 44
"""How much of its colour the shaded range has, of 255."""
KEYS = {
    int(Qt.Key.Key_Left): -SMALL, int(Qt.Key.Key_Down): -SMALL, int(Qt.Key.Key_Right): SMALL, int(Qt.Key.Key_Up): SMALL,
    int(Qt.Key.Key_PageDown): -LARGE, int(Qt.Key.Key_PageUp): LARGE,
}


@frozen
class Scale:
    """What a slider measures: its ends, where it stands of itself (`origin`), and the fineness of a dragged value; one unit."""

    low: float
    high: float
    origin: float = 0.0
    fine: float = 0.5
    step: float = 1.0
    """What is one step of the arrows."""
    usual: tuple[tuple[float, float], ...] = ()
    """Where people usually stand."""


class ScaleSlider(QSlider):
    """It shows what it is told, and reports what the hand does; `at` is exact, the value that Qt tells others is rounded."""

    tried = Signal(float)
    """Where it is dragged or keyed to, for the time being."""
    chosen = Signal(float)
    """Where it was let go, or where the keys have come to rest."""
    given_up = Signal()
    """What was tried is not chosen: all is as before."""
    freed = Signal()
    """It is to stand where it stands of itself."""
    typing = Signal()
    """A number is to be typed."""

    def __init__(self, name: str, scale: Scale) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.scale = scale
        self.at = scale.origin
        self.said: float | None = None
        """Where the patterns have it, while it stands elsewhere by hand."""
        self.by_hand = False
        self._palette = PALETTES["light"]
        self._growth = 1.0
        self._before: float | None = None
        """Where it was before it was dragged."""
        self._keys = QTimer(self, singleShot=True, interval=PAUSE)
        self._keys.timeout.connect(self._choose)
        self.setAccessibleName(name)
        self.setRange(math.floor(scale.low), math.ceil(scale.high))
        self.setSingleStep(max(round(scale.step), 1))
        self.setPageStep(max(round(LARGE * scale.step), 1))
        self.setMinimumWidth(LEAST)
        self.valueChanged.connect(self._take_from_outside)

    @property
    def is_held(self) -> bool:
        """Whether a hand is at it: what it stands at is not yet chosen."""
        return self.isSliderDown() or self._keys.isActive()

    def show_at(self, at: float) -> None:
        """Stand at a value (degrees or mm), unless a hand is at it."""
        if not self.is_held:
            self._stand(at)

    def show_origin(self, said: float | None, by_hand: bool) -> None:
        """Tell whether it was set by hand, and where the patterns have it (degrees or mm)."""
        if (said, by_hand) != (self.said, self.by_hand):
            self.said, self.by_hand = said, by_hand
            self.update()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.setFixedHeight(grown(HEIGHT))
        self.update()

    def x_of(self, value: float) -> float:
        """Where a value stands, px."""
        inside = min(max(value, self.scale.low), self.scale.high)
        edge = EDGE * self.height() / HEIGHT
        return edge + (self.width() - 2 * edge) * (inside - self.scale.low) / (self.scale.high - self.scale.low)

    # The hand.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the handle comes to the pointer; taken by the handle itself, it does not jump."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._before = self.at
        self.setSliderDown(True)
        if abs(event.position().x() - self.x_of(self.at)) > KNOB * self._growth:
            self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the handle follows the pointer."""
        if self.isSliderDown():
            self._drag(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Qt: the handle stays."""
        if self.isSliderDown():
            self.setSliderDown(False)
            if self.at != self._before:
                self.chosen.emit(self.at)
            else:
                self.given_up.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Qt: back to where it stands of itself."""
        self.freed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel scrolls the panel; a slider that it passes must not move."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows, PageUp and PageDown, Home and End move it; 0 is neutral, Delete frees it, Enter types."""
        key = event.key()
        if key in KEYS:
            wide = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and abs(KEYS[key]) == SMALL
            self._key_to(self.at + KEYS[key] * self.scale.step * (LARGE if wide else SMALL))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._key_to(self.scale.low if key == Qt.Key.Key_Home else self.scale.high)
        elif key == Qt.Key.Key_0:
            self._key_to(self.scale.origin)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._keys.stop()
            self.freed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.typing.emit()
        elif key == Qt.Key.Key_Escape and self.isSliderDown():
            self._let_go()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: who goes on has chosen."""
        super().focusOutEvent(event)
        if self._keys.isActive():
            self._choose()

    def _let_go(self) -> None:
        """Back to where the handle was before it was dragged."""
        self.setSliderDown(False)
        if self._before is not None:
            self._stand(self._before)
        self.given_up.emit()

    def _drag(self, x: float) -> None:
        first, last = self.x_of(self.scale.low), self.x_of(self.scale.high)
        share = (x - first) / max(last - first, 1.0)
        value = self.scale.low + share * (self.scale.high - self.scale.low)
        marks = (self.scale.origin, *(() if self.said is None else (self.said,)))
        near = next((mark for mark in marks if abs(self.x_of(mark) - x) <= NEAR), None)
        self._try(round(value / self.scale.fine) * self.scale.fine if near is None else near)

    def _key_to(self, value: float) -> None:
        self._keys.start()
        self._try(value)

    def _try(self, value: float) -> None:
        if self._stand(value):
            self.tried.emit(self.at)

    def _choose(self) -> None:
        self._keys.stop()
        self.chosen.emit(self.at)

    def _stand(self, value: float) -> bool:
        """Stand at a value, brought inside; whether it moved."""
        value = min(max(value, self.scale.low), self.scale.high)
        if value == self.at:
            return False
        self.at = value
        self.blockSignals(True)
        self.setValue(round(value))
        self.blockSignals(False)
        self.update()
        return True

    def _take_from_outside(self, value: int) -> None:
        """Moved by something that speaks for a person, such as a screen reader."""
        self._key_to(float(value))

    # The picture.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the usual range, the groove, what is gone of it, the tick of neutral, the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, self._growth = self.height() / 2, self.height() / HEIGHT
        self._draw_usual(painter, middle)
        self._draw_groove(painter, middle)
        self._draw_handle(painter, middle)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.focus), self._palette.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.end()

    def _draw_usual(self, painter: QPainter, middle: float) -> None:
        for low, high in self.scale.usual:
            half = BAND * self._growth / 2
            box = QRectF(QPointF(self.x_of(low), middle - half), QPointF(self.x_of(high), middle + half))
            shade = QColor(self._palette.link)
            shade.setAlpha(SHADE)
            painter.fillRect(box, shade)
            painter.setPen(QPen(QColor(self._palette.link), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
            painter.drawLine(box.topRight(), box.bottomRight())

    def _draw_groove(self, painter: QPainter, middle: float) -> None:
        colours, cap, growth = self._palette, Qt.PenCapStyle.RoundCap, self._growth
        origin = self.x_of(self.scale.origin)
        painter.setPen(QPen(QColor(colours.edge), GROOVE * growth, Qt.PenStyle.SolidLine, cap))
        painter.drawLine(QPointF(self.x_of(self.scale.low), middle), QPointF(self.x_of(self.scale.high), middle))
        painter.setPen(QPen(QColor(colours.accent if self.isEnabled() else colours.edge), GONE * growth, Qt.PenStyle.SolidLine, cap))
        if self.at != self.scale.origin:
            painter.drawLine(QPointF(origin, middle), QPointF(self.x_of(self.at), middle))
        painter.setPen(QPen(QColor(colours.quiet), 2))
        painter.drawLine(QPointF(origin, middle - TICK * growth), QPointF(origin, middle + TICK * growth))
        if self.said is not None and self.said != self.at:
            painter.setPen(QPen(QColor(colours.quiet), 1.5))
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(QPointF(self.x_of(self.said), middle), SPOT * growth, SPOT * growth)

    def _draw_handle(self, painter: QPainter, middle: float) -> None:
        colours = self._palette
        held = self.hasFocus() or self.isSliderDown()
        rim = colours.focus if held else colours.quiet if self.isEnabled() else colours.edge
        painter.setPen(QPen(QColor(rim), colours.ring))
        painter.setBrush(QColor(colours.accent if self.by_hand else colours.surface))
        painter.drawEllipse(QPointF(self.x_of(self.at), middle), KNOB * self._growth, KNOB * self._growth)
