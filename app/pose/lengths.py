"""How long each muscle is in a pose, and by how much it changed: along its lines of action, tendons included.

A muscle's length is the mean of its lines (``app.pose.lines``), in mm; sides are those of the subject, diaphragm and pelvic
floor have one row, `midline`. Bones keep their lengths here (`Pose.rigid`). Tone, slack and force are outside the model.

Against published models of leg and trunk the signs agree but for one muscle, superior gemellus in abduction (the models have
one path for both gemelli; here it crosses the axis). Where the model is poor (cards say so, by ``data/assumptions``, rough_*):

- Elbow, wrist, toes and jaw do not move: muscles of forearm, hand and foot keep their lengths.
- The shoulder blade does not turn with a raised arm, so teres major and the deltoids change too much far from hanging.
- The low back turns about the middles of its discs: arms of quadratus lumborum are nearly three times as large as the models',
  those of multifidus and the lumbar part of longissimus one and a half times.
- Fibres of the obliques that end in the linea alba are followed no farther: at the low back their arms are half of the models'.
- Pectineus and gracilis flex the hip more than in the models, adductor magnus extends it less, tensor fasciae latae turns it more.
- The wall of the belly keeps its distance from the spine; it neither bulges nor draws in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import numpy as np

from app.model.frozen import frozen
from app.model.posture import FOLLOWS, NEUTRAL, JointName, Posture, joint_of, posture
from app.pose.course import course
from app.pose.kinematics import Pose, posed
from app.pose.lines import LineSide
from app.pose.skeleton import Array

Key = tuple[str, LineSide]

STEP = 0.5
"""Half of the difference (degrees or mm) over which a moment arm is taken."""
IN_MM: frozenset[str] = frozenset({"pelvis_forward", "head_forward", "shoulder_protraction", "scapular_elevation"})
"""Joints, without sides, whose values are mm; those of the others are degrees."""


@frozen
class Change:
    """A muscle's length in the measured body and in a pose, mm, and by how much it changed; percent of the neutral length."""

    neutral_mm: float
    length_mm: float
    change_mm: float
    change_percent: float


def lengths(pose: Pose) -> Mapping[Key, float]:
    """The length (mm) of every muscle by id and side."""
    return dict(zip(course().keys, course().lengths(pose.rigid).tolist(), strict=True))


def changes(pose: Pose) -> Mapping[Key, Change]:
    """The length of every muscle against the measured body, by id and side."""
    now, before = course().lengths(pose.rigid), _neutral()
    by = now - before
    return {key: Change(*values) for key, *values in zip(
        course().keys, before.tolist(), now.tolist(), by.tolist(), (by / before * 100).tolist(), strict=True)}


@cache
def _neutral() -> Array:
    return course().lengths(posed(NEUTRAL).rigid)


def moment_arm(muscle: str, side: str, joint: JointName, at: Posture) -> float:
    """By how much a muscle lengthens as a joint moves, at a posture: mm per radian, or mm per mm.

    Raises KeyError for a muscle without lines on that side.
    """
    value = value_of(at, joint)
    low, high = (_length(_with(at, joint, value + step), muscle, side) for step in (-STEP, STEP))
    return (high - low) / (2 * STEP if joint_of(joint) in IN_MM else math.radians(2 * STEP))


def curve(muscle: str, side: str, joint: JointName, at: Posture, values: Iterable[float]) -> list[float]:
    """The lengths (mm) of a muscle as a joint takes some values (degrees or mm) while the others stay as in a posture.

    Raises KeyError for a muscle without lines on that side.
    """
    return [_length(_with(at, joint, value), muscle, side) for value in values]


def value_of(at: Posture, joint: JointName) -> float:
    """Where a joint stands in a posture (degrees or mm); the low back follows the pelvis as long as it is not told itself."""
    return at.of(FOLLOWS[joint]) if joint in FOLLOWS and not at.has(joint) else at.of(joint)


def _with(at: Posture, joint: JointName, value: float) -> Posture:
    return posture({**dict(at.values), joint: value})


def _length(at: Posture, muscle: str, side: str) -> float:
    place = _places()[muscle, side]
    return float(_all(at)[place])


@cache
def _places() -> Mapping[tuple[str, str], int]:
    return {key: place for place, key in enumerate(course().keys)}


@lru_cache(maxsize=256)
def _all(at: Posture) -> Array:
    """The lengths of all muscles: the curves of several share their postures."""
    found = course().lengths(posed(at).rigid)
    found.setflags(write=False)
    return np.asarray(found)
