"""Playing the mechanism of a cause step by step: pure functions from state to state.

The step is a place from 1 on; None means that all of the cause is shown. Steps are no steps of the history.
"""

from __future__ import annotations

from dataclasses import replace

from app.model.knowledge import Atlas
from app.model.practice import MechanismStep
from app.state.state import State


def steps_of(atlas: Atlas, state: State) -> tuple[MechanismStep, ...]:
    """The steps of what is explained; only a cause that is shown on the body has any."""
    subject = state.subject
    if subject is None or subject.kind != "cause" or subject.ref != state.cause:
        return ()
    cause = atlas.causes.get(subject.ref.id)
    return cause.mechanism if cause else ()


def show_step(atlas: Atlas, state: State, number: int) -> State:
    """Tell one step; a number that no step has changes nothing."""
    return replace(state, step=number) if 1 <= number <= len(steps_of(atlas, state)) else state


def next_step(atlas: Atlas, state: State) -> State:
    """Tell the first step, or the one after the present one; after the last, all is shown again."""
    return _told(state, (state.step or 0) + 1, len(steps_of(atlas, state)))


def step_before(atlas: Atlas, state: State) -> State:
    """Tell the step before the present one; before the first, all is shown again, and from there the last is told."""
    count = len(steps_of(atlas, state))
    return _told(state, count if state.step is None else state.step - 1, count)


def end_steps(state: State) -> State:
    """Show all again."""
    return replace(state, step=None)


def _told(state: State, number: int, count: int) -> State:
    return replace(state, step=number if 1 <= number <= count else None)
