"""Work that takes longer than a person should wait: it is done beside the window, which goes on answering.

The rule: nothing here may connect, disconnect or end things that tell each other with signals (QTextDocument and its layout,
QSvgRenderer, QTimer). Qt guards connections with locks that the window's thread may hold while it waits for the interpreter, which
this thread has: both would wait for ever. What needs such things is done in the window's thread, in `app.ui.slices`.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QThread, QTimer, Signal

from app.model.problem import UserError
from app.ui.memory import give_back

T = TypeVar("T")

ATTENTIVE = 0.0005
"""While work is being done the interpreter looks that often (s) whether the window wants to go on."""


class Work(QThread, Generic[T]):
    """Does one thing in a thread of its own. What it is given it must share with nobody that changes it.

    When it has `ended`, `result` holds what came of it, or `failure` says why nothing did. It belongs to no window: one that is
    closed sooner does not hear of the end.
    """

    ended = Signal()
    """It is finished; the result can be read in the thread of the window."""

    def __init__(self, do: Callable[[], T]) -> None:
        super().__init__()
        self._do = do
        self.result: T | None = None
        self.failure = ""
        self.finished.connect(self._end)

    def begin(self) -> None:
        """Start it. Until it has ended no garbage is collected: that may hold things of the window, which only its thread may end."""
        gc.disable()
        _RUNNING.add(self)
        self.start()

    def run(self) -> None:
        """Qt: do it."""
        usual = sys.getswitchinterval()
        sys.setswitchinterval(ATTENTIVE)
        try:
            self.result = self._do()
        except UserError as error:
            self.failure = str(error)
        finally:
            sys.setswitchinterval(usual)

    def _end(self) -> None:
        # Its last steps are still being done when it says that it is finished.
        self.wait()
        _RUNNING.discard(self)
        if not _RUNNING:
            gc.enable()
            # Often enough: what was chosen last is kept by such work, a second after each change.
            give_back()
        # It must not be forgotten while Qt still tells that it is finished.
        _LEAVING.add(self)
        QTimer.singleShot(0, self._forget)
        self.ended.emit()

    def _forget(self) -> None:
        _LEAVING.discard(self)


_RUNNING: set[QThread] = set()
"""What is being done: a thread must neither be forgotten while it runs nor outlive the program."""
_LEAVING: set[QThread] = set()
"""What has ended just now."""


@atexit.register
def wait_for_all() -> None:
    """Wait until nothing is being done any more."""
    for work in tuple(_RUNNING):
        work.wait()
