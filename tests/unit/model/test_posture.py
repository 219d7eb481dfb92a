"""What a posture holds: which zeros count, and what follows from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.posture import FOLLOWS, JOINTS, NEUTRAL, completed, joint_of, posture

VALUES = st.dictionaries(st.sampled_from(JOINTS), st.integers(-20, 20).map(float))


def test_the_low_back_follows_the_pelvis_unless_it_is_told_itself() -> None:
    assert completed(posture({"pelvic_tilt": 10})).of("lumbar_lordosis") == 10
    held = posture({"pelvic_tilt": 10, "lumbar_lordosis": 0})
    assert held.has("lumbar_lordosis")
    assert completed(held).of("lumbar_lordosis") == 0
    assert completed(posture({"pelvic_obliquity": 3})).of("lumbar_side_bend") == 3


def test_a_zero_that_keeps_nothing_from_following_is_left_out() -> None:
    assert posture({"pelvic_tilt": 0, "lumbar_lordosis": 0, "knee_flexion_left": 0}) == NEUTRAL


@given(VALUES)
def test_completing_a_posture_again_changes_nothing(values: dict[str, float]) -> None:
    whole = completed(posture(values))  # type: ignore[arg-type]
    assert completed(whole) == whole
    assert all(whole.of(name) == value for name, value in values.items() if value)  # type: ignore[arg-type]
    assert {name for name, _ in whole.values} <= {*values, *FOLLOWS}


def test_the_name_of_a_joint_without_its_side() -> None:
    assert joint_of("hip_flexion_left") == "hip_flexion"
    assert joint_of("pelvic_tilt") == "pelvic_tilt"
