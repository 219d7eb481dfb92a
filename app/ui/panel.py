"""The panel that explains: a page of text with links, and what to do next beneath it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.card.blocks import Page, Text
from app.ui.page_view import PageView
from app.ui.panel_html import SCHEME, PageWriter
from app.ui.segments import Segments
from app.ui.settings import VOICES
from app.ui.theme import Palette, text_sizes


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

    def show_page(self, page: Page, hint: Text, palette: Palette) -> None:
        """Explain something, and say what to do next."""
        writer = PageWriter(palette, text_sizes(self.font()))
        self.view.show_html(writer.write(page), palette)
        self.view.setAccessibleDescription(page.title)
        self.next.setText(writer.text(hint))
        self.next.setVisible(bool(hint))

    def _follow_url(self, url: QUrl) -> None:
        self._follow_text(url.toString())

    def _follow_text(self, url: str) -> None:
        scheme, _, target = url.partition(":")
        if scheme == SCHEME:
            self.followed.emit(target)

    def _point_at_url(self, url: QUrl) -> None:
        self.pointed.emit(url.toString().partition(":")[2] if url.scheme() == SCHEME else "")
