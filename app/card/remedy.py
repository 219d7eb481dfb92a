"""The page of a remedy: how it is done, how much, what to mind, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.blocks import Block, Heading, Page, Paragraph, Row, Rows, Span, Steps, Title
from app.card.links import capital, joined, link, mark, muscle_link, words
from app.card.sections import arranged
from app.card.shared import (
    caution_of,
    disputes_of,
    how_sure,
    named_links,
    questions_of,
    sources_of,
    with_them,
)
from app.card.voice import cited
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.practice import Remedy
from app.model.reference import Ref
from app.state.state import State, Voice

TYPES = {"release": "Release", "stretch": "Stretch", "strengthen": "Strengthening", "mobility": "Mobility", "habit": "Habit"}
ROWS = {**TYPES, "strengthen": "Strength"}
"""The same as labels of rows, short enough for their column."""
NO_DOSE = "No tested dose. Start with little, and go on only if it does you good the day after too."
NO_TRIAL = "No trial was read for it."
UNCHECKED = "No source was read for all of this. Take it as custom, not as proven."


def remedy_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """How a remedy is done, how much where a source says so, and what to mind."""
    remedy = atlas.remedies[ref.id]
    place = "at home" if remedy.home else "with a therapist"
    for_muscles = (Span("For "), *joined(muscle_link(atlas, one) for one in remedy.muscles), Span("."))
    # What to mind is read before anything is done.
    care = caution_of((cited(atlas, remedy.caution, state.voice),)) if remedy.caution else ()
    return Page(remedy.name, arranged(
        (Title(remedy.name, remedy.plain or ""), Paragraph(words(f"{TYPES[remedy.type]}, {place}."), "quiet"), *care), {
            "body": (Paragraph(for_muscles),) if remedy.muscles else (),
            "do": _how(atlas, remedy, state.voice),
            "sure": _certainty(atlas, remedy, state.voice),
            "asked": questions_of(atlas, "remedies", remedy.id),
            "with": _used_in(atlas, remedy),
            "sources": sources_of(atlas, remedy.sources)}))


def _certainty(atlas: Atlas, remedy: Remedy, voice: Voice) -> Iterator[Block]:
    """What trials say, what was not read, and the disputes that concern it."""
    yield Paragraph(cited(atlas, remedy.evidence, voice)) if remedy.evidence else Paragraph(words(NO_TRIAL), "quiet")
    if UNVERIFIED in remedy.sources:
        yield Paragraph((Span(UNCHECKED), *mark(atlas, (UNVERIFIED,))), "quiet")
    yield from how_sure(atlas, (), disputes_of(atlas, "remedies", remedy.id), voice)


def _how(atlas: Atlas, remedy: Remedy, voice: Voice) -> Iterator[Block]:
    """How it is done, with what, and how much of it."""
    if remedy.how:
        yield Steps(tuple(words(step) for step in remedy.how))
    if remedy.equipment:
        yield Rows((Row("You need", words(capital(", ".join(remedy.equipment)))),))
    yield Heading("How much", sub=True)
    yield Paragraph(cited(atlas, remedy.dose, voice)) if remedy.dose else Paragraph(words(NO_DOSE), "quiet")


def _used_in(atlas: Atlas, remedy: Remedy) -> list[Block]:
    """The postures and causes in whose order of steps it has a place, or which it names itself."""
    postures = dict.fromkeys([*remedy.patterns, *(one.id for one in atlas.patterns.values()
                                                  if any(remedy.id in step.remedies for step in one.balance))])
    causes = dict.fromkeys([*remedy.causes, *(one.id for one in atlas.causes.values()
                                              if any(remedy.id in step.remedies for step in one.relief))])
    return with_them((("Postures", named_links("pattern", atlas.patterns, postures)),
                      ("Causes", named_links("cause", atlas.causes, causes))))


def remedy_rows(atlas: Atlas, field: str, *keys: str) -> tuple[Row, ...]:
    """The remedies that name an entry, or at least half of several, in one of their fields; a row for each type."""
    rows = []
    for kind, head in ROWS.items():
        found = [one for one in atlas.remedies.values()
                 if one.type == kind and 2 * sum(key in getattr(one, field) for key in keys) >= len(keys)]
        if found:
            rows.append(Row(head, joined((link("remedy", Ref(one.id), one.name) for one in found), "; ")))
    return tuple(rows)
