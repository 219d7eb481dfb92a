"""The window that tells of a fault: what happened, what is safe, what to do, and the report for who mends it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import grown

SIZE = QSize(640, 440)
"""Of the window at the usual size of text, px."""

Told = tuple[tuple[str, str], ...]
"""Sentences, each with the heading that stands before it; the first is the title of all."""


class TroubleWindow(QDialog):
    """Says it in three lines, and shows the report beneath, to be copied. It blocks nothing: one can go on."""

    def __init__(self, told: Told, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Plumbline: something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = tuple(QLabel(text) for text, _ in told)
        self.body = QPlainTextEdit(report)
        self.body.setReadOnly(True)
        self.body.setAccessibleName("Report")
        self.body.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.body.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.setTabChangesFocus(True)
        self.copy = QPushButton("Copy the report")
        self.shut = QPushButton("Go on")
        self.shut.setDefault(True)
        self._arrange(tuple(heading for _, heading in told))
        self.resize(QSize(grown(SIZE.width()), grown(SIZE.height())).boundedTo(self.screen().availableSize()))
        self.copy.clicked.connect(self._copy)
        self.shut.clicked.connect(self.close)
        self.shut.setFocus()

    def _arrange(self, headings: tuple[str, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (heading, line) in enumerate(zip(headings, self.lines, strict=True)):
            head = QLabel(heading)
            head.setObjectName("trouble_head")
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self.copy.setText("Copied")
