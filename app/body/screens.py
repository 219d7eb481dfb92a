"""What nobody looks through although it has gaps: the chest, the forearm and the leg with their membranes, hand and foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shapely

from app.body.scene import CHEST_WALL, Piece, Thing
from app.body.tables import paint_order
from app.model.anatomy import ViewName

HAND = ("carp", "finger_of_hand", "capitate", "hamate", "lunate", "pisiform", "scaphoid", "trapez", "triquetrum")
FLESH, HOLLOW = 7.0, 8.0
"""mm around the bones of the foot from behind, and around those of the toes from the front, which hide what is beyond; the second
fills hollows between them."""

FOOT = ("tarsal", "finger_of_foot", "calcaneus", "cuboid", "cuneiform", "navicular", "talus")


def screens(view: ViewName, things: Sequence[Thing]) -> tuple[Piece, ...]:
    """Opaque bodies of a view: what has a lower rank is not seen through them. Sheet coordinates, mm."""
    order = paint_order(view)
    front = view != "back"
    return tuple(
        Piece(name, order.index(at) - 0.5, _closed(things, belongs, reach) if reach else _fleshed(things, belongs))
        for name, at, belongs, reach in (
            ("chest", CHEST_WALL[view], lambda bone: "rib" in bone or "sternum" in bone, 30.0),
            ("forearm", "bone:Ulna" if front else "bone:Radius", _among(("radius", "ulna")), 14.0),
            ("leg", "bone:Tibia", _among(("tibia", "fibula")), 14.0),
            ("hand", "bone:hand", _among(HAND), 10.0),
            ("foot", "bone:foot", _among(FOOT), 7.0),
            ("flesh", "bone:foot", _among(FOOT if view == "back" else ("finger_of_foot",)), 0.0))
        # In the side views the arm is faint, and the trunk is seen through it.
        if view in ("front", "back") or name not in ("forearm", "hand", "flesh"))


def _among(words: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda bone: any(word in bone for word in words)


def _fleshed(things: Sequence[Thing], belongs: Callable[[str], bool]) -> shapely.geometry.base.BaseGeometry:
    """The chosen bones with the flesh around them."""
    return shapely.union_all([thing.area for thing in things if thing.kind == "bone" and belongs(thing.id)]).buffer(FLESH + HOLLOW).buffer(-HOLLOW)


def _closed(things: Sequence[Thing], belongs: Callable[[str], bool], reach: float) -> shapely.geometry.base.BaseGeometry:
    """The chosen bones of each side, with gaps up to twice `reach` mm filled."""
    bones = [thing for thing in things if thing.kind == "bone" and belongs(thing.id)]
    sides = {side: shapely.union_all([bone.area for bone in bones if bone.id.endswith(side)]) for side in ("right", "left")}
    if reach > 20:
        sides = {"both": shapely.union_all([bone.area for bone in bones])}
    return shapely.union_all([area.buffer(reach).buffer(-reach) for area in sides.values()])
