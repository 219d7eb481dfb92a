"""The outline of a part from the side: its grid's silhouette, mended where grids are known to be too coarse."""

from __future__ import annotations

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_area
from app.body.contour import smoothed, solid
from app.body.cords import cord
from app.body.digitations import with_fingers
from app.body.frame import STATURE
from app.body.grid import fine, grids, pulled_in
from app.body.landmarks import landmarks
from app.body.silhouette import silhouette
from app.body.skull import ARCH
from app.body.tables import Array, bones
from app.model.anatomy import ViewName

SEEN_FACE_ON = ("anterior_deltoid", "middle_deltoid")
"""Their described patches are narrower from the side than what was measured; the outline holds both."""

EVENING = 5.0
"""mm over which that outline is evened."""

FOSSA_EDGE = 7.0
"""mm that the iliacus keeps from the iliac crest."""


def side_form(part: str, grid: Array, view: ViewName) -> BaseGeometry:
    """What a part covers on a sheet (mm); only side views are mended."""
    area = silhouette(grid, view)
    if view in ("front", "back"):
        return area
    if part == "iliacus":
        area = smoothed(area.union(_iliac_fossa()).buffer(4).buffer(-4), 4.0)
    if part == "temporalis":
        area = solid(area.difference(Polygon(ARCH).buffer(0.5)))
    if part in SEEN_FACE_ON:
        measured = silhouette(pulled_in(fine(grids()[part, ""])), view)
        area = smoothed(area.union(measured), EVENING)
    return with_fingers(part, grid, cord(part, area))


def _iliac_fossa() -> BaseGeometry:
    """The wing of the ilium from the crest down to the arcuate line, ahead of the sacroiliac joint (right sheet, mm)."""
    hip = next(bone_area(bone, "right", False) for bone in bones() if bone.name == "Hip bone.r")
    marks = landmarks()
    crest, promontory, spine = (marks[name] for name in ("iliac_crest_top", "sacral_promontory", "aiis"))
    wing = Polygon([(crest[2] - 12, STATURE - crest[1] - 20), (promontory[2] - 2, STATURE - promontory[1] + 38),
                    (spine[2], STATURE - spine[1]), (200, STATURE - spine[1]), (200, 0)])
    return solid(shapely.intersection(hip.buffer(-FOSSA_EDGE), wing))
