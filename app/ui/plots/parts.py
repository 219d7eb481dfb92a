"""Small parts of the plots: a box to choose from, and words that are cut short where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel

from app.ui.cut import SIDE_WORDS, cut
from app.ui.icons import icon, icon_size
from app.ui.theme import PALETTES, Palette, grown

NARROWEST = 48
"""Words are cut no shorter than this, px."""


class Choice(QComboBox):
    """A box to choose one of several from, with an arrow of the window's own icons."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        self._palette = PALETTES["light"]

    def show_theme(self, palette: Palette) -> None:
        """Paint the arrow in other colours."""
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the box, and the arrow over it."""
        super().paintEvent(event)
        size = icon_size()
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size.width() - grown(6), (self.height() - size.height()) // 2,
                           icon("down", self._palette.quiet).pixmap(size, self.devicePixelRatioF()))
        painter.end()


class CutLabel(QLabel):
    """A name that loses its end before its side; its tip tells it all."""

    def setText(self, text: str) -> None:
        """Qt: say something else."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Qt: little is enough, px."""
        return QSize(grown(NARROWEST), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: as much of the name as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        # That a curve is of both sides is seen, as there is only one: the name needs the room more.
        text = self.text() if self.fontMetrics().horizontalAdvance(self.text()) <= self.width() else self.text().removesuffix(SIDE_WORDS["both"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut(text, self.font(), self.width()))
        painter.end()
