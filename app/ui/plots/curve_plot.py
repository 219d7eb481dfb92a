"""Length against a joint as curves, with the present posture as a line that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.model.frozen import frozen
from app.paint.scene import sized
from app.ui.plots.curve_look import Look
from app.ui.theme import PALETTES, Palette, text_sizes

NAME = "Length against angle"
REACH = 12.0
"""So near to the line, px, the pointer takes it."""
DOT = 7
"""The signs on the curves, px."""
EVERY = 12
"""Every so many points of a curve one bears its sign."""
LARGE_STEP = 5.0
"""With Shift an arrow moves the line so far, degrees or mm."""
AIR = 0.08
"""Room above and below the curves, as a share of their height."""
LEAST_HEIGHT = 2.0
"""A flat curve looks flat: the axis of changes is at least so long, per cent or mm."""
KEYS = {int(Qt.Key.Key_Left): -1.0, int(Qt.Key.Key_Right): 1.0, int(Qt.Key.Key_Down): -1.0, int(Qt.Key.Key_Up): 1.0}
BEFORE, BEHIND = (1.05, 1.0), (-0.05, 1.0)
"""Where a word stands, before its line or behind it."""
DRAG = Qt.MouseButton.LeftButton


@frozen
class Drawn:
    """A curve: values of the joint, rising, with length changes; what its line and sign look like."""

    look: Look
    at: tuple[float, ...]
    changes: tuple[float, ...]


@frozen
class Span:
    """The joint on the axis: its name with the unit, the sign after a value, and its range."""

    title: str
    sign: str
    low: float
    high: float

    def text(self, value: float) -> str:
        """A value in words, with its sign and unit."""
        whole = f"{round(value):+d}".replace("-", "\N{MINUS SIGN}") if round(value) else "0"
        return f"{whole}{self.sign}"


class Axis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """An axis of changes: every value but zero has a sign."""

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """Of pyqtgraph: the words at some values, in the units of the axis."""
        return ["0" if abs(value) < 1e-9 else f"{round(value, 3):+g}".replace("-", "\N{MINUS SIGN}") for value in values]


class CurvePlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Draws what it is told and reports where the line is dragged, and where one points."""

    tried = Signal(float)
    """The line is being moved, to this value of the joint."""
    settled = Signal(float)
    """It stays there."""
    read = Signal(object)
    """A value of the joint is pointed at; None when none is any more."""

    def __init__(self) -> None:
        self._grabbed = False
        self._nudged: float | None = None
        self._span = Span("", "°", -10.0, 10.0)
        self._palette = PALETTES["light"]
        self._drawn: tuple[tuple[Drawn, ...], tuple[Drawn, ...]] = (), ()
        super().__init__(axisItems={side: Axis(side) for side in ("left", "bottom")})
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.getViewBox().setDefaultPadding(0.0)
        self.getPlotItem().disableAutoRange()
        self.getPlotItem().layout.setContentsMargins(8, 4, 12, 4)
        self.zero, self.neutral, self.hair, self.line = (
            pyqtgraph.InfiniteLine(0.0, angle=angle, movable=False) for angle in (0, 90, 90, 90))
        self._tag = pyqtgraph.InfLineLabel(self.line, "", position=0.94, movable=False)
        self._word = pyqtgraph.InfLineLabel(self.neutral, "neutral", position=0.04, movable=False, anchors=[BEHIND, BEHIND])
        self.dots = pyqtgraph.ScatterPlotItem(pxMode=True)
        for item, height in ((self.zero, 0), (self.neutral, 0), (self.hair, 1), (self.line, 4), (self.dots, 5)):
            item.setZValue(height)
            self.addItem(item, ignoreBounds=True)
        self.hair.hide()
        self._curves: list[pyqtgraph.PlotDataItem] = []
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(NAME)

    @property
    def value(self) -> float:
        """Where the line stands, degrees or mm."""
        return float(self.line.value())

    # What it is told.

    def show_span(self, span: Span, measure: str) -> None:
        """Show another joint on the one axis, and what is measured on the other."""
        self._span = span
        self.setXRange(span.low, span.high, padding=0.02)
        self.getAxis("bottom").setLabel(span.title)
        self.getAxis("left").setLabel(measure)

    def show_curves(self, curves: tuple[Drawn, ...], ghosts: tuple[Drawn, ...]) -> None:
        """Draw other curves, over those from before."""
        if (curves, ghosts) == self._drawn:
            return
        self._drawn = curves, ghosts
        while len(self._curves) > len(curves) + len(ghosts):
            self.removeItem(self._curves.pop())
        while len(self._curves) < len(curves) + len(ghosts):
            self._curves.append(pyqtgraph.PlotDataItem(antialias=True))
            self.addItem(self._curves[-1], ignoreBounds=True)
        for item, (one, ghost) in zip(self._curves, [*((one, True) for one in ghosts), *((one, False) for one in curves)], strict=True):
            item.setZValue(2 if ghost else 3)
            item.setData(one.at, one.changes)
            item.setPen(one.look.pen(self._palette.name, ghost))

    def fit(self, only_grow: bool) -> None:
        """Give the axis of changes the length that the curves need; while the body moves it never shrinks."""
        values = [value for some in self._drawn for one in some for value in one.changes]
        low, high = min(values, default=0.0), max(values, default=0.0)
        low, high = min(low, 0.0), max(high, 0.0)
        lack = max(LEAST_HEIGHT - (high - low), 0.0) / 2
        air = (high - low + 2 * lack) * AIR
        low, high = low - lack - air, high + lack + air
        if only_grow:
            now = self.getViewBox().viewRange()[1]
            low, high = min(low, now[0]), max(high, now[1])
        self.setYRange(low, high, padding=0.0)

    def show_now(self, value: float, dots: Sequence[tuple[Look, float]]) -> None:
        """Stand the line at the present value of the joint (degrees or mm), with a dot on each curve."""
        self.line.setValue(value)
        self._tag.setFormat(self._span.text(value))
        # Beside the dotted line, where the other one does not run through it.
        self._word.anchors = [BEFORE, BEFORE] if value > 0 else [BEHIND, BEHIND]
        self._word.updatePosition()
        theme = self._palette.name
        ground = pyqtgraph.mkPen(self._palette.surface, width=1.5)
        spots = [{"pos": (value, change), "symbol": look.sign, "brush": look.colour(theme), "pen": ground, "size": DOT + 4} for look, change in dots]
        for one in self._drawn[0]:
            spots += [{"pos": (at, change), "symbol": one.look.sign, "brush": one.look.colour(theme), "pen": ground, "size": DOT}
                      for at, change in list(zip(one.at, one.changes, strict=True))[EVERY // 2::EVERY]]
        self.dots.setData(spots)

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours and letters."""
        self._palette = palette
        self.setBackground(palette.surface)
        font = sized(self.font(), text_sizes(QApplication.font()).small)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setTickFont(font)
            axis.setTextPen(QColor(palette.quiet))
            axis.setPen(QPen(QColor(palette.line), 1))
            axis.setTickPen(QPen(QColor(palette.line), 1))
            axis.setStyle(tickLength=-4, tickTextOffset=6, hideOverlappingLabels=True)
            axis.labelStyle = {"color": palette.quiet, "font-size": f"{font.pixelSize()}px"}
            axis.setLabel(axis.labelText)
        self._style_lines(font)
        shown, self._drawn = self._drawn, ((), ())
        self.show_curves(*shown)

    def _style_lines(self, font: QFont) -> None:
        palette = self._palette
        self.zero.setPen(pyqtgraph.mkPen(palette.edge, width=1))
        self.neutral.setPen(pyqtgraph.mkPen(palette.edge, width=1, dash=[2.0, 4.0]))
        self.hair.setPen(pyqtgraph.mkPen(palette.quiet, width=1))
        for label in (self._tag, self._word):
            label.setFont(font)
        self._word.setColor(QColor(palette.quiet))
        self._show_line()

    def _show_line(self) -> None:
        """The line is plain to see, and tells whether it has the keyboard."""
        palette = self._palette
        colour = QColor(palette.focus if self.hasFocus() else palette.ink)
        self.line.setPen(pyqtgraph.mkPen(colour, width=palette.ring + 1 if self.hasFocus() else palette.ring))
        self._tag.fill = pyqtgraph.mkBrush(colour)
        self._tag.border = pyqtgraph.mkPen(colour, width=4 if self.hasFocus() else 2)
        self._tag.setColor(QColor(palette.surface))
        self._tag.update()

    # Qt.

    def _at(self, event: QMouseEvent) -> float:
        """The value of the joint under the pointer, whole."""
        return self._kept(float(self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint())).x()))

    def _kept(self, value: float) -> float:
        return min(max(float(round(value)), self._span.low), self._span.high)

    def _is_near(self, event: QMouseEvent) -> bool:
        line = self.mapFromScene(self.getViewBox().mapViewToScene(QPointF(self.value, 0.0)))
        return bool(abs(line.x() - event.position().x()) <= REACH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the line is taken where one presses near it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._grabbed = event.button() == DRAG and self._is_near(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a taken line follows the pointer; else the curves are read where it is."""
        if self._grabbed:
            self.tried.emit(self._at(event))
            return
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if self._is_near(event) else Qt.CursorShape.CrossCursor)
        self.hair.setValue(self._at(event))
        self.hair.setVisible(not self._is_near(event))
        self.read.emit(None if self._is_near(event) else self._at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the line stays where it was left."""
        if self._grabbed:
            self._grabbed = False
            self.settled.emit(self._at(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: the line comes to where one clicks twice."""
        if event.button() == DRAG:
            self.settled.emit(self._at(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: nothing is zoomed here."""
        event.ignore()

    def leaveEvent(self, _event: QEvent) -> None:
        """Qt: nothing is pointed at any more."""
        self.hair.hide()
        self.read.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows move the line, with Shift further; Home and End go to the ends, 0 to neutral."""
        step = KEYS.get(event.key(), 0.0) * (LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0)
        ends = {int(Qt.Key.Key_Home): self._span.low, int(Qt.Key.Key_End): self._span.high, int(Qt.Key.Key_0): 0.0}
        if step or event.key() in ends:
            self._nudged = ends.get(event.key(), self._kept(self.value + step))
            self.tried.emit(self._nudged)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt: the line stays where the keys left it."""
        if not event.isAutoRepeat():
            self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the line tells that it has the keyboard."""
        super().focusInEvent(event)
        self._show_line()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: what the keys began is ended."""
        super().focusOutEvent(event)
        self._settle()
        self._show_line()

    def _settle(self) -> None:
        if self._nudged is not None:
            value, self._nudged = self._nudged, None
            self.settled.emit(value)
