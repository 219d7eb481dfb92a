"""Sheets of fascia that no fibre grid holds, drawn between measured muscles and landmarks."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import line_data, lines, polygons, smoothed
from app.body.frame import STATURE, project
from app.body.landmarks import landmarks
from app.body.tables import Array
from app.model.anatomy import ViewName

LUMBAR_EDGE = ((0.0, 1204.0), (10.0, 1188.0), (40.0, 1160.0), (74.0, 1128.0), (86.0, 1101.0), (85.0, 1070.0),
               (86.0, 1039.0), (74.0, 1013.0), (62.0, 990.0), (54.0, 965.0), (45.0, 938.0), (33.0, 910.0), (21.0, 884.0),
               (11.0, 862.0), (5.0, 853.0), (0.0, 850.0))
"""Half width and height (mm) of the posterior layer of the thoracolumbar fascia.

Measured down to 1013 mm; below, described: it covers the sacrum, and gluteus maximus arises from its edge.
"""

FAR = 40.0
"""mm; nearer tendons spread like a fan from the first."""

BUNDLE = 0.6
"""How wide the tendons are together where they part, as a share of the width that was measured."""

SPINAL_TENDON = ((-8, 1), (-5, -12), (-2, -29), (20, -31), (40, -29), (26, -8), (9, 6))
"""Its corners beside the root of the spine: outwards and down, mm."""

SPACES = 20.0
"""mm; half the height of the widest space between two cartilages."""

LUMBAR_EVENING = 7.0
"""mm over which its border is evened."""

INTERSECTIONS = (1042.0, 1114.0, 1190.0)
"""Heights (mm) of the tendinous intersections of the rectus: at the umbilicus, at the xiphoid, and halfway."""

LOWEST = 2.9
"""mm; half the height of the lowest, which must cover the edges of both muscles."""

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
    return smoothed(Polygon(np.stack([ring[:, 0], STATURE - ring[:, 1]], axis=1)).buffer(0), LUMBAR_EVENING)


def lumbar_lines(area: BaseGeometry) -> str:
    """The strands of the thoracolumbar fascia: they lead the fibres of latissimus on to the spines (path data, mm)."""
    inside = area.buffer(-1.5)
    found = []
    for height in np.arange(850.0, 1190.0, 11.0):
        rise = np.interp(height, (920.0, 1180.0), (78.0, 34.0))
        across = np.linspace(0.03, 1.0, 9)
        for side in (-1, 1):
            strand = np.stack([side * 90 * across, STATURE - height - rise * across ** 1.25], axis=1)
            found += [np.asarray(part.coords) for part in lines(LineString(strand).intersection(inside)) if part.length > 12]
    spines = LineString([(0, STATURE - 1180), (0, STATURE - 860)])
    found += [np.asarray(part.coords) for part in lines(spines.intersection(inside))]
    return "".join(line_data(strand, 0.5) for strand in found)


def between_cartilages(bones: dict[str, BaseGeometry], side: str) -> tuple[BaseGeometry, str]:
    """The internal intercostals beside the sternum (sheet of the front, mm), and their fibres as path data.

    `bones` are the areas of the front by id. The fibres run down and outwards; the external ones are only a membrane here.
    """
    flip = -1 if side == "right" else 1
    wall = [area for name, area in bones.items()
            if "sternum" in name or (name.startswith("costal_cartilage") and name.endswith(side))]
    ends = [landmarks()[f"rib{number}_front_end"] for number in range(1, 8)]
    field = Polygon([(0.0, 316.0), *((-flip * x, STATURE - y) for x, y, _ in ends), (flip * 20.0, 486.0), (0.0, 470.0)])
    closed = shapely.union_all(wall).buffer(SPACES).buffer(-SPACES).intersection(field.buffer(0))
    gaps = closed.difference(shapely.union_all(wall)).buffer(-0.6).buffer(0.6)
    area = shapely.union_all([part for part in polygons(gaps) if part.area > 30])
    inside, found = area.buffer(-0.8), []
    for start in np.arange(-8.0, 110.0, 6.0):
        course = LineString([(flip * start, 300), (flip * (start + 135), 510)])
        found += [np.asarray(part.coords) for part in lines(course.intersection(inside)) if part.length > 6]
    return area, "".join(line_data(fibre, 0.5) for fibre in found)


def spinal_tendon(side: float) -> BaseGeometry:
    """The small triangle of tendon where the lower trapezius glides over the root of the scapula's spine.

    On the sheet of the back, mm; `side` is -1 on its left.
    """
    x, y, _ = landmarks()["scapular_spine_root"]
    ring = [(-x + right, STATURE - y + down) for right, down in SPINAL_TENDON]
    return Polygon([(side * across, height) for across, height in ring]).buffer(0)


def aponeurosis(view: ViewName) -> BaseGeometry:
    """Where the flat muscles of the belly are tendon: in front of the recti, and below towards the groin (sheet, mm)."""
    if view != "front":
        return Polygon()
    right = np.array(SEMILUNAR)
    ring = np.vstack([right, right[::-1] * (-1, 1)])
    return Polygon(np.stack([ring[:, 0], STATURE - ring[:, 1]], axis=1)).buffer(-12).buffer(12)


def lowest_intersection(rectus: BaseGeometry) -> BaseGeometry:
    """The bar over the seam between the upper and the lower rectus of one side (sheet, mm)."""
    across = LineString([(x, STATURE - INTERSECTIONS[0] + 0.9 * np.sin(x / 9)) for x in np.arange(-95.0, 96.0, 2.0)])
    return across.buffer(LOWEST).intersection(rectus.buffer(4).buffer(-4))


def intersections(side: float) -> BaseGeometry:
    """The pale bars across the rectus of one side (-1 is the sheet's left), on the sheet, mm."""
    across = np.linspace(0, 95, 12)
    # The lowest is straight: it covers the seam between the upper and the lower rectus.
    waves = [0 * across, 2.2 * np.sin(across / 13) - 2 * np.cos(across / 6), 3 * np.sin(across / 11 + 1) + np.sin(across / 5)]
    bars = [LineString(np.stack([side * across, STATURE - height - wave], axis=1)).buffer(2.4)
            for height, wave in zip(INTERSECTIONS, waves, strict=True)]
    return shapely.union_all(bars)


def tapered(grid: Array, ends: Array) -> Array:
    """A grid whose last stations are gathered to the bundle in which tendons leave for far `ends` (points, mm)."""
    if np.linalg.norm(ends.mean(axis=0) - grid[-1, :, :3].mean(axis=0)) < FAR:
        return grid
    shares = np.ones((len(grid), 1, 1))
    shares[-8:, 0, 0] = np.linspace(1.0, BUNDLE, 8)[-len(grid):]
    middle = grid[..., :3].mean(axis=1, keepdims=True)
    return np.concatenate([middle + (grid[..., :3] - middle) * shares, grid[..., 3:]], axis=2)


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
        found.append(LineString(sheet).buffer(1.5))
    return shapely.union_all(found)
