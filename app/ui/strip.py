"""The quiet strip at the foot of the window that tells of problems."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class Strip(QWidget):
    """One line at the foot of the window; hidden while there is nothing to tell."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.details = QPushButton("Show them")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self.text)
        row.addWidget(self.details)
        row.addStretch(1)
        self.details.clicked.connect(self.asked)
        self.hide()

    def show_count(self, problems: int) -> None:
        """Tell how many problems the content has."""
        words = "1 problem" if problems == 1 else f"{problems} problems"
        self.text.setText(f"{words} in the content. What is sound is shown.")
        self.setVisible(problems > 0)
