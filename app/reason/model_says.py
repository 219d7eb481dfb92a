"""What claims say of a muscle's length, beside what the model of the body says of it.

The model knows lengths only: where a muscle's ends come to lie when the joints move. Tone and strength are outside it, so it
never proves a claim. A source that says only "tight" is compared as if it had said "short" (the picture shows it so); one that
says only "weak" says nothing of length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from app.model.basic import Length, Tone
from app.model.frozen import frozen
from app.model.length import Change, JointPart, Lengths
from app.model.posture import FOLLOWS
from app.model.reference import BodySide
from app.reason.effects import best_source
from app.reason.rows import MuscleRow, PainReason, PartReason, PatternReason

Outcome = Literal["agrees", "other way", "does not speak"]
Silence = Literal["tone", "unmeasured", "not crossed", "cancels", "little"]
"""Why the model does not speak: the claim is about tone only, the model has no line for the muscle, no joint that moves lies
between its ends, what the joints do to it nearly cancels, or it is too little."""

LEAST = 1.0
LEAST_MM = 4.0
"""The model does not speak of a change that is smaller than both, per cent of the length and mm: where a line is laid may matter more.
The second counts for what is long only by its tendon, such as the tensor fasciae latae with the iliotibial band."""
STILL = 0.05
"""mm; what moves a muscle's length by less does not move it."""
CANCELLED = 0.5
"""Two movements nearly cancel where less than this share of the greater one is left."""
CLOSE = 0.15
"""A muscle passes close by joints that, moving as much as others, do less than this share of what those do to it."""
SAME = 0.05
"""mm; two sides that differ by less are alike."""

Claimed = PatternReason | PartReason


@frozen
class Compared:
    """One claim beside the model. `open` says that its source leaves open whether the muscle is short or long."""

    claim: Claimed
    outcome: Outcome
    silence: Silence | None = None

    @property
    def open(self) -> bool:
        """Whether the source says only "tight"."""
        return self.claim.length is None and self.claim.tone == "tight"


@frozen
class ModelRow:
    """A muscle of which something is claimed, on one side or on two that are alike; `change` is None where nobody measured it."""

    muscle: str
    sides: tuple[BodySide, ...]
    change: Change | None
    parts: tuple[JointPart, ...]
    claims: tuple[Compared, ...]


def compared(rows: Iterable[MuscleRow], lengths: Lengths) -> tuple[ModelRow, ...]:
    """Each muscle of the rows with each of its claims beside the model, in their order; two sides that are alike share one row."""
    found: list[ModelRow] = []
    for row in rows:
        claims = tuple({_same(one): one for one in row.because if not isinstance(one, PainReason) and (one.length or one.tone)}.values())
        if not claims:
            continue
        key = (row.muscle, row.side)
        change, parts = lengths.changes.get(key), lengths.parts.get(key, ())
        told = tuple(compare(claim, change, parts) for claim in claims)
        _add(found, ModelRow(row.muscle, (row.side,), change, parts, told))
    return tuple(found)


def claimed_by(claim: Claimed) -> str:
    """The source that makes a claim: of a part of a cause the first that is one."""
    return claim.source if isinstance(claim, PatternReason) else best_source(claim.sources)


def _same(claim: Claimed) -> tuple[object, ...]:
    """What two claims of one muscle have alike that come to the same: one who names it in two groups says it once."""
    return isinstance(claim, PatternReason), claimed_by(claim), claim.tone, claim.length


def of_pattern(rows: Iterable[MuscleRow], pattern: str) -> Iterator[MuscleRow]:
    """Rows with the claims of one pattern only."""
    for row in rows:
        kept = tuple(one for one in row.because if isinstance(one, PatternReason) and one.pattern == pattern)
        yield MuscleRow(row.muscle, row.side, row.state, row.role, kept, row.agreeing)


def of_cause(rows: Iterable[MuscleRow], cause: str) -> Iterator[MuscleRow]:
    """Rows with the claims of one cause only."""
    for row in rows:
        kept = tuple(one for one in row.because if isinstance(one, PartReason) and one.cause == cause)
        yield MuscleRow(row.muscle, row.side, row.state, row.role, kept, row.agreeing)


def compare(claim: Claimed, change: Change | None, parts: tuple[JointPart, ...] = ()) -> Compared:
    """One claim beside the length of its muscle in a posture, and what each joint has to do with that."""
    wanted = claimed_length(claim.length, claim.tone)
    if wanted is None:
        return Compared(claim, "does not speak", "tone")
    silence = silence_of(change, parts)
    if change is None or silence:
        return Compared(claim, "does not speak", silence)
    shorter = change.change_mm < 0
    return Compared(claim, "agrees" if shorter == (wanted == "short") else "other way")


def claimed_length(length: Length | None, tone: Tone | None) -> Length | None:
    """The length that a claim is compared as: what it states, "short" where it says only "tight", none where only "weak"."""
    return length or ("short" if tone == "tight" else None)


def silence_of(change: Change | None, parts: tuple[JointPart, ...] = ()) -> Silence | None:
    """Why the model has nothing to say of a muscle's length; None where it does."""
    if change is None:
        return "unmeasured"
    if abs(change.change_percent) >= LEAST or abs(change.change_mm) >= LEAST_MM:
        return None
    if abs(change.change_mm) < STILL and all(abs(part.mm) < STILL for part in parts):
        return "not crossed"
    return "cancels" if cancels(change, parts) else "little"


def cancels(change: Change, parts: tuple[JointPart, ...]) -> bool:
    """Whether one joint lengthens a muscle and another shortens it, each by enough to tell, and little of it is left."""
    most, least = max((part.mm for part in parts), default=0.0), min((part.mm for part in parts), default=0.0)
    enough = change.neutral_mm * LEAST / 100
    return min(most, -least) >= enough and abs(change.change_mm) < CANCELLED * max(most, -least)


def passes_close(parts: tuple[JointPart, ...]) -> tuple[JointPart, JointPart] | None:
    """Of a muscle that hardly feels the low back follow the pelvis, though it crosses both: what the pelvis does, and what the low back does.

    None where the low back has its say, or no part in it.
    """
    for follower, leader in FOLLOWS.items():
        back = next((part for part in parts if part.joint == follower), None)
        pelvis = next((part for part in parts if part.joint == leader), None)
        if back and pelvis and STILL <= abs(back.mm) < CLOSE * abs(pelvis.mm):
            return pelvis, back
    return None


def _add(found: list[ModelRow], row: ModelRow) -> None:
    """Add a row, or its side to the row of the other side that says the same."""
    for place, other in enumerate(found):
        if other.muscle == row.muscle and other.claims == row.claims and alike(other.change, row.change):
            found[place] = ModelRow(row.muscle, (*other.sides, *row.sides), other.change, other.parts, other.claims)
            return
    found.append(row)


def alike(one: Change | None, other: Change | None) -> bool:
    """Whether two sides changed by the same, as far as one can tell."""
    if one is None or other is None:
        return one is other
    return abs(one.change_mm - other.change_mm) < SAME and abs(one.neutral_mm - other.neutral_mm) < 1.0
