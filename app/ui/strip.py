"""The quiet strip at the foot of the window that tells of problems."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.model.problem import Problem


class Strip(QWidget):
    """What must be read, at the foot of the window until it is put away; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._counted = self._said = ""
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.details = QPushButton("Show them")
        self.shut = QPushButton("Close")
        self.shut.setAccessibleName("Close this message")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.details)
        row.addWidget(self.shut)
        self.details.clicked.connect(self._show_problems)
        self.shut.clicked.connect(self._put_away)
        self.hide()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Tell how many problems the content has, and have them ready to be read; warnings alone are for authors, not shown here."""
        self._problems = problems
        words = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        bad = any(one.severity == "error" for one in problems)
        self._counted = f"{words} in the content. What is sound is shown." if bad else ""
        self._show()

    def say(self, text: str) -> None:
        """Say something that must be read, in a sentence or two, instead of what was said before; nothing puts that away."""
        self._said = text
        self._show()

    def _put_away(self) -> None:
        self._said = self._counted = ""
        self._show()

    def _show(self) -> None:
        self.text.setText(" ".join(filter(None, (self._said, self._counted))))
        self.details.setVisible(bool(self._counted))
        self.setVisible(bool(self._said or self._counted))

    def _show_problems(self) -> None:
        from app.ui.dialogs import TextWindow

        lead = "These entries of the content are wrong and were left out, or are doubtful. Everything else works."
        TextWindow("Problems in the content", lead, "\n".join(map(str, self._problems)), self.parentWidget()).show()
