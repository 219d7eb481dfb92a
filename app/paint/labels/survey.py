"""What is seen where on a plate, as a coarse picture of numbers: it answers where a label may point to.

The frame is the plate's, mm; the picture has cells of `CELL` mm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.paint.labels.columns import Side
from app.paint.labels.layout import Anchor
from app.paint.plate import Form, Plate, Sight
from app.paint.scene import words_of
from app.state.state import Depth

CELL = 2.0
STRIDE = 10.0
"""How much of a line runs over the figure is found out by steps of so many mm."""
ROWS, COLUMNS = 14, 9
"""A label may point to so many heights of a muscle; a hidden one is tried at so many places across."""
ENOUGH = 4
"""Where fewer of these lie in sight, the part of the muscle that is in sight is looked at more closely."""
INSET = 6.0
"""So far inside its muscle lies a point, mm, where the muscle is wide enough."""
LEAST = 2
"""A strip of fewer cells is no place to point to."""
NARROW, ASTRAY = 25.0, 0.2
"""What speaks against a point, in mm over the figure: a narrow place, and per mm away from the middle of the muscle."""


LETTER, WORD = 22.0, 0xFFFFFF
"""About the size of a letter beside the figure, mm, and the number of what is a word and no form."""


class Survey:
    """A plate at a depth, as far as it is to be seen. What recedes counts as seen through."""

    def __init__(self, plate: Plate, depth: Depth, sight: Sight) -> None:
        self.plate = plate
        self._numbers: dict[str, int] = {}
        box = plate.box
        image = QImage(math.ceil(box.width() / CELL), math.ceil(box.height() / CELL), QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(1 / CELL, 1 / CELL)
        painter.translate(-box.topLeft())
        shown = [form for form in plate.forms if sight.shows(form, depth)]
        through, solid = [form for form in shown if sight.recedes(form)], [form for form in shown if not sight.recedes(form)]
        for number, form in enumerate((*through, *solid), start=1):
            self._numbers[form.id] = number
            painter.fillPath(form.seen, QColor.fromRgb(number))
        # A leader over a word of the sheet is as bad as one over the figure.
        for spot, text in words_of(plate):
            half = QPointF(LETTER * (1 + len(text)) / 2, LETTER)
            painter.fillRect(QRectF(spot - half, spot + half), QColor.fromRgb(WORD))
        painter.end()
        self._bits = bytes(image.constBits())
        self._wide, self._high = image.width(), image.height()
        # The fourth byte of a cell is 255 where anything was painted.
        self._covered = self._bits[3::4]
        self._found: dict[tuple[str, Side, bool], tuple[Anchor, ...]] = {}
        self._extents: dict[tuple[int, int], tuple[float, float] | None] = {}

    def over(self, a: tuple[float, float], b: tuple[float, float]) -> float:
        """How many mm of the straight line between two points (mm) run over the figure."""
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        steps = max(int(length / STRIDE), 1)
        x, y = (a[0] - self.plate.box.left()) / CELL, (a[1] - self.plate.box.top()) / CELL
        across, down = (b[0] - a[0]) / CELL / steps, (b[1] - a[1]) / CELL / steps
        first, last = _inside(x, across, self._wide, (1, steps))
        first, last = _inside(y, down, self._high, (first, last))
        wide, covered = self._wide, self._covered
        inked = sum([covered[int(y + n * down) * wide + int(x + n * across)] for n in range(first, last + 1)])
        return length * inked / 255 / steps

    def extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        """The leftmost and the rightmost mm of the figure between two heights (mm); None where there is nothing."""
        first, last = (min(max(int((y - self.plate.box.top()) / CELL), 0), self._high) for y in (top, bottom))
        if (first, last) not in self._extents:
            self._extents[first, last] = self._extent(first, last)
        return self._extents[first, last]

    def _extent(self, first: int, last: int) -> tuple[float, float] | None:
        left, right = self._wide, 0
        for row in range(first, last):
            cells = self._covered[row * self._wide:(row + 1) * self._wide]
            inked = cells.lstrip(b"\0")
            if inked:
                left, right = min(left, self._wide - len(inked)), max(right, len(cells.rstrip(b"\0")))
        if right <= left:
            return None
        return self.plate.box.left() + left * CELL, self.plate.box.left() + right * CELL

    def anchors(self, form: Form, side: Side, seen: bool, within: QRectF) -> tuple[Anchor, ...]:
        """Points of a form (mm) inside a box for a label on that side of the figure, where it is `seen` or behind others."""
        key = (form.id, side, seen)
        if key not in self._found:
            self._found[key] = self._anchors(form, side, seen, form.box)
        found = self._found[key]
        if within.contains(form.box):
            return found
        inside = tuple(anchor for anchor in found if within.contains(anchor.x, anchor.y))
        return inside if len(inside) >= ENOUGH else self._anchors(form, side, seen, form.box.intersected(within))

    def _anchors(self, form: Form, side: Side, seen: bool, box: QRectF) -> tuple[Anchor, ...]:
        if box.isEmpty():
            return ()
        places = self._seen(form, box, side) if seen else self._behind(form, box, side)
        middle = form.box.center().y()
        return tuple(Anchor(x, y, self._before(x, y, side) + ASTRAY * abs(y - middle) + (NARROW if narrow else 0.0))
                     for x, y, narrow in places)

    def _seen(self, form: Form, box: QRectF, side: Side) -> Iterator[tuple[float, float, bool]]:
        """On some rows the first strip of a form as one comes from a side."""
        number = self._numbers.get(form.id)
        if number is None:
            return
        here = (0xFF000000 | number).to_bytes(4, "little")
        for row in self._rows(box):
            cells = self._bits[4 * row * self._wide:4 * (row + 1) * self._wide]
            strip = _strip(cells, here, side)
            if strip:
                start, length = strip
                inside = min(length / 2, INSET / CELL)
                x = start + inside if side == "left" else start + length - inside
                place = QPointF(self.plate.box.left() + x * CELL, self.plate.box.top() + (row + 0.5) * CELL)
                if box.contains(place):
                    yield place.x(), place.y(), length * CELL < 2 * INSET

    def _behind(self, form: Form, box: QRectF, side: Side) -> Iterator[tuple[float, float, bool]]:
        """On some rows the outermost point inside the outline of a form."""
        order = range(COLUMNS) if side == "left" else range(COLUMNS - 1, -1, -1)
        for row in self._rows(box):
            y = self.plate.box.top() + (row + 0.5) * CELL
            xs = (form.box.left() + form.box.width() * (column + 0.5) / COLUMNS for column in order)
            x = next((x for x in xs if form.outline.contains(QPointF(x, y))), None)
            if x is not None and box.left() <= x <= box.right():
                yield x, y, False

    def _rows(self, box: QRectF) -> list[int]:
        top = self.plate.box.top()
        ys = (box.top() + box.height() * (n + 0.5) / ROWS for n in range(ROWS))
        rows = dict.fromkeys(int((y - top) / CELL) for y in ys)
        return [row for row in rows if 0 <= row < self._high]

    def _before(self, x: float, y: float, side: Side) -> float:
        """How many mm of the figure lie between a point (mm) and the paper on that side of it, level with it."""
        row, column = int((y - self.plate.box.top()) / CELL), int((x - self.plate.box.left()) / CELL)
        cells = self._covered[row * self._wide:(row + 1) * self._wide]
        return CELL * (cells[:column] if side == "left" else cells[column:]).count(b"\xff")


def _inside(start: float, step: float, size: int, steps: tuple[int, int]) -> tuple[int, int]:
    """The first and the last of some steps that stay on a row of cells; there may be none."""
    first, last = steps
    if abs(step) < 1e-9:
        return (first, last) if 0 <= start < size else (1, 0)
    low, high = sorted((-start / step, (size - start) / step))
    # A hair inside, so that rounding leads over no edge.
    return max(first, math.ceil(low + 1e-6)), min(last, math.floor(high - 1e-6))


def _strip(cells: bytes, here: bytes, side: Side) -> tuple[int, int] | None:
    """Where the first wide enough strip of a value begins, and how many cells it has, coming from a side."""
    strips: list[tuple[int, int]] = []
    at = cells.find(here)
    while at >= 0:
        if at % 4:
            at = cells.find(here, at + 1)
            continue
        end = at
        while cells.startswith(here, end):
            end += 4
        if end - at >= 4 * LEAST:
            strips.append((at // 4, (end - at) // 4))
            if side == "left":
                break
        at = cells.find(here, end)
    return strips[-1] if strips else None
