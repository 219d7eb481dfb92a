"""The reasons of a rank in words, each with its weight: they add up to the score."""

from __future__ import annotations

from math import fsum
from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Quality
from app.reason.candidates import Candidate, Index
from app.reason.fit import GAIN, Fit
from app.reason.pain import Painted
from app.reason.weights import ANOTHER_POINT, BOTH_SIDES, Level

ReasonKind = Literal["prior", "area", "elsewhere", "silent", "quality", "test", "finding"]

PROJECT = "project"

FELT: dict[Level, str] = {"usual": "usually felt here", "sometimes": "sometimes felt here",
                          "near_usual": "touches where it is usually felt", "near_sometimes": "touches where it is sometimes felt"}
REFERRED: dict[Level, str] = {"usual": "essential zone of its {point}", "sometimes": "spillover zone of its {point}",
                              "near_usual": "touches the essential zone of its {point}",
                              "near_sometimes": "touches the spillover zone of its {point}"}
QUALITY_WORDS: dict[Quality, str] = {"ache": "aches", "burning": "burns", "pins_and_needles": "tingles (pins and needles)",
                                     "numbness": "goes with numbness", "stabbing": "stabs"}
FEW = 4
"""So many areas are named in one reason; the rest is counted."""


@frozen
class RankReason:
    """Why a cause stands where it stands. `weight` is its part of the score, in natural log-odds.

    `source` is the first of what it rests on; `estimate` marks a weight that no study measured. `about` is the id of the
    area, the test or the finding that it tells of, where it tells of one.
    """

    text: str
    weight: float
    source: str
    estimate: bool
    kind: ReasonKind = "prior"
    about: str = ""


def reasons(atlas: Atlas, index: Index, candidate: Candidate, fit: Fit, pain: Painted) -> list[RankReason]:
    """Every term of the score that is not 0, the pain first."""
    out = _areas(index, candidate, fit, pain)
    if fit.silent:
        out += _silence(index, fit)
    if pain.qualities:
        out += _qualities(candidate, pain)
    if fit.answers:
        out += _answers(atlas, candidate, fit)
    return out + _before(candidate, fit)


def _areas(index: Index, candidate: Candidate, fit: Fit, pain: Painted) -> list[RankReason]:
    out: list[RankReason] = []
    beyond: list[str] = []
    missed: list[float] = []
    seen, elsewhere = fit.seen.hurts, index.elsewhere
    for area, size in pain.hurts.items():
        level = fit.reach.get(area) if area in seen else None
        if level is None:
            beyond.append(area)
            missed.append(size * elsewhere[area])
            continue
        zone = fit.zones[0] if len(fit.zones) == 1 else next(zone for zone in fit.zones if zone.reach.get(area) == level)
        told = REFERRED[level].format(point=zone.name) if candidate.trigger_point else FELT[level]
        weight = round(size * elsewhere[area] + seen[area] * GAIN[level], 2) + 0.0
        out.append(RankReason(f"{capital(pain.words[area])}: {told}", weight, zone.source, True, "area", area))
    if beyond:
        named = _few([pain.words[area] for area in beyond[:FEW]], len(beyond))
        out.append(RankReason(f"Does not explain: {named}", _cents(fsum(missed)), PROJECT, True, "elsewhere",
                              beyond[0] if len(beyond) == 1 else ""))
    return out


def _silence(index: Index, fit: Fit) -> list[RankReason]:
    weight = _cents(fsum(weight for _, weight in fit.silent))
    if not weight:
        return []
    found = [area for area, _ in sorted(fit.silent, key=lambda one: one[1])]
    named = _few([index.names[area] for area in found[:FEW]], len(found))
    return [RankReason(f"Would also be felt at: {named}", weight, fit.zones[0].source, True, "silent",
                       found[0] if len(found) == 1 else "")]


def _qualities(candidate: Candidate, pain: Painted) -> list[RankReason]:
    out = []
    for quality, size in pain.qualities.items():
        weight = _cents(candidate.qualities[quality] * size)
        if weight:
            told = "fits" if weight > 0 else "hardly fits"
            out.append(RankReason(f"It {QUALITY_WORDS[quality]}: {told}", weight, PROJECT, True, "quality", quality))
    return out


def _answers(atlas: Atlas, candidate: Candidate, fit: Fit) -> list[RankReason]:
    out = []
    for one, weight in fit.answers:
        effect = candidate.effects[one.id]
        yes = one.result == "positive"
        if effect.kind == "test":
            text = f"{atlas.tests[one.id].name} {one.result}"
        else:
            text = f"{atlas.findings[one.id].name}: {'yes' if yes else 'no'}"
        if effect.figures:
            text += f": {effect.figures}"
        full = effect.positive if yes else effect.negative
        if abs(weight) < abs(full):
            text += f"; counts {weight / full:.2f} times, beside others that say the same"
        out.append(RankReason(capital(text), round(weight, 2) + 0.0, effect.source, effect.estimate, effect.kind, one.id))
    return out


def _before(candidate: Candidate, fit: Fit) -> list[RankReason]:
    out = [RankReason(prior.text, _cents(prior.weight), prior.source, True) for prior in candidate.priors]
    if fit.seen.twofold and candidate.paired:
        out.append(RankReason("Needs both sides at once", BOTH_SIDES, PROJECT, True))
    if len(fit.zones) > 1:
        out.append(RankReason(f"Needs {len(fit.zones)} active trigger points", ANOTHER_POINT * (len(fit.zones) - 1), PROJECT, True))
    return out


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _cents(weight: float) -> float:
    """Rounded to 2 decimals, and never -0."""
    return round(weight, 2) + 0.0


def _few(names: list[str], of: int) -> str:
    """The first names, and how many more there are."""
    more = f" and {of - len(names)} more" if of > len(names) else ""
    return ", ".join(names) + more
