"""Drawing: the same bytes each time, nothing outside the skin, hidden parts cut away."""

from __future__ import annotations

import pytest
import shapely

from app.body.contour import polygons
from app.body.cuts import seen_area, without
from app.body.draw import Stage, draw_thing
from app.body.scene import Piece, Thing, scene
from app.body.seams import closed_seams
from app.body.shading import TONES, tones
from app.body.silhouette import levelled
from app.body.skin import skin_polygon
from app.body.svg import Sheet

NOWHERE = shapely.Polygon()


def thing(name: str, layer: str, rank: float, area: shapely.Polygon) -> Thing:
    return Thing(name, "muscle", layer, [Piece(name, rank, area)], area)


def written(shape: Thing, others: list[Thing]) -> list[str]:
    sheet = Sheet()
    draw_thing(sheet, shape, Stage("front", tuple(others), (), NOWHERE))
    return sheet.lines


def test_the_same_scene_gives_the_same_bytes() -> None:
    first, second = scene("front"), scene("front")
    at = next(number for number, shape in enumerate(first) if shape.id == "gluteus_maximus-right")
    assert written(first[at], first) == written(second[at], second)


def test_what_lies_in_front_but_earlier_in_the_document_cuts() -> None:
    near = thing("near-right", "deep", 5, shapely.box(0, 0, 40, 20))
    far = thing("far-right", "superficial", 1, shapely.box(0, 0, 40, 40))
    lines = written(far, [near, far])
    assert 'fill="none"' in lines[0]
    assert 'class="cut"' in lines[1]
    assert 'class="cut"' not in "".join(written(near, [near, far]))


def test_a_muscle_that_nobody_sees_is_left_out_unless_it_is_worth_a_ghost() -> None:
    near = thing("near-right", "deep", 5, shapely.box(-9, -9, 60, 60))
    plain = thing("far-right", "superficial", 1, shapely.box(0, 0, 40, 40))
    ghost = thing("psoas_major-right", "superficial", 1, shapely.box(0, 0, 40, 40))
    assert written(plain, [near, plain]) == []
    assert 'data-seen="none"' in written(ghost, [near, ghost])[0]


def test_slivers_of_a_cut_are_dropped() -> None:
    rest = without(shapely.box(0, 0, 40, 40), [shapely.box(0.5, -1, 41, 41)])
    assert rest.is_empty


def test_a_muscle_that_is_seen_whole_has_no_cut() -> None:
    shape = thing("any-right", "deep", 1, shapely.box(0, 0, 40, 40))
    assert seen_area(shape, [shape.area]) is None


def test_seams_leave_no_gap() -> None:
    upper = thing("upper_trapezius-right", "superficial", 1, shapely.box(0, 0, 60, 30))
    middle = thing("middle_trapezius-right", "superficial", 1, shapely.box(0, 33, 60, 60))
    closed_seams({upper.id: upper, middle.id: middle})
    assert len(polygons(upper.area.union(middle.area))) == 1


def test_light_comes_from_the_upper_left_of_the_sheet() -> None:
    found = {tone.kind: region.centroid for tone, region in tones(shapely.Point(0, 0).buffer(30), 60, "front")}
    assert found["light"].x < 0 > found["light"].y
    assert found["shade"].x > 0 < found["shade"].y
    assert [tone.step for tone in TONES] == sorted(tone.step for tone in TONES)
    assert max(tone.opacity for tone in TONES) <= 0.08


def test_every_tone_reaches_the_edge_so_that_none_reads_as_a_bruise() -> None:
    belly = shapely.LineString([(0, 0), (30, 200)]).buffer(25)
    found = tones(belly, 30, "front")
    assert {tone.kind for tone, _ in found} == {"shade", "light"}
    assert all(part.intersects(belly.boundary) for _, region in found for part in polygons(region))


def test_shallow_dents_are_filled_and_bends_stay() -> None:
    dented = shapely.box(0, 0, 40, 200).difference(shapely.Point(-46, 100).buffer(50))
    bottom = shapely.Point(3.5, 100)
    assert levelled(dented).contains(bottom) > dented.contains(bottom)
    bend = shapely.LineString([(0, 0), (80, 80), (160, 0)]).buffer(8)
    assert levelled(bend).area < 1.03 * bend.area


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_skin_is_one_symmetrical_body(view: str) -> None:
    skin = skin_polygon(view)
    assert len(skin.geoms) == 1
    other = shapely.transform(skin, lambda points: points * (-1, 1))
    assert skin.symmetric_difference(other).area < 0.01 * skin.area
