"""Labels beside figures: whatever is asked for, boxes do not overlap, leaders do not cross, and paper stays paper."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.paint.labels.columns import CLEAR, NEAREST, Column, Side, columns
from app.paint.labels.geometry import Box, Point, cross, stacked
from app.paint.labels.layout import Anchor, Placed, Wish, laid_out

ROOM = Box(0, 0, 1000, 600)
FIGURES = ((0, Box(180, 20, 400, 580)), (1, Box(560, 20, 800, 580)))
COLUMNS = columns(ROOM, FIGURES)
BOTH: tuple[Side, ...] = ("left", "right")


@st.composite
def wishes(draw: st.DrawFn) -> list[Wish]:
    """Some labels of all sizes with points anywhere on the figures."""
    made = []
    for _ in range(draw(st.integers(0, 40))):
        number, figure = draw(st.sampled_from(FIGURES))
        spots = st.builds(Anchor, st.floats(figure.left, figure.right), st.floats(figure.top, figure.bottom), st.floats(0, 200))
        anchors = {(number, side): tuple(draw(st.lists(spots, min_size=1, max_size=4))) for side in BOTH}
        size = draw(st.floats(10, 130)), draw(st.sampled_from([12.0, 16.0, 33.0, 50.0]))
        made.append(Wish({index: size for index, column in enumerate(COLUMNS) if size[0] <= column.width}, anchors))
    return made


def no_way(_figure: int, _start: Point, _end: Point) -> float:
    return 0.0


@given(wishes())
@settings(deadline=None)
def test_no_two_boxes_overlap(asked: list[Wish]) -> None:
    boxes = [label.box for label in laid_out(asked, COLUMNS, no_way)]
    assert not any(one.meets(other) for index, one in enumerate(boxes) for other in boxes[index + 1:])


@given(wishes())
@settings(deadline=None)
def test_no_two_leaders_cross(asked: list[Wish]) -> None:
    labels = laid_out(asked, COLUMNS, no_way)
    assert not any(one.crosses(other) for index, one in enumerate(labels) for other in labels[index + 1:])


@given(wishes())
@settings(deadline=None)
def test_no_leader_runs_through_a_box(asked: list[Wish]) -> None:
    labels = laid_out(asked, COLUMNS, no_way)
    assert not any(struck(label, other.box) for label in labels for other in labels)


@given(wishes())
@settings(deadline=None)
def test_all_boxes_are_in_the_room_and_beside_the_figures(asked: list[Wish]) -> None:
    for label in laid_out(asked, COLUMNS, no_way):
        assert ROOM.holds(label.box._replace(top=round(label.box.top, 6), bottom=round(label.box.bottom, 6)))
        assert not any(label.box.meets(figure) for _, figure in FIGURES)


@given(wishes())
@settings(deadline=None)
def test_a_leader_ends_on_a_point_of_its_own_and_the_layout_is_the_same_each_time(asked: list[Wish]) -> None:
    labels = laid_out(asked, COLUMNS, no_way)
    assert labels == laid_out(asked, COLUMNS, no_way)
    for label in labels:
        assert label.end in {(spot.x, spot.y) for spot in asked[label.wish].anchors[label.figure, label.side]}


def struck(label: Placed, box: Box) -> bool:
    corners = (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
    lines = (label.start, label.knee), (label.knee, label.end)
    return any(cross(*line, corners[edge], corners[edge - 1]) for line in lines for edge in range(4))


def wish(y: float, height: float = 20) -> Wish:
    return Wish({0: (100.0, height)}, {(0, "right"): (Anchor(200.0, y, 0.0),)})


def test_where_there_is_not_room_for_all_the_first_have_it() -> None:
    labels = laid_out([wish(300 + number) for number in range(60)], COLUMNS, no_way)
    assert {label.wish for label in labels} == set(range(len(labels))) and 20 < len(labels) < 60


def test_a_label_stands_level_with_its_point() -> None:
    label, = laid_out([wish(321)], COLUMNS, no_way)
    assert label.start[1] == label.knee[1] == label.end[1] == 321


def test_a_point_is_left_for_one_that_is_reached_over_less_of_the_figure() -> None:
    two = Wish({0: (100.0, 20.0)}, {(0, "right"): (Anchor(390.0, 300.0, 0.0), Anchor(200.0, 302.0, 1.0))})

    def far(_figure: int, start: Point, end: Point) -> float:
        return end[0] - start[0]

    assert laid_out([two], COLUMNS, far)[0].end == (200.0, 302.0)


def test_both_sides_of_a_gap_are_served_by_one_column() -> None:
    assert [column.figures for column in COLUMNS] == [((0, "right"),), ((0, "left"), (1, "right")), ((1, "left"),)]


def test_no_column_is_nearer_to_a_figure_than_it_may() -> None:
    for column in COLUMNS:
        wide = column.box._replace(left=column.box.left - CLEAR + NEAREST, right=column.box.right + CLEAR - NEAREST)
        assert not any(wide.meets(figure) for _, figure in FIGURES)


def test_a_figure_that_fills_the_room_has_labels_upon_it_at_the_rooms_edges() -> None:
    found = columns(ROOM, ((0, ROOM),))
    assert [(column.box.left, column.box.right, column.upon) for column in found] == [(0, 150, True), (850, 1000, True)]


def test_a_narrow_room_that_is_filled_has_no_labels() -> None:
    assert columns(Box(0, 0, 300, 600), ((0, Box(0, 0, 300, 600)),)) == ()


def test_a_wide_gap_has_a_column_for_each_neighbour() -> None:
    found: tuple[Column, ...] = columns(Box(0, 0, 1600, 600), ((0, Box(200, 0, 400, 600)), (1, Box(1000, 0, 1300, 600))))
    assert len(found) == 4 and not any(column.upon for column in found)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(5, 30)), max_size=12))
def test_stacked_boxes_keep_their_order_and_their_distance(items: list[tuple[float, float]]) -> None:
    heights = [height for _, height in items]
    middles = stacked([y for y, _ in items], heights, 0, 500, 4)
    tops = [middle - height / 2 for middle, height in zip(middles, heights, strict=True)]
    assert all(below - above >= height + 4 - 1e-6 for above, below, height in zip(tops, tops[1:], heights, strict=False))
    assert not tops or (tops[0] >= -1e-6 and tops[-1] + heights[-1] <= 500 + 1e-6)
