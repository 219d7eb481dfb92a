"""The angles by which a posture is told."""

from __future__ import annotations

import pytest

from app.model.posture import NEUTRAL, JointName, posture
from app.pose.kinematics import posed
from app.pose.measures import Measure, measures


def of(values: dict[JointName, float]) -> dict[str, Measure]:
    return {one.id: one for one in measures(posed(posture(values)))}


def test_the_measured_body_has_its_own_pelvic_tilt() -> None:
    for one in measures(posed(NEUTRAL)):
        assert one.value == one.neutral
    found = of({})
    assert found["pelvic_tilt"].value == pytest.approx(4.8, abs=0.05)
    assert found["pelvic_obliquity"].value == pytest.approx(0.0)
    assert 35 < found["lumbar_lordosis"].value < 65
    assert 25 < found["thoracic_kyphosis"].value < 50
    assert 50 < found["craniovertebral_angle"].value < 65


@pytest.mark.parametrize(("joint", "measure", "least"), [
    ("pelvic_tilt", "pelvic_tilt", 1.0), ("pelvic_tilt", "lumbar_lordosis", 1.0), ("lumbar_lordosis", "lumbar_lordosis", 1.0),
    ("thoracic_kyphosis", "thoracic_kyphosis", 0.9), ("pelvic_obliquity", "pelvic_obliquity", 1.0)])
def test_a_measure_grows_by_what_its_joint_moves(joint: JointName, measure: str, least: float) -> None:
    found = of({joint: 6})[measure]
    assert 6 * least - 0.01 <= found.value - found.neutral <= 6.01


def test_a_head_that_goes_forward_makes_the_craniovertebral_angle_smaller() -> None:
    found = of({"head_forward": 30})["craniovertebral_angle"]
    assert found.value < found.neutral - 5


def test_torsion_shows_in_both_halves_and_not_in_their_mean() -> None:
    found = of({"pelvic_torsion": 6})
    assert found["pelvic_tilt_right"].value - found["pelvic_tilt_left"].value == pytest.approx(6, abs=0.01)
    assert found["pelvic_tilt"].value == pytest.approx(found["pelvic_tilt"].neutral, abs=0.02)


def test_what_is_drawn_is_what_is_measured() -> None:
    for one in measures(posed(posture({"pelvic_tilt": 10}))):
        assert len(one.points) in (2, 4)
        assert one.views
