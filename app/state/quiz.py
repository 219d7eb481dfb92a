"""Names that are hidden to be guessed and told one by one: pure functions from state to state.

`State.revealed` counts the names that are told; None means that none is hidden.
"""

from __future__ import annotations

from dataclasses import replace

from app.state.state import State


def hide_names(state: State) -> State:
    """Hide the names beside the body; where there are none, label what is chosen, or else the whole layer."""
    labels = state.labels
    if labels == "none" or (labels == "chosen" and not is_marked(state)):
        labels = "chosen" if is_marked(state) else "layer"
    return replace(state, labels=labels, revealed=0)


def show_names(state: State) -> State:
    """Hide no name any more; the labels stay."""
    return replace(state, revealed=None)


def tell(state: State, by: int, count: int) -> State:
    """Tell so many names more of `count`, or fewer; nothing happens while none is hidden."""
    if state.revealed is None:
        return state
    return replace(state, revealed=min(max(state.revealed + by, 0), count))


def begun_anew(before: State, after: State) -> State:
    """The state after a change, with all names hidden again where others are asked for now."""
    if after.revealed and before.revealed is not None and _asked(before) != _asked(after):
        return replace(after, revealed=0)
    return after


def is_marked(state: State) -> bool:
    """Whether anything is chosen that has its name beside the body."""
    return bool(state.patterns or state.pain or state.muscle or state.also or state.cause)


def asks_for_muscle(state: State) -> bool:
    """Whether the selected muscles are among those whose names are asked for: not while others are, which a click
    on the body must not change."""
    return state.labels == "chosen" and not (state.patterns or state.pain or state.cause)


def _asked(state: State) -> tuple[object, ...]:
    """What decides which names are asked for. The language does not: a name that is told stays told in another one."""
    selected = (state.muscle, state.also) if asks_for_muscle(state) else ()
    return (state.labels, state.views, state.depth, state.fade > 0.5, state.hidden, state.patterns, state.pain, state.cause, selected)
