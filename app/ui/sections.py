"""Jumping from section to section of the explanation, by its index or by key; the keyboard goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QTextDocument

from app.card.sections import HEADS
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.panel_html import MARK, SECTION

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

AT = "at/"
"""A target with this and the id of a section before it leads to that section of its page: ``at/model/joint/pelvic_tilt``."""
ABOVE = 12
"""So much room, px, is left above the head of a section."""


class Sections(Feature):
    """Scrolls to a section and puts the keyboard on its first link, so that Tab goes on from there."""

    rows: ClassVar[Rows] = (
        ActionRow("section_next", "Go", "Next section of the explanation", ("Ctrl+Down",), "next_section"),
        ActionRow("section_before", "Go", "Section before", ("Ctrl+Up",), "section_before"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._view = bench.panel.view
        self._last = (0, -1)
        """The section that was jumped to, and where the page stood then, px: at its end no section comes to the top."""

    def follow(self, target: str) -> bool:
        """Follow a link of the index, or one to a section of another page."""
        if target.startswith(AT):
            name, _, page = target.removeprefix(AT).partition("/")
            self.bench.follow(page)
            self._jump_to(next((head for section, head in HEADS.items() if section == name), ""))
            return True
        if target.startswith(SECTION) and target.removeprefix(SECTION).isdecimal():
            self._jump(int(target.removeprefix(SECTION)))
        return target.startswith(SECTION)

    def next_section(self) -> None:
        """Jump to the section after the one that is read; the keyboard comes along."""
        self._jump(self._read() + 1)

    def section_before(self) -> None:
        """Jump to the section before the one that is read, or to the top of the page."""
        self._jump(self._read() - 1)

    def _read(self) -> int:
        """The section that stands at the top of the page, from 1 on; 0 above the first."""
        bar = self._view.verticalScrollBar()
        if self._last[1] == bar.value():
            return self._last[0]
        return sum(self._top(place) <= bar.value() + ABOVE for place in section_places(self._view.document()))

    def _jump(self, number: int) -> None:
        places = section_places(self._view.document())
        if number > len(places) or not places:
            return
        bar = self._view.verticalScrollBar()
        start = places[number - 1] if number > 0 else 0
        # First the keyboard: Qt scrolls to where it goes.
        self._view.focus_link_after(start)
        bar.setValue(round(self._top(start)) - ABOVE if number > 0 else 0)
        self._last = (max(number, 0), bar.value())

    def _jump_to(self, head: str) -> None:
        """Jump to the section with this head; a page without it stays at its top."""
        document = self._view.document()
        heads = [document.findBlock(place).text() for place in section_places(document)]
        if head in heads:
            self._jump(heads.index(head) + 1)

    def _top(self, place: int) -> float:
        """Where the line of a character stands, px of the document."""
        document = self._view.document()
        return document.documentLayout().blockBoundingRect(document.findBlock(place)).top()


def section_places(document: QTextDocument) -> list[int]:
    """The characters with which the sections of a page begin, from its top."""
    places = []
    block = document.begin()
    while block.isValid():
        part = block.begin()
        if not part.atEnd() and any(name.startswith(MARK) for name in part.fragment().charFormat().anchorNames()):
            places.append(block.position())
        block = block.next()
    return places
