"""What the chosen patterns and the chosen cause say of one muscle, and the test that decides where they disagree."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, MuscleLine, MuscleList, Span, Text
from app.card.links import capital, joined, link, small
from app.card.voice import said
from app.model.knowledge import Atlas
from app.model.look import ROLE_LABELS, STATES
from app.model.reference import Ref
from app.reason.deciding import deciding_test
from app.reason.muscles import muscle_rows
from app.reason.rows import MuscleRow, PartReason, PatternReason
from app.state.state import State, Voice

Said = PatternReason | PartReason


def in_what_is_chosen(atlas: Atlas, state: State, ref: Ref) -> Iterator[Block]:
    """The state of a muscle and every reason for it; both sides in one line where they agree."""
    rows = [row for row in muscle_rows(atlas, state) if row.muscle == ref.id and _claims(row)]
    if ref.side in ("right", "left"):
        rows = [row for row in rows if row.side == ref.side]
    if len(rows) == 2 and (rows[0].state, rows[0].because) == (rows[1].state, rows[1].because):
        yield MuscleList((_line(atlas, state, rows[0], " on both sides"),))
    elif rows:
        yield MuscleList(tuple(_line(atlas, state, row, f" on the {row.side}" if row.side != "midline" else "") for row in rows))


def decided_by(atlas: Atlas, row: MuscleRow) -> Text:
    """The test that decides a conflict, as a sentence; empty where none is known or needed."""
    test = deciding_test(atlas, row)
    return (Span(" Decide by: "), link("test", Ref(test), small(atlas.tests[test].name)), Span(".")) if test else ()


def _claims(row: MuscleRow) -> list[Said]:
    return [reason for reason in row.because if isinstance(reason, PatternReason | PartReason)]


def _tones(reasons: list[Said]) -> str:
    """What one pattern or cause claims of a muscle, in a word or two."""
    return " and ".join(dict.fromkeys(reason.tone or reason.length or "takes part" for reason in reasons))


def _line(atlas: Atlas, state: State, row: MuscleRow, where: str) -> MuscleLine:
    """What is said of a muscle; where several patterns or causes speak, each with its own words."""
    by_whom: dict[Span, list[Said]] = {}
    for reason in _claims(row):
        by_whom.setdefault(_whose(atlas, state, reason), []).append(reason)
    what = ROLE_LABELS[row.role] if row.state == "neutral" and row.role else STATES[row.state].label
    head = (Span(f"{capital(what)}{where} in "), *joined(by_whom, " and "))
    why: list[Span] = []
    for whose, reasons in by_whom.items():
        if len(by_whom) > 1:
            why.append(Span(f"{' ' if why else ''}{capital(whose.text)}, {_tones(reasons)}: ", tone="strong"))
        why.append(Span(" ".join(dict.fromkeys(_said(atlas, reason, state.voice) for reason in reasons))))
    return MuscleLine(row.state, row.role, head, (*why, *decided_by(atlas, row)))


def _whose(atlas: Atlas, state: State, reason: Said) -> Span:
    """A link to the pattern or the cause that a reason comes from, on the side that was chosen."""
    if isinstance(reason, PartReason):
        return link("cause", state.cause or Ref(reason.cause), small(atlas.causes[reason.cause].name))
    chosen = next((ref for ref in state.patterns if ref.id == reason.pattern), Ref(reason.pattern))
    return link("pattern", chosen, small(atlas.patterns[reason.pattern].name))


def _said(atlas: Atlas, reason: Said, voice: Voice) -> str:
    """A reason in a voice: of a pattern, the words of the claim that it was made from."""
    if isinstance(reason, PartReason):
        return said(reason, voice)
    claims = atlas.patterns[reason.pattern].claims
    return next((said(claim.why, voice) for claim in claims if claim.why.text == reason.text), reason.text)
