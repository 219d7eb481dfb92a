"""How far a pattern moves the joints, in words: degrees, or mm where the joint's name says so; changes, not totals."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, Bullets, Heading, Paragraph, Span, Text
from app.card.links import capital, mark, words
from app.model.knowledge import Atlas
from app.model.practice import Joint, Pattern
from app.model.reference import Ref

WORDS: dict[str, tuple[str, str]] = {
    "pelvic_tilt": ("the pelvis tips forward", "the pelvis tips backward"),
    "pelvic_obliquity": ("the pelvis stands higher on the right", "the pelvis stands higher on the left"),
    "pelvic_torsion": ("the right half of the pelvis turns forward against the left",
                       "the left half of the pelvis turns forward against the right"),
    "pelvis_forward": ("the pelvis moves forward", "the pelvis moves back"),
    "lumbar_lordosis": ("the hollow of the low back deepens", "the hollow of the low back flattens"),
    "lumbar_side_bend": ("the low back bends to the right", "the low back bends to the left"),
    "thoracic_kyphosis": ("the upper back rounds", "the upper back flattens"),
    "thoracic_side_bend": ("the upper back bends to the right", "the upper back bends to the left"),
    "thoracic_rotation": ("the chest turns to the right", "the chest turns to the left"),
    "head_forward": ("the head moves forward", "the head moves back"),
    "neck_extension": ("the upper neck bends back", "the neck bends forward"),
    "shoulder_protraction": ("the {side}shoulder moves forward", "the {side}shoulder moves back"),
    "scapular_elevation": ("the {side}shoulder blade rises", "the {side}shoulder blade drops"),
    "shoulder_flexion": ("the {side}upper arm swings forward", "the {side}upper arm swings back"),
    "hip_flexion": ("the {side}hip bends", "the {side}hip straightens further"),
    "hip_rotation": ("the {side}thigh turns in", "the {side}thigh turns out"),
    "hip_abduction": ("the {side}thigh moves out", "the {side}thigh moves in"),
    "knee_flexion": ("the {side}knee bends", "the {side}knee bends backward"),
    "knee_abduction": ("the {side}knee falls inward", "the {side}knee bows outward"),
    "ankle_dorsiflexion": ("the {side}shin leans forward over the foot", "the {side}shin leans back over the foot"),
    "foot_pronation": ("the {side}foot rolls inward", "the {side}foot rolls outward"),
}
"""What a positive and a negative value of each joint mean; ``{side}`` is the side in its name."""

SIGNED = ("pelvic_obliquity", "pelvic_torsion", "lumbar_side_bend", "thoracic_side_bend", "thoracic_rotation")
"""Joints whose sign changes in the mirror."""

OTHER = {"right": "left", "left": "right"}
"""The side across."""

MILLIMETRES = ("pelvis_forward", "head_forward", "shoulder_protraction", "scapular_elevation")


def joints(atlas: Atlas, pattern: Pattern, ref: Ref) -> list[Block]:
    """The section that says how the body's joints differ from the measured body; both sides in one line where they agree."""
    if not pattern.joints:
        return []
    return [Heading("How the joints stand", sub=True), Bullets(tuple(moves(atlas, pattern, ref))),
            Paragraph(words("Compared with the body that this atlas draws. People differ."), "quiet")]


def moves(atlas: Atlas, pattern: Pattern, ref: Ref) -> Iterator[Text]:
    """A sentence for each joint of a pattern on a side, or for both sides of the joint, with its sources."""
    mirrored = ref.side == "left" and pattern.paired
    told = [_told(joint, mirrored) for joint in pattern.joints]
    for place, (what, side, value) in enumerate(told):
        twin = (what, OTHER[side], value) if side else None
        if twin in told[:place]:
            continue
        both = "on both sides " if twin in told else ""
        text = what.replace("{side}", "" if both or not side else f"{side} ")
        yield Span(f"{capital(text)} {both}by {value}."), *mark(atlas, pattern.joints[place].sources)


def _told(joint: Joint, mirrored: bool) -> tuple[str, str, str]:
    """A joint's words with a place for the side, its side if it has one, and how far."""
    base, _, side = joint.joint.rpartition("_")
    if side not in ("right", "left"):
        base, side = joint.joint, ""
    elif mirrored:
        side = OTHER[side]
    value = -joint.value if mirrored and base in SIGNED else joint.value
    size = f"{abs(value):g} mm" if base in MILLIMETRES else f"{abs(value):g}°"
    return WORDS[base][0 if value >= 0 else 1], side, size
