"""Motion on the canvas: flying to another part of the body, fading from one colouring to the next."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from app.ui.canvas.camera import Camera

DURATION = 240
"""How long a motion takes, ms."""


class MovingWidget(QWidget):
    """A widget whose flights and fades take their time, unless it is not to be `animated`."""

    animated = True


class Motion(QObject):
    """Runs at most one flight and one fade at a time; either can be cut short at any moment.

    While the widget is not `animated`, or not to be seen, a flight is there at once and nothing fades.
    """

    moved = Signal(object)
    """The camera on its way."""
    landed = Signal()
    faded = Signal()
    """The share of the fade has changed."""

    def __init__(self, widget: MovingWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._from: Camera | None = None
        self._to: Camera | None = None
        self._flight = self._animation(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(self._fly)
        self._flight.finished.connect(self.landed)
        self._fade = self._animation(QEasingCurve.Type.OutQuad)
        self._fade.valueChanged.connect(self.faded)
        self._fade.finished.connect(self.faded)

    def _animation(self, curve: QEasingCurve.Type) -> QVariantAnimation:
        made = QVariantAnimation(self)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.setDuration(DURATION)
        made.setEasingCurve(curve)
        return made

    def fly(self, start: Camera, end: Camera) -> None:
        """Move from one camera to another of the same size."""
        self.stop()
        self._from, self._to = start, end
        if self._moves:
            self._flight.start()
        else:
            self.moved.emit(end)
            self.landed.emit()

    def fade(self) -> None:
        """Begin a fade."""
        self._fade.stop()
        if self._moves:
            self._fade.start()

    def fade_on(self) -> None:
        """There is now what to fade to: a fade that had begun before begins anew."""
        if self.share < 1.0:
            self.fade()
        self.faded.emit()

    def stop(self) -> None:
        """Stay where one is, in the new colours."""
        self._flight.stop()
        self._fade.stop()

    @property
    def _moves(self) -> bool:
        return self._widget.animated and self._widget.isVisible()

    @property
    def flying(self) -> bool:
        """Whether the camera is on its way."""
        return self._flight.state() == QVariantAnimation.State.Running

    @property
    def share(self) -> float:
        """How much of the fade is done, 0..1; 1 when there is none."""
        if self._fade.state() != QVariantAnimation.State.Running:
            return 1.0
        return float(self._fade.currentValue())

    def _fly(self, share: float) -> None:
        if self._from and self._to:
            self.moved.emit(self._to if share >= 1.0 else self._from.between(self._to, share))
