"""The muscles whose length changes most in a posture: the shorter ones and the longer ones, sides together where they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from app.model.frozen import frozen

MOST = 6
"""So many are named of each."""
LEAST, ALIKE = 0.5, 0.05
"""A change of less than so many mm is none; sides that differ by no more than so many mm change alike."""


class Changed(Protocol):
    """By how much a muscle's length changed."""

    @property
    def change_mm(self) -> float:
        """In mm; more is longer."""

    @property
    def change_percent(self) -> float:
        """In per cent of the neutral length (mm over mm)."""


@frozen
class ChangedMuscle:
    """A muscle with its change in mm and per cent of its neutral length; `side` is empty where both sides, or the only one, changed so."""

    muscle: str
    side: str
    mm: float
    percent: float


def most_changed(changes: Iterable[tuple[tuple[str, str], Changed]]) -> tuple[tuple[ChangedMuscle, ...], tuple[ChangedMuscle, ...]]:
    """The muscles that get shorter and those that get longer, the most first; `changes` by muscle and side."""
    found = [one for one in _together(dict(changes)) if abs(one.mm) >= LEAST]
    shorter = sorted((one for one in found if one.mm < 0), key=_percent)
    longer = sorted((one for one in found if one.mm > 0), key=_percent, reverse=True)
    return tuple(shorter[:MOST]), tuple(longer[:MOST])


def changed_of(muscles: Iterable[str], changes: Iterable[tuple[tuple[str, str], Changed]]) -> tuple[ChangedMuscle, ...]:
    """What some muscles change by, however little; none that the model has no line for."""
    wanted = tuple(muscles)
    return tuple(_together({key: change for key, change in changes if key[0] in wanted}))


def _together(changes: Mapping[tuple[str, str], Changed]) -> list[ChangedMuscle]:
    made = []
    for (muscle, side), change in changes.items():
        other = changes.get((muscle, "left" if side == "right" else "right"))
        alike = side == "midline" or (other is not None and abs(other.change_mm - change.change_mm) <= ALIKE)
        if not (alike and side == "left"):
            made.append(ChangedMuscle(muscle, "" if alike else side, change.change_mm, change.change_percent))
    return made


def _percent(one: ChangedMuscle) -> float:
    return one.percent
