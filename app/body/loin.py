"""Fascia of the trunk from the side: behind the latissimus, and where the flat muscles turn to the rectus sheath."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import line_data, lines, smoothed, solid
from app.body.fascia import SEMILUNAR
from app.body.grid import fine, pulled_in, reaching
from app.body.silhouette import silhouette

LUMBAR_BORDER = ((-140, 560), (-104, 560), (-92, 588), (-79, 616), (-66, 642), (-58, 668), (-56, 692), (-61, 712), (-70, 728),
                 (-80, 742), (-88, 756), (-94, 776), (-102, 800), (-140, 800))
"""The thoracolumbar fascia before its hind edge, which the muscles beneath it bound (sheet of the right view, mm)."""

BENEATH = ("latissimus_dorsi", "longissimus", "iliocostalis", "spinalis", "multifidus", "gluteus_maximus", "lower_trapezius")

EDGE_ON = ("pectoralis_major", "gluteus_maximus", "upper_trapezius", "middle_trapezius", "lower_trapezius", "latissimus_dorsi")
"""Their pale origin lies on the far side of their curve: from the side it would be a stray streak."""

FRONT_Z = 15.0
"""mm; what is tendon of the oblique lies before this."""

EVENING = 14.0
"""mm over which borders are evened."""


def lumbar_fascia_side(areas: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """The thoracolumbar fascia over the muscles (areas by id, sheet of the right view, mm)."""
    beneath = shapely.union_all([area for name, area in areas.items() if name.startswith(BENEATH)])
    bone = areas["hip_bone-right"]
    return smoothed(solid(Polygon(LUMBAR_BORDER).intersection(beneath.buffer(6).buffer(-6)).difference(bone)), 2.0)


def lumbar_lines_side(area: BaseGeometry) -> str:
    """The crossing strands of the thoracolumbar fascia, as path data (mm)."""
    inside = area.buffer(-1.5)
    found = []
    for top in np.arange(540.0, 790.0, 15.0):
        for fall in (34.0, -26.0):
            strand = shapely.LineString([(-115, top), (-48, top + fall)])
            found += [np.asarray(part.coords) for part in lines(strand.intersection(inside)) if part.length > 8]
    return "".join(line_data(strand, 0.5) for strand in found)


def sheath_side() -> BaseGeometry:
    """Where the external oblique is tendon on the sheet of the right view: ahead of the semilunar line (mm)."""
    grid = fine(pulled_in(fine(reaching(("external_oblique", "")))))
    border = np.array(sorted((height, width) for width, height in SEMILUNAR))
    width = np.interp(grid[..., 1], border[:, 0], border[:, 1])
    return smoothed(silhouette(grid, "right", (np.abs(grid[..., 0]) < width) & (grid[..., 2] > FRONT_Z)).buffer(3), EVENING)
