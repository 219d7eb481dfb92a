"""Length change: the bars with what can be wished of them, and what their colours mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QSlider,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.model.look import STATES, MuscleState
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting
from app.ui.flow import FlowLayout
from app.ui.plots.bars import Changes, Order, States, Unit, Wish
from app.ui.plots.bars_plot import BarsPlot
from app.ui.plots.parts import Choice
from app.ui.theme import PALETTES, Palette, grown

ORDERS: tuple[tuple[Order, str], ...] = (("most", "Largest change first"), ("direction", "From shorter to longer"), ("name", "By name"))
FINE = 2
"""Places of the slider in one per cent."""
MOST = 10
"""The slider ends here, per cent."""
NOTE = "Bars: what the model gives. Colours: what the sources claim; tone and strength are outside the model."
STILL = "The body stands as it was measured, so no muscle has changed its length. Choose a pattern, or move a joint."
SMALL = "No muscle changes its length so much. Move the slider to the left to see smaller changes."
ROOMY = 280
"""In less height, px, the note is left out."""
SWATCH = QSize(22, 12)


class BarsView(QWidget):
    """Shows what it is told; order and smallest change are its own."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = BarsPlot()
        self.order, self.least, self.words = Choice("Order of the bars", "In which order the bars stand"), QSlider(Qt.Orientation.Horizontal), QLabel()
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.empty, self.note, self.legend = QLabel(STILL), QLabel(NOTE), Legend()
        self._changes: Changes = {}
        self._states: States = {}
        self._names: Mapping[str, str] = {}
        self._wish = Wish()
        for _, text in ORDERS:
            self.order.addItem(text)
        self.least.setObjectName("least")
        self.least.setRange(0, MOST * FINE)
        self.least.setPageStep(FINE)
        self.least.setValue(round(self._wish.least * FINE))
        self.least.setAccessibleName("Smallest change shown, per cent")
        self.least.setToolTip("Show muscles from this change on; at the left end, all")
        self._arrange()
        self._say_least()
        self.order.activated.connect(self._choose_order)
        self.least.valueChanged.connect(self._choose_least)
        self.bar.valueChanged.connect(self.plot.scroll)
        self.plot.moved.connect(self._show_place)

    def _arrange(self) -> None:
        for quiet in (self.empty, self.note, self.words):
            quiet.setObjectName("quiet")
            quiet.setWordWrap(quiet is not self.words)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(24, 24, 24, 24)
        self.note.setContentsMargins(12, 0, 12, 8)
        wishes, page = QWidget(), QWidget()
        line = QHBoxLayout(wishes)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        for widget, stretch in ((self.words, 0), (self.least, 1)):
            line.addWidget(widget, stretch)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(self.bar)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(wishes)
        column.addLayout(self._stack, 1)
        column.addWidget(self.legend)
        column.addWidget(self.note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, the note is a tip of the legend."""
        super().resizeEvent(event)
        self.note.setVisible(self.height() >= grown(ROOMY))
        self.legend.setToolTip("" if self.note.isVisible() else NOTE)

    # What it is told.

    def show_changes(self, changes: Changes, states: States, names: Mapping[str, str], moving: bool) -> None:
        """Show other lengths; while the body moves, bars keep their places."""
        self._changes, self._states, self._names = changes, states, names
        if moving and self.plot.item.rows:
            self.plot.follow(changes, states)
        else:
            self._fill()

    def show_unit(self, unit: Unit) -> None:
        """Measure in per cent or mm."""
        self._wish = replace(self._wish, unit=unit)
        self._fill()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.least.setMinimumWidth(grown(56))
        self.order.show_theme(palette)
        self.plot.show_theme(palette)
        self.legend.show_theme(palette)

    @property
    def has_bars(self) -> bool:
        """Whether there is anything to see, or to copy."""
        return bool(self.plot.item.rows)

    def _fill(self) -> None:
        self.plot.show_bars(self._changes, self._states, self._names, self._wish)
        moved = any(abs(change.change_percent) > 0.01 for change in self._changes.values())
        self.empty.setText(SMALL if moved else STILL)
        self._stack.setCurrentIndex(1 if self.has_bars else 0)
        seen = {self._states.get((row.muscle, side), "neutral") for row in self.plot.item.rows for side in row.sides}
        self.legend.show_states(tuple(state for state in STATES if state in seen and seen != {"neutral"}))

    def _choose_order(self, place: int) -> None:
        self._wish = replace(self._wish, order=ORDERS[place][0])
        self._fill()

    def _choose_least(self, place: int) -> None:
        self._wish = replace(self._wish, least=place / FINE)
        self._say_least()
        self._fill()

    def _say_least(self) -> None:
        self.words.setText(f"From {self._wish.least:g} %" if self._wish.least else "All muscles")

    def _show_place(self) -> None:
        item = self.plot.item
        rest = max(item.height - item.room.height(), 0.0)
        self.bar.blockSignals(True)
        self.bar.setRange(0, round(rest))
        self.bar.setPageStep(round(item.room.height()))
        self.bar.setValue(round(item.top))
        self.bar.blockSignals(False)
        self.bar.setVisible(rest > 0)


class Legend(QWidget):
    """What colours and textures mean: only those that are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 12)
        self._flow.setContentsMargins(12, 4, 12, 4)
        self._palette = PALETTES["light"]
        self._states: tuple[MuscleState, ...] = ()
        self._has_room = True
        self._labels = {state: (QLabel(), QLabel(_words(state)), QWidget()) for state in get_args(MuscleState)}
        for swatch, words, part in self._labels.values():
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            words.setObjectName("quiet")
            row.addWidget(swatch)
            row.addWidget(words)
            self._flow.addWidget(part)
        self.show_states(())

    def show_states(self, states: tuple[MuscleState, ...]) -> None:
        """Explain these states."""
        self._states = states
        for state, (_, _, part) in self._labels.items():
            part.setVisible(state in states)
        self.setVisible(bool(states) and self._has_room)

    def set_room(self, room: bool) -> None:
        """Stand there, or leave the room to the bars."""
        self._has_room = room
        self.setVisible(bool(self._states) and room)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        for state, (swatch, _, _) in self._labels.items():
            swatch.setPixmap(_swatch(state, palette, self.devicePixelRatioF()))


def _words(state: MuscleState) -> str:
    return "no claim" if state == "neutral" else f"{STATES[state].label} {STATES[state].symbol}"


def _swatch(state: MuscleState, palette: Palette, ratio: float) -> QPixmap:
    wide, high = grown(SWATCH.width()), grown(SWATCH.height())
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sample(painter, QRectF(1, 1, wide - 2, high - 2), Entry("", state), Setting("superficial", palette.name, 1.0, ratio))
    painter.end()
    return picture
