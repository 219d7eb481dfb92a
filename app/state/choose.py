"""What a user's gestures do to the state: pure functions from state to state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.reference import Ref, body_sides
from app.state.state import Answer, Felt, State, Subject, SubjectKind, Voice

SELECTION = Subject("about", Ref("selection"))
"""The page that tells what several selected muscles share."""


def choose_pattern(state: State, ref: Ref) -> State:
    """Add a pattern, or give a chosen one another side, and explain it."""
    if any(chosen.id == ref.id for chosen in state.patterns):
        patterns = tuple(ref if chosen.id == ref.id else chosen for chosen in state.patterns)
    else:
        patterns = (*state.patterns, ref)
    return replace(state, patterns=patterns, muscle=None, also=(), step=None, subject=Subject("pattern", ref))


def drop_pattern(state: State, pattern: str) -> State:
    """Take a pattern back; what remains chosen is explained next."""
    kept = tuple(chosen for chosen in state.patterns if chosen.id != pattern)
    return explain_what_remains(replace(state, patterns=kept))


def choose_pain(state: State, ref: Ref) -> State:
    """Add an area where it hurts and explain what may send pain there."""
    pain = state.pain if ref in state.pain else (*state.pain, ref)
    return replace(state, pain=pain, muscle=None, also=(), step=None, subject=Subject("area", ref))


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
        return explain_what_remains(replace(state, pain=others, felt=_still_felt(state.felt, others)))
    chosen = Ref(ref.id, now.pop() if len(now) == 1 else "both") if paired else ref
    place = state.pain.index(old[0]) if old else len(others)
    pain = (*others[:place], chosen, *others[place:])
    return replace(state, pain=pain, felt=_still_felt(state.felt, pain), muscle=None, also=(), step=None, subject=Subject("area", chosen))


def drop_pain(state: State, ref: Ref) -> State:
    """Take an area back; what remains chosen is explained next."""
    pain = tuple(area for area in state.pain if area != ref)
    return explain_what_remains(replace(state, pain=pain, felt=_still_felt(state.felt, pain)))


def drop_all_pain(state: State) -> State:
    """Take all areas back, and the paint with them; what remains chosen is explained next."""
    return explain_what_remains(replace(state, pain=(), felt=(), painted=()))


def choose_muscle(state: State, ref: Ref) -> State:
    """Select a muscle and show its card; patterns and pain stay chosen. One that was hidden is there again."""
    return replace(state, muscle=ref, also=(), step=None, subject=Subject("muscle", ref), hidden=without(state.hidden, ref))


def drop_muscle(state: State) -> State:
    """Select no muscle; what remains chosen is explained next."""
    return explain_what_remains(replace(state, muscle=None, also=()))


def choose_cause(state: State, ref: Ref) -> State:
    """Show the parts of a cause on the body and explain it; patterns and pain stay chosen."""
    return replace(state, cause=ref, muscle=None, also=(), step=None, subject=Subject("cause", ref))


def drop_cause(state: State) -> State:
    """Show no cause; what remains chosen is explained next."""
    return explain_what_remains(replace(state, cause=None))


def answer(state: State, one: Answer) -> State:
    """Say what was found for a test or a report; the same answer again takes it back. The explanation stays."""
    others = tuple(old for old in state.answers if old.id != one.id)
    return replace(state, answers=others if one in state.answers else (*others, one))


def speak(state: State, voice: Voice) -> State:
    """Have the panel explain in other words."""
    return replace(state, voice=voice)


def explain(state: State, kind: SubjectKind, ref: Ref) -> State:
    """Have the panel explain something without choosing it."""
    return replace(state, subject=Subject(kind, ref), step=None)


def hide(state: State, refs: Iterable[Ref]) -> State:
    """Take muscles off the body, each with its side; those of them that were selected no longer are."""
    refs = frozenset(refs)
    hidden = replace(state, hidden=state.hidden | refs)
    if state.muscle is None:
        return hidden
    chosen = (*state.also, state.muscle)
    kept = tuple(one for one in chosen if without(refs, one) == refs)
    if kept == chosen:
        return hidden
    if not kept:
        return drop_muscle(hidden)
    return explain_what_remains(replace(hidden, muscle=kept[-1], also=kept[:-1]))


def bring_back(state: State) -> State:
    """Show all muscles again, none faded."""
    return replace(state, hidden=frozenset(), alone=False)


def clear(state: State) -> State:
    """Nothing chosen and nothing hidden, no names either; the way in which the body is looked at stays."""
    return bring_back(replace(state, patterns=(), pain=(), muscle=None, also=(), cause=None, felt=(), painted=(), answers=(),
                              step=None, subject=None, note="", revealed=None))


def without(refs: frozenset[Ref], muscle: Ref) -> frozenset[Ref]:
    """References without those to a muscle, on the side that it names, or on both."""
    one = muscle.side in ("right", "left")
    return frozenset(ref for ref in refs if ref.id != muscle.id or (one and ref.side != muscle.side))


def _still_felt(felt: tuple[Felt, ...], pain: tuple[Ref, ...]) -> tuple[Felt, ...]:
    """How areas hurt, without those that are no longer chosen."""
    sides = {(area.id, side) for area in pain for side in body_sides(area.side is not None, area.side)}
    return tuple(one for one in felt if sides & {(one.area.id, side) for side in body_sides(one.area.side is not None, one.area.side)})


def explain_what_remains(state: State) -> State:
    """Have the panel explain what is still chosen: a muscle first, then a cause, a pattern, an area; else how to begin."""
    state = replace(state, step=None)
    if state.muscle:
        return replace(state, subject=SELECTION if state.also else Subject("muscle", state.muscle))
    if state.cause:
        return replace(state, subject=Subject("cause", state.cause))
    if state.patterns:
        return replace(state, subject=Subject("pattern", state.patterns[-1]))
    if state.pain:
        return replace(state, subject=Subject("area", state.pain[-1]))
    return replace(state, subject=None)
