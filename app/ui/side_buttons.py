"""The mouse's side buttons: back and forward, wherever the pointer is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

SIDE_BUTTONS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
"""A widget that would keep their presses to itself ignores them."""


class SideButtons(QObject):
    """Watches the window; a press that no widget wants comes to it."""

    back = Signal()
    forward = Signal()

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Listen to these widgets too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: take the presses of the two buttons, leave everything else alone."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton:
            self.back.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward.emit()
        else:
            return False
        return True
