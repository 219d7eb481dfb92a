"""Drawing: the same bytes each time, nothing outside the skin, hidden parts cut away."""

from __future__ import annotations

import pytest
import shapely

from app.body import svg
from app.body.contour import polygons
from app.body.cuts import seen_area, without
from app.body.draw import Stage, draw_thing
from app.body.fibres import bordered, fibre_lines
from app.body.head import auricle
from app.body.scene import Piece, Thing, scene
from app.body.seams import closed_seams
from app.body.silhouette import levelled
from app.body.skin import skin_polygon
from app.body.svg import Sheet

NOWHERE = shapely.Polygon()


@pytest.fixture(scope="module")
def front() -> dict[str, Thing]:
    """What the front shows, by id."""
    return {thing.id: thing for thing in scene("front")}


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


def test_a_nerve_that_crosses_two_heads_is_not_bridged_over() -> None:
    heads = [Piece("one", 1, shapely.box(0, 0, 40, 40)), Piece("other", 1, shapely.box(42, 0, 80, 40))]
    shape = Thing("any-right", "muscle", "superficial", heads, shapely.box(0, 0, 80, 40))
    nerve = shapely.box(18, -1, 22, 41)
    seen = seen_area(shape, [without(piece.area, [nerve]) for piece in heads])
    assert seen is not None
    assert seen.intersection(nerve).area < 1
    assert seen.contains(shapely.Point(41, 20))


def test_stretches_of_one_part_are_not_divided_by_a_line() -> None:
    whole = shapely.box(0, 0, 40, 200)
    halves = [Piece("any", rank, shapely.box(0, y, 40, y + 100), form=whole) for rank, y in ((1, 0), (2, 100))]
    assert 'class="line"' not in "".join(written(Thing("any-right", "muscle", "deep", halves, whole), []))


def test_a_nerve_has_its_own_colour_and_no_shade() -> None:
    area = shapely.box(0, 0, 6, 200)
    lines = written(Thing("sciatic_nerve-right", "structure", "deep", [Piece("sciatic_nerve", 1, area, pale=True)], area), [])
    assert svg.NERVE in lines[0]
    assert len(lines) == 1


def test_seams_leave_no_gap() -> None:
    upper = thing("upper_trapezius-right", "superficial", 1, shapely.box(0, 0, 60, 30))
    middle = thing("middle_trapezius-right", "superficial", 1, shapely.box(0, 33, 60, 60))
    closed_seams({upper.id: upper, middle.id: middle})
    assert len(polygons(upper.area.union(middle.area))) == 1


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


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_ears_are_within_the_skin_and_the_neck_has_no_notch(view: str) -> None:
    skin = skin_polygon(view)
    assert skin.buffer(2.0).contains(auricle(-1.0).union(auricle(1.0)))
    widths = [skin.intersection(shapely.box(-120, y, 120, y + 1)).bounds[2] for y in range(212, 260, 4)]
    assert widths == sorted(widths)


def test_the_heads_of_sternocleidomastoid_part_above_the_clavicle(front: dict[str, Thing]) -> None:
    low = front["sternocleidomastoid-right"].area.intersection(shapely.box(-80, 297, 0, 299))
    assert len(polygons(low)) == 2


def test_the_whole_longissimus_is_drawn_and_its_lumbar_part_lies_upon_it(front: dict[str, Thing]) -> None:
    whole, part = front["longissimus_thoracis-right"], front["longissimus_lumborum-right"]
    assert part.area.difference(whole.area).area < 0.03 * part.area.area
    assert whole.place < part.place


def test_the_spaces_beside_the_sternum_are_closed(front: dict[str, Thing]) -> None:
    space = front["internal_intercostals-left"].area
    bones = shapely.union_all([thing.area for thing in front.values() if thing.id.startswith("costal_cartilage")])
    assert len(polygons(space)) >= 4
    assert space.intersection(bones).area < 1


def test_digitations_are_drawn_out_of_their_muscle_without_a_border() -> None:
    assert bordered("digitations/fifth", shapely.box(0, 0, 9, 9)).is_empty
    assert bordered("biceps_brachii/long", shapely.box(0, 0, 9, 9)).area == 81


def test_bundles_of_multifidus_climb_towards_the_spines(front: dict[str, Thing]) -> None:
    piece = next(piece for piece in front["multifidus-right"].pieces if piece.part == "multifidus_lumbar")
    assert piece.grid is not None
    for course in fibre_lines(piece.part, piece.grid, piece.area, "front"):
        upper, lower = sorted(course[[0, -1]].tolist(), key=lambda point: point[1])
        assert abs(upper[0]) < abs(lower[0])
