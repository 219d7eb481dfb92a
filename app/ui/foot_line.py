"""One quiet line beneath the presentation: what is explained, the step that is played, how many names are told."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.card.told import Told
from app.model.look import SHEETS
from app.paint.scene import sized

HEIGHT = 40
"""Height of the line, px of the picture."""
SIDE, SPACE = 20.0, 16.0
"""Left free at both ends, and between two parts, px of the picture."""
TITLE, TEXT = 19.0, 14.0
"""Sizes of the letters, px of the picture."""
LARGER, SMALLER = 1.25, 0.78
"""Letters of a step that takes one line, and of one that takes three, as multiples of the usual."""
SHARE = 0.24
"""A title beside a step takes no more than this share 0..1 of the line."""


class FootLine(QWidget):
    """Written in px of the picture, of which each takes `px` of the widget."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.px = 1.0
        self._told = Told()
        self._aside = ""

    @property
    def text(self) -> str:
        """All that stands there."""
        told = self._told
        return " · ".join(part for part in (told.title, told.place, told.text, self._aside) if part)

    def show_told(self, told: Told, aside: str) -> None:
        """Show what is explained, and at the right what is to be known besides."""
        if (told, aside) != (self._told, self._aside):
            self._told, self._aside = told, aside
            self.setAccessibleName(self.text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: write the line."""
        sheet, told = SHEETS["dark"], self._told
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(sheet.paper))
        painter.scale(self.px, self.px)
        box = QRectF(SIDE, 0.0, self.width() / self.px - 2 * SIDE, self.height() / self.px)
        title, text = sized(self.font(), TITLE), sized(self.font(), TEXT)
        title.setWeight(QFont.Weight.DemiBold)
        if self._aside:
            box.setRight(box.right() - _written(painter, box, text, sheet.quiet_ink, self._aside, Qt.AlignmentFlag.AlignRight) - SPACE)
        if told.text:
            _write_step(painter, box, self.font(), told)
        else:
            _written(painter, box, title, sheet.ink, told.title)
        painter.end()


def _written(painter: QPainter, box: QRectF, font: QFont, colour: str, text: str,
             end: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> float:
    """Write one line at an end of a box, shortened where it must be; returns its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | end, shown)
    return metrics.horizontalAdvance(shown)


def _write_step(painter: QPainter, box: QRectF, font: QFont, told: Told) -> None:
    """Write the step that is played, in as large letters as it has room, after its place and a small title."""
    sheet, small = SHEETS["dark"], sized(font, TEXT)
    small.setWeight(QFont.Weight.DemiBold)
    width = min(box.width() * SHARE, QFontMetricsF(small).horizontalAdvance(told.title) + 1.0)
    title = QRectF(box.left(), box.top(), width, box.height())
    _wrapped(painter, title, small, (TEXT, TEXT * SMALLER), sheet.quiet_ink, told.title)
    box = box.adjusted(width + SPACE, 0.0, 0.0, 0.0)
    box.setLeft(box.left() + _written(painter, box, sized(font, TEXT), sheet.quiet_ink, told.place) + SPACE)
    _wrapped(painter, box, font, (TEXT * LARGER, TEXT, TEXT * SMALLER), sheet.ink, told.text)


def _wrapped(painter: QPainter, box: QRectF, font: QFont, sizes: tuple[float, ...], colour: str, text: str) -> None:
    """Write a text on as many lines as it takes, in the largest of some sizes (px) that fits, or in the last."""
    painter.setPen(QColor(colour))
    wrap = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
    fits = (size for size in sizes if QFontMetricsF(sized(font, size)).boundingRect(box, wrap, text).height() <= box.height())
    painter.setFont(sized(font, next(fits, sizes[-1])))
    painter.drawText(box, wrap, text)
