"""Finds everything that has a page, by part of a name, by a misspelt one, or by words that describe it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from app.card.search_entries import KIND_WORDS, MARGINAL, Entry, HitKind, entries, plain_words
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Side

__all__ = ["KIND_WORDS", "Hit", "HitKind", "SearchIndex", "meant_words", "plain_words"]

ORDER = tuple(KIND_WORDS)
"""The kinds; of equal hits those of an earlier kind come first."""

SURE = 0.9
"""From here on a word was typed right: it begins, or is, a word of the name."""

TYPO = 0.6
"""How alike, 0..1, a misspelt word must be."""

DESCRIBED = 0.8
"""A thing whose description holds all that was typed: after all that have it in their names."""

LESS = 0.03
"""How far other things stand behind the place that hurts, and sources behind what cites them."""

PAINS = frozenset(("pain", "pains", "painful", "ache", "aches", "aching", "sore", "soreness", "hurts", "hurt", "hurting"))
"""Who types one of these means a place that hurts: areas come before other things of that name."""

SIDES: tuple[Side, ...] = ("right", "left")
"""A side that is typed means the side of what is found."""

LINKS = PAINS | frozenset(SIDES) | frozenset(("a", "an", "at", "in", "my", "me", "of", "on", "the", "i", "is", "it", "to", "do", "does", "what", "why", "how",
                           "can", "cannot", "cant", "when", "with", "for", "and", "or", "am", "are", "have", "has", "got",
                           "t", "s", "m", "ve", "re"))
"""Words that people type around what they mean; single letters are what an apostrophe leaves."""


@frozen
class Hit:
    """Something that was found; `score` is a fraction 0..1, `also` the other name that matched, `side` the one that was typed."""

    kind: HitKind
    id: str
    name: str
    score: float
    also: str = ""
    side: Side | None = None


class SearchIndex:
    """The names of an atlas, made ready once."""

    def __init__(self, atlas: Atlas) -> None:
        self._entries = tuple(entries(atlas))
        self._words = sorted({word for entry in self._entries for _, words in entry.terms for word in words})
        self._typed: dict[str, dict[str, float]] = {}
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for word in entry.described:
                self._holders[word].append(place)

    def find(self, query: str, limit: int = 12) -> tuple[Hit, ...]:
        """The best hits, best first. Whole names come before beginnings, beginnings before misspelt words."""
        asked = meant_words(query)
        if not asked:
            return ()
        # While a person types, all words but the last stay the same.
        self._typed = {word: self._typed.get(word) or self._scores(word) for word in asked}
        tables = [self._typed[word] for word in asked]
        typed = plain_words(query)
        hits = [_placed(hit, typed) for place in sorted(self._holding(asked, tables))
                if (hit := _best(self._entries[place], typed, asked, tables))]
        return tuple(sorted(_sure(hits), key=_rank)[:limit])

    def _holding(self, asked: tuple[str, ...], tables: list[dict[str, float]]) -> set[int]:
        """The places of the entries that hold, for each asked word, some word that answers it."""
        found: set[int] | None = None
        for one, table in zip(asked, tables, strict=True):
            holders = set[int]().union(self._holders.get(one, ()), *(self._holders[word] for word in table))
            found = holders if found is None else found & holders
        return found or set()

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
            elif len(asked) >= 4 and asked in word:
                found[word] = max(found.get(word, 0.0), 0.8)
        return found


def meant_words(query: str) -> tuple[str, ...]:
    """The words that were typed, less those that only link others, unless nothing else was typed."""
    typed = plain_words(query)
    return tuple(word for word in typed if word not in LINKS) or typed


def _sure(hits: list[Hit]) -> list[Hit]:
    """The hits less those of misspelt words, where something was typed right."""
    if all(hit.score < SURE for hit in hits):
        return hits
    return [hit for hit in hits if hit.score >= SURE - 0.1]


def _placed(hit: Hit, typed: tuple[str, ...]) -> Hit:
    """A hit as it stands among others: behind the places that hurt where a pain was typed; a source that was not typed whole
    behind what cites it.
    """
    behind = hit.kind != "area" if PAINS.intersection(typed) else hit.kind == "source" and plain_words(hit.name) != typed
    sides = [side for side in SIDES if side in typed]
    return replace(hit, score=hit.score - LESS * behind, side=sides[0] if len(sides) == 1 else None)


def _rank(hit: Hit) -> tuple[float, int, int, str]:
    """The best first; equal ones by their kind, then the shorter name."""
    return -round(hit.score, 3), ORDER.index(hit.kind), len(hit.name), hit.name


def _best(entry: Entry, typed: tuple[str, ...], asked: tuple[str, ...], tables: list[dict[str, float]]) -> Hit | None:
    """How well an entry answers; titles and sentences stand back, unless one was typed whole."""
    best = 0.0
    also = ""
    for place, (term, words) in enumerate(entry.terms):
        score = _term_score(words, asked, tables) * (1.0 if place == 0 else 0.985)
        if score > best:
            best, also = score, "" if place == 0 else term
    if all(words != typed for _, words in entry.terms):
        best -= MARGINAL.get(entry.kind, 0.0)
    if best < DESCRIBED and entry.described.issuperset(asked):
        best, also = DESCRIBED, ""
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
