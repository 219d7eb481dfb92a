"""All things that the search finds, each with the names and words that people know it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Remedy

HitKind = Literal["muscle", "pattern", "area", "cause", "group", "structure", "test", "remedy", "finding", "question", "term",
                  "joint", "dispute", "assumption", "source"]

KIND_WORDS: dict[HitKind, str] = {
    "muscle": "muscle", "pattern": "posture", "area": "pain", "cause": "cause", "group": "muscle group", "structure": "structure",
    "test": "test", "remedy": "remedy", "finding": "finding", "question": "question", "term": "word", "joint": "joint", "dispute": "dispute",
    "assumption": "assumption", "source": "source",
}
"""What each kind is called in the list of results; equal hits keep this order."""

MARGINAL: dict[HitKind, float] = {"question": 0.03, "dispute": 0.03, "assumption": 0.03, "source": 0.12}
"""How far whole sentences and titles stand behind what has a name of its own; a source behind all that cites it."""

ASKED_AS: dict[str, str] = {
    "release": "release massage pressure exercise exercises tight",
    "stretch": "stretch stretches stretching exercise exercises tight",
    "strengthen": "strengthen strengthening strength exercise exercises weak",
    "mobility": "mobility exercise exercises stiff",
    "habit": "habit habits advice",
}
"""What people call a remedy of each type, beside the part of the body or the trouble that it is for."""

TESTED_AS = "test tests testing check checks"
"""The same for tests."""

Words = tuple[str, ...]


@frozen
class Entry:
    """A thing with all names it can be found by, as tuples of plain words.

    `described` holds the words of all these names, and those of the sentence that says what it is.
    """

    kind: HitKind
    id: str
    name: str
    terms: tuple[tuple[str, Words], ...]
    described: frozenset[str] = frozenset()


WORD = re.compile("[a-z0-9]+")
"""A word of a text in ASCII."""


def plain_words(text: str) -> Words:
    """The words of a text in small letters, without accents and marks."""
    if text.isascii():
        # Nearly all texts: much faster than letter by letter.
        return tuple(WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple(kept.split())


def entries(atlas: Atlas) -> Iterator[Entry]:
    """Everything that has a page of its own, but the grades."""
    yield from _chosen(atlas)
    yield from _parts(atlas)
    yield from _done(atlas)
    yield from _moved(atlas)
    yield from _told(atlas)


def _chosen(atlas: Atlas) -> Iterator[Entry]:
    """What is chosen from a list and shown on the body."""
    for muscle in atlas.muscles.values():
        yield _entry("muscle", muscle.id, muscle.name, (muscle.latin, *muscle.synonyms), muscle.plain)
    for pattern in atlas.patterns.values():
        yield _entry("pattern", pattern.id, pattern.name, pattern.synonyms, pattern.plain)
    for area in atlas.areas.values():
        yield _entry("area", area.id, area.name, area.synonyms, area.plain)
    for cause in atlas.causes.values():
        yield _entry("cause", cause.id, cause.name, cause.synonyms, cause.plain)


def _parts(atlas: Atlas) -> Iterator[Entry]:
    """The other parts of the body."""
    for group in atlas.groups.values():
        yield _entry("group", group.id, group.name, group.synonyms)
    for structure in atlas.structures.values():
        yield _entry("structure", structure.id, structure.name, (structure.latin or "", *structure.synonyms), structure.plain)


def _done(atlas: Atlas) -> Iterator[Entry]:
    """What a person can do; found by what it is for, too."""
    for test in atlas.tests.values():
        served = _served(atlas, test.suggests, test.patterns, test.causes)
        yield _entry("test", test.id, test.name, test.synonyms, " ".join((test.plain or "", TESTED_AS, *served)))
    for remedy in atlas.remedies.values():
        served = _served(atlas, remedy.muscles, *_used_in(atlas, remedy))
        yield _entry("remedy", remedy.id, remedy.name, remedy.synonyms,
                     " ".join((remedy.plain or "", ASKED_AS[remedy.type], *served)))


def _used_in(atlas: Atlas, remedy: Remedy) -> tuple[Words, Words]:
    """The patterns and the causes that a remedy names, or that name it among their steps."""
    patterns = (one.id for one in atlas.patterns.values() if any(remedy.id in step.remedies for step in one.balance))
    causes = (one.id for one in atlas.causes.values() if any(remedy.id in step.remedies for step in one.relief))
    return (*remedy.patterns, *patterns), (*remedy.causes, *causes)


def _served(atlas: Atlas, muscles: Words, patterns: Words, causes: Words) -> Iterator[str]:
    """The names of what a test or a remedy is for: "sciatica test" and "exercises for weak glutes" find it by these."""
    for known, ids in ((atlas.muscles, muscles), (atlas.patterns, patterns), (atlas.causes, causes)):
        for one in (known[key] for key in ids if key in known):
            yield one.name
            yield from one.synonyms


def _moved(atlas: Atlas) -> Iterator[Entry]:
    """The joints by which the body moves, also found by what they do, and the assumptions behind the way in which they do it."""
    for joint in atlas.joints.values():
        yield _entry("joint", joint.id, joint.name, (), " ".join((joint.plain, joint.more, joint.less)))
    for one in atlas.assumptions.values():
        told = (fact.plain or fact.text for fact in one.text)
        yield _entry("assumption", one.id, one.name, (), " ".join(("assumption", *told)))


def _told(atlas: Atlas) -> Iterator[Entry]:
    """What is reported, asked, explained, disputed, cited."""
    for finding in atlas.findings.values():
        yield _entry("finding", finding.id, finding.name, (finding.question,), finding.plain)
    for question in atlas.questions.values():
        yield _entry("question", question.id, question.question, question.asks)
    for term in atlas.terms.values():
        yield _entry("term", term.id, term.name, term.forms)
    for dispute in atlas.disputes.values():
        yield _entry("dispute", dispute.id, dispute.claim, ())
    for source in atlas.sources.values():
        yield _entry("source", source.id, source.name, (source.title or "", source.author or ""))


def _entry(kind: HitKind, key: str, name: str, others: Iterable[str], described: str | None = None) -> Entry:
    """An entry; its id, in words, is one of its names, and all names count as description too."""
    terms: dict[Words, str] = {}
    for term in (name, *others, key.replace("_", " ")):
        terms.setdefault(plain_words(term), term)
    terms.pop((), None)
    said = frozenset(plain_words(described or "")).union(*terms)
    return Entry(kind, key, name[:1].upper() + name[1:], tuple((term, words) for words, term in terms.items()), said)
