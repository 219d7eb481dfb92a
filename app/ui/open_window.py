"""The small window that asks which link or session file to open. It blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.state.link import START, is_link
from app.ui.ask_file import last_folder
from app.ui.keeping import FILES
from app.ui.theme import grown

WIDTH = 520


class OpenWindow(QDialog):
    """A field for a link, and a button that leads to the files."""

    wanted = Signal(str)
    """A link, or the name of a file, is to be opened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Open")
        self.setMinimumWidth(min(grown(WIDTH), parent.window().width()))
        lead = QLabel("Paste a link that somebody copied with Ctrl+L, or choose a session file.")
        lead.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName("Link")
        self.field.setPlaceholderText(f"{START}?pattern=…")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.files = QPushButton("Choose a file…")
        self.shut = QPushButton("Cancel")
        self.open_link = QPushButton("Open the link")
        self.open_link.setDefault(True)
        self._dialog: QFileDialog | None = None
        self._arrange(lead)
        self.field.textChanged.connect(self._look)
        self.open_link.clicked.connect(self._want_link)
        self.files.clicked.connect(self._choose)
        self.shut.clicked.connect(self.close)

    def ask(self) -> None:
        """Show the window, with what the clipboard holds when that is a link."""
        held = QApplication.clipboard().text().strip()
        self.field.setText(held if is_link(held) else "")
        self.field.selectAll()
        self._look()
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()

    def answer(self, problem: str) -> None:
        """Say what is wrong with what was wanted, or go when nothing is."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            # Of words that go on in a second line, the layout alone would cut it off.
            self._column.activate()
            self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))
            self.field.setFocus()
        else:
            self.close()

    def _arrange(self, lead: QLabel) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (lead, self.field, self.problem):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.files)
        row.addStretch(1)
        row.addWidget(self.shut)
        row.addWidget(self.open_link)
        column.addLayout(row)
        QWidget.setTabOrder(self.field, self.open_link)
        QWidget.setTabOrder(self.open_link, self.files)
        QWidget.setTabOrder(self.files, self.shut)

    def _look(self) -> None:
        self.problem.hide()
        self.open_link.setEnabled(bool(self.field.text().strip()))

    def _want_link(self) -> None:
        self.wanted.emit(self.field.text().strip())

    def _choose(self) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self, "Open a session", last_folder(), FILES)
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.fileSelected.connect(self.wanted)
        self._dialog.open()
