"""Choosing again takes back; the sides of an area add up to one choice."""

from __future__ import annotations

import pytest

from app.model.reference import Ref, Side
from app.state.choose import toggle_pain, toggle_pattern
from app.state.state import State, Subject

START = State()


def after(*sides: Side | None) -> tuple[Ref, ...]:
    state = START
    for side in sides:
        state = toggle_pain(state, Ref("low_back", side), paired=True)
    return state.pain


@pytest.mark.parametrize(
    ("sides", "left_over"),
    [
        (("right",), "right"),
        (("right", "left"), "both"),
        (("both",), "both"),
        ((None,), "both"),
        (("both", "right"), "left"),
        (("right", "both"), "both"),
    ],
)
def test_sides_add_up(sides: tuple[Side | None, ...], left_over: Side) -> None:
    assert after(*sides) == (Ref("low_back", left_over),)


@pytest.mark.parametrize("sides", [("right", "right"), ("both", "both"), ("both", "left", "right")])
def test_the_last_side_taken_back_leaves_nothing(sides: tuple[Side, ...]) -> None:
    assert after(*sides) == ()


def test_an_area_of_the_midline_is_chosen_and_taken_back() -> None:
    once = toggle_pain(START, Ref("sacrum"), paired=False)
    assert once.pain == (Ref("sacrum"),)
    assert toggle_pain(once, Ref("sacrum"), paired=False).pain == ()


def test_a_changed_side_keeps_its_place_among_the_choices() -> None:
    state = START
    for ref in (Ref("low_back", "right"), Ref("flank", "left"), Ref("low_back", "left")):
        state = toggle_pain(state, ref, paired=True)
    assert state.pain == (Ref("low_back", "both"), Ref("flank", "left"))
    assert state.subject == Subject("area", Ref("low_back", "both"))


def test_a_pattern_chosen_again_is_taken_back() -> None:
    once = toggle_pattern(START, Ref("high_hip", "right"))
    assert toggle_pattern(once, Ref("high_hip", "right")).patterns == ()
    assert toggle_pattern(once, Ref("high_hip", "left")).patterns == (Ref("high_hip", "left"),)
