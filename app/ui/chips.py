"""The chosen things as a row of labels: a press explains one, its cross takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.card.links import small
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import drop_cause, drop_muscle, drop_pain, drop_pattern
from app.state.state import Answer, State
from app.ui.cut import SIDE_WORDS, cut
from app.ui.flow import FlowLayout
from app.ui.icons import icon
from app.ui.theme import PALETTES, Palette

ChipKind = Literal["pattern", "area", "cause", "muscle", "test", "finding", "about"]
ADD = "Add a pattern or a pain"
MANY = 2
"""More answers than this share one label: they must not take the room of the body."""
NARROWEST, WIDEST, BESIDE = 80, 280, 90
"""The words of a label take so much room, px, and less where the bar is narrow: beside them stand the cross and margins. A tool
tip tells what is cut off."""


@frozen
class ChipRow:
    """One chosen thing."""

    kind: ChipKind
    ref: Ref
    text: str
    whole: str = ""
    """All of the name, where the label says it shortly."""

    @property
    def target(self) -> str:
        """What the panel explains at a press."""
        return f"{self.kind}/{self.ref}"


def chips_of(atlas: Atlas, state: State) -> tuple[ChipRow, ...]:
    """One label per pattern, area of pain, cause, answer and selected muscle, in the order in which they were chosen."""
    chips = [ChipRow("pattern", ref, _named(atlas.patterns[ref.id].name, ref)) for ref in state.patterns]
    chips += [ChipRow("area", ref, "Pain: " + _named(small(atlas.areas[ref.id].name), ref)) for ref in state.pain]
    if state.cause:
        chips.append(_cause_chip(atlas.causes[state.cause.id].name, state.cause))
    if len(state.answers) > MANY:
        chips.append(ChipRow("about", Ref("questions"), f"{len(state.answers)} answers"))
    else:
        chips += (_answer_chip(atlas, one) for one in state.answers)
    if state.muscle:
        name = atlas.muscles[state.muscle.id].name
        chips.append(ChipRow("muscle", state.muscle, _named(name[:1].upper() + name[1:], state.muscle)))
    return tuple(chips)


def drop(state: State, chip: ChipRow) -> State:
    """Take a chosen thing back."""
    if chip.kind == "pattern":
        return drop_pattern(state, chip.ref.id)
    if chip.kind == "about":
        return replace(state, answers=())
    if chip.kind in ("test", "finding"):
        return replace(state, answers=tuple(one for one in state.answers if one.id != chip.ref.id))
    if chip.kind == "cause":
        return drop_cause(state)
    return drop_pain(state, chip.ref) if chip.kind == "area" else drop_muscle(state)


def _cause_chip(name: str, ref: Ref) -> ChipRow:
    """The chosen cause, without what its name explains in brackets."""
    short = name.partition(" (")[0]
    return ChipRow("cause", ref, "Cause: " + _named(small(short), ref), name if short != name else "")


def _answer_chip(atlas: Atlas, one: Answer) -> ChipRow:
    """What was found for a test, or reported for a finding."""
    if one.id in atlas.tests:
        return ChipRow("test", Ref(one.id, one.side), f"{_named(atlas.tests[one.id].name, Ref(one.id, one.side))}: {one.result}")
    said = "yes" if one.result == "positive" else "no"
    return ChipRow("finding", Ref(one.id), f"{atlas.findings[one.id].name}: {said}")


class ChipWidget(QWidget):
    """A label and its cross."""

    pressed = Signal(str)
    dropped = Signal(object)

    def __init__(self, row: ChipRow, palette: Palette) -> None:
        super().__init__()
        self.row = row
        self.label = QToolButton()
        self.label.setProperty("chip", "label")
        self.squeeze(WIDEST)
        self.label.setAccessibleName(f"{row.text}, chosen. Delete takes it back.")
        self.cross = QToolButton()
        self.cross.setIcon(icon("close", palette.quiet))
        self.cross.setProperty("chip", "close")
        self.cross.setAccessibleName(f"Take back {row.text}")
        self.cross.setToolTip("Take back")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.label)
        line.addWidget(self.cross)
        self.label.clicked.connect(self._press)
        self.cross.clicked.connect(self._drop)

    def squeeze(self, width: int) -> None:
        """Cut the words short where they would take more than a width, px; then the tool tip tells them whole."""
        text = cut(self.row.text, self.label.font(), max(width, NARROWEST))
        # Of a name such as "back & hip" Qt would make a key of the window.
        shown = text.replace("&", "&&")
        if shown != self.label.text():
            self.label.setText(shown)
            self.label.setToolTip(self.row.whole or (self.row.text if text != self.row.text else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete and Backspace take the thing back."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.matches(QKeySequence.StandardKey.Backspace):
            self._drop()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        self.pressed.emit(self.row.target)

    def _drop(self) -> None:
        self.dropped.emit(self.row)


class ChipBar(QWidget):
    """All chosen things, and how to add one."""

    explained = Signal(str)
    dropped = Signal(object)
    add_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setAccessibleName("Chosen")
        self._palette = PALETTES["light"]
        self._rows: tuple[ChipRow, ...] = ()
        self._widgets: list[ChipWidget] = []
        self._before: QWidget | None = None
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(20, 12, 20, 4)
        self.add = QToolButton()
        self.add.setText(ADD)
        self.add.setAccessibleName(ADD)
        self.add.setProperty("chip", "add")
        self.add.clicked.connect(self.add_pressed)
        self._note = QLabel("Click where it hurts. Esc ends it.")
        self._note.setObjectName("quiet")
        self._note.hide()
        self._flow.addWidget(self.add)
        self._flow.addWidget(self._note)
        self._ways_back: dict[QAction, QToolButton] = {}

    @property
    def chips(self) -> tuple[ChipWidget, ...]:
        """The labels, left to right."""
        return tuple(self._widgets)

    def show_chips(self, rows: tuple[ChipRow, ...]) -> None:
        """Show other labels; those that stay keep their focus."""
        if rows == self._rows:
            return
        self._rows = rows
        self.add.setText("Add another" if rows else ADD)
        for widget in self._widgets:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        tail = (self.add, self._note, *self._ways_back.values())
        for part in tail:
            self._flow.removeWidget(part)
        for row in rows:
            widget = ChipWidget(row, self._palette)
            widget.squeeze(self._room())
            widget.pressed.connect(self.explained)
            widget.dropped.connect(self.dropped)
            self._flow.addWidget(widget)
            self._widgets.append(widget)
        for part in tail:
            self._flow.addWidget(part)
        self._order_focus()

    def follow_in_focus(self, before: QWidget) -> None:
        """Have Tab reach the labels, from left to right, and then the button that adds one, after another widget."""
        self._before = before
        self._order_focus()

    def _order_focus(self) -> None:
        before = self._before
        labels = (part for widget in self._widgets for part in (widget.label, widget.cross))
        for part in (*labels, self.add, *self._ways_back.values()):
            if before:
                QWidget.setTabOrder(before, part)
            before = part

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: labels never reach beyond the bar."""
        super().resizeEvent(event)
        for widget in self._widgets:
            widget.squeeze(self._room())

    def _room(self) -> int:
        """How wide the words of a label may be, px."""
        return min(WIDEST, self.width() - BESIDE)

    def show_picking(self, picking: bool) -> None:
        """Tell that clicks on the body now mean pain."""
        self._note.setVisible(picking)

    def show_way_back(self, action: QAction, text: str) -> None:
        """Say that something is not shown, on a button whose action brings it back; without a text it goes."""
        button = self._ways_back.get(action)
        if button is None and text:
            button = self._ways_back[action] = QToolButton()
            button.setProperty("chip", "add")
            button.clicked.connect(action.trigger)
            self._flow.addWidget(button)
            self._order_focus()
        if button:
            button.setText(text)
            button.setVisible(bool(text))

    @property
    def ways_back(self) -> tuple[QToolButton, ...]:
        """The buttons that bring something back."""
        return tuple(button for button in self._ways_back.values() if button.text())

    def show_theme(self, palette: Palette) -> None:
        """Draw the crosses in other colours."""
        self._palette = palette
        for widget in self._widgets:
            widget.cross.setIcon(icon("close", palette.quiet))


def _named(name: str, ref: Ref) -> str:
    return name + SIDE_WORDS.get(ref.side or "", "")
