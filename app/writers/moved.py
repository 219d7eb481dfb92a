"""A drawing as a posed plate shows it: the same shapes with moved path data, for a file that keeps ids, classes and layers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import dist

from PySide6.QtGui import QPainterPath

from app.diagram.drawing import Drawing, Shape
from app.diagram.pathdata import number
from app.paint.compile import DETAILS
from app.paint.plate import Detail, Form, Plate, PosedPlate

TOUCH = 1e-3
"""mm; a line that ends so near to its beginning is closed."""


def posed_drawing(drawing: Drawing, plate: Plate) -> Drawing:
    """The drawing from which a plate was compiled, as the plate shows it; of one that is not posed, the drawing itself."""
    if not isinstance(plate, PosedPlate):
        return drawing
    forms = {**plate.by_id, **plate.area_by_id}
    details = {shape: iter(form.details) for shape, form in forms.items()}
    return replace(drawing, shapes=tuple(_moved(shape, forms, details) for shape in drawing.shapes))


def _moved(shape: Shape, forms: dict[str, Form], details: dict[str, Iterator[Detail]]) -> Shape:
    form = forms.get(shape.of)
    if form is None:
        return shape
    if shape.part in DETAILS:
        detail = next(details[shape.of])
        return replace(shape, data=closed_data(detail.path), light=detail.light)
    if shape.part == "cut":
        return replace(shape, data=closed_data(form.seen), light=form.light)
    return replace(shape, data=closed_data(form.outline), light=form.light if shape.light else None)


def closed_data(path: QPainterPath) -> str:
    """A painter path as path data, mm; what ends where it began is closed."""
    words: list[str] = []
    at, start, end = 0, (0.0, 0.0), (0.0, 0.0)
    while at < path.elementCount():
        element = path.elementAt(at)
        size = 3 if element.isCurveTo() else 1
        points = [(one.x, one.y) for one in map(path.elementAt, range(at, at + size))]
        if element.isMoveTo():
            words += _close(words, start, end)
            start = points[0]
        words.append(("C" if size == 3 else "M" if element.isMoveTo() else "L")
                     + ",".join(f"{number(x)},{number(y)}" for x, y in points))
        end = points[-1]
        at += size
    return "".join([*words, *_close(words, start, end)])


def _close(words: list[str], start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    return ["Z"] if words and not words[-1].startswith("M") and dist(start, end) < TOUCH else []
