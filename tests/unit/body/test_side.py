"""The side views: left mirrors right, the arm is faint and hides nothing, what grids are too coarse for is mended."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest
import shapely

from app.body.arm import faded, opacity
from app.body.bones import bone_area, bone_areas
from app.body.contour import polygons
from app.body.cords import cord
from app.body.cuts import seen_pieces
from app.body.digitations import FINGERS, with_fingers
from app.body.face_side import face_areas_side
from app.body.fibres import fibre_lines
from app.body.grid import fine, pulled_in, reaching
from app.body.loin import sheath_side
from app.body.mirror import mirrored_text, turned_edges, turned_field
from app.body.ranks import bone_rank, rank_of
from app.body.scene import Piece, Thing, scene
from app.body.sideform import side_form
from app.body.silhouette import silhouette
from app.body.skin import skin_polygon
from app.body.tables import bones, paint_order, parts

NOWHERE = shapely.Polygon()
BOX = shapely.box(0, 0, 40, 40)


@cache
def things() -> dict[str, Thing]:
    return {thing.id: thing for thing in scene("right")}


def thing(name: str, rank: float, opaque: float = 1.0) -> Thing:
    return Thing(name, "muscle", "superficial", [Piece(name, rank, BOX)], BOX, opaque)


def seen(shape: Thing, others: list[Thing]) -> float:
    return float(seen_pieces(shape, others, (), NOWHERE)[0].area)


def ranks() -> dict[str, float]:
    return {name: float(rank) for rank, name in enumerate(paint_order("right"))}


def rank(owner: str) -> float:
    return max(rank_of(part, "right", ranks()) for part in parts() if part.owner == owner)


def test_an_element_is_mirrored_with_its_name() -> None:
    line = '<path id="soleus-right" class="muscle" d="M1.5,-2C0,3 -4,5.1 6,0Z"/>'
    assert mirrored_text(line) == '<path id="soleus-left" class="muscle" d="M-1.5,-2C0,3 4,5.1 -6,0Z"/>'


def test_what_lies_on_the_midline_keeps_its_name() -> None:
    assert mirrored_text('<path data-of="nose-midline" d="M1,2Z"/>') == '<path data-of="nose-midline" d="M-1,2Z"/>'


def test_light_comes_from_the_upper_left_once_the_sheet_is_mirrored() -> None:
    ball = shapely.Point(0, 0).buffer(30)
    field = turned_field(ball, ball, 60)
    lit, dark = field.tones > 0.1, field.tones < -0.2
    assert field.x[lit].mean() > 0 > field.x[dark].mean()
    assert field.y[lit].mean() < 0 < field.y[dark].mean()


def test_the_shadow_side_is_the_right_one_once_the_sheet_is_mirrored() -> None:
    data = "M-20,-20C-5,-20 5,-20 20,-20C20,-5 20,5 20,20C5,20 -5,20 -20,20C-20,5 -20,-5 -20,-20Z"
    square = shapely.box(-20, -20, 20, 20).boundary
    across = [float(number) for number in re.findall(r"(-?[\d.]+),", turned_edges(data, square, -1.0))]
    assert sum(across) < 0


def test_a_gradient_is_mirrored() -> None:
    assert mirrored_text('<linearGradient x1="3" y1="1" x2="-4.5" y2="2"/>') == '<linearGradient x1="-3" y1="1" x2="4.5" y2="2"/>'


def test_the_skin_of_the_left_mirrors_the_right() -> None:
    turned = shapely.transform(skin_polygon("right"), lambda points: points * (-1, 1))
    assert turned.symmetric_difference(skin_polygon("left")).area < 1


def test_the_skin_has_a_nose_and_holds_the_hand() -> None:
    skin = skin_polygon("right")
    assert len(skin.geoms) == 1
    face = skin.intersection(shapely.box(90, 100, 200, 225))
    assert 150 < max(polygons(face)[0].exterior.coords)[1] < 165
    hand = [bone_area(bone, "right", False) for bone in bones() if bone.group == "hand"]
    assert skin.buffer(0.1).contains(shapely.union_all(hand))


def test_a_side_view_shows_the_near_side_only() -> None:
    assert {name.rpartition("-")[2] for name, _, _ in bone_areas("right")} == {"right", "midline"}
    assert {name.rpartition("-")[2] for name in things()} == {"right", "midline"}


@pytest.mark.parametrize("name", ["humerus", "biceps_brachii", "wrist_flexors", "third_metacarpal_bone"])
def test_the_free_arm_is_faint(name: str) -> None:
    assert things()[f"{name}-right"].opacity < 0.5


@pytest.mark.parametrize("name", ["middle_deltoid", "scapula", "clavicle", "third_metatarsal_bone", "serratus_anterior"])
def test_shoulder_and_trunk_are_not(name: str) -> None:
    assert things()[f"{name}-right"].opacity == 1


def test_the_arm_is_drawn_in_full_from_the_front() -> None:
    assert opacity("biceps_brachii", "front") == 1
    assert faded('<path id="a" d="M0,0Z"/>', 0.2) == '<path opacity="0.20" id="a" d="M0,0Z"/>'


def test_what_is_faint_comes_last_and_cuts_nothing() -> None:
    arm, trunk = thing("arm-right", 5, 0.2), thing("trunk-right", 1)
    assert arm.place > trunk.place
    assert seen(trunk, [trunk, arm]) == pytest.approx(BOX.area)


def test_faint_muscles_do_not_show_through_each_other() -> None:
    near, far = thing("near-right", 5, 0.2), thing("far-right", 4, 0.2)
    assert seen(far, [far, near]) == 0
    assert seen(near, [far, near]) == pytest.approx(BOX.area)


def test_ribs_lie_before_intercostals_and_behind_the_external_oblique() -> None:
    fifth = ranks()["bone:Fifth rib"]
    intercostal = next(part for part in parts() if part.grid == "intercostals/external_5")
    assert rank_of(intercostal, "right", ranks()) < fifth < ranks()["bone:Tenth rib"] < rank("external_oblique")


def test_trapezius_and_clavicle_lie_over_the_top_of_the_serratus() -> None:
    assert rank("serratus_anterior") < rank("upper_trapezius") < bone_rank("Clavicle", "right", ranks())
    assert rank("iliotibial_band") < rank("tensor_fasciae_latae")


@pytest.mark.parametrize("part", FINGERS)
def test_a_serratus_ends_in_fingers(part: str) -> None:
    grid = pulled_in(fine(reaching((part, ""))))
    whole = silhouette(grid, "right")
    divided = with_fingers(part, grid, whole)
    assert divided.area / divided.convex_hull.area < 0.98 * whole.area / whole.convex_hull.area
    assert divided.length > whole.length
    assert len(polygons(divided)) == 1


def test_a_slender_muscle_is_as_deep_as_its_sections() -> None:
    across = shapely.LineString([(-200, 1146), (200, 1146)])
    area = cord("rectus_femoris", NOWHERE)
    assert area.intersection(across).length == pytest.approx(17.3, abs=1.5)
    assert cord("gluteus_maximus", BOX) is BOX


def test_the_iliacus_fills_the_wing_of_the_ilium() -> None:
    grid = pulled_in(fine(reaching(("iliacus", ""))))
    filled, measured = side_form("iliacus", grid, "right"), silhouette(grid, "right")
    assert filled.area > 1.1 * measured.area
    assert side_form("iliacus", grid, "front").equals(silhouette(grid, "front"))


def test_fibres_seen_edge_on_do_not_curl() -> None:
    grid = fine(reaching(("infraspinatus", "")))
    for line in fibre_lines("infraspinatus", grid, things()["infraspinatus-right"].area, "right"):
        assert np.linalg.norm(line[-1] - line[0]) > 0.7 * np.linalg.norm(np.diff(line, axis=0), axis=1).sum()


def test_the_rectus_sheath_lies_in_front() -> None:
    assert np.array(sheath_side().bounds)[0] > 0


def test_the_face_in_profile_stays_inside_the_skin() -> None:
    skin = skin_polygon("right").buffer(0.6)
    assert {one.id for one in face_areas_side() if not skin.contains(one.area)} == set()


def test_a_tendon_that_ends_on_the_far_side_lies_behind_the_bones_there() -> None:
    ranks = {piece.rank for piece in things()["tibialis_anterior-right"].pieces}
    foot = max(one.rank for name, one in things().items() if name.startswith("cuboid"))
    assert min(ranks) < foot < max(ranks)
    lower = min(things()["tibialis_anterior-right"].pieces, key=lambda piece: piece.rank)
    assert lower.area.bounds[1] >= 1750 - 84


def test_the_iliotibial_band_converges_on_its_tubercle() -> None:
    band = things()["iliotibial_band-right"].area
    above, below = (band.intersection(shapely.box(-500, at, 500, at + 1)).area for at in (1150, 1325))
    assert below < 0.6 * above


def test_from_the_side_the_patella_lies_before_the_thigh() -> None:
    assert things()["patella-right"].rank > max(things()[f"{name}-right"].rank for name in ("rectus_femoris", "vastus_lateralis"))
