"""The page of a postural pattern: what it is, each muscle's part in it, how to check, what restores balance."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import (
    Act,
    Acts,
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
    Title,
)
from app.card.grades import grades_chip
from app.card.joints import joints
from app.card.links import (
    capital,
    in_words,
    joined,
    link,
    mark,
    muscle_link,
    small,
    source_chip,
    source_chips,
    words,
)
from app.card.model_section import pattern_against_model
from app.card.sections import arranged
from app.card.shared import (
    checks,
    disputes_of,
    facts,
    how_sure,
    in_order,
    named_links,
    questions_of,
    sources_of,
    to_mind,
    what_it_is,
    with_them,
)
from app.card.together import agreements, sided
from app.card.voice import cited, said
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.model.practice import Claim, Pattern
from app.model.reference import BodySide, Ref
from app.reason.deciding import deciding_test
from app.reason.muscles import claim_sides, muscle_rows, state_of
from app.reason.rows import MuscleRow, PartReason, PatternReason
from app.state.state import State, Voice

NO_PROOF = "A posture can fit this pattern; that is no proof that it is the cause of a pain."
SCHOOLS = ("Janda", "Kendall")
VIEW_WORDS = {"front": "From the front", "back": "From behind", "side": "From the side"}


def pattern_page(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None = None) -> Page:
    """Everything the content knows of one pattern, for the side on which it stands, and what the model says to it."""
    pattern = atlas.patterns[ref.id]
    voice = state.voice
    name = capital(in_words(ref, small(pattern.name))) if ref.side else pattern.name
    before: list[Block] = [Title(name, pattern.plain), _family(atlas, pattern)]
    before += [Notice("hint", cited(atlas, pattern.side, voice))] if pattern.side else []
    before += _others(atlas, state, ref)
    causes = [cause.id for cause in atlas.causes.values() if pattern.id in cause.patterns]
    return Page(name, arranged(before, {
        "chosen": (*_conflicts(atlas, state, pattern), *agreements(atlas, state)),
        "what": (*what_it_is(atlas, pattern.what, voice), *facts(atlas, "Who has it", pattern.who, voice)),
        "body": (*_muscles(atlas, pattern, ref, voice), *joints(atlas, pattern, ref)),
        "model": pattern_against_model(atlas, state, ref, lengths),
        "feels": facts(atlas, "", pattern.feels, voice),
        "check": (*checks(atlas, pattern.checks, voice), *_signs(atlas, pattern, voice),
                  *facts(atlas, "See it in a mirror", pattern.mirror, voice)),
        "do": in_order(atlas, pattern.balance, voice),
        "care": to_mind(atlas, pattern.balance, voice),
        "sure": _certainty(atlas, pattern, voice),
        "asked": questions_of(atlas, "patterns", pattern.id),
        "with": with_them((("Causes", named_links("cause", atlas.causes, causes)),)),
        "sources": sources_of(atlas, pattern.sources)}))


def _others(atlas: Atlas, state: State, ref: Ref) -> Iterator[Block]:
    """The chosen patterns with which this one, chosen too, can be laid side by side."""
    others = tuple(one for one in state.patterns if one.id != ref.id)
    if ref in state.patterns and others:
        pairs = ((one, ref) if state.patterns.index(one) < state.patterns.index(ref) else (ref, one) for one in others)
        yield Acts("Compare with", tuple(Act(small(atlas.patterns[one.id].name), f"compare/pattern/{first}/{second}")
                                         for one, (first, second) in zip(others, pairs, strict=True)))


def _certainty(atlas: Atlas, pattern: Pattern, voice: Voice) -> Iterator[Block]:
    """Own claims and disputes with their grades, and what speaks against the pattern."""
    yield from how_sure(atlas, pattern.evidence, disputes_of(atlas, "patterns", pattern.id), voice)
    yield Notice("hint", words(NO_PROOF))
    yield from facts(atlas, "What speaks against it, and where schools differ", pattern.contradicts, voice)


def _family(atlas: Atlas, pattern: Pattern) -> Chips:
    """Whose claim it is, by its school where a page only passes that on; and the grades of all that is claimed."""
    school = f"{pattern.family}'s school" if pattern.family in SCHOOLS else ""
    chips = [Chip(f"claim: {school or chip.text}", chip.target, chip.kind) for chip in source_chips(atlas, pattern.sources[:1])]
    grades = [one.grade for one in pattern.evidence] + [one.grade for one in disputes_of(atlas, "patterns", pattern.id)]
    return Chips((*chips, *grades_chip(grades)))


def _muscles(atlas: Atlas, pattern: Pattern, ref: Ref, voice: Voice) -> Iterator[Block]:
    chosen: BodySide | None = "right" if ref.side == "right" else "left" if ref.side == "left" else None
    for tone, head in (("tight", "Tight"), ("weak", "Weak")):
        lines = tuple(_line(atlas, claim, chosen, voice) for claim in pattern.claims if claim.tone == tone)
        if lines:
            yield Heading(head, sub=True)
            yield MuscleList(lines)
    if any(claim.tone == "tight" and claim.length is None for claim in pattern.claims):
        text = "Where a source says only “tight”, it leaves open whether the muscle is short or long. The picture shows it as short."
        yield Paragraph((Span(text),), "quiet")


def _line(atlas: Atlas, claim: Claim, chosen: BodySide | None, voice: Voice) -> MuscleLine:
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
    why = (Span(said(claim.why, voice)), *mark(atlas, shown))
    return MuscleLine(state_of((claim.tone,), (claim.length,)), None, name, why, chips)


def _disputed(atlas: Atlas, state: State, pattern: Pattern) -> Iterator[MuscleRow]:
    """The muscles of which a pattern and something else that is chosen say different things."""
    for row in muscle_rows(atlas, state):
        if row.state == "conflict" and any(isinstance(one, PatternReason) and one.pattern == pattern.id for one in row.because):
            yield row


def _conflicts(atlas: Atlas, state: State, pattern: Pattern) -> Iterator[Block]:
    """Where this pattern and what else is chosen disagree: each way once, with all muscles that it concerns."""
    alike: dict[str, dict[str, list[BodySide]]] = {}
    tests: dict[str, None] = {}
    for row in _disputed(atlas, state, pattern):
        alike.setdefault(_disagreement(atlas, row), {}).setdefault(row.muscle, []).append(row.side)
        tests |= dict.fromkeys(filter(None, (deciding_test(atlas, row),)))
    if alike:
        yield Heading("Where it disagrees", sub=True)
        yield Bullets(tuple((Span(f"{capital(told)}: "), *joined(sided(atlas, *one) for one in muscles.items()))
                            for told, muscles in alike.items()))
    if len(state.patterns) > 1:
        yield Paragraph((Span("Compare the chosen patterns muscle by muscle", "matrix/open"), Span(".")), "quiet")
    if tests:
        yield Paragraph((Span("Tests that decide: "), *named_links("test", atlas.tests, tests), Span(".")))


def _disagreement(atlas: Atlas, row: MuscleRow) -> str:
    claims = [(reason.tone or reason.length, atlas.patterns[reason.pattern].name)
              for reason in row.because if isinstance(reason, PatternReason)]
    claims += [(reason.tone or reason.length, atlas.causes[reason.cause].name)
               for reason in row.because if isinstance(reason, PartReason)]
    return ", ".join(dict.fromkeys(f"{what} in {small(name)}" for what, name in claims if what))


def _signs(atlas: Atlas, pattern: Pattern, voice: Voice) -> Iterator[Block]:
    if pattern.signs:
        yield Heading("How to see it", sub=True)
        yield Bullets(
            tuple((Span(f"{VIEW_WORDS[sign.view]}: ", tone="strong"), *cited(atlas, sign, voice))
                  for sign in pattern.signs)
        )
