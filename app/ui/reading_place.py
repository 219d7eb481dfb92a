"""Where a page is read, told by its sections: it holds when the page is written anew and a section above came or went."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from app.model.frozen import frozen
from app.ui.sections import section_places


@frozen
class ReadingPlace:
    """Lines below the head of a section (px) and characters after its beginning; an empty head stands for the top of the page."""

    head: str
    below: float
    after: int


def place_in(document: QTextDocument, y: float, position: int, reach: float = 0.0) -> ReadingPlace:
    """The place of a height (px) and of a character of a page, both told from the last section that begins above the height, or within reach (px)."""
    head, top, start = "", 0.0, 0
    if y <= 0:
        # Who has not begun to read stays at the top.
        return ReadingPlace(head, top, position)
    for place in section_places(document):
        if top_of(document, place) > y + reach:
            break
        head, top, start = document.findBlock(place).text(), top_of(document, place), place
    return ReadingPlace(head, y - top, position - start)


def found_in(document: QTextDocument, place: ReadingPlace) -> tuple[float, int] | None:
    """The height (px) and the character of a place in a page; None where its section is gone."""
    if not place.head:
        return place.below, max(place.after, 0)
    start = next((one for one in section_places(document) if document.findBlock(one).text() == place.head), None)
    return None if start is None else (top_of(document, start) + place.below, max(start + place.after, 0))


def top_of(document: QTextDocument, place: int) -> float:
    """Where the line of a character stands, px of the document."""
    return document.documentLayout().blockBoundingRect(document.findBlock(place)).top()
