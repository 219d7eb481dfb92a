"""Plays the steps of a cause's mechanism: by button, by key, by a click on a number, or one after the other by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.card.cause import ALL_STEPS, PLAY, STEP
from app.reason.steps import told_step
from app.state.state import State
from app.state.steps import end_steps, next_step, show_step, step_before, steps_of
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.step_bar import StepBar
    from app.ui.workbench import Workbench

SHORTEST, LONGEST, PER_LETTER = 3400, 8000, 34
"""How long, ms, a step stands before the next: at least, at most, and for each letter that has to be read."""
BY_HAND = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress)
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class Stepping(Feature):
    """Tells step after step; whatever the user does pauses the playing."""

    rows: ClassVar[Rows] = (
        ActionRow("step_next", "Steps", "Next step", (".",), "step_on"),
        ActionRow("step_before", "Steps", "Step before", (",",), "step_back"),
        ActionRow("step_play", "Steps", "Play the steps, or pause", ("Ctrl+.",), "toggle_playing"),
        ActionRow("step_first", "Steps", "First step", (), "step_first"),
        ActionRow("step_end", "Steps", "Show all again", (), "end_steps"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bar: StepBar | None = None
        self._own = False
        self._in_sight: int | None = None
        # A timer of its own, which goes with the window.
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(bench.panel.view.show_current)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        bench.escaped.connect(self.end_steps)
        bench.stage.canvas.cleared.connect(self.end_steps)

    @property
    def playing(self) -> bool:
        """Whether the next step follows by itself."""
        return self._timer.isActive()

    @property
    def _state(self) -> State:
        return self.bench.session.state

    def step_on(self) -> None:
        """Tell the next step."""
        self.bench.session.change(next_step(self.bench.atlas, self._state))

    def step_back(self) -> None:
        """Tell the step before."""
        self.bench.session.change(step_before(self.bench.atlas, self._state))

    def step_first(self) -> None:
        """Tell the first step."""
        self.bench.session.change(show_step(self.bench.atlas, self._state, 1))

    def end_steps(self) -> None:
        """Show all again."""
        self.bench.session.change(end_steps(self._state))

    def toggle_playing(self) -> None:
        """Play from the step that is told, or from the first one, or pause."""
        if self.playing:
            self._pause()
            return
        steps = steps_of(self.bench.atlas, self._state)
        if steps:
            if self._state.step in (None, len(steps)):
                self.step_first()
            self._wait()

    def follow(self, target: str) -> bool:
        """Follow the number of a step, and the links that play or end."""
        if target == PLAY:
            self.toggle_playing()
        elif target == ALL_STEPS:
            self.end_steps()
        elif target.startswith(STEP) and target.removeprefix(STEP).isdecimal():
            self.bench.session.change(show_step(self.bench.atlas, self._state, int(target.removeprefix(STEP))))
        return target.startswith(STEP)

    def show_state(self, before: State, after: State) -> None:
        """Show the bar while a step is told; a change that is not its own pauses the playing."""
        if before != after and not self._own:
            self._pause()
        any_steps = bool(steps_of(self.bench.atlas, after))
        for row in self.rows:
            self.bench.actions_by_id[row.id].setEnabled(any_steps and (row.id != "step_end" or after.step is not None))
        self._show_bar(after)
        if after.step is not None and after.step != self._in_sight:
            # When the page stands: at a start it comes after this.
            self._sight.start()
        self._in_sight = after.step

    def show_theme(self, palette: Palette) -> None:
        """Draw the bar in other colours."""
        if self._bar:
            self._bar.show_theme(palette)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: while it plays, whatever the user does pauses it; the button that pauses does so itself."""
        if event.type() in BY_HAND and not (isinstance(event, QKeyEvent) and event.key() in MODIFIERS):
            button = self._bar.buttons["step_play"] if self._bar else None
            if button is None or not (button.underMouse() or button.hasFocus()):
                self._pause()
        return False

    def _show_bar(self, state: State) -> None:
        told = told_step(self.bench.atlas, state)
        if told and self._bar is None:
            # Imported here: most starts tell no step.
            from app.ui.step_bar import StepBar

            self._bar = StepBar(self.bench.actions_by_id)
            self._bar.show_theme(self.bench.palette_now)
            self.bench.stage.show_above(self._bar)
        if self._bar:
            self._bar.setVisible(told is not None)
            if told:
                self._bar.show_step(told, self.playing)

    def _go_on(self) -> None:
        """The next step by itself; after the last the playing ends, and the last stays to be read."""
        steps = steps_of(self.bench.atlas, self._state)
        if self._state.step is None or self._state.step >= len(steps):
            self._pause()
            return
        self._own = True
        self.step_on()
        self._own = False
        self._wait()

    def _wait(self) -> None:
        """Let the step stand as long as it takes to read it."""
        told = told_step(self.bench.atlas, self._state)
        if told:
            self._timer.start(min(max(SHORTEST, PER_LETTER * len(told.text)), LONGEST))
            self._watch(True)
            self._show_bar(self._state)

    def _pause(self) -> None:
        self._timer.stop()
        self._watch(False)
        self._show_bar(self._state)

    def _watch(self, wanted: bool) -> None:
        """Learn of all that the user does, anywhere in the window; only while it plays, as it takes time."""
        app = QApplication.instance()
        if app:
            (app.installEventFilter if wanted else app.removeEventFilter)(self)
