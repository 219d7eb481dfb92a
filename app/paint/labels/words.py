"""The words of a label: broken into lines, measured. Pure arithmetic in px."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from app.model.look import STATES

if TYPE_CHECKING:
    from app.paint.naming import Name

LINE = 1.28
"""Height of a line, as a multiple of the size of its letters."""
TIGHT = 0.88
"""Size of the letters, as a multiple, where a word would be too long for its column."""
SMALLER = 0.85
"""Size of a second name, as a multiple of the first's."""
LINES = 3
"""No name is broken into more lines."""
NO_BREAK = "\u00a0"
SEAM = re.compile(r"(.*(?:semi|sternocleido|brachio|thoraco|gastro|infra|supra|sub|inter|trans))(\w{4,}.*)", re.IGNORECASE)
"""Where a long word may be divided."""

Ruler = Callable[[str, float], float]
"""The width (px) of a text in letters of a size (px)."""


class Letters(NamedTuple):
    """In what letters labels are written: how wide a text is, and the size of first names, px."""

    ruler: Ruler
    size: float


class Line(NamedTuple):
    """A line of a label: its words and the size of its letters, px; `second` when it is the second name."""

    text: str
    size: float
    second: bool


@lru_cache(maxsize=2000)
def wrapped(name: Name, width: float, letters: Letters) -> tuple[Line, ...] | None:
    """The lines of a label in a column of a width (px), a little smaller or words divided if need be; None when words are
    too long even so.
    """
    ruler, size = letters
    return _in_letters(name, width, ruler, (size, size)) or _in_letters(name, width, ruler, (size * TIGHT, size))


def _in_letters(name: Name, width: float, ruler: Ruler, sizes: tuple[float, float]) -> tuple[Line, ...] | None:
    """The lines in letters of the first size; words are divided only where that is smaller than the second (px)."""
    size, full = sizes
    lead = NO_BREAK.join(part for part in (str(name.number or ""), STATES[name.state].symbol if name.state else "") if part)
    lines: list[Line] = []
    # A number, a symbol and an "M." stay with the word that follows.
    for text, letters, second in ((f"{lead}{NO_BREAK}{name.text}" if lead else name.text, size, False),
                                  (name.beneath, size * SMALLER, True)):
        if text:
            words = text.replace(". ", f".{NO_BREAK}").split(" ")
            parts = broken(words, width, ruler, letters)
            if not parts and size < full:
                parts = broken(list(_divided(words, width, ruler, letters)), width, ruler, letters)
            if not parts:
                return None
            lines += [Line(part, letters, second) for part in parts]
    return tuple(lines)


def broken(words: list[str], width: float, ruler: Ruler, size: float) -> list[str]:
    """Words in as few lines as fit a width (px), the longest as short as possible; nothing when they do not fit."""
    for count in range(1, min(len(words), LINES) + 1):
        ways = []
        for cuts in combinations(range(1, len(words)), count - 1):
            ends = (0, *cuts, len(words))
            parts = [" ".join(words[start:end]) for start, end in pairwise(ends)]
            ways.append((max(ruler(part, size) for part in parts), parts))
        widest, parts = min(ways)
        if widest <= width:
            return parts
    return []


def _divided(words: list[str], width: float, ruler: Ruler, size: float) -> Iterator[str]:
    """The words, those that are wider than a column (px) in two parts where they have a seam."""
    for word in words:
        seam = SEAM.fullmatch(word) if ruler(word, size) > width else None
        yield from (f"{seam[1]}-", seam[2]) if seam else (word,)


def measured(lines: tuple[Line, ...], ruler: Ruler) -> tuple[float, float]:
    """Width and height of a label, px."""
    return max(ruler(line.text, line.size) for line in lines), sum(line.size * LINE for line in lines)

