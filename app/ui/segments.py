"""A row of joined buttons: one choice of several, or several of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class SegmentButton(QToolButton):
    """One button of a row; it knows the value that it stands for."""

    pressed_value = Signal(str)

    def __init__(self, value: str, text: str, place: str) -> None:
        super().__init__()
        self.value = value
        self.setText(text)
        self.short = text
        """What it says where there is little room."""
        self._text = text
        self.setCheckable(True)
        self.setProperty("segment", place)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self._tell)

    def squeeze(self, narrow: bool) -> None:
        """Say it shortly, or in full."""
        self.setText(self.short if narrow else self._text)

    def nextCheckState(self) -> None:
        """Qt: a press changes nothing here; the state that comes of it does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows move along the row, Enter presses."""
        if event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.pressed_value.emit(self.value)


class Segments(QWidget):
    """The row. It shows what it is told and reports what is pressed; it decides nothing."""

    pressed = Signal(str)

    def __init__(self, name: str, short: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._short = short
        self._buttons: list[SegmentButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_values(self, values: Iterable[tuple[str, str, QAction | None]]) -> None:
        """Show these buttons: value, text, and the action whose keys the tool tip names."""
        for button in self._buttons:
            button.deleteLater()
        items = list(values)
        self._buttons = []
        for number, (value, text, action) in enumerate(items):
            place = "first" if number == 0 else "last" if number == len(items) - 1 else "middle"
            button = SegmentButton(value, text, "only" if len(items) == 1 else place)
            button.short = self._short.get(value, text)
            button.setAccessibleName(f"{self._name}: {text}")
            if action:
                button.setToolTip(f"{text} ({action.shortcut().toString()})")
            button.pressed_value.connect(self.pressed)
            self._buttons.append(button)
            self._row.addWidget(button)

    def squeeze(self, narrow: bool) -> None:
        """Use short words where there is little room."""
        for button in self._buttons:
            button.squeeze(narrow)

    def follow_in_focus(self, before: QWidget, after: QWidget) -> None:
        """Have Tab reach the buttons right after a widget, and then another one."""
        for part in (*self._buttons, after):
            QWidget.setTabOrder(before, part)
            before = part

    def show_chosen(self, chosen: Iterable[str]) -> None:
        """Press exactly these buttons."""
        wanted = set(chosen)
        for button in self._buttons:
            button.setChecked(button.value in wanted)

    @property
    def wide(self) -> int:
        """How much room the buttons need, px, also while they are not shown."""
        return sum(button.sizeHint().width() for button in self._buttons)

    @property
    def buttons(self) -> tuple[SegmentButton, ...]:
        """The buttons, left to right."""
        return tuple(self._buttons)

    def button(self, value: str) -> SegmentButton | None:
        """The button that stands for a value."""
        return next((button for button in self._buttons if button.value == value), None)
