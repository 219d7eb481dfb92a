"""The section of a muscle's card that tells its length in the posture that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.amounts import (
    assumption_link,
    assumptions_behind,
    joint_link,
    moving,
    plain_mm,
    posture_words,
    signed_mm,
    signed_percent,
)
from app.card.blocks import Block, Bullets, Paragraph, Row, Rows, Span, Text
from app.card.links import capital
from app.card.model_section import behind, sentence, why_little
from app.card.voice import cited
from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.length import Change, JointPart, Lengths
from app.model.posture import completed
from app.model.reference import BodySide, Ref, body_sides
from app.reason.model_says import STILL, Compared, alike, compared
from app.reason.muscles import muscle_rows
from app.state.state import State

Told = tuple[tuple[BodySide, ...], Change, tuple[JointPart, ...]]
"""Sides that are alike, their change of length, and what each joint has to do with it."""


def length_section(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None) -> tuple[Block, ...]:
    """How long a muscle is in the posture that is shown, which joints change that, and what is claimed of it.

    Nothing where the model has no line for it, or the body stands as it was measured.
    """
    muscle = atlas.muscles[ref.id]
    if lengths is None or not lengths.posture.values:
        return ()
    sides = tuple(_sides(muscle, ref, lengths))
    if not sides:
        return ()
    rows = [row for one in sides for row in _rows(atlas, one, len(sides) > 1 or one[0] != _all(muscle), one is sides[-1])]
    told = [sentence(atlas, one, lengths) for one in _claims(atlas, state, ref, lengths)]
    moved = {joint: None for _, _, parts in sides for joint in moving(parts)}
    return (Paragraph((Span("In this posture: "), *posture_words(atlas, completed(lengths.posture)), Span("."))), Rows(tuple(rows)),
            *_explained(atlas, sides), *_rough(atlas, state, muscle), *([Bullets(tuple(told))] if told else ()), *behind(atlas, moved))


def _all(muscle: Muscle) -> tuple[BodySide, ...]:
    return body_sides(muscle.side == "paired", None)


def _sides(muscle: Muscle, ref: Ref, lengths: Lengths) -> Iterator[Told]:
    """The sides that are meant; two that are alike together."""
    found: list[Told] = []
    for side in body_sides(muscle.side == "paired", ref.side):
        change = lengths.changes.get((muscle.id, side))
        if change and found and alike(found[-1][1], change):
            found[-1] = ((*found[-1][0], side), found[-1][1], found[-1][2])
        elif change:
            found.append(((side,), change, lengths.parts.get((muscle.id, side), ())))
    yield from found


def _rows(atlas: Atlas, told: Told, named: bool, last: bool) -> Iterator[Row]:
    """The length of a muscle, neutral and posed, and what each joint that moves does to it; what that means is said with the last."""
    sides, change, parts = told
    found = assumptions_behind(atlas, moving(parts))
    number = Span(f"{signed_mm(change.change_mm)} ({signed_percent(change)})", f"assumption/{found[0].id}" if found else None, "strong",
                  "Rests on: " + "; ".join(one.name for one in found) if found else "")
    yield Row(capital(sides[0]) if named and len(sides) == 1 else "Length", (Span(f"{plain_mm(change.neutral_mm)} in the measured body, now {plain_mm(change.length_mm)}: "), number))
    does = tuple(_by_joint(atlas, parts))
    text: Text = (*does, Span(".")) if does else (Span("None of the joints that move lies between its ends."),)
    alone = (Span(" Each is told as if it moved alone.", tone="quiet"),) if does and last else ()
    yield Row("By joint", (*text, *alone))


def _by_joint(atlas: Atlas, parts: Iterable[JointPart]) -> Iterator[Span]:
    """What each joint does to a muscle, that which does most first."""
    telling = [part for part in sorted(parts, key=_size, reverse=True) if abs(part.mm) >= STILL]
    for number, part in enumerate(telling):
        if number:
            yield Span("; ")
        yield joint_link(atlas, part.joint)
        yield Span(f" {signed_mm(part.mm)}{' (it follows)' if part.follows else ''}")


def _size(part: JointPart) -> float:
    return abs(part.mm)


def _explained(atlas: Atlas, sides: tuple[Told, ...]) -> Iterator[Block]:
    """Why it changes less than one would think, if it does."""
    why = next((why for _, change, parts in sides if (why := why_little(atlas, change, parts))), ())
    if why:
        yield Paragraph((Span(capital(why[0].text), why[0].target, hint=why[0].hint), *why[1:]))


def _rough(atlas: Atlas, state: State, muscle: Muscle) -> Iterator[Block]:
    """Why the number is only rough, where that is known."""
    for one in atlas.assumptions.values():
        if muscle.id in one.muscles:
            yield Paragraph((Span("A rough number: "), assumption_link(one), Span(". "), *(span for fact in one.text for span in cited(atlas, fact, state.voice))))


def _claims(atlas: Atlas, state: State, ref: Ref, lengths: Lengths) -> Iterator[Compared]:
    """What the chosen patterns and the cause claim of the muscle, each once, beside the model."""
    rows = (row for row in muscle_rows(atlas, state) if row.muscle == ref.id and (ref.side not in ("right", "left") or row.side == ref.side))
    yield from dict.fromkeys(one for row in compared(rows, lengths) for one in row.claims)
