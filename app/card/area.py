"""The page of an area of pain: red flags first, then the causes that fit, and the muscles that can refer pain there."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import (
    Block,
    Heading,
    MuscleLine,
    MuscleList,
    Page,
    Paragraph,
    Span,
    Title,
)
from app.card.feeling import how_it_feels
from app.card.grades import grade_words
from app.card.links import capital, in_words, link, mark, muscle_link, small
from app.card.ranked import (
    flag_questions,
    next_section,
    questions_section,
    ranked_section,
    reckoned,
)
from app.card.red_flag import first_of_all
from app.card.sections import arranged
from app.card.voice import cited
from app.model.anatomy import Referral
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.look import Role
from app.model.reference import Ref
from app.reason.ranking import MAP_GRADE
from app.state.state import State, Voice

ZONES: tuple[tuple[Role, str, str], ...] = (
    ("refers_essential", "Essential: usually felt here", "When its trigger point is active, pain is usually felt here."),
    ("refers_spillover", "Spillover: sometimes felt here", "Pain spreads this far only in some people."),
)

MAP_CLAIMED_BY = ("source_a", "source_c")
PALPATION = "trp_palpation"
"""The test that finds a trigger point: its figures say how far to trust one."""


def area_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """What to rule out, what fits best and why, what to test next, and the trigger points that refer pain to the area."""
    area = atlas.areas[ref.id]
    name = capital(in_words(ref, small(area.name)))
    known = reckoned(atlas, state, ref)
    return Page(name, arranged((Title(name, area.plain), first_of_all(atlas, known.state)), {
        "rule out": (*flag_questions(atlas, known), *how_it_feels(state, ref)),
        "fits": (*ranked_section(atlas, known), *next_section(atlas, known), *questions_section(atlas, known)),
        "body": _trigger_points(atlas, ref),
        "sure": _how_sure(atlas, state.voice)}))


def points_page(atlas: Atlas, ref: Ref) -> Page:
    """Only the trigger points that refer pain to an area: the ranking stands on the page of another area of the same pain."""
    area = atlas.areas[ref.id]
    name = capital(in_words(ref, small(area.name)))
    return Page(name, arranged((Title(name, area.plain),), {"body": _trigger_points(atlas, ref)}))


def _trigger_points(atlas: Atlas, ref: Ref) -> Iterator[Block]:
    """The trigger points that send pain to the area, those that usually do before those that sometimes do."""
    nothing = True
    for role, head, words in ZONES:
        found = tuple(one for one in atlas.referrals.values() if ref.id in _zone(one, role))
        if found:
            nothing = False
            yield Heading(head, sub=True)
            yield Paragraph((Span(words),), "quiet")
            yield MuscleList(tuple(_line(atlas, one, role, ref) for one in found))
    if nothing:
        yield Paragraph((Span("No muscle is on record that refers pain to this area."),))


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


def _how_sure(atlas: Atlas, voice: Voice) -> Iterator[Block]:
    yield Paragraph((
        Span("Which muscle sends pain where is a map that clinicians made from what they see."),
        *mark(atlas, (one for one in MAP_CLAIMED_BY if one in atlas.sources)),
        Span(" That such pain exists is granted; the theory behind it is disputed."), *mark(atlas, ("project", UNVERIFIED)),
        *grade_words(MAP_GRADE),
    ))
    test = atlas.tests.get(PALPATION)
    if test:
        yield Paragraph((link("test", Ref(test.id), test.name), Span(f": {test.plain or test.positive}")))
        if test.reliability:
            yield Paragraph(cited(atlas, test.reliability, voice), "quiet")
