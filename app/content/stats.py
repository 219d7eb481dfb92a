"""How much of the content rests on what: shares of claims with a source, grades, standings, and what has one voice only.

A claim is every value of the content that names its sources: a whole entry, a fact, a sign, a step, a figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from app.content.schema import FOLDERS
from app.model.basic import UNVERIFIED, Dispute, Evidence, Grade, Source
from app.model.frozen import frozen
from app.model.knowledge import Atlas

PROJECT = "project"


@frozen
class Shares:
    """Claims by what they rest on; their sum is the number of claims."""

    sourced: int
    """With at least one source, and nothing that nobody verified."""
    project: int
    """What only this project concludes or defines."""
    partly: int
    """With a source for a part, and a part that nobody verified."""
    unverified: int
    """Without any source that was read."""

    @property
    def total(self) -> int:
        """All claims."""
        return self.sourced + self.project + self.partly + self.unverified


@frozen
class Stats:
    """What ``check --stats`` prints; the keys of `shares` are kinds of content."""

    shares: Mapping[str, Shares]
    entries: Mapping[str, int]
    grades: Mapping[str, int]
    standings: Mapping[str, int]
    one_voice: Mapping[str, tuple[str, ...]]
    """By kind, the entries of which no text has a plain form of its own."""

    @property
    def all(self) -> Shares:
        """The shares of all kinds together."""
        columns = zip(*((one.sourced, one.project, one.partly, one.unverified) for one in self.shares.values()), strict=True)
        return Shares(*(sum(column) for column in columns)) if self.shares else Shares(0, 0, 0, 0)


def stats(atlas: Atlas) -> Stats:
    """Count the claims of an atlas."""
    kinds: dict[str, Mapping[str, object]] = {kind: getattr(atlas, folder) for kind, folder in FOLDERS.items()}
    kept = {kind: entries for kind, entries in kinds.items() if entries}
    return Stats(
        {kind: _shares(_claims_in(entries)) for kind, entries in kept.items() if kind != "source"},
        {kind: len(entries) for kind, entries in kept.items()},
        Counter(grade for entries in kept.values() for grade in _grades_in(entries)),
        Counter(one.standing for one in atlas.sources.values()),
        {kind: told for kind, entries in kept.items() if (told := _in_one_voice(entries))},
    )


def _claims_in(entries: Mapping[str, object]) -> list[tuple[str, ...]]:
    return [one for entry in entries.values() for one in _claims(entry)]


def _grades_in(entries: Mapping[str, object]) -> Iterator[Grade]:
    for entry in entries.values():
        yield from (one.grade for one in _inside(entry) if isinstance(one, Evidence | Dispute))


def _in_one_voice(entries: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(key for key, one in entries.items() if _one_voice(one))


def lines(found: Stats) -> Iterator[str]:
    """The statistics as lines of text: a table by kind, then grades, standings, and the voices."""
    yield f"{'kind':<12}{'entries':>8}{'claims':>8}{'sourced':>10}{'project':>10}{'in part':>10}{'unverified':>12}"
    for kind, shares in found.shares.items():
        yield _row(kind, found.entries.get(kind, 0), shares)
    yield _row("all", sum(found.entries[kind] for kind in found.shares), found.all)
    yield "grades: " + ", ".join(f"{grade} {found.grades.get(grade, 0)}" for grade in "ABCDN")
    yield "sources: " + ", ".join(f"{standing} {number}" for standing, number in sorted(found.standings.items()))
    for kind, keys in found.one_voice.items():
        yield f"one voice only, {kind}: {len(keys)} of {found.entries[kind]}"


def _row(name: str, entries: int, shares: Shares) -> str:
    parts = ((shares.sourced, 10), (shares.project, 10), (shares.partly, 10), (shares.unverified, 12))
    told = "".join(f"{part / max(1, shares.total):>{width}.1%}" for part, width in parts)
    return f"{name:<12}{entries:>8}{shares.total:>8}{told}"


def _shares(claims: list[tuple[str, ...]]) -> Shares:
    kinds = Counter(map(_rests_on, claims))
    return Shares(kinds["sourced"], kinds["project"], kinds["partly"], kinds["unverified"])


def _rests_on(sources: tuple[str, ...]) -> str:
    real = set(sources) - {UNVERIFIED, PROJECT}
    if UNVERIFIED in sources:
        return "partly" if real else "unverified"
    return "sourced" if real else "project" if sources else "unverified"


def _claims(value: object) -> Iterator[tuple[str, ...]]:
    """The sources of every claim inside a value."""
    for one in _inside(value):
        sources = getattr(one, "sources", None)
        if isinstance(sources, tuple):
            yield sources


def _inside(value: object) -> Iterator[object]:
    """A value and all values that it is made of."""
    if isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for one in fields(value):
            yield from _inside(getattr(value, one.name))


def _one_voice(entry: object) -> bool:
    """Whether an entry has texts for clinicians of which none has a form for patients."""
    spoken = [one for one in _inside(entry) if hasattr(one, "text") and hasattr(one, "plain")]
    return bool(spoken) and not isinstance(entry, Source) and not any(getattr(one, "plain", None) for one in spoken)
