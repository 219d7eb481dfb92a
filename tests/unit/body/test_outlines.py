"""How outlines of areas are written: points told by landmarks, faults told with their area."""

from __future__ import annotations

import pytest

from app.body.outlines import Sheet, read_outlines

SIDES = {"groin": "paired", "sternum": "midline"}
MARKS = {"asis": (-120.0, 970.0, 57.0), "umbilicus": (0.0, 1040.0, 119.0)}


def outline(*points: str, area: str = "groin", sheet: Sheet = "front") -> list[tuple[float, float]]:
    """The two coordinates (mm) of each point that the notation stands for."""
    read = read_outlines({sheet: {area: list(points)}}, sheet, SIDES, MARKS)
    return list(read[0].points)


@pytest.mark.parametrize(("point", "expected"), [
    ("asis", (-120, 970)), ("asis +10 -5.5", (-110, 964.5)), ("asis -8 | umbilicus", (-128, 1040)),
    ("midline | asis +5", (0, 975)),
])
def test_the_notation_of_points(point: str, expected: tuple[float, float]) -> None:
    assert outline("asis", point, "umbilicus")[1] == expected


@pytest.mark.parametrize(("sheet", "expected"), [
    ("front", (-120, 970)), ("back", (-120, 970)), ("right", (57, 970)), ("soles", (-120, 57)),
])
def test_each_part_takes_the_coordinates_that_it_shows(sheet: Sheet, expected: tuple[float, float]) -> None:
    assert outline("asis", "umbilicus", "asis +5 +5", sheet=sheet)[0] == expected


def test_the_side_has_no_midline_across() -> None:
    with pytest.raises(ValueError, match="there is no landmark 'midline'"):
        outline("asis", "midline | asis", "umbilicus", sheet="right")


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
