"""The lengths of all muscles in a posture with what each joint has to do with them, as numbers that need no numpy to be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.model.length import Change, JointPart, Key, Lengths
from app.model.posture import (
    FOLLOWS,
    JointName,
    Posture,
    completed,
    joint_of,
    ordered,
)
from app.pose.kinematics import posed
from app.pose.lengths import changes


@lru_cache(maxsize=16)
def lengths_of(posture: Posture) -> Lengths:
    """All lengths (mm) in a posture; and of each joint, right and left together, what it does when the others stay neutral."""
    whole = _told(posture)
    alone = {joint: _by_mm(_alone(values)) for joint, values in _joints(posture).items()}
    follow = {joint_of(name) for name, _ in completed(posture).values if not posture.has(name)}
    parts = {key: tuple(sorted((JointPart(joint, by[key], joint in follow) for joint, by in alone.items()), key=_size)) for key in whole}
    return Lengths(posture, whole, parts)


def _told(posture: Posture) -> Mapping[Key, Change]:
    return {key: Change(one.neutral_mm, one.length_mm) for key, one in changes(posed(posture)).items()}


def _by_mm(posture: Posture) -> Mapping[Key, float]:
    return {key: one.change_mm for key, one in changes(posed(posture)).items()}


def _joints(posture: Posture) -> dict[str, dict[JointName, float]]:
    """The values of a posture, joint by joint, and what follows from them as if it had been told."""
    found: dict[str, dict[JointName, float]] = {}
    for name, value in completed(posture).values:
        if value:
            found.setdefault(joint_of(name), {})[name] = value
    return found


def _alone(values: Mapping[JointName, float]) -> Posture:
    """The posture in which only these joints move: what would follow them is kept where it is."""
    kept: dict[JointName, float] = {name: 0.0 for name, leader in FOLLOWS.items() if leader in values}
    return Posture(ordered({**kept, **values}))


def _size(part: JointPart) -> float:
    return -abs(part.mm)
