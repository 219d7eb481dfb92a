"""The value of a joint in words: its name, sign and unit."""

from __future__ import annotations

from app.model.knowledge import Atlas
from app.model.posture import JointName, joint_of

MINUS, NARROW = "\u2212", "\u00a0"
"""The sign of a negative number, and the space before a unit, at which no line breaks."""


def joint_value(atlas: Atlas, joint: str, value: float) -> str:
    """The value of a joint (its name without a side) with its sign and unit: "+9°"."""
    told = f"{'+' if value > 0 else MINUS if value < 0 else ''}{abs(round(value, 1)):g}"
    card = atlas.joints.get(joint)
    return f"{told}{NARROW}mm" if card and card.unit == "mm" else f"{told}°"


def joint_name(atlas: Atlas, name: JointName) -> str:
    """What a joint is called, with its side in front where it has one: "right hip flexion"."""
    joint = joint_of(name)
    card = atlas.joints.get(joint)
    called = card.name if card else joint.replace("_", " ").capitalize()
    side = name.removeprefix(joint).strip("_")
    return f"{side.capitalize()} {called[:1].lower()}{called[1:]}" if side else called


def joint_words(atlas: Atlas, name: JointName, value: float) -> str:
    """A joint with its value in degrees or mm: "Pelvic tilt +9°"."""
    return f"{joint_name(atlas, name)} {joint_value(atlas, joint_of(name), value)}"
