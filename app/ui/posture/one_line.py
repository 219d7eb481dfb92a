"""A quiet line of words that never takes two: where it has no room it is shortened, and the tool tip says all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class OneLine(QLabel):
    """What stands below may not move when the words get longer."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.whole = ""
        self.setObjectName("quiet")
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Say something else."""
        if text != self.whole:
            self.whole = text
            self.setAccessibleName(text)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt: it can do with no width at all, px."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown or " ")
        self.setToolTip(self.whole if shown != self.whole else "")
