"""What the brush has painted, measured on the plates: the shape of each painted place, and how much of each area it covers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPen, QPolygonF

from app.diagram.drawing import owner
from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.practice import Quality
from app.model.reference import Ref, parse_ref
from app.paint.plate import Form, Plate
from app.paint.tracing import traced
from app.state.painted import Coverage, Covered
from app.state.state import Stroke
from app.state.strokes import Point, box, covers, middle, size

SAMPLES = 130
"""About so many points tell how much of an area is covered."""
MANY = 24
"""A line with more points than this may cross itself often."""
CURVE = 0.3
"""How exactly the round ends of strokes are drawn, mm."""
FINEST = 12.0
"""A piece of paint that covers less, mm², is but a crumb that the eraser left."""

WIDE = 3.4
"""A path narrower than this many times the radius of a disc has it beside it."""

Feeling = tuple[Quality | None, float | None]
"""How a painted place feels: quality and intensity (0..10)."""


@frozen
class PaintedPlace:
    """Paint of one kind on one view, mm of its plate; `intensity` 0..10. With an `area`, all of that area, which was clicked."""

    view: ViewName
    path: QPainterPath
    quality: Quality | None
    intensity: float | None
    area: str = ""


class Easel:
    """What was painted on one plate, and its areas as points. What is known of the strokes so far serves the next one."""

    def __init__(self, plate: Plate) -> None:
        self._plate = plate
        self._strokes: list[Stroke] = []
        self._steps: list[dict[Feeling, QPainterPath]] = [{}]
        self._samples: dict[str, tuple[list[Point], float]] = {}
        self._outlines: dict[Stroke, QPainterPath] = {}
        self._hits: dict[Stroke, dict[str, frozenset[int]]] = {}

    def places(self, strokes: Sequence[Stroke]) -> tuple[PaintedPlace, ...]:
        """The painted places of this view after some strokes, oldest first."""
        own = [one for one in strokes if one.view == self._plate.view]
        same = next((n for n, (old, new) in enumerate(zip(self._strokes, own, strict=False)) if old != new),
                    min(len(self._strokes), len(own)))
        del self._strokes[same:], self._steps[same + 1:]
        for stroke in own[same:]:
            self._strokes.append(stroke)
            self._steps.append(self._after(self._steps[-1], stroke))
        return tuple(PaintedPlace(self._plate.view, path, *feeling) for feeling, path in self._steps[-1].items())

    def shares(self, strokes: Sequence[Stroke]) -> Iterable[tuple[str, float, Counter[int], tuple[int, ...]]]:
        """For each area that is covered: its shape, the share, points by the stroke on top of them, the strokes in its midst."""
        top: dict[str, dict[int, int]] = {}
        for n, stroke in enumerate(strokes):
            if stroke.view == self._plate.view:
                for shape, hits in self._hit(stroke).items():
                    here = top.setdefault(shape, {})
                    here.update(dict.fromkeys(hits, n))
        middles = self._middles(strokes)
        for shape in dict.fromkeys((*top, *middles)):
            counted = Counter(n for n in top.get(shape, {}).values() if not strokes[n].erases)
            if counted or shape in middles:
                yield shape, counted.total() / max(len(self._points(shape)[0]), 1), counted, tuple(middles.get(shape, ()))

    def _after(self, before: Mapping[Feeling, QPainterPath], stroke: Stroke) -> dict[Feeling, QPainterPath]:
        """The places after one more stroke: it takes away what it covers, and adds itself when it does not erase."""
        made = self._made(stroke).intersected(self._skin)
        after = {}
        own = (stroke.quality, stroke.intensity)
        for feeling, path in before.items():
            cut = (stroke.erases or feeling != own) and path.intersects(made.boundingRect())
            left = _without_crumbs(path.subtracted(made)) if cut else path
            if not left.isEmpty():
                after[feeling] = left
        if not stroke.erases and not made.isEmpty():
            after[own] = after[own].united(made) if own in after else made
        return after

    def _made(self, stroke: Stroke) -> QPainterPath:
        """The outline of a stroke, found out once."""
        if stroke not in self._outlines:
            self._outlines[stroke] = outline(stroke)
        return self._outlines[stroke]

    @cached_property
    def _skin(self) -> QPainterPath:
        """All that one can paint on."""
        whole = QPainterPath()
        for form in self._plate.forms:
            if form.part == "skin":
                whole = whole.united(form.outline) if not whole.isEmpty() else form.outline
        return whole

    def _hit(self, stroke: Stroke) -> dict[str, frozenset[int]]:
        """Which points of each area a stroke covers."""
        known = self._hits.get(stroke)
        if known is None:
            left, top, right, bottom = box(stroke)
            reach = QRectF(left, top, right - left, bottom - top)
            path = self._made(stroke)
            found = {area.id: frozenset(n for n, at in enumerate(self._points(area.id)[0]) if path.contains(QPointF(*at)))
                     for area in self._plate.areas if area.box.intersects(reach)}
            known = self._hits[stroke] = {shape: hits for shape, hits in found.items() if hits}
        return known

    def _middles(self, strokes: Sequence[Stroke]) -> dict[str, list[int]]:
        """For each area the strokes smaller than it whose middle lies in it and was not erased or painted over."""
        found: dict[str, list[int]] = {}
        for n, stroke in enumerate(strokes):
            if stroke.erases or stroke.view != self._plate.view:
                continue
            at = middle(stroke)
            area = self._plate.area_at(*at)
            if area and size(stroke) < self._points(area.id)[1] and not any(
                    later.erases and later.view == stroke.view and covers(later, at) for later in strokes[n + 1:]):
                found.setdefault(area.id, []).append(n)
        return found

    def _points(self, shape: str) -> tuple[list[Point], float]:
        """Points evenly all over an area, mm, and its size, mm²."""
        if shape not in self._samples:
            self._samples[shape] = _sampled(self._plate.area_by_id[shape])
        return self._samples[shape]


_EASELS: WeakKeyDictionary[Plate, Easel] = WeakKeyDictionary()


def easel(plate: Plate) -> Easel:
    """What is known of the paint on a plate."""
    if plate not in _EASELS:
        _EASELS[plate] = Easel(plate)
    return _EASELS[plate]


def painted_places(plates: Mapping[ViewName, Plate], strokes: tuple[Stroke, ...]) -> tuple[PaintedPlace, ...]:
    """All that is painted, view by view."""
    return tuple(place for plate in plates.values() for place in easel(plate).places(strokes)) if strokes else ()


def coverage(plates: Mapping[ViewName, Plate], strokes: tuple[Stroke, ...]) -> Coverage:
    """What the paint says of each area. Of the views that show an area, the one on which most is covered counts."""
    found: dict[Ref, Covered] = {}
    for plate in plates.values() if strokes else ():
        for shape, share, counted, within in easel(plate).shares(strokes):
            ref = area_ref(shape)
            told = [strokes[n].intensity for n in (*counted, *within)]
            now = Covered(ref, share, max((one for one in told if one is not None), default=None), _quality(strokes, counted, within), within)
            found[ref] = _larger(found[ref], now) if ref in found else now
    return found


def area_ref(shape: str) -> Ref:
    """The area that a shape is, with its side where it has one."""
    name, side = owner(shape)
    return Ref(name) if side == "midline" else parse_ref(f"{name}:{side}")


def outline(stroke: Stroke) -> QPainterPath:
    """What a stroke covers, mm."""
    if len(stroke.points) == 1:
        made = QPainterPath()
        made.addEllipse(QPointF(*stroke.points[0]), stroke.radius, stroke.radius)
        return made
    if len(stroke.points) > MANY:
        return traced(stroke)
    line = QPainterPath(QPointF(*stroke.points[0]))
    for point in stroke.points[1:]:
        line.lineTo(QPointF(*point))
    pen = QPen(Qt.GlobalColor.black, 2 * stroke.radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    stroker = QPainterPathStroker(pen)
    stroker.setCurveThreshold(CURVE)
    return stroker.createStroke(line).simplified()


def seat(path: QPainterPath, reach: float) -> QPointF:
    """Where a disc with a radius of `reach` (mm) says something of a path: in its midst, or beside it where it is narrow."""
    pieces = path.toSubpathPolygons()
    if not pieces:
        return path.boundingRect().center()
    largest = max(pieces, key=_extent)
    corners = [largest.value(n) for n in range(largest.size())]
    y = largest.boundingRect().center().y()
    across = sorted(first.x() + (second.x() - first.x()) * (y - first.y()) / (second.y() - first.y())
                    for first, second in pairwise(corners) if (first.y() <= y) != (second.y() <= y))
    stretches = [(right - left, left) for left, right in pairwise(across) if path.contains(QPointF((left + right) / 2, y))]
    wide, left = max(stretches, default=(largest.boundingRect().width(), largest.boundingRect().left()))
    return QPointF(left + wide / 2 if wide >= WIDE * reach else left + wide + 1.3 * reach, y)


def _extent(polygon: QPolygonF) -> float:
    size = polygon.boundingRect()
    return size.width() * size.height()


def _without_crumbs(path: QPainterPath) -> QPainterPath:
    """A path without pieces too small to be meant."""
    pieces = path.toSubpathPolygons()
    if all(_extent(piece) >= FINEST for piece in pieces):
        return path
    made = QPainterPath()
    for piece in pieces:
        if _extent(piece) >= FINEST:
            made.addPolygon(piece)
    return made


def _sampled(area: Form) -> tuple[list[Point], float]:
    step = max(math.sqrt(area.box.width() * area.box.height() / SAMPLES), 1.0)
    points = []
    for column in range(math.ceil(area.box.width() / step)):
        for row in range(math.ceil(area.box.height() / step)):
            x, y = area.box.left() + (column + 0.5) * step, area.box.top() + (row + 0.5) * step
            if area.outline.contains(QPointF(x, y)):
                points.append((x, y))
    return points, len(points) * step * step


def _quality(strokes: Sequence[Stroke], counted: Counter[int], within: Sequence[int]) -> Quality | None:
    """The quality that covers most; of a dab too small to be counted, its own."""
    told: Counter[Quality | None] = Counter()
    for n, points in counted.items():
        told[strokes[n].quality] += points
    for n in () if told else within:
        told[strokes[n].quality] += 1
    return told.most_common(1)[0][0] if told else None


def _larger(one: Covered, other: Covered) -> Covered:
    first, second = (one, other) if one.share >= other.share else (other, one)
    told = [each for each in (one.intensity, other.intensity) if each is not None]
    return Covered(first.area, first.share, max(told, default=None), first.quality or second.quality, (*one.strokes, *other.strokes))
