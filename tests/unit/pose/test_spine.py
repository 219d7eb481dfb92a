"""The neck brings the head forward as far as it reaches, and no farther."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.pose.spine import MOST_BENT, _forward_bend, _reach


@settings(deadline=None)
@given(st.floats(-1e6, 1e6))
def test_the_head_comes_as_near_as_it_can(distance: float) -> None:
    bend = _forward_bend(distance)
    assert abs(bend) <= MOST_BENT
    least, reach, most = (_reach(degrees)[0] for degrees in (-MOST_BENT, bend, MOST_BENT))
    assert reach == min(max(distance, least), most) or abs(reach - distance) < 0.01
