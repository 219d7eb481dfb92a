"""What can be opened between the body and the panel: the matrix of muscles by patterns, made when it is first asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QWidget

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.matrix import matrix
from app.state.state import State
from app.ui.theme import PALETTES, Palette, grown
from app.ui.work import Work

if TYPE_CHECKING:
    from app.ui.matrix_view import MatrixView

PLACE = 2
"""Behind navigator and body."""
WIDTH = 380
"""At first, px."""
LEAST = 400
"""So much is left to the body, px."""
NARROWEST = 250
"""What stands for it meanwhile is at least so wide, px."""
VIEW = "app.ui.matrix_view"
"""Where it is: pyqtgraph and numpy come with it, and would double the time in which the window starts."""


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
        self._waiting: QWidget | None = None
        """What stands where the matrix will be, until it is there."""
        self._reading: Work[ModuleType] | None = None
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
        """Open or close it; when it is first opened, as soon as its library has been read beside the window."""
        if shown and self.view is None and (self.is_reading or VIEW not in sys.modules):
            self._wait()
        elif shown:
            self._open()
        else:
            self._close()

    def _wait(self) -> None:
        """Show where it will stand, and read what it is made with meanwhile."""
        self._waiting = _waiting()
        self._give_room(self._waiting)
        self._waiting.show()
        self._waiting.setFocus()
        if self._reading is None:
            self._reading = Work(_read)
            self._reading.ended.connect(self._come)
            self._reading.begin()

    def _come(self) -> None:
        """Put the matrix where one waits for it, unless it was closed meanwhile."""
        self._reading = None
        if self._waiting:
            self._open()

    def _open(self) -> None:
        view = self.view = self.view or self._made()
        if self._waiting:
            has_keyboard = self._waiting.hasFocus()
            self._splitter.replaceWidget(PLACE, view)
            self._forget()
        else:
            has_keyboard = True
            if self._splitter.indexOf(view) < 0:
                self._give_room(view)
        view.show()
        self._fill()
        if has_keyboard:
            view.plot.setFocus()

    def _made(self) -> MatrixView:
        from app.ui.matrix_view import MatrixView

        view = MatrixView()
        view.show_theme(self._palette)
        view.plot.pointed.connect(self.pointed)
        view.plot.followed.connect(self.followed)
        return view

    def _close(self) -> None:
        part = self._waiting or self.view
        if part is None:
            return
        around = self._splitter.parentWidget()
        inside = QApplication.focusWidget()
        if around and inside and (inside is part or part.isAncestorOf(inside)):
            # Else it would go to the search field, and the next letter with it.
            around.setFocus()
        # Taken out altogether, so that the widths that are remembered are those of the other parts.
        part.hide()
        part.setParent(None)
        self._forget()
        self._make_room()

    def _forget(self) -> None:
        """Nobody waits any more."""
        if self._waiting:
            self._waiting.setParent(None)
            self._waiting.deleteLater()
            self._waiting = None

    @property
    def is_reading(self) -> bool:
        """Whether what the matrix is made with is being read."""
        return self._reading is not None

    def widths(self) -> QByteArray:
        """The widths of the other parts, to be kept until the next run: those without the matrix while it is open."""
        part = self._waiting or self.view
        return self._bare if part and self._splitter.indexOf(part) >= 0 else self._splitter.saveState()

    def mark_muscle(self, shape_id: str) -> None:
        """Mark the row of what is under the pointer on the body."""
        if self.view and self.view.isVisible():
            self.view.plot.mark_muscle(shape_id.rpartition("-")[0])

    def _give_room(self, view: QWidget) -> None:
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
        narrow = (self._waiting or self.view) in parts and self._splitter.width() < needed
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


def _read() -> ModuleType:
    """Read what the matrix is made with."""
    return import_module(VIEW)


def _waiting() -> QWidget:
    """What stands where the matrix will be."""
    label = QLabel("Muscles by patterns …")
    label.setObjectName("quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumWidth(grown(NARROWEST))
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label
