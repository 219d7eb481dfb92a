"""A short note in passing, such as "Link copied": over the body for a few seconds, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

SHORTEST, PER_LETTER = 3000, 55
"""How long a note stays, ms: at least, and for each letter of it."""
MARGIN = 16
"""Between the note and the upper edge of what it lies over, and at least between it and the other edges, px."""
CORNER = 20
"""Where a note that is held begins, px: beneath the labels of what is chosen."""
WIDEST = 480
"""Longer notes go over several lines, px."""


class Told(QLabel):
    """One note at a time, over a part of the window; it takes neither focus nor clicks."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("told")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._aside = False
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a note instead of any other, and have it read out."""
        self._show(text, aside=False)
        self._timer.start(max(SHORTEST, PER_LETTER * len(text)))

    def _show(self, text: str, aside: bool) -> None:
        self._aside = aside
        self.setText(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def hold(self, text: str) -> None:
        """Show a note until it is dropped, in the corner: what it tells of is looked at meanwhile."""
        self._timer.stop()
        self._show(text, aside=True)

    def drop(self, text: str) -> None:
        """Hide a note, unless another one stands there by now."""
        if self.text() == text:
            self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: stay in the middle when the part beneath changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = min(WIDEST, self._over.width() - 2 * MARGIN)
        self.setWordWrap(False)
        wide = self.sizeHint().width()
        self.setWordWrap(wide > room)
        width = min(wide, room)
        height = self.heightForWidth(width) if wide > room else self.sizeHint().height()
        self.setGeometry(CORNER if self._aside else (self._over.width() - width) // 2, MARGIN, width, height)


def tell_over(over: QWidget, text: str) -> None:
    """Show a note over a part of the window."""
    (over.findChild(Told) or Told(over)).tell(text)


def hold_over(over: QWidget, text: str) -> None:
    """Show a note over a part of the window until it is dropped."""
    (over.findChild(Told) or Told(over)).hold(text)


def drop_over(over: QWidget, text: str) -> None:
    """Hide that note again."""
    if note := over.findChild(Told):
        note.drop(text)
