"""Which causes fit a pain and what was found, best first, each with the weights of its reasons.

`app.reason.weights` has the formula and where its figures come from. A cause that has a right and a left form, or a muscle,
is listed once, on the side that fits best; ``both`` where both sides hurt, or where nothing tells the one from the other.
"""

from __future__ import annotations

from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Side
from app.reason.candidates import MAP_GRADE, Candidate, index_of
from app.reason.fit import Fit, best_fit, speaks
from app.reason.kept import Kept
from app.reason.pain import painted
from app.reason.reasons import RankReason, reasons
from app.reason.weights import BAR
from app.state.state import State

__all__ = ["MAP_GRADE", "RankReason", "RankedCause", "ranked_causes"]

FitWords = Literal["fits well", "fits", "fits in part", "little speaks for it"]
"""How well a cause stands, in words: never a chance of being right."""

ENOUGH: tuple[tuple[float, float, FitWords], ...] = ((1.5, 1.0, "fits well"), (0.7, 2.5, "fits"), (0.0, 4.0, "fits in part"))
"""For each word the least score, and how far behind the leader it may stand, in natural log-odds."""


@frozen
class RankedCause:
    """A possible cause. `id` is that of a cause or ``trigger_point/MUSCLE``; equals share a rank (1, 1, 3).

    `score` is in natural log-odds, the sum of the reasons' weights; `share` (0..1) is the length of its bar relative to that
    of the leader; `evidence` is a grade. `side` is ``both`` where both hurt, or where either may be meant.
    """

    rank: int
    id: str
    name: str
    side: Side
    muscles: tuple[str, ...]
    structures: tuple[str, ...]
    score: float
    share: float
    words: FitWords
    because: tuple[RankReason, ...]
    evidence: str
    sources: tuple[str, ...]


@frozen
class Standing:
    """A candidate that something speaks for, how it fits the pain, why, and its score."""

    candidate: Candidate
    fit: Fit
    because: tuple[RankReason, ...]
    score: float


def ranked_causes(atlas: Atlas, state: State) -> tuple[RankedCause, ...]:
    """What may explain the chosen pain and the answers, best first; only what something speaks for."""
    found = standings(atlas, state)
    ranked: list[RankedCause] = []
    for place, one in enumerate(found, start=1):
        rank = ranked[-1].rank if ranked and ranked[-1].score == one.score else place
        ranked.append(_ranked(rank, one, found[0].score))
    return tuple(ranked)


def standings(atlas: Atlas, state: State) -> list[Standing]:
    """The candidates that something speaks for, the highest score first; equals in the order of the content."""
    if not (state.pain or state.answers):
        return []
    return list(_kept(atlas, state))


def _standings(atlas: Atlas, state: State) -> list[Standing]:
    index, pain = index_of(atlas), painted(atlas, state)
    found = []
    for candidate in index.candidates:
        if speaks(candidate, pain, state.answers):
            fit = best_fit(index, candidate, pain, state.answers)
            because = tuple(reasons(atlas, index, candidate, fit, pain))
            # Summed in whole hundredths, so that equals are equal and the shown weights add up.
            found.append(Standing(candidate, fit, because, sum(round(reason.weight * 100) for reason in because) / 100))
    found.sort(key=lambda one: -one.score)
    return found


_kept = Kept(_standings)


def _ranked(rank: int, one: Standing, leading: float) -> RankedCause:
    candidate, behind = one.candidate, leading - one.score
    little: FitWords = "little speaks for it"
    words = next((words for least, most, words in ENOUGH if one.score >= least and behind <= most), little)
    side: Side = one.fit.side if candidate.paired else "midline"
    sources = tuple(dict.fromkeys((*(reason.source for reason in one.because), *candidate.sources)))
    return RankedCause(rank, candidate.id, candidate.name, side, candidate.muscles, candidate.structures, one.score,
                       round(max(1.0 - behind / BAR, 0.0), 3), words, one.because, candidate.evidence, sources)
