"""The text of the panel: shows one page, frames its labels, finds its links. It fetches nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.ui.inline_html import SCHEME
from app.ui.page_frames import (
    CURRENT,
    Framed,
    between,
    fragments,
    on_one_line,
    place_of,
    take_frames,
)
from app.ui.reading_place import ReadingPlace, found_in, place_in
from app.ui.side_buttons import SIDE_BUTTONS
from app.ui.swatches import bar, swatch
from app.ui.theme import PALETTES, Palette, grown

MARGIN = 20
BUTTON = (40.0, 24.0)
"""The least width and height, px, at which an answer can be hit."""
DISC = 3
"""So much further, px, than its disc can the number of a step be hit."""
AHEAD = 0.3
"""Where a part of the page that was out of sight comes to stand, as a share 0..1 of its height."""


class PageView(QTextBrowser):
    """Shows one page. It fetches nothing: the only pictures are the product's own swatches."""

    added = Signal(str)
    """The target of a link that was clicked with Ctrl."""

    def __init__(self) -> None:
        super().__init__()
        self.menu_for: Callable[[str, QPoint], bool] = _no_menu
        """Opens a menu for a target at a place of the screen, and says whether there is one for it."""
        self._palette = PALETTES["light"]
        self._frames: list[Framed] = []
        self._title = ""
        self._made: QTextDocument | None = None
        self._marked: str | None = None
        self._by_keyboard = False
        self._places: dict[str, tuple[int, int]] = {}
        self._read: tuple[ReadingPlace, tuple[int, int]] | None = None
        """What is read of the page, and how the page stood for it when it was last written."""
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
        read = self._reading() if title == self._title else None
        down, place = self._places.get(title, (0, 0))
        self._title = title
        self._new_since_press = True
        self._palette = palette
        # What is marked belongs to the old page: Qt would still reach for it when it is gone, and die.
        self.mark_target(None)
        # Made ready before it is shown, it is laid out once. Changed while it is shown, Qt leaves paragraphs of a long one without lines.
        made, before = QTextDocument(self), self._made
        made.setDefaultFont(self.font())
        made.setDocumentMargin(MARGIN)
        made.setHtml(html)
        self._frames = take_frames(made, palette)
        self.setDocument(made)
        self._made = made
        if before:
            before.deleteLater()
        if same:
            # What lies below is laid out later; to stay there, it has to be now.
            made.documentLayout().documentSize()
            if read and (found := found_in(made, read)):
                down, place = round(found[0]), found[1]
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(down)
        else:
            self.verticalScrollBar().setValue(0)
        self._read = (read, self._stand()) if read else None

    def _reading(self) -> ReadingPlace:
        """What is read; while the reader has not gone on it is what it was, also when its section was away for a moment."""
        if self._read and self._read[1] == self._stand():
            return self._read[0]
        # What begins in the upper half is read, rather than the end of what stands above it.
        return place_in(self.document(), *self._stand(), self.viewport().height() / 2)

    def _stand(self) -> tuple[int, int]:
        """How far down the page is (px), and the character at which the keyboard is."""
        return self.verticalScrollBar().value(), self.textCursor().position()

    def framed_texts(self) -> tuple[str, ...]:
        """The texts that stand in frames: labels, numbers of steps, answers."""
        return tuple(self._between(start, end).selectedText() for start, end, _ in self._frames)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Qt: a picture of the page; anything that is not our own swatch stays empty."""
        name = QUrl(name)
        if name.scheme() == "swatch":
            # The page shows it larger where the text is larger.
            scale = self.devicePixelRatioF() * grown(100) / 100
            return swatch(name.path(), self._palette.name, scale) or bar(name.path(), self._palette, scale)
        return None

    def mark_target(self, target: str | None) -> None:
        """Underlay the links to a muscle (``muscle/ID``, any side) while its shape is under the pointer."""
        if target == self._marked:
            return
        self._marked = target
        marks = []
        for fragment in fragments(self.document()) if target else ():
            link = fragment.charFormat().anchorHref().removeprefix(f"{SCHEME}:")
            if link.partition(":")[0] == target:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._between(fragment.position(), fragment.position() + fragment.length())
                mark.format = QTextCharFormat()
                mark.format.setBackground(QColor(self._palette.chosen))
                marks.append(mark)
        self.setExtraSelections(marks)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: a menu for the link under the pointer, or from the keyboard for the one with the focus; beside links, that of text."""
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor()
        link = cursor.charFormat().anchorHref() if by_keyboard and cursor.hasSelection() else "" if by_keyboard else self.anchorAt(event.pos())
        at = self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft()) if by_keyboard else event.globalPos()
        if not self.menu_for(link.removeprefix(f"{SCHEME}:"), at):
            super().contextMenuEvent(event)

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
        """Qt: an answer is given anywhere in its frame, but not to a question that only just came there. With Ctrl a link is added."""
        link = self.anchorAt(event.position().toPoint())
        if link and event.button() == Qt.MouseButton.LeftButton and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.added.emit(link.removeprefix(f"{SCHEME}:"))
        elif not self._new_since_press:
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
        """Where answers and the numbers of steps can be hit, px of the document."""
        answers = (self._palette.raised, self._palette.accent)
        for start, end, ground in self._frames:
            if ground in answers:
                yield _button(place_of(self.document(), start, end))
            elif ground in (self._palette.chosen, CURRENT):
                yield _disc(place_of(self.document(), start, end)).adjusted(-DISC, -DISC, DISC, DISC)

    def show_current(self) -> None:
        """Bring the step that is told into sight."""
        place = next((place_of(self.document(), start, end) for start, end, ground in self._frames if ground == CURRENT), None)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if place and not bar.value() <= place.top() - MARGIN <= place.bottom() + height * AHEAD <= bar.value() + height:
            bar.setValue(round(place.top() - height * AHEAD))

    def focus_link_after(self, place: int) -> None:
        """Bring the keyboard to the first link after a character; Tab goes on from there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Qt goes on from what is marked, and begins at the top where nothing is.
        self.setTextCursor(self._between(max(place - 1, 0), max(place, 1)))
        self.focusNextPrevChild(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the frames of labels and step numbers first, the text over them, and a ring round the link with the keyboard."""
        if self._frames:
            self._paint_frames(event)
        super().paintEvent(event)
        cursor = self.textCursor()
        if self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            self._paint_ring(cursor.selectionStart(), cursor.selectionEnd())
        elif self.hasFocus() and self._by_keyboard:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._palette.focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: that the keyboard came here is shown when the keyboard brought it."""
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_ring(self, start: int, end: int) -> None:
        """Ring a link (characters `start` to `end`); one that breaks over lines is ringed on its first."""
        answer = any(one[:2] == (start, end) and one[2] in (self._palette.raised, self._palette.accent) for one in self._frames)
        rect = place_of(self.document(), start, end)
        if rect.width() <= 0:
            return
        rect = _button(rect).adjusted(-1, -1, 1, 1) if answer else rect.adjusted(-3, -2, 3, 2)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setPen(QPen(QColor(self._palette.focus), self._palette.ring))
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
            rect = place_of(self.document(), start, end)
            # What large text breaks over lines has no frame.
            if rect.intersects(seen) and on_one_line(self.document(), start, end):
                self._paint_frame(painter, rect, ground)
        painter.end()

    def _paint_frame(self, painter: QPainter, rect: QRectF, ground: str) -> None:
        """Paint what stands behind a number (a disc), a label or an answer (a frame, full when it was given)."""
        given = ground == self._palette.accent
        painter.setPen(Qt.PenStyle.NoPen if given else QPen(QColor(self._palette.line), 1))
        painter.setBrush(QColor(self._palette.accent if ground == CURRENT else ground))
        if ground in (self._palette.chosen, CURRENT):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(_disc(rect))
            return
        if ground == self._palette.raised:
            painter.setPen(QPen(QColor(self._palette.edge), 1))
        frame = rect.adjusted(-1.5, -1.5, 1.5, 1.5) if ground == self._palette.chip else _button(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _between(self, start: int, end: int) -> QTextCursor:
        return between(self.document(), start, end)


def _no_menu(_target: str, _at: QPoint) -> bool:
    return False


def _button(rect: QRectF) -> QRectF:
    """The frame of an answer round its words, large enough to be hit, px."""
    # Small text has less room between its lines and columns.
    least = [min(length, grown(length)) for length in BUTTON]
    wide, high = max(least[0] - rect.width(), 0.0) / 2, max(least[1] - rect.height(), 0.0) / 2
    return rect.adjusted(-wide, -high, wide, high)


def _disc(rect: QRectF) -> QRectF:
    """The disc behind a number that stands in a box, px."""
    size = rect.height() + 2
    return QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
