"""The therapist's own note: a small window beside the body, kept with the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.ui.note_window import NoteWindow
    from app.ui.workbench import Workbench


class Noting(Feature):
    """Opens the note and takes over what is typed."""

    rows: ClassVar[Rows] = (ActionRow("note", "Session", "Note", ("Ctrl+Shift+N",), "show_note"),)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._window: NoteWindow | None = None

    def show_note(self) -> None:
        """Open the note, or bring it to the front."""
        from app.ui.note_window import NoteWindow

        if self._window is None:
            self._window = NoteWindow(self.bench.window())
            self._window.typed.connect(self._take)
        self._window.show_note(self.bench.session.state.note)
        self._window.open_beside(self.bench.panel)

    def show_state(self, _before: State, after: State) -> None:
        """Show the note as the state has it; a label above the body tells that there is one, and opens it."""
        self.bench.stage.chips.show_way_back(self.bench.actions_by_id["note"], "Note" if after.note.strip() else "")
        if self._window:
            self._window.show_note(after.note)

    def _take(self, text: str) -> None:
        self.bench.session.change(replace(self.bench.session.state, note=text))
