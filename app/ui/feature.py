"""What a feature of the window is: its actions, and what it does when content, state or colours change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from app.model.knowledge import Atlas
from app.state.state import State
from app.ui.actions import Rows
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.workbench import Workbench


class Feature(QObject):
    """One thing that the window can do beside its parts. The slots that its `rows` name are methods of its own.

    It may use all parts of the workbench; the workbench knows of it only what stands here.
    """

    rows: ClassVar[Rows] = ()

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.bench = bench

    def show_content(self, atlas: Atlas) -> None:
        """Take over the content."""

    def show_state(self, before: State, after: State) -> None:
        """Show another state; at first both are the same."""

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""

    def follow(self, _target: str) -> bool:
        """Follow a link of the panel; whether it was one of its own."""
        return False
