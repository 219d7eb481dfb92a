"""The window of the note: plain text, and a line that says where it goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.state.record import LONGEST_NOTE
from app.ui.theme import grown

SIZE = (360, 280)
LEAD = "Kept with the session and shown on the hand-out; a link leaves it out. No name is needed."


class NoteWindow(QDialog):
    """It blocks nothing: the body answers while it is open."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Note")
        self.resize(QSize(grown(SIZE[0]), grown(SIZE[1])).boundedTo(parent.window().size() * 0.8))
        lead = QLabel(LEAD)
        lead.setObjectName("quiet")
        lead.setWordWrap(True)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("Note")
        self.field.setAccessibleDescription(LEAD)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText("What you saw, agreed or want to remember")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(lead)
        column.addWidget(self.field, 1)
        self.field.textChanged.connect(self._tell)

    def show_note(self, text: str) -> None:
        """Show a note; the cursor stays where it is while it is the one that is being typed."""
        if text != self._text():
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.blockSignals(False)

    def open_beside(self, panel: QWidget) -> None:
        """Show the window left of the panel at the foot of the body, where it hides least, and give it the keyboard."""
        if not self.isVisible():
            corner = panel.mapToGlobal(QPoint(0, panel.height()))
            self.move(corner.x() - self.width() - 24, corner.y() - self.height() - 96)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()

    def _text(self) -> str:
        # Letters that no file can hold become question marks.
        return self.field.toPlainText()[:LONGEST_NOTE].encode("utf-8", "replace").decode()

    def _tell(self) -> None:
        self.typed.emit(self._text())
