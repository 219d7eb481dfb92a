"""Where a state has the body stand: never beyond what the cards of its joints allow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.cache import content
from app.model.posture import JOINTS, JointName, joint_of
from app.model.reference import Ref
from app.reason.posture import posture_of
from app.state.link import from_link
from app.state.posture import set_extent, set_joints
from app.state.state import State


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(JOINTS), st.floats(-180, 180), min_size=1), st.sampled_from(sorted(content().atlas.patterns)), st.floats(0, 150))
def test_nothing_goes_beyond_the_range_of_its_joint(values: dict[JointName, float], pattern: str, extent: float) -> None:
    atlas = content().atlas
    at = posture_of(atlas, set_extent(set_joints(State(patterns=(Ref(pattern),)), values), extent))
    assert all(atlas.joints[joint_of(name)].low <= value <= atlas.joints[joint_of(name)].high for name, value in at.values)


@pytest.mark.parametrize(("told", "stands"), [("180", 60.0), ("-120", -20.0), ("12.5", 12.5)])
def test_a_link_may_want_more_than_a_neck_can(told: str, stands: float) -> None:
    atlas = content().atlas
    assert posture_of(atlas, from_link(f"plumbline:?joint=head_forward={told}", atlas).state).of("head_forward") == stands
