"""The skin of the feet from the front and from behind: flesh around the bones, and the lines between the toes."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_area
from app.body.contour import lines, smoothed, solid
from app.body.frame import STATURE
from app.body.tables import Array, Bone, bones
from app.model.anatomy import ViewName

FLESH, PAD = 6.5, 5.0
"""mm of flesh around the bones of the foot, and how much more there is under them."""

TOE = 4.2
"""mm of flesh around the bones of a toe."""

NOTCH, WEB = 9.0, 1.5
"""mm; gaps between what the flesh covers are closed where they are narrower than twice this; the second is for the toes."""

ANKLE, BLEND = STATURE - 62.0, 8.0
"""Above this height on the sheet the measured outline counts, and over how many mm the two are joined."""

TOES = ("first", "second", "third", "fourth", "fifth")
"""From the nearest to the farthest, seen from the front."""

SHORTEST = 6.0
"""mm; shorter lines are not drawn."""


def with_feet(sheet: BaseGeometry, view: ViewName) -> BaseGeometry:
    """A body's outline from the front or from behind (sheet, mm) with the feet as narrow as their bones and flesh."""
    below = shapely.box(-1000, ANKLE, 1000, STATURE)
    feet = shapely.union_all([_foot(view, left) for left in (False, True)]).intersection(below.buffer(BLEND))
    joined = sheet.difference(shapely.box(-1000, ANKLE, 1000, 3000)).union(feet)
    ankles = shapely.box(-1000, ANKLE - 3 * BLEND, 1000, ANKLE + 3 * BLEND)
    return solid(joined.union(joined.buffer(BLEND).buffer(-BLEND).intersection(ankles)))


def toe_lines(view: ViewName) -> list[Array]:
    """The contours of the toes, each as far as no nearer one hides it (sheet, mm); only the front shows them."""
    return [course for left in (False, True) for course in _row(left)] if view == "front" else []


def _foot(view: ViewName, left: bool) -> BaseGeometry:
    """One foot with its flesh (sheet, mm)."""
    foot = [bone for bone in bones() if bone.group == "foot"]
    toes, rest = (shapely.union_all([bone_area(bone, view, left) for bone in foot if _is_toe(bone) == wanted])
                  for wanted in (True, False))
    flesh = rest.buffer(FLESH).buffer(NOTCH).buffer(-NOTCH).union(toes.buffer(TOE))
    return flesh.union(shapely.transform(flesh, _lowered)).buffer(WEB).buffer(-WEB)


def _lowered(points: Array) -> Array:
    return np.asarray(points + np.array((0.0, PAD)))


def _is_toe(bone: Bone) -> bool:
    return "phalanx" in bone.name and "finger of foot" in bone.name


def _row(left: bool) -> list[Array]:
    found: list[Array] = []
    nearer: BaseGeometry = shapely.Polygon()
    metatarsals = shapely.union_all([bone_area(bone, "front", left) for bone in bones() if "metatarsal" in bone.name])
    for name in TOES:
        phalanges = [bone_area(bone, "front", left) for bone in bones() if _is_toe(bone) and f"{name} finger" in bone.name]
        flesh = shapely.union_all(phalanges).buffer(TOE)
        toe = smoothed(flesh.union(shapely.transform(flesh, _lowered)), 2.0)
        edge = toe.boundary.difference(nearer.union(metatarsals))
        found += [np.asarray(part.coords) for part in lines(shapely.line_merge(edge)) if part.length > SHORTEST]
        nearer = nearer.union(toe)
    return found
