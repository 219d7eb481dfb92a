"""A transparent light on paper, in steps too small to be seen: PDF pages lose the transparency of gradients."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from operator import itemgetter

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from app.diagram.light import Light, Tones, ink
from app.paint.palette import brush

STEP = 0.03
"""The tone of one step."""

PLACES = 60
"""Along the line, where the tone is looked at."""

BEYOND = 1.0
"""How far a step at the end of the line goes on, in lengths of the line."""


def paint_veil(painter: QPainter, path: QPainterPath, light: Light, opacity: float) -> None:
    """Lay a light over what lies beneath a path (mm); `opacity` 0..1 of all of it.

    The steps lie within each other, so that no seam shows between two of them.
    """
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    # Far enough to either side of the line that the path has no part beyond.
    aside = path.boundingRect().width() + path.boundingRect().height()
    for sign in (-1.0, 1.0):
        painter.setBrush(brush(ink(sign), STEP * opacity))
        level = STEP / 2
        while spans := list(_spans(light.tones, sign, level)):
            for first, last in spans:
                painter.drawPolygon(_slab(light, first, last, aside))
            level += STEP
    painter.restore()


def _spans(tones: Tones, sign: float, level: float) -> Iterator[tuple[float, float]]:
    """From where to where along the line (0..1, beyond at its ends) the tone of a sign is stronger than a level."""
    places = [at / PLACES for at in range(PLACES + 1)]
    strong = [(sign * _tone(tones, place) > level, place) for place in places]
    for chosen, group in itertools.groupby(strong, key=itemgetter(0)):
        if chosen:
            found = [place for _, place in group]
            first = -BEYOND if found[0] == 0 else found[0] - 0.5 / PLACES
            yield first, 1 + BEYOND if found[-1] == 1 else found[-1] + 0.5 / PLACES


def _tone(tones: Tones, place: float) -> float:
    """The tone at a place 0..1 between those that are told."""
    for (before, one), (after, other) in itertools.pairwise(tones):
        if before <= place <= after:
            return one + (other - one) * (place - before) / max(after - before, 1e-9)
    return tones[0][1] if place < tones[0][0] else tones[-1][1]


def _slab(light: Light, first: float, last: float, aside: float) -> QPolygonF:
    """What lies between two places along the line, mm, `aside` wide to either side."""
    start, along = QPointF(light.x1, light.y1), QPointF(light.x2 - light.x1, light.y2 - light.y1)
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-9)
    out = QPointF(-along.y(), along.x()) * (aside / length)
    return QPolygonF([start + along * first + out, start + along * last + out, start + along * last - out,
                      start + along * first - out])
