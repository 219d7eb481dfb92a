"""Changing the posture by hand."""

from __future__ import annotations

from app.state.posture import free_several, set_joints, stand_neutral
from app.state.state import State


def test_several_joints_are_set_and_freed_in_one_step() -> None:
    state = set_joints(State(), {"hip_flexion_right": 10.0, "hip_flexion_left": 10.0, "pelvic_tilt": 0.0})
    assert dict(state.joints) == {"pelvic_tilt": 0, "hip_flexion_right": 10, "hip_flexion_left": 10}
    assert dict(free_several(state, ("hip_flexion_right", "hip_flexion_left")).joints) == {"pelvic_tilt": 0}


def test_the_neutral_body_keeps_what_is_chosen_and_goes_none_of_the_way() -> None:
    state = set_joints(State(), {"pelvic_tilt": 5.0})
    assert (stand_neutral(state, True).joints, stand_neutral(state, True).extent) == ((), 0)
    assert stand_neutral(state, False) == State()
