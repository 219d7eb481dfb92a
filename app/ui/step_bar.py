"""The bar above the body while a step is told: what it says, and buttons to go on, go back, play and end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from app.paint.caption import LINES, caption_lines
from app.reason.steps import ToldStep
from app.ui.icons import icon
from app.ui.theme import Palette

BUTTONS = ("step_first", "step_before", "step_play", "step_next", "step_end")
"""The actions that have a button here, from left to right; the words stand before the last."""
ICONS = {"step_first": "first", "step_before": "back", "step_play": "play", "step_next": "forward", "step_end": "close"}
INSET = 4
"""So many px of the words stay free, so that none is broken again."""


class StepBar(QFrame):
    """Tells one step in words; it knows nothing of the body, and can stand on any window that has these actions."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("step_bar")
        self.setAccessibleName("Steps")
        self._words = QLabel()
        self._words.setObjectName("step_words")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        # Always of one height: the body must not jump from step to step. The words never ask for a wider window.
        self._words.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 8)
        self._words.setMinimumWidth(1)
        self._caption = ""
        self.buttons = {name: self._button(actions[name]) for name in BUTTONS}
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(4)
        for name, button in self.buttons.items():
            if name == BUTTONS[-1]:
                row.addSpacing(8)
                row.addWidget(self._words, 1)
            row.addWidget(button)

    def show_step(self, told: ToldStep, playing: bool) -> None:
        """Tell a step, and whether the next one follows by itself."""
        self._caption = told.caption
        self._write_words()
        self._words.setToolTip(told.text)
        self.setAccessibleDescription(told.caption)
        self.buttons["step_first"].setEnabled(told.number > 1)
        self._show_playing(playing)

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._ink = palette.ink
        for name, button in self.buttons.items():
            button.setIcon(icon(ICONS[name], palette.ink))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the words are broken, or cut, for the room that they have."""
        super().resizeEvent(event)
        self._write_words()

    def _write_words(self) -> None:
        lines = caption_lines(self._caption, self._words.font(), self._words.width() - INSET)
        self._words.setText("<br>".join(_escaped(line) for line in lines).replace(":", ":</b>", 1).join(("<b>", "")))

    def _show_playing(self, playing: bool) -> None:
        button = self.buttons["step_play"]
        button.setIcon(icon("pause" if playing else "play", self._ink))
        button.setAccessibleName("Pause" if playing else "Play the steps")
        button.setToolTip(f"{'Pause' if playing else 'Play the steps'} (Ctrl+.)")

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text())
        key = action.shortcut().toString()
        button.setToolTip(f"{action.text()} ({key})" if key else action.text())
        button.clicked.connect(action.trigger)
        return button


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
