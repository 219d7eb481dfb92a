"""Which trigger points may send pain to the chosen areas, best supported first, and the red flags that answers raise."""

from __future__ import annotations

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import Role
from app.model.reference import BodySide
from app.reason.muscles import muscle_rows
from app.reason.rows import MuscleRow, PainReason
from app.state.state import State

WEIGHTS: dict[Role, float] = {"refers_essential": 1.0, "refers_spillover": 0.4}
"""This project's weights: an essential zone counts fully; a spillover zone is reached only in some people."""

MAP_GRADE = "C"
"""Referral maps are clinicians' maps: the phenomenon is granted, the theory is disputed."""


@frozen
class CauseReason:
    """Why a cause stands where it stands; `weight` is its part of the score, a fraction 0..1."""

    text: str
    weight: float
    source: str


@frozen
class RankedCause:
    """A candidate cause of the chosen pain. Equal scores share a rank. `score` is a fraction 0..1."""

    rank: int
    id: str
    name: str
    side: BodySide
    muscles: tuple[str, ...]
    score: float
    because: tuple[CauseReason, ...]
    evidence: str
    sources: tuple[str, ...]


@frozen
class RaisedFlag:
    """A red flag, the findings that raise it, and what to do."""

    id: str
    name: str
    because: tuple[str, ...]
    advice: str


def ranked_causes(atlas: Atlas, state: State) -> tuple[RankedCause, ...]:
    """Trigger-point causes for the chosen areas: the mean over the areas of the best zone that reaches each."""
    if not state.pain:
        return ()
    found = [_candidate(atlas, row, len(state.pain)) for row in muscle_rows(atlas, state) if row.role]
    found.sort(key=lambda cause: -cause.score)
    ranked: list[RankedCause] = []
    for place, cause in enumerate(found, start=1):
        rank = ranked[-1].rank if ranked and ranked[-1].score == cause.score else place
        ranked.append(
            RankedCause(rank, cause.id, cause.name, cause.side, cause.muscles, cause.score, cause.because,
                        cause.evidence, cause.sources)
        )
    return tuple(ranked)


def raised_flags(atlas: Atlas, state: State) -> tuple[RaisedFlag, ...]:
    """The red flags of all findings that were answered with yes, in the order of the content."""
    yes = [answer.id for answer in state.answers if answer.result == "positive" and answer.id in atlas.findings]
    flags = []
    for cause in atlas.causes.values():
        because = tuple(finding for finding in yes if cause.id in atlas.findings[finding].red_flags)
        if because:
            flags.append(RaisedFlag(cause.id, cause.name, because, cause.advice.text if cause.advice else ""))
    return tuple(flags)


def _candidate(atlas: Atlas, row: MuscleRow, areas: int) -> RankedCause:
    best: dict[str, PainReason] = {}
    for reason in row.because:
        if isinstance(reason, PainReason):
            known = best.get(reason.area)
            if known is None or WEIGHTS[reason.role] > WEIGHTS[known.role]:
                best[reason.area] = reason
    because = tuple(_reason(atlas, reason, areas) for reason in best.values())
    sources = tuple(dict.fromkeys(source for reason in best.values() for source in reason.sources))
    name = f"Trigger point in {atlas.muscles[row.muscle].name}"
    score = round(sum(reason.weight for reason in because), 4)
    return RankedCause(0, f"trigger_point/{row.muscle}", name, row.side, (row.muscle,), score, because, MAP_GRADE, sources)


def _reason(atlas: Atlas, reason: PainReason, areas: int) -> CauseReason:
    area = atlas.areas[reason.area.partition(":")[0]].name.lower()
    zone = "essential" if reason.role == "refers_essential" else "spillover"
    point = atlas.referrals[reason.referral]
    text = f"{point.name} refers to {area}: {zone} zone"
    return CauseReason(text, round(WEIGHTS[reason.role] / areas, 4), reason.sources[0])
