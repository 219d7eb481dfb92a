"""Finds in the document of a page what is framed, underlines links, and tells where characters stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextLine,
)

from app.ui.inline_html import SCHEME
from app.ui.theme import Palette

CROWD = 3
"""Where a paragraph has more links than this their lines are fainter still: they would stripe it."""
CURRENT = "current"
"""What stands behind the number of the step that is told, in place of a colour."""
FELT = "felt/"
"""So begins what a number leads to that tells how strong a pain is: an answer, and no step."""

Framed = tuple[int, int, str]
"""From which character to which something is framed, and on what ground."""
Link = tuple[int, int, bool]
"""From which character to which a link goes, and whether it explains a word that was found in running text."""


def take_frames(document: QTextDocument, palette: Palette) -> list[Framed]:
    """Find labels, numbers and answers by their background and take that away: their frames are painted instead."""
    framed = list(_framed(document, palette))
    links = list(_links(document, palette))
    change = QTextCursor(document)
    change.beginEditBlock()
    plain = QTextCharFormat()
    plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    for start, end, _ in framed:
        between(document, start, end).mergeCharFormat(plain)
    _underline(document, links, palette)
    change.endEditBlock()
    return framed


def _framed(document: QTextDocument, palette: Palette) -> Iterator[Framed]:
    grounds = {QColor(one).rgb(): one for one in (palette.chip, palette.chosen, palette.raised, palette.accent)}
    for fragment in fragments(document):
        brush = fragment.charFormat().background()
        if brush.style() != Qt.BrushStyle.NoBrush and brush.color().rgb() in grounds:
            ground = grounds[brush.color().rgb()]
            answer = fragment.charFormat().anchorHref().startswith(f"{SCHEME}:{FELT}")
            current = ground == palette.accent and fragment.text().strip().isdecimal() and not answer
            yield fragment.position(), fragment.position() + fragment.length(), CURRENT if current else ground


def _links(document: QTextDocument, palette: Palette) -> Iterator[Link]:
    for fragment in fragments(document):
        if fragment.charFormat().fontUnderline():
            # What was found in running text has the colour of the text.
            explained = fragment.charFormat().foreground().color() != QColor(palette.link)
            yield fragment.position(), fragment.position() + fragment.length(), explained


def _underline(document: QTextDocument, links: list[Link], palette: Palette) -> None:
    """Make the lines under links faint, most where there are many, and those under explained words dotted."""
    link, one_of_many, term = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    link.setUnderlineColor(_faint(palette.link, 0.4))
    one_of_many.setUnderlineColor(_faint(palette.link, 0.16))
    term.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    term.setUnderlineColor(QColor(palette.edge))
    in_block = Counter(document.findBlock(start).blockNumber() for start, _, explained in links if not explained)
    for start, end, explained in links:
        crowded = in_block[document.findBlock(start).blockNumber()] > CROWD
        between(document, start, end).mergeCharFormat(term if explained else one_of_many if crowded else link)


def between(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """What stands between two characters, marked."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """All runs of equal format, from the top."""
    block: QTextBlock = document.begin()
    while block.isValid():
        yield from fragments_in(block)
        block = block.next()


def fragments_in(block: QTextBlock) -> Iterator[QTextFragment]:
    """All runs of equal format in a paragraph."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def place_of(document: QTextDocument, start: int, end: int) -> QRectF:
    """Where characters `start` to `end` stand, in px of the document; a label never breaks over lines."""
    block = document.findBlock(start)
    layout = block.layout()
    line = layout.lineForTextPosition(start - block.position())
    if not line.isValid():
        return QRectF()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    x1, x2 = (_x_of(line, position - block.position()) for position in (start, end))
    height = line.ascent() + line.descent()
    return QRectF(origin.x() + x1, origin.y() + line.y() + line.height() - height, x2 - x1, height).adjusted(0, 1, 0, -1)


def on_one_line(document: QTextDocument, start: int, end: int) -> bool:
    """Whether characters `start` to `end` stand on one line."""
    block = document.findBlock(start)
    first, last = (block.layout().lineForTextPosition(place - block.position()) for place in (start, end - 1))
    return first.lineNumber() == last.lineNumber() if first.isValid() and last.isValid() else False


def _x_of(line: QTextLine, position: int) -> float:
    """Where a character stands in its line, px from the left of its paragraph."""
    # Qt answers with the position too, as it may have had to move to a whole character.
    x: Any = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)


def _faint(colour: str, strength: float) -> QColor:
    """The line under a link (strength 0..1): it marks the link without striping the text."""
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint
