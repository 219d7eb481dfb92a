"""One observable session: the only way in which the parts of the window talk to each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from app.state.change import Change, turned_back, work_of
from app.state.quiz import begun_anew
from app.state.sheet import with_sheet
from app.state.state import State

Listener = Callable[[State, State], None]
"""Called with the state before and after a change."""

DEEPEST = 200
"""So many steps back, forward, of undo and of redo are kept at most; older ones are forgotten."""


class Session:
    """Holds the state, tells its listeners of real changes only, and remembers the way back.

    How the body is looked at (depth, views, labels, what is hidden) is no step of the history: back means the last thing
    that was *chosen*. Undo takes back the last change of what was chosen, painted, found, hidden or noted, wherever one is.
    """

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()
        self._back: deque[State] = deque(maxlen=DEEPEST)
        self._forward: deque[State] = deque(maxlen=DEEPEST)
        self._undo: deque[Change] = deque(maxlen=DEEPEST)
        self._redo: deque[Change] = deque(maxlen=DEEPEST)
        self._typing = False
        self._listeners: list[Listener] = []

    @property
    def state(self) -> State:
        """What is chosen now."""
        return self._state

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier choice."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a choice was left with `go_back`."""
        return bool(self._forward)

    @property
    def visited(self) -> tuple[State, ...]:
        """Where one was, the newest first."""
        return tuple(reversed(self._back))

    @property
    def next_undo(self) -> Change | None:
        """What `undo` would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def next_redo(self) -> Change | None:
        """What `redo` would do again."""
        return self._redo[-1] if self._redo else None

    def subscribe(self, listener: Listener) -> None:
        """Have `listener` called after each change, in the order of subscription."""
        self._listeners.append(listener)

    def change(self, state: State) -> None:
        """Take over a new state; nothing happens when it equals the present one."""
        if state == self._state:
            return
        if _choice(state) != _choice(self._state):
            self._back.append(self._state)
            self._forward.clear()
        self._move_to(state)

    def go_back(self, steps: int = 1) -> None:
        """Return to the choice before, or to one so many steps before; nothing happens at the first one."""
        state = self._state
        for _ in range(min(steps, len(self._back))):
            self._forward.append(state)
            state = with_sheet(self._back.pop(), self._state)
        if state is not self._state:
            self._move_to(state)

    def go_forward(self) -> None:
        """Undo `go_back`; nothing happens at the newest choice."""
        if self._forward:
            self._back.append(self._state)
            self._move_to(with_sheet(self._forward.pop(), self._state))

    def undo(self) -> None:
        """Take back the last change of the work; nothing happens where there is none."""
        if self._undo:
            last = self._undo.pop()
            self._redo.append(last)
            self._tell(turned_back(self._state, last.before))

    def redo(self) -> None:
        """Do again what `undo` took back."""
        if self._redo:
            last = self._redo.pop()
            self._undo.append(last)
            self._tell(turned_back(self._state, last.after))

    def _move_to(self, state: State) -> None:
        self._remember(Change(work_of(self._state), work_of(state)))
        self._tell(state)

    def _remember(self, change: Change) -> None:
        """Make a change one step of undo; what is typed into the note goes on with the step before."""
        if change.before == change.after:
            self._typing = False
            return
        self._redo.clear()
        goes_on = change.is_note and self._typing and self._undo
        self._typing = change.is_note
        if goes_on:
            change = Change(self._undo.pop().before, change.after)
        self._undo.append(change)

    def _tell(self, state: State) -> None:
        before = self._state
        self._state = state = begun_anew(before, state)
        for listener in tuple(self._listeners):
            listener(before, state)


def _choice(state: State) -> tuple[object, ...]:
    return (state.patterns, state.pain, state.felt, state.painted, state.muscle, state.also, state.cause, state.answers, state.subject)
