"""The angles by which a posture is usually told, as they are measured on the bones of a pose.

All are projections, as on a photograph: onto the sagittal plane, the pelvic obliquity onto the frontal one.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from typing import Literal

import numpy as np

from app.model.frozen import frozen
from app.model.posture import NEUTRAL
from app.pose.affine import moved
from app.pose.kinematics import Pose, posed
from app.pose.skeleton import INDEX, Array, joint_centres, landmark
from app.pose.tables import of_tables
from app.resources import folders

View = Literal["front", "back", "right", "left"]
Place = tuple[float, float, float]

HALF_DISC = 5.5
"""mm; half the height of the lowest disc, by which the end plate of S1 lies below the disc's middle. Described, not measured."""
PLATE = 18.0
"""mm; half the depth at which the end plate of a vertebra is drawn."""


@frozen
class Measure:
    """An angle (degrees) in a pose and in the measured body, and the points by which it is drawn (body frame, mm, posed).

    Two points are a line whose angle with the horizontal it is, the first its vertex; four points are two lines with the angle
    between them, each from back to front. `how` tells between which points it is measured.
    """

    id: str
    name: str
    how: str
    value: float
    neutral: float
    points: tuple[Place, ...]
    views: tuple[View, ...]


@frozen
class _Rule:
    """How a measure is taken: its points by segment (mm, measured body), and the axis (0 x, 2 z) along which it is horizontal."""

    id: str
    name: str
    how: str
    points: tuple[tuple[str, Place], ...]
    views: tuple[View, ...]
    axis: int = 2
    sign: float = -1.0
    """-1 where the angle grows as the second point sinks below the first."""


@of_tables
def measures(pose: Pose) -> tuple[Measure, ...]:
    """All measures of a pose, from the pelvis up."""
    before = _neutral()
    return tuple(Measure(rule.id, rule.name, rule.how, _angle(rule, _placed(rule, pose)), before[rule.id],
                         tuple(_place(point) for point in _placed(rule, pose)), rule.views) for rule in _rules())


@cache
def _neutral() -> Mapping[str, float]:
    pose = posed(NEUTRAL)
    return {rule.id: _angle(rule, _placed(rule, pose)) for rule in _rules()}


def _placed(rule: _Rule, pose: Pose) -> list[Array]:
    """The points where they are in a pose; where two halves of the body share one, it is the middle of both."""
    return [np.mean([moved(pose.drawn[INDEX[segment]], np.array(point)) for segment in segments.split("+")], axis=0)
            for segments, point in rule.points]


def _place(point: Array) -> Place:
    x, y, z = point.tolist()
    return x, y, z


def _angle(rule: _Rule, points: list[Array]) -> float:
    """Of one line its rise against the horizontal; of two lines how much more the first rises forward than the second."""
    rises = [math.degrees(math.atan2(end[1] - start[1], end[rule.axis] - start[rule.axis]))
             for start, end in zip(points[::2], points[1::2], strict=True)]
    return (rule.sign * rises[0] if len(rises) == 1 else rises[0] - rises[1]) + 0.0


@cache
def _rules() -> tuple[_Rule, ...]:
    return (*_pelvis(),
            _Rule("lumbar_lordosis", "lumbar lordosis", "upper end plate of L1 to that of S1",
                  (*_plate("l1"), *_sacral_plate()), ("right", "left")),
            _Rule("thoracic_kyphosis", "thoracic kyphosis", "upper end plate of T1 to lower end plate of T12",
                  (*_plate("t12", lower=True), *_plate("t1")), ("right", "left")),
            _Rule("craniovertebral_angle", "craniovertebral angle",
                  "spinous process of C7 to the lobe of the ear, which stands for the tragus; against the horizontal",
                  (("c7", _place(landmark("spinous_C7"))), ("head", _ear())), ("right", "left"), sign=1.0))


def _pelvis() -> tuple[_Rule, ...]:
    how = "posterior to anterior superior iliac spine, against the horizontal"
    found = [_Rule("pelvic_tilt", "pelvic tilt", f"{how}; mean of both sides",
                   tuple(("innominate_right+innominate_left", _place(landmark(name) * (0.0, 1.0, 1.0))) for name in ("psis", "asis")),
                   ("right", "left"))]
    views: dict[str, tuple[View, ...]] = {"right": ("right",), "left": ("left",)}
    for side in ("right", "left"):
        points = tuple((f"innominate_{side}", _place(landmark(name, side))) for name in ("psis", "asis"))
        found.append(_Rule(f"pelvic_tilt_{side}", f"pelvic tilt, {side}", how, points, views[side]))
    crests = tuple((f"innominate_{side}", _place(landmark("iliac_crest_top", side))) for side in ("right", "left"))
    return (*found, _Rule("pelvic_obliquity", "pelvic obliquity", "top of the right iliac crest to that of the left, against the horizontal",
                          crests, ("front", "back"), axis=0))


def _plate(name: str, lower: bool = False) -> tuple[tuple[str, Place], tuple[str, Place]]:
    """An end plate of a vertebra, from back to front: at right angles to the line between the joints below and above its body."""
    above = {"l1": "t12", "t12": "t11", "t1": "c7"}[name]
    bottom, top = joint_centres()[name], joint_centres()[above]
    forward = np.cross(np.array([1.0, 0.0, 0.0]), (top - bottom) / np.linalg.norm(top - bottom))
    middle = bottom if lower else top
    return (name, _place(middle - forward * PLATE)), (name, _place(middle + forward * PLATE))


def _sacral_plate() -> tuple[tuple[str, Place], tuple[str, Place]]:
    """The end plate of S1, from back to front: from below the middle of the lowest disc to the promontory."""
    front = landmark("sacral_promontory") * (0.0, 1.0, 1.0)
    back = joint_centres()["l5"] - front
    sink = math.asin(HALF_DISC / float(np.linalg.norm(back)))
    c, s = math.cos(sink), math.sin(sink)
    lowered = np.array([0.0, back[1] * c + back[2] * s, back[2] * c - back[1] * s]) * c
    return ("sacrum", _place(front + 2 * lowered)), ("sacrum", _place(front))


@cache
def _ear() -> Place:
    """The lobe of the ear, in the midline (mm); from ``plumb_line.csv``."""
    with (folders().data / "body" / "plumb_line.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["id"] == "ear_lobe")
    return 0.0, float(row["y"]), float(row["z"])
