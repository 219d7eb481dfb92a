"""The page of a postural pattern: what it is, each muscle's part in it, how to check, what restores balance."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import (
    Block,
    Bullets,
    Chip,
    Chips,
    Heading,
    MuscleLine,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Span,
    Steps,
    Text,
    Title,
)
from app.card.links import (
    GRADES,
    capital,
    cited,
    in_words,
    joined,
    link,
    mark,
    muscle_link,
    source_chip,
    source_chips,
)
from app.model.basic import UNVERIFIED, Fact
from app.model.knowledge import Atlas
from app.model.practice import Claim, Pattern, Step
from app.model.reference import BodySide, Ref
from app.reason.muscles import claim_sides, muscle_rows, state_of
from app.reason.rows import MuscleRow, PatternReason
from app.state.state import State

VIEW_WORDS = {"front": "From the front", "back": "From behind", "side": "From the side"}


def pattern_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """Everything the content knows of one pattern, for the side on which it stands."""
    pattern = atlas.patterns[ref.id]
    name = capital(in_words(ref, pattern.name.lower())) if ref.side else pattern.name
    blocks: list[Block] = [Title(name, pattern.plain), _family(atlas, pattern)]
    if pattern.side:
        blocks.append(Notice("hint", cited(atlas, pattern.side)))
    blocks += _conflicts(atlas, state)
    blocks += _muscles(atlas, pattern, ref)
    blocks += [Heading("What it is"), *(Paragraph(cited(atlas, fact)) for fact in pattern.what)]
    blocks += _facts(atlas, "Who has it", pattern.who) + _facts(atlas, "What it feels like", pattern.feels)
    blocks += _signs(atlas, pattern)
    blocks += _checks(atlas, pattern)
    if pattern.balance:
        blocks += [Heading("What restores balance, in this order"), Steps(tuple(_step(atlas, s) for s in pattern.balance))]
        blocks += [Notice("caution", cited(atlas, step.caution)) for step in pattern.balance if step.caution]
    blocks += _evidence(atlas, pattern)
    return Page(name, tuple(blocks))


def _family(atlas: Atlas, pattern: Pattern) -> Chips:
    chips = [Chip(f"claim: {chip.text}", chip.target, chip.kind) for chip in source_chips(atlas, pattern.sources[:1])]
    chips += [Chip(f"evidence {one.grade}", kind="grade") for one in pattern.evidence[:1]]
    return Chips(tuple(chips))


def _muscles(atlas: Atlas, pattern: Pattern, ref: Ref) -> Iterator[Block]:
    chosen: BodySide | None = "right" if ref.side == "right" else "left" if ref.side == "left" else None
    for tone, head in (("tight", "Tight"), ("weak", "Weak")):
        lines = tuple(_line(atlas, claim, chosen) for claim in pattern.claims if claim.tone == tone)
        if lines:
            yield Heading(head)
            yield MuscleList(lines)
    if any(claim.tone == "tight" and claim.length is None for claim in pattern.claims):
        text = "Where a source says only that a muscle is tight, it does not state whether the muscle is short or long."
        yield Paragraph((Span(text),), "quiet")


def _line(atlas: Atlas, claim: Claim, chosen: BodySide | None) -> MuscleLine:
    sides = claim_sides(claim, chosen)
    side = sides[0] if len(sides) == 1 else None
    members = joined(muscle_link(atlas, muscle, side) for muscle in atlas.members(claim.of))
    name = members
    if claim.of in atlas.groups:
        name = (link("group", Ref(claim.of), atlas.groups[claim.of].name), Span(": ", tone="quiet"), *members)
    if side:
        name = (Span(f"{side} ", tone="quiet"), *name)
    chips = (source_chip(atlas, UNVERIFIED),) if UNVERIFIED in claim.why.sources else ()
    shown = tuple(source for source in claim.why.sources if source != UNVERIFIED)
    why = (Span(claim.why.text), *mark(atlas, shown))
    return MuscleLine(state_of((claim.tone,), (claim.length,)), None, name, why, chips)


def _conflicts(atlas: Atlas, state: State) -> Iterator[Block]:
    """Where the chosen patterns disagree: each way of disagreeing once, with all muscles that it concerns."""
    alike: dict[str, dict[str, list[BodySide]]] = {}
    for row in muscle_rows(atlas, state):
        if row.state == "conflict":
            alike.setdefault(_disagreement(atlas, row), {}).setdefault(row.muscle, []).append(row.side)
    if alike:
        yield Heading("Where the chosen patterns disagree")
        yield Bullets(tuple((Span(f"{capital(words)}: "), *joined(_sided(atlas, *one) for one in muscles.items()))
                            for words, muscles in alike.items()))


def _sided(atlas: Atlas, muscle: str, sides: list[BodySide]) -> Span:
    """A link to a muscle, with its side where only one is meant."""
    made = muscle_link(atlas, muscle, sides[0] if len(sides) == 1 else None)
    return Span(in_words(Ref(muscle, sides[0]), made.text), made.target) if ":" in (made.target or "") else made


def _disagreement(atlas: Atlas, row: MuscleRow) -> str:
    said = (
        f"{reason.tone or reason.length} in {atlas.patterns[reason.pattern].name.lower()}"
        for reason in row.because
        if isinstance(reason, PatternReason)
    )
    return ", ".join(dict.fromkeys(said))


def _facts(atlas: Atlas, head: str, facts: tuple[Fact, ...]) -> list[Block]:
    return [Heading(head), Bullets(tuple(cited(atlas, fact) for fact in facts))] if facts else []


def _signs(atlas: Atlas, pattern: Pattern) -> Iterator[Block]:
    if pattern.signs:
        yield Heading("How to see it")
        yield Bullets(
            tuple((Span(f"{VIEW_WORDS[sign.view]}: ", tone="strong"), Span(sign.text), *mark(atlas, sign.sources))
                  for sign in pattern.signs)
        )


def _checks(atlas: Atlas, pattern: Pattern) -> Iterator[Block]:
    if pattern.checks:
        yield Heading("Check it")
        yield Bullets(tuple(_check(atlas, test) for test in pattern.checks))


def _check(atlas: Atlas, test: str) -> Text:
    found = atlas.tests[test]
    by = "by yourself" if "self" in found.by else "with a helper" if "helper" in found.by else "by a clinician"
    return (link("test", Ref(test), found.name), Span(f" ({by}). ", tone="quiet"), Span(found.plain or found.positive))


def _step(atlas: Atlas, step: Step) -> Text:
    remedies = joined(link("remedy", Ref(one), atlas.remedies[one].name.lower()) for one in step.remedies)
    return (Span(step.text), *((Span(" "), *remedies, Span(".")) if remedies else ()), *mark(atlas, step.sources))


def _evidence(atlas: Atlas, pattern: Pattern) -> Iterator[Block]:
    if pattern.evidence:
        yield Heading("How sure can one be")
        for one in pattern.evidence:
            yield Paragraph((Span(f"{one.claim} ", tone="strong"), Span(one.text), *mark(atlas, one.sources),
                             Span(f" Evidence {one.grade}: {GRADES[one.grade]}.", tone="quiet")))
        yield Paragraph((Span("A posture can fit this pattern; that is no proof that it is the cause of a pain."),), "quiet")
