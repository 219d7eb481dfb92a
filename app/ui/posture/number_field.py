"""A number that looks like text until it is typed over."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from app.card.posture_words import MINUS, typed
from app.ui.theme import grown

WIDTH = 64
"""Room for a sign, three digits with a tenth and a unit, px; it grows with the text."""


class NumberField(QLineEdit):
    """Shows a number with its unit; click it, or press Enter on its slider, to type another one."""

    typed = Signal(float)
    left = Signal()
    """Enter or Escape was pressed: the keyboard goes back to the slider."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown = ""
        self._fresh = False
        self.setObjectName("number")
        self.setAccessibleName(f"{name}, value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip("Click to type a value (Enter on the slider)")

    def show_text(self, text: str) -> None:
        """Show a value in words, unless another one is being typed."""
        if self.text() in (self._shown, text) or not self.hasFocus():
            self.setText(text)
        self._shown = text

    def show_theme(self) -> None:
        """Take the width that the present text needs."""
        self.setFixedWidth(grown(WIDTH))

    def begin(self) -> None:
        """Let a number be typed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: what is typed replaces what stands there."""
        super().focusInEvent(event)
        self._fresh = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the click that came with the keyboard has set the cursor; what is typed still replaces all."""
        super().mouseReleaseEvent(event)
        if self._fresh and not self.hasSelectedText():
            self.selectAll()
        self._fresh = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: who goes on has typed all."""
        super().focusOutEvent(event)
        self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter takes the number, Escape leaves the old one."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._take():
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> bool:
        """Report what was typed, if it is another number than before; whether it was a number."""
        text = self.text()
        if text == self._shown:
            return True
        value = typed(text)
        self.setText(self._shown)
        if value is None:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), f"Type a number, such as 9 or {MINUS}4.5.", self)
            return False
        self.typed.emit(value)
        return True
