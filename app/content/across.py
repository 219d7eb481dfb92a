"""Checks that need more than one entry: sources, names that two kinds share, trigger points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.problem import Problem, Severity

Places = Mapping[tuple[str, str], tuple[str, int, int]]
"""File, line and column of each kind and id."""

Told = tuple[str, str, Severity, str]
"""Kind and id of the entry, how bad, and what."""

def check_atlas(atlas: Atlas, places: Places, used: Set[str]) -> list[Problem]:
    """Faults between entries; `used` are the ids of the sources that anything names."""
    found = (*_sources(atlas, used), *_shared_ids(atlas), *_unplaced(atlas), *_flags(atlas), *_selves(atlas), *_forms(atlas))
    return [Problem(*places[kind, entry_id], severity, f"{entry_id}: {message}") for kind, entry_id, severity, message in found]


def _sources(atlas: Atlas, used: Set[str]) -> Iterator[Told]:
    urls: dict[str, str] = {}
    for source in atlas.sources.values():
        if source.id not in used and source.id != UNVERIFIED:
            yield "source", source.id, "warning", "nothing names this source; name it or delete it"
        if source.url is not None:
            first = urls.setdefault(source.url.rstrip("/"), source.id)
            if first != source.id:
                yield "source", source.id, "warning", f"'{first}' has the same address; keep one of the two"


def _shared_ids(atlas: Atlas) -> Iterator[Told]:
    for group in atlas.groups:
        if group in atlas.muscles:
            yield "group", group, "error", "a muscle has the same id, and a claim could mean either; rename the group"
    for structure in atlas.structures:
        kind = "muscle" if structure in atlas.muscles else "group" if structure in atlas.groups else ""
        if kind:
            yield "structure", structure, "error", f"a {kind} has the same id, and a part could mean either; rename the structure"
    for finding in atlas.findings:
        if finding in atlas.tests:
            yield "finding", finding, "error", "a test has the same id, and an answer could mean either; rename the finding"


def _unplaced(atlas: Atlas) -> Iterator[Told]:
    placed = any(referral.position for referral in atlas.referrals.values())
    for referral in atlas.referrals.values():
        if placed and referral.position is None:
            yield "referral", referral.id, "warning", "body/trigger_points.csv does not place it; add its row"


def _flags(atlas: Atlas) -> Iterator[Told]:
    """What findings raise must be red flags, and every red flag must be raised by something."""
    raised: set[str] = set()
    for finding in atlas.findings.values():
        raised.update(finding.red_flags)
        for flag in finding.red_flags:
            if atlas.causes[flag].kind != "red flag":
                yield "finding", finding.id, "error", f"the cause '{flag}' is no red flag; name one at red_flags, or delete it there"
    for cause in atlas.causes.values():
        if cause.kind == "red flag" and cause.id not in raised:
            yield "cause", cause.id, "warning", "no answer raises it; name it at the red_flags of a finding"


def _selves(atlas: Atlas) -> Iterator[Told]:
    for area in atlas.areas.values():
        if area.id in area.near:
            yield "area", area.id, "warning", "it is near itself; delete it there"
    for cause in atlas.causes.values():
        if any(other.cause == cause.id for other in cause.mistaken):
            yield "cause", cause.id, "warning", "it is mistaken for itself; delete it there"


def _forms(atlas: Atlas) -> Iterator[Told]:
    """A way of writing leads to one term only."""
    owners: dict[str, str] = {}
    for term in atlas.terms.values():
        for form in (term.name, *term.forms):
            owner = owners.setdefault(form.lower(), term.id)
            if owner != term.id:
                yield "term", term.id, "warning", f"'{form[:60]}' leads to the term '{owner}' already; keep it in one of the two"
