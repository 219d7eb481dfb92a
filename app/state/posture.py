"""Changing the posture by hand: pure functions from state to state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.model.posture import JointName, ordered
from app.state.state import State

FARTHEST = 150
"""How far a posture goes at most, per cent of what patterns and steps say."""


def set_joint(state: State, name: JointName, value: float) -> State:
    """Have a joint stand at a value (degrees or mm), whatever patterns say of it; 0 is its neutral place."""
    return replace(state, joints=ordered((*state.joints, (name, value))))


def set_joints(state: State, values: Mapping[JointName, float]) -> State:
    """Have several joints stand at values (degrees or mm), in one step."""
    return replace(state, joints=ordered((*state.joints, *values.items())))


def free_joint(state: State, name: JointName) -> State:
    """Have a joint stand again where the patterns say."""
    return replace(state, joints=tuple(pair for pair in state.joints if pair[0] != name))


def free_several(state: State, names: Iterable[JointName]) -> State:
    """Have some joints stand again where the patterns say."""
    freed = set(names)
    return replace(state, joints=tuple(pair for pair in state.joints if pair[0] not in freed))


def free_joints(state: State) -> State:
    """Have all joints stand again where the patterns say, and these go as far as they say."""
    return replace(state, joints=(), extent=100)


def stand_neutral(state: State, told: bool) -> State:
    """Show the measured body: nothing by hand, and where patterns or a step say something (`told`), none of it."""
    return replace(state, joints=(), extent=0 if told else 100)


def set_extent(state: State, extent: float) -> State:
    """Have patterns and steps go so far, per cent; what lies outside 0..150 is brought inside."""
    return replace(state, extent=round(min(max(extent, 0), FARTHEST)))
