"""The fingers with which the serrati end on the ribs; the coarse fibre grids join them."""

from __future__ import annotations

import itertools

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter
from scipy.spatial import KDTree
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_area
from app.body.contour import evenly, polygons, solid
from app.body.frame import project
from app.body.tables import Array, bones

FINGERS: dict[str, tuple[int, tuple[str, ...], float, float]] = {
    "serratus_anterior": (0, ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"), 0.3, 0.15),
    "serratus_posterior_superior": (1, ("Second", "Third", "Fourth", "Fifth"), 0.55, 0.4),
    "serratus_posterior_inferior": (1, ("Ninth", "Tenth", "Eleventh", "Twelfth"), 0.4, 0.5),
}
"""Which end is divided (0 origin, 1 insertion), the ribs on which its fingers end, and how deep the
notches are (share of the length, 0..1), and where they begin: behind the upper finger 0 .. behind the lower 1."""

DEEPEST = 42.0
"""mm; no notch is deeper."""

TIP = 0.12
"""How much of the border between two ribs remains at the tip of each finger."""

BEYOND = 12.0
"""mm that a notch reaches beyond the border."""

EVENING = (2.0, 1.5)
"""Stations and fibres over which the grid is evened first."""

SAME_TIP = 12.0
"""mm; a rib may meet the border twice, and the finger ends where it is farther out."""

NEAR_END = 0.6
"""The border of the divided end is what lies nearest to this share of the grid."""

THINNEST, ROUNDING = 2.0, 1.2
"""mm; radius of tips and of notches."""


def with_fingers(part: str, grid: Array, area: BaseGeometry) -> BaseGeometry:
    """The area of a part (right sheet, mm) without the notches between its fingers; other parts stay as they are."""
    if part not in FINGERS:
        return area
    end, names, depth, lean = FINGERS[part]
    sheet = gaussian_filter(project(grid if end == 0 else grid[::-1], "right")[..., :2], (*EVENING, 0), mode="nearest")
    tips = _tips(sheet, names, max(polygons(area), key=_size))
    notches = [_notch(sheet, (first, second), depth, lean) for first, second in itertools.pairwise(tips)]
    divided = solid(area.difference(shapely.union_all(notches)))
    return max(polygons(divided.buffer(-THINNEST).buffer(THINNEST + ROUNDING).buffer(-ROUNDING)), key=_size)


def _size(area: BaseGeometry) -> float:
    return float(area.area)


def _tips(sheet: Array, names: tuple[str, ...], area: Polygon) -> list[Array]:
    """Where the border of the divided end meets each rib (sheet, mm)."""
    border = evenly(np.asarray(area.exterior.coords), closed=True)
    rows = sheet.shape[0]
    station, _ = np.divmod(KDTree(sheet.reshape(-1, 2)).query(border)[1], sheet.shape[1])
    border = border[station < NEAR_END * rows]
    found = []
    for name in names:
        rib = next(bone_area(bone, "right", False) for bone in bones() if bone.name == f"{name} rib.r")
        met = border[shapely.distance(shapely.points(border), rib) < 0.5]
        if len(met):
            farthest = met[int(np.argmax(np.linalg.norm(met - sheet[-1].mean(axis=0), axis=1)))]
            found.append(met[np.linalg.norm(met - farthest, axis=1) < SAME_TIP].mean(axis=0))
    return found


def _notch(sheet: Array, tips: tuple[Array, Array], depth: float, lean: float) -> BaseGeometry:
    """The gap between two fingers whose tips are given (sheet, mm), widest beyond the border."""
    root = tips[0] + (tips[1] - tips[0]) * lean
    fibre = int(np.argmin(((sheet[0] - root) ** 2).sum(axis=1)))
    inwards = sheet[-1, fibre] - root
    length = float(np.linalg.norm(inwards))
    apex = root + inwards * min(depth, DEEPEST / length)
    outwards = inwards * (-BEYOND / length)
    middle = (tips[0] + tips[1]) / 2
    sides = [middle + (tip - middle) * (1 - TIP) for tip in tips]
    return shapely.MultiPoint(np.array([apex, *sides, *(side + outwards for side in sides)])).convex_hull
