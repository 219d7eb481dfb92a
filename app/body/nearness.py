"""From which views a point of the body lies on the near side."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import shapely

from app.body.tables import Array, bones, grids, table
from app.model.anatomy import ViewName

RIGHT_VIEWS: tuple[ViewName, ...] = ("front", "back", "right")
"""The views that show the right side of the body."""

ARM_X = -168.0
"""mm; what lies further out belongs to the arm."""

HIP_Y = 900.0
"""mm; what lies lower belongs to the leg, whose own middle counts from the side."""

SLICE, COLUMN = 22.0, 25.0
"""mm; how far above or below, and beside a point, its surroundings reach."""

CLOSE = 3.0
"""mm; a point this close to the middle is seen from both sides."""

LIMBS = {"arm": ("Humerus.r", "Radius.r", "Ulna.r"), "leg": ("Femur.r", "Tibia.r", "Fibula.r")}
"""The bones that part the front of a limb from its back, and its inner from its outer side."""

FACES = "faces.csv"
"""Which side of its bone an end or a trigger point of a muscle lies on, where the depth alone would say something else."""


def views_of(muscle: str, what: str, points: Array) -> tuple[ViewName, ...]:
    """The views from which most points (n x 3, mm) of a muscle's ``origin``, ``insertion`` or ``trigger`` are near."""
    face = _faces().get((muscle, what))
    votes = [near_views(point) for point in points]
    return tuple(view for view in RIGHT_VIEWS
                 if (2 * sum(view in vote for vote in votes) >= len(votes) if face is None else view in face))


def near_views(point: Iterable[float]) -> tuple[ViewName, ...]:
    """The views from which a point of the right side (body frame, mm) lies before the middle of its limb or the trunk."""
    x, y, z = point
    frontal, lateral = _middles(x, y, z)
    found: list[ViewName] = []
    if z > frontal - CLOSE:
        found.append("front")
    if z < frontal + CLOSE:
        found.append("back")
    if x < lateral + CLOSE:
        found.append("right")
    return tuple(found)


def _middles(x: float, y: float, z: float) -> tuple[float, float]:
    """The middle of the body about a point, from back to front (z) and from side to side (x), mm."""
    limb = "arm" if x < ARM_X else "leg" if y < HIP_Y else ""
    depth, width = (_bone_span(limb, y, "side"), _bone_span(limb, y, "front")) if limb else (None, None)
    if depth and width:
        return sum(depth) / 2, sum(width) / 2
    there = surroundings(x, y)
    column = there[abs(there[:, 0] - x) < COLUMN, 2]
    return _middle(column if len(column) else there[:, 2]), _lateral_middle(there, y, z)


@cache
def _bone_span(limb: str, y: float, seen: str) -> tuple[float, float] | None:
    """From where to where the long bones of a limb reach at a height (mm), seen from the side or from the front."""
    level = shapely.LineString([(-1000.0, y), (1000.0, y)])
    rings = [polygon[0] for bone in bones() if bone.name in LIMBS[limb]
             for polygon in (bone.side if seen == "side" else bone.front)]
    cut = shapely.union_all([shapely.Polygon(ring).buffer(0).intersection(level) for ring in rings])
    return None if cut.is_empty else (cut.bounds[0], cut.bounds[2])


@cache
def _faces() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["muscle"], row["what"]): tuple(row["seen"].split()) for row in table(FACES)}


def surroundings(x: float, y: float) -> Array:
    """The points of all muscles (n x 3, mm) at about the height `y` in the limb, or in the trunk, to which `x` belongs."""
    points = _points()
    for reach in (SLICE, 3 * SLICE, 10 * SLICE):
        found = points[(abs(points[:, 1] - y) < reach) & ((points[:, 0] < ARM_X) == (x < ARM_X))]
        if len(found):
            return np.asarray(found)
    raise ValueError(f"no muscle lies near x {x:g}, y {y:g}")


def _lateral_middle(there: Array, y: float, z: float) -> float:
    """Where the middle of a limb lies from side to side; that of the trunk is the midline."""
    if there[0, 0] >= ARM_X and y >= HIP_Y:
        return 0.0
    column = there[abs(there[:, 2] - z) < COLUMN, 0]
    return _middle(column if len(column) else there[:, 0])


def _middle(values: Array) -> float:
    return float(values.min() + values.max()) / 2


@cache
def _points() -> Array:
    """The points of all grids of the right side, n x 3, mm."""
    return np.concatenate([grid[..., :3].reshape(-1, 3) for grid in grids().values()])
