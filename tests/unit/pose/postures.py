"""Postures for the tests: any within the limits of the joints."""

from __future__ import annotations

from functools import cache

import yaml
from hypothesis import strategies as some

from app.model.posture import JOINTS, JointName, Posture, joint_of, posture
from app.resources import folders


@cache
def limits() -> dict[JointName, tuple[float, float]]:
    """The range of each joint's slider."""
    found = yaml.safe_load((folders().data / "joints" / "joints.yaml").read_text(encoding="utf-8"))
    return {name: (found[joint_of(name)]["low"], found[joint_of(name)]["high"]) for name in JOINTS}


def value(name: JointName) -> some.SearchStrategy[float]:
    """Any value of a joint, a third of them at its limits or zero."""
    low, high = limits()[name]
    return some.one_of(some.sampled_from((low, high, 0.0)), some.floats(low, high))


@some.composite
def postures(draw: some.DrawFn) -> Posture:
    """A posture of up to ten joints."""
    names = draw(some.lists(some.sampled_from(JOINTS), max_size=10, unique=True))
    return posture({name: draw(value(name)) for name in names})
