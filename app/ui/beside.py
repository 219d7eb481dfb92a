"""Muscles by patterns, opened between the body and the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.matrix import matrix
from app.state.state import State
from app.ui.between import Between
from app.ui.late import Kind, Late
from app.ui.theme import PALETTES, Palette

if TYPE_CHECKING:
    from app.ui.matrix_view import MatrixView

KIND = Kind("Muscles by patterns", ("app.ui.matrix_view",))
"""pyqtgraph and numpy come with it, and would double the time in which the window starts."""


class Beside(QObject):
    """Keeps the matrix in step with what is chosen while it is open."""

    pointed = Signal(str)
    followed = Signal(str)

    def __init__(self, between: Between, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._atlas = Atlas()
        self._state = State()
        self._palette = PALETTES["light"]
        self._shown: tuple[Ref, ...] | None = None
        self._late: Late[MatrixView] = Late(between, KIND, self._made, self)
        self._late.opened.connect(self._fill)
        self._late.toggled.connect(action.setChecked)

    @property
    def view(self) -> MatrixView | None:
        """The matrix, as soon as it was made."""
        return self._late.view

    @property
    def is_reading(self) -> bool:
        """Whether what the matrix is made with is being read."""
        return self._late.is_reading

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
        self._late.show(shown)

    def mark_muscle(self, shape_id: str) -> None:
        """Mark the row of what is under the pointer on the body."""
        if self.view and self.view.isVisible():
            self.view.plot.mark_muscle(shape_id.rpartition("-")[0])

    def _made(self) -> MatrixView:
        from app.ui.matrix_view import MatrixView

        view = MatrixView()
        view.show_theme(self._palette)
        view.plot.pointed.connect(self.pointed)
        view.plot.followed.connect(self.followed)
        return view

    def _fill(self) -> None:
        if self.view is None or self.view.isHidden():
            return
        columns = self._state.patterns or tuple(Ref(one.id, "right" if one.paired else None) for one in self._atlas.patterns.values())
        if columns != self._shown:
            self._shown = columns
            self.view.show_matrix(matrix(self._atlas, columns), self._atlas)
