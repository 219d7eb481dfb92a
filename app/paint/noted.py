"""Painting what is noted on a figure: the outline of the neutral body, and angles with their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.model.look import SHEETS
from app.paint.notes import Anchor, Angle, Notes, Points
from app.paint.palette import NO_BRUSH, Setting, mark_pen

GHOST, GLOW, LINE, HALO, VEIL = 1.2, 2.6, 1.5, 3.6, 5.0
"""Widths of the neutral outline and its halo, of an angle's line and its halo, and of the halo of words, px."""
VEILED = 0.92
"""How much of what lies beneath the words their halo hides, so that they read on fibres and hatching, 0..1."""
DASHES = (5.0, 3.5)
"""A dash of the neutral outline and the gap behind it, in widths of the line."""
KNOB = 2.4
"""Radius of the mark on a bony point, px."""
LETTERS, SMALL = 12, 11
"""Size of the letters of a value and of its name, px."""
ROW, ROWS = 16.0, 28.0
"""What a value alone takes of a column, and one with its name, px."""
INWARDS = 14.0
"""So far a value stands from the back when it stands upon the body, px."""
FLIPPED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
COARSE = 6.5
"""In a picture of which a px takes more mm nothing is noted: it could not be read."""


def paint_notes(painter: QPainter, notes: Notes, setting: Setting, within: bool = False) -> None:
    """Paint the notes of a figure in the frame of its plate, mm; values `within` the body where names stand beside it."""
    if setting.pixel > COARSE:
        return
    painter.setBrush(NO_BRUSH)
    sheet = SHEETS[setting.theme]
    for path in notes.ghost:
        painter.strokePath(path, mark_pen(sheet.halo, GLOW, setting, 0.5))
        painter.strokePath(path, ghost_pen(setting))
    _paint_lines(painter, notes.angles, setting)
    for angle in spread(notes.angles, setting.pixel, within):
        _paint_value(painter, angle, setting, within)


def ghost_pen(setting: Setting) -> QPen:
    """The pen of the neutral outline."""
    made = QPen(mark_pen(SHEETS[setting.theme].ink, GHOST, setting, 0.7))
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setDashPattern(DASHES)
    return made


def _paint_lines(painter: QPainter, angles: Iterable[Angle], setting: Setting) -> None:
    sheet = SHEETS[setting.theme]
    for angle in angles:
        dashed = QPen(mark_pen(sheet.ink, 1.0, setting, 0.85))
        dashed.setDashPattern((3.0, 3.0))
        for line in angle.against:
            painter.strokePath(_path(line), mark_pen(sheet.halo, HALO, setting, 0.7))
            painter.strokePath(_path(line), dashed)
        for line in angle.lines:
            painter.strokePath(_path(line), mark_pen(sheet.halo, HALO, setting, 0.8))
            painter.strokePath(_path(line), mark_pen(sheet.ink, LINE, setting))
            painter.setPen(mark_pen(sheet.paper, 1.0, setting))
            painter.setBrush(QColor(sheet.ink))
            for x, y in (line[0], line[-1]):
                painter.drawEllipse(QPointF(x, y), KNOB * setting.pixel, KNOB * setting.pixel)


def _paint_value(painter: QPainter, angle: Angle, setting: Setting, within: bool) -> None:
    """Write a value with what it is called beneath, with a halo, so that both read on bone and muscle."""
    sheet = SHEETS[setting.theme]
    near = replace(setting, pixel=1.0)
    painter.save()
    painter.translate(QPointF(*angle.at))
    painter.scale(setting.pixel, setting.pixel)
    for text, size, x, y, quiet in spelt(angle, within):
        font = QFont(painter.font())
        font.setPixelSize(size)
        path = QPainterPath()
        path.addText(QPointF(x - QFontMetricsF(font).horizontalAdvance(text) * SHARES[anchor_of(angle, within)], y), font, text)
        painter.strokePath(path, mark_pen(sheet.paper, VEIL, near, VEILED))
        painter.fillPath(path, QColor(sheet.quiet_ink if quiet else sheet.ink))
    painter.restore()


def spread(angles: Iterable[Angle], pixel: float, within: bool) -> tuple[Angle, ...]:
    """Angles whose values stand one above the other (`pixel` mm in a px), so far apart that none covers another."""
    beside = sorted((angle for angle in angles if angle.anchor != "middle"), key=_height)
    gap = (ROW if within else ROWS) * pixel
    # Values that would overlap share a block around the middle of their places: (sum of the places of its top row, number of rows).
    blocks: list[tuple[float, int]] = []
    for angle in beside:
        blocks.append((angle.at[1], 1))
        while len(blocks) > 1 and _top(blocks[-1]) < _top(blocks[-2]) + blocks[-2][1] * gap:
            (lower, more), (upper, rows) = blocks.pop(), blocks.pop()
            blocks.append((upper + lower - more * rows * gap, rows + more))
    heights = [_top(block) + row * gap for block in blocks for row in range(block[1])]
    moved = {angle.id: replace(angle, at=(angle.at[0], y)) for angle, y in zip(beside, heights, strict=True)}
    return tuple(moved.get(angle.id, angle) for angle in angles)


def _height(angle: Angle) -> float:
    return angle.at[1]


def _top(block: tuple[float, int]) -> float:
    return block[0] / block[1]


def anchor_of(angle: Angle, within: bool) -> Anchor:
    """Which end of the words stands at their place: the other one where they must keep off the names beside the body."""
    return FLIPPED[angle.anchor] if within else angle.anchor


def spelt(angle: Angle, within: bool) -> Iterator[tuple[str, int, float, float, bool]]:
    """The words of an angle: text, size, place from where the angle has them (px), whether they are quiet."""
    if within:
        # Names stand beside the body: values alone upon it.
        yield angle.text, LETTERS, {"start": -INWARDS, "middle": 0.0, "end": INWARDS}[angle.anchor], LETTERS * 0.36, False
        return
    yield angle.text, LETTERS, 0.0, -1.0, False
    yield angle.name, SMALL, 0.0, SMALL + 0.0, True


def _path(line: Points) -> QPainterPath:
    path = QPainterPath(QPointF(*line[0]))
    for point in line[1:]:
        path.lineTo(QPointF(*point))
    return path
