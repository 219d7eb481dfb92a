"""What several chosen patterns claim together: where they agree, which strengthens a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.card.blocks import Block, Bullets, Heading, Span
from app.card.links import capital, in_words, joined, muscle_link, small
from app.model.knowledge import Atlas
from app.model.look import STATES
from app.model.reference import BodySide, Ref
from app.reason.muscles import muscle_rows
from app.reason.rows import MuscleRow, PatternReason
from app.state.state import State


def agreements(atlas: Atlas, state: State) -> Iterator[Block]:
    """The muscles of which two or more of the chosen patterns claim the same, by state and patterns."""
    alike: dict[tuple[str, tuple[str, ...]], dict[str, list[BodySide]]] = {}
    for row in muscle_rows(atlas, state):
        if row.state != "conflict" and row.agreeing > 1:
            alike.setdefault((STATES[row.state].label, _patterns(atlas, row)), {}).setdefault(row.muscle, []).append(row.side)
    if alike:
        yield Heading("Where the chosen patterns agree", sub=True)
        yield Bullets(tuple((Span(f"{capital(label)} in {' and '.join(names)}: "), *joined(sided(atlas, *one) for one in muscles.items()))
                            for (label, names), muscles in alike.items()))


def _patterns(atlas: Atlas, row: MuscleRow) -> tuple[str, ...]:
    named = (atlas.patterns[one.pattern].name for one in row.because if isinstance(one, PatternReason))
    return tuple(dict.fromkeys(small(name) for name in named))


def sided(atlas: Atlas, muscle: str, sides: Sequence[BodySide]) -> Span:
    """A link to a muscle, with its side where only one is meant."""
    side = sides[0] if len(sides) == 1 and sides[0] != "midline" else None
    made = muscle_link(atlas, muscle, side)
    return Span(in_words(Ref(muscle, side), made.text), made.target) if side else made
