"""How each quality of pain is drawn: small strokes as on a pain drawing on paper, one drawing for screen, paper and SVG."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPen, QTransform

from app.model.frozen import frozen
from app.model.look import QUALITY_LOOKS, SHEETS, ThemeName
from app.model.practice import Quality
from app.paint.painted import PaintedPlace, seat
from app.paint.palette import NO_BRUSH, NO_PEN, Setting, brush, colour, mark_pen
from app.paint.textures import Ink, Stipple, draw_stipple, stipple_brush

Line = tuple[tuple[float, float], ...]


@frozen
class Motif:
    """One tile of a texture, px: its size, lines with round ends `thick` px wide, and full dots (x, y, radius)."""

    width: float
    height: float
    lines: tuple[Line, ...]
    thick: float = 1.5
    dots: tuple[tuple[float, float, float], ...] = ()


def _twice(width: float, height: float, lines: tuple[Line, ...], dots: tuple[tuple[float, float, float], ...] = (),
           thick: float = 1.5) -> Motif:
    """A sign in the upper left quarter of a tile and once more in the lower right one, as bricks are laid."""
    across, down = width / 2, height / 2
    return Motif(width, height, (*lines, *(tuple((x + across, y + down) for x, y in line) for line in lines)), thick,
                 (*dots, *((x + across, y + down, radius) for x, y, radius in dots)))


def _wave(x: float, height: float, swing: float) -> Line:
    """A wave that runs down a tile and joins the next one."""
    return tuple((x + swing * math.sin(2 * math.pi * n / 12), height * n / 12) for n in range(-1, 14))


MOTIFS: dict[Quality, Motif] = {
    "ache": _twice(13.0, 12.0, (((1.2, 4.7), (3.4, 1.6), (5.6, 4.7)),)),
    "burning": Motif(7.0, 11.0, (_wave(3.5, 11.0, 1.6),), 1.5),
    "pins_and_needles": _twice(11.0, 16.0, (((2.8, 2.6), (2.8, 6.8)),), ((2.8, 1.9, 1.7),), 1.1),
    "numbness": _twice(15.0, 9.0, (((1.2, 2.3), (6.6, 2.3)),), thick=1.9),
    "stabbing": _twice(13.0, 15.0, (((1.6, 6.7), (4.6, 1.0)), ((1.5, 3.6), (1.6, 6.7), (4.3, 5.3))), thick=1.4),
}
"""Rows of small roofs, upright waves, pins with round heads, level dashes, arrows that stab: shapes that no state of a muscle
has, and unlike each other in kind, not only in measure."""

PLAIN = Stipple(4.5, 1.1)
"""Of paint that does not say how it feels."""
QUIET = 0.62
"""So strongly, 0..1, the body beneath is covered, that its own lines do not mix with the texture."""
USUAL = 6.0
"""Paint without an intensity looks as strong as this."""


def feeling_words(quality: Quality | None, intensity: float | None) -> str:
    """How a place feels, in words: "burning, 7 of 10"."""
    name = QUALITY_LOOKS[quality].label if quality else "pain"
    return name if intensity is None else f"{name}, {intensity:g} of 10"


def strength(intensity: float | None) -> float:
    """How strongly a place is shown, 0..1, for an intensity 0..10."""
    return min(max(USUAL if intensity is None else intensity, 0.0), 10.0) / 10.0


def ink_of(intensity: float | None, theme: ThemeName) -> Ink:
    """In what the lines are drawn."""
    return Ink(SHEETS[theme].trigger, round(0.62 + 0.38 * strength(intensity), 2))


def tint_of(intensity: float | None) -> float:
    """The opacity, 0..1, of the red over the ground."""
    return round(0.08 + 0.34 * strength(intensity), 2)


@lru_cache(maxsize=60)
def motif_tile(quality: Quality, ink: Ink, ratio: float) -> QImage:
    """The tile of a quality for `ratio` device pixels in one px."""
    motif = MOTIFS[quality]
    width, height = max(2, round(motif.width * ratio)), max(2, round(motif.height * ratio))
    tile = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / motif.width, height / motif.height)
    for across in (-motif.width, 0.0, motif.width):
        for down in (-motif.height, 0.0, motif.height):
            _draw(painter, motif, ink, QPointF(across, down), 1.0)
    painter.end()
    return tile


def motif_brush(quality: Quality, ink: Ink, pixel: float, ratio: float) -> QBrush:
    """A brush for a painter that works in mm; `pixel` is the width of one px in mm."""
    made = QBrush(motif_tile(quality, ink, ratio))
    made.setTransform(QTransform.fromScale(pixel / ratio, pixel / ratio))
    return made


def draw_motif(painter: QPainter, area: QRectF, quality: Quality, ink: Ink, pixel: float) -> None:
    """Draw a quality's signs over a box (mm) as lines, for a vector format; the painter's clip bounds it."""
    motif = MOTIFS[quality]
    width, height = motif.width * pixel, motif.height * pixel
    for column in range(math.floor(area.left() / width) - 1, math.ceil(area.right() / width) + 1):
        for row in range(math.floor(area.top() / height) - 1, math.ceil(area.bottom() / height) + 1):
            _draw(painter, motif, ink, QPointF(column * width, row * height), pixel)


def paint_place(painter: QPainter, place: PaintedPlace, setting: Setting) -> None:
    """Paint one painted place in the frame of its plate (mm): ground, tint, signs, edge."""
    paint_feeling(painter, place.path, place.quality, place.intensity, setting)
    edge = mark_pen(SHEETS[setting.theme].referral, 1.6 if place.area else 1.1, setting, 1.0 if place.area else 0.85)
    painter.setBrush(NO_BRUSH)
    painter.setPen(edge)
    painter.drawPath(place.path)


def paint_feeling(painter: QPainter, path: QPainterPath, quality: Quality | None, intensity: float | None, setting: Setting) -> None:
    """Fill a path (mm) as a pain of a quality and an intensity (0..10) looks."""
    sheet, ink = SHEETS[setting.theme], ink_of(intensity, setting.theme)
    painter.save()
    painter.setPen(NO_PEN)
    for text, opacity in ((sheet.paper, QUIET if quality else QUIET / 2), (sheet.referral, tint_of(intensity))):
        painter.setBrush(brush(text, opacity))
        painter.drawPath(path)
    if setting.paper:
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        if quality:
            draw_motif(painter, path.boundingRect(), quality, ink, setting.pixel)
        else:
            draw_stipple(painter, path.boundingRect(), PLAIN, Ink(sheet.referral, ink.opacity), setting.pixel)
    else:
        painter.setBrush(motif_brush(quality, ink, setting.pixel, setting.ratio) if quality
                         else stipple_brush(PLAIN, Ink(sheet.referral, ink.opacity), setting.pixel, setting.ratio))
        painter.drawPath(path)
    painter.restore()


def paint_number(painter: QPainter, place: PaintedPlace, setting: Setting) -> None:
    """Write the intensity into the midst of a place, on a small disc, in letters of the painter's font (px)."""
    if place.intensity is None:
        return
    sheet = SHEETS[setting.theme]
    painter.save()
    painter.translate(seat(place.path, DISC * setting.pixel))
    painter.scale(setting.pixel, setting.pixel)
    font = painter.font()
    font.setPixelSize(NUMBER)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QPen(colour(sheet.referral, 0.9), 1.0))
    painter.setBrush(brush(sheet.paper, 0.95))
    painter.drawEllipse(QPointF(0, 0), DISC, DISC)
    painter.setPen(colour(sheet.ink))
    painter.drawText(QRectF(-DISC, -DISC, 2 * DISC, 2 * DISC), Qt.AlignmentFlag.AlignCenter, f"{place.intensity:g}")
    painter.restore()


NUMBER, DISC = 10, 7.0
"""Size of the letters of an intensity and radius of its disc, px."""


def _draw(painter: QPainter, motif: Motif, ink: Ink, at: QPointF, scale: float) -> None:
    pen = QPen(ink.colour, motif.thick * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(NO_BRUSH)
    painter.setPen(pen)
    for line in motif.lines:
        painter.drawPolyline([QPointF(at.x() + x * scale, at.y() + y * scale) for x, y in line])
    painter.setPen(NO_PEN)
    painter.setBrush(ink.colour)
    for x, y, radius in motif.dots:
        painter.drawEllipse(QPointF(at.x() + x * scale, at.y() + y * scale), radius * scale, radius * scale)
