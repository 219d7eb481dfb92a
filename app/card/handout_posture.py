"""What a hand-out says of the posture in its picture, where the therapist changed it."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.joints import movement
from app.card.leaflet import Told
from app.model.knowledge import Atlas
from app.state.state import State

NAMED = 2
"""So many joints are named; of more, how many there are besides."""
USUAL = 100
"""Per cent."""


def posture_told(atlas: Atlas, state: State) -> Iterator[Told]:
    """One plain sentence where joints were set by hand, or the posture goes more or less far than its patterns say."""
    moved = [movement(atlas, name, value) for name, value in state.joints if value]
    if moved:
        more = len(moved) - NAMED
        named = moved if more <= 0 else [*moved[:NAMED], f"{more} more joint{'s' if more > 1 else ''}"]
        told = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
        yield Told(f"Your therapist set the posture in the picture by hand: {told}.")
    elif state.joints:
        yield Told("Your therapist set the posture in the picture by hand.")
    elif state.extent != USUAL and state.patterns:
        way = "more" if state.extent > USUAL else "less"
        yield Told(f"The picture shows this posture {way} strongly than it is usually drawn: {state.extent}\u00a0% of it.")
