"""How a hand-out stands on its pages: texts, frames, the picture, exercises. Lengths are tenths of a point.

The largest letters are taken with which it fits on one page; where none do, the largest with which it takes fewest pages.
That takes many trials: after each text that is set the window may have its turn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from app.card.leaflet import Handout, Part
from app.model.frozen import frozen
from app.model.steps import Steps
from app.writers.handout_columns import fitting
from app.writers.handout_sheet import Paper
from app.writers.handout_words import Words

PAPERS: dict[Paper, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height, mm."""
MM = 720 / 25.4
"""Tenths of a point in a millimetre."""
MARGIN = 14.0 * MM
FOOT = 5.0 * MM
"""Above the foot of the page, for its number."""
SIZES = (105, 100, 95, 90, 86, 82)
"""Sizes of the letters, the best first, for a font whose small letters have the usual height."""
SMALLEST_ALONE = 95
"""Smaller letters than this save a third page, but not a second one."""
USUAL_HEIGHT = 0.519
"""Of small letters, as a share of the size: that of the fonts that most leaflets are set in."""
GAP = 0.85
"""Between two parts, as a multiple of the letters' size."""
PICTURES = (QSizeF(70.0 * MM, 88.0 * MM), QSizeF(60.0 * MM, 75.5 * MM))
"""Sizes of the picture of one form, the best first."""
BESIDE = 0.55
"""A part stands beside the picture when at least so much of it (0..1) does."""
LAST = ("sure", "limits")
"""The parts that stand side by side at the end."""
BETWEEN = 6.0 * MM
EXERCISE = 0.95
"""The size of an exercise's letters as a share (0..1) of the others'."""
NUMBER = 7.0 * MM
PADDING = 3.0 * MM
BULLET = "\N{BULLET}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
"""Before a point, as in the template."""
BELOW = 0.28
"""The space below a paragraph, as a multiple of the letters' size."""
LOGO = QSizeF(40.0 * MM, 14.0 * MM)

Kind = Literal["text", "frame", "note", "exercise", "picture", "logo"]


@frozen
class Box:
    """Something on a page: where, and the text in it, if it has any; an exercise has its number beside it."""

    kind: Kind
    place: QRectF
    text: QTextDocument | None = None
    number: int = 0


@dataclass(slots=True)
class Sheets:
    """The pages while they are filled, from the top down."""

    width: float
    height: float
    pages: list[list[Box]] = field(default_factory=lambda: [[]])
    y: float = MARGIN
    picture: QRectF = field(default_factory=QRectF)

    @property
    def bottom(self) -> float:
        """Where the text of a page ends."""
        return self.height - MARGIN - FOOT

    def need(self, height: float) -> None:
        """Begin a new page where so much does not fit any more."""
        if self.y + height > self.bottom and self.pages[-1]:
            self.pages.append([])
            self.y = MARGIN
            self.picture = QRectF()

    def put(self, box: Box) -> None:
        """Add a box to the present page."""
        self.pages[-1].append(box)


@frozen
class Page:
    """One page, ready to be painted."""

    boxes: tuple[Box, ...]


@frozen
class Leaf:
    """All pages of a hand-out on paper of a size, with letters of a size."""

    size: QSizeF
    letters: int
    pages: tuple[Page, ...]


@frozen
class Head:
    """What stands above the title: the clinic's name, the day, and whether there is a logo of some width and height (px)."""

    clinic: str
    day: str
    logo: QSizeF | None = None


def laid_out(made: Handout, head: Head, paper: Paper) -> Steps[Leaf]:
    """The hand-out on pages, in the largest letters with which it takes as few as it can; for one page the last exercises may go."""
    smallest, kept = (SMALLEST_ALONE, PICTURES[-1]), made
    # With the smallest letters it shows soonest how much may stay.
    while len((yield from _filled(Words(kept), head, paper, smallest)).pages) > 1:
        fewer = kept.shorter()
        if fewer is None:
            return (yield from _set(Words(made), head, paper))
        kept = fewer
    return (yield from _set(Words(kept), head, paper))


def _filled(words: Words, head: Head, paper: Paper, scale: tuple[int, QSizeF]) -> Steps[Leaf]:
    return _Filling(words, head, paper, (round(scale[0] * usual_share()), scale[1])).leaf()


def _set(words: Words, head: Head, paper: Paper) -> Steps[Leaf]:
    best: Leaf | None = None
    for size, body in product(SIZES, PICTURES):
        if best and len(best.pages) == 2 and size < SMALLEST_ALONE:
            break
        leaf = yield from _filled(words, head, paper, (size, body))
        if best is None or len(leaf.pages) < len(best.pages):
            best = leaf
        if len(best.pages) == 1:
            break
    assert best is not None
    return best


def usual_share() -> float:
    """By how much letters of the platform's font may be smaller than those of a usual font to be as high."""
    font = QFont()
    font.setPixelSize(1000)
    return min(max(USUAL_HEIGHT * 1000 / max(QFontMetricsF(font).xHeight(), 1.0), 0.85), 1.1)


class _Filling:
    """Fills pages with letters of one size."""

    def __init__(self, words: Words, head: Head, paper: Paper, scale: tuple[int, QSizeF]) -> None:
        self._made, self._words, self._head = words.made, words, head
        self._letters, self._body = scale
        width, height = PAPERS[paper]
        self._sheets = Sheets(width * MM, height * MM)
        self._wide = self._sheets.width - 2 * MARGIN
        self._gap = GAP * self._letters
        self._hang = _hang(self._letters)

    def leaf(self) -> Steps[Leaf]:
        """The filled pages."""
        yield from self._top()
        last = tuple(part for part in self._made.parts if part.id in LAST)
        for part in self._made.parts:
            if part.id in LAST:
                continue
            if part.id == "picture":
                self._picture()
            elif part.exercises:
                # What stands at the end fills the columns up.
                yield from self._exercises(part, last)
                last = ()
            else:
                yield from self._part(part)
        self._clear()
        if last:
            yield from self._columns(last)
        yield from self._text(self._words.sources())
        sheets = self._sheets
        return Leaf(QSizeF(sheets.width, sheets.height), self._letters, tuple(Page(tuple(boxes)) for boxes in sheets.pages))

    def _top(self) -> Steps[None]:
        sheets, logo = self._sheets, self._head.logo
        low = sheets.y
        if logo and not logo.isEmpty():
            size = logo * min(LOGO.width() / logo.width(), LOGO.height() / logo.height())
            place = QRectF(sheets.width - MARGIN - size.width(), sheets.y, size.width(), size.height())
            sheets.put(Box("logo", place))
            low = place.bottom() + self._gap / 2
        beside = self._wide - (LOGO.width() + BETWEEN if logo else 0.0)
        yield from self._text(self._words.clinic(self._head.clinic, self._head.day), beside, after=0.3)
        yield from self._text(self._words.title(), beside, after=0.6)
        sheets.y = max(sheets.y, low)

    def _picture(self) -> None:
        sheets = self._sheets
        sheets.picture = QRectF(sheets.width - MARGIN - self._body.width(), sheets.y, self._body.width(), self._body.height())
        sheets.put(Box("picture", sheets.picture))

    def _clear(self) -> None:
        """Go beneath the picture."""
        self._sheets.y = max(self._sheets.y, self._sheets.picture.bottom())
        self._sheets.picture = QRectF()

    def _room(self, html: str, padding: float) -> Steps[float]:
        """How wide a text may be: beside the picture, where most of it would stand there, or else all of the page."""
        sheets = self._sheets
        if sheets.picture.isNull():
            return self._wide
        narrow = self._wide - self._body.width() - BETWEEN
        high = (yield from self._document(html, narrow - 2 * padding)).size().height() + 2 * padding
        if min(sheets.picture.bottom() - sheets.y, high) >= BESIDE * high:
            return narrow
        self._clear()
        return self._wide

    def _part(self, part: Part) -> Steps[None]:
        html = self._words.part(part)
        kind: Kind = "frame" if part.framed else "note" if part.id == "note" else "text"
        padding = 0.0 if kind == "text" else PADDING
        wide = yield from self._room(html, padding)
        document = yield from self._document(html, wide - 2 * padding)
        # The space below the last paragraph belongs to the padding.
        high = document.size().height() + 2 * padding - (BELOW * self._letters if padding else 0.0)
        self._sheets.need(high)
        self._sheets.put(Box(kind, QRectF(MARGIN, self._sheets.y, wide, high), document))
        self._sheets.y += high + self._gap

    def _columns(self, parts: tuple[Part, ...]) -> Steps[None]:
        """Short parts side by side."""
        wide = (self._wide - BETWEEN * (len(parts) - 1)) / max(len(parts), 1)
        documents = []
        for part in parts:
            document = yield from self._document(self._words.part(part), wide)
            documents.append(document)
        high = max((one.size().height() for one in documents), default=0.0)
        self._sheets.need(high)
        for place, one in enumerate(documents):
            self._sheets.put(Box("text", QRectF(MARGIN + place * (wide + BETWEEN), self._sheets.y, wide, one.size().height()), one))
        self._sheets.y += high + self._gap

    def _text(self, html: str, wide: float | None = None, after: float = 1.0) -> Steps[None]:
        document = yield from self._document(html, wide or self._wide)
        high = document.size().height()
        self._sheets.need(high)
        self._sheets.put(Box("text", QRectF(MARGIN, self._sheets.y, wide or self._wide, high), document))
        self._sheets.y += high + after * self._gap

    def _exercises(self, part: Part, after: tuple[Part, ...]) -> Steps[None]:
        """In two columns, one after the other down the first and then down the second; `after` comes below the last one."""
        sheets = self._sheets
        self._clear()
        head = yield from self._document(self._words.heading(part.heading) + self._words.introduction(part), self._wide)
        wide = (self._wide - BETWEEN) / 2
        left = []
        for number, exercise in enumerate(part.exercises, start=1):
            text = yield from self._document(self._words.exercise(exercise), wide - NUMBER, EXERCISE)
            left.append((number, text))
        for one in after:
            text = yield from self._document(self._words.part(one), wide, EXERCISE)
            left.append((0, text))
        between = 0.8 * self._gap
        sheets.need(head.size().height() + self._gap + left[0][1].size().height())
        sheets.put(Box("text", QRectF(MARGIN, sheets.y, self._wide, head.size().height()), head))
        sheets.y += head.size().height() + self._gap / 2
        while left:
            count, first, high = fitting([text.size().height() for _, text in left], between, sheets.bottom - sheets.y)
            self._column(left[:first], MARGIN, between)
            self._column(left[first:count], MARGIN + wide + BETWEEN, between)
            sheets.y += high + self._gap
            left = left[count:]
            if left:
                sheets.need(sheets.height)

    def _column(self, exercises: list[tuple[int, QTextDocument]], x: float, between: float) -> None:
        y = self._sheets.y
        for number, text in exercises:
            size = text.size()
            kind: Kind = "exercise" if number else "text"
            self._sheets.put(Box(kind, QRectF(x, y, size.width() + (NUMBER if number else 0.0), size.height()), text, number))
            y += size.height() + between

    def _document(self, html: str, width: float, share: float = 1.0) -> Steps[QTextDocument]:
        """A text of a width, with letters of a share (0..1) of the usual size."""
        letters = round(self._letters * share)
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0.0)
        font = QFont()
        font.setPixelSize(letters)
        # Hinting is for screens: on paper letters keep the widths that they are given here.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_style(letters, self._hang))
        document.setHtml(html)
        document.setTextWidth(width)
        yield
        return document


def _hang(letters: int) -> int:
    """How far the lines of a point stand in, so that they begin below its first word."""
    font = QFont()
    font.setPixelSize(letters)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return round(QFontMetricsF(font).horizontalAdvance(BULLET))


def _style(letters: int, hang: int) -> str:
    """Three sizes of letters: the title, the text, the small print."""
    small = round(letters * 0.78)
    return f"""
p {{ margin: 0 0 {round(letters * BELOW)}px 0; line-height: 107%; color: #1a1918; }}
.title {{ font-size: {round(letters * 1.9)}px; font-weight: 600; margin: 0; line-height: 108%; }}
.heading {{ font-weight: 700; margin: 0 0 {round(letters * 0.35)}px 0; }}
.name {{ color: #1a1918; font-style: italic; }}
.step {{ margin: 0 0 {round(letters * 0.16)}px {hang}px; text-indent: -{hang}px; }}
.mark, .quiet {{ font-size: {small}px; color: #55504b; }}
.small {{ font-size: {round(letters * 0.7)}px; color: #55504b; }}
"""
