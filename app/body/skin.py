"""The skin's silhouette: the measured outline, calmer at head and neck, with fingers drawn around the bones of the hand."""

from __future__ import annotations

from functools import cache

import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_area
from app.body.contour import polygons, smoothed, solid
from app.body.frame import STATURE
from app.body.tables import body_rings, bones
from app.model.knowledge import ViewName

FINGER = 6.0
"""mm of flesh around the bones of the hand."""

WEB = 4.0
"""mm; gaps between fingers are closed where they are narrower than twice this."""

WRIST_Y = STATURE - 872.0
CHIN_Y = STATURE - 1440.0
NECK_DENT, NECK_BUMP = 30.0, 13.0
"""mm; dents and bumps of head and neck up to these radii are artefacts of measuring."""

SPREAD = 2.5


@cache
def skin_polygon(view: ViewName) -> MultiPolygon:
    """The body's silhouette on a sheet (mm, y down)."""
    flip = -1.0 if view in ("back", "left") else 1.0
    outline = shapely.union_all([Polygon(polygon[0]).buffer(0) for polygon in body_rings(view)])
    sheet = shapely.transform(outline, lambda points: points * (flip, -1.0) + (0.0, STATURE))
    if view in ("front", "back"):
        sheet = _with_hands(_calm_neck(sheet), view)
    # The areas of pain take their points from here, so there are not more than the shape needs.
    result = smoothed(sheet, SPREAD).simplify(0.2)
    return MultiPolygon(polygons(result))


def _calm_neck(sheet: BaseGeometry) -> BaseGeometry:
    calm = sheet.buffer(NECK_DENT).buffer(-NECK_DENT - NECK_BUMP).buffer(NECK_BUMP)
    below = shapely.box(-1000, CHIN_Y, 1000, 3000)
    return solid(calm.difference(below).union(sheet.intersection(below).buffer(0.01)).buffer(2).buffer(-2))


def _with_hands(sheet: BaseGeometry, view: ViewName) -> BaseGeometry:
    hand = [bone_area(bone, view, left) for bone in bones() if bone.group == "hand" for left in (False, True)]
    flesh = shapely.union_all([Polygon(part.exterior) for part in
                               polygons(shapely.union_all(hand).buffer(FINGER + WEB).buffer(-WEB))])
    below = shapely.union_all([shapely.box(side - 300, WRIST_Y, side + 300, 1200) for side in (-480, 480)])
    return solid(sheet.difference(below).union(flesh).buffer(3).buffer(-3))
