"""The last answer of a question that one change of the state asks several times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from app.model.knowledge import Atlas
from app.state.state import State

T = TypeVar("T")


class Kept(Generic[T]):
    """Keeps what was last found for the pain and the answers of a state; the content is told by its identity."""

    def __init__(self, find: Callable[[Atlas, State], T]) -> None:
        self._find = find
        self._last: tuple[Atlas, tuple[object, ...], T] | None = None

    def __call__(self, atlas: Atlas, state: State) -> T:
        """What holds for the state."""
        asked = (state.pain, state.felt, state.answers)
        if self._last is None or self._last[0] is not atlas or self._last[1] != asked:
            self._last = (atlas, asked, self._find(atlas, state))
        return self._last[2]
