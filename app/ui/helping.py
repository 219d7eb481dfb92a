"""What the window says about itself: the manual, the sheet of all keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.ui.actions import ActionRow, Rows, rows_with
from app.ui.feature import Feature
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.keys_window import KeysWindow
    from app.ui.manual_window import ManualWindow
    from app.ui.workbench import Workbench

MANUAL, KEYS = "about/help", "about/keys"
"""The targets that mean: the manual, and all keys."""


class Helping(Feature):
    """Opens the manual and the sheet of keys beside the window; each is read in when it is first asked for."""

    rows: ClassVar[Rows] = (
        ActionRow("help", "Help", "Help", ("F1",), "show_manual"),
        ActionRow("keys", "Help", "All keys", ("?",), "show_keys"),
        ActionRow("about", "Help", "About Plumbline", (), "show_about"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.manual: ManualWindow | None = None
        self.keys: KeysWindow | None = None

    def follow(self, target: str) -> bool:
        """Open the manual or the keys where a link asks for them."""
        if target == MANUAL:
            self.show_manual()
        elif target == KEYS:
            self.show_keys()
        else:
            return False
        return True

    def show_manual(self) -> None:
        """Open the manual, or bring it to the front."""
        if self.manual is None:
            from app.ui.manual_window import ManualWindow

            self.manual = ManualWindow(self.bench.palette_now, self.bench)
            self.manual.followed.connect(self.bench.panel.followed)
            self.manual.finished.connect(self._forget_manual)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def show_keys(self) -> None:
        """Open the sheet of all keys, or bring it to the front."""
        if self.keys is None:
            from app.ui.keys_window import KeysWindow

            rows = rows_with(row for feature in self.bench.features for row in feature.rows)
            self.keys = KeysWindow(rows, self.bench.palette_now, self.bench)
            self.keys.finished.connect(self._forget_keys)
        self.keys.show()
        self.keys.raise_()
        self.keys.activateWindow()

    def show_theme(self, palette: Palette) -> None:
        """Have open windows follow the colours and the size of the text."""
        if self.manual:
            self.manual.show_theme(palette)
        if self.keys:
            self.keys.show_theme(palette)

    def _forget_manual(self) -> None:
        self.manual = None

    def _forget_keys(self) -> None:
        self.keys = None
