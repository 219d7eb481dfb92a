"""What a state is called in the list of where one was, and as a bookmark."""

from __future__ import annotations

from app.card.links import capital, small
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.known import name_of
from app.state.state import State, SubjectKind

BEGIN = "How to begin"


def visited_name(atlas: Atlas, state: State) -> str:
    """What the panel explained."""
    subject = state.subject
    if subject is None:
        return BEGIN
    name = _sided(atlas, subject.kind, subject.ref)
    return f"{name}, with {small(_sided(atlas, subject.kind, subject.other))}" if subject.other else name


def proposed_name(atlas: Atlas, state: State) -> str:
    """What is chosen, in the order of the labels above the body; or else what the panel explains."""
    chosen = [_sided(atlas, "pattern", ref) for ref in state.patterns]
    chosen += [f"Pain: {small(_sided(atlas, 'area', ref))}" for ref in state.pain]
    chosen += [_sided(atlas, "cause", ref) for ref in (state.cause,) if ref]
    chosen += [_sided(atlas, "muscle", ref) for ref in (state.muscle,) if ref]
    name = "; ".join(dict.fromkeys(chosen)) or visited_name(atlas, state)
    return name if len(name) <= 80 else f"{name[:79].rstrip()}…"


def _sided(atlas: Atlas, kind: SubjectKind, ref: Ref) -> str:
    name = capital(name_of(atlas, kind, ref))
    return f"{name}, {ref.side}" if ref.side in ("right", "left") else name
