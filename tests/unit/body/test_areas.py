"""The areas of pain: every one is drawn, none overlaps another, together they cover the skin, and the sides mirror."""

from __future__ import annotations

from functools import cache

import pytest
import shapely
import yaml
from shapely.geometry.base import BaseGeometry

from app.body.areas import area_regions, area_shapes, read_outlines
from app.body.skin import skin_polygon
from app.diagram.pathdata import commands
from app.model.knowledge import ViewName
from app.resources import folders

VIEWS: tuple[ViewName, ...] = ("front", "back")
SIDES = {"groin": "paired", "sternum": "midline"}
MARKS = {"asis": (-120.0, 970.0, 57.0), "umbilicus": (0.0, 1040.0, 119.0)}


@cache
def drawn(view: ViewName) -> dict[str, BaseGeometry]:
    """The shapes of a view by id, in mm on the sheet."""
    return {name: polygon(data) for name, data in area_shapes(view, skin_polygon(view))}


def polygon(data: str) -> BaseGeometry:
    """The surface that path data of M, L and Z encloses."""
    rings: list[list[list[float]]] = []
    for letter, numbers in commands(data):
        if letter == "M":
            rings.append([])
        if numbers:
            rings[-1].append(numbers)
    return shapely.union_all([shapely.Polygon(ring) for ring in rings])


def outline(*points: str, area: str = "groin") -> list[tuple[float, float]]:
    """The points (x, y), mm, that the notation stands for."""
    read = read_outlines({"front": {area: list(points)}}, "front", SIDES, MARKS)
    return list(read[0].points)


def test_every_area_is_drawn_in_front_or_at_the_back() -> None:
    known = set()
    for file in (folders().data / "areas").glob("*.yaml"):
        known |= {f"{area}-{side}" for area, fields in yaml.safe_load(file.read_text(encoding="utf-8")).items()
                  for side in (("right", "left") if fields["side"] == "paired" else ("midline",))}
    assert known == set(drawn("front")) | set(drawn("back"))


@pytest.mark.parametrize("view", VIEWS)
def test_regions_do_not_overlap(view: ViewName) -> None:
    shapes = list(drawn(view).values())
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = [(shapes[a], shapes[b]) for a, b in zip(first, second, strict=True) if a < b]
    assert max(a.intersection(b).area for a, b in pairs) < 1


@pytest.mark.parametrize("view", VIEWS)
def test_regions_cover_the_skin_and_stay_on_it(view: ViewName) -> None:
    skin, covered = skin_polygon(view), shapely.union_all(list(drawn(view).values()))
    assert covered.intersection(skin).area > 0.97 * skin.area
    assert covered.difference(skin).area < 0.002 * skin.area


@pytest.mark.parametrize("view", VIEWS)
def test_no_region_is_too_small_to_be_clicked(view: ViewName) -> None:
    smallest = min(drawn(view).items(), key=lambda item: item[1].area)
    assert smallest[1].area > 400, smallest[0]


@pytest.mark.parametrize("view", VIEWS)
def test_left_mirrors_right(view: ViewName) -> None:
    for name, shape in drawn(view).items():
        other = {"right": "left", "left": "right"}
        area, _, side = name.rpartition("-")
        twin = drawn(view)[f"{area}-{other.get(side, side)}"]
        mirror = shapely.transform(shape, lambda points: points * (-1, 1))
        assert mirror.symmetric_difference(twin).area < 1, name


def test_right_is_the_subjects_right_in_both_views() -> None:
    assert drawn("front")["chest-right"].centroid.x < 0 < drawn("back")["low_back-right"].centroid.x


def test_shapes_are_the_same_at_every_run() -> None:
    assert area_shapes("front", skin_polygon("front")) == area_shapes("front", skin_polygon("front"))


def test_a_view_without_outlines_shows_none() -> None:
    assert area_regions("left", skin_polygon("left")) == []


@pytest.mark.parametrize(("point", "expected"), [
    ("asis", (-120, 970)), ("asis +10 -5.5", (-110, 964.5)), ("asis -8 | umbilicus", (-128, 1040)),
    ("midline | asis +5", (0, 975)),
])
def test_the_notation_of_points(point: str, expected: tuple[float, float]) -> None:
    assert outline("asis", point, "umbilicus")[1] == expected


@pytest.mark.parametrize("point", ["elbow", "asis 10 5", "asis +10", "midline", "asis | midline", "asis | +5", ""])
def test_a_point_that_cannot_be_read_is_named_with_its_area(point: str) -> None:
    with pytest.raises(ValueError, match=r"front: groin: .*landmark|front: groin: .* is no ") as caught:
        outline("asis", point, "umbilicus")
    assert f"'{point}'" in str(caught.value)


def test_an_unknown_area_is_named() -> None:
    with pytest.raises(ValueError, match="front: grion: there is no such area"):
        outline("asis", "umbilicus", "asis +5 +5", area="grion")


def test_two_points_enclose_nothing() -> None:
    with pytest.raises(ValueError, match="front: groin: an outline needs"):
        outline("asis", "umbilicus")
