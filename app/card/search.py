"""Finds everything that has a page, by part of a name, by a misspelt one, or by words that describe it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from itertools import islice

from app.card.search_entries import KIND_WORDS, MARGINAL, Entry, HitKind, entries, plain_words
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Side

__all__ = ["KIND_WORDS", "Hit", "HitKind", "SearchIndex", "meant_words", "plain_words"]

ORDER = {kind: place for place, kind in enumerate(KIND_WORDS)}
"""The kinds; of equal hits those of an earlier kind come first."""

SURE = 0.9
"""From here on a word was typed right: it begins, or is, a word of the name."""

TYPO = 0.6
"""How alike, 0..1, a misspelt word must be."""

REMEMBERED = 64
"""The answers to so many words are kept while one types."""

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

ASKED = frozenset(("muscle", "muscles", "weak", "tight", "long", "short", "origin", "origins", "insertion", "insertions", "starts", "ends",
                   "attach", "attaches", "attached", "insert", "inserts", "start", "end", "nerve", "supply", "supplies", "supplied",
                   "innervates", "innervated", "feeds", "action", "actions", "move", "moves", "opposes", "oppose", "opposed",
                   "opposite", "opposing", "antagonist", "antagonists", "against", "by", "covers", "covered", "beneath", "refer",
                   "refers", "referred", "sends", "send", "which", "where", "from", "who", "first", "happens", "should", "not", "don"))
"""What people ask of a thing: left out where nothing has all the words in its name, as its page answers it."""
DEEDS = frozenset(("stretch", "strengthen", "release", "test", "tests"))
"""What people want to do: left out where nothing has it."""

EQUAL = {"outside": "outer", "inside": "inner", "rear": "back"}
"""Words for which the names have others."""


Found = tuple[float, str, Entry]
"""How well an entry answers, 0..1, by which other name, and the entry."""


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
    """The names of an atlas, made ready once; its entries may have been made before."""

    def __init__(self, atlas: Atlas, ready: Iterable[Entry] | None = None) -> None:
        self._entries = tuple(entries(atlas) if ready is None else ready)
        self._words = sorted({word for entry in self._entries for _, words in entry.terms for word in words})
        self._typed: dict[str, dict[str, float]] = {}
        self._cut: dict[int, list[str]] = {}
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for word in entry.described:
                self._holders[word].append(place)

    def find(self, query: str, limit: int = 12) -> tuple[Hit, ...]:
        """The best hits, best first. Whole names come before beginnings, beginnings before misspelt words."""
        found = self._found(query, meant_words(query))
        typed = plain_words(query)
        sides = [side for side in SIDES if side in typed]
        side = sides[0] if len(sides) == 1 else None
        return tuple(Hit(entry.kind, entry.id, entry.name, score, also, side)
                     for score, also, entry in nsmallest(limit, _sure(found), key=_rank))

    def _found(self, query: str, asked: tuple[str, ...]) -> list[Found]:
        """What answers all words; else, or where only a description does, what answers those that name a thing."""
        found = self._answers(query, asked)
        things = _without(asked, ASKED)
        if things != asked and max((score for score, _, _ in found), default=0.0) <= DESCRIBED:
            found = self._answers(query, things) or found
        others = tuple(EQUAL.get(word, word) for word in asked)
        for rest in (others, _without(others, ASKED), _without(things, DEEDS)):
            found = found or self._answers(query, rest)
        return found

    def _answers(self, query: str, asked: tuple[str, ...]) -> list[Found]:
        """All entries that answer each of some words of a query."""
        if not asked:
            return []
        # While a person types, all words but the last stay the same.
        known = {word: self._typed.get(word) or self._scores(word) for word in asked}
        self._typed = {**self._typed, **known} if len(self._typed) < REMEMBERED else known
        tables = [known[word] for word in asked]
        typed = plain_words(query)
        return [one for place in sorted(self._holding(asked, tables)) if (one := _best(self._entries[place], typed, asked, tables))]

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
            heads = extract(asked, self._heads(len(asked)), scorer=OSA.normalized_similarity, score_cutoff=TYPO, limit=None)
            for _, score, place in heads:
                word = self._words[place]
                found[word] = max(found.get(word, 0.0), 0.82 * score)
        if len(asked) >= 4:
            found.update({word: max(found.get(word, 0.0), 0.8) for word in self._words if asked in word})
        for word in islice(self._words, bisect_left(self._words, asked), None):
            if not word.startswith(asked):
                break
            found[word] = 1.0 if word == asked else 0.93 + 0.05 * len(asked) / len(word)
        return found

    def _heads(self, length: int) -> list[str]:
        """The beginnings of all words, so many letters long."""
        if length not in self._cut:
            self._cut[length] = [word[:length] for word in self._words]
        return self._cut[length]


def _without(asked: tuple[str, ...], others: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in asked if word not in others)


def meant_words(query: str) -> tuple[str, ...]:
    """The words that were typed, less those that only link others, unless nothing else was typed."""
    typed = plain_words(query)
    return tuple(word for word in typed if word not in LINKS) or typed


def _sure(found: list[Found]) -> list[Found]:
    """What was found less what only misspelt words answer, where something was typed right."""
    if all(score < SURE for score, _, _ in found):
        return found
    return [one for one in found if one[0] >= SURE - 0.1]


def _rank(found: Found) -> tuple[float, int, int, str]:
    """The best first; equal ones by their kind, then the shorter name."""
    score, _, entry = found
    return -round(score, 3), ORDER[entry.kind], len(entry.name), entry.name


def _best(entry: Entry, typed: tuple[str, ...], asked: tuple[str, ...], tables: list[dict[str, float]]) -> Found | None:
    """How well an entry answers; titles and sentences stand back, unless one was typed whole."""
    best = 0.0
    also = ""
    for place, (term, words) in enumerate(entry.terms):
        score = _term_score(words, tables) * (1.0 if place == 0 else 0.985)
        if score > best:
            best, also = score, "" if place == 0 else term
    if entry.kind in MARGINAL and all(words != typed for _, words in entry.terms):
        best -= MARGINAL[entry.kind]
    if best < DESCRIBED and entry.described.issuperset(asked):
        best, also = DESCRIBED, ""
    return (best - LESS * _stands_back(entry, typed), also, entry) if best > 0 else None


def _stands_back(entry: Entry, typed: tuple[str, ...]) -> bool:
    """Whether others come before an entry: the places that hurt where a pain was typed, and before a source that was not typed
    whole what cites it.
    """
    if not PAINS.isdisjoint(typed):
        return entry.kind != "area"
    return entry.kind == "source" and plain_words(entry.name) != typed


def _term_score(words: tuple[str, ...], tables: list[dict[str, float]]) -> float:
    """The mean of each asked word's best answer, a little less where the name begins otherwise or has more words."""
    total = 0.0
    for table in tables:
        answer = 0.0
        for word in words:
            if word in table and table[word] > answer:
                answer = table[word]
        if not answer:
            return 0.0
        total += answer
    score = total / len(tables)
    if tables[0].get(words[0], 0.0) < SURE:
        score -= 0.015
    return score - 0.004 * max(0, len(words) - len(tables))
