"""What a user's gestures do to the state: pure functions from state to state."""

from __future__ import annotations

from dataclasses import replace

from app.model.knowledge import ViewName
from app.model.reference import Ref, body_sides
from app.state.state import Depth, State, Subject, SubjectKind


def choose_pattern(state: State, ref: Ref) -> State:
    """Add a pattern, or give a chosen one another side, and explain it."""
    if any(chosen.id == ref.id for chosen in state.patterns):
        patterns = tuple(ref if chosen.id == ref.id else chosen for chosen in state.patterns)
    else:
        patterns = (*state.patterns, ref)
    return replace(state, patterns=patterns, muscle=None, subject=Subject("pattern", ref))


def drop_pattern(state: State, pattern: str) -> State:
    """Take a pattern back; what remains chosen is explained next."""
    kept = tuple(chosen for chosen in state.patterns if chosen.id != pattern)
    return _explain_what_remains(replace(state, patterns=kept))


def choose_pain(state: State, ref: Ref) -> State:
    """Add an area where it hurts and explain what may send pain there."""
    pain = state.pain if ref in state.pain else (*state.pain, ref)
    return replace(state, pain=pain, muscle=None, subject=Subject("area", ref))


def toggle_pattern(state: State, ref: Ref) -> State:
    """Choose a pattern on a side; what is chosen just so already is taken back."""
    return drop_pattern(state, ref.id) if ref in state.patterns else choose_pattern(state, ref)


def toggle_pain(state: State, ref: Ref, paired: bool) -> State:
    """Add an area's side to what is chosen of it, or take it back; both sides together become one choice."""
    old = tuple(area for area in state.pain if area.id == ref.id)
    had = {side for area in old for side in body_sides(paired, area.side)}
    wanted = set(body_sides(paired, ref.side))
    now = had - wanted if wanted <= had else had | wanted
    others = tuple(area for area in state.pain if area.id != ref.id)
    if not now:
        return _explain_what_remains(replace(state, pain=others))
    chosen = Ref(ref.id, now.pop() if len(now) == 1 else "both") if paired else ref
    place = state.pain.index(old[0]) if old else len(others)
    return replace(state, pain=(*others[:place], chosen, *others[place:]), muscle=None, subject=Subject("area", chosen))


def drop_pain(state: State, ref: Ref) -> State:
    """Take an area back; what remains chosen is explained next."""
    return _explain_what_remains(replace(state, pain=tuple(area for area in state.pain if area != ref)))


def choose_muscle(state: State, ref: Ref) -> State:
    """Select a muscle and show its card; patterns and pain stay chosen."""
    return replace(state, muscle=ref, subject=Subject("muscle", ref))


def drop_muscle(state: State) -> State:
    """Select no muscle; what remains chosen is explained next."""
    return _explain_what_remains(replace(state, muscle=None))


def explain(state: State, kind: SubjectKind, ref: Ref) -> State:
    """Have the panel explain something without choosing it."""
    return replace(state, subject=Subject(kind, ref))


def clear(state: State) -> State:
    """Nothing chosen; depth and views stay."""
    return State(depth=state.depth, views=state.views)


def peel(state: State, depth: Depth) -> State:
    """Show the body down to a depth."""
    return replace(state, depth=depth)


def show_views(state: State, views: tuple[ViewName, ...]) -> State:
    """Show these views side by side, in this order."""
    return replace(state, views=views)


def _explain_what_remains(state: State) -> State:
    if state.muscle:
        return replace(state, subject=Subject("muscle", state.muscle))
    if state.patterns:
        return replace(state, subject=Subject("pattern", state.patterns[-1]))
    if state.pain:
        return replace(state, subject=Subject("area", state.pain[-1]))
    return replace(state, subject=None)
