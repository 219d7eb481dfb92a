"""Save what is chosen to a session file, open one, and copy a link to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from app.model.problem import UserError
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from app.state.change import Work
    from app.state.record import Restored
    from app.ui.workbench import Workbench

SUFFIX = ".plumbline"
FILES = f"Plumbline sessions (*{SUFFIX})"


class Keeping(Feature):
    """Knows the file that the window shows, and whether it holds all that was done since."""

    filed = Signal()
    """The window belongs to another file, or to this one as it now is."""

    rows: ClassVar[Rows] = (
        ActionRow("save", "Session", "Save the session", ("Ctrl+S",), "save"),
        ActionRow("save_as", "Session", "Save the session as…", ("Ctrl+Shift+S",), "save_as"),
        ActionRow("copy_link", "Session", "Copy a link to this", ("Ctrl+L",), "copy_link"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.file: Path | None = None
        self._saved: Work | None = None
        self._dialog: QFileDialog | None = None

    # Save.

    def save(self) -> None:
        """Save to the file that is open, or ask for a name."""
        if self.file:
            self._write(self.file)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a name, beside the window's own work, and save there."""
        from PySide6.QtWidgets import QFileDialog

        from app.ui.ask_file import last_folder

        if self._dialog is None:
            self._dialog = QFileDialog(self.bench.window(), "Save the session", last_folder(), FILES)
            self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._dialog.setDefaultSuffix(SUFFIX)
            self._dialog.fileSelected.connect(self._chosen)
        self._dialog.selectFile(str(self.file or f"Session{SUFFIX}"))
        self._dialog.open()

    def _chosen(self, name: str) -> None:
        from app.ui.ask_file import keep_folder

        keep_folder(Path(name))
        self._write(Path(name))

    def _write(self, file: Path) -> None:
        from app.writers.session import write_session

        try:
            write_session(file, self.bench.session.state)
        except UserError as error:
            self.bench.strip.say(f"The session was not saved: {error}. It is still in this window.")
            return
        self.show_file(file)
        self.bench.tell(f"Saved as {file.name}")

    # Open.

    def open_place(self, place: str) -> None:
        """Open a link or a session file.

        Raises UserError when it is wrong or cannot be read; the window stays as it is.
        """
        from app.state.link import is_link
        from app.writers.session import read_place

        found = read_place(place, self.bench.atlas)
        self.show_state_of(found, keep_note=is_link(place))
        self.show_file(None if is_link(place) else Path(place))

    def show_state_of(self, found: Restored, keep_note: bool) -> None:
        """Show a state that was read. What says nothing of the note, as a link, leaves it as it is."""
        session, drawn = self.bench.session, self.bench.sheet.views
        views = tuple(view for view in found.state.views if view in drawn) or drawn or found.state.views
        note = session.state.note if keep_note else found.state.note
        session.change(replace(found.state, views=views, note=note))
        if found.state.subject:
            self.bench.navigator.turn_to(found.state.subject.kind)
        self.bench.strip.say(" ".join(found.missing))

    # The file in the title of the window.

    def show_file(self, file: Path | None) -> None:
        """Name the file that holds what the window shows; None for none."""
        from app.state.change import work_of

        self.file = file.absolute() if file else None
        self._saved = work_of(self.bench.session.state)
        window = self.bench.window()
        window.setWindowModified(False)
        window.setWindowTitle(f"{file.name}[*]" if file else "Plumbline")
        self.filed.emit()

    def reopen(self, file: Path, saved: bool) -> None:
        """Name the file that the last state belongs to, and whether it holds all of it."""
        if file.is_file():
            self.show_file(file)
            if not saved:
                self._saved = None
                self.bench.window().setWindowModified(True)

    @property
    def is_saved(self) -> bool:
        """Whether the file that is open holds all that was done."""
        return self.file is not None and not self.bench.window().isWindowModified()

    def show_state(self, _before: State, after: State) -> None:
        """Mark what was done since the file was saved. Who begins anew leaves the file: it shall not be written over."""
        if self.file is None:
            return
        from app.state.change import work_of

        work = work_of(after)
        if work != self._saved and work == work_of(State()):
            self.show_file(None)
        else:
            self.bench.window().setWindowModified(work != self._saved)

    # Link.

    def copy_link(self) -> None:
        """Put a link to what is shown on the clipboard."""
        from app.state.link import LinkError, link_of

        state = self.bench.session.state
        try:
            QApplication.clipboard().setText(link_of(state))
        except LinkError as error:
            self.bench.tell(str(error))
            return
        self.bench.tell("Link copied, without your note" if state.note else "Link copied")
