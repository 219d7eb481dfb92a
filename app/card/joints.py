"""How far a pattern moves the joints, in words: degrees, or mm where the joint is measured so; changes, not totals."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, Bullets, Heading, Paragraph, Span, Text
from app.card.links import capital, mark, words
from app.model.knowledge import Atlas
from app.model.posture import JointName, joint_of
from app.model.practice import Pattern
from app.model.reference import Ref
from app.reason.posture import mirror

OTHER = {"right": "left", "left": "right"}
"""The side across."""

MINUS = "\u2212"

MILLIMETRES = ("pelvis_forward", "head_forward", "shoulder_protraction", "scapular_elevation")
"""What is measured in mm, for content without a card of the joint."""


def joints(atlas: Atlas, pattern: Pattern, ref: Ref) -> list[Block]:
    """The section that says how the body's joints differ from the measured body; both sides in one line where they agree."""
    if not pattern.joints:
        return []
    return [Heading("How the joints stand", sub=True), Bullets(tuple(moves(atlas, pattern, ref))),
            Paragraph(words("Compared with the body that this atlas draws. People differ."), "quiet")]


def moves(atlas: Atlas, pattern: Pattern, ref: Ref) -> Iterator[Text]:
    """A sentence for each joint of a pattern on a side, or for both sides of the joint, with its sources."""
    mirrored = ref.side == "left" and pattern.paired
    told = [mirror(joint.joint, joint.value) if mirrored else (joint.joint, joint.value) for joint in pattern.joints]
    for place, (name, value) in enumerate(told):
        twin = _twin(name), value
        if twin in told[:place]:
            continue
        yield Span(f"{capital(movement(atlas, name, value, both=twin in told))}."), *mark(atlas, pattern.joints[place].sources)


def movement(atlas: Atlas, name: JointName, value: float, *, both: bool = False) -> str:
    """What a joint does at a value (degrees or mm), and how far: "the right thigh turns in by 8°", or of both sides together."""
    side = name.removeprefix(joint_of(name)).removeprefix("_")
    card = atlas.joints.get(joint_of(name))
    where = " on both sides" if both else ""
    if card is None:
        unit = " mm" if joint_of(name) in MILLIMETRES else "°"
        named = f"{'' if both else side} {joint_of(name).replace('_', ' ')}".strip()
        return f"{named}{where}: {f'{value:+g}'.replace('-', MINUS)}{unit}"
    text = card.more if value >= 0 else card.less
    if side and not both:
        text = text.replace("the ", f"the {side} ", 1)
    return f"{text}{where} by {abs(value):g}{' mm' if card.unit == 'mm' else '°'}"


def _twin(name: JointName) -> str:
    """The same joint on the other side; nothing where it has no sides."""
    side = name.removeprefix(joint_of(name)).removeprefix("_")
    return f"{joint_of(name)}_{OTHER[side]}" if side else ""
