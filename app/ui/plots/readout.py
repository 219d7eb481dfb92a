"""What the curves say at one value of the joint, as a small table that is their legend too."""

from __future__ import annotations

from collections.abc import Sequence

from pyqtgraph import mkPen
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol  # type: ignore[import-untyped]
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from app.model.frozen import frozen
from app.ui.plots.curve_look import Look
from app.ui.plots.parts import CutLabel
from app.ui.theme import PALETTES, Palette, grown

LEAST_HEIGHT = 56
"""So much of the table is always seen, px."""
ROOMY = 240
"""Lengths are told beside changes in so much room, px."""
SAMPLE = (30, 14)
"""The size of a sample, px."""


@frozen
class Said:
    """A line of the table: whose curve, its length in mm and its change, as text."""

    look: Look
    name: str
    length: str
    change: str


class Readout(QWidget):
    """One line for each curve."""

    resized = Signal()
    """It needs more room, or less."""

    def __init__(self) -> None:
        super().__init__()
        self.head = QLabel()
        self.head.setObjectName("quiet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.head, 0, 0, 1, 4)
        self._lines: list[tuple[QLabel, ...]] = []
        self._samples: tuple[Look, ...] = ()
        self._palette = PALETTES["light"]

    def show_values(self, head: str, lines: Sequence[Said]) -> None:
        """Say something else."""
        self.head.setText(head)
        while len(self._lines) > len(lines):
            for label in self._lines.pop():
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        while len(self._lines) < len(lines):
            self._lines.append(self._new_line(len(self._lines) + 1))
        self._show_lengths()
        looks = tuple(line.look for line in lines)
        if looks != self._samples:
            self._samples = looks
            self._show_samples()
            self.resized.emit()
        for labels, line in zip(self._lines, lines, strict=True):
            for label, text in zip(labels[1:], (line.name, line.length, line.change), strict=True):
                label.setText(text)
        self.setAccessibleDescription(". ".join([head, *(f"{line.name}: {line.length}, {line.change}" for line in lines)]))

    def show_theme(self, palette: Palette) -> None:
        """Show samples in other colours."""
        self._palette = palette
        self._show_samples()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, the change tells more than the length."""
        super().resizeEvent(event)
        self._show_lengths()

    def _show_lengths(self) -> None:
        for labels in self._lines:
            labels[2].setVisible(self.width() >= grown(ROOMY))

    @property
    def text(self) -> str:
        """All of it, for those who do not see it."""
        return self.accessibleDescription()

    def _new_line(self, row: int) -> tuple[QLabel, ...]:
        labels = (QLabel(), CutLabel(), QLabel(), QLabel())
        for column, label in enumerate(labels):
            label.setTextFormat(Qt.TextFormat.PlainText)
            if column > 1:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, row, column)
        return labels

    def _show_samples(self) -> None:
        for labels, look in zip(self._lines, self._samples, strict=False):
            labels[0].setPixmap(sample(look, self._palette, self.devicePixelRatioF()))


class Values(QScrollArea):
    """The table, as high as it needs where there is room; else it is scrolled."""

    def __init__(self, table: Readout) -> None:
        super().__init__()
        self._table = table
        self.setObjectName("values")
        self.setAccessibleName("Values")
        self.setWidget(table)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Qt: all of the table, px."""
        hint = self._table.sizeHint()
        return QSize(hint.width(), hint.height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Qt: a line or two, px."""
        return QSize(0, min(grown(LEAST_HEIGHT), self.sizeHint().height()))


def sample(look: Look, palette: Palette, ratio: float) -> QPixmap:
    """A piece of a curve with its sign, in px."""
    wide, high = grown(SAMPLE[0]), grown(SAMPLE[1])
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen(palette.name))
    painter.drawLine(QPointF(0, high / 2), QPointF(wide, high / 2))
    painter.translate(wide / 2, high / 2)
    drawSymbol(painter, look.sign, 9, mkPen(palette.surface, width=1.0), look.colour(palette.name))
    painter.end()
    return picture
