"""The panel that explains: a page of text with links, and what to do next beneath it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.card.blocks import Page, Ranked, Text
from app.ui.inline_html import SCHEME, WHY
from app.ui.page_view import PageView
from app.ui.panel_html import PageWriter
from app.ui.segments import Segments
from app.ui.settings import VOICES
from app.ui.theme import PALETTES, Palette, text_sizes


class Panel(QWidget):
    """A page and, at the bottom, what to do next."""

    followed = Signal(str)
    """The target of a link that was followed: ``KIND/REF``."""

    pointed = Signal(str)
    """The target under the pointer; empty when there is none."""

    voice_pressed = Signal(str)
    """In which words to explain."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PageView()
        self._page = Page("", ())
        self._palette = PALETTES["light"]
        self._opened: dict[str, bool] = {}
        self._opened_on: dict[str, dict[str, bool]] = {}
        self._pointing = False
        self.next = QLabel()
        self.next.setObjectName("next")
        self.next.setWordWrap(True)
        self.next.setIndent(0)
        self.next.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.next.setAccessibleName("What to do next")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.voice = Segments("Words")
        self.voice.setObjectName("voice")
        self.voice.show_values((voice, voice.capitalize(), actions["next_voice"]) for voice in VOICES)
        self.voice.pressed.connect(self.voice_pressed)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 16, 0)
        head.addStretch(1)
        head.addWidget(self.voice)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.next)
        self.next.hide()
        self.view.anchorClicked.connect(self._follow_url)
        self.view.highlighted.connect(self._point_at_url)
        self.next.linkActivated.connect(self._follow_text)

    def show_voice(self, voice: str) -> None:
        """Press the button of the words in which the page is written."""
        self.voice.show_chosen((voice,))

    def show_page(self, page: Page, hint: Text, palette: Palette, returned: bool = False) -> None:
        """Explain something, and say what to do next; reasons stay open or folded while the page is the same, or returned to."""
        if page.title != self._page.title:
            self._opened = self._opened_on.get(page.title, {}) if returned else {}
            self._opened_on[page.title] = self._opened
        self._page, self._palette = page, palette
        self._write_page(returned)
        self.view.setAccessibleDescription(page.title)
        self.next.setText(self._writer().text(hint))
        self.next.setVisible(bool(hint))

    def _writer(self) -> PageWriter:
        return PageWriter(self._palette, text_sizes(QApplication.font()), self._opened)

    def _write_page(self, returned: bool = False) -> None:
        self.view.show_html(self._writer().write(self._page), self._palette, self._page.title, returned)
        if self._pointing:
            # The link went with the old page: its light on the body would hide what the new page shows there.
            self._point_at_url(QUrl())

    def _fold(self, key: str) -> None:
        """Open the reasons of a candidate cause or the rest of some questions, or fold them away."""
        first = next((block.lines[0].key for block in self._page.blocks if isinstance(block, Ranked) and block.lines), None)
        self._opened[key] = not self._opened.get(key, key == first)
        self._write_page()

    def _follow_url(self, url: QUrl) -> None:
        self._follow_text(url.toString())

    def _follow_text(self, url: str) -> None:
        scheme, _, target = url.partition(":")
        if scheme == SCHEME and target.startswith(WHY):
            self._fold(target.removeprefix(WHY))
        elif scheme == SCHEME:
            self.followed.emit(target)

    def _point_at_url(self, url: QUrl) -> None:
        target = url.toString().partition(":")[2] if url.scheme() == SCHEME else ""
        self._pointing = bool(target)
        self.pointed.emit(target)
