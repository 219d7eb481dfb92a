"""A search field over the presentation: it opens with its key and goes when it has found, or loses the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from app.card.search import Hit
from app.model.knowledge import Atlas
from app.ui.presentation import Presentation
from app.ui.search_field import SearchField
from app.ui.searching import Searching
from app.ui.theme import PALETTES

WIDTH, TOP = 340, 16
"""Width of the field and its place beneath the upper edge, px of the picture."""


class SearchOver(QObject):
    """Keeps the field in the middle of the presentation's upper edge."""

    taken = Signal(object)

    def __init__(self, window: Presentation, atlas: Atlas) -> None:
        super().__init__(window)
        self._window = window
        self.field = SearchField()
        self.field.setParent(window)
        self.field.show_theme(PALETTES["dark"])
        self.field.installEventFilter(self)
        self.field.taken.connect(self._take)
        self._searching = Searching(self.field)
        self._searching.show_content(atlas)

    def open(self) -> None:
        """Show the field and give it the keyboard."""
        px = self._window.foot.px
        self.field.setFixedWidth(round(WIDTH * px))
        self.field.adjustSize()
        self.field.move((self._window.width() - self.field.width()) // 2, round(TOP * px))
        self.field.show()
        self.field.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: without the keyboard the field is in the way."""
        if event.type() == QEvent.Type.FocusOut:
            self.field.hide()
            self._window.canvas.setFocus()
        return super().eventFilter(watched, event)

    def _take(self, hit: Hit) -> None:
        self.field.hide()
        self.taken.emit(hit)
