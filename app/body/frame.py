"""From the body frame (mm, x to the subject's left, y up, z forward) to the sheets of the views (mm, y down)."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from app.body.tables import Array
from app.model.anatomy import ViewName
from app.model.reference import BodySide

STATURE = 1750.0
"""mm; y_svg = STATURE - y."""

BOXES: dict[ViewName, tuple[float, float, float, float]] = {
    "front": (-370.0, -24.0, 740.0, 1792.0),
    "back": (-370.0, -24.0, 740.0, 1792.0),
    "right": (-190.0, -24.0, 400.0, 1792.0),
    "left": (-210.0, -24.0, 400.0, 1792.0),
}
"""The viewBox of each view: x, y, width, height (mm)."""


def near_sides(view: ViewName) -> tuple[BodySide, ...]:
    """The sides of the body that a view shows: both from the front and from behind, else the one that is near."""
    sides: dict[ViewName, tuple[BodySide, ...]] = {"right": ("right",), "left": ("left",)}
    return sides.get(view, ("right", "left"))


def project(points: Array, view: ViewName) -> Array:
    """Points (..., at least 3: x, y, z in mm) as (..., 3): x and y on the sheet, and the depth towards the viewer."""
    x, y, z = points[..., 0], STATURE - points[..., 1], points[..., 2]
    columns = {"front": (x, y, z), "back": (-x, y, -z), "right": (z, y, -x), "left": (-z, y, x)}[view]
    return np.stack(columns, axis=-1)


def mirrored(points: Array) -> Array:
    """The same points (..., at least 3, mm) on the other side of the body."""
    flipped = points.copy()
    flipped[..., 0] *= -1
    return flipped


def over(area: BaseGeometry) -> BaseGeometry:
    """An area of a sheet (mm) turned over the midline."""
    return shapely.transform(area, lambda points: points * (-1.0, 1.0))
