"""The skin of the feet: narrow from behind, with toes from the front, and what it hides."""

from __future__ import annotations

import pytest
import shapely

from app.body.bones import bone_areas
from app.body.feet import TOES, toe_lines
from app.body.frame import STATURE
from app.body.scene import Piece, Thing
from app.body.screens import screens
from app.body.skin import skin_polygon
from app.model.anatomy import ViewName

FEET = shapely.box(-400, STATURE - 50, 400, STATURE + 50)


def bones_of(view: ViewName, word: str) -> list[Thing]:
    return [Thing(name, "bone", "bone", [Piece(name, 0, area)], area) for name, _, area in bone_areas(view) if word in name]


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_feet_hold_all_their_bones_and_stand_on_the_floor(view: ViewName) -> None:
    skin = skin_polygon(view).intersection(FEET)
    assert all(skin.covers(bone.area.intersection(FEET)) for bone in bones_of(view, "calcaneus") + bones_of(view, "phalanx_of_fifth_finger_of_foot"))
    assert STATURE - 4 < skin.bounds[3] < STATURE + 4


def test_from_behind_the_flesh_of_the_heel_is_no_clog() -> None:
    heel = bones_of("back", "calcaneus-right")[0].area
    beside = skin_polygon("back").intersection(shapely.box(0, STATURE - 32, heel.bounds[0], STATURE - 28))
    assert beside.bounds[2] - beside.bounds[0] < 12


def test_toes_are_told_apart_from_the_front_only() -> None:
    assert len(toe_lines("front")) >= 2 * len(TOES)
    assert not toe_lines("back") and not toe_lines("right")


def test_nothing_on_the_far_side_of_the_foot_is_seen_beside_it_from_behind() -> None:
    bones = bones_of("back", "metatarsal")
    flesh = next(screen for screen in screens("back", bones) if screen.part == "flesh")
    assert flesh.area.covers(shapely.union_all([bone.area for bone in bones]).buffer(5))
