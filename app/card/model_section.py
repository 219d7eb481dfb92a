"""The section of a pattern or a cause that lays each of its claims beside the model: what the posture does to each muscle's length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
from app.card.blocks import Block, Heading, LengthLine, LengthList, Paragraph, Span, Text
from app.card.links import capital, joined, muscle_link, small, source_short, words
from app.model.basic import UNVERIFIED, Length, Tone
from app.model.knowledge import Atlas
from app.model.length import Change, JointPart, Lengths
from app.model.posture import completed, joint_of
from app.model.reference import Ref
from app.reason.model_says import (
    LEAST,
    LEAST_MM,
    Compared,
    ModelRow,
    Outcome,
    cancels,
    claimed_by,
    claimed_length,
    compared,
    of_cause,
    of_pattern,
    passes_close,
)
from app.reason.muscles import muscle_rows
from app.state.state import State

NEVER_PROOF = ("The model knows lengths only: lines from bone to bone, moved with the joints. How hard or how strong a muscle is lies "
               "outside it, so it never proves a claim.")
AS_MEASURED = "The body stands as it was measured: no muscle has changed its length."
HEADS: Mapping[Outcome, str] = {"agrees": "The model agrees", "other way": "The other way round", "does not speak": "The model does not speak"}
"""What each outcome is called, in the order in which they are told."""
CLAIMED: Mapping[tuple[Tone | None, Length | None], str] = {
    ("tight", "short"): "tight and short", ("tight", "long"): "tight and overstretched", ("tight", None): "tight", ("weak", "short"): "weak and short",
    ("weak", "long"): "weak and long", ("weak", None): "weak", (None, "short"): "short", (None, "long"): "overstretched"}
VERBS: Mapping[Length, str] = {"short": "shortens", "long": "lengthens"}
OPPOSITE: Mapping[Length, Length] = {"short": "long", "long": "short"}
OWN, GENERAL = 4, 3
"""So many assumptions about the joints that move, and about all, are named where numbers are told; the card of a joint has the others."""
NAMED = 3
"""So many joints are named in a sentence; more are "the joints that move"."""


def pattern_against_model(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None) -> tuple[Block, ...]:
    """The claims of a chosen pattern beside the model; nothing where it is not chosen, or the body has not come to its posture."""
    if lengths is None or not any(one.id == ref.id for one in state.patterns):
        return ()
    return _section(atlas, compared(of_pattern(muscle_rows(atlas, state), ref.id), lengths), lengths)


def cause_against_model(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None) -> tuple[Block, ...]:
    """The same of the chosen cause; nothing while the body stands as it was measured."""
    if lengths is None or state.cause is None or state.cause.id != ref.id or not lengths.posture.values:
        return ()
    return _section(atlas, compared(of_cause(muscle_rows(atlas, state), ref.id), lengths), lengths)


def _section(atlas: Atlas, rows: tuple[ModelRow, ...], lengths: Lengths) -> tuple[Block, ...]:
    if not rows:
        return ()
    if not lengths.posture.values:
        return (Paragraph(words(AS_MEASURED)),)
    return (Paragraph((Span("In this posture: "), *posture_words(atlas, completed(lengths.posture)), Span("."))),
            *_groups(atlas, rows, lengths), *_explained(atlas, rows), *behind(atlas, joints_of(lengths)))


def joints_of(lengths: Lengths) -> tuple[str, ...]:
    """The joints of a posture, without sides, those that follow others too; first those that do most to all muscles."""
    found: dict[str, float] = {}
    for part in (part for parts in lengths.parts.values() for part in parts):
        found[part.joint] = found.get(part.joint, 0.0) + abs(part.mm)
    return tuple(sorted(found, key=found.__getitem__, reverse=True))


def behind(atlas: Atlas, joints: Iterable[str]) -> Iterator[Block]:
    """The assumptions behind the numbers, each a link; and what the model cannot say."""
    joints = tuple(joints)
    found = assumptions_behind(atlas, joints)
    own, general = ([one for one in found if bool(one.joints) is special] for special in (True, False))
    named = (*own[:OWN], *general[:GENERAL])
    more = len(found) - len(named)
    also = (Span(" and "), Span(f"{more} more", f"joint/{joints[0]}")) if more and joints and joints[0] in atlas.joints else ()
    rest = (Span("What the numbers rest on: "), *joined(map(assumption_link, named)), *also, Span(". ")) if found else ()
    yield Paragraph((*rest, Span(NEVER_PROOF)), "quiet")


def _groups(atlas: Atlas, rows: tuple[ModelRow, ...], lengths: Lengths) -> Iterator[Block]:
    """The rows by what is claimed of them and what the model says to it: each sentence once, the muscles beneath it."""
    alike: dict[Outcome, dict[tuple[tuple[object, ...], ...], list[ModelRow]]] = {outcome: {} for outcome in HEADS}
    for row in rows:
        alike[_outcome(row)].setdefault(tuple(_key(one) for one in row.claims), []).append(row)
    for outcome, groups in alike.items():
        if groups:
            yield Heading(HEADS[outcome], sub=True)
        for group in groups.values():
            yield Paragraph(_told(atlas, group[0].claims, len(group) > 1, lengths))
            yield LengthList(tuple(length_line(atlas, row) for row in group))


def _outcome(row: ModelRow) -> Outcome:
    """What stands for a muscle of which several things are claimed: where the model speaks against one, that."""
    outcomes = {one.outcome for one in row.claims}
    return "other way" if "other way" in outcomes else "agrees" if "agrees" in outcomes else "does not speak"


def _key(one: Compared) -> tuple[object, ...]:
    return claimed_by(one.claim), one.claim.tone, one.claim.length, one.outcome, one.silence


def sentence(atlas: Atlas, one: Compared, lengths: Lengths) -> Text:
    """One claim about one muscle, and what the model says to it."""
    return _told(atlas, (one,), False, lengths)


def _told(atlas: Atlas, claims: tuple[Compared, ...], many: bool, lengths: Lengths) -> Text:
    """Claims about the same muscles, and what the model says to them: once, where it says the same to all."""
    answers: dict[str, list[Text]] = {}
    for one in claims:
        answers.setdefault(_answer(atlas, one, many, lengths), []).append(_claim(atlas, one, many))
    said: list[Span] = []
    for answer, texts in answers.items():
        said += [Span(" ")] if said else []
        for number, text in enumerate(texts):
            said += [*((Span(", "),) if number else ()), *(text if not number else (_lower(text[0]), *text[1:]))]
        said.append(Span(answer))
    return tuple(said)


def _claim(atlas: Atlas, one: Compared, many: bool) -> Text:
    """Who claims what: "Source E calls them tight and short"."""
    source = claimed_by(one.claim)
    who = "Our reading" if source == "project" else "An unverified claim" if source == UNVERIFIED else capital(source_short(atlas, source))
    said = f" calls {'them' if many else 'it'} {CLAIMED[one.claim.tone, one.claim.length]}"
    return (Span(who, f"source/{source}"), Span(f"{said} (short or long it does not say)" if one.open else said))


def _lower(span: Span) -> Span:
    """The name of a source within a sentence; those of people keep their capital."""
    lower = span.text.startswith(("Source ", "Our ", "An "))
    return Span(small(span.text), span.target) if lower else span


def _answer(atlas: Atlas, one: Compared, many: bool, lengths: Lengths) -> str:
    """What the model says to a claim, as the rest of its sentence."""
    them, they_are = ("them", "they are") if many else ("it", "it is")
    wanted = claimed_length(one.claim.length, one.claim.tone)
    if wanted and one.outcome != "does not speak":
        way = wanted if one.outcome == "agrees" else OPPOSITE[wanted]
        return f"; the model {VERBS[way]} {them}."
    return {
        "tone": f". That says nothing of {'their' if many else 'its'} length.",
        "unmeasured": f". The model has no line for {them}.",
        "not crossed": f". {_joints(atlas, lengths)} {them} as {they_are}: no joint that moves lies between {'their' if many else 'its'} ends.",
        "cancels": f"; of what the joints do to {them}, too little is left.",
        "little": f"; the model changes {'their' if many else 'its'} length too little to tell: by less than {LEAST:g}\u00a0% and {LEAST_MM:g}\u00a0mm.",
    }[one.silence or "little"]


def _joints(atlas: Atlas, lengths: Lengths) -> str:
    """"Pelvic tilt leaves", "The joints that move leave"."""
    names = [joint_link(atlas, joint).text for joint in dict.fromkeys(joint_of(name) for name, _ in completed(lengths.posture).values)
             if joint in atlas.joints]
    if not 0 < len(names) <= NAMED:
        return "The joints that move leave"
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{capital(told)} leave{'s' if len(names) == 1 else ''}"


def length_line(atlas: Atlas, row: ModelRow) -> LengthLine:
    """A muscle with its change of length; the number leads to the assumption that matters most to it."""
    one = row.sides[0] if len(row.sides) == 1 and row.sides[0] != "midline" else None
    name: Text = (muscle_link(atlas, row.muscle, one),)
    name = (Span(f"{one} ", tone="quiet"), *name) if one else name
    if row.change is None:
        return LengthLine(name, Span("no line", tone="quiet"), Span(""))
    found = assumptions_behind(atlas, moving(row.parts))
    target = f"assumption/{found[0].id}" if found else None
    hint = "Rests on: " + "; ".join(one.name for one in found) if found else ""
    return LengthLine(name, Span(signed_mm(row.change.change_mm), target, hint=hint, found=True),
                      Span(signed_percent(row.change), target, "quiet", hint))


def _explained(atlas: Atlas, rows: Iterable[ModelRow]) -> Iterator[Block]:
    """Of muscles that change less than one would think, why; each once."""
    told: dict[str, Text] = {}
    for row in rows:
        why = why_little(atlas, row.change, row.parts)
        if why and row.muscle not in told:
            told[row.muscle] = (Span(capital(atlas.muscles[row.muscle].name), f"muscle/{row.muscle}"), Span(": "), *why)
    yield from (Paragraph(text, "quiet") for text in told.values())


def why_little(atlas: Atlas, change: Change | None, parts: tuple[JointPart, ...]) -> Text:
    """Why a muscle changes less than one would think: two joints nearly cancel, or it passes close by one that moves as well."""
    if change and cancels(change, parts):
        one, other = sorted((max(parts, key=_mm), min(parts, key=_mm)), key=_follows)
        led = ", which follows it," if other.follows else ""
        return (joint_link(atlas, one.joint), Span(f" alone would {_verb(one)} it by {plain_mm(one.mm)}, while "), joint_link(atlas, other.joint),
                Span(f"{led} would {_verb(other)} it by {plain_mm(other.mm)}."))
    close = passes_close(parts)
    if not close:
        return ()
    pelvis, back = close
    back_name = joint_link(atlas, back.joint)
    return (joint_link(atlas, pelvis.joint), Span(f" {_verb(pelvis)}s it by {plain_mm(pelvis.mm)} at the hip. "),
            Span(capital(back_name.text), back_name.target, hint=back_name.hint),
            Span(f" moves with the pelvis, but {_verb(back)}s it by only {plain_mm(back.mm)}: it passes close by those joints."))


def _verb(part: JointPart) -> str:
    return "lengthen" if part.mm > 0 else "shorten"


def _mm(part: JointPart) -> float:
    return part.mm


def _follows(part: JointPart) -> bool:
    return part.follows
