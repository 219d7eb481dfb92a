"""From a drawing to a plate: painter paths, details with their owners, the grain of the fibres, what covers what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from app.diagram.drawing import Drawing, Shape
from app.diagram.pathdata import commands
from app.paint.plate import RANKS, Detail, Exposure, Form, Lazy, Plate
from app.state.state import Depth

DETAILS = ("tendon", "shade", "light", "fibre", "line")
DEPTHS: tuple[Depth, ...] = ("bone", "deep", "intermediate", "superficial")
BONE_WEIGHT = 4
"""What lies behind something that is drawn earlier, such as the spine, counts as lying under so many forms."""
PIXELS = 4_000_000
"""The picture on which forms are measured has no more; a body in millimetres has a third of that."""
SAMPLES = 5
"""What lies over a form is counted on a grid of this many by this many points over its box, finer for few hits."""


def compiled(drawing: Drawing) -> Plate:
    """The plate of a drawing."""
    cuts = {shape.of: shape for shape in drawing.shapes if shape.part == "cut"}
    details: dict[str, list[Detail]] = {}
    for shape in drawing.shapes:
        if shape.part in DETAILS and shape.of:
            details.setdefault(shape.of, []).append(_detail(shape))
    bodies = [shape for shape in drawing.shapes if shape.part not in ("cut", *DETAILS)]
    forms = [_form(shape, cuts.get(shape.id), tuple(details.get(shape.id, ()))) for shape in bodies]
    plate = Plate(drawing.view, QRectF(*drawing.box), tuple(form for form in forms if form.part != "area"),
                  tuple(form for form in forms if form.part == "area"))
    return measured(plate)


def painter_path(data: str, even_odd: bool = False) -> QPainterPath:
    """A painter path from plain path data, in the same units."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill if even_odd else Qt.FillRule.WindingFill)
    for letter, numbers in commands(data):
        if letter == "C":
            path.cubicTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "M":
            path.moveTo(*numbers)
        else:
            path.closeSubpath()
    return path


def _detail(shape: Shape) -> Detail:
    path = Lazy(partial(painter_path, shape.data, shape.even_odd))
    return Detail(shape.part, path, shape.fill, shape.stroke, shape.stroke_width, shape.opacity, shape.light)


def _form(shape: Shape, cut: Shape | None, details: tuple[Detail, ...]) -> Form:
    outline = Lazy(partial(painter_path, shape.data, shape.even_odd))
    seen = Lazy(partial(painter_path, cut.data, cut.even_odd)) if cut else outline
    drawn = cut or shape
    if 0.0 < drawn.opacity < 1.0:
        # Each element of a faded form is faded; the form can be shown in full, so its details keep their own strength.
        details = tuple(replace(detail, opacity=round(min(1.0, detail.opacity / drawn.opacity), 3)) for detail in details)
    box = outline.get().boundingRect().united(seen.get().boundingRect())
    return Form(
        id=shape.id, part=shape.part, layer=shape.layer, box=box, lazy_outline=outline, lazy_seen=seen,
        lazy_details=Lazy(lambda: details), fill=drawn.fill, stroke=drawn.stroke, width=drawn.stroke_width,
        opacity=drawn.opacity, grain=_grain(details, box), light=drawn.light)


def _grain(details: tuple[Detail, ...], box: QRectF) -> float:
    """The mean direction of the fibres, degrees 0..180; without fibres, that of the longer side of the box."""
    east = south = 0.0
    for detail in details:
        if detail.part == "fibre":
            for polygon in detail.path.toSubpathPolygons():
                step = polygon.value(polygon.size() - 1) - polygon.value(0)
                length = math.hypot(step.x(), step.y())
                if length > 0:
                    # Directions without a sense are averaged on the doubled angle.
                    angle = 2 * math.atan2(step.y(), step.x())
                    east, south = east + length * math.cos(angle), south + length * math.sin(angle)
    if east == south == 0.0:
        return 0.0 if box.width() > box.height() else 90.0
    return round(math.degrees(math.atan2(south, east)) / 2 % 180, 1)


def measured(plate: Plate) -> Plate:
    """The same plate, each form with its exposures measured on a picture of one pixel a unit, fewer for a huge frame."""
    scale = min(1.0, math.sqrt(PIXELS / (plate.box.width() * plate.box.height())))
    seen = [_visible(plate, depth, scale) for depth in DEPTHS[1:]]
    forms = []
    for number, form in enumerate(plate.forms, start=1):
        area = max(_area(form.outline) * scale * scale, 1.0)
        covers = _covers(plate, form) if form.choosable else (0.0,) * len(DEPTHS)
        # Bones hide little of each other, so at their depth counting would not pay.
        bare = 1.0 if form.rank == 0 else 0.0
        shares = (bare, *(min(1.0, pixels.get(0xFF000000 | number, 0) / area) for pixels in seen))
        forms.append(replace(form, exposures=tuple(
            Exposure(round(share, 4), over) for share, over in zip(shares, covers, strict=True))))
    return Plate(plate.view, plate.box, tuple(forms), plate.areas)


def _visible(plate: Plate, depth: Depth, scale: float) -> Counter[int]:
    """How many pixels are seen of each form at a depth, by the colour of its number; `scale` is in px per unit.

    What is faded hides nothing but its like.
    """
    solid = _pixels(plate, depth, scale, faded=False)
    if all(form.opacity == 1.0 for form in plate.forms):
        return solid
    counts = _pixels(plate, depth, scale, faded=True)
    for number, form in enumerate(plate.forms, start=1):
        if form.opacity == 1.0:
            counts[0xFF000000 | number] = solid[0xFF000000 | number]
    return counts


def _pixels(plate: Plate, depth: Depth, scale: float, faded: bool) -> Counter[int]:
    """The pixels of each colour when all forms of a depth are painted, with those that are faded or without."""
    image = QImage(math.ceil(plate.box.width() * scale), math.ceil(plate.box.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-plate.box.topLeft())
    for number, form in enumerate(plate.forms, start=1):
        if form.rank <= RANKS[depth] and (faded or form.opacity == 1.0):
            painter.fillPath(form.seen, QColor.fromRgb(0xFF000000 | number))
    painter.end()
    return Counter(memoryview(image.constBits()).cast("B").cast("I"))


def _area(path: QPainterPath) -> float:
    """The area that a path fills, mm2, holes taken off when they run the other way."""
    total = 0.0
    for polygon in path.toSubpathPolygons():
        points = [(point.x(), point.y()) for point in polygon.toList()]
        total += sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2
    return abs(total)


def _covers(plate: Plate, form: Form) -> tuple[float, ...]:
    """How many forms lie over a form at each depth, on average over some points of it."""
    points = _points_in(form.outline, form.box)
    means = []
    for depth in DEPTHS:
        above = [_above(plate, form, point, depth) for point in points]
        means.append(round(sum(above) / len(above), 2) if above else 0.0)
    return tuple(means)


def _above(plate: Plate, form: Form, point: QPointF, depth: Depth) -> int:
    """How many forms hide a form at a point."""
    if not form.seen.contains(point):
        return BONE_WEIGHT
    over = list(plate.covering(point.x(), point.y(), depth))
    return over.index(form) if form in over else len(over)


def _points_in(outline: QPainterPath, box: QRectF) -> list[QPointF]:
    """A dozen points spread over the inside of an outline, fewer where it is tiny."""
    found: list[QPointF] = []
    for fineness in (SAMPLES, 2 * SAMPLES, 4 * SAMPLES):
        found = [point for point in _grid(box, fineness) if outline.contains(point)]
        if len(found) >= 8:
            break
    return found[::max(1, len(found) // 12)]


def _grid(box: QRectF, fineness: int) -> Iterator[QPointF]:
    for column in range(fineness):
        for row in range(fineness):
            yield QPointF(box.left() + box.width() * (column + 0.5) / fineness,
                          box.top() + box.height() * (row + 0.5) / fineness)
