"""The page of an area of pain: red flags first, then the muscles that can refer pain there, essential before spillover."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import (
    Block,
    Heading,
    MuscleLine,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Span,
    Title,
)
from app.card.links import GRADES, capital, cited, in_words, link, mark, muscle_link
from app.model.anatomy import Referral
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.look import Role
from app.model.reference import Ref
from app.reason.causes import MAP_GRADE, raised_flags
from app.state.state import State

ZONES: tuple[tuple[Role, str, str], ...] = (
    ("refers_essential", "Essential: usually felt here", "When its trigger point is active, pain is usually felt here."),
    ("refers_spillover", "Spillover: sometimes felt here", "Pain spreads this far only in some people."),
)

ASKED_FIRST = ("night_pain", "fever", "weight_loss", "cancer_history", "recent_trauma", "progressive_leg_weakness",
               "saddle_numbness", "bladder_or_bowel_change")
"""The findings that the notice names while nothing was reported; it cites their sources."""

MAP_CLAIMED_BY = ("source_a", "source_c")
PALPATION = "trp_palpation"
"""The test that finds a trigger point: its figures say how far to trust one."""


def area_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """All trigger points that refer pain to the area, those that usually do before those that sometimes do."""
    area = atlas.areas[ref.id]
    name = capital(in_words(ref, area.name[:1].lower() + area.name[1:]))
    blocks: list[Block] = [Title(name, area.plain), red_flags(atlas, state)]
    for role, head, words in ZONES:
        found = tuple(one for one in atlas.referrals.values() if ref.id in _zone(one, role))
        if found:
            blocks += [Heading(head), Paragraph((Span(words),), "quiet")]
            blocks.append(MuscleList(tuple(_line(atlas, one, role, ref) for one in found)))
    if len(blocks) == 2:
        blocks.append(Paragraph((Span("No muscle is on record that refers pain to this area."),)))
    blocks += _how_sure(atlas)
    return Page(name, tuple(blocks))


def red_flags(atlas: Atlas, state: State) -> Notice:
    """What a doctor must see first; stands wherever a person could be looking for a cause."""
    raised = raised_flags(atlas, state)
    if raised:
        points = tuple((Span(f"{flag.name}: ", tone="strong"), Span(flag.advice)) for flag in raised)
        return Notice("red_flag", (Span("What was reported needs a doctor first.", tone="strong"),), points)
    text = (
        "See a doctor first with: pain at night that no position eases, fever, weight loss that nothing explains, a history "
        "of cancer, a fall or accident, or weakness that grows. Numbness between the legs, or new trouble with bladder or "
        "bowel, is an emergency."
    )
    asked = (atlas.findings[one].sources for one in ASKED_FIRST if one in atlas.findings)
    return Notice("red_flag", (Span(text), *mark(atlas, (source for sources in asked for source in sources))))


def _zone(referral: Referral, role: Role) -> tuple[str, ...]:
    return referral.essential if role == "refers_essential" else referral.spillover


def _line(atlas: Atlas, referral: Referral, role: Role, ref: Ref) -> MuscleLine:
    name = (muscle_link(atlas, referral.muscle, ref.side), Span(f", {referral.name}", tone="quiet"))
    place = f"{capital(referral.place.text)}."
    if UNVERIFIED in referral.place.sources:
        place += " The place is approximate."
    why: tuple[Span, ...] = (Span(place), *mark(atlas, referral.sources))
    if referral.note:
        own = tuple(source for source in referral.note.sources if source not in referral.sources)
        why = (*why, Span(f" {referral.note.text}", tone="quiet"), *mark(atlas, own))
    return MuscleLine("neutral", role, name, why)


def _how_sure(atlas: Atlas) -> Iterator[Block]:
    yield Heading("How sure can one be")
    yield Paragraph((
        Span("Which muscle sends pain where is a map that clinicians made from what they see."),
        *mark(atlas, (one for one in MAP_CLAIMED_BY if one in atlas.sources)),
        Span(" That such pain exists is granted; the theory behind it is disputed."), *mark(atlas, ("project", UNVERIFIED)),
        Span(f" Evidence {MAP_GRADE}: {GRADES[MAP_GRADE]}.", tone="quiet"),
    ))
    test = atlas.tests.get(PALPATION)
    if test:
        yield Paragraph((link("test", Ref(test.id), test.name), Span(f": {test.plain or test.positive}")))
        if test.reliability:
            yield Paragraph(cited(atlas, test.reliability), "quiet")
