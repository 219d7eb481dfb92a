"""A part that is opened beside the body: it is made when it is first asked for, with what is read beside the window meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.model.frozen import frozen
from app.ui.between import Between
from app.ui.theme import grown
from app.ui.work import Work

V = TypeVar("V", bound=QWidget)

LEAST, LARGE_LEAST, LARGE = 250, 320, 160
"""In usual text and in text larger than so many per cent a part is at least so wide, px: with body and panel it fits into the smallest window."""


@frozen
class Kind:
    """What a part is.

    `title` stands in its place until it is there; `modules` are read beside the window first, as libraries come with them;
    `width` is how wide it is at first, px, and below `comfort` (px, grows with the text) the lists fold.
    """

    title: str
    modules: tuple[str, ...]
    width: int = 380
    comfort: int = LEAST


def least_width() -> int:
    """The least width of a part in the present text, px."""
    # As large text makes the body give room, and only then: else they would lie over each other in the smallest window.
    return LARGE_LEAST if grown(100) > LARGE else LEAST


class Late(QObject, Generic[V]):
    """Opens and closes one part. Opened, it has the keyboard, which it hands on to its focus proxy."""

    opened = Signal()
    """It stands there, visible."""
    toggled = Signal(bool)
    """It, or what stands for it, came, or went: by hand, or for want of room."""

    def __init__(self, between: Between, kind: Kind, make: Callable[[], V], parent: QObject) -> None:
        super().__init__(parent)
        self._between = between
        self._kind = kind
        self._make = make
        self.view: V | None = None
        """The part, as soon as it was made; it stays when it is closed."""
        self._waiting: QWidget | None = None
        """What stands where it will be, until it is there."""
        self._reading: Work[list[ModuleType]] | None = None
        self._takes_keyboard = True
        between.crowded_out.connect(self._leave)

    @property
    def is_reading(self) -> bool:
        """Whether what it is made with is being read."""
        return self._reading is not None

    @property
    def is_open(self) -> bool:
        """Whether it, or what stands for it, is to be seen."""
        return self._between.holds(self._waiting or self.view)

    def show(self, shown: bool, keyboard: bool = True) -> None:
        """Open or close it; when it is first opened, as soon as its libraries have been read. It takes the keyboard, or leaves it."""
        self._takes_keyboard = keyboard
        if shown == self.is_open:
            return
        if not shown:
            self._close()
            return
        if self.view is None and (self.is_reading or not all(name in sys.modules for name in self._kind.modules)):
            self._wait()
        else:
            self._open()
        self.toggled.emit(self.is_open)

    def _wait(self) -> None:
        """Show where it will stand, and read what it is made with meanwhile."""
        self._waiting = _waiting(self._kind.title)
        self._between.put(self._waiting, self._kind.width, self._kind.comfort)
        self._waiting.show()
        if self._takes_keyboard:
            self._waiting.setFocus()
        if self._reading is None:
            self._reading = Work(self._read)
            self._reading.ended.connect(self._come)
            self._reading.begin()

    def _read(self) -> list[ModuleType]:
        return [import_module(name) for name in self._kind.modules]

    def _come(self) -> None:
        """Put it where one waits for it, unless it was closed meanwhile."""
        self._reading = None
        if self._waiting:
            self._open()

    def _open(self) -> None:
        view = self.view = self.view or self._make()
        has_keyboard = self._takes_keyboard
        if self._waiting:
            has_keyboard = self._waiting.hasFocus()
            self._between.swap(self._waiting, view)
            self._forget()
        else:
            self._between.put(view, self._kind.width, self._kind.comfort)
        view.show()
        self.opened.emit()
        if has_keyboard:
            view.setFocus()

    def _leave(self, part: QWidget) -> None:
        if part is (self._waiting or self.view):
            self._close()

    def _close(self) -> None:
        part = self._waiting or self.view
        if part:
            self._between.take(part)
            self._forget()
            self.toggled.emit(False)

    def _forget(self) -> None:
        """Nobody waits any more."""
        if self._waiting:
            self._waiting.deleteLater()
            self._waiting = None


def _waiting(title: str) -> QWidget:
    """What stands where a part will be."""
    label = QLabel(f"{title} …")
    label.setObjectName("quiet")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumWidth(least_width())
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label
