"""The page of an area of pain: red flags first, then the muscles that can refer pain there, essential before spillover."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, Bullets, Chips, Heading, MuscleLine, MuscleList, Notice, Page, Paragraph, Span, Title
from app.card.links import capital, in_words, mark, muscle_link, source_chips
from app.model.knowledge import UNVERIFIED, Atlas, Referral
from app.model.look import Role
from app.model.reference import Ref
from app.reason.causes import raised_flags
from app.state.state import State

ZONES: tuple[tuple[Role, str, str], ...] = (
    ("refers_essential", "Essential: usually felt here", "When its trigger point is active, pain is usually felt here."),
    ("refers_spillover", "Spillover: sometimes felt here", "Pain spreads this far only in some people."),
)


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
    return Notice("red_flag", (Span(text),))


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
    yield Paragraph(
        (
            Span("These are clinicians' maps of where trigger points send pain. That such pain exists is granted; the theory "
                 "behind it is disputed, and finding a point by touch agrees only moderately between examiners. Evidence C."),
        ),
    )
    sources = [one for one in ("source_a", "source_c") if one in atlas.sources]
    if sources:
        yield Chips(source_chips(atlas, sources))
    yield Bullets(((Span("Press the point: does it bring on the pain you know? Only familiar pain counts."),),))
