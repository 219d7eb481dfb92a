"""The skin's silhouette, with hands and feet drawn around their bones: measured from the front, described from the side."""

from __future__ import annotations

from functools import cache

import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_area
from app.body.contour import polygons, smoothed, solid
from app.body.feet import with_feet
from app.body.frame import STATURE, over
from app.body.head import with_head
from app.body.profile import profile, with_hand
from app.body.tables import body_rings, bones
from app.model.anatomy import ViewName

FINGER = 6.0
"""mm of flesh around the bones of the hand."""

WEB = 4.0
"""mm; gaps between fingers are closed where they are narrower than twice this."""

WRIST_Y = STATURE - 872.0
CHIN_Y = STATURE - 1440.0
NECK_DENT, NECK_BUMP = 30.0, 13.0
"""mm; dents and bumps of head and neck up to these radii are artefacts of measuring."""

SPREAD, SIDE_SPREAD = 2.5, 0.8
"""mm over which the outline is evened; a described profile needs little."""


@cache
def skin_polygon(view: ViewName) -> MultiPolygon:
    """The body's silhouette on a sheet (mm, y down)."""
    if view == "left":
        return MultiPolygon(polygons(over(skin_polygon("right"))))
    sheet = _from_the_side() if view == "right" else with_feet(_with_hands(with_head(_calm_neck(_measured(view))), view), view)
    # The areas of pain take their points from here, so there are not more than the shape needs.
    result = smoothed(sheet, SPREAD if view != "right" else SIDE_SPREAD).simplify(0.2)
    return MultiPolygon(polygons(result))


def _measured(view: ViewName) -> BaseGeometry:
    flip = -1.0 if view == "back" else 1.0
    outline = shapely.union_all([Polygon(polygon[0]).buffer(0) for polygon in body_rings(view)])
    return shapely.transform(outline, lambda points: points * (flip, -1.0) + (0.0, STATURE))


def _from_the_side() -> BaseGeometry:
    hand = [bone_area(bone, "right", False) for bone in bones() if bone.group == "hand"]
    return with_hand(profile(), hand, FINGER, WEB)


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
