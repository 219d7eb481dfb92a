"""Something long that only the window's thread may do: done in slices, between which the window answers."""

from __future__ import annotations

from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.problem import UserError
from app.model.steps import Steps

T = TypeVar("T")

SLICE = 0.005
"""So long (s) steps are done before the window has its turn. The last of them may take longer: the picture of the body, packed for
a PDF, about 40 ms."""


class Slices(QObject, Generic[T]):
    """Does the steps of one thing whenever the window has nothing else to do.

    When it has `ended`, `result` holds what came of it, or `failure` says why nothing did. It ends with its parent.
    """

    ended = Signal()
    """The last step is done; it deletes itself afterwards."""

    def __init__(self, steps: Steps[T], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self.result: T | None = None
        self.failure = ""

    def begin(self) -> None:
        """Start it."""
        self._turn.start()

    def cancel(self) -> None:
        """Leave it undone; nothing is told."""
        self._turn.stop()
        self._steps.close()
        self.deleteLater()

    def _go_on(self) -> None:
        going = False
        try:
            going = self._slice()
        finally:
            # Whatever was thrown, there is nothing more to do.
            if not going:
                self._turn.stop()
                self.deleteLater()
                self.ended.emit()

    def _slice(self) -> bool:
        """Do as many steps as there is time for; whether more are left."""
        end = perf_counter() + SLICE
        try:
            while perf_counter() < end:
                next(self._steps)
        except StopIteration as last:
            self.result = last.value
            return False
        except UserError as error:
            self.failure = str(error)
            return False
        return True
