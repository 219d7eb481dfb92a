"""The exercises of a hand-out of one page: few, release and strengthening before all else, each told in short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.card.leaflet import Exercise

FEW = 5
"""So many exercises at most; where the page has no room for them, the least wanted go."""
FIRST = ("release", "strengthen", "stretch", "mobility")
"""The kinds that come before good habits and before steps without an exercise, the most wanted first."""
ASIDE = re.compile(r"says source|source \w (advises|asks|wants|adds)|No trial|studies do not agree|no study", re.IGNORECASE)
"""Of cautions: what matters less to the one who exercises."""


def in_short(found: Sequence[Exercise], whole: bool = False) -> tuple[Exercise, ...]:
    """The few that matter most in the order in which they were given, each in short; `whole` keeps all of them."""
    shortened = [_shortened(one) for one in found]
    if whole:
        return tuple(shortened)
    rank = {place: number for number, place in enumerate(_wanted(shortened)[:FEW], start=1)}
    return tuple(replace(shortened[place], rank=rank[place]) for place in sorted(rank))


def _wanted(found: Sequence[Exercise]) -> list[int]:
    """The places of all, the most wanted first: of each kind the first one before the second one of any."""
    met: Counter[str] = Counter()
    ranks: list[tuple[bool, int, int, int]] = []
    for place, one in enumerate(found):
        first = one.kind in FIRST
        ranks.append((not first, met[one.kind], FIRST.index(one.kind) if first else 0, place))
        met[one.kind] += 1
    return [rank[-1] for rank in sorted(ranks)]


def _shortened(one: Exercise) -> Exercise:
    caution = replace(one.caution, text=_without_asides(one.caution.text)) if one.caution else None
    return replace(one, told=replace(one.told, text=first_sentence(one.told.text)), steps=(one.brief,) if one.brief else (),
                   caution=caution)


def _without_asides(text: str) -> str:
    """A caution without the sentences that only say who thinks so, or that nobody knows; alone they stay."""
    told = re.split(r"(?<=\.) ", text)
    return " ".join([one for one in told if not ASIDE.search(one)] or told)


def first_sentence(text: str) -> str:
    """What comes before the second sentence of a text."""
    end = text.find(". ")
    return text if end < 0 else text[:end + 1]
