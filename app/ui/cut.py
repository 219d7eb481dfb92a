"""Cuts names short where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

SIDE_WORDS = {"right": ", right", "left": ", left", "both": ", both sides"}

ENDS = (*SIDE_WORDS.values(), ": positive", ": negative", ": yes", ": no")
"""What a name must not lose: its side, or what was answered."""


PART = " part"
LEFT = "Rectus…"
"""So much of a name is left at least for the part after it to stand there too."""


def cut(text: str, font: QFont, width: float) -> str:
    """The words in a width, px: the name is cut, not the side or answer after it, without which it would mean too little."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    end = next((one for one in ENDS if text.endswith(one)), "") or _part(text)
    room = width - metrics.horizontalAdvance(end)
    if room < metrics.horizontalAdvance(LEFT) and end not in ENDS:
        end, room = "", width
    return metrics.elidedText(text.removesuffix(end), Qt.TextElideMode.ElideRight, room) + end


def _part(text: str) -> str:
    """Which of several parts of one muscle is named: ", upper part" of "rectus abdominis, upper part"."""
    return text[text.rfind(", "):] if text.endswith(PART) and ", " in text else ""


def fair(needs: Sequence[float], room: float) -> float:
    """The most that any of some names may take, px, for all to have room in so many px: only the longest lose something."""
    left = room
    for count, need in zip(range(len(needs), 0, -1), sorted(needs), strict=True):
        if need > left / count:
            return left / count
        left -= need
    return max((*needs, room))
