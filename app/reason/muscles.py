"""From chosen patterns, a chosen cause and areas of pain to the state and role of each muscle and structure.

Every claim and every part adds its reason to the muscle's row on its side, and the row's state follows from the *set* of
what was claimed (`state_of`): so the order in which patterns were chosen changes the order of the reasons, never a state.
Agreement is counted (`MuscleRow.agreeing`); contradiction is ``conflict``, with all reasons kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.basic import Length, Tone
from app.model.knowledge import Atlas
from app.model.look import MuscleState, Role
from app.model.practice import Claim
from app.model.reference import BodySide, Ref, body_sides
from app.reason.rows import MuscleRow, PainReason, PartReason, PatternReason, Reason, StructureRow
from app.reason.shapes import part_sides
from app.state.state import State

Key = tuple[str, BodySide]
ORDER: dict[BodySide, int] = {"right": 0, "left": 1, "midline": 2}
ROLES: tuple[Role, ...] = ("refers_essential", "refers_spillover", "takes_part")
"""The role that tells most about a muscle comes first: a row shows one."""


def muscle_rows(atlas: Atlas, state: State) -> tuple[MuscleRow, ...]:
    """Every muscle that is not neutral or has a role, in the order of the content, right before left.

    Each row holds all its reasons: the patterns' claims in the order of choice, then the cause's parts, then the pain.
    """
    reasons: dict[Key, list[Reason]] = {}
    for key, reason in _reasons(atlas, state):
        reasons.setdefault(key, []).append(reason)
    rows = (_row(key, found) for key, found in reasons.items())
    place = {muscle: index for index, muscle in enumerate(atlas.muscles)}
    return tuple(sorted(rows, key=lambda row: (place[row.muscle], ORDER[row.side])))


def structure_rows(atlas: Atlas, state: State) -> tuple[StructureRow, ...]:
    """The joints, nerves, discs and fasciae that take part in the chosen cause, one row per side."""
    reasons: dict[Key, list[PartReason]] = {}
    for key, reason in _parts(atlas, state.cause):
        if key[0] in atlas.structures:
            reasons.setdefault(key, []).append(reason)
    return tuple(StructureRow(one, side, tuple(f"{shape}-{side}" for shape in atlas.structures[one].shapes or (one,)), tuple(found))
                 for (one, side), found in sorted(reasons.items(), key=lambda item: ORDER[item[0][1]]))


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
    """The sides of the body on which a claim holds when its pattern or cause stands on the side `chosen`."""
    return part_sides(True, claim.side, chosen)


def _reasons(atlas: Atlas, state: State) -> Iterator[tuple[Key, Reason]]:
    for pattern in state.patterns:
        yield from _claims(atlas, pattern)
    for key, part in _parts(atlas, state.cause):
        if key[0] in atlas.muscles:
            yield key, part
    for area in state.pain:
        yield from _referrals(atlas, area)


def _claims(atlas: Atlas, ref: Ref) -> Iterator[tuple[Key, PatternReason]]:
    chosen: BodySide | None = ref.side if ref.side == "right" or ref.side == "left" else None
    for claim in atlas.patterns[ref.id].claims:
        reason = PatternReason(ref.id, claim.length, claim.tone, claim.source, claim.why.text)
        for muscle in atlas.members(claim.of):
            paired = atlas.muscles[muscle].side == "paired"
            for side in claim_sides(claim, chosen) if paired else ("midline",):
                yield (muscle, side), reason


def _parts(atlas: Atlas, ref: Ref | None) -> Iterator[tuple[Key, PartReason]]:
    """The parts of a cause; one that has sides and was given none stands on the right, as patterns do."""
    cause = atlas.causes.get(ref.id) if ref else None
    if ref is None or cause is None:
        return
    chosen = (ref.side or "right") if cause.side == "paired" else None
    for part in cause.parts:
        reason = PartReason(cause.id, part.length, part.tone, part.why.sources, part.why.text, part.why.plain)
        for one in atlas.members(part.of) or (part.of,):
            for side in part_sides(_is_paired(atlas, one), part.side, chosen):
                yield (one, side), reason


def _is_paired(atlas: Atlas, one: str) -> bool:
    thing = atlas.muscles.get(one) or atlas.structures.get(one)
    return thing is not None and thing.side == "paired"


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
        for side in referring_sides(atlas.muscles[referral.muscle].side == "paired", sides):
            yield (referral.muscle, side), reason


def referring_sides(paired: bool, area_sides: tuple[BodySide, ...]) -> tuple[BodySide, ...]:
    """A muscle refers to its own side; pain in the midline may come from either."""
    if not paired:
        return ("midline",)
    return ("right", "left") if area_sides == ("midline",) else area_sides


def _row(key: Key, reasons: list[Reason]) -> MuscleRow:
    claims = [reason for reason in reasons if not isinstance(reason, PainReason)]
    state = state_of((claim.tone for claim in claims), (claim.length for claim in claims))
    agreeing = {_of(claim) for claim in claims if claim.tone or claim.length} if state != "conflict" else ()
    return MuscleRow(key[0], key[1], state, _role(reasons), tuple(reasons), len(agreeing))


def _role(reasons: Iterable[Reason]) -> Role | None:
    """The strongest role that any reason gives; a part that nothing is claimed of only takes part."""
    roles: set[Role] = {reason.role for reason in reasons if isinstance(reason, PainReason)}
    if any(isinstance(one, PartReason) and not (one.tone or one.length) for one in reasons):
        roles.add("takes_part")
    return next((role for role in ROLES if role in roles), None)


def _of(claim: PatternReason | PartReason) -> tuple[str, str]:
    """Whose claim it is; a pattern and a cause may share an id."""
    return ("pattern", claim.pattern) if isinstance(claim, PatternReason) else ("cause", claim.cause)
