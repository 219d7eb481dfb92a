"""Finds muscles, groups, patterns, areas of pain and tests by part of a name, or by a misspelt one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas

HitKind = Literal["muscle", "pattern", "area", "group", "test"]

KIND_WORDS: dict[HitKind, str] = {
    "muscle": "muscle", "pattern": "posture", "area": "pain", "group": "muscle group", "test": "test",
}
"""What each kind is called in the list of results; equal hits keep this order."""

SURE = 0.9
"""From here on a word was typed right: it begins, or is, a word of the name."""

TYPO = 0.6
"""How alike, 0..1, a misspelt word must be."""


LINKS = frozenset(("a", "an", "at", "in", "my", "of", "on", "the", "pain", "ache", "sore", "hurts"))
"""Words that people type around what they mean."""


@frozen
class Hit:
    """Something that was found; `score` is a fraction 0..1, and `also` the other name that matched."""

    kind: HitKind
    id: str
    name: str
    score: float
    also: str = ""


@frozen
class Entry:
    """A thing with all names it can be found by, as tuples of plain words."""

    kind: HitKind
    id: str
    name: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]


class SearchIndex:
    """The names of an atlas, made ready once."""

    def __init__(self, atlas: Atlas) -> None:
        self._entries = tuple(_entries(atlas))
        self._words = sorted({word for entry in self._entries for _, words in entry.terms for word in words})

    def find(self, query: str, limit: int = 12) -> tuple[Hit, ...]:
        """The best hits, best first. Whole names come before beginnings, beginnings before misspelt words."""
        asked = meant_words(query)
        if not asked:
            return ()
        tables = [self._scores(word) for word in asked]
        order = list(KIND_WORDS)
        hits = [hit for entry in self._entries if (hit := _best(entry, asked, tables))]
        if any(hit.score >= SURE for hit in hits):
            hits = [hit for hit in hits if hit.score >= SURE - 0.1]
        hits.sort(key=lambda hit: (-round(hit.score, 3), order.index(hit.kind), len(hit.name), hit.name))
        return tuple(hits[:limit])

    def _scores(self, asked: str) -> dict[str, float]:
        """How well each word of the index answers one asked word, 0..1; poor ones are left out."""
        # Imported at the first search: nobody should wait for it at the start.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: dict[str, float] = {}
        if len(asked) >= 3:
            near = extract(asked, self._words, scorer=OSA.normalized_similarity, score_cutoff=TYPO, limit=None)
            found.update({word: 0.85 * score for word, score, _ in near})
            heads = extract(asked, [word[: len(asked)] for word in self._words], scorer=OSA.normalized_similarity,
                            score_cutoff=TYPO, limit=None)
            for _, score, place in heads:
                word = self._words[place]
                found[word] = max(found.get(word, 0.0), 0.82 * score)
        for word in self._words:
            if word == asked:
                found[word] = 1.0
            elif word.startswith(asked):
                found[word] = 0.93 + 0.05 * len(asked) / len(word)
            elif len(asked) >= 3 and asked in word:
                found[word] = max(found.get(word, 0.0), 0.8)
        return found


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without accents and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple(kept.split())


def meant_words(query: str) -> tuple[str, ...]:
    """The words that were typed, less those that only link others, unless nothing else was typed."""
    typed = plain_words(query)
    return tuple(word for word in typed if word not in LINKS) or typed


def _best(entry: Entry, asked: tuple[str, ...], tables: list[dict[str, float]]) -> Hit | None:
    best = 0.0
    also = ""
    for place, (term, words) in enumerate(entry.terms):
        score = _term_score(words, asked, tables) * (1.0 if place == 0 else 0.985)
        if score > best:
            best, also = score, "" if place == 0 else term
    return Hit(entry.kind, entry.id, entry.name, best, also) if best > 0 else None


def _term_score(words: tuple[str, ...], asked: tuple[str, ...], tables: list[dict[str, float]]) -> float:
    """The mean of each asked word's best answer, a little less where the name begins otherwise or has more words."""
    total = 0.0
    for table in tables:
        answer = max((table.get(word, 0.0) for word in words), default=0.0)
        if not answer:
            return 0.0
        total += answer
    score = total / len(tables)
    if tables[0].get(words[0], 0.0) < SURE:
        score -= 0.015
    return score - 0.004 * max(0, len(words) - len(asked))


def _entries(atlas: Atlas) -> Iterator[Entry]:
    for muscle in atlas.muscles.values():
        yield _entry("muscle", muscle.id, muscle.name, (muscle.latin, *muscle.synonyms))
    for pattern in atlas.patterns.values():
        yield _entry("pattern", pattern.id, pattern.name, pattern.synonyms)
    for area in atlas.areas.values():
        yield _entry("area", area.id, area.name, area.synonyms)
    for group in atlas.groups.values():
        yield _entry("group", group.id, group.name, group.synonyms)
    for test in atlas.tests.values():
        yield _entry("test", test.id, test.name, ())


def _entry(kind: HitKind, key: str, name: str, others: Iterable[str]) -> Entry:
    terms = ((term, plain_words(term)) for term in (name, *others))
    return Entry(kind, key, name[:1].upper() + name[1:], tuple((term, words) for term, words in terms if words))
