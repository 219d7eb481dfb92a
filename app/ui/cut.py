"""Cuts names short where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

SIDE_WORDS = {"right": ", right", "left": ", left", "both": ", both sides"}


def cut(text: str, font: QFont, width: float) -> str:
    """The words in a width, px: the name is cut, not the side after it, without which it would mean too little."""
    metrics = QFontMetricsF(font)
    side = next((one for one in SIDE_WORDS.values() if text.endswith(one)), "")
    if metrics.horizontalAdvance(text) <= width:
        return text
    room = width - metrics.horizontalAdvance(side)
    return metrics.elidedText(text.removesuffix(side), Qt.TextElideMode.ElideRight, room) + side
