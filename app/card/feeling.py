"""How the pain in a chosen area feels, to be told right on its page: how strong, and in which way."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, Heading, Option, QuestionLine, Questions, Span
from app.model.look import QUALITY_LOOKS
from app.model.reference import Ref
from app.state.painted import felt_at
from app.state.state import State


def how_it_feels(state: State, ref: Ref) -> Iterator[Block]:
    """Intensity 0 to 10 and the qualities as answers, for an area that was chosen; the given one again takes it back."""
    chosen = [one for one in state.pain if one.id == ref.id]
    if not chosen:
        return
    area = ref if ref in chosen else chosen[0]
    felt = felt_at(state, area)
    numbers = tuple(Option(str(size), f"felt/{area}={size}", felt.intensity == size) for size in range(11))
    words = tuple(Option(look.label, f"felt/{area}={quality}", felt.quality == quality) for quality, look in QUALITY_LOOKS.items())
    yield Heading("How does it feel here")
    yield Questions((QuestionLine((Span("How strong, 0 to 10"),), numbers), QuestionLine((Span("In which way"),), words)))
