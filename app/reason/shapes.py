"""The outlines in the diagrams (``ID-SIDE``) that structures and the parts of causes stand for."""

from __future__ import annotations

from app.model.anatomy import Structure
from app.model.basic import RelativeSide
from app.model.knowledge import Atlas
from app.model.reference import BodySide, Side, body_sides, opposite


def structure_shapes(structure: Structure, side: Side | None = None) -> tuple[str, ...]:
    """The outlines that a structure may have on a side; on both where it has two and none is named.

    What lies in the midline may be drawn in two halves, as the pelvis is: not every outline that is named exists.
    """
    sides = body_sides(True, side) if structure.side == "paired" else ("midline", "right", "left")
    return tuple(f"{shape}-{one}" for shape in structure.shapes or (structure.id,) for one in sides)


def part_shapes(atlas: Atlas, of: str, relative: RelativeSide, side: Side | None) -> tuple[str, ...]:
    """The outlines of a part (muscle, group or structure) of a cause that stands on a side."""
    if of in atlas.structures:
        paired = atlas.structures[of].side == "paired"
        return tuple(shape for one in part_sides(paired, relative, side) for shape in structure_shapes(atlas.structures[of], one))
    return tuple(f"{muscle}-{one}" for muscle in atlas.members(of)
                 for one in part_sides(atlas.muscles[muscle].side == "paired", relative, side))


def part_sides(paired: bool, relative: RelativeSide, side: Side | None) -> tuple[BodySide, ...]:
    """The sides of the body on which a part lies: both where the cause has no side, or the part none in relation to it."""
    if not paired:
        return ("midline",)
    chosen: BodySide | None = "right" if side == "right" else "left" if side == "left" else None
    if relative == "both" or chosen is None:
        return ("right", "left")
    return (chosen,) if relative == "same" else (opposite(chosen),)
