"""The skeleton on a sheet: one area for each bone and side."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import smoothed
from app.body.frame import STATURE, near_sides
from app.body.tables import Array, Bone, bones
from app.model.anatomy import ViewName

SKULL = "skull"

TEETH = ((-31, 168), (31, 168), (32, 181), (26, 189), (12, 193), (0, 193.5), (-12, 193), (-26, 189), (-32, 181))
"""The closed rows of teeth from the front (sheet, mm), which the outlines of the jaws leave out."""

TEETH_FROM_THE_SIDE = (
    (49, 171), (62, 174), (76, 176), (90, 175), (94.5, 178), (96, 183.5), (93, 187), (90.5, 191), (87, 194), (72, 193.5),
    (58, 191), (49, 186))

INFRATEMPORAL = ((11, 139), (22, 139), (34, 141), (46, 148), (50, 160), (48, 174), (40, 176), (28, 168), (16, 152))
"""The hollow behind the jaw, which the outlines of the skull leave open (sheet of the right view, mm)."""

ROWS_OF_TEETH: dict[ViewName, tuple[tuple[float, float], ...]] = {"front": TEETH, "right": TEETH_FROM_THE_SIDE}

VAULT, VAULT_EVENING = shapely.box(-150, -10, 86, 106), 6.0
"""Where the skull from the side is evened, and over how many mm."""

SKULL_GAP = 5.0
"""mm; sutures and the holes of the face up to this width are not part of the skull's silhouette."""


def bone_areas(view: ViewName) -> list[tuple[str, str, BaseGeometry]]:
    """(id, group, area) of all bones, farthest first; the skull is one. Sheet coordinates, mm."""
    found = []
    ordered = sorted(bones(), key=lambda bone: (toward(bone, view), bone.name))
    for bone in ordered:
        if bone.group == SKULL:
            continue
        for side in near_sides(view) if bone.paired else ("midline",):
            area = bone_area(bone, view, side == "left")
            if area.area > 1:
                found.append((f"{slug(bone.name)}-{side}", bone.group, area))
    found.append(("skull-midline", SKULL, skull(view)))
    return found


def toward(bone: Bone, view: ViewName) -> float:
    """How near a bone is to the viewer (mm)."""
    return {"front": bone.z_front, "back": -bone.z_front, "right": -bone.x_side, "left": bone.x_side}[view]


def slug(name: str) -> str:
    """The id of a bone without its side: ``Fifth rib.r`` is ``fifth_rib``, ``Atlas (C1)`` is ``atlas_c1``."""
    words = name.removesuffix(".r").replace("(", "").replace(")", "").lower().split()
    plain = "_".join(words)
    # Areas of pain have these names already, and an id may be given once only.
    return f"{plain}_bone" if plain in ("sacrum", "coccyx") else plain


def bone_area(bone: Bone, view: ViewName, left: bool) -> BaseGeometry:
    """The area of one bone (of the left side when `left`) on the sheet, mm."""
    frontal = view in ("front", "back")
    flip = -1.0 if view in ("back", "left") else 1.0
    if left and frontal:
        flip = -flip
    rings = bone.front if frontal else bone.side
    # The holes of the sacrum are channels: nobody looks straight through them.
    return shapely.union_all([
        Polygon(_sheet(polygon[0], flip), () if bone.name == "Sacrum" else [_sheet(hole, flip) for hole in polygon[1:]]).buffer(0)
        for polygon in rings])


def bone_holes(name: str, view: ViewName) -> list[Array]:
    """The holes of a bone of the midline, as rings on the sheet (mm)."""
    flip = -1.0 if view in ("back", "left") else 1.0
    return [_sheet(hole, flip) for bone in bones() if slug(bone.name) == name
            for polygon in (bone.front if view in ("front", "back") else bone.side) for hole in polygon[1:]]


def _sheet(ring: Array, flip: float) -> Array:
    return np.stack([ring[:, 0] * flip, STATURE - ring[:, 1]], axis=1)


def skull(view: ViewName) -> BaseGeometry:
    """The silhouette of the skull on the sheet (mm)."""
    areas = [bone_area(bone, view, left) for bone in bones() if bone.group == SKULL and "alar" not in bone.name
             for left in ((False, True) if bone.paired else (False,))]
    if view in ROWS_OF_TEETH:
        areas.append(Polygon(ROWS_OF_TEETH[view]).buffer(1.0))
    whole: BaseGeometry = shapely.union_all(areas).buffer(SKULL_GAP).buffer(-SKULL_GAP)
    if view == "right":
        whole = whole.union(Polygon(INFRATEMPORAL))
        # From the side the vault was measured at few points only.
        whole = smoothed(whole, VAULT_EVENING).intersection(VAULT).union(whole.difference(VAULT).buffer(0.05))
    return shapely.union_all([Polygon(polygon.exterior) for polygon in getattr(whole, "geoms", [whole])])
