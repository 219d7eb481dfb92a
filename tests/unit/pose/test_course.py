"""Lines that are led round a joint."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.model.posture import JointName, posture
from app.pose.course import Bends, bent, course
from app.pose.kinematics import posed
from app.pose.lengths import curve, moment_arm
from app.pose.lines import wraps
from app.pose.skeleton import INDEX

STILL = np.broadcast_to(np.hstack([np.eye(3), np.zeros((3, 1))]), (len(INDEX), 3, 4))
RADIUS = 30.0
ROUND = Bends(np.array([0]), np.array([INDEX["sacrum"]]), np.array([[0.0, 0.0]]), np.array([1.0]), np.array([RADIUS]))
"""A cylinder about the x axis over which a line passes in front."""


def led(start: tuple[float, float, float], end: tuple[float, float, float]) -> float:
    return float(bent(ROUND, STILL, np.array([start]), np.array([end]))[0])


def test_a_line_that_passes_clear_of_the_cylinder_is_straight() -> None:
    assert led((0, 100, 50), (0, -100, 50)) == pytest.approx(200)


def test_a_line_through_the_axis_goes_round_it() -> None:
    straight = math.sqrt(100 ** 2 - RADIUS ** 2)
    assert led((0, 100, 0), (0, -100, 0)) == pytest.approx(2 * straight + RADIUS * (math.pi - 2 * math.acos(RADIUS / 100)))


@given(some.floats(40, 200), some.floats(40, 200), some.floats(-1.3, 4.0), some.floats(-60, 60))
def test_a_line_is_never_shorter_than_the_straight_way_and_never_jumps(near: float, far: float, degrees: float, aside: float) -> None:
    def at(angle: float) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        return (0.0, near, 0.0), (aside, -far * math.cos(angle), -far * math.sin(angle))

    start, end = at(degrees)
    length = led(start, end)
    assert length >= math.dist(start, end) - 1e-9
    if abs(degrees) < 1.3:
        assert abs(led(*at(degrees + 0.001)) - length) < 0.001 * far + 1e-9


@pytest.mark.parametrize(("muscle", "joint", "wrap", "values"), [
    ("psoas_major", "hip_flexion_right", "hip_psoas", (-20, 0)), ("iliacus", "hip_flexion_right", "hip_iliacus", (-20, 0)),
    ("rectus_femoris", "knee_flexion_right", "knee_quadriceps", (40, 75)), ("semitendinosus", "knee_flexion_right", "knee_semitendinosus", (0, 10)),
    ("tibialis_posterior", "ankle_dorsiflexion_right", "ankle_malleolus", (-40, 25))])
def test_a_line_that_is_led_round_a_joint_keeps_its_distance(muscle: str, joint: JointName, wrap: str, values: tuple[float, float]) -> None:
    for value in values:
        assert abs(moment_arm(muscle, "right", joint, posture({joint: value}))) > 0.75 * wraps()[wrap].radius


def test_a_length_is_the_same_alone_and_in_a_curve() -> None:
    values = [-10.0, 0.0, 30.0]
    assert curve("gluteus_medius", "left", "hip_abduction_left", posture({}), values)[1] == pytest.approx(
        float(course().lengths(posed(posture({})).rigid)[course().keys.index(("gluteus_medius", "left"))]))
