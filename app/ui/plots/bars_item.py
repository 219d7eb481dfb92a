"""The picture of the bars, as an item that pyqtgraph shows."""

from __future__ import annotations

from collections.abc import Iterator

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.model.frozen import frozen
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting
from app.ui.cut import cut
from app.ui.plots.bars import (
    SIGNS,
    Changes,
    Key,
    Row,
    States,
    Unit,
    axis_of,
    signed,
    value_of,
)
from app.ui.theme import PALETTES, Palette

LETTERS = 12
"""All heights and gaps are px beside letters of so many px; they grow with them."""
BAR, THIN = 22.0, 20.0
"""Height of a row with one bar, and of each bar of a row with two."""
GAP = 6.0
"""From row to row where a row has two bars, so that they are seen to belong together."""
HEAD = 40.0
PAD = 12.0
WIDEST = 10.0
"""Values find at least as much room as this one."""
NAMES = 0.44
"""Share 0..1 of the width that names take at most."""
TIGHT = 220.0
"""In less room, px, bars go before values."""
SIDE_LETTERS = {"right": "R", "left": "L"}


@frozen
class Spot:
    """A bar: its row and its place in the row; -1 for none."""

    row: int = -1
    bar: int = 0


class BarsItem(pyqtgraph.GraphicsObject):  # type: ignore[misc]
    """Paints the bars; its frame is px, y downwards, rows scrolled beneath a head that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.changes: Changes = {}
        self.states: States = {}
        self.unit: Unit = "percent"
        self.palette: Palette = PALETTES["light"]
        self.font = QFont()
        self.room = QRectF(0.0, 0.0, 300.0, 300.0)
        self.top = 0.0
        self.axis = -1.0, 1.0
        self.marked = Spot()
        self.ring = False
        self.selected: frozenset[str] = frozenset()
        self._tops: tuple[float, ...] = (0.0,)
        self._widths = 0.0, 0.0

    # Measures, px.

    def measure(self, fresh: bool) -> None:
        """Find out where rows begin, how long names are and how far the axis goes; while things move it only grows."""
        scale = self.scale_of
        tops = [0.0]
        for row in self.rows:
            tops.append(tops[-1] + (BAR if len(row.bars) == 1 else len(row.bars) * THIN + GAP) * scale)
        self._tops = tuple(tops)
        metrics = QFontMetricsF(self.font)
        low, high = axis_of(value_of(self.changes[key], self.unit) for row in self.rows for key in _shown(row, self.changes))
        self.axis = (low, high) if fresh else (min(low, self.axis[0]), max(high, self.axis[1]))
        values = 0.0 if self.is_tight else metrics.horizontalAdvance(signed(-max(-self.axis[0], self.axis[1], WIDEST), self.unit))
        self._widths = max(map(metrics.horizontalAdvance, (row.name for row in self.rows)), default=0.0), values

    @property
    def scale_of(self) -> float:
        """How much larger than usual the letters are, a ratio."""
        return float(QFontInfo(self.font).pixelSize() / LETTERS)

    @property
    def is_tight(self) -> bool:
        """Whether there is no room for values beside the bars: those who point at a bar are told."""
        return bool(self.room.width() < TIGHT * self.scale_of)

    @property
    def head(self) -> float:
        """Height of the head, px."""
        return HEAD * self.scale_of

    @property
    def height(self) -> float:
        """Height of everything, px."""
        return self.head + self._tops[-1] + PAD

    @property
    def _sides(self) -> float:
        """Width of the letters that tell the side, where any row has two bars."""
        return 16.0 * self.scale_of if any(len(row.bars) > 1 for row in self.rows) else 0.0

    @property
    def left(self) -> float:
        """Where names end, px."""
        return PAD + min(self._widths[0], NAMES * self.room.width() - PAD)

    @property
    def field(self) -> tuple[float, float]:
        """Where the axis begins and ends, px."""
        return self.left + self._sides + 10.0, self.room.width() - PAD - self._widths[1] - 14.0

    def x_of(self, value: float) -> float:
        """Where a change stands, px."""
        begin, end = self.field
        low, high = self.axis
        return begin + (value - low) / (high - low) * max(end - begin, 1.0)

    def box(self, spot: Spot) -> QRectF:
        """The strip of a bar, over the whole width, px."""
        row = self.rows[spot.row]
        top = self.head + self._tops[spot.row] - self.top
        if len(row.bars) == 1:
            return QRectF(0.0, top, self.room.width(), BAR * self.scale_of)
        high = THIN * self.scale_of
        return QRectF(0.0, top + GAP / 2 * self.scale_of + spot.bar * high, self.room.width(), high)

    def spots(self) -> Iterator[Spot]:
        """All bars, from the top."""
        for number, row in enumerate(self.rows):
            for bar in range(len(row.bars)):
                yield Spot(number, bar)

    def spot(self, at: QPointF) -> Spot:
        """What lies at a point; no row for none."""
        if at.y() < self.head:
            return Spot()
        return next((spot for spot in self.spots() if self.box(spot).adjusted(0, -GAP / 2, 0, GAP / 2).contains(0.0, at.y())), Spot())

    # Qt.

    def boundingRect(self) -> QRectF:
        """Qt: all of the room, px."""
        return self.room

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Qt: rows first, then the head over them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        self._paint_lines(painter)
        for spot in self.spots():
            box = self.box(spot)
            if self.head - box.height() < box.top() < self.room.bottom():
                self._paint_bar(painter, spot, box)
        self._paint_head(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        end = min(self.head + self._tops[-1] - self.top, self.room.bottom())
        for value in (*self.axis, 0.0):
            painter.setPen(QPen(QColor(self.palette.edge if value == 0 else self.palette.line), 1))
            x = round(self.x_of(value)) + 0.5
            painter.drawLine(QPointF(x, self.head), QPointF(x, end))

    def _paint_bar(self, painter: QPainter, spot: Spot, box: QRectF) -> None:
        row = self.rows[spot.row]
        if spot == self.marked:
            painter.setPen(QPen(QColor(self.palette.focus), self.palette.ring) if self.ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen))
            painter.drawRoundedRect(box.adjusted(3, 1, -3, -1), 4, 4)
        painter.setPen(QColor(self.palette.ink))
        if spot.bar == 0:
            self._paint_name(painter, row, box)
        if len(row.bars) > 1:
            letter = SIDE_LETTERS.get(row.sides[spot.bar], "")
            painter.setPen(QColor(self.palette.quiet))
            painter.drawText(QRectF(self.left, box.top(), self._sides + 6, box.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                             letter)
        keys = row.keys(spot.bar)
        values = [value_of(self.changes[key], self.unit) for key in keys]
        # Bars of sides that were alike when they were sorted may differ while the body moves.
        for number, (key, value) in enumerate(zip(keys, values, strict=True)):
            if number == 0 or self._differ(values):
                part = 1 if not self._differ(values) else len(values)
                self._paint_value(painter, key, value, QRectF(0, box.top() + number * box.height() / part, 0, box.height() / part))
        painter.setPen(QColor(self.palette.ink))
        most = max(values, key=abs)
        if self.is_tight:
            return
        painter.drawText(box.adjusted(0, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, signed(most, self.unit))

    @staticmethod
    def _differ(values: list[float]) -> bool:
        return max(values) - min(values) >= 0.1

    def _paint_name(self, painter: QPainter, row: Row, box: QRectF) -> None:
        font = QFont(self.font)
        font.setWeight(QFont.Weight.DemiBold if row.muscle in self.selected else QFont.Weight.Normal)
        painter.setFont(font)
        room = QRectF(PAD, box.top(), self.left - PAD, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut(row.name, font, room.width()))
        painter.setFont(self.font)

    def _paint_value(self, painter: QPainter, key: Key, value: float, strip: QRectF) -> None:
        zero, end = self.x_of(0.0), self.x_of(value)
        inset = max(strip.height() * 0.18, 1.5)
        bar = QRectF(min(zero, end), strip.top() + inset, max(abs(end - zero), 1.0), strip.height() - 2 * inset)
        painter.save()
        paint_sample(painter, bar, Entry("", self.states.get(key, "neutral")), Setting("superficial", self.palette.name, 1.0))
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.surface))
        painter.drawRect(QRectF(0.0, 0.0, self.room.width(), self.head))
        metrics = QFontMetricsF(self.font)
        base = self.head - 6
        line = metrics.height()
        zero = self.x_of(0.0)
        painter.setPen(QColor(self.palette.quiet))
        flags = Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(0, 0, zero - 8, base - line), flags | Qt.AlignmentFlag.AlignRight, "\N{LEFTWARDS ARROW} shorter")
        painter.drawText(QRectF(zero + 8, 0, self.room.width(), base - line), flags | Qt.AlignmentFlag.AlignLeft, "longer \N{RIGHTWARDS ARROW}")
        for spot, text in self._scale_words(metrics):
            painter.drawText(QPointF(spot, base), text)

    def _scale_words(self, metrics: QFontMetricsF) -> Iterator[tuple[float, str]]:
        """The numbers above the bars, each with its left end, px; where bars are short they make way for the nought."""
        nought = f"0 {SIGNS[self.unit]}"
        left = self.x_of(0.0) - metrics.horizontalAdvance(nought) / 2
        yield left, nought
        right = left + metrics.horizontalAdvance(nought) + 4
        for value in (value for value in self.axis if value):
            text = f"{value:+g}".replace("-", "\N{MINUS SIGN}")
            wide = metrics.horizontalAdvance(text)
            spot = self.x_of(value) - wide / 2
            yield min(spot, left - 4 - wide) if value < 0 else max(spot, right), text


def _shown(row: Row, changes: Changes) -> Iterator[Key]:
    """The keys of a row that have a change."""
    return ((row.muscle, side) for side in row.sides if (row.muscle, side) in changes)
