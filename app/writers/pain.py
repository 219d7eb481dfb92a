"""Painted places as SVG: a layer of its own, one path for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QPainterPath

from app.diagram.pathdata import number
from app.model.anatomy import ViewName
from app.model.look import SHEETS
from app.paint.motifs import DISC, NUMBER
from app.paint.painted import PaintedPlace, seat
from app.writers.patterns import Patterns

RISE = 0.36
"""From the middle of a number to its foot, as a multiple of its size."""


def pain_lines(places: Iterable[PaintedPlace], view: ViewName, patterns: Patterns, prefix: str) -> Iterator[str]:
    """The layer of what is painted on a view; nothing where nothing is. `prefix` stands before the ids of further views."""
    own = [place for place in places if place.view == view]
    if not own:
        return
    red = SHEETS[patterns.theme].referral
    yield f'<g id="{prefix}layer-pain" inkscape:groupmode="layer" inkscape:label="Pain">'
    for place in own:
        told = f' data-quality="{place.quality}"' if place.quality else ""
        told += f' data-intensity="{place.intensity:g}"' if place.intensity is not None else ""
        told += f' data-of="{prefix}{place.area}"' if place.area else ""
        width, strength = (1.6, 1.0) if place.area else (1.1, 0.85)
        yield (f'<path class="pain"{told} d="{path_data(place.path)}" fill-rule="evenodd" '
               f'fill="url(#{patterns.feeling(place.quality, place.intensity)})" stroke="{red}" stroke-opacity="{strength:g}" '
               f'stroke-width="{number(width * patterns.pixel)}" stroke-linejoin="round"/>')
    yield from (_number(place, patterns) for place in own if place.intensity is not None)
    yield "</g>"


def _number(place: PaintedPlace, patterns: Patterns) -> str:
    """The intensity on a small disc in the midst of a place."""
    sheet, pixel, at = SHEETS[patterns.theme], patterns.pixel, seat(place.path, DISC * patterns.pixel)
    size = NUMBER * pixel
    return (f'<g class="intensity"><circle cx="{number(at.x())}" cy="{number(at.y())}" r="{number(DISC * pixel)}" fill="{sheet.paper}" '
            f'fill-opacity="0.95" stroke="{sheet.referral}" stroke-width="{number(pixel)}"/>'
            f'<text x="{number(at.x())}" y="{number(at.y() + size * RISE)}" font-family="sans-serif" font-weight="bold" '
            f'font-size="{number(size)}" text-anchor="middle" fill="{sheet.ink}">{place.intensity:g}</text></g>')


def path_data(path: QPainterPath) -> str:
    """A painter path as path data, mm."""
    words, at = [], 0
    while at < path.elementCount():
        element = path.elementAt(at)
        curve = element.isCurveTo()
        points = [path.elementAt(index) for index in range(at, at + 3)] if curve else [element]
        letter = "C" if curve else "M" if element.isMoveTo() else "L"
        words.append(letter + ",".join(f"{number(point.x)},{number(point.y)}" for point in points))
        at += len(points)
    return "".join(words)
