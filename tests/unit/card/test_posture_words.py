"""Values of joints in words, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.card.posture_words import (
    MINUS,
    change_words,
    meaning,
    place_words,
    spoken,
    total_words,
    typed,
)
from app.model.basic import Fact
from app.model.posture import JointCard, NormalRange

TILT = JointCard("pelvic_tilt", "Pelvic tilt", "", "the pelvis tips forward", "the pelvis tips backward", "degrees", -20, 25,
                 Fact("", ()), "pelvis", neutral=4.8, normal=(NormalRange(0, 23, Fact("People.", ())),))
HEAD = JointCard("head_forward", "Head forward", "", "the head moves forward", "the head moves back", "mm", -20, 60, Fact("", ()), "head and neck")


def test_a_change_has_its_sign_and_its_unit() -> None:
    assert [change_words(TILT, value) for value in (9, -4.5, 0, -0.01)] == ["+9°", f"{MINUS}4.5°", "0°", "0°"]
    assert change_words(HEAD, 12) == "+12 mm"


def test_the_whole_angle_is_told_where_it_is_known() -> None:
    assert total_words(TILT, 9) == "13.8° in all" and total_words(TILT, -10) == f"{MINUS}5.2° in all" and not total_words(HEAD, 9)


def test_a_value_means_a_direction() -> None:
    assert (meaning(TILT, 1), meaning(TILT, -1), meaning(TILT, 0)) == (TILT.more, TILT.less, "neutral")
    assert (spoken(TILT, 1), spoken(HEAD, -2)) == ("1 degree, the pelvis tips forward", "2 millimetres, the head moves back")


def test_the_usual_range_of_a_whole_angle_is_shifted() -> None:
    assert (place_words(TILT, 18), place_words(TILT, 19), place_words(HEAD, 0)) == ("in the usual range", "outside the usual range", "")


@pytest.mark.parametrize(("text", "value"), [("9", 9), ("+9°", 9), ("-7,5", -7.5), (f" {MINUS}3 mm ", -3), ("50 %", 50), ("4 degrees", 4)])
def test_what_is_typed_is_read(text: str, value: float) -> None:
    assert typed(text) == value


@pytest.mark.parametrize("text", ["", "abc", "1e9", "nan", "--3", "9 9", "99999"])
def test_what_is_no_number_is_not(text: str) -> None:
    assert typed(text) is None


@given(st.floats(-150, 150).map(round))
def test_what_is_written_can_be_typed(value: float) -> None:
    assert typed(change_words(TILT, value)) == value
