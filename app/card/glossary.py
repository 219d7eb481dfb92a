"""Clinical terms in running text: the first one of each kind on a page leads to its plain words."""

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
from app.model.basic import Term
from app.model.frozen import frozen
from app.model.knowledge import Atlas

WORD = re.compile(r"[\w-]+")
"""What counts as one word: "sub-acute" is not "acute"."""


@frozen
class Lexicon:
    """The terms by the first word of each way of writing them, the longest way first, all in small letters."""

    heads: dict[str, list[tuple[str, Term]]]

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Where terms begin and end in a text; none overlap."""
        small = text.lower()
        if len(small) != len(text):
            # A few letters become two when they are made small (the Turkish dotted I), and all behind them would shift.
            small = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
        at = 0
        for word in WORD.finditer(small):
            if word.start() < at:
                continue
            for form, term in self.heads.get(word[0], ()):
                end = word.start() + len(form)
                if small.startswith(form, word.start()) and not WORD.match(small, end):
                    yield word.start(), end, term
                    at = end
                    break


@lru_cache(maxsize=4)
def lexicon(terms: tuple[Term, ...]) -> Lexicon:
    """The terms made ready once."""
    heads: dict[str, list[tuple[str, Term]]] = {}
    for term in terms:
        for form in (term.name.lower(), *(form.lower() for form in term.forms)):
            first = WORD.match(form)
            if first:
                heads.setdefault(first[0], []).append((form, term))
    for forms in heads.values():
        forms.sort(key=lambda one: -len(one[0]))
    return Lexicon(heads)


def with_terms(atlas: Atlas, page: Page, but: str = "") -> Page:
    """The page with links from the first occurrence of each term, `but` one, outside of links."""
    if not atlas.terms:
        return page
    linker = _Linker(lexicon(tuple(atlas.terms.values())), but)
    return Page(page.title, tuple(linker.block(block) for block in page.blocks))


class _Linker:
    """Walks over a page from its top and remembers which terms were met."""

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
                return Bullets(self._texts(points))
            case Steps(steps):
                return Steps(self._texts(steps))
            case Rows(rows):
                return Rows(tuple(Row(row.label, self._text(row.text)) for row in rows))
            case MuscleList(lines):
                return MuscleList(tuple(self._line(line) for line in lines))
        return block

    def _line(self, line: MuscleLine) -> MuscleLine:
        return replace(line, why=self._text(line.why, quiet=True)) if line.why else line

    def _texts(self, texts: Iterable[Text]) -> tuple[Text, ...]:
        return tuple(self._text(text) for text in texts)

    def _text(self, text: Text, quiet: bool = False) -> Text:
        """A text with links to terms; where all around is quiet, so are they."""
        made = (new for span in text for new in ((span,) if span.target else self._span(span)))
        return tuple(replace(span, tone="quiet") if quiet and span.hint else span for span in made)

    def _span(self, span: Span) -> Text:
        made: list[Span] = []
        at = 0
        for start, end, term in self._known.find(span.text):
            if term.id in self._met:
                continue
            self._met.add(term.id)
            if start > at:
                made.append(replace(span, text=span.text[at:start]))
            made.append(replace(span, text=span.text[start:end], target=f"term/{term.id}", hint=term.plain))
            at = end
        if not made:
            return (span,)
        return (*made, replace(span, text=span.text[at:])) if at < len(span.text) else tuple(made)
