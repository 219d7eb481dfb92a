"""Textures: hatching together or apart, hollow dots, stripes; on a screen as tiles, on paper as lines and rings.

Qt fills a tile that needs no turning as fast as a plain colour, and one path of many lines a hundred times slower. So
a hatching of any direction becomes a tile whose sides are whole device pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from app.model.frozen import frozen
from app.model.look import Texture


@frozen
class Weave:
    """The measures of a texture in px: from line to line, the width of a line or the radius of a ring."""

    step: float
    width: float


@frozen
class Ink:
    """The colours of a texture: of its lines, with an opacity 0..1, and for stripes of the band between pale lines."""

    line: str
    opacity: float
    band: str | None = None

    @property
    def colour(self) -> QColor:
        """The colour of the lines."""
        made = QColor(self.line)
        made.setAlphaF(self.opacity)
        return made


@frozen
class Stipple:
    """Small full dots: from dot to dot and the radius of one, px."""

    step: float
    radius: float


WEAVES: dict[Texture, Weave] = {
    "hatch_together": Weave(5.0, 1.6),
    "hatch_apart": Weave(11.0, 2.2),
    "dots": Weave(7.5, 1.7),
    "stripes": Weave(10.0, 5.6),
}
RING = 1.0
"""Thickness of the ring of a hollow dot, px."""
EDGE = 0.9
"""Width of the pale line on each side of a stripe, px."""
STEEPEST = 8.0
"""A hatching closer to level or upright than one in this many becomes level or upright: its tile would be long."""


@lru_cache(maxsize=400)
def texture_tile(texture: Texture, angle: int, ink: Ink, ratio: float) -> QImage:
    """The tile of a texture whose lines run at `angle` degrees, for `ratio` device pixels in one px."""
    weave = WEAVES[texture]
    if texture == "dots":
        return _dot_tile(weave, ink, ratio)
    width, height, rising = _tile_size(weave.step * ratio, angle)
    tile = _empty(width, height)
    painter = _painter(tile)
    if ink.band:
        _tile_lines(painter, (width, height), rising, QPen(ink.colour, weave.width * ratio))
        _tile_lines(painter, (width, height), rising, QPen(QColor(ink.band), (weave.width - 2 * EDGE) * ratio))
    else:
        _tile_lines(painter, (width, height), rising, QPen(ink.colour, weave.width * ratio))
    painter.end()
    return tile


def texture_brush(texture: Texture, angle: float, ink: Ink, pixel: float, ratio: float) -> QBrush:
    """A brush for a painter that works in mm: its tile lands on device pixels, `pixel` mm wide times `ratio`."""
    made = QBrush(texture_tile(texture, round(angle / 5) * 5 % 180, ink, ratio))
    made.setTransform(QTransform.fromScale(pixel / ratio, pixel / ratio))
    return made


def draw_texture(painter: QPainter, texture: Texture, area: QRectF, angle: float, ink: Ink, pixel: float) -> None:
    """Draw a texture over a box (mm) as lines or rings, for a vector format; the painter's clip bounds it."""
    weave = WEAVES[texture]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if texture == "dots":
        painter.setPen(QPen(ink.colour, RING * pixel))
        for centre in _lattice(area, weave.step * pixel):
            painter.drawEllipse(centre, weave.width * pixel, weave.width * pixel)
        return
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    for colour, width in ((ink.colour, weave.width), (QColor(ink.band or ""), weave.width - 2 * EDGE)):
        if colour.isValid():
            painter.setBrush(colour)
            for band in _bands(area, angle, weave.step * pixel, width * pixel):
                painter.drawConvexPolygon(band)


@lru_cache(maxsize=20)
def _stipple_tile(stipple: Stipple, ink: Ink, ratio: float) -> QImage:
    side = max(2, round(stipple.step * ratio))
    tile = _empty(side, 2 * side)
    painter = _painter(tile)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour)
    for x, y in ((0.5, 0.5), (0.0, 1.5), (1.0, 1.5)):
        painter.drawEllipse(QPointF(x * side, y * side), stipple.radius * ratio, stipple.radius * ratio)
    painter.end()
    return tile


def stipple_brush(stipple: Stipple, ink: Ink, pixel: float, ratio: float) -> QBrush:
    """A brush of small dots for a painter that works in mm; `pixel` is the width of one px in mm."""
    made = QBrush(_stipple_tile(stipple, ink, ratio))
    made.setTransform(QTransform.fromScale(pixel / ratio, pixel / ratio))
    return made


def draw_stipple(painter: QPainter, area: QRectF, stipple: Stipple, ink: Ink, pixel: float) -> None:
    """Draw small dots over a box (mm), for a vector format; the painter's clip bounds it."""
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(ink.colour)
    for centre in _lattice(area, stipple.step * pixel):
        painter.drawEllipse(centre, stipple.radius * pixel, stipple.radius * pixel)


def _tile_size(step: float, angle: float) -> tuple[int, int, bool]:
    """Width and height (device px) of a tile whose diagonal repeats a line every `step`, and whether it rises."""
    sine, cosine = abs(math.sin(math.radians(angle))), abs(math.cos(math.radians(angle)))
    width = 0 if sine * STEEPEST < cosine else max(1, round(step / sine))
    height = 0 if cosine * STEEPEST < sine else max(1, round(step / cosine))
    return width, height, angle % 180 > 90


def _tile_lines(painter: QPainter, size: tuple[int, int], rising: bool, pen: QPen) -> None:
    """The line of a tile with its neighbours, so that the tiles join; a side of 0 stands for level or upright lines."""
    width, height = size
    painter.setPen(pen)
    for shift in (-1, 0, 1):
        if not width:
            painter.drawLine(QPointF(-9, height * (shift + 0.5)), QPointF(99, height * (shift + 0.5)))
        elif not height:
            painter.drawLine(QPointF(width * (shift + 0.5), -9), QPointF(width * (shift + 0.5), 99))
        else:
            start, end = QPointF(width * (shift - 1), -height), QPointF(width * (shift + 2), height * 2)
            if rising:
                start, end = QPointF(start.x(), end.y()), QPointF(end.x(), start.y())
            painter.drawLine(start, end)


def _dot_tile(weave: Weave, ink: Ink, ratio: float) -> QImage:
    width, height = max(2, round(weave.step * ratio)), max(2, round(weave.step * ratio * 1.74))
    tile = _empty(width, height)
    painter = _painter(tile)
    painter.setPen(QPen(ink.colour, RING * ratio))
    for x, y in ((0.5, 0.25), (0.0, 0.75), (1.0, 0.75)):
        painter.drawEllipse(QPointF(x * width, y * height), weave.width * ratio, weave.width * ratio)
    painter.end()
    return tile


def _empty(width: int, height: int) -> QImage:
    tile = QImage(width or 16, height or 16, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    return tile


def _painter(tile: QImage) -> QPainter:
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _bands(area: QRectF, angle: float, step: float, width: float) -> Iterator[QPolygonF]:
    """Bands at an angle over a box, mm."""
    along = QPointF(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    across = QPointF(-along.y(), along.x())
    reach = math.hypot(area.width(), area.height()) / 2
    middle, start = QPointF.dotProduct(area.center(), across), QPointF.dotProduct(area.center(), along)
    near, far = along * (start - reach), along * (start + reach)
    for index in range(math.floor((middle - reach) / step), math.ceil((middle + reach) / step) + 1):
        low, high = across * (index * step - width / 2), across * (index * step + width / 2)
        yield QPolygonF([low + near, low + far, high + far, high + near])


def _lattice(area: QRectF, step: float) -> Iterator[QPointF]:
    """Points in rows, every second row set off by half a step, mm."""
    row_step = step * 0.87
    for row in range(math.floor(area.top() / row_step), math.ceil(area.bottom() / row_step) + 1):
        shift = step / 2 if row % 2 else 0.0
        for column in range(math.floor((area.left() - shift) / step), math.ceil((area.right() - shift) / step) + 1):
            yield QPointF(column * step + shift, row * row_step)
