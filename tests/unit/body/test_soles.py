"""The soles beside the back view: in their place, with toes, as long as the foot."""

from __future__ import annotations

import pytest
import shapely

from app.body.frame import BOXES
from app.body.skin import skin_polygon
from app.body.soles import sole, sole_skins
from app.model.anatomy import ViewName


def test_the_soles_stand_beside_the_legs_within_the_frame() -> None:
    x, y, width, height = BOXES["back"]
    frame = shapely.box(x, y, x + width, y + height)
    for _, outline in sole_skins("back"):
        assert frame.contains(outline)
        assert outline.distance(skin_polygon("back")) > 40


def test_the_right_sole_stands_on_the_right_with_its_big_toe_inwards() -> None:
    (name, right), (_, left) = sole_skins("back")
    assert name == "skin_of_sole-right"
    assert right.centroid.x > 0 > left.centroid.x
    toes = right.intersection(shapely.box(0, right.bounds[3] - 12, 400, 1750))
    assert toes.centroid.x < right.centroid.x + 5


def test_a_sole_has_five_toes() -> None:
    tips = shapely.LineString([(-345, 1672), (-300, 1706), (-240, 1702)])
    assert len(shapely.get_parts(tips.intersection(sole()))) == 5


@pytest.mark.parametrize("view", ["front", "right", "left"])
def test_no_other_view_shows_soles(view: ViewName) -> None:
    assert sole_skins(view) == []
