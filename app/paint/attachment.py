"""Where a muscle is attached, painted: origins as bands with filled ends, insertions as bands with open ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import dist

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from app.model.anatomy import AttachmentEnd
from app.model.look import SHEETS, Sheet
from app.paint.marks import Attachment
from app.paint.palette import NO_BRUSH, NO_PEN, Setting, brush, mark_pen

Stroke = tuple[QPainterPath, QPen, QBrush]

BAND = 3.0
KNOB = 2.5
RING = 1.4
HALO = 1.3
"""Width of the band, radius of its ends, width of an open end's ring, and of the halo on either side, px."""

SMALL = 3 * KNOB
"""A line that is shorter than this, px, shows as one knob."""

CLOSE_UP, LEAST = 1.8, 0.7
"""From so many mm in a px on marks shrink, to this factor at least: a small muscle must not drown in them."""

FAINT = 0.62
"""How strong (0..1) a line is that the body hides; its band is also narrower (by this factor) and dashed."""

DASHES = (2.2, 1.7)
"""Length of a dash and of the gap behind it, in widths of the band."""


def attachment_colour(sheet: Sheet, end: AttachmentEnd) -> str:
    """Red for an origin, blue for an insertion."""
    return sheet.origin if end == "origin" else sheet.insertion


def knobs(attachment: Attachment, pixel: float) -> tuple[tuple[float, float], ...]:
    """Where a line ends, in the frame of its plate (mm); a small area is one knob. `pixel` is the width of one px in mm."""
    points = attachment.points
    first, last = points[0], points[-1]
    if dist(first, last) < SMALL * pixel:
        return (points[len(points) // 2],)
    return first, last


def nearness(attachment: Attachment) -> bool:
    """The key of the paint order: what the body hides goes first, so that it does not cross what is seen."""
    return not attachment.behind


def mark_size(pixel: float) -> float:
    """By what factor marks shrink where the body is small; `pixel` is the width of one px in mm."""
    return min(1.0, max(LEAST, CLOSE_UP / pixel))


def paint_attachments(painter: QPainter, attachments: Iterable[Attachment], setting: Setting) -> None:
    """Paint lines of attachment in the frame of their plate (mm), those that the body hides first."""
    reach = (BAND + 2 * KNOB) * setting.pixel
    clip = painter.clipBoundingRect() if painter.hasClipping() else None
    for path, pen, fill in _strokes(tuple(attachments), setting):
        if clip is not None and not clip.intersects(path.boundingRect().adjusted(-reach, -reach, reach, reach)):
            continue
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)


@lru_cache(maxsize=8)
def _strokes(attachments: tuple[Attachment, ...], setting: Setting) -> tuple[Stroke, ...]:
    """What is drawn for the lines of a view: kept, because they are painted whenever the pointer moves."""
    groups: dict[tuple[bool, AttachmentEnd], list[Attachment]] = {}
    for attachment in sorted(attachments, key=nearness):
        groups.setdefault((attachment.behind, attachment.end), []).append(attachment)
    # All lines of a kind are one path: spinal muscles have dozens.
    return tuple(stroke for (behind, end), group in groups.items()
                 for stroke in _of_group(group, attachment_colour(SHEETS[setting.theme], end), behind, setting))


def _of_group(group: list[Attachment], hue: str, behind: bool, setting: Setting) -> Iterator[Stroke]:
    """What is drawn for lines of one end, all before or all behind the body."""
    sheet = SHEETS[setting.theme]
    strength = FAINT if behind else 1.0
    size = strength * mark_size(setting.pixel)
    path = _bands(group)
    band = mark_pen(hue, BAND * size, setting, strength)
    if behind:
        band = QPen(band)
        band.setCapStyle(Qt.PenCapStyle.FlatCap)
        band.setDashPattern(DASHES)
    else:
        yield path, mark_pen(sheet.halo, (BAND + 2 * HALO) * size, setting, 0.8), NO_BRUSH
    yield path, band, NO_BRUSH
    rings = ((HALO + RING / 2, sheet.halo, 0.8), (RING / 2, hue, 1.0), (-RING / 2, sheet.paper, 1.0))
    for wider, ink, share in rings if group[0].end == "insertion" else rings[:2]:
        yield _discs(group, (KNOB + wider) * size * setting.pixel, setting.pixel), NO_PEN, brush(ink, share * strength)


def _bands(group: list[Attachment]) -> QPainterPath:
    path = QPainterPath()
    for attachment in group:
        path.moveTo(QPointF(*attachment.points[0]))
        for point in attachment.points[1:]:
            path.lineTo(QPointF(*point))
    return path


def _discs(group: list[Attachment], radius: float, pixel: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for attachment in group:
        for x, y in knobs(attachment, pixel):
            path.addEllipse(QPointF(x, y), radius, radius)
    return path
