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
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)


class TextWindow(QDialog):
    """A text that can be copied; it blocks nothing."""

    def __init__(self, title: str, lead: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 420)
        head = QLabel(lead)
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


class KeysWindow(QDialog):
    """The list of all keys."""

    def __init__(self, rows: tuple[tuple[str, str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 640)
        self.view = QTextBrowser()
        self.view.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.view.setHtml(_table(rows))
        self.view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.addWidget(self.view)


def _table(rows: tuple[tuple[str, str, str], ...]) -> str:
    html, section = [], ""
    for name, keys, text in rows:
        if name != section:
            section = name
            html.append(f'<tr><td colspan="2" style="padding-top:12px; padding-bottom:4px"><b>{name}</b></td></tr>')
        html.append(f'<tr><td width="200" style="padding:3px 12px 3px 0">{keys}</td><td style="padding:3px 0">{text}</td></tr>')
    return f'<table cellspacing="0" width="100%">{"".join(html)}</table>'
