"""What plots say of joints: names, ranges and values. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from app.model.knowledge import Atlas
from app.model.posture import JointName, Posture, joint_of
from app.ui.plots.curve_plot import Span

Range = tuple[JointName, float, float]


def joint_title(atlas: Atlas, joint: JointName) -> str:
    """What a joint is called, with its side."""
    card = atlas.joints[joint_of(joint)]
    side = joint.removeprefix(card.id).strip("_")
    return f"{card.name}, {side}" if side else card.name


def ranges(atlas: Atlas, joints: Iterable[JointName]) -> tuple[Range, ...]:
    """The joints that the content knows, with their ranges in degrees or mm."""
    cards = atlas.joints
    return tuple((joint, cards[joint_of(joint)].low, cards[joint_of(joint)].high) for joint in joints if joint_of(joint) in cards)


def span_of(atlas: Atlas, joint: JointName) -> Span:
    """A joint as an axis."""
    card = atlas.joints[joint_of(joint)]
    return Span(f"{joint_title(atlas, joint)} ({card.unit})", "°" if card.unit == "degrees" else " mm", card.low, card.high)


def posture_words(atlas: Atlas, now: Posture) -> str:
    """The joints that have moved, with their values."""
    known = [(joint, value) for joint, value in now.values if joint_of(joint) in atlas.joints]
    return "; ".join(f"{joint_title(atlas, joint)} {span_of(atlas, joint).text(value)}" for joint, value in known) or "neutral"
