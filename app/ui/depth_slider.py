"""The slider that fades from one layer of the body to the next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider

from app.state.state import DEPTHS
from app.ui.theme import PALETTES, Palette, grown

PARTS = 100
"""Steps from one layer to the next."""
STEP = 10
SNAP = 6
"""So near to a layer, in steps, the pointer takes that layer itself."""
HEIGHT = 28
EDGE = 11.0
"""From the edge to the first stop, px."""
KNOB = 7.0


class DepthSlider(QSlider):
    """Left is the whole body, right the bone; each layer is a stop. It shows what it is told and reports where it is moved."""

    moved_to = Signal(float)
    """How many layers are to be taken off, 0 to 3."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, PARTS * (len(DEPTHS) - 1))
        self.setSingleStep(STEP)
        self.setPageStep(PARTS)
        self.setAccessibleName("Fade between the layers, from superficial to bone")
        self.setToolTip("Fade between the layers ([ and ])")
        self._palette = PALETTES["light"]
        self.valueChanged.connect(self._tell)

    def show_layers(self, layers: float) -> None:
        """Stand where so many layers are taken off, 0 to 3; the unit is one layer."""
        self.blockSignals(True)
        self.setValue(round(layers * PARTS))
        self.blockSignals(False)
        words = [DEPTHS[int(layers)], *([DEPTHS[int(layers) + 1]] if layers % 1.0 else [])]
        self.setAccessibleDescription(" fading to ".join(words))
        self.update()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.setFixedHeight(grown(HEIGHT))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the knob comes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the knob follows the pointer."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Qt: the knob stays."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the groove, a stop for each layer, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(QColor(self._palette.edge), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(EDGE, middle), QPointF(self.width() - EDGE, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.edge))
        for stop in range(len(DEPTHS)):
            painter.drawEllipse(QPointF(self.x_of(stop * PARTS), middle), 3.5, 3.5)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(self._palette.focus if focused else self._palette.quiet), self._palette.ring))
        painter.setBrush(QColor(self._palette.surface))
        painter.drawEllipse(QPointF(self.x_of(self.value()), middle), KNOB, KNOB)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def x_of(self, value: int) -> float:
        """Where a value of the slider stands, px."""
        return EDGE + (self.width() - 2 * EDGE) * value / self.maximum()

    def _go_to(self, x: float) -> None:
        value = round((x - EDGE) / (self.width() - 2 * EDGE) * self.maximum())
        stop = round(value / PARTS) * PARTS
        self.setValue(stop if abs(value - stop) <= SNAP else value)

    def _tell(self, value: int) -> None:
        self.moved_to.emit(value / PARTS)
