"""The hand-out: what is chosen, told to a patient on a page to take home. It explains and never diagnoses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from app.card.handout_do import exercises_of
from app.card.handout_posture import posture_told
from app.card.handout_told import (
    Matters,
    about,
    evidence_of,
    flags_part,
    likely_causes,
    matters,
    title_of,
)
from app.card.leaflet import OPTIONAL, USUALLY_LEFT_OUT, Handout, OptionalPart, Part, Told, all_told
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.problem import UserError
from app.reason.flags import raised_flags
from app.state.state import State

NOTHING = ("there is nothing to hand out yet: choose a pattern, where it hurts, a cause or a muscle, and the hand-out tells "
           "about it")
BEGIN = ("Begin with the first step and go on when it feels easy. Where no number stands, nobody has tested how much is best: begin "
         "with little.")
STOP = "Stop if it brings on the pain, a tingling or a numb feeling, or makes you dizzy, and ask."
LIMITS = "This sheet explains. It is not a diagnosis, promises no cure, and does not stand in for someone who can examine you."
FITS = "These fit best with where it hurts{and_answers}. The order says what to look at first, not how likely each one is."
WAIT = "Leave the exercises until a doctor has looked at it."


def handout(atlas: Atlas, state: State, without: Collection[OptionalPart] = USUALLY_LEFT_OUT) -> Handout:
    """The hand-out for a state, without the optional parts that are named; as it is usual, it is made for one page.

    Raises UserError while there is nothing to tell.
    """
    chosen = matters(atlas, state)
    if not (chosen.patterns or chosen.causes or chosen.pain or chosen.muscle):
        raise UserError(NOTHING)
    found = tuple(_parts(atlas, chosen, without))
    there = {"picture", "sources", *(part.id for part in found)}
    there |= {"in_full"} if any(part.exercises for part in found) else set()
    kept = tuple(part for part in found if part.id not in without)
    cited = _numbers(kept)
    numbers = {} if "sources" in without else cited
    listed = numbers or _named(atlas, kept, cited)
    return Handout(title_of(atlas, chosen), kept, tuple(one for one in OPTIONAL if one in there), numbers,
                   tuple(_source_name(atlas, one) for one in listed))


def _named(atlas: Atlas, parts: tuple[Part, ...], cited: Iterable[str]) -> tuple[str, ...]:
    """The cited articles that the text itself calls by their letter: a reader has to know which ones they are."""
    said = " ".join(f"{told.lead} {told.text}" for part in parts for told in all_told(part)).lower()
    letters = {one: letter for one in cited if one in atlas.sources and (letter := atlas.sources[one].letter)}
    return tuple(one for one, letter in sorted(letters.items()) if f"source {letter.lower()}" in said)


def _parts(atlas: Atlas, chosen: Matters, without: Collection[OptionalPart]) -> Iterator[Part]:
    """All parts in the order of the page; what was reported and needs a doctor comes before everything else."""
    raised = raised_flags(atlas, chosen.state)
    if raised:
        yield flags_part(atlas, chosen)
    yield Part("picture", "")
    told = (*about(atlas, chosen), *(() if "picture" in without else posture_told(atlas, chosen.state)))
    if told:
        yield Part("what", "What it is", told)
    # While something needs a doctor first, guessing at other causes would only be in the way.
    likely = () if raised else likely_causes(atlas, chosen)
    if likely:
        answers = " and with your answers" if chosen.state.answers else ""
        yield Part("causes", "What may be behind it", (Told(FITS.format(and_answers=answers), ("project",)),), likely)
    if not raised:
        yield flags_part(atlas, chosen)
    if chosen.state.note.strip():
        yield Part("note", "From your therapist", tuple(Told(line) for line in chosen.state.note.splitlines() if line.strip()))
    if raised:
        yield Part("do", "What you can do", (Told(WAIT, ("project",)),))
    else:
        yield from _do(atlas, chosen, "in_full" not in without)
    sure = tuple(evidence_of(atlas, chosen))
    if sure:
        yield Part("sure", "How sure is this", sure)
    yield Part("limits", "What this is not", (Told(LIMITS),))


def _do(atlas: Atlas, chosen: Matters, in_full: bool) -> Iterator[Part]:
    exercises, cautions = exercises_of(atlas, chosen, in_full)
    if exercises:
        told = (Told(f"{BEGIN} {STOP}", ("project",)), *cautions)
        yield Part("do", "What you can do, in this order", told, (), exercises)


def _numbers(parts: tuple[Part, ...]) -> Mapping[str, int]:
    """A number for each source that the parts cite, in the order in which a reader meets them."""
    met = dict.fromkeys(source for part in parts for told in all_told(part) for source in told.sources if source != UNVERIFIED)
    return {source: number for number, source in enumerate(met, start=1)}


def _source_name(atlas: Atlas, source: str) -> str:
    """What a source is called on paper: one of the five articles by its letter as well, since the text names it so."""
    if source == "project":
        return "Plumbline's own reading of the other sources"
    found = atlas.sources[source]
    if found.letter:
        return f"Source {found.letter}: {found.author or ''}, “{found.title or found.name}” (a practitioner's opinion)"
    return found.name
