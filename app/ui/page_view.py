"""The text of the panel: shows one page, frames its labels, finds its links. It fetches nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QUrl
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
from app.ui.swatches import bar, swatch
from app.ui.theme import PALETTES, Palette

MARGIN = 20
CROWD = 3
"""Where a paragraph has more links than this their lines are fainter still: they would stripe it."""
BUTTON = (40.0, 24.0)
"""The least width and height, px, at which an answer can be hit."""


class PageView(QTextBrowser):
    """Shows one page. It fetches nothing: the only pictures are the product's own swatches."""

    def __init__(self) -> None:
        super().__init__()
        self._palette = PALETTES["light"]
        self._frames: list[tuple[int, int, str]] = []
        self._title = ""
        self._marked: str | None = None
        self._places: dict[str, tuple[int, int]] = {}
        self._new_since_press = False
        self.setOpenLinks(False)
        self.setAccessibleName("Explanation")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)

    def show_html(self, html: str, palette: Palette, title: str = "", returned: bool = False) -> None:
        """Show another page from its top; the same page, and one to which the reader returned, stay where they were read.

        So does the keyboard.
        """
        self._places[self._title] = (self.verticalScrollBar().value(), self.textCursor().position())
        same = bool(title) and (returned or title == self._title)
        down, place = self._places.get(title, (0, 0))
        self._title = title
        self._new_since_press = True
        self._palette = palette
        self._marked = None
        self.document().clear()
        self.setHtml(html)
        self.document().setDocumentMargin(MARGIN)
        self._collect_frames()
        if same:
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(down)

    def framed_texts(self) -> tuple[str, ...]:
        """The texts that stand in frames: labels, numbers of steps, answers."""
        return tuple(self._between(start, end).selectedText() for start, end, _ in self._frames)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Qt: a picture of the page; anything that is not our own swatch stays empty."""
        name = QUrl(name)
        if name.scheme() == "swatch":
            scale = self.devicePixelRatioF()
            return swatch(name.path(), self._palette.name, scale) or bar(name.path(), self._palette, scale)
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
            self._new_since_press = False
            super().mousePressEvent(self._on_answer(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: marks a word, unless the first click brought other words under the pointer."""
        if not self._new_since_press:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: an answer is given anywhere in its frame, but not to a question that only just came there."""
        if not self._new_since_press:
            super().mouseReleaseEvent(self._on_answer(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a link is pointed at anywhere in its frame."""
        super().mouseMoveEvent(self._on_answer(event))

    def _on_answer(self, event: QMouseEvent) -> QMouseEvent:
        """The event as if it were in the middle of the answer in whose frame it is: its words alone are small to hit."""
        if event.buttons() and event.type() == QEvent.Type.MouseMove:
            return event
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = event.position() + scrolled
        hit = next((rect for rect in self.answer_rects() if rect.contains(at)), None)
        if hit is None:
            return event
        moved = hit.center() - scrolled
        return QMouseEvent(event.type(), moved, self.viewport().mapToGlobal(moved), event.button(), event.buttons(), event.modifiers())

    def answer_rects(self) -> Iterator[QRectF]:
        """The frames of all answers, px of the document."""
        answers = (self._palette.raised, self._palette.accent)
        return (_button(self._place(start, end)) for start, end, ground in self._frames if ground in answers)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the frames of labels and step numbers first, the text over them, and a ring round the link with the keyboard."""
        if self._frames:
            self._paint_frames(event)
        super().paintEvent(event)
        cursor = self.textCursor()
        if self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            self._paint_ring(cursor.selectionStart(), cursor.selectionEnd())

    def _paint_ring(self, start: int, end: int) -> None:
        """Ring a link (characters `start` to `end`); one that breaks over lines is ringed on its first."""
        answer = any(one[:2] == (start, end) and one[2] in (self._palette.raised, self._palette.accent) for one in self._frames)
        rect = self._place(start, end)
        if rect.width() <= 0:
            return
        rect = _button(rect).adjusted(-1, -1, 1, 1) if answer else rect.adjusted(-3, -2, 3, 2)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setPen(QPen(QColor(self._palette.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_ = rect.height() / 2 if answer else 4.0
        painter.drawRoundedRect(rect, round_, round_)
        painter.end()

    def _paint_frames(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(0, self.verticalScrollBar().value())
        for start, end, ground in self._frames:
            rect = self._place(start, end)
            if rect.intersects(seen):
                self._paint_frame(painter, rect, ground)
        painter.end()

    def _paint_frame(self, painter: QPainter, rect: QRectF, ground: str) -> None:
        """Paint what stands behind a number (a disc), a label or an answer (a frame, full when it was given)."""
        given = ground == self._palette.accent
        painter.setPen(Qt.PenStyle.NoPen if given else QPen(QColor(self._palette.line), 1))
        painter.setBrush(QColor(ground))
        if ground == self._palette.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            size = rect.height() + 2
            painter.drawEllipse(QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size))
            return
        if ground == self._palette.raised:
            painter.setPen(QPen(QColor(self._palette.edge), 1))
        frame = rect.adjusted(-1.5, -1.5, 1.5, 1.5) if ground == self._palette.chip else _button(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

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
        """Find labels, numbers and answers by their background and take that away: their frames are painted instead."""
        self._frames = []
        palette = self._palette
        grounds = {QColor(one).rgb(): one for one in (palette.chip, palette.chosen, palette.raised, palette.accent)}
        links: list[tuple[int, int, bool]] = []
        for fragment in self._fragments():
            start, end = fragment.position(), fragment.position() + fragment.length()
            if fragment.charFormat().fontUnderline():
                of_term = fragment.charFormat().anchorHref().partition(":")[2].startswith("term/")
                links.append((start, end, of_term and bool(fragment.charFormat().toolTip())))
            brush = fragment.charFormat().background()
            if brush.style() != Qt.BrushStyle.NoBrush and brush.color().rgb() in grounds:
                self._frames.append((start, end, grounds[brush.color().rgb()]))
        plain, link, one_of_many = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        link.setUnderlineColor(_faint(self._palette.link, 0.4))
        one_of_many.setUnderlineColor(_faint(self._palette.link, 0.16))
        in_block = Counter(self.document().findBlock(start).blockNumber() for start, _, explained in links if not explained)
        # One change for all: after many small ones Qt leaves paragraphs of a long page without lines.
        change = QTextCursor(self.document())
        change.beginEditBlock()
        for start, end, _ in self._frames:
            self._between(start, end).mergeCharFormat(plain)
        term = QTextCharFormat()
        term.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        term.setUnderlineColor(QColor(self._palette.edge))
        for start, end, explained in links:
            crowded = in_block[self.document().findBlock(start).blockNumber()] > CROWD
            self._between(start, end).mergeCharFormat(term if explained else one_of_many if crowded else link)
        change.endEditBlock()
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


def _button(rect: QRectF) -> QRectF:
    """The frame of an answer round its words, large enough to be hit, px."""
    wide, high = max(BUTTON[0] - rect.width(), 0.0) / 2, max(BUTTON[1] - rect.height(), 0.0) / 2
    return rect.adjusted(-wide, -high, wide, high)


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
