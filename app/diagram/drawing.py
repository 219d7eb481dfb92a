"""A diagram as typed, frozen shapes in paint order.

Coordinates are the diagram's user units: millimetres, x to the right of the sheet, y down (``y_svg = 1750 - y``).
"""

from __future__ import annotations

from typing import Literal

from app.diagram.light import Light
from app.model.anatomy import ViewName
from app.model.frozen import frozen

Part = Literal["skin", "bone", "muscle", "structure", "area", "cut", "tendon", "shade", "light", "fibre", "line", "other"]
"""What a shape is. The first five stand for themselves and have an id; the rest are details of the shape that
`of` names: ``cut`` (what is seen of it, where less than its whole outline), ``tendon`` (pale part), ``shade`` and
``light`` (darkened and lightened parts), ``fibre`` (stroked lines from origin to insertion), ``line`` (other stroked
lines)."""

LayerName = Literal["skin", "bone", "deep", "intermediate", "superficial", "area", "other"]


@frozen
class Shape:
    """One path. `data` is absolute SVG path data with the commands M, L, C and Z only."""

    id: str
    of: str
    part: Part
    layer: LayerName
    data: str
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    opacity: float = 1.0
    light: Light | None = None
    """The light on its fill; a shade or a light that has one is transparent and has no other fill."""
    line: int = 0
    """The line of the file where the element begins, 1-based."""
    even_odd: bool = False
    """How overlaps of the path with itself are filled: alternating, else by winding as SVG does unless told."""


@frozen
class Drawing:
    """All shapes of one view, deepest first, in the frame `box` = (x, y, width, height)."""

    view: ViewName
    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]


def owner(shape_id: str) -> tuple[str, str]:
    """Split an id of the form ``THING-SIDE``: ("psoas_major", "right"); an id without a side is of the midline."""
    name, dash, side = shape_id.rpartition("-")
    if dash and side in ("right", "left", "midline"):
        return name, side
    return shape_id, "midline"
