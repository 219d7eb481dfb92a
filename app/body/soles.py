"""The soles, drawn beside the lower legs of the back view, heel up, as they are seen when the foot is lifted backwards.

The body's outline was not measured from below, so a sole's shape is described: flesh of a given width round the bones.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import smoothed, solid
from app.body.landmarks import landmarks
from app.body.tables import Array, bones
from app.model.anatomy import ViewName

PLACE = (-181.0, 1584.0)
"""Where the body frame's (x, z) = (0, 0) lies on the sheet (mm) for the sole on its left half."""

RIGHT, LEFT = "skin_of_sole-right", "skin_of_sole-left"

TOES = ("first", "second", "third", "fourth", "fifth")
TOE_FLESH = (12.5, 7.3, 6.5, 6.6, 7.6)
"""mm of flesh round the middle line of each toe."""

BALL_FLESH, HEEL_FLESH, EDGE_FLESH = 14.0, 29.0, 13.0
"""mm of flesh round the heads of the metatarsals, the middle of the heel, and the outer edge of the foot."""

HOLLOW = 90.0
"""mm; the radius of the hollows of instep and outer edge."""

WEB = 6.0
"""mm of flesh round the line across the toes' first phalanges, up to which they are one."""

CLEFT = 0.8
"""mm; clefts are closed where they are narrower than twice this."""


def sole_skins(view: ViewName) -> list[tuple[str, BaseGeometry]]:
    """Ids and outlines (sheet, mm) of the soles that a view shows beside the body, right before left."""
    if view != "back":
        return []
    return [(RIGHT, shapely.transform(sole(), turned)), (LEFT, sole())]


def sole_lines(skin: str) -> list[Array]:
    """The courses (n x 2, sheet, mm) of the creases on a sole; none on other skin."""
    left = [placed(course) for course in (_toe_crease(), _arch())]
    return {LEFT: left, RIGHT: [turned(course) for course in left]}.get(skin, [])


def turned(points: Array) -> Array:
    """Points (n x 2, mm) turned over the midline: from behind, the right half of the body is the right half of the sheet."""
    return points * (-1.0, 1.0)


def placed(points: Array) -> Array:
    """Points (n x 2: x and z of the body frame, mm, right side) on the left half of the back view's sheet (mm)."""
    return np.asarray(points + np.array(PLACE))


@cache
def sole() -> BaseGeometry:
    """The outline of a sole on the left half of the sheet (mm)."""
    body = solid(shapely.union_all([_heel(), _ball(), _outer_edge(), _middle()])).buffer(HOLLOW).buffer(-HOLLOW)
    web = LineString([_first_phalanx(number) for number in range(len(TOES))]).buffer(WEB)
    whole = shapely.union_all([body, web, *(_toe(number) for number in range(len(TOES)))])
    calm = smoothed(solid(whole.buffer(CLEFT).buffer(-2 * CLEFT).buffer(CLEFT)), 1.2).simplify(0.15)
    return shapely.transform(calm, placed)


def _toe(number: int) -> BaseGeometry:
    flesh = TOE_FLESH[number]
    tip = _bone(f"Distal phalanx of {TOES[number]} finger of foot")
    line = LineString([_head(number), _first_phalanx(number), ((tip[0] + tip[2]) / 2, tip[3] - flesh / 2)])
    return line.buffer(flesh)


def _first_phalanx(number: int) -> tuple[float, float]:
    x_min, z_min, x_max, z_max = _bone(f"Proximal phalanx of {TOES[number]} finger of foot")
    return (x_min + x_max) / 2, (z_min + z_max) / 2


def _ball() -> BaseGeometry:
    return LineString([_head(number) for number in range(len(TOES))]).buffer(BALL_FLESH)


def _heel() -> BaseGeometry:
    x_min, z_min, x_max, _ = _bone("Calcaneus")
    return Point((x_min + x_max) / 2, z_min + HEEL_FLESH * 0.7).buffer(HEEL_FLESH)


def _outer_edge() -> BaseGeometry:
    x_min, z_min, x_max, _ = _bone("Calcaneus")
    base = landmarks()["metatarsal_base_5"]
    return LineString([((x_min + x_max) / 2 - HEEL_FLESH + EDGE_FLESH, z_min + HEEL_FLESH), (base[0], base[2]), _head(4)]
                      ).buffer(EDGE_FLESH)


def _middle() -> BaseGeometry:
    """What the outer edge, the ball and the heel enclose, the instep as its inner border."""
    x_min, z_min, x_max, _ = _bone("Calcaneus")
    navicular = _bone("Navicular bone")
    base = landmarks()["metatarsal_base_5"]
    return Polygon([(x_min, z_min + HEEL_FLESH), (base[0], base[2]), _head(4), _head(0), (navicular[2] - 9, navicular[3]),
                    (x_max, z_min + HEEL_FLESH)])


def _head(number: int) -> tuple[float, float]:
    x, _, z = landmarks()[f"metatarsal_head_{number + 1}"]
    return x, z


def _toe_crease() -> Array:
    """Where the toes leave the ball, from the first toe to the fifth (x, z; mm)."""
    heads = np.array([_head(number) for number in range(len(TOES))])
    return np.asarray(heads + np.array([(5.0, 15.0), (3.0, 13.0), (0.0, 14.0), (-2.0, 16.0), (-6.0, 16.0)]))


def _arch() -> Array:
    """The outer border of the arch, which does not touch the ground, from the ball to the heel (x, z; mm)."""
    x, z = _head(0)
    x_min, z_min, x_max, _ = _bone("Calcaneus")
    middle = (x_min + x_max) / 2
    return np.array([(x - 1, z - 28), (x - 14, z - 44), (middle - 8, z - 84), (middle + 3, z_min + 60), (x_max - 6, z_min + 44)])


@cache
def _bone(name: str) -> tuple[float, float, float, float]:
    """How far a bone of the right foot reaches: x_min, z_min, x_max, z_max (mm)."""
    bone = next(bone for bone in bones() if bone.name == f"{name}.r")
    front, side = (np.vstack([ring for polygon in rings for ring in polygon])[:, 0] for rings in (bone.front, bone.side))
    return float(front.min()), float(side.min()), float(front.max()), float(side.max())
