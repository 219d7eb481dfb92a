"""How the window looks, as a person chose it: colours, size of the text, motion; each changes all of the window at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction, QGuiApplication

from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.settings import (
    LARGEST,
    SMALLEST,
    STEP,
    USUAL,
    settings_file,
    theme_choice,
    write_settings,
)
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.settings_window import SettingsWindow
    from app.ui.workbench import Workbench


class Looks(Feature):
    """Changes what the workbench keeps of its looks, and opens the settings."""

    rows: ClassVar[Rows] = (
        ActionRow("text_larger", "Text", "Larger text", ("Ctrl+Alt+=", "Ctrl+Alt++"), "grow_text"),
        ActionRow("text_smaller", "Text", "Smaller text", ("Ctrl+Alt+-",), "shrink_text"),
        ActionRow("text_usual", "Text", "Usual text size", ("Ctrl+Alt+0",), "reset_text"),
        ActionRow("settings", "Help", "Settings", ("Ctrl+,",), "show_settings"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.window: SettingsWindow | None = None
        # Kept: what it holds is gone for Python as soon as it is.
        self._hints = QGuiApplication.styleHints()
        self._hints.accessibility().contrastPreferenceChanged.connect(bench.show_theme)

    def choose_theme(self, action: QAction) -> None:
        """Fix the theme, or follow the system."""
        self.bench.kept = replace(self.bench.kept, theme=theme_choice(action.data()))
        self.bench.show_theme()

    def let_move(self, moves: bool) -> None:
        """Let the body fly and fade, or change at once."""
        self.bench.kept = replace(self.bench.kept, motion=moves)
        self.bench.stage.canvas.animated = moves
        if self.window:
            self.window.show_kept()

    def grow_text(self) -> None:
        """Make all text larger by a step."""
        self.set_text(self.bench.kept.size + STEP)

    def shrink_text(self) -> None:
        """Make all text smaller by a step."""
        self.set_text(self.bench.kept.size - STEP)

    def reset_text(self) -> None:
        """Give the text its usual size."""
        self.set_text(USUAL)

    def set_text(self, size: int) -> None:
        """Give all text a size, per cent of the platform's own."""
        size = min(max(size, SMALLEST), LARGEST)
        if size != self.bench.kept.size:
            self.bench.kept = replace(self.bench.kept, size=size)
            self.bench.show_theme()
            if self.bench.between.is_empty:
                self.bench.spread()
            self.bench.between.make_room()

    def show_settings(self) -> None:
        """Open the settings, or bring them to the front."""
        if self.window is None:
            from app.ui.settings_window import SettingsWindow

            self.window = SettingsWindow(self.bench)
            self.window.size_chosen.connect(self.set_text)
            self.window.finished.connect(self._forget)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_theme(self, _palette: Palette) -> None:
        """Have the open settings show what was chosen elsewhere."""
        if self.window:
            self.window.show_kept()

    def _forget(self) -> None:
        """Keep what was set, at once: what a person set must outlive even a machine that is switched off."""
        self.window = None
        write_settings(settings_file(), self.bench.remembered())
