"""The posture that a state takes: what its patterns, or the told step of a cause, say of the joints, and what was set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.model.knowledge import Atlas
from app.model.posture import JointName, Posture, joint_of, posture
from app.model.practice import Joint
from app.model.reference import Ref
from app.state.state import State
from app.state.steps import steps_of

SIGNED = ("pelvic_obliquity", "pelvic_torsion", "lumbar_side_bend", "thoracic_side_bend", "thoracic_rotation")
"""Joints whose sign changes in the mirror."""

Values = dict[JointName, float]


def posture_of(atlas: Atlas, state: State, drawn: bool = True) -> Posture:
    """The posture of a state: patterns or the told step, as far as they are to go, and over them what was set by hand.

    Where it is `drawn`, no joint goes beyond the range of its card, however far the posture is to go and whatever a file or link
    wants of it.
    """
    told = said(atlas, state)
    wanted = {**{name: value * state.extent / 100 for name, value in told.items()}, **dict(state.joints)}
    return posture({name: _within(atlas, name, value) if drawn else value for name, value in wanted.items()})


def _within(atlas: Atlas, name: JointName, value: float) -> float:
    card = atlas.joints.get(joint_of(name))
    return min(max(value, card.low), card.high) if card else value


def said(atlas: Atlas, state: State) -> Mapping[JointName, float]:
    """What the told step with those before it, or else the chosen patterns, say of the joints at 100 %; degrees or mm."""
    steps = steps_of(atlas, state)
    if state.step is not None and state.cause and 1 <= state.step <= len(steps):
        mirrored = state.cause.side == "left"
        return {name: value for step in steps[:state.step] for name, value in _sided(step.joints, mirrored)}
    return together(pattern_values(atlas, ref) for ref in state.patterns)


def pattern_values(atlas: Atlas, ref: Ref) -> Mapping[JointName, float]:
    """What a pattern, on its side, says of the joints; degrees or mm."""
    pattern = atlas.patterns[ref.id]
    return dict(_sided(pattern.joints, pattern.paired and ref.side == "left"))


def together(several: Iterable[Mapping[JointName, float]]) -> Values:
    """What several patterns say together of each joint (degrees or mm): the most where they agree in direction, else what is left of both."""
    most: dict[JointName, tuple[float, float]] = {}
    for values in several:
        for name, value in values.items():
            low, high = most.get(name, (0.0, 0.0))
            most[name] = min(low, value), max(high, value)
    return {name: low + high for name, (low, high) in most.items()}


def _sided(joints: Iterable[Joint], mirrored: bool) -> list[tuple[JointName, float]]:
    return [mirror(joint.joint, joint.value) if mirrored else (joint.joint, joint.value) for joint in joints]


def mirror(name: JointName, value: float) -> tuple[JointName, float]:
    """A joint value (degrees or mm) as it is in the mirror."""
    if name in SIGNED:
        return name, -value
    swapped = {"right": "left", "left": "right"}
    base, _, side = name.rpartition("_")
    return (f"{base}_{swapped[side]}", value) if side in swapped else (name, value)  # type: ignore[return-value]
