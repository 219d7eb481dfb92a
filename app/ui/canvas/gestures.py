"""Mouse, wheel, touch pad, touch screen and keys, told as a few plain wishes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from app.ui.canvas.measure import Measure

WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel (15 degrees)."""
KEY_ZOOM = 1.25
KEY_PAN = 48.0
"""How far an arrow key with Alt and Shift moves the picture, px."""
PANNING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

ARROWS = {Qt.Key.Key_Left: (KEY_PAN, 0.0), Qt.Key.Key_Right: (-KEY_PAN, 0.0), Qt.Key.Key_Up: (0.0, KEY_PAN),
          Qt.Key.Key_Down: (0.0, -KEY_PAN)}
CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
FITTING = (Qt.Key.Key_0,)


class Gestures(QObject):
    """Watches a widget. Places are px of its picture."""

    zoomed = Signal(float, QPointF)
    """A factor, and the place that stays where it is."""
    dragged = Signal(QPointF)
    """By how many px the picture is to move."""
    clicked = Signal(QPointF)
    added = Signal(QPointF)
    """A click with Ctrl: what is there joins what is selected, or leaves it."""
    double_clicked = Signal(QPointF)
    pointed = Signal(QPointF)
    left = Signal()
    fit_wanted = Signal()

    def __init__(self, widget: QWidget, measure: Measure) -> None:
        super().__init__(widget)
        self._widget = widget
        self._of = measure.of
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        widget.setMouseTracking(True)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn an event into a signal; what was understood goes no further."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            self._move(event)
        elif event.type() == QEvent.Type.MouseButtonPress and (left or event.button() == Qt.MouseButton.MiddleButton):
            self._pressed = self._last = event.position()
            self._dragging = False
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._release(event)
        elif event.type() == QEvent.Type.MouseButtonDblClick and left:
            self._pressed = None
            (self.added if _adds(event) else self.double_clicked).emit(self._of(event.position()))
        else:
            return False
        return True

    def _move(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            self.pointed.emit(self._of(place))
            return
        if not self._dragging and (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self._of(place - self._last))
            self._last = place

    def _release(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._widget.unsetCursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            (self.added if _adds(event) else self.clicked).emit(self._of(event.position()))
        self._pressed = None
        self._dragging = False

    def _wheel(self, event: QWheelEvent) -> bool:
        pixels = event.pixelDelta()
        fingers = event.phase() != Qt.ScrollPhase.NoScrollPhase and not pixels.isNull()
        if fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.dragged.emit(self._of(QPointF(pixels)))
        elif event.angleDelta().y():
            self.zoomed.emit(WHEEL_STEP ** (event.angleDelta().y() / 120), self._of(event.position()))
        event.accept()
        return True

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoomed.emit(1.0 + event.value(), self._of(event.position()))
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.fit_wanted.emit()
        else:
            return False
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        # Two fingers report the place on the screen.
        place = QPointF(self._widget.mapFromGlobal(pinch.centerPoint().toPoint()))
        self.zoomed.emit(pinch.scaleFactor(), self._of(place))
        self.dragged.emit(self._of(pinch.centerPoint() - pinch.lastCenterPoint()))
        event.accept()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ARROWS and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == PANNING:
            self.dragged.emit(QPointF(*ARROWS[key]))
            return True
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        centre = self._of(QPointF(self._widget.rect().center()))
        if key in CLOSER:
            self.zoomed.emit(KEY_ZOOM, centre)
        elif key == Qt.Key.Key_Minus:
            self.zoomed.emit(1 / KEY_ZOOM, centre)
        elif key in FITTING:
            self.fit_wanted.emit()
        else:
            return False
        return True


def _adds(event: QMouseEvent) -> bool:
    """Whether a click means one more."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
