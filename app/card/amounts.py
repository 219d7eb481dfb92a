"""How far and how much, in words: values of joints, changes of length, and the assumptions behind a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.blocks import Span, Text
from app.card.joint_words import MINUS, NARROW, joint_value
from app.card.links import joined, link, small
from app.model.knowledge import Atlas
from app.model.length import Change, JointPart
from app.model.posture import Assumption, Posture, joint_of
from app.model.reference import Ref
from app.reason.model_says import STILL

WHOLE = 10.0
"""mm; from here on a length in a sentence is told without decimals. In columns all have one, so that they stand beneath each other."""


def signed_mm(mm: float) -> str:
    """A change of length with its sign: "+2.4 mm"; what cannot be told from nothing is "0 mm"."""
    if abs(mm) < STILL:
        return f"0{NARROW}mm"
    return f"{_signed(mm, 1)}{NARROW}mm"


def signed_percent(change: Change) -> str:
    """The same as a share of the neutral length: "+4.1 %"."""
    return f"0{NARROW}%" if abs(change.change_mm) < STILL else f"{_signed(change.change_percent, 1)}{NARROW}%"


def plain_mm(mm: float) -> str:
    """A length without a sign: "9 mm", "2.4 mm"."""
    return f"{abs(mm):.{0 if abs(mm) >= WHOLE else 1}f}{NARROW}mm"


def _signed(value: float, digits: int) -> str:
    text = f"{abs(value):.{digits}f}"
    return text if float(text) == 0 else f"{'+' if value > 0 else MINUS}{text}"


def joint_link(atlas: Atlas, joint: str) -> Span:
    """A link to the card of a joint, by its name without a side."""
    found = atlas.joints[joint]
    return link("joint", Ref(joint), small(found.name), found.plain)


def posture_words(atlas: Atlas, posture: Posture) -> Text:
    """The joints that stand elsewhere than in the measured body, with their values; two sides that are alike are told once."""
    told: dict[tuple[str, float], list[str]] = {}
    for name, value in posture.values:
        told.setdefault((joint_of(name), value), []).append(name.removeprefix(joint_of(name)).strip("_"))
    spans = []
    for (joint, value), sides in told.items():
        if joint in atlas.joints:
            side = f"{sides[0]} " if len(sides) == 1 and sides[0] else ""
            card = joint_link(atlas, joint)
            spans.append(Span(f"{side}{card.text} {joint_value(atlas, joint, value)}", card.target, hint=card.hint, found=True))
    return joined(spans)


def assumptions_behind(atlas: Atlas, joints: Iterable[str]) -> tuple[Assumption, ...]:
    """The assumptions behind how the model moves some joints (names without sides), in the order of the joints; last those about all."""
    return tuple({one.id: one for one in _behind(atlas, tuple(joints))}.values())


def _behind(atlas: Atlas, joints: tuple[str, ...]) -> Iterator[Assumption]:
    for joint in joints:
        card = atlas.joints.get(joint)
        yield from (atlas.assumptions[key] for key in (card.assumptions if card else ()) if key in atlas.assumptions)
        yield from (one for one in atlas.assumptions.values() if joint in one.joints)
    yield from (one for one in atlas.assumptions.values() if not one.joints and not one.muscles)


def assumption_link(one: Assumption) -> Span:
    """A link to the card of an assumption."""
    return link("assumption", Ref(one.id), small(one.name), one.text[0].plain or one.text[0].text if one.text else "")


def moving(parts: Iterable[JointPart]) -> tuple[str, ...]:
    """The joints that do something to a muscle, the most first."""
    return tuple(part.joint for part in sorted(parts, key=_size, reverse=True) if abs(part.mm) >= STILL)


def _size(part: JointPart) -> float:
    return abs(part.mm)
