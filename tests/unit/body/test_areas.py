"""The areas of pain: every one is drawn, none overlaps another, together they cover the skin, and the sides mirror."""

from __future__ import annotations

from functools import cache

import pytest
import shapely
import yaml
from shapely.geometry.base import BaseGeometry

from app.body.areas import area_shapes
from app.body.skin import skin_polygon
from app.body.soles import sole_skins
from app.diagram.pathdata import commands
from app.model.anatomy import ViewName
from app.resources import folders

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
OTHER = {"right": "left", "left": "right", "midline": "midline"}
MIRRORED: dict[ViewName, ViewName] = {"front": "front", "back": "back", "right": "left", "left": "right"}
LARGE_ENOUGH = 300.0
"""mm2 that a pointer hits without care."""


@cache
def drawn(view: ViewName) -> dict[str, BaseGeometry]:
    """The shapes of a view by id, in mm on the sheet."""
    return {name: polygon(data) for name, data in area_shapes(view, skin_polygon(view))}


@cache
def skins(view: ViewName) -> BaseGeometry:
    """All skin of a view: the body's and, in the inset, that of the soles."""
    return shapely.union_all([skin_polygon(view), *(outline for _, outline in sole_skins(view))])


def polygon(data: str) -> BaseGeometry:
    """The surface that path data of M, L and Z encloses."""
    rings: list[list[list[float]]] = []
    for letter, numbers in commands(data):
        if letter == "M":
            rings.append([])
        if numbers:
            rings[-1].append(numbers)
    return shapely.union_all([shapely.Polygon(ring) for ring in rings])


def parts(view: ViewName, area: str) -> list[BaseGeometry]:
    """The pieces of an area, the largest last."""
    return sorted(shapely.get_parts(drawn(view)[area]), key=lambda piece: piece.area)


def known() -> set[str]:
    """The ids of all areas of the content, with their sides."""
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (folders().data / "areas").glob("*.yaml")]
    return {f"{area}-{side}" for file in files for area, fields in file.items()
            for side in (("right", "left") if fields["side"] == "paired" else ("midline",))}


def test_every_area_is_large_enough_in_some_view() -> None:
    large = {name for view in VIEWS for name, shape in drawn(view).items() if shape.area > LARGE_ENOUGH}
    assert known() - large == set()


def test_no_view_draws_an_area_that_nobody_knows() -> None:
    assert {name for view in VIEWS for name in drawn(view)} <= known()


@pytest.mark.parametrize("view", VIEWS)
def test_a_click_within_an_area_meets_no_other(view: ViewName) -> None:
    for name, shape in drawn(view).items():
        point = shape.representative_point()
        assert [other for other, one in drawn(view).items() if one.contains(point)] == [name]


@pytest.mark.parametrize("view", VIEWS)
def test_regions_do_not_overlap(view: ViewName) -> None:
    shapes = list(drawn(view).values())
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = [(shapes[a], shapes[b]) for a, b in zip(first, second, strict=True) if a < b]
    assert max(a.intersection(b).area for a, b in pairs) < 1


@pytest.mark.parametrize("view", VIEWS)
def test_regions_cover_the_skin_and_stay_on_it(view: ViewName) -> None:
    skin, covered = skins(view), shapely.union_all(list(drawn(view).values()))
    assert covered.intersection(skin).area > 0.97 * skin.area
    assert covered.difference(skin).area < 0.002 * skin.area


@pytest.mark.parametrize("view", VIEWS)
def test_no_region_is_too_small_to_be_clicked(view: ViewName) -> None:
    smallest = min(drawn(view).items(), key=lambda item: item[1].area)
    assert smallest[1].area > LARGE_ENOUGH, smallest[0]


@pytest.mark.parametrize("view", VIEWS)
def test_left_mirrors_right(view: ViewName) -> None:
    twins = drawn(MIRRORED[view])
    for name, shape in drawn(view).items():
        area, _, side = name.rpartition("-")
        mirror = shapely.transform(shape, lambda points: points * (-1, 1))
        assert mirror.symmetric_difference(twins[f"{area}-{OTHER[side]}"]).area < 1, name


@pytest.mark.parametrize("view", ["right", "left"])
def test_a_side_view_shows_the_near_side_and_the_midline(view: ViewName) -> None:
    assert {name.rpartition("-")[2] for name in drawn(view)} == {view, "midline"}


@pytest.mark.parametrize(("area", "views"), [
    ("lateral_thigh", ("front", "back", "right")), ("flank", ("front", "back", "right")),
    ("anterior_knee", ("front", "right")), ("upper_abdomen", ("front", "right")), ("lower_buttock", ("back", "right")),
])
def test_an_area_lies_at_one_height_in_all_views(area: str, views: tuple[ViewName, ...]) -> None:
    bounds = [drawn(view)[f"{area}-right"].bounds for view in views]
    assert max(box[1] for box in bounds) - min(box[1] for box in bounds) < 30
    assert max(box[3] for box in bounds) - min(box[3] for box in bounds) < 30


@pytest.mark.parametrize("area", ["heel-right", "sole-right", "ball_of_foot-right", "big_toe-right", "lesser_toes-right"])
def test_the_inset_shows_the_right_sole_on_the_right_of_the_sheet(area: str) -> None:
    assert parts("back", area)[-1].bounds[0] > 200


def test_heel_and_sole_lie_on_the_standing_foot_too() -> None:
    assert all(parts("back", area)[0].bounds[2] < 200 for area in ("heel-right", "sole-right"))


def test_right_is_the_subjects_right_in_both_views() -> None:
    assert drawn("front")["chest-right"].centroid.x < 0 < drawn("back")["low_back-right"].centroid.x


def test_shapes_are_the_same_at_every_run() -> None:
    assert area_shapes("front", skin_polygon("front")) == area_shapes("front", skin_polygon("front"))
