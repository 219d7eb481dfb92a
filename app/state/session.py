"""One observable session: the only way in which the parts of the window talk to each other."""

from __future__ import annotations

from collections.abc import Callable

from app.state.sheet import with_sheet
from app.state.state import State

Listener = Callable[[State, State], None]
"""Called with the state before and after a change."""


class Session:
    """Holds the state, tells its listeners of real changes only, and remembers the way back.

    How the body is looked at (depth, views, labels, what is hidden) is no step of the history: back means the last thing
    that was *chosen*.
    """

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()
        self._back: list[State] = []
        self._forward: list[State] = []
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

    def go_back(self) -> None:
        """Return to the choice before; nothing happens at the first one."""
        if self._back:
            self._forward.append(self._state)
            self._move_to(with_sheet(self._back.pop(), self._state))

    def go_forward(self) -> None:
        """Undo `go_back`; nothing happens at the newest choice."""
        if self._forward:
            self._back.append(self._state)
            self._move_to(with_sheet(self._forward.pop(), self._state))

    def _move_to(self, state: State) -> None:
        before, self._state = self._state, state
        for listener in tuple(self._listeners):
            listener(before, state)


def _choice(state: State) -> tuple[object, ...]:
    return (state.patterns, state.pain, state.felt, state.painted, state.muscle, state.also, state.cause, state.answers, state.subject)
