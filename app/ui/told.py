"""A short note in passing, such as "Link copied": over the body for a few seconds, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

SHORTEST, PER_LETTER = 3000, 55
"""How long a note stays, ms: at least, and for each letter of it."""
MARGIN = 16
"""Between the note and the upper edge of what it lies over, and at least between it and the other edges, px."""
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
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a note instead of any other, and have it read out."""
        self.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(SHORTEST, PER_LETTER * len(text)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

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
        self.setGeometry((self._over.width() - width) // 2, MARGIN, width, height)


def tell_over(over: QWidget, text: str) -> None:
    """Show a note over a part of the window."""
    (over.findChild(Told) or Told(over)).tell(text)
