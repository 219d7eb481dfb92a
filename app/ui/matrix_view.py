"""Muscles by patterns as a picture beside the panel: which muscles tell the patterns apart. pyqtgraph comes with it."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from app.model.knowledge import Atlas
from app.model.look import STATES
from app.model.reference import Ref
from app.paint.scene import sized
from app.reason.matrix import Matrix, MatrixRow
from app.ui.late import least_width
from app.ui.matrix_item import PAD, MatrixItem, Spot
from app.ui.theme import Palette, text_sizes

HINT = "Muscles by patterns: those that tell the patterns apart stand first."


class MatrixPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Shows the item at its own size; the pointer and the keys move over its rows."""

    pointed = Signal(str)
    followed = Signal(str)
    moved = Signal()

    def __init__(self) -> None:
        # The base class resizes itself while it is made.
        self.item = MatrixItem()
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
        self.setAccessibleName("Muscles by patterns")

    def show_matrix(self, found: Matrix, atlas: Atlas) -> None:
        """Show other rows and columns, from the top."""
        item = self.item
        item.matrix = found
        item.names = tuple(_row_name(atlas, row) for row in found.rows)
        item.heads = tuple(_head(atlas, ref) for ref in found.patterns)
        item.marked = Spot()
        item.measure()
        self.scroll(0.0)
        self.scroll_across(0.0)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.setBackground(palette.surface)
        self.item.palette = palette
        self.item.font = sized(self.font(), text_sizes(QApplication.font()).small)
        self.item.measure()
        self.scroll(self.item.top)

    def scroll(self, top: float) -> None:
        """Show the rows from so many px on."""
        self.item.top = min(max(top, 0.0), max(self.item.height - self.item.room.height(), 0.0))
        self.item.update()
        self.moved.emit()

    def scroll_across(self, across: float) -> None:
        """Show the columns from so many px on."""
        self.item.across = min(max(across, 0.0), max(self.item.wide - self.item.room.width(), 0.0))
        self.item.update()
        self.moved.emit()

    def mark_muscle(self, muscle: str) -> None:
        """Mark the row of a muscle that is pointed at elsewhere; none for an unknown one, unless the keyboard is at a row."""
        if not muscle and self.item.ring and self.hasFocus():
            return
        row = next((number for number, row in enumerate(self.item.matrix.rows) if row.muscle == muscle), -1)
        self._mark(Spot(row))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Qt: one unit stays one px."""
        super().resizeEvent(event)
        if event is None:
            return
        self.item.prepareGeometryChange()
        self.item.room = QRectF(0.0, 0.0, float(self.width()), float(self.height()))
        self.setRange(self.item.room, padding=0.0)
        self.scroll(self.item.top)
        self.scroll_across(self.item.across)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the row under the pointer is marked, and lit up on the body."""
        self.item.ring = False
        self._mark(self.item.spot(event.position()))
        self.pointed.emit(self._target())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press selects the muscle of a row, or explains the pattern of a head."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark(self.item.spot(event.position()))
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: nothing is dragged here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel moves over the rows; sideways, or with Shift, over the columns."""
        down, across = (pixels or angle / 120 * 3 * self.item.row for pixels, angle in (
            (event.pixelDelta().y(), event.angleDelta().y()), (event.pixelDelta().x(), event.angleDelta().x())))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            down, across = 0.0, across or down
        self.scroll(self.item.top - down)
        self.scroll_across(self.item.across - across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows move over rows, columns and, above the first row, heads; Enter selects a muscle, or explains a pattern."""
        aside = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_PageDown): 10, int(Qt.Key.Key_PageUp): -10}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow()
        elif event.key() in steps and self.item.matrix.rows:
            self.item.ring = True
            column = self.item.marked.column
            row = min(max(self.item.marked.row + steps[event.key()], -1 if column >= 0 else 0), len(self.item.matrix.rows) - 1)
            self._go_to(Spot(row, column))
        elif event.key() in aside and self.item.heads:
            self.item.ring = True
            column = min(max(self.item.marked.column + aside[event.key()], 0), len(self.item.heads) - 1)
            self._go_to(Spot(self.item.marked.row, column))
        else:
            event.ignore()

    def _go_to(self, spot: Spot) -> None:
        """Mark a spot with the keyboard and bring it into sight."""
        self._mark(spot)
        item = self.item
        if spot.row >= 0:
            above, below = spot.row * item.row, (spot.row + 1) * item.row - (item.room.height() - item.head)
            self.scroll(min(max(item.top, below), above))
        if spot.column >= 0:
            before, behind = spot.column * item.cell, (spot.column + 1) * item.cell + PAD - (item.room.width() - item.left)
            self.scroll_across(min(max(item.across, behind), before))
        self.pointed.emit(self._target())

    def _mark(self, spot: Spot) -> None:
        if spot != self.item.marked:
            self.item.marked = spot
            self.setAccessibleDescription(self._words(spot))
            self.item.update()

    def _words(self, spot: Spot) -> str:
        """What a spot shows, for those who do not see it."""
        row = self.item.names[spot.row] if spot.row >= 0 else ""
        if spot.column < 0:
            return row or HINT
        state = STATES[self.item.matrix.rows[spot.row].cells[spot.column]].label if row else ""
        return ", ".join(filter(None, (row, self.item.heads[spot.column], state)))

    def _target(self) -> str:
        spot = self.item.marked
        if spot.row < 0:
            return ""
        row = self.item.matrix.rows[spot.row]
        return f"muscle/{row.muscle}:{row.side}" if row.side in ("right", "left") else f"muscle/{row.muscle}"

    def _follow(self) -> None:
        spot = self.item.marked
        if spot.row < 0 <= spot.column:
            self.followed.emit(f"pattern/{self.item.matrix.patterns[spot.column]}")
        elif spot.row >= 0:
            self.followed.emit(self._target())


class MatrixView(QWidget):
    """The plot with its heading and a bar to scroll it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plot = MatrixPlot()
        self.setFocusProxy(self.plot)
        self.note = QLabel(HINT)
        self.note.setObjectName("quiet")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 12, 12, 8)
        self.bar, self.bar_across = QScrollBar(Qt.Orientation.Vertical), QScrollBar(Qt.Orientation.Horizontal)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addLayout(row, 1)
        column.addWidget(self.bar_across)
        self.plot.moved.connect(self._show_place)
        self.bar.valueChanged.connect(self.plot.scroll)
        self.bar_across.valueChanged.connect(self.plot.scroll_across)

    def show_matrix(self, found: Matrix, atlas: Atlas) -> None:
        """Show other patterns."""
        self.plot.show_matrix(found, atlas)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.setMinimumWidth(least_width())
        self.plot.show_theme(palette)

    def _show_place(self) -> None:
        item, room = self.plot.item, self.plot.item.room
        _place(self.bar, item.top, item.height, room.height())
        _place(self.bar_across, item.across, item.wide, room.width())


def _place(bar: QScrollBar, start: float, whole: float, seen: float) -> None:
    """Have a bar show where one is (all px); it goes where there is nothing to scroll."""
    rest = max(whole - seen, 0.0)
    bar.blockSignals(True)
    bar.setRange(0, round(rest))
    bar.setPageStep(round(seen))
    bar.setValue(round(start))
    bar.blockSignals(False)
    bar.setVisible(rest > 0)


def _row_name(atlas: Atlas, row: MatrixRow) -> str:
    name = atlas.muscles[row.muscle].name
    return f"{name[:1].upper()}{name[1:]}" + (f", {row.side}" if row.side else "")


def _head(atlas: Atlas, ref: Ref) -> str:
    return atlas.patterns[ref.id].name + (f", {ref.side}" if ref.side else "")

