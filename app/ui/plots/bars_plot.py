"""Length changes as bars: the pointer and the keys move over them, and the body answers."""

from __future__ import annotations

from collections.abc import Mapping

import pyqtgraph
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.paint.scene import sized
from app.ui.plots.bars import Changes, States, Wish, rows_of, told
from app.ui.plots.bars_item import BAR, BarsItem, Spot
from app.ui.theme import Palette, text_sizes

NAME = "Length change of muscles"
WHEEL = 3
"""One notch of the wheel moves so many rows."""
STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_PageDown): 10, int(Qt.Key.Key_PageUp): -10,
         int(Qt.Key.Key_Home): -10_000, int(Qt.Key.Key_End): 10_000}
CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BarsPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Shows the item at its own size."""

    pointed = Signal(str)
    followed = Signal(str)
    moved = Signal()

    def __init__(self) -> None:
        # The base class resizes itself while it is made.
        self.item = BarsItem()
        self._names: Mapping[str, str] = {}
        self._wish = Wish()
        super().__init__()
        self.hideAxis("left")
        self.hideAxis("bottom")
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.getViewBox().invertY(True)
        self.getViewBox().setDefaultPadding(0.0)
        self.addItem(self.item, ignoreBounds=True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(NAME)

    # What it is told.

    def show_bars(self, changes: Changes, states: States, names: Mapping[str, str], wish: Wish) -> None:
        """Show other bars, sorted anew; the marked one stays marked."""
        item = self.item
        marked = self._key(item.marked)
        item.changes, item.states, item.unit = changes, states, wish.unit
        self._names, self._wish = names, wish
        item.rows = rows_of(changes, states, names, wish)
        item.measure(fresh=True)
        item.marked = self._spot_of(*marked) if marked else Spot()
        self._describe()
        self.scroll(item.top)

    def follow(self, changes: Changes, states: States) -> None:
        """Show other lengths and states while the body moves: bars keep their places."""
        self.item.changes, self.item.states = changes, states
        self.item.rows = tuple(row for row in self.item.rows if all((row.muscle, side) in changes for side in row.sides))
        self.item.measure(fresh=False)
        self.item.update()

    def show_selected(self, muscles: frozenset[str]) -> None:
        """Set the names of these muscles bold."""
        self.item.selected = muscles
        self.item.update()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.setBackground(palette.surface)
        self.item.palette = palette
        self.item.font = sized(self.font(), text_sizes(QApplication.font()).small)
        self.item.measure(fresh=True)
        self.scroll(self.item.top)

    def scroll(self, top: float) -> None:
        """Show the rows from so many px on."""
        self.item.top = min(max(top, 0.0), max(self.item.height - self.item.room.height(), 0.0))
        self.item.update()
        self.moved.emit()

    def mark_muscle(self, muscle: str, side: str) -> None:
        """Mark the bar of a muscle that is pointed at elsewhere; none for an unknown one, unless the keyboard is at a bar."""
        if not muscle and self.item.ring and self.hasFocus():
            return
        self._mark(self._spot_of(muscle, side) if muscle else Spot())
        if muscle and self.item.marked.row >= 0:
            self._bring_into_sight()

    @property
    def summary(self) -> str:
        """All bars in words."""
        item = self.item
        words = [told(item.rows[spot.row], spot.bar, item.changes, item.states) for spot in item.spots()]
        return ". ".join(words) if words else "No muscle changes its length so much."

    # Qt.

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Qt: one unit stays one px."""
        super().resizeEvent(event)
        if event is None:
            return
        self.item.prepareGeometryChange()
        self.item.room = QRectF(0.0, 0.0, float(self.width()), float(self.height()))
        self.item.measure(fresh=False)
        self.setRange(self.item.room, padding=0.0)
        self.scroll(self.item.top)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the bar under the pointer is marked, and its muscle lit up on the body."""
        self.item.ring = False
        spot = self.item.spot(event.position())
        self._mark(spot)
        self.viewport().setToolTip(self.accessibleDescription() if spot.row >= 0 else "")
        self.pointed.emit(self._target())

    def leaveEvent(self, _event: QEvent) -> None:
        """Qt: nothing is pointed at any more."""
        if not self.item.ring:
            self._mark(Spot())
            self.pointed.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press selects the muscle of a bar."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark(self.item.spot(event.position()))
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: nothing is dragged here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel moves over the rows."""
        down = event.pixelDelta().y() or event.angleDelta().y() / 120 * WHEEL * BAR * self.item.scale_of
        self.scroll(self.item.top - down)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: up and down move from bar to bar, Enter selects the muscle."""
        if event.key() in CHOOSE:
            self._follow()
        elif event.key() in STEPS and self.item.rows:
            spots = list(self.item.spots())
            at = spots.index(self.item.marked) if self.item.marked in spots else -1 if STEPS[event.key()] > 0 else len(spots)
            self.item.ring = True
            self._mark(spots[min(max(at + STEPS[event.key()], 0), len(spots) - 1)])
            self._bring_into_sight()
            self.item.update()
            self.pointed.emit(self._target())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: who comes with the keyboard sees where it is."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and self.item.rows:
            self.item.ring = True
            if self.item.marked.row < 0:
                self._mark(Spot(0))
            self._bring_into_sight()
        self.item.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.item.ring = False
        self.item.update()

    # Within.

    def _bring_into_sight(self) -> None:
        item = self.item
        box = item.box(item.marked).translated(0.0, item.top - item.head)
        room = item.room.height() - item.head
        self.scroll(min(max(item.top, box.bottom() - room), box.top()))

    def _mark(self, spot: Spot) -> None:
        if spot != self.item.marked:
            self.item.marked = spot
            self._describe()
            self.item.update()

    def _describe(self) -> None:
        item, spot = self.item, self.item.marked
        self.setAccessibleDescription(told(item.rows[spot.row], spot.bar, item.changes, item.states) if spot.row >= 0 else self.summary)

    def _key(self, spot: Spot) -> tuple[str, str] | None:
        return self.item.rows[spot.row].keys(spot.bar)[0] if spot.row >= 0 else None

    def _spot_of(self, muscle: str, side: str) -> Spot:
        return next((spot for spot in self.item.spots() if self.item.rows[spot.row].muscle == muscle
                     and any(key[1] == side for key in self.item.rows[spot.row].keys(spot.bar))), Spot())

    def _target(self) -> str:
        spot = self.item.marked
        return self.item.rows[spot.row].target(spot.bar) if spot.row >= 0 else ""

    def _follow(self) -> None:
        if self._target():
            self.followed.emit(self._target())
