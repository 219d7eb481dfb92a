"""The page of a cause of pain, in an order that never changes; and how the parts of a cause are listed."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.answers import finding_line, side_of
from app.card.blocks import (
    Block,
    Chip,
    Chips,
    Heading,
    MuscleLine,
    MuscleList,
    Notice,
    Option,
    Page,
    Paragraph,
    Questions,
    Row,
    Rows,
    Span,
    Steps,
    Text,
    Title,
)
from app.card.grades import grades_chip
from app.card.links import capital, in_words, is_paired, joined, mark, part_link, small, words
from app.card.red_flag import red_flag_page
from app.card.sections import HEADS, arranged
from app.card.shared import (
    area_links,
    checks,
    disputes_of,
    facts,
    how_sure,
    in_order,
    mistaken_for,
    named_links,
    questions_of,
    sources_of,
    to_mind,
    what_it_is,
    with_them,
)
from app.card.voice import cited, said
from app.model.basic import RelativeSide
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.model.look import MuscleState
from app.model.practice import Cause, MechanismStep, Part, Where
from app.model.reference import Ref, Side, opposite
from app.reason.muscles import state_of
from app.state.state import State, Voice
from app.state.steps import steps_of

KIND_WORDS = {"muscle": "muscles", "joint": "a joint", "nerve": "a nerve", "disc": "a disc", "fascia": "connective tissue",
              "control": "how movement is controlled", "habit": "a habit", "systemic": "the whole body"}
QUALITIES = {"ache": "a dull ache", "burning": "burning", "pins_and_needles": "pins and needles", "numbness": "numbness",
             "stabbing": "stabbing"}
STEP, PLAY, ALL_STEPS = "step/", "step/play", "step/all"
"""Targets: tell the step of a number, play all from the first, end that."""
NO_PROOF = "A pain can fit this cause; that is no proof that it is the cause."


def cause_page(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None = None) -> Page:
    """Everything the content knows of one cause, and what the model says to it; of a red flag, what to do first."""
    cause = atlas.causes[ref.id]
    if cause.kind == "red flag":
        return red_flag_page(atlas, state, ref)
    # Imported here: a window that starts has this module, and no lengths yet.
    from app.card.model_section import cause_against_model

    voice = state.voice
    name = capital(in_words(ref, small(cause.name))) if ref.side in ("right", "left") else cause.name
    return Page(name, arranged((Title(name, cause.plain), _labels(atlas, cause)), {
        "what": what_it_is(atlas, cause.what, voice),
        "body": _parts(atlas, cause, ref.side, voice),
        "model": cause_against_model(atlas, state, ref, lengths),
        "comes about": _mechanism(atlas, state, cause, ref),
        "feels": (*_feels(atlas, state, cause, ref), *facts(atlas, "What makes it worse", cause.worse, voice),
                  *facts(atlas, "What makes it better", cause.better, voice)),
        "check": (*checks(atlas, cause.tests, voice), *_reports(atlas, state, cause)),
        "do": in_order(atlas, cause.relief, voice),
        "care": to_mind(atlas, cause.relief, voice, cause.cautions),
        "mistaken": mistaken_for(atlas, cause, ref.side, voice),
        "sure": (*how_sure(atlas, cause.evidence, disputes_of(atlas, "causes", cause.id), voice), Notice("hint", words(NO_PROOF))),
        "asked": questions_of(atlas, "causes", cause.id),
        "with": with_them((("Postures", named_links("pattern", atlas.patterns, cause.patterns)),)),
        "sources": sources_of(atlas, cause.sources)}))


def _labels(atlas: Atlas, cause: Cause) -> Chips:
    grades = [one.grade for one in cause.evidence] + [one.grade for one in disputes_of(atlas, "causes", cause.id)]
    return Chips((Chip(f"concerns {KIND_WORDS[cause.kind]}"), *grades_chip(grades)))


def _parts(atlas: Atlas, cause: Cause, side: Side | None, voice: Voice) -> list[Block]:
    """The muscles and structures that take part, with what happens to each."""
    if not cause.parts:
        return []
    return [MuscleList(tuple(_part(atlas, part, side, voice) for part in cause.parts))]


def _part(atlas: Atlas, part: Part, side: Side | None, voice: Voice) -> MuscleLine:
    one = side_of_part(part.side, side)
    name: list[Span] = []
    if one and is_paired(atlas, part.of):
        name.append(Span(f"{one} ", tone="quiet"))
    name.append(part_link(atlas, part.of, one))
    happens = " and ".join(filter(None, (part.tone, part.length)))
    name += [Span(f", {happens}", tone="quiet")] if happens else []
    name += [Span(", on the other side", tone="quiet")] if part.side == "opposite" and one is None else []
    state: MuscleState = state_of((part.tone,), (part.length,)) if happens else "involved"
    return MuscleLine(state, None if happens else "takes_part", tuple(name), cited(atlas, part.why, voice))


def side_of_part(relative: RelativeSide, side: Side | None) -> Side | None:
    """The side of the body on which a part of a cause lies; None where both are meant or no side was chosen."""
    if relative == "both" or side not in ("right", "left"):
        return None
    return side if relative == "same" else opposite(side)


def _mechanism(atlas: Atlas, state: State, cause: Cause, ref: Ref) -> Iterator[Block]:
    """The steps by which it comes about; on the body they can be told one by one."""
    if not cause.mechanism:
        return
    steps = tuple(_step(atlas, step, ref.side, state.voice) for step in cause.mechanism)
    if not steps_of(atlas, state):
        yield Steps(steps)
        return
    told = state.step is not None
    option = Option("Show all", ALL_STEPS, hint="Show the whole cause again (Esc)") if told else Option(
        "Play", PLAY, hint="Show the steps on the body, one after the other (Ctrl+.)")
    yield Heading(HEADS["comes about"], (option,))
    yield Steps(steps, STEP, state.step)


def _step(atlas: Atlas, step: MechanismStep, side: Side | None, voice: Voice) -> Text:
    one = side_of_part(step.side, side)
    on = joined(part_link(atlas, part, one) for part in step.acts_on)
    acts = (Span(" On: ", tone="quiet"), *on, Span(".", tone="quiet")) if on else ()
    return (Span(said(step, voice)), *acts, *mark(atlas, step.sources))


def _areas(atlas: Atlas, where: Where, side: Side | None) -> list[Row]:
    """Where it usually and sometimes hurts; the first row names the sources of both."""
    rows: list[Row] = []
    for label, areas in (("Usually", where.usual), ("Sometimes", where.sometimes)):
        if areas:
            source = () if rows else mark(atlas, where.sources)
            rows.append(Row(label, (*area_links(atlas, areas, side), *source)))
    return rows


def _feels(atlas: Atlas, state: State, cause: Cause, ref: Ref) -> Iterator[Block]:
    rows = _areas(atlas, cause.where, ref.side or side_of(state)) if cause.where else []
    if cause.qualities:
        rows.append(Row("Feels like", words(", ".join(QUALITIES[one] for one in cause.qualities))))
    yield from facts(atlas, "", cause.feels, state.voice)
    if rows:
        yield Rows(tuple(rows))


def _reports(atlas: Atlas, state: State, cause: Cause) -> Iterator[Block]:
    """What a person can report for or against it, to be answered right here."""
    for speaks, lead in (("for", "A yes speaks for it:"), ("against", "A yes speaks against it:")):
        clues = [one for one in cause.clues if one.speaks == speaks]
        if clues:
            yield Paragraph((Span(lead), *mark(atlas, (source for clue in clues for source in clue.sources))), "quiet")
            yield Questions(tuple(finding_line(atlas, state, clue.finding) for clue in clues))
