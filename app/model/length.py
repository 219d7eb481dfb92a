"""How long muscles are in a posture, as numbers: made where the body is posed, read by what explains it."""

from __future__ import annotations

from collections.abc import Mapping

from app.model.frozen import frozen
from app.model.posture import Posture
from app.model.reference import BodySide

Key = tuple[str, BodySide]
"""A muscle's id and a side of the body."""


@frozen
class Change:
    """The length of one muscle on one side in the measured body and in a posture, mm along its fibres and via points."""

    neutral_mm: float
    length_mm: float

    @property
    def change_mm(self) -> float:
        """By how much the posture lengthens it, mm; negative where it shortens it."""
        return self.length_mm - self.neutral_mm

    @property
    def change_percent(self) -> float:
        """The same in per cent of the neutral length (mm over mm)."""
        return 100 * self.change_mm / self.neutral_mm if self.neutral_mm else 0.0


@frozen
class JointPart:
    """What one joint of a posture, moved alone, does to the length of a muscle: `mm`, positive where it lengthens it.

    `joint` is a name without a side: where both sides move, they do it together. `follows` says that nobody asked for the
    movement: it follows from that of another joint (see `app.model.posture.FOLLOWS`).
    """

    joint: str
    mm: float
    follows: bool = False


@frozen
class Lengths:
    """The lengths of all muscles in one posture, and what each joint that moves has to do with it, the most first."""

    posture: Posture
    changes: Mapping[Key, Change]
    parts: Mapping[Key, tuple[JointPart, ...]]
