"""References of the form ``ID`` or ``ID:SIDE`` and the words for sides.

Sides are always the subject's: the right hand of the person who is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Side = Literal["right", "left", "both", "midline"]
"""A side as a person may write it."""

BodySide = Literal["right", "left", "midline"]
"""A side as a row of output has it: one row per side, or one for the midline."""

SIDES: tuple[str, ...] = get_args(Side)


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """One thing of the content, with a side where the question has one."""

    id: str
    side: Side | None = None

    def __str__(self) -> str:
        return f"{self.id}:{self.side}" if self.side else self.id


class BadReferenceError(ValueError):
    """A text that is no reference; its message is one sentence for a user."""


def parse_ref(text: str) -> Ref:
    """Read ``ID`` or ``ID:SIDE``.

    Raises BadReferenceError when the part behind the colon is no side.
    """
    name, colon, side = text.strip().partition(":")
    if not name:
        raise BadReferenceError(f"'{text}' names nothing; write ID or ID:SIDE, such as low_back:left")
    if not colon:
        return Ref(name)
    for known in get_args(Side):
        if side == known:
            return Ref(name, known)
    raise BadReferenceError(f"'{side}' is not a side in '{text}'; sides are {', '.join(SIDES)}")


def body_sides(paired: bool, side: Side | None) -> tuple[BodySide, ...]:
    """The sides that a reference stands for: both where a paired thing is named without one."""
    if not paired or side == "midline":
        return ("midline",)
    if side in ("right", "left"):
        return (side,)
    return ("right", "left")


def opposite(side: BodySide) -> BodySide:
    """The other side of the body; the midline is its own opposite."""
    return {"right": "left", "left": "right", "midline": "midline"}[side]  # type: ignore[return-value]
