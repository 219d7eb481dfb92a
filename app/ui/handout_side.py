"""What stands beside the preview of a hand-out: its parts to tick, the note, the paper, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.card.leaflet import OPTIONAL, PART_NAMES, USUALLY_LEFT_OUT, OptionalPart
from app.state.note import LONGEST
from app.ui.theme import grown
from app.writers.handout_sheet import Paper

WIDTH = 304
PAPER_NAMES: dict[Paper, str] = {"a4": "A4", "letter": "Letter"}


class HandoutSide(QWidget):
    """Reports every change; the window that holds it makes the pages."""

    changed = Signal()
    noted = Signal()

    def __init__(self, note: str) -> None:
        super().__init__()
        self.setObjectName("handout_side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(grown(WIDTH))
        self.parts: dict[OptionalPart, QCheckBox] = {}
        self.note = QPlainTextEdit(note[:LONGEST])
        self.papers: dict[Paper, QRadioButton] = {}
        self.status = QLabel()
        self.save = QPushButton("Save as PDF…")
        self.print = QPushButton("Print…")
        self._arrange()

    @property
    def without(self) -> tuple[OptionalPart, ...]:
        """The parts that are not ticked."""
        return tuple(name for name, box in self.parts.items() if not box.isChecked())

    @property
    def paper(self) -> Paper:
        """The chosen paper."""
        return next(name for name, button in self.papers.items() if button.isChecked())

    def offer(self, parts: tuple[OptionalPart, ...]) -> None:
        """Show only those parts that there are."""
        for name, box in self.parts.items():
            box.setVisible(name in parts)

    def say(self, text: str) -> None:
        """Say how far it is, or what went wrong."""
        self.status.setText(text)
        self.status.setAccessibleName(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        self._add_parts(column)
        column.addSpacing(12)
        self._add_note(column)
        column.addSpacing(12)
        column.addWidget(_head("Paper"))
        column.addLayout(self._paper_row())
        column.addStretch(1)
        self.status.setObjectName("quiet")
        self.status.setWordWrap(True)
        column.addWidget(self.status)
        for button, tip in ((self.save, "Save the pages as a PDF file (Enter)"), (self.print, "Print the pages (Ctrl+P)")):
            button.setToolTip(tip)
            column.addWidget(button)

    def _add_parts(self, column: QVBoxLayout) -> None:
        column.addWidget(_head("On the page"))
        # A note is there when it was written; there is nothing to tick.
        for name in (one for one in OPTIONAL if one != "note"):
            box = self.parts[name] = QCheckBox(PART_NAMES[name])
            box.setChecked(name not in USUALLY_LEFT_OUT)
            box.toggled.connect(self.changed)
            column.addWidget(box)
        always = QLabel("When to see a doctor and what this is not are always there.")
        always.setObjectName("quiet")
        always.setWordWrap(True)
        column.addWidget(always)

    def _add_note(self, column: QVBoxLayout) -> None:
        column.addWidget(_head("Your note to this patient"))
        self.note.setAccessibleName("Your note to this patient")
        self.note.setPlaceholderText("Such as: steps 1 and 2 this week, then ring me.")
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(72)
        self.note.setMaximumHeight(grown(112))
        self.note.textChanged.connect(self.noted)
        column.addWidget(self.note)

    def _paper_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        group = QButtonGroup(self)
        for paper, name in PAPER_NAMES.items():
            button = self.papers[paper] = QRadioButton(name)
            group.addButton(button)
            row.addWidget(button)
        self.papers["a4"].setChecked(True)
        group.buttonClicked.connect(self.changed)
        row.addStretch(1)
        return row


def _head(text: str) -> QLabel:
    head = QLabel(text)
    font = head.font()
    font.setBold(True)
    head.setFont(font)
    return head
