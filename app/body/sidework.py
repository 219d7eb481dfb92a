"""The structures that only the side views show: fascia of the loin, the pale silhouette of the arm, the face in profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from app.body.arm import BONES, ON_IT
from app.body.bones import bone_area
from app.body.contour import smoothed, solid
from app.body.face_side import face_areas_side
from app.body.loin import lumbar_fascia_side, lumbar_lines_side
from app.body.ranks import FACE_RANK
from app.body.skin import FINGER, WEB
from app.body.tables import bones
from app.diagram.light import Light

SKIN_OF_ARM = 0.6
"""mm around the muscles of the arm."""

VEIL_OPACITY = 0.32


@dataclass(frozen=True, slots=True)
class Structure:
    """One structure: its area (sheet of the right view, mm), path data of its lines, and how opaque it is (0..1)."""

    id: str
    area: BaseGeometry
    rank: float
    pale: bool
    lines: str = ""
    opacity: float = 1.0
    glow: Light | None = None


def side_structures(areas: Mapping[str, BaseGeometry], latissimus: float) -> list[Structure]:
    """The structures of the right view, given the areas of all muscles and bones and the rank of the latissimus."""
    fascia = lumbar_fascia_side(areas)
    face = [Structure(one.id, one.area, FACE_RANK + number, one.pale, one.lines, glow=one.glow)
            for number, one in enumerate(face_areas_side())]
    return [Structure("thoracolumbar_fascia-midline", fascia, latissimus + 0.1, True, lumbar_lines_side(fascia)),
            Structure("free_upper_limb-right", _arm(areas), latissimus, True, opacity=VEIL_OPACITY),
            *face]


def _arm(areas: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """The outline of the free arm below the deltoid."""
    flesh = [area.buffer(SKIN_OF_ARM) for name, area in areas.items() if name.rpartition("-")[0] in ON_IT and "nerve" not in name]
    hand = [bone_area(bone, "right", False) for bone in bones() if bone.group in BONES and bone.group != "Humerus"]
    whole = shapely.union_all([*flesh, shapely.union_all(hand).buffer(FINGER + WEB).buffer(-WEB)])
    shoulder = shapely.union_all([area for name, area in areas.items() if "deltoid" in name])
    return solid(smoothed(whole.buffer(6).buffer(-6), 2.5).difference(shoulder.buffer(0.2)))
