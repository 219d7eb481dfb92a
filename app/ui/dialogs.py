"""Plain windows with text to read or copy. They block nothing, and are read in only when one is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import grown


class TextWindow(QDialog):
    """A text that can be copied; it blocks nothing."""

    def __init__(self, title: str, lead: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(grown(680), grown(420))
        self.lead = head = QLabel(lead)
        head.setWordWrap(True)
        self.body = QPlainTextEdit(text)
        self.body.setReadOnly(True)
        self.body.setAccessibleName(title)
        self.copy = QPushButton("Copy")
        self.shut = QPushButton("Close")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.body, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.shut)
        column.addLayout(row)
        self.copy.clicked.connect(self._copy)
        self.shut.clicked.connect(self.close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
