"""Several muscles selected at once: pure functions from state to state.

Each muscle stands once in the selection: without a side for all that it has, or with the one side that is meant. The one
that came last is `state.muscle`, the others are `state.also`; none of them is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.reference import Ref
from app.state.choose import SELECTION, choose_muscle, choose_pattern, drop_muscle, without
from app.state.state import State, Subject

BOTH = frozenset(("right", "left"))


def selected(state: State) -> tuple[Ref, ...]:
    """All selected muscles in the order in which they were selected."""
    return (*state.also, state.muscle) if state.muscle else ()


def toggle_selected(state: State, ref: Ref) -> State:
    """Add a muscle, or a side of one, to what is selected, or take it away; the other side of it stays."""
    old = next((one for one in selected(state) if one.id == ref.id), None)
    had = _sides(old) if old else frozenset()
    wanted = _sides(ref)
    if not wanted <= had:
        return _with(state, (*_others(state, ref.id), _ref(ref.id, had | wanted)))
    left = had - wanted
    kept = tuple(_ref(ref.id, left) if one.id == ref.id else one for one in selected(state) if one.id != ref.id or left)
    return _with(state, kept)


def deselect(state: State, refs: Iterable[Ref]) -> State:
    """Take muscles out of what is selected, whatever their side."""
    ids = {ref.id for ref in refs}
    return _with(state, tuple(one for one in selected(state) if one.id not in ids))


def select_all(state: State, refs: Iterable[Ref]) -> State:
    """Select just these muscles; one that is named on both sides stands once."""
    sides: dict[str, frozenset[str]] = {}
    for ref in refs:
        sides[ref.id] = sides.get(ref.id, frozenset()) | _sides(ref)
    return _with(state, tuple(_ref(muscle, which) for muscle, which in sides.items()))


def add_all(state: State, refs: Iterable[Ref]) -> State:
    """Add muscles to what is selected; if all of them are selected already, take them away."""
    wanted = tuple(refs)
    more = select_all(state, (*selected(state), *wanted))
    if set(selected(more)) == set(selected(state)):
        return deselect(state, wanted)
    return more


def select_side(state: State, ref: Ref) -> State:
    """Select a muscle on this side only, or on both; others that are selected with it stay, and it is explained."""
    if not any(one.id == ref.id for one in selected(state)):
        return select_all(state, (ref,))
    return explain_selected(_with(state, (*_others(state, ref.id), _ref(ref.id, _sides(ref)))), ref.id)


def explain_selected(state: State, muscle: str) -> State:
    """Show the card of a selected muscle; all of them stay selected."""
    one = next((ref for ref in selected(state) if ref.id == muscle), None)
    if one is None:
        return state
    return replace(state, muscle=one, also=_others(state, muscle), subject=Subject("muscle", one), step=None)


def compare_muscles(state: State, one: Ref, other: Ref) -> State:
    """Select two muscles and show them side by side; one cannot be compared with itself."""
    if one.id == other.id:
        return choose_muscle(state, one)
    return replace(_with(state, (other, one)), subject=Subject("muscle", one, other))


def compare_patterns(state: State, one: Ref, other: Ref) -> State:
    """Choose two patterns, beside what is chosen, and show them side by side."""
    if one.id == other.id:
        return choose_pattern(state, one)
    return replace(choose_pattern(choose_pattern(state, one), other), subject=Subject("pattern", one, other))


def _with(state: State, refs: tuple[Ref, ...]) -> State:
    """The state with these muscles selected, the last one explained, or what they share."""
    if not refs:
        return drop_muscle(state) if state.muscle else state
    if len(refs) == 1:
        return choose_muscle(state, refs[0])
    hidden = state.hidden
    for ref in refs:
        hidden = without(hidden, ref)
    return replace(state, muscle=refs[-1], also=refs[:-1], hidden=hidden, subject=SELECTION, step=None)


def _others(state: State, muscle: str) -> tuple[Ref, ...]:
    return tuple(one for one in selected(state) if one.id != muscle)


def _sides(ref: Ref) -> frozenset[str]:
    return frozenset((ref.side,)) if ref.side in BOTH else BOTH


def _ref(muscle: str, sides: frozenset[str]) -> Ref:
    """A reference to a muscle on one side, or to all of it."""
    if sides == BOTH:
        return Ref(muscle)
    return Ref(muscle, "right" if "right" in sides else "left")
