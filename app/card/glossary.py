"""Terms and names in running text: the first one of each on a page leads to its plain words or its card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from app.card.blocks import (
    Block,
    Bullets,
    MuscleLine,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Steps,
    Text,
)
from app.card.same import Same
from app.model.frozen import frozen
from app.model.knowledge import Atlas

WORD = re.compile(r"[\w-]+")
"""What counts as one word: "sub-acute" is not "acute"."""


@frozen
class Found:
    """What a name in running text leads to, and its plain words."""

    target: str
    hint: str


@frozen
class Lexicon:
    """What is found by the first word of each way of writing it, the longest way first, all in small letters."""

    heads: dict[str, list[tuple[str, Found]]]

    def find(self, text: str) -> Iterator[tuple[int, int, Found]]:
        """Where names begin and end in a text; none overlap."""
        small = text.lower()
        if len(small) != len(text):
            # A few letters become two when they are made small (the Turkish dotted I), and all behind them would shift.
            small = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
        at = 0
        for word in WORD.finditer(small):
            if word.start() < at:
                continue
            for form, found in self.heads.get(word[0], ()):
                end = word.start() + len(form)
                if small.startswith(form, word.start()) and not WORD.match(small, end):
                    yield word.start(), end, found
                    at = end
                    break


@lru_cache(maxsize=4)
def lexicon(this: Same) -> Lexicon:
    """The names of an atlas made ready once."""
    forms: dict[str, Found] = {}
    for name, found in _names(this.atlas):
        # The card of a part of the body tells more than the plain words of its name, which stay as its hint.
        known = forms.get(name.lower())
        forms[name.lower()] = Found(known.target, found.hint or known.hint) if known else found
    heads: dict[str, list[tuple[str, Found]]] = {}
    for form, found in forms.items():
        first = WORD.match(form)
        if first:
            heads.setdefault(first[0], []).append((form, found))
    for ways in heads.values():
        ways.sort(key=_longest)
    return Lexicon(heads)


def _longest(way: tuple[str, Found]) -> int:
    return -len(way[0])


def _names(atlas: Atlas) -> Iterator[tuple[str, Found]]:
    """Every name that is looked for; of two that are alike the first leads on, and the last has the plain words."""
    for muscle in atlas.muscles.values():
        yield muscle.name, Found(f"muscle/{muscle.id}", muscle.plain or "")
    for group in atlas.groups.values():
        yield group.name, Found(f"group/{group.id}", "")
    for structure in atlas.structures.values():
        yield structure.name, Found(f"structure/{structure.id}", structure.plain)
    yield from _done(atlas)
    for area in atlas.areas.values():
        yield area.name, Found(f"area/{area.id}", area.plain)
    for term in atlas.terms.values():
        for form in (term.name, *term.forms):
            yield form, Found(f"term/{term.id}", term.plain)


def _done(atlas: Atlas) -> Iterator[tuple[str, Found]]:
    """The names of tests and remedies. A single word, such as "bridge", mostly means something else."""
    for done, things in (("test", atlas.tests), ("remedy", atlas.remedies)):
        for one in things.values():
            if " " in one.name:
                yield one.name, Found(f"{done}/{one.id}", one.plain or "")


def with_terms(atlas: Atlas, page: Page, but: str = "") -> Page:
    """The page with links from the first occurrence of each term, and of each name of what has a card; `but` one, its own."""
    if not atlas.terms:
        return page
    linker = _Linker(lexicon(Same(atlas)), but)
    return Page(page.title, tuple(linker.block(block) for block in page.blocks))


class _Linker:
    """Walks over a page from its top and remembers which names were met."""

    def __init__(self, known: Lexicon, but: str) -> None:
        self._known = known
        self._met = {but}

    def block(self, block: Block) -> Block:
        """A block with links to terms; headings, questions and ranks stay as they are."""
        match block:
            case Paragraph(text, tone):
                return replace(block, text=self._text(text, quiet=tone == "quiet"))
            case Notice(text=text, points=points):
                return replace(block, text=self._text(text), points=self._texts(points))
            case Bullets(points):
                return replace(block, points=self._texts(points))
            case Steps(steps):
                return replace(block, steps=self._texts(steps))
            case Rows(rows):
                return Rows(tuple(Row(row.label, self._text(row.text)) for row in rows))
            case MuscleList(lines):
                return MuscleList(tuple(self._line(line) for line in lines))
        return block

    def _line(self, line: MuscleLine) -> MuscleLine:
        self._meet(line.name)
        return replace(line, why=self._text(line.why, quiet=True)) if line.why else line

    def _texts(self, texts: Iterable[Text]) -> tuple[Text, ...]:
        return tuple(self._text(text) for text in texts)

    def _text(self, text: Text, quiet: bool = False) -> Text:
        """A text with links to terms; where all around is quiet, so are they."""
        self._meet(text)
        made = (new for span in text for new in ((span,) if span.target else self._span(span)))
        return tuple(replace(span, tone="quiet") if quiet and span.found else span for span in made)

    def _meet(self, text: Text) -> None:
        """What a text leads to already needs no second link."""
        self._met.update(span.target.partition(":")[0] for span in text if span.target)

    def _span(self, span: Span) -> Text:
        made: list[Span] = []
        at = 0
        for start, end, found in self._known.find(span.text):
            if found.target in self._met:
                continue
            self._met.add(found.target)
            if start > at:
                made.append(replace(span, text=span.text[at:start]))
            made.append(replace(span, text=span.text[start:end], target=found.target, hint=found.hint, found=True))
            at = end
        if not made:
            return (span,)
        return (*made, replace(span, text=span.text[at:])) if at < len(span.text) else tuple(made)
