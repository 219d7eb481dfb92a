"""The dialog that asks where a file is to be written, and the folder where such dialogs begin. The dialog stands before its window and blocks nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.settings import settings_file

FOLDER = "folder"
"""The key of the folder that was used last."""


class AskFile(QObject):
    """Asks once; `chosen` gives the file as text."""

    chosen = Signal(str)

    def __init__(self, title: str, suggested: str, kinds: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.dialog = QFileDialog(parent, title, last_folder())
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        self.dialog.setNameFilters(kinds)
        self.dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        self.dialog.selectFile(suggested)
        self.dialog.fileSelected.connect(self._take)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _take(self, file: str) -> None:
        keep_folder(Path(file))
        self.chosen.emit(file)


def last_folder() -> str:
    """The folder that was used last, if it is still there, or else that of documents."""
    kept = QSettings(str(settings_file()), QSettings.Format.IniFormat).value(FOLDER)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((str(one) for one in (kept, documents) if one and QDir(str(one)).exists()), QDir.homePath())


def keep_folder(file: Path) -> None:
    """Have the next dialog begin where this file is."""
    QSettings(str(settings_file()), QSettings.Format.IniFormat).setValue(FOLDER, str(file.absolute().parent))


def file_name(title: str) -> str:
    """A title as the name of a file: small letters, hyphens, no sign that a system refuses."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower())
    return "-".join(letters.split())[:60].rstrip("-") or "plumbline"
