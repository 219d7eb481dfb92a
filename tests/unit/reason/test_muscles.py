"""States and roles from claims, with an atlas of three muscles."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.anatomy import Structure
from app.model.knowledge import Atlas
from app.model.practice import Cause, Part
from app.model.reference import Ref
from app.reason.muscles import muscle_rows, state_of, structure_rows, with_default_side
from app.state.state import State
from tests.unit.small import WHY, small_atlas


@pytest.fixture
def atlas() -> Atlas:
    return small_atlas()


@pytest.mark.parametrize(
    ("tones", "lengths", "expected"),
    [
        (("tight",), (None,), "tight_short"),
        (("tight",), ("short",), "tight_short"),
        (("tight",), ("long",), "tight_long"),
        (("weak",), ("long",), "weak"),
        (("weak", "tight"), (None, None), "conflict"),
        (("tight", None), ("short", "long"), "conflict"),
        ((None,), ("long",), "tight_long"),
        ((None,), (None,), "neutral"),
    ],
)
def test_state_of(tones: tuple, lengths: tuple, expected: str) -> None:
    assert state_of(tones, lengths) == expected


@given(st.lists(st.sampled_from(["tight", "weak", None])), st.lists(st.sampled_from(["short", "long", None])))
def test_the_order_of_claims_does_not_matter(tones: list, lengths: list) -> None:
    assert state_of(tones, lengths) == state_of(reversed(tones), reversed(lengths))


def test_a_pattern_without_sides_takes_both(atlas: Atlas) -> None:
    rows = muscle_rows(atlas, State(patterns=(Ref("tipped"),)))
    assert [(row.muscle, row.side, row.state) for row in rows] == [
        ("psoas", "right", "tight_short"), ("psoas", "left", "tight_short"),
        ("gluteus", "right", "weak"), ("gluteus", "left", "weak"),
    ]


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_pattern_with_a_side_takes_that_side(atlas: Atlas, side: str) -> None:
    rows = muscle_rows(atlas, State(patterns=(Ref("high", side),)))  # type: ignore[arg-type]
    other = {"right": "left", "left": "right"}[side]
    assert {(row.muscle, row.side) for row in rows} == {("gluteus", side), ("psoas", other)}


def test_a_pattern_with_sides_stands_on_the_right_by_default(atlas: Atlas) -> None:
    assert with_default_side(atlas, Ref("high")) == Ref("high", "right")
    assert with_default_side(atlas, Ref("tipped")) == Ref("tipped")


def test_two_patterns_that_disagree_conflict(atlas: Atlas) -> None:
    rows = muscle_rows(atlas, State(patterns=(Ref("tipped"), Ref("high", "right"))))
    states = {(row.muscle, row.side): row.state for row in rows}
    assert states[("gluteus", "right")] == "conflict"
    assert states[("gluteus", "left")] == "weak"
    assert states[("psoas", "left")] == "tight_short"


def test_pain_gives_roles_essential_before_spillover(atlas: Atlas) -> None:
    rows = {(row.muscle, row.side): row.role for row in muscle_rows(atlas, State(pain=(Ref("low_back", "left"),)))}
    assert rows == {("psoas", "left"): "refers_essential", ("gluteus", "left"): "refers_spillover"}


@pytest.mark.parametrize("side", [None, "both"])
def test_pain_without_a_side_asks_both(atlas: Atlas, side: str | None) -> None:
    rows = muscle_rows(atlas, State(pain=(Ref("low_back", side),)))  # type: ignore[arg-type]
    assert {row.side for row in rows} == {"right", "left"}


def test_pain_in_the_midline_asks_both_sides(atlas: Atlas) -> None:
    rows = muscle_rows(atlas, State(pain=(Ref("sacrum"),)))
    assert {(row.muscle, row.side) for row in rows} == set(product(["psoas"], ["right", "left"]))


def test_a_muscle_of_the_midline_has_one_row(atlas: Atlas) -> None:
    rows = muscle_rows(atlas, State(pain=(Ref("flank", "right"),)))
    assert [(row.muscle, row.side) for row in rows] == [("diaphragm", "midline")]


def acting_atlas() -> Atlas:
    """A cause with sides: tight psoas on its side, weak gluteus on the other, and a joint that takes part."""
    parts = (Part("hip_flexors", WHY, tone="tight"), Part("gluteus", WHY, tone="weak", side="opposite"),
             Part("hip", WHY, side="same"), Part("diaphragm", WHY))
    small = small_atlas()
    return replace(
        small, causes={"strain": Cause("strain", "Strain", "muscle", ("book",), side="paired", parts=parts)},
        structures={"hip": Structure("hip", "Hip", "joint", "paired", "A joint.", (WHY,), ("book",), shapes=("femur", "pelvis"))})


@pytest.mark.parametrize(("side", "same", "other"), [(None, "right", "left"), ("left", "left", "right")])
def test_the_parts_of_a_cause_stand_on_its_side(side: str | None, same: str, other: str) -> None:
    state = State(cause=Ref("strain", side))  # type: ignore[arg-type]
    rows = {(row.muscle, row.side): (row.state, row.role) for row in muscle_rows(acting_atlas(), state)}
    assert rows == {("psoas", same): ("tight_short", None), ("gluteus", other): ("weak", None),
                    ("diaphragm", "midline"): ("neutral", "takes_part")}
    [row] = structure_rows(acting_atlas(), state)
    assert (row.structure, row.side, row.shapes) == ("hip", same, (f"femur-{same}", f"pelvis-{same}"))


def test_a_cause_on_both_sides_takes_both() -> None:
    assert {row.side for row in structure_rows(acting_atlas(), State(cause=Ref("strain", "both")))} == {"right", "left"}


def test_agreement_is_counted_and_a_conflict_has_none() -> None:
    atlas = acting_atlas()
    rows = {(row.muscle, row.side): row for row in muscle_rows(
        atlas, State(patterns=(Ref("tipped"), Ref("high", "right")), cause=Ref("strain", "left")))}
    assert (rows["psoas", "left"].state, rows["psoas", "left"].agreeing) == ("tight_short", 3)
    assert (rows["gluteus", "right"].state, rows["gluteus", "right"].agreeing) == ("conflict", 0)
    assert len(rows["gluteus", "right"].because) == 3


@given(st.permutations([Ref("tipped"), Ref("high", "right"), Ref("tipped_too")]))
def test_the_order_of_patterns_does_not_matter(order: list[Ref]) -> None:
    small = small_atlas()
    atlas = replace(small, patterns={**small.patterns, "tipped_too": replace(small.patterns["tipped"], id="tipped_too")})
    first, turned = (muscle_rows(atlas, State(patterns=tuple(refs))) for refs in (sorted(order), order))
    assert [(row.muscle, row.side, row.state, row.agreeing, frozenset(row.because)) for row in first] == [
        (row.muscle, row.side, row.state, row.agreeing, frozenset(row.because)) for row in turned]
