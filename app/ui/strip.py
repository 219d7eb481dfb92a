"""The quiet strip at the foot of the window that tells of problems."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.model.problem import Problem


class Strip(QWidget):
    """One line at the foot of the window; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.details = QPushButton("Show them")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self.text)
        row.addWidget(self.details)
        row.addStretch(1)
        self.details.clicked.connect(self._show_problems)
        self.hide()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Tell how many problems the content has, and have them ready to be read; warnings alone are for authors, not shown here."""
        self._problems = problems
        words = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        self.text.setText(f"{words} in the content. What is sound is shown.")
        self.setVisible(any(one.severity == "error" for one in problems))

    def _show_problems(self) -> None:
        from app.ui.dialogs import TextWindow

        lead = "These entries of the content are wrong and were left out, or are doubtful. Everything else works."
        TextWindow("Problems in the content", lead, "\n".join(map(str, self._problems)), self.parentWidget()).show()
