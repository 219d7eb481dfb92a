"""What links, lists and search hits do to the state. No Qt."""

from __future__ import annotations

from typing import Literal, get_args

from app.card.search import Hit
from app.diagram.drawing import owner
from app.model.knowledge import Atlas
from app.model.reference import BadReferenceError, Ref, Side, parse_ref
from app.reason.muscles import with_default_side
from app.state.choose import (
    answer,
    choose_cause,
    choose_muscle,
    choose_pain,
    choose_pattern,
    drop_cause,
    explain,
    toggle_pain,
    toggle_pattern,
)
from app.state.known import exists
from app.state.select import explain_selected, selected
from app.state.state import Answer, State, SubjectKind
from app.ui.nav_rows import ListName

KINDS: tuple[SubjectKind, ...] = get_args(SubjectKind)

SHOW = "show/"
"""A target with this before it is chosen, not only explained."""

ANSWER = "answer/"
"""A target with this before it says what was found for a test or reported for a finding."""

RESULTS: tuple[Literal["positive", "negative"], ...] = ("positive", "negative")


def target_of(target: str) -> tuple[SubjectKind, Ref] | None:
    """Read ``KIND/REF``; None for what is no such target."""
    name, _, text = target.partition("/")
    try:
        ref = parse_ref(text)
    except BadReferenceError:
        return None
    return next(((kind, ref) for kind in KINDS if kind == name), None)


def follow(state: State, atlas: Atlas, target: str) -> State:
    """Follow a link: a muscle is selected, or explained where it is one of several that are, a cause shown, anything else explained; a link to nothing changes nothing.

    ``show/KIND/REF`` chooses a pattern or an area, and so does any link to one on the page that says how to begin.
    ``answer/ID=RESULT[:SIDE]`` says what was found, or takes that back.
    """
    if target.startswith(ANSWER):
        return _answered(state, atlas, target.removeprefix(ANSWER))
    wanted = target.removeprefix(SHOW)
    found = target_of(wanted)
    if found is None or not exists(atlas, found[0], found[1].id):
        return state
    kind, ref = found
    if kind == "muscle":
        return explain_selected(state, ref.id) if state.also and ref in selected(state) else choose_muscle(state, ref)
    if kind == "cause" and atlas.causes[ref.id].kind != "red flag":
        return choose_cause(state, cause_with_side(atlas, ref))
    if wanted != target or state.subject is None:
        return _chosen(state, atlas, kind, ref)
    return explain(state, kind, ref)


def _chosen(state: State, atlas: Atlas, kind: SubjectKind, ref: Ref) -> State:
    if kind == "pattern":
        return choose_pattern(state, with_default_side(atlas, ref))
    if kind == "area":
        paired = atlas.areas[ref.id].side == "paired"
        return choose_pain(state, Ref(ref.id, ref.side or "both") if paired else Ref(ref.id))
    return explain(state, kind, ref)


def _answered(state: State, atlas: Atlas, text: str) -> State:
    """The state with an answer: ``ID=positive``, ``ID=negative:left``."""
    key, _, said = text.partition("=")
    word, _, side = said.partition(":")
    result = next((one for one in RESULTS if one == word), None)
    if result is None or key not in {**atlas.tests, **atlas.findings}:
        return state
    return answer(state, Answer(key, result, next((one for one in get_args(Side) if one == side), None)))


def cause_with_side(atlas: Atlas, ref: Ref) -> Ref:
    """A reference to a cause as it is shown: one with sides stands on the right unless told."""
    paired = atlas.causes[ref.id].side == "paired"
    return Ref(ref.id, ref.side if ref.side in ("right", "left") else "right") if paired else Ref(ref.id)


def pick(state: State, atlas: Atlas, name: ListName, ref: Ref) -> State:
    """Pick a line of a list: patterns and areas are chosen or taken back, a muscle selected, a test explained."""
    if name == "pattern":
        return toggle_pattern(state, ref)
    if name == "area":
        return toggle_pain(state, ref, atlas.areas[ref.id].side == "paired")
    if name == "muscle":
        return choose_muscle(state, ref)
    if name == "cause":
        return drop_cause(state) if state.cause == ref else follow(state, atlas, f"cause/{ref}")
    return explain(state, "test", ref)


def take_hit(state: State, atlas: Atlas, hit: Hit) -> State:
    """Take a result of the search, as if it were picked in its list."""
    ref = Ref(hit.id, hit.side)
    if hit.kind == "muscle":
        return choose_muscle(state, ref if atlas.muscles[hit.id].side == "paired" else Ref(hit.id))
    if hit.kind == "cause":
        return follow(state, atlas, f"cause/{ref}")
    known = (one for one in state.patterns if hit.kind == "pattern" and one.id == hit.id and not hit.side)
    return _chosen(state, atlas, hit.kind, next(known, ref))


def ref_of_shape(shape_id: str) -> Ref:
    """The reference that a shape of the body stands for."""
    name, side = owner(shape_id)
    return Ref(name) if side == "midline" else parse_ref(f"{name}:{side}")
