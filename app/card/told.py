"""What is explained, in as few words as stand beneath a picture that many people look at."""

from __future__ import annotations

from app.card.page import page
from app.card.voice import said
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import MechanismStep
from app.state.state import State

GUESSED = {"muscle": "Which muscle is this?", "structure": "What is this?", "group": "Which muscles are these?"}
"""What stands there of a thing whose name is to be guessed."""


@frozen
class Told:
    """A title; of a step that is played also its place and its text."""

    title: str = ""
    place: str = ""
    text: str = ""


def told(atlas: Atlas, state: State) -> Told:
    """What a state explains; nothing while nothing is explained."""
    if state.subject is None:
        return Told()
    if state.revealed is not None and state.subject.kind in GUESSED:
        return Told(GUESSED[state.subject.kind])
    title = page(atlas, state).title
    steps = mechanism(atlas, state)
    if state.step is None or not 1 <= state.step <= len(steps):
        return Told(title)
    return Told(title, f"{state.step} of {len(steps)}", said(steps[state.step - 1], state.voice))


def mechanism(atlas: Atlas, state: State) -> tuple[MechanismStep, ...]:
    """The steps that can be played of what is explained."""
    subject = state.subject
    if subject is None or subject.kind != "cause" or subject.ref.id not in atlas.causes:
        return ()
    return atlas.causes[subject.ref.id].mechanism
