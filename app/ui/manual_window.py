"""The manual: a text in chapters, searched as one types. Links in it do what they name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.paint.scene import sized
from app.resources import folders
from app.ui.page_frames import between, fragments_in
from app.ui.theme import Palette, grown, text_sizes

SCHEME = "plumbline"
SIZE = QSize(820, 620)
"""Of the window at the usual size of text, px."""
CHAPTERS = 232
"""Width of the list of chapters at the usual size of text, px."""
MARGIN = 24
LEADING = 130
"""Height of a line, per cent of its letters."""


def manual_text() -> str:
    """All chapters in their order, as one text; empty where the files are missing."""
    files = sorted((folders().assets / "manual").glob("*.md"))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)


class FindField(QLineEdit):
    """Type to search; Enter and the arrows go from hit to hit."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Down go on, Shift+Enter and Up go back."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class ManualWindow(QDialog):
    """Chapters at the left, the text at the right; it blocks nothing, and Esc closes it."""

    followed = Signal(str)
    """The target of a link: ``KIND/REF``."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._palette = palette
        self._hits: list[QTextCursor] = []
        self._at = 0
        self._starts: list[int] = []
        """Where each chapter begins in the text, characters."""
        self.field = FindField()
        self.field.setPlaceholderText("Search the help")
        self.field.setAccessibleName("Search the help")
        self.field.setClearButtonEnabled(True)
        self.found = QLabel()
        self.found.setObjectName("quiet")
        self.chapters = QListWidget()
        self.chapters.setAccessibleName("Chapters")
        self.chapters.setObjectName("chapters")
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters.setWordWrap(True)
        self.chapters.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.chapters.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.view = QTextBrowser()
        self.view.setOpenLinks(False)
        self.view.setAccessibleName("Help")
        self.view.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._arrange()
        self.show_theme(palette)
        self.resize(QSize(grown(SIZE.width()), grown(SIZE.height())).boundedTo(parent.window().size()))
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self.step)
        self.chapters.currentRowChanged.connect(self._read)
        self.view.anchorClicked.connect(self._follow)
        self.field.setFocus()

    def show_theme(self, palette: Palette) -> None:
        """Write the text in other colours or another size, and stay where it is read."""
        self._palette = palette
        down = self.view.verticalScrollBar().value()
        self.chapters.setFixedWidth(min(grown(CHAPTERS), 320))
        self._write()
        self._search(self.field.text())
        self.view.verticalScrollBar().setValue(down)

    def step(self, by: int) -> None:
        """Go on to another hit, from the last one to the first."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show_hit()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.found)
        left.addWidget(self.chapters, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 0, 0)
        row.setSpacing(8)
        row.addLayout(left)
        row.addWidget(self.view, 1)

    def _write(self) -> None:
        document = self.view.document()
        document.setDefaultFont(self.view.font())
        self.view.setMarkdown(manual_text())
        document.setDocumentMargin(MARGIN)
        titles = []
        self._starts = []
        change = QTextCursor(document)
        change.beginEditBlock()
        for block in _blocks(self.view):
            level = block.blockFormat().headingLevel()
            if level:
                titles.append(block.text())
                self._starts.append(block.position())
            self._set_block(block, bool(level))
        change.endEditBlock()
        if [self.chapters.item(row).text() for row in range(self.chapters.count())] != titles:
            self.chapters.clear()
            self.chapters.addItems(titles)

    def _set_block(self, block: QTextBlock, heading: bool) -> None:
        """The room round a paragraph, the size of a heading, the frames of keys."""
        shape = QTextBlockFormat()
        shape.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(28 if heading and block.position() else 4)
        shape.setBottomMargin(8 if heading else 4)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(shape)
        if heading:
            self._set_heading(cursor)
        else:
            self._set_marked(block)

    def _set_heading(self, cursor: QTextCursor) -> None:
        """Give the block of a cursor the size of a heading."""
        title = QTextCharFormat()
        font = sized(self.font(), text_sizes(QApplication.font()).title)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        # Not merged: Markdown makes a heading larger by steps of its own.
        cursor.setCharFormat(title)

    def _set_marked(self, block: QTextBlock) -> None:
        """Frame the keys in a paragraph and underline its links."""
        key, link = QTextCharFormat(), QTextCharFormat()
        key.setFontFamilies(self.font().families() or [self.font().family()])
        key.setFontFixedPitch(False)
        key.setFontWeight(QFont.Weight.DemiBold)
        key.setBackground(QColor(self._palette.raised))
        link.setFontUnderline(True)
        link.setForeground(QColor(self._palette.link))
        for start, end, form in [(one.position(), one.position() + one.length(), one.charFormat()) for one in fragments_in(block)]:
            if form.fontFixedPitch() or form.isAnchor():
                between(self.view.document(), start, end).mergeCharFormat(link if form.isAnchor() else key)

    def _search(self, text: str) -> None:
        """Mark all places of a text and go to the first that is in sight or below."""
        self._hits, self._at = [], 0
        wanted = " ".join(text.split())
        cursor = self.view.document().find(wanted) if wanted else QTextCursor()
        while not cursor.isNull():
            self._hits.append(QTextCursor(cursor))
            cursor = self.view.document().find(wanted, cursor)
        self.found.setVisible(bool(wanted))
        if self._hits:
            self._show_hit()
        else:
            self.found.setText("Nothing found. Try one word.")
            self.view.setExtraSelections([])

    def _show_hit(self) -> None:
        self.found.setText(f"{self._at + 1} of {len(self._hits)}")
        marks = []
        for number, hit in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit
            form = QTextCharFormat()
            here = number == self._at
            form.setBackground(QBrush(QColor(self._palette.accent if here else self._palette.chosen)))
            form.setForeground(QBrush(QColor(self._palette.on_accent if here else self._palette.ink)))
            mark.format = form
            marks.append(mark)
        self.view.setExtraSelections(marks)
        place = QTextCursor(self._hits[self._at])
        place.setPosition(place.selectionStart())
        self.view.setTextCursor(place)
        rect = self.view.cursorRect(place)
        if rect.bottom() > self.view.viewport().height() * 0.8 or rect.top() < 0:
            self._scroll_by(rect.top() - self.view.viewport().height() // 3)
        self._mark_chapter(place.position())

    def _mark_chapter(self, position: int) -> None:
        row = sum(start <= position for start in self._starts) - 1
        self.chapters.blockSignals(True)
        self.chapters.setCurrentRow(row)
        self.chapters.blockSignals(False)

    def _read(self, row: int) -> None:
        """Scroll to a chapter."""
        if 0 <= row < len(self._starts):
            cursor = QTextCursor(self.view.document())
            cursor.setPosition(self._starts[row])
            self.view.setTextCursor(cursor)
            self._scroll_by(self.view.cursorRect(cursor).top() - MARGIN)

    def _scroll_by(self, length: int) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + length)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.followed.emit(url.toString().partition(":")[2])


def _blocks(view: QTextBrowser) -> Iterator[QTextBlock]:
    block = view.document().begin()
    while block.isValid():
        yield block
        block = block.next()
