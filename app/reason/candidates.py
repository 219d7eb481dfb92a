"""All that may explain a pain, made ready for ranking once per content: causes with places, and muscles that refer pain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

from app.model.anatomy import Referral
from app.model.basic import UNVERIFIED
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Cause, Quality
from app.reason.effects import Effect, best_source, cause_effects, trigger_effects
from app.reason.weights import (
    ELSEWHERE,
    FAMILY,
    LEAST_COMMON,
    NAMED_QUALITY,
    OFTEN_FOUND,
    PRIORS,
    QUALITIES,
    REACH,
    SHARED_MAP,
    SILENT,
    Level,
)

MAP_GRADE = "C"
"""Referral maps are clinicians' maps: the phenomenon is granted, the theory is disputed."""

NO_SOURCE = ("project", UNVERIFIED)


@frozen
class Zone:
    """Where one trigger point, or a cause, is felt: how it reaches each area, and the source that it rests on.

    `own` are the areas where it is felt itself, without those that only touch them.
    """

    name: str
    reach: Mapping[str, Level]
    own: tuple[str, ...]
    source: str


@frozen
class Prior:
    """What speaks for or against a candidate before anything is known: its weight in natural log-odds, and its source."""

    text: str
    weight: float
    source: str


@frozen
class Candidate:
    """What may explain a pain. Its `zones` are alternatives: one or several of them are active.

    `paired` tells that it has a right and a left form; `qualities` are weights in natural log-odds.
    """

    id: str
    name: str
    kind: str
    paired: bool
    muscles: tuple[str, ...]
    structures: tuple[str, ...]
    zones: tuple[Zone, ...]
    priors: tuple[Prior, ...]
    effects: Mapping[str, Effect]
    qualities: Mapping[Quality, float]
    evidence: str
    sources: tuple[str, ...]

    @property
    def trigger_point(self) -> bool:
        """Whether it is a muscle with trigger points, and not a cause of the content."""
        return self.kind == "trigger_point"


@frozen
class Index:
    """The candidates of one content with what is common to them.

    `background` is P(area hurts) over all candidates; `elsewhere` the weight of a painful area that a candidate does not
    reach; `silence` that of a silent one, by how it is reached. `names` are the areas' names within a sentence.
    """

    candidates: tuple[Candidate, ...]
    background: Mapping[str, float]
    elsewhere: Mapping[str, float]
    silence: Mapping[str, Mapping[Level, float]]
    names: Mapping[str, str]


_KEPT: dict[int, tuple[Atlas, Index]] = {}
"""The last index, by the identity of its content, which is kept with it so that the identity stays its own."""


def index_of(atlas: Atlas) -> Index:
    """The index of a content; made at the first question and kept for the next ones."""
    kept = _KEPT.get(id(atlas))
    if kept is None or kept[0] is not atlas:
        _KEPT.clear()
        kept = _KEPT[id(atlas)] = (atlas, _index(atlas))
    return kept[1]


def _index(atlas: Atlas) -> Index:
    candidates = (*_causes(atlas), *_trigger_points(atlas))
    background = {area: _background(candidates, area) for area in atlas.areas}
    elsewhere = {area: log(ELSEWHERE / common) for area, common in background.items()}
    silence: dict[str, Mapping[Level, float]] = {
        area: {level: min(SILENT * log((1.0 - REACH[level]) / (1.0 - common)), 0.0) for level in ("usual", "sometimes")}
        for area, common in background.items()}
    names = {area.id: area.name[:1].lower() + area.name[1:] for area in atlas.areas.values()}
    return Index(candidates, background, elsewhere, silence, names)


def _background(candidates: tuple[Candidate, ...], area: str) -> float:
    """The mean of P(area | candidate); never so high that the area would speak against those that usually reach it."""
    total = 0.0
    for one in candidates:
        levels = [zone.reach[area] for zone in one.zones if area in zone.reach]
        total += max((REACH[level] for level in levels), default=ELSEWHERE)
    return min(max(total / max(len(candidates), 1), LEAST_COMMON), REACH["usual"] / 2)


def _causes(atlas: Atlas) -> Iterator[Candidate]:
    for cause in atlas.causes.values():
        if cause.kind == "red flag" or cause.where is None or not (cause.where.usual or cause.where.sometimes):
            continue
        where = cause.where
        zone = Zone("", _reach(atlas, where.usual, where.sometimes), (*where.usual, *where.sometimes),
                    best_source(where.sources))
        yield Candidate(cause.id, cause.name, cause.kind, cause.side == "paired", muscles_of(atlas, cause),
                        structures_of(atlas, cause), (zone,), _kind_prior(cause.kind), cause_effects(atlas, cause),
                        _named_qualities(cause), cause.evidence[0].grade if cause.evidence else "N", cause.sources)


def muscles_of(atlas: Atlas, cause: Cause) -> tuple[str, ...]:
    """The muscles that a cause names, groups by their members, each once."""
    parts = (muscle for part in cause.parts for muscle in atlas.members(part.of))
    return tuple(dict.fromkeys((*cause.muscles, *parts)))


def structures_of(atlas: Atlas, cause: Cause) -> tuple[str, ...]:
    """The joints, nerves, discs and fasciae that a cause names, each once."""
    return tuple(dict.fromkeys(part.of for part in cause.parts if part.of in atlas.structures))


def _trigger_points(atlas: Atlas) -> Iterator[Candidate]:
    own: dict[str, list[Referral]] = {}
    for point in atlas.referrals.values():
        own.setdefault(point.muscle, []).append(point)
    for muscle, points in own.items():
        zones = tuple(Zone(point.name, _reach(atlas, point.essential, point.spillover), (*point.essential, *point.spillover),
                           best_source(point.sources)) for point in points)
        sources = tuple(dict.fromkeys(source for point in points for source in point.sources))
        yield Candidate(f"trigger_point/{muscle}", f"Trigger point in {atlas.muscles[muscle].name}", "trigger_point",
                        atlas.muscles[muscle].side == "paired", (muscle,), (), zones, (*_agreement(points), *_often(points)),
                        trigger_effects(atlas, muscle), QUALITIES["muscle"], MAP_GRADE, sources)


def _kind_prior(kind: str) -> tuple[Prior, ...]:
    weight = PRIORS[kind]
    if not weight:
        return ()
    told = "is rarer than muscles and joints" if kind in ("nerve", "disc") else "tells why it hurts rather than what hurts"
    return (Prior(f"Beforehand: {told}", weight, "project"),)


def _agreement(points: list[Referral]) -> tuple[Prior, ...]:
    """What the number of sources that draw a muscle's zones adds, by its best drawn point."""
    drawn = max(len([source for source in point.sources if source not in NO_SOURCE]) for point in points)
    if drawn < 2:
        return ()
    weight = SHARED_MAP * min(log(drawn) / log(2.0), 2.0)
    return (Prior(f"Beforehand: {drawn} sources draw where it refers", weight, "project"),)


def _often(points: list[Referral]) -> tuple[Prior, ...]:
    """What studies add that found such points often in those who hurt."""
    facts = [point.often for point in points if point.often]
    return tuple(Prior(f"Beforehand: {fact.text[:1].lower()}{fact.text[1:].rstrip('.')}", OFTEN_FOUND, fact.sources[0])
                 for fact in facts[:1])


def _named_qualities(cause: Cause) -> Mapping[Quality, float]:
    """The weights of the qualities: as the cause's content names them, or else by its kind."""
    usual = QUALITIES[FAMILY.get(cause.kind, "other")]
    if not cause.qualities:
        return usual
    return {quality: max(NAMED_QUALITY, weight) if quality in cause.qualities else min(-NAMED_QUALITY / 2, weight)
            for quality, weight in usual.items()}


def _reach(atlas: Atlas, usual: tuple[str, ...], sometimes: tuple[str, ...]) -> Mapping[str, Level]:
    """How each area is reached: the best of what its zone says, and of what its neighbours do."""
    reach: dict[str, Level] = {}
    levels: tuple[tuple[tuple[str, ...], Level, Level], ...] = (
        (usual, "usual", "near_usual"), (sometimes, "sometimes", "near_sometimes"))
    for areas, level, beside in levels:
        for area in areas:
            _reach_at(reach, area, level)
            for neighbour in atlas.areas[area].near:
                _reach_at(reach, neighbour, beside)
    return reach


def _reach_at(reach: dict[str, Level], area: str, level: Level) -> None:
    if area not in reach or REACH[level] > REACH[reach[area]]:
        reach[area] = level
