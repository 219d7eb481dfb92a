"""How well one candidate explains the painted pain: the best of its sides and of the sets of its trigger points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log

from app.model.frozen import frozen
from app.model.reference import Side
from app.reason.candidates import Candidate, Index, Zone
from app.reason.pain import Painted, Seen
from app.reason.weights import (
    ANOTHER_POINT,
    BOTH_SIDES,
    DAMPING,
    ELSEWHERE,
    REACH,
    SILENT_BESIDE_PAIN,
    SILENT_DAMPING,
    Level,
    dampened,
)
from app.state.state import Answer

GAIN: dict[Level, float] = {level: log(reach / ELSEWHERE) for level, reach in REACH.items()}
"""What an area adds, in natural log-odds, when a candidate reaches it, compared with one that does not."""


@frozen
class Fit:
    """How a candidate explains the pain on one side, with those of its zones that are active.

    `silent` are areas that it would make hurt but that do not, `answers` those that say something of it, both with their
    weights after dampening. `score` is what the pain alone adds. All in natural log-odds.
    """

    side: Side
    seen: Seen
    zones: tuple[Zone, ...]
    reach: Mapping[str, Level]
    silent: Sequence[tuple[str, float]]
    score: float
    answers: Sequence[tuple[Answer, float]] = ()


def speaks(candidate: Candidate, pain: Painted, answers: tuple[Answer, ...]) -> bool:
    """Whether anything speaks for a candidate on any side: a painful area that it reaches, or answers."""
    if any(not pain.hurts.keys().isdisjoint(zone.reach) for zone in candidate.zones):
        return True
    trials = pain.sided if candidate.paired else (pain.whole,)
    return any(answered(candidate, seen.side, answers) > 0.0 for seen in trials)


def best_fit(index: Index, candidate: Candidate, pain: Painted, answers: tuple[Answer, ...]) -> Fit:
    """The side and the points that explain most; right and left that explain equally much are told as both."""
    fits = [_fit(index, candidate, seen) for seen in (pain.sided if candidate.paired else (pain.whole,))]
    if len(fits) > 1:
        fits = _best(candidate, fits, answers)
    side: Side = fits[0].side if len(fits) == 1 else "both"
    last = fits[-1]
    told = weighed(candidate, side, answers) if answers else ()
    return Fit(side, last.seen, last.zones, last.reach, last.silent, last.score, told)


def _best(candidate: Candidate, fits: list[Fit], answers: tuple[Answer, ...]) -> list[Fit]:
    sided = [one for one in answers if one.side in ("right", "left") and one.id in candidate.effects]
    totals = [round(fit.score + (answered(candidate, fit.side, answers) if sided else 0.0), 6) for fit in fits]
    best = max(totals)
    return [fit for fit, total in zip(fits, totals, strict=True) if total == best]


def answered(candidate: Candidate, side: Side, answers: Iterable[Answer]) -> float:
    """What the answers say of a candidate on a side, in natural log-odds."""
    return fsum(weight for _, weight in weighed(candidate, side, answers))


def weighed(candidate: Candidate, side: Side, answers: Iterable[Answer]) -> list[tuple[Answer, float]]:
    """The answers that say something of a candidate on a side, each with its weight after dampening.

    An answer given more than once counts once, the last.
    """
    effects = candidate.effects
    concerned = {one.id: one for one in answers if one.id in effects and _on(side, one)}
    out: list[tuple[Answer, float]] = []
    for kind, factor in DAMPING.items():
        own = [one for one in concerned.values() if effects[one.id].kind == kind]
        if own:
            out += zip(own, dampened([_weight(candidate, one) for one in own], factor), strict=True)
    return out


def _fit(index: Index, candidate: Candidate, seen: Seen) -> Fit:
    """Begin with the point that explains most and take on others as long as they explain more than they cost."""
    zones = list(candidate.zones)
    sides = BOTH_SIDES if seen.twofold else 0.0
    best = max((_with(index, (zone,), seen, sides) for zone in zones), key=lambda fit: fit.score)
    while len(best.zones) < len(zones):
        more = max((_with(index, (*best.zones, zone), seen, sides) for zone in zones if zone not in best.zones),
                   key=lambda fit: fit.score)
        if more.score <= best.score:
            break
        best = more
    return best


def _with(index: Index, zones: tuple[Zone, ...], seen: Seen, sides: float) -> Fit:
    reach = zones[0].reach if len(zones) == 1 else _merged(zones)
    score = sides + ANOTHER_POINT * (len(zones) - 1)
    for area, size in seen.hurts.items():
        level = reach.get(area)
        if level is not None:
            score += size * GAIN[level]
    silent = _silent(index, zones, reach, seen)
    # Rounded, so that the order in which areas were painted never tells two sets of points apart.
    return Fit(seen.side, seen, zones, reach, silent, round(score + sum(weight for _, weight in silent), 9))


def _merged(zones: tuple[Zone, ...]) -> Mapping[str, Level]:
    """Each area as the point reaches it that does so best."""
    reach: dict[str, Level] = {}
    for zone in zones:
        for area, level in zone.reach.items():
            if area not in reach or REACH[level] > REACH[reach[area]]:
                reach[area] = level
    return reach


def _silent(index: Index, zones: tuple[Zone, ...], reach: Mapping[str, Level], seen: Seen) -> list[tuple[str, float]]:
    if not seen.hurts:
        return []
    found: dict[str, float] = {}
    hurts, silence = seen.hurts, index.silence
    for zone in zones:
        for area in zone.own:
            if area not in hurts:
                weight = silence[area][reach[area]]
                found[area] = weight * SILENT_BESIDE_PAIN if area in seen.beside else weight
            elif area in seen.half:
                found[area] = 0.5 * silence[area][reach[area]]
    return list(zip(found, dampened(list(found.values()), SILENT_DAMPING), strict=True))


def _weight(candidate: Candidate, one: Answer) -> float:
    effect = candidate.effects[one.id]
    return effect.positive if one.result == "positive" else effect.negative


def _on(side: Side, one: Answer) -> bool:
    """Whether an answer concerns a candidate on a side: one without a side concerns all."""
    return one.side not in ("right", "left") or side in ("both", "midline", one.side)
