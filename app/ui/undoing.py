"""Undo and redo, each saying what it would take back or do again."""

from __future__ import annotations

from typing import ClassVar

from app.state.change import Change
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature


class Undoing(Feature):
    """The two actions; what they do stands in the session."""

    rows: ClassVar[Rows] = (
        ActionRow("undo", "Change", "Undo", ("Ctrl+Z",), "undo"),
        ActionRow("redo", "Change", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    )

    def undo(self) -> None:
        """Take back the last change."""
        self.bench.session.undo()

    def redo(self) -> None:
        """Do it again."""
        self.bench.session.redo()

    def show_state(self, _before: State, _after: State) -> None:
        """Say what each would do."""
        session = self.bench.session
        self._say("undo", "Undo", session.next_undo)
        self._say("redo", "Redo", session.next_redo)

    def _say(self, name: str, word: str, change: Change | None) -> None:
        action = self.bench.actions_by_id[name]
        action.setEnabled(change is not None)
        if change is None or not self.bench.atlas.muscles:
            action.setText(word)
            return
        # Imported here: at the start there is nothing to undo.
        from app.card.change_words import change_words

        action.setText(f"{word}: {change_words(self.bench.atlas, change)}")
