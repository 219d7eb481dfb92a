"""Names hidden and told one by one: to ask a class, in the window and in the presentation alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.paint.marks import Marks
from app.state.quiz import hide_names, show_names, tell
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.ui.workbench import Workbench


class Asking(Feature):
    """Hides names, tells the next one, and says how many are told."""

    rows: ClassVar[Rows] = (
        ActionRow("quiz", "Teach", "Hide the names", ("Q",), "hide_names", checkable=True),
        ActionRow("tell_next", "Teach", "Tell the next name", (), "tell_next"),
        ActionRow("hide_last", "Teach", "Hide the last name again", (), "hide_last"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        bench.installEventFilter(self)

    def hide_names(self, hidden: bool) -> None:
        """Hide the names beside the body, or show them all."""
        session = self.bench.session
        session.change(hide_names(session.state) if hidden else show_names(session.state))

    def tell_next(self) -> None:
        """Tell the next name."""
        self._tell(1)

    def hide_last(self) -> None:
        """Hide the name that was told last."""
        self._tell(-1)

    def show_state(self, _before: State, after: State) -> None:
        """Say how many names are told."""
        actions, count = self.bench.actions_by_id, _count(self.bench.marks)
        actions["quiz"].setChecked(after.revealed is not None)
        actions["tell_next"].setEnabled(after.revealed is not None and after.revealed < count)
        actions["hide_last"].setEnabled(bool(after.revealed))
        said = told_so_far(after, self.bench.marks)
        self.bench.stage.chips.show_way_back(actions["quiz"], f"{said} · end" if said else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the space bar, where no list, button or text needs it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            free = QApplication.focusWidget() in (self.bench.stage.canvas, self.bench, None)
            if free and self.bench.session.state.revealed is not None:
                self._tell(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _tell(self, by: int) -> None:
        session = self.bench.session
        session.change(tell(session.state, by, _count(self.bench.marks)))


def told_so_far(state: State, marks: Marks) -> str:
    """How many of the names are told; nothing while none is hidden."""
    if state.revealed is None:
        return ""
    count = _count(marks)
    if count == 0:
        return "No names to guess here"
    if state.revealed >= count:
        return "All names are told"
    return f"Names hidden, {state.revealed} of {count} told" if state.revealed else f"{count} names hidden"


def _count(marks: Marks) -> int:
    return max((name.number for name in marks.labels), default=0)
