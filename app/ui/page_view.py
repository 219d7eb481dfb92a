"""The text of the panel: shows one page, frames its labels, finds its links. It fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
    QTextLine,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.ui.panel_html import SCHEME
from app.ui.side_buttons import SIDE_BUTTONS
from app.ui.swatches import swatch
from app.ui.theme import PALETTES, Palette

MARGIN = 20


class PageView(QTextBrowser):
    """Shows one page. It fetches nothing: the only pictures are the product's own swatches."""

    def __init__(self) -> None:
        super().__init__()
        self._palette = PALETTES["light"]
        self._frames: list[tuple[int, int, bool]] = []
        self._marked: str | None = None
        self.setOpenLinks(False)
        self.setAccessibleName("Explanation")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)

    def show_html(self, html: str, palette: Palette) -> None:
        """Show another page from its top."""
        self._palette = palette
        self._marked = None
        self.document().clear()
        self.setHtml(html)
        self.document().setDocumentMargin(MARGIN)
        self._collect_frames()

    def framed_texts(self) -> tuple[str, ...]:
        """The texts that stand in frames: labels and numbers of steps."""
        return tuple(self._between(start, end).selectedText() for start, end, _ in self._frames)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Qt: a picture of the page; anything that is not our own swatch stays empty."""
        name = QUrl(name)
        if name.scheme() == "swatch":
            return swatch(name.path(), self._palette.name, self.devicePixelRatioF())
        return None

    def mark_target(self, target: str | None) -> None:
        """Underlay the links to a muscle (``muscle/ID``, any side) while its shape is under the pointer."""
        if target == self._marked:
            return
        self._marked = target
        marks = []
        for fragment in self._fragments() if target else ():
            link = fragment.charFormat().anchorHref().removeprefix(f"{SCHEME}:")
            if link.partition(":")[0] == target:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._between(fragment.position(), fragment.position() + fragment.length())
                mark.format = QTextCharFormat()
                mark.format.setBackground(QColor(self._palette.chosen))
                marks.append(mark)
        self.setExtraSelections(marks)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the side buttons mean back and forward in all the window."""
        if event.button() in SIDE_BUTTONS:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the frames of labels and step numbers first, the text over them."""
        if self._frames:
            self._paint_frames(event)
        super().paintEvent(event)

    def _paint_frames(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(0, self.verticalScrollBar().value())
        for start, end, round_ in self._frames:
            rect = self._place(start, end)
            if rect.intersects(seen):
                self._paint_frame(painter, rect, round_)
        painter.end()

    def _paint_frame(self, painter: QPainter, rect: QRectF, round_: bool) -> None:
        if round_:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.chosen))
            size = rect.height() + 2
            painter.drawEllipse(QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size))
        else:
            painter.setPen(QPen(QColor(self._palette.line), 1))
            painter.setBrush(QColor(self._palette.chip))
            painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), rect.height() / 2, rect.height() / 2)

    def _place(self, start: int, end: int) -> QRectF:
        """Where characters `start` to `end` stand, in px of the document; a label never breaks over lines."""
        block = self.document().findBlock(start)
        layout = block.layout()
        line = layout.lineForTextPosition(start - block.position())
        if not line.isValid():
            return QRectF()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        x1, x2 = (_x_of(line, position - block.position()) for position in (start, end))
        height = line.ascent() + line.descent()
        return QRectF(origin.x() + x1, origin.y() + line.y() + line.height() - height, x2 - x1, height).adjusted(0, 1, 0, -1)

    def _collect_frames(self) -> None:
        """Find labels and numbers by their background and take that away: their frames are painted instead."""
        self._frames = []
        chip, number = QColor(self._palette.chip), QColor(self._palette.chosen)
        links: list[tuple[int, int]] = []
        for fragment in self._fragments():
            start, end = fragment.position(), fragment.position() + fragment.length()
            if fragment.charFormat().fontUnderline():
                links.append((start, end))
            brush = fragment.charFormat().background()
            if brush.style() != Qt.BrushStyle.NoBrush and brush.color() in (chip, number):
                self._frames.append((start, end, brush.color() == number))
        plain, link = QTextCharFormat(), QTextCharFormat()
        plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        link.setUnderlineColor(_faint(self._palette.link))
        for start, end, _ in self._frames:
            self._between(start, end).mergeCharFormat(plain)
        for start, end in links:
            self._between(start, end).mergeCharFormat(link)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _between(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fragments(self) -> Iterator[QTextFragment]:
        """All runs of equal format, from the top."""
        block: QTextBlock = self.document().begin()
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                yield place.fragment()
                place += 1
            block = block.next()


def _x_of(line: QTextLine, position: int) -> float:
    """Where a character stands in its line, px from the left of its paragraph."""
    # Qt answers with the position too, as it may have had to move to a whole character.
    x: Any = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)


def _faint(colour: str) -> QColor:
    """The line under a link: it marks the link without striping the text."""
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    return faint
