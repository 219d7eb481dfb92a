"""What a measured piece covers on the sheet: discs of its thickness around its grid, joined cell by cell."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from app.body.contour import smoothed
from app.body.frame import project
from app.body.tables import Array
from app.model.anatomy import ViewName

LEAST_RADIUS = 0.4
"""mm; a tendon thinner than this would not be seen."""

DENTS = (0.83, 0.55, 0.4, 0.25)
"""Radii with which dents are filled, as shares of an area's size."""

MOST_FILLED = 1.03
"""How much larger filling may make an area."""


def silhouette(grid: Array, view: ViewName, chosen: NDArray[np.bool_] | None = None) -> BaseGeometry:
    """The area that a fine grid (mm) with pulled-in edges covers in a view (sheet coordinates, mm).

    `chosen` marks the points whose cells count.
    """
    places = project(grid, view)[..., :2]
    radii = np.maximum(grid[..., 3] / 2, LEAST_RADIUS)
    discs = shapely.buffer(shapely.points(places), radii, quad_segs=4)
    corners = np.stack([discs[:-1, :-1], discs[1:, :-1], discs[1:, 1:], discs[:-1, 1:]], axis=-1)
    cells = np.asarray(shapely.convex_hull(shapely.multipolygons(corners.reshape(-1, 4))))
    if chosen is not None:
        cells = cells[(chosen[:-1, :-1] | chosen[1:, 1:]).reshape(-1)]
    if not len(cells):
        return shapely.Polygon()
    area = levelled(calmed(shapely.union_all(cells)))
    return smoothed(area, float(np.clip(math.sqrt(area.area) / 30, 0.9, 4.0)))


def levelled(area: BaseGeometry) -> BaseGeometry:
    """The area with its long shallow dents filled, which measuring at few stations has left between them.

    The widest filling counts that does not change the size, so that real bends stay.
    """
    for share in DENTS:
        reach = math.sqrt(area.area) * share
        filled = area.buffer(reach).buffer(-reach).simplify(0.1)
        if filled.area < MOST_FILLED * area.area:
            return filled
    return area


def calmed(area: BaseGeometry) -> BaseGeometry:
    """The area without notches and spikes that are small for its size."""
    size = float(np.clip(math.sqrt(area.area) / 14, 1.2, 7.0))
    fill, trim = size * 1.2, size * 0.3
    result = area.buffer(fill).buffer(-fill - trim).buffer(trim)
    return result if result.area > 0.93 * area.area else area.buffer(1.0).buffer(-1.0)
