"""What can be opened between the body and the panel: the matrix of muscles by patterns, made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.matrix import matrix
from app.state.state import State
from app.ui.theme import PALETTES, Palette

if TYPE_CHECKING:
    from app.ui.matrix_view import MatrixView

PLACE = 2
"""Behind navigator and body."""
WIDTH = 380
"""At first, px."""
LEAST = 400
"""So much is left to the body, px."""


class Beside(QObject):
    """Keeps the matrix in step with what is chosen while it is open."""

    pointed = Signal(str)
    followed = Signal(str)

    def __init__(self, splitter: QSplitter, parent: QObject) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._atlas = Atlas()
        self._state = State()
        self._palette = PALETTES["light"]
        self._shown: tuple[Ref, ...] | None = None
        self.view: MatrixView | None = None
        self._bare = QByteArray()
        self._before: list[int] = []
        """The widths of the parts before it was opened, px."""
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a window that gets narrower may leave no room for all parts."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    def show_content(self, atlas: Atlas) -> None:
        """Take over the content."""
        self._atlas, self._shown = atlas, None
        self._fill()

    def show_state(self, state: State) -> None:
        """Show the chosen patterns as columns; while none is chosen, all."""
        self._state = state
        self._fill()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        if self.view:
            self.view.show_theme(palette)

    def show_matrix(self, shown: bool) -> None:
        """Open or close it."""
        if self.view is None and shown:
            # Imported here: pyqtgraph and numpy would double the time in which the window starts.
            from app.ui.matrix_view import MatrixView

            self.view = MatrixView()
            self.view.show_theme(self._palette)
            self.view.plot.pointed.connect(self.pointed)
            self.view.plot.followed.connect(self.followed)
        if self.view and shown:
            if self._splitter.indexOf(self.view) < 0:
                self._give_room(self.view)
            self.view.show()
            self._fill()
            self.view.plot.setFocus()
        elif self.view:
            around = self._splitter.parentWidget()
            if around and self.view.plot.hasFocus():
                # Else it would go to the search field, and the next letter with it.
                around.setFocus()
            # Taken out altogether, so that the widths that are remembered are those of the other parts.
            self.view.hide()
            self.view.setParent(None)
            self._make_room()

    def widths(self) -> QByteArray:
        """The widths of the other parts, to be kept until the next run: those without the matrix while it is open."""
        opened = self.view is not None and self._splitter.indexOf(self.view) >= 0
        return self._bare if opened else self._splitter.saveState()

    def mark_muscle(self, shape_id: str) -> None:
        """Mark the row of what is under the pointer on the body."""
        if self.view and self.view.isVisible():
            self.view.plot.mark_muscle(shape_id.rpartition("-")[0])

    def _give_room(self, view: MatrixView) -> None:
        self._bare = self._splitter.saveState()
        sizes = self._before = self._splitter.sizes()
        self._splitter.insertWidget(PLACE, view)
        taken = min(WIDTH, max(sizes[1] - LEAST, view.minimumWidth()))
        self._splitter.setSizes([sizes[0], sizes[1] - taken, taken, *sizes[2:]])
        self._make_room()

    def _make_room(self) -> None:
        """Put the lists aside while the window is too narrow to show them too; the search field still finds all."""
        parts = [part for place in range(self._splitter.count()) if (part := self._splitter.widget(place))]
        if not parts:
            return
        needed = sum(part.minimumWidth() for part in parts) + len(parts)
        narrow = self.view in parts and self._splitter.width() < needed
        back = parts[0].isHidden() and not narrow
        parts[0].setHidden(narrow)
        if back and len(parts) == len(self._before):
            self._splitter.setSizes(self._before)

    def _fill(self) -> None:
        if self.view is None or self.view.isHidden():
            return
        columns = self._state.patterns or tuple(Ref(one.id, "right" if one.paired else None) for one in self._atlas.patterns.values())
        if columns != self._shown:
            self._shown = columns
            self.view.show_matrix(matrix(self._atlas, columns), self._atlas)
