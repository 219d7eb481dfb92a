"""Sheets of fascia that no fibre grid holds, drawn between measured muscles and landmarks."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import line_data, lines, polygons
from app.body.frame import STATURE, project
from app.body.tables import Array
from app.model.knowledge import ViewName

LUMBAR_EDGE = ((0.0, 1204.0), (10.0, 1188.0), (40.0, 1160.0), (74.0, 1128.0), (86.0, 1101.0), (85.0, 1070.0),
               (86.0, 1039.0), (73.0, 1013.0), (46.0, 982.0), (24.0, 950.0), (8.0, 925.0), (0.0, 915.0))
"""Half width and height (mm) of the posterior layer of the thoracolumbar fascia, as measured."""

INTERSECTIONS = (1042.0, 1114.0, 1190.0)
"""Heights (mm) of the tendinous intersections of the rectus: at the umbilicus, at the xiphoid, and halfway."""

SEMILUNAR = ((0.0, 1290.0), (80.0, 1262.0), (92.0, 1215.0), (95.0, 1150.0), (94.0, 1085.0), (98.0, 1030.0), (107.0, 995.0),
             (126.0, 972.0), (122.0, 955.0), (80.0, 905.0), (30.0, 868.0), (0.0, 858.0))
"""Half width and height (mm) of where the flat muscles turn to tendon: beside the rectus, then towards the iliac spine."""


def linea_alba(recti: list[BaseGeometry]) -> BaseGeometry:
    """The seam between the two recti (sheet, mm)."""
    together = shapely.union_all(recti)
    gap = together.buffer(28).buffer(-28).difference(together)
    middle = [part for part in polygons(gap) if part.bounds[0] < 0 < part.bounds[2]]
    return shapely.union_all(middle).buffer(0.4)


def lumbar_fascia() -> BaseGeometry:
    """The thoracolumbar fascia from behind (sheet, mm)."""
    right = np.array(LUMBAR_EDGE)
    ring = np.vstack([right, right[::-1] * (-1, 1)])
    return Polygon(np.stack([ring[:, 0], STATURE - ring[:, 1]], axis=1)).buffer(0)


def lumbar_lines(area: BaseGeometry) -> str:
    """The crossing strands of the thoracolumbar fascia, as path data (mm)."""
    found = []
    for height in np.arange(925.0, 1190.0, 17.0):
        for side in (-1, 1):
            for rise in (38.0, -30.0):
                strand = shapely.LineString([(0, STATURE - height), (side * 88, STATURE - height - rise)])
                found += [np.asarray(part.coords) for part in lines(strand.intersection(area.buffer(-1.5))) if part.length > 8]
    return "".join(line_data(strand, 0.5) for strand in found)


def aponeurosis(view: ViewName) -> BaseGeometry:
    """Where the flat muscles of the belly are tendon: in front of the recti, and below towards the groin (sheet, mm)."""
    if view != "front":
        return Polygon()
    right = np.array(SEMILUNAR)
    ring = np.vstack([right, right[::-1] * (-1, 1)])
    return Polygon(np.stack([ring[:, 0], STATURE - ring[:, 1]], axis=1)).buffer(-12).buffer(12)


def intersections(side: float) -> BaseGeometry:
    """The pale bars across the rectus of one side (-1 is the sheet's left), on the sheet, mm."""
    across = np.linspace(0, 95, 12)
    wave = 3 * np.sin(across / 15)
    # The lowest is straight: it covers the seam between the upper and the lower rectus.
    heights = [height + (wave if height > INTERSECTIONS[0] else 0 * wave) for height in INTERSECTIONS]
    bars = [shapely.LineString(np.stack([side * across, STATURE - height], axis=1)).buffer(2.2) for height in heights]
    return shapely.union_all(bars)


def slip_area(grid: Array, ends: Array, view: ViewName) -> BaseGeometry:
    """Tendons (sheet, mm) from the last station of a grid to where each inserts (points x (x, y, z), mm)."""
    start = grid[-1, :, :3]
    order = np.argsort(start[:, 0])
    places = np.linspace(0, len(start) - 1, len(ends)).round().astype(int)
    starts = start[order][places]
    before = grid[-4].mean(axis=0)[:3]
    found = []
    for first, last in zip(starts, ends[np.argsort(ends[:, 0])], strict=True):
        course = np.array([first, first + (first - before) * 0.6, (first + (first - before) * 0.6) * 0.5 + last * 0.5, last])
        t = np.linspace(0, 1, 14)[:, None]
        curve = (course[0] * (1 - t) ** 3 + course[1] * 3 * t * (1 - t) ** 2 + course[2] * 3 * t * t * (1 - t)
                 + course[3] * t ** 3)
        sheet = project(curve, view)[:, :2]
        found.append(shapely.LineString(sheet).buffer(1.5))
    return shapely.union_all(found)
