"""The therapist's own words for the hand-out: a pure function from state to state."""

from __future__ import annotations

from dataclasses import replace

from app.state.state import State

LONGEST = 2000
"""So many letters of a note are kept: more would crowd out what the page is for."""


def write_note(state: State, text: str) -> State:
    """Say something of one's own to the patient; an empty text says nothing."""
    return replace(state, note=text[:LONGEST])
