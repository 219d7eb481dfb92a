"""The picture of muscles by patterns, as an item that pyqtgraph shows."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.model.frozen import frozen
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting
from app.reason.matrix import Matrix, MatrixRow
from app.ui.cut import cut
from app.ui.theme import PALETTES, Palette

ROW, LETTERS = 24.0, 12
"""Height of a row, px, beside letters of so many px; it grows with them."""
NAMES = 0.46
"""Share 0..1 of the width that is left to the names of the muscles, however many columns there are."""
CELL = (22.0, 64.0)
"""The narrowest and the widest column, px; where all do not find room, the columns are scrolled beside the names."""
HIGHEST = 180.0
"""The head is at most so high, px; longer names of patterns are cut short."""
EASY = 36.0
"""Columns become no narrower than this, px, for longer names."""
PAD = 10.0


@frozen
class Spot:
    """A place of the picture: a row, a column, or both; -1 where neither."""

    row: int = -1
    column: int = -1


class MatrixItem(pyqtgraph.GraphicsObject):  # type: ignore[misc]
    """Paints the matrix; its frame is px, y downwards, rows scrolled beneath a head that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix((), ())
        self.names: tuple[str, ...] = ()
        self.heads: tuple[str, ...] = ()
        self.palette: Palette = PALETTES["light"]
        self.font = QFont()
        self.room = QRectF(0.0, 0.0, 300.0, 300.0)
        self.top = self.across = 0.0
        self.marked = Spot()
        self.ring = False
        self._longest = 0.0, 0.0

    def measure(self) -> None:
        """Find out how long the names are, when they or their font have changed: every cell asks for it."""
        metrics = QFontMetricsF(self.font)
        head, name = (max(map(metrics.horizontalAdvance, names), default=0.0) for names in (self.heads, self.names))
        self._longest = head, name

    @property
    def row(self) -> float:
        """Height of a row, px."""
        return ROW * QFontInfo(self.font).pixelSize() / LETTERS

    @property
    def head(self) -> float:
        """Height of the head, px: the names of the patterns stand upright there."""
        return float(min(self._longest[0] + 2 * PAD, 0.4 * self.room.height(), HIGHEST * self.row / ROW))

    @property
    def left(self) -> float:
        """Where the first column begins, px."""
        return float(min(self._longest[1] + 2 * PAD, max(NAMES * self.room.width(), self.room.width() - PAD - EASY * len(self.heads))))

    @property
    def cell(self) -> float:
        """Width of a column, px."""
        wide = (self.room.width() - self.left - PAD) / max(len(self.heads), 1)
        return float(min(max(wide, CELL[0]), CELL[1]))

    @property
    def height(self) -> float:
        """Height of everything, px."""
        return self.head + self.row * len(self.matrix.rows) + PAD

    @property
    def wide(self) -> float:
        """Width of everything, px."""
        return self.left + self.cell * len(self.heads) + PAD

    def spot(self, at: QPointF) -> Spot:
        """What lies at a point, px."""
        column = int((at.x() - self.left + self.across) // self.cell) if at.x() >= self.left else -1
        row = int((at.y() - self.head + self.top) // self.row) if at.y() >= self.head else -1
        return Spot(row if row < len(self.matrix.rows) else -1, column if 0 <= column < len(self.heads) else -1)

    def boundingRect(self) -> QRectF:
        """Qt: all of the room, px."""
        return self.room

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Qt: rows first, then the head over them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        for number, row in enumerate(self.matrix.rows):
            y = self.head + self.row * number - self.top
            if self.head - self.row < y < self.room.bottom():
                self._paint_row(painter, number, row, y)
        self._paint_head(painter)

    def _paint_row(self, painter: QPainter, number: int, row: MatrixRow, y: float) -> None:
        line = QRectF(2.0, y, self.room.width() - 4.0, self.row)
        if number == self.marked.row:
            painter.setPen(QPen(QColor(self.palette.focus), self.palette.ring) if self.ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen))
            painter.drawRoundedRect(line.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(QColor(self.palette.ink if row.apart > 0 or len(self.heads) == 1 else self.palette.quiet))
        room = QRectF(PAD, y, self.left - PAD - 6, self.row)
        text = cut(self.names[number], self.font, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.save()
        painter.setClipRect(self._columns())
        setting = Setting("superficial", self.palette.name, 1.0)
        for column, state in enumerate(row.cells):
            box = QRectF(self._x_of(column) + 2, y + 4, self.cell - 4, self.row - 8)
            if state == "neutral":
                painter.setPen(QPen(QColor(self.palette.line), 1))
                painter.drawLine(QPointF(box.center().x() - 3, box.center().y()), QPointF(box.center().x() + 3, box.center().y()))
            else:
                paint_sample(painter, box, Entry("", state), setting)
        painter.restore()

    def _columns(self) -> QRectF:
        """Where columns are seen: beside the names, px."""
        return QRectF(self.left, 0.0, self.room.width() - self.left, self.room.height())

    def _x_of(self, column: int) -> float:
        """Where a column begins, px."""
        return self.left + column * self.cell - self.across

    def _paint_head(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.surface))
        painter.drawRect(QRectF(0.0, 0.0, self.room.width(), self.head))
        painter.setPen(QPen(QColor(self.palette.line), 1))
        painter.drawLine(QPointF(0.0, self.head), QPointF(self.room.width(), self.head))
        metrics = QFontMetricsF(self.font)
        painter.setClipRect(self._columns())
        for column, name in enumerate(self.heads):
            if self.ring and self.marked == Spot(-1, column):
                painter.setPen(QPen(QColor(self.palette.focus), self.palette.ring))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self._x_of(column), 2.0, self.cell, self.head - 4).adjusted(1, 0, -1, 0), 5, 5)
            painter.save()
            painter.translate(self._x_of(column) + self.cell / 2, self.head - 6)
            painter.rotate(-90)
            painter.setPen(QColor(self.palette.link if column == self.marked.column else self.palette.ink))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.head - PAD)
            painter.drawText(QPointF(0.0, metrics.ascent() / 2 - 1), text)
            painter.restore()
