"""Open a link or a session file: in a small window, or by dragging a file into this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from app.model.problem import UserError
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.keeping import SUFFIX, Keeping

if TYPE_CHECKING:
    from app.ui.open_window import OpenWindow
    from app.ui.workbench import Workbench


class Opening(Feature):
    """Finds out what is to be opened; reading and showing it is for `Keeping`."""

    rows: ClassVar[Rows] = (ActionRow("open", "Session", "Open a link or a session", ("Ctrl+O",), "ask_what_to_open"),)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._window: OpenWindow | None = None
        bench.setAcceptDrops(True)
        # The search field would take the name of a file that is dropped on it for words.
        for widget in (bench, bench.topbar.search):
            widget.installEventFilter(self)

    def ask_what_to_open(self) -> None:
        """Open the small window; a link on the clipboard is in its field already."""
        from app.ui.open_window import OpenWindow

        if self._window is None:
            self._window = OpenWindow(self.bench.window())
            self._window.wanted.connect(self._open_wanted)
        self._window.ask()

    def _open_wanted(self, place: str) -> None:
        problem = self.open_place(place)
        if self._window:
            self._window.answer(problem)

    def open_place(self, place: str) -> str:
        """Open a link or a session file; returns what is wrong with it, or nothing."""
        keeping = next(one for one in self.bench.features if isinstance(one, Keeping))
        try:
            keeping.open_place(place)
        except UserError as error:
            return str(error)
        self.bench.tell(f"Opened {keeping.file.name}" if keeping.file else "Opened the link")
        return ""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: take session files that are dragged into the window."""
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.toLocalFile().endswith(SUFFIX)]
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            problem = self.open_place(files[0])
            if problem:
                self.bench.strip.say(problem)
        return True
