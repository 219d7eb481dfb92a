"""A posture is seen best from where its movements are not foreshortened."""

from __future__ import annotations

import pytest

from app.model.anatomy import ViewName
from app.model.posture import NEUTRAL, JointName, posture
from app.reason.best_view import planes_of, unseen, views_to_see

ALL: tuple[ViewName, ...] = ("front", "back", "right", "left")
MIXED: dict[JointName, float] = {"pelvic_tilt": 9, "pelvic_obliquity": 5}


def test_a_tilt_is_seen_from_the_side_only() -> None:
    tilted = posture({"pelvic_tilt": 9})
    assert unseen(tilted, ("front", "back")) == "side"
    assert unseen(tilted, ("front", "left")) is None
    assert views_to_see(tilted, ("front", "back"), ALL) == ("right",)


def test_a_high_hip_is_seen_from_front_and_back() -> None:
    high = posture({"pelvic_obliquity": 5})
    assert unseen(high, ("right",)) == "front"
    assert unseen(high, ("back",)) is None
    assert views_to_see(high, ("right", "left"), ALL) == ("front",)


@pytest.mark.parametrize(("shown", "wanted"), [
    (("front", "back"), ("front", "right")), (("back",), ("back", "right")), (("left",), ("front", "left")), (("front", "right"), ("front", "right"))])
def test_of_what_is_shown_one_view_stays_where_it_is_of_use(shown: tuple[ViewName, ...], wanted: tuple[ViewName, ...]) -> None:
    assert views_to_see(posture(MIXED), shown, ALL) == wanted


def test_the_neutral_body_needs_no_other_view_and_what_is_not_drawn_is_not_offered() -> None:
    assert unseen(NEUTRAL, ("front",)) is None and planes_of(posture({"pelvic_tilt": 0.4})) == ()
    assert views_to_see(posture({"pelvic_tilt": 9}), ("front",), ("front", "left")) == ("left",)
    assert views_to_see(posture({"pelvic_tilt": 9}), ("front",), ("front",)) == ("front",)
