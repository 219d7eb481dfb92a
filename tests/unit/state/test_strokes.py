"""Strokes as lines: simpler, mirrored, erased."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import pytest

from app.state.state import Stroke
from app.state.strokes import covers, middle, mirrored, sided, simplified, size, tidy

LINE = Stroke("back", ((0.0, 0.0), (100.0, 0.0)), 10.0, "ache", 5.0)


def wild(seed: int) -> list[tuple[float, float]]:
    dice = Random(seed)
    at, turn, points = (dice.uniform(-200, 200), dice.uniform(0, 1700)), 0.0, []
    for _ in range(dice.randint(1, 80)):
        turn += dice.uniform(-0.8, 0.8)
        at = at[0] + 4 * math.cos(turn), at[1] + 4 * math.sin(turn)
        points.append(at)
    return points


@pytest.mark.parametrize("seed", range(30))
def test_a_simplified_line_stays_within_a_millimetre_and_keeps_its_ends(seed: int) -> None:
    drawn = wild(seed)
    short = simplified(drawn)
    assert len(short) <= len(drawn)
    assert (short[0], short[-1]) == (drawn[0], drawn[-1])
    near = Stroke("front", short, 1.001)
    assert all(covers(near, point) for point in drawn)


def test_a_straight_line_needs_its_ends_only_and_a_dab_one_point() -> None:
    assert simplified([(float(x), 0.0) for x in range(50)]) == ((0.0, 0.0), (49.0, 0.0))
    assert simplified([(3.0, 4.0), (3.0, 4.0)]) == ((3.0, 4.0),)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("view", ["front", "back", "right", "left"])
def test_mirrored_twice_is_where_it_was(view: str, seed: int) -> None:
    stroke = Stroke(view, tuple(wild(seed)), 8.0)  # type: ignore[arg-type]
    other = mirrored(stroke)
    assert mirrored(other) == stroke
    assert size(other) == pytest.approx(size(stroke))
    assert other.view == {"front": "front", "back": "back", "right": "left", "left": "right"}[view]


def test_a_stroke_goes_to_the_side_that_was_asked_for() -> None:
    left_in_front = Stroke("front", ((50.0, 300.0),), 8.0)
    assert sided(left_in_front, "drawn") == (left_in_front,)
    assert sided(left_in_front, "left") == (left_in_front,)
    assert sided(left_in_front, "right") == (mirrored(left_in_front),)
    assert sided(replace(left_in_front, view="back"), "right") == (replace(left_in_front, view="back"),)
    assert sided(left_in_front, "mirrored") == (left_in_front, mirrored(left_in_front))
    assert sided(Stroke("right", ((5.0, 5.0),), 8.0), "left")[0].view == "left"


def test_the_middle_lies_half_way_along() -> None:
    assert middle(Stroke("front", ((0.0, 0.0), (10.0, 0.0), (10.0, 30.0)), 2.0)) == (10.0, 10.0)
    assert middle(Stroke("front", ((4.0, 5.0),), 2.0)) == (4.0, 5.0)


def test_what_was_erased_altogether_is_dropped_and_its_eraser_too() -> None:
    over = Stroke("back", ((-20.0, 0.0), (120.0, 0.0)), 14.0, erases=True)
    assert tidy((LINE, over)) == ()
    assert tidy((LINE, replace(over, radius=5.0))) == (LINE, replace(over, radius=5.0))
    assert tidy((LINE, replace(over, view="front"))) == (LINE,)


def test_what_is_painted_after_erasing_stays() -> None:
    over = Stroke("back", ((-20.0, 0.0), (120.0, 0.0)), 14.0, erases=True)
    again = replace(LINE, quality="burning")
    assert tidy((LINE, over, again)) == (again,)


def test_two_passes_of_the_eraser_erase_what_neither_does_alone() -> None:
    halves = (Stroke("back", ((-20.0, 0.0), (50.0, 0.0)), 14.0, erases=True), Stroke("back", ((50.0, 0.0), (120.0, 0.0)), 14.0, erases=True))
    assert tidy((LINE, halves[0])) == (LINE, halves[0])
    assert tidy((LINE, *halves)) == ()
