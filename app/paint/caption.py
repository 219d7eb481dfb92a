"""What a step says, above the figure on a page: at most two lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.model.look import SHEETS, ThemeName

LINES = 2
HEIGHT = 20.0
"""Of one line, px."""
WIDEST = 640.0
"""A longer line is hard to follow, px."""


def caption_font(font: QFont) -> QFont:
    """The font of a caption: a little larger than the other words."""
    made = QFont(font)
    made.setPixelSize(font.pixelSize() + 2)
    return made


def caption_lines(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """A caption in lines of at most a width, px; what does not fit ends in dots."""
    metrics, lines = QFontMetricsF(font), [""]
    room = min(width, WIDEST)
    whole = metrics.horizontalAdvance(text)
    if room < whole < 1.8 * room:
        # Two lines of about the same length: a last word alone looks lost.
        room = max(0.56 * whole, 0.6 * room)
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines[LINES - 1:] = [metrics.elidedText(" ".join(lines[LINES - 1:]), Qt.TextElideMode.ElideRight, room)]
    return tuple(line for line in lines if line)


def paint_caption(painter: QPainter, lines: tuple[str, ...], top: QPointF, font: QFont, theme: ThemeName) -> None:
    """Paint a caption, centred under a point, px."""
    painter.setFont(font)
    painter.setPen(QColor(SHEETS[theme].ink))
    for number, line in enumerate(lines):
        box = QRectF(top.x() - WIDEST, top.y() + number * HEIGHT, 2 * WIDEST, HEIGHT)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)
