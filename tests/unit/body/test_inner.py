"""Structures without flesh: nerves, discs, ligaments, sheets of fascia."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import shapely

from app.body.boneart import bone_features
from app.body.bones import bone_areas
from app.body.depths import stretches
from app.body.fibres import tendon_area
from app.body.frame import STATURE
from app.body.inner import Form, inner_forms
from app.body.tables import paint_order, parts, table
from app.model.anatomy import ViewName

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")


@cache
def forms(view: ViewName) -> dict[str, Form]:
    """All forms of the right side in a view, by part; of the left side in the view from the left."""
    ranks = {name: float(rank) for rank, name in enumerate(paint_order(view))}
    return {form.part: form for form in inner_forms(view, ranks, ("left",) if view == "left" else ("right",))}


def test_what_the_causes_speak_of_is_there() -> None:
    things = {form.thing for view in VIEWS for form in forms(view).values()}
    lumbar = ("disc_l1_l2", "disc_l2_l3", "disc_l3_l4", "disc_l4_l5", "disc_l5_s1")
    assert {f"{disc}-midline" for disc in lumbar} <= things
    assert {"sacroiliac_joint-right", "sciatic_nerve-right", "brachial_plexus-right", "sciatic_nerve-left"} <= things


@pytest.mark.parametrize("view", VIEWS)
def test_every_anchor_is_in_the_order_of_its_view(view: ViewName) -> None:
    anchors = {row["right" if view == "left" else view] for row in table("structures.csv")} - {""}
    assert anchors <= set(paint_order(view))


def test_the_sciatic_nerve_passes_under_piriformis_and_over_the_gemelli() -> None:
    order, pelvis, thigh = paint_order("back"), forms("back")["sciatic_nerve/pelvis"], forms("back")["sciatic_nerve/thigh"]
    assert pelvis.rank < order.index("piriformis")
    assert order.index("gemelli/inferior") < thigh.rank < order.index("gluteus_maximus")


def test_a_nerve_tapers() -> None:
    nerve = forms("back")["sciatic_nerve/thigh"].area
    upper, lower = (nerve.intersection(shapely.box(-500, STATURE - y - 10, 500, STATURE - y)).area for y in (800, 600))
    assert upper > lower


def test_a_disc_lies_between_its_vertebrae_and_is_flat() -> None:
    left, top, right, bottom = forms("front")["intervertebral_disc_l4_l5"].area.bounds
    assert top < STATURE - 1020.3 < bottom
    assert right - left > 3 * (bottom - top)


def test_the_left_view_mirrors_the_right() -> None:
    right, left = forms("right")["sciatic_nerve/thigh"].area, forms("left")["sciatic_nerve/thigh"].area
    assert shapely.transform(left, lambda points: points * (-1, 1)).symmetric_difference(right).area < 1


def test_a_part_passes_over_its_neighbour_only_on_one_side_of_the_line() -> None:
    low, high = stretches("semitendinosus", shapely.box(0, 1200, 200, 1400), "back", False)
    ranks = [stretch.rank(1.0, {"gastrocnemius/medial": 10.0}) for stretch in (low, high)]
    assert ranks == pytest.approx([1.0, 10.3])
    assert high.area.centroid.x < low.area.centroid.x


def test_a_part_that_the_table_does_not_name_is_one_stretch() -> None:
    assert len(stretches("soleus", shapely.box(0, 0, 9, 9), "back", False)) == 1


def test_no_table_names_a_part_that_is_not_drawn() -> None:
    grids = {part.grid for part in parts()}
    assert {row["part"] for name in ("depths.csv", "tendon_slants.csv") for row in table(name)} <= grids
    assert {row["part"] for row in table("structure_points.csv")} <= {row["part"] for row in table("structures.csv")}


def test_every_bone_that_bears_marks_is_drawn() -> None:
    drawn = {name.rpartition("-")[0] for name, _, _ in bone_areas("front")}
    assert {row["bone"] for row in table("bone_marks.csv")} <= drawn
    assert bone_features("femur-left", "back") != bone_features("femur-right", "back") != []


def test_a_slanting_tendon_reaches_farther_along_one_edge() -> None:
    grid = np.stack([*np.meshgrid(np.linspace(0, 40, 13), np.linspace(300, 0, 27)), np.zeros((27, 13)), np.full((27, 13), 4.0)], axis=-1)
    tendon = tendon_area("semimembranosus", grid, "front")
    first, last = (tendon.intersection(shapely.box(x, 0, x + 8, 3000)).area for x in (0, 32))
    assert last > 1.2 * first
