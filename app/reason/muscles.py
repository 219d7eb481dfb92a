"""From chosen patterns and areas of pain to the state and role of each muscle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.basic import Length, Tone
from app.model.knowledge import Atlas
from app.model.look import MuscleState, Role
from app.model.practice import Claim
from app.model.reference import BodySide, Ref, body_sides, opposite
from app.reason.rows import MuscleRow, PainReason, PatternReason
from app.state.state import State

Key = tuple[str, BodySide]
Reason = PatternReason | PainReason


def muscle_rows(atlas: Atlas, state: State) -> tuple[MuscleRow, ...]:
    """Every muscle that is not neutral or has a role, in the order of the content, right before left.

    Each row holds all its reasons: first the patterns' claims, in the order of choice, then the areas of pain.
    """
    reasons: dict[Key, list[Reason]] = {}
    for pattern in state.patterns:
        for key, claimed in _claims(atlas, pattern):
            reasons.setdefault(key, []).append(claimed)
    for area in state.pain:
        for key, referred in _referrals(atlas, area):
            reasons.setdefault(key, []).append(referred)
    rows = (_row(key, found) for key, found in reasons.items())
    place = {muscle: index for index, muscle in enumerate(atlas.muscles)}
    order = {"right": 0, "left": 1, "midline": 2}
    return tuple(sorted(rows, key=lambda row: (place[row.muscle], order[row.side])))


def state_of(tones: Iterable[Tone | None], lengths: Iterable[Length | None]) -> MuscleState:
    """The state that follows from claims: tight against weak, or short against long, is a conflict.

    A source that says only "tight" gives ``tight_short``; long and weak agree and give ``weak``.
    """
    said_tones, said_lengths = set(tones) - {None}, set(lengths) - {None}
    if len(said_tones) > 1 or len(said_lengths) > 1:
        return "conflict"
    if "weak" in said_tones:
        return "weak"
    if "long" in said_lengths:
        return "tight_long"
    return "tight_short" if said_tones or said_lengths else "neutral"


def with_default_side(atlas: Atlas, ref: Ref) -> Ref:
    """A reference to a pattern as the reasoning takes it: a pattern with sides stands on the right unless told."""
    pattern = atlas.patterns[ref.id]
    if not pattern.paired:
        return Ref(ref.id)
    return Ref(ref.id, ref.side or "right")


def claim_sides(claim: Claim, chosen: BodySide | None) -> tuple[BodySide, ...]:
    """The sides of the body on which a claim holds when the pattern stands on the side `chosen`."""
    if claim.side == "both" or chosen not in ("right", "left"):
        return ("right", "left")
    return (chosen,) if claim.side == "same" else (opposite(chosen),)


def _claims(atlas: Atlas, ref: Ref) -> Iterator[tuple[Key, PatternReason]]:
    chosen: BodySide | None = None
    if ref.side == "right" or ref.side == "left":
        chosen = ref.side
    for claim in atlas.patterns[ref.id].claims:
        reason = PatternReason(ref.id, claim.length, claim.tone, claim.source, claim.why.text)
        for muscle in atlas.members(claim.of):
            sides: tuple[BodySide, ...] = ("midline",)
            if atlas.muscles[muscle].side == "paired":
                sides = claim_sides(claim, chosen)
            for side in sides:
                yield (muscle, side), reason


def _referrals(atlas: Atlas, ref: Ref) -> Iterator[tuple[Key, PainReason]]:
    sides = body_sides(atlas.areas[ref.id].side == "paired", ref.side)
    for referral in atlas.referrals.values():
        role: Role | None = None
        if ref.id in referral.essential:
            role = "refers_essential"
        elif ref.id in referral.spillover:
            role = "refers_spillover"
        if role is None:
            continue
        reason = PainReason(str(ref), referral.id, role, referral.sources)
        for side in _referring_sides(atlas.muscles[referral.muscle].side == "paired", sides):
            yield (referral.muscle, side), reason


def _referring_sides(paired: bool, area_sides: tuple[BodySide, ...]) -> tuple[BodySide, ...]:
    """A muscle refers to its own side; pain in the midline may come from either."""
    if not paired:
        return ("midline",)
    return ("right", "left") if area_sides == ("midline",) else area_sides


def _row(key: Key, reasons: list[Reason]) -> MuscleRow:
    claims = [reason for reason in reasons if isinstance(reason, PatternReason)]
    roles = [reason.role for reason in reasons if isinstance(reason, PainReason)]
    role: Role | None = None
    if roles:
        role = "refers_essential" if "refers_essential" in roles else "refers_spillover"
    state = state_of((claim.tone for claim in claims), (claim.length for claim in claims))
    return MuscleRow(key[0], key[1], state, role, tuple(reasons))
