"""The hand-out: one press opens a preview of the page for the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.ui.handout_window import HandoutWindow
    from app.ui.workbench import Workbench


class HandingOut(Feature):
    """Opens the preview, and keeps it at what is chosen while it stands."""

    rows: ClassVar[Rows] = (ActionRow("handout", "Take away", "Hand-out for the patient", ("Ctrl+Shift+P",), "hand_out"),)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.window: HandoutWindow | None = None

    def hand_out(self) -> None:
        """Show the page as it will be, in a window of its own; it says so where there is nothing to hand out yet."""
        if self.window is None:
            # Imported here: most runs of the program hand nothing out.
            from app.ui.handout_window import HandoutWindow

            self.window = HandoutWindow(self.bench)
            self.window.finished.connect(self._forget)
            self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_state(self, before: State, after: State) -> None:
        """Have the preview follow what is chosen."""
        if self.window and before != after:
            self.window.show_state(before, after)

    def _forget(self) -> None:
        self.window = None
