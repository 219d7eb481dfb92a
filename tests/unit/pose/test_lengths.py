"""What holds of the lengths of muscles in any posture."""

from __future__ import annotations

import csv
import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.model.posture import (
    JOINTS,
    NEUTRAL,
    REACH,
    JointName,
    Posture,
    joint_of,
    posture,
)
from app.pose.kinematics import posed
from app.pose.lengths import changes, curve, lengths, moment_arm, value_of
from app.pose.lines import lines
from app.reason.posture import mirror
from app.resources import folders
from tests.unit.pose.postures import limits, postures

OTHER = {"right": "left", "left": "right", "midline": "midline"}
STILL = ("brachialis", "brachioradialis", "wrist_flexors", "wrist_extensors", "abductor_hallucis", "quadratus_plantae", "flexor_digitorum_brevis")
"""Muscles none of whose joints moves in the model."""


def test_every_muscle_has_a_length_on_each_of_its_sides() -> None:
    known = {name for path in (folders().data / "muscles").glob("*.yaml") for name in re.findall(r"(?m)^(\w+):$", path.read_text("utf-8"))}
    found = lengths(posed(NEUTRAL))
    drawn = {(row["owner"], side) for row in parts() if row["kind"] == "muscle"
             for side in (("midline",) if row["side"] == "midline" else ("right", "left"))}
    assert drawn <= set(found)
    assert {muscle for muscle, _ in found} == known
    assert all(10.0 < mm < 700.0 for mm in found.values())


def parts() -> list[dict[str, str]]:
    with (folders().data / "body" / "parts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_neutral_posture_changes_nothing() -> None:
    for change in changes(posed(NEUTRAL)).values():
        assert change.change_mm == change.change_percent == 0.0
        assert change.length_mm == change.neutral_mm


def test_a_change_is_told_in_mm_and_as_percent_of_the_neutral_length() -> None:
    change = changes(posed(posture({"pelvic_tilt": 12})))["iliacus", "right"]
    assert change.change_mm == pytest.approx(change.length_mm - change.neutral_mm)
    assert change.change_percent == pytest.approx(100 * change.change_mm / change.neutral_mm)


@settings(max_examples=40, deadline=None)
@given(postures())
def test_left_and_right_are_mirrors(at: Posture) -> None:
    here, there = (lengths(posed(one)) for one in (at, posture(dict(mirror(name, value) for name, value in at.values))))
    for (muscle, side), mm in here.items():
        assert there[muscle, OTHER[side]] == pytest.approx(mm, abs=1e-6), muscle  # type: ignore[index]


@settings(max_examples=40, deadline=None)
@given(postures(), some.sampled_from(JOINTS))
def test_a_small_step_of_a_joint_is_a_small_step_of_every_length(at: Posture, name: JointName) -> None:
    low, high = limits()[name]
    value = min(max(value_of(at, name), low), high - 0.1)
    before, after = (lengths(posed(posture({**dict(at.values), name: here}))) for here in (value, value + 0.1))
    # No line passes an axis at more than 200 mm.
    allowed = max(0.1, math.radians(0.1) * 200)
    assert max(abs(after[key] - before[key]) for key in before) < allowed


@settings(max_examples=25, deadline=None)
@given(postures())
def test_what_crosses_no_joint_that_moves_keeps_its_length(at: Posture) -> None:
    found = changes(posed(at))
    assert all(abs(found[muscle, side].change_mm) < 1e-6 for muscle in STILL for side in ("right", "left"))  # type: ignore[index]


def test_the_vasti_stay_as_they_are_when_the_pelvis_tips() -> None:
    found = changes(posed(posture({"pelvic_tilt": 15})))
    assert abs(found["vastus_lateralis", "right"].change_mm) < 1e-6
    assert abs(found["pelvic_floor", "midline"].change_mm) < 1e-6


TILT = {-1: ("iliacus", "psoas_major", "rectus_femoris", "tensor_fasciae_latae", "sartorius", "pectineus", "adductor_longus", "iliocostalis_lumborum", "longissimus_lumborum", "longissimus_thoracis",
             "multifidus", "quadratus_lumborum"),
        1: ("biceps_femoris", "semitendinosus", "semimembranosus", "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "piriformis", "rectus_abdominis_upper", "rectus_abdominis_lower",
            "external_oblique", "internal_oblique")}


@pytest.mark.parametrize("degrees", [-10, -5, 5, 10, 20])
def test_a_pelvis_that_tips_forward_shortens_and_lengthens_what_anatomy_says(degrees: float) -> None:
    found = changes(posed(posture({"pelvic_tilt": degrees})))
    for sign, muscles in TILT.items():
        for muscle in muscles:
            assert found[muscle, "right"].change_percent * sign * np.sign(degrees) > 0.2, muscle
    # Its share at the low back is next to nothing: the curve there moves with it.
    assert abs(found["psoas_major", "right"].change_percent) < 0.6 * abs(found["iliacus", "right"].change_percent)


def test_a_pelvis_that_rises_on_the_right_lengthens_and_shortens_what_anatomy_says() -> None:
    found = changes(posed(posture({"pelvic_obliquity": 5})))
    longer = ("gluteus_medius", "gluteus_minimus", "tensor_fasciae_latae")
    shorter = ("adductor_longus", "adductor_brevis", "adductor_magnus", "gracilis", "pectineus", "psoas_major", "external_oblique",
               "internal_oblique", "rectus_abdominis_upper", "rectus_abdominis_lower", "quadratus_lumborum", "iliocostalis_lumborum",
               "longissimus_lumborum", "multifidus")
    for muscles, sign in ((longer, 1), (shorter, -1)):
        for muscle in muscles:
            assert found[muscle, "right"].change_percent * sign > 0.2, muscle
            assert found[muscle, "left"].change_percent * sign < -0.2, muscle


def test_a_moment_arm_is_the_slope_of_the_curve() -> None:
    values = [9.5, 10.5]
    low, high = curve("semitendinosus", "right", "hip_flexion_right", posture({"knee_flexion_right": 20}), values)
    arm = moment_arm("semitendinosus", "right", "hip_flexion_right", posture({"knee_flexion_right": 20, "hip_flexion_right": 10}))
    assert arm == pytest.approx((high - low) / math.radians(1.0))


def test_the_arm_of_a_joint_in_mm_is_mm_per_mm() -> None:
    assert 0.05 < abs(moment_arm("sternocleidomastoid", "right", "head_forward", NEUTRAL)) < 1.0


def test_the_arm_at_the_low_back_is_taken_where_it_follows_the_pelvis() -> None:
    tipped = posture({"pelvic_tilt": 10})
    told = posture({"pelvic_tilt": 10, "lumbar_lordosis": 10})
    assert moment_arm("multifidus", "right", "lumbar_lordosis", tipped) == pytest.approx(
        moment_arm("multifidus", "right", "lumbar_lordosis", told))


def test_a_muscle_without_lines_is_an_error() -> None:
    with pytest.raises(KeyError):
        moment_arm("masseter", "right", "pelvic_tilt", NEUTRAL)


def test_lines_run_along_the_bones_in_order() -> None:
    heights = [node.point[1] for line in lines() if line.muscle == "longissimus_thoracis" for node in line.nodes]
    assert len(heights) > 20
    segments = next(line for line in lines() if line.muscle == "longissimus_thoracis" and line.side == "right").nodes
    assert segments[0].segment == "l1"
    assert segments[-1].segment == "t1"


@pytest.mark.parametrize("name", [name for name in JOINTS if not name.endswith("_left")])
def test_arms_change_smoothly_as_far_as_lengths_are_told(name: JointName) -> None:
    low, high = REACH.get(joint_of(name), limits()[name])
    each = [lengths(posed(posture({name: low + step}))) for step in range(int(high - low) + 1)]
    found = np.array([list(one.values()) for one in each])
    # mm per degree from one degree to the next: an arm of 1 mm more or less is 0.017 of it.
    assert np.abs(np.diff(found, 2, axis=0)).max() < 0.2


def test_the_wall_of_the_belly_is_stretched_evenly_and_keeps_its_depth() -> None:
    found = changes(posed(posture({"lumbar_lordosis": 10})))
    upper, lower = (found[f"rectus_abdominis_{part}", "right"].change_percent for part in ("upper", "lower"))
    assert upper == pytest.approx(lower, rel=0.3)
    assert abs(found["transversus_abdominis", "right"].change_percent) < 1.0


@pytest.mark.parametrize("degrees", [-20, -10, 10, 20])
def test_a_low_back_that_bends_to_a_side_shortens_that_side(degrees: float) -> None:
    found = changes(posed(posture({"lumbar_side_bend": degrees})))
    for muscle in ("external_oblique", "internal_oblique", "rectus_abdominis_upper", "rectus_abdominis_lower", "quadratus_lumborum",
                   "iliocostalis_lumborum", "longissimus_lumborum", "longissimus_thoracis", "multifidus", "psoas_major"):
        assert found[muscle, "right"].change_mm * degrees < 0 < found[muscle, "left"].change_mm * degrees, muscle
