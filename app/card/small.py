"""The short pages: a structure, something a person reports, a disputed claim, a reader's question, a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from app.card.answers import finding_line
from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Notice,
    Page,
    Paragraph,
    Questions,
    Row,
    Rows,
    Span,
    Title,
)
from app.card.grades import grade_chip
from app.card.links import (
    capital,
    in_words,
    joined,
    link,
    mark,
    muscle_link,
    small,
    source_chips,
    words,
)
from app.card.sections import WHAT_TO_DO, arranged
from app.card.shared import facts, named_links, said_by, sources_of, under, with_them
from app.card.voice import cited
from app.model.anatomy import Area, Group, Structure
from app.model.knowledge import Atlas
from app.model.practice import Cause, Pattern, Remedy, Test
from app.model.reference import Ref
from app.state.state import State

STRUCTURE_WORDS = {"joint": "a joint", "nerve": "a nerve", "disc": "a disc", "fascia": "connective tissue", "ligament": "a ligament",
                   "bone": "bone", "tendon": "a tendon"}

Named = Area | Group | Structure | Cause | Pattern | Remedy | Test
"""What has a name, other names and a card."""


def structure_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """A joint, nerve, disc, fascia or ligament: what it is, and the causes in which it takes part."""
    found = atlas.structures[ref.id]
    name = capital(in_words(ref, small(found.name)))
    kind = " · ".join(one for one in (capital(found.latin or ""), STRUCTURE_WORDS[found.kind]) if one)
    return Page(name, arranged((Title(name, found.plain), Paragraph(words(kind), "quiet")), {
        "what": [Paragraph(cited(atlas, fact, state.voice)) for fact in found.what],
        "part of": part_in_causes(atlas, (ref.id,), state),
        "sources": sources_of(atlas, found.sources)}))


def part_in_causes(atlas: Atlas, parts: Iterable[str], state: State) -> list[Block]:
    """The causes in which a part of the body, or a group that holds it, takes part, and how."""
    wanted = set(parts)
    points = tuple((link("cause", Ref(cause.id), cause.name), Span(": "), *cited(atlas, part.why, state.voice))
                   for cause in atlas.causes.values()
                   if (part := next((one for one in cause.parts if one.of in wanted), None)))
    return [Heading("Causes", sub=True), Bullets(points)] if points else []


def finding_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """Something that a person reports: the question, what a yes means, and what to do about it."""
    found = atlas.findings[ref.id]
    before: list[Block] = [Title(found.name, found.plain), Questions((finding_line(atlas, state, found.id),))]
    advice = cited(atlas, found.advice, state.voice) if found.advice else ()
    if advice and found.red_flags:
        before.append(Notice("red_flag", (Span("If yes: ", tone="strong"), *advice)))
    return Page(found.name, arranged(before, {
        "what": facts(atlas, "What a yes means", found.means, state.voice),
        "do": (Heading(WHAT_TO_DO), Paragraph(advice)) if advice and not found.red_flags else (),
        "with": with_them((("Warns of", named_links("cause", atlas.causes, found.red_flags)),
                           ("Speaks for", named_links("cause", atlas.causes, _spoken(atlas, found.id, "for"))),
                           ("Speaks against", named_links("cause", atlas.causes, _spoken(atlas, found.id, "against"))))),
        "sources": sources_of(atlas, found.sources)}))


def _spoken(atlas: Atlas, finding: str, way: Literal["for", "against"]) -> Iterator[str]:
    """The causes that a yes speaks for, or against."""
    return (cause.id for cause in atlas.causes.values()
            if any(clue.finding == finding and clue.speaks == way for clue in cause.clues))


def dispute_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """A claim that evidence contradicts or cannot support: who says it, what was found, and where it matters."""
    found = atlas.disputes[ref.id]
    kind = "A claim that was checked" if found.grade == "A" else "A disputed claim"
    sure: list[Block] = [*under("What studies and other authors say"), Paragraph(cited(atlas, found, state.voice))]
    if found.limits:
        sure += [*under("Where the grade differs"), Bullets(tuple(words(f"{capital(one).rstrip('.')}.") for one in found.limits))]
    rows = (
        ("Postures", named_links("pattern", atlas.patterns, found.patterns)), ("Causes", named_links("cause", atlas.causes, found.causes)),
        ("Tests", named_links("test", atlas.tests, found.tests)), ("Remedies", named_links("remedy", atlas.remedies, found.remedies)),
        ("Muscles", joined(muscle_link(atlas, one) for one in found.muscles)))
    before = (Title(found.claim, kind), Chips((grade_chip(found.grade),)), Paragraph(said_by(atlas, found)))
    return Page(found.claim, arranged(before, {"sure": sure, "with": with_them(rows), "sources": sources_of(atlas, found.sources)}))


def question_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """A reader's question with its answer, and where to read on."""
    found = atlas.questions[ref.id]
    answer = (Paragraph(cited(atlas, fact, state.voice)) for fact in found.answer)
    rows = (
        ("Causes", named_links("cause", atlas.causes, found.causes)), ("Postures", named_links("pattern", atlas.patterns, found.patterns)),
        ("Tests", named_links("test", atlas.tests, found.tests)), ("Remedies", named_links("remedy", atlas.remedies, found.remedies)))
    asked: list[Block] = []
    if found.asked_by:
        named = joined((Span(chip.text, chip.target) for chip in source_chips(atlas, found.asked_by)), " and ")
        asked.append(Paragraph((Span("Asked by readers of "), *named, Span(".")), "quiet"))
    return Page(found.question, arranged((Title(found.question), *answer), {"with": (*with_them(rows), *asked)}))


def term_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """A clinical term in plain words."""
    found = atlas.terms[ref.id]
    before: list[Block] = [Title(capital(found.name)), Paragraph((Span(found.plain), *mark(atlas, found.sources)))]
    if found.forms:
        before.append(Rows((Row("Also", words(", ".join(found.forms))),)))
    more = tuple(_of_that_name(atlas, {one.casefold() for one in (found.name, *found.forms)}))
    return Page(capital(found.name), arranged(before, {"with": (Rows(more),) if more else ()}))


def _of_that_name(atlas: Atlas, names: set[str]) -> Iterator[Row]:
    """What has a card of its own under a name of a term: who looked up a word mostly wants that."""
    kinds: tuple[tuple[str, str, Mapping[str, Named]], ...] = (
        ("pattern", "Postures", atlas.patterns), ("cause", "Causes", atlas.causes), ("structure", "Structures", atlas.structures),
        ("area", "Pain", atlas.areas), ("group", "Muscles", atlas.groups), ("test", "Tests", atlas.tests), ("remedy", "Remedies", atlas.remedies))
    for kind, label, things in kinds:
        found = [key for key, one in things.items()
                 if not names.isdisjoint(name.casefold() for name in (one.name, *one.synonyms, key.replace("_", " ")))]
        if found:
            yield Row(label, named_links(kind, things, found))
