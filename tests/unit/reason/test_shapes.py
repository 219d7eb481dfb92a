"""The outlines that parts of causes stand for."""

from __future__ import annotations

from dataclasses import replace

from app.model.anatomy import Structure
from app.reason.shapes import part_shapes, structure_shapes
from tests.unit.small import WHY, small_atlas

DISCS = Structure("discs", "discs", "disc", "midline", "Cushions.", (WHY,), ("book",), shapes=("disc_l1_l2", "disc_l2_l3"))
NERVE = Structure("nerve", "nerve", "nerve", "paired", "A cord.", (WHY,), ("book",))
ATLAS = replace(small_atlas(), structures={"discs": DISCS, "nerve": NERVE})


def test_a_structure_stands_for_all_its_outlines() -> None:
    assert {*structure_shapes(DISCS)} >= {"disc_l1_l2-midline", "disc_l2_l3-midline", "disc_l1_l2-left"}
    assert structure_shapes(NERVE) == ("nerve-right", "nerve-left")


def test_a_part_lies_on_the_side_of_its_cause_or_across() -> None:
    assert part_shapes(ATLAS, "nerve", "same", "left") == ("nerve-left",)
    assert part_shapes(ATLAS, "hip_flexors", "opposite", "left") == ("psoas-right",)


def test_a_cause_without_a_side_has_its_parts_on_both() -> None:
    assert part_shapes(ATLAS, "gluteus", "same", None) == ("gluteus-right", "gluteus-left")
    assert part_shapes(ATLAS, "diaphragm", "same", "right") == ("diaphragm-midline",)
