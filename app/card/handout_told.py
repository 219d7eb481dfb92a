"""What a hand-out tells: what it is about, what that is, what may be behind a pain, when to see a doctor, how sure one can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.card.leaflet import Likely, Part, Told
from app.card.links import capital, in_words, small
from app.card.red_flag import ASKED_FIRST, FIRST
from app.card.voice import said
from app.model.basic import Evidence, Fact
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Cause, Pattern, Quality
from app.model.reference import Ref
from app.reason.flags import raised_flags
from app.reason.ranking import RankedCause, ranked_causes
from app.state.state import State

LIKELY = 3
"""So many causes of a pain are told."""
SEVERAL = 2
"""From so many things on each is told in short."""
CITED = 3
"""Of what sums up a whole entry so many sources are named, the first that it names itself."""
ENOUGH_WORDS = 34
"""A paragraph that has so many words gets no further fact."""
FEELS: dict[Quality, str] = {"ache": "aching", "burning": "burning", "pins_and_needles": "pins and needles", "numbness": "numb",
                             "stabbing": "stabbing"}
EMERGENCY = "if you feel numb between the legs, or have new trouble with bladder or bowel. That is an emergency."
WATCH = "See a doctor before you try anything on this page if:"
WATCHED = ("Your pain keeps on at night, and no position eases it.", "You have a fever, or lose weight and do not know why.",
           "You have or had cancer.", "You had a fall or an accident.", "An arm or a leg gets weaker.")
"""What the general notice about red flags says, in sentences for a patient."""


@frozen
class Matters:
    """What a hand-out is about: what is chosen, or else what is explained. The state has just that chosen."""

    state: State
    patterns: tuple[Ref, ...]
    causes: tuple[Ref, ...]
    pain: tuple[Ref, ...]
    muscle: Ref | None


def matters(atlas: Atlas, state: State) -> Matters:
    """What a hand-out for a state is about; a muscle only where nothing else is chosen, for it is often just looked at."""
    state = replace(state, voice="plain", depth="superficial", fade=0.0, hidden=frozenset(), alone=True, labels="none", also=(),
                    step=None)
    patterns = tuple(ref for ref in state.patterns if ref.id in atlas.patterns)
    causes = (state.cause,) if state.cause and state.cause.id in atlas.causes else ()
    pain = tuple(ref for ref in state.pain if ref.id in atlas.areas)
    if patterns or causes or pain:
        return Matters(replace(state, muscle=None), patterns, causes, pain, None)
    if state.muscle and state.muscle.id in atlas.muscles:
        # Down to where it lies, so that the picture shows it and not what covers it.
        return Matters(replace(state, depth=atlas.muscles[state.muscle.id].layer), (), (), (), state.muscle)
    return _explained(atlas, state)


def _explained(atlas: Atlas, state: State) -> Matters:
    """What is explained without being chosen, as if it were."""
    subject = state.subject
    if subject and subject.kind == "pattern" and subject.ref.id in atlas.patterns:
        return Matters(replace(state, patterns=(subject.ref,)), (subject.ref,), (), (), None)
    if subject and subject.kind == "cause" and subject.ref.id in atlas.causes:
        return Matters(replace(state, cause=subject.ref), (), (subject.ref,), (), None)
    if subject and subject.kind == "area" and subject.ref.id in atlas.areas:
        return Matters(replace(state, pain=(subject.ref,)), (), (), (subject.ref,), None)
    return Matters(state, (), (), (), None)


def title_of(atlas: Atlas, chosen: Matters) -> str:
    """What the page is headed with."""
    names = [_with_side(atlas.patterns[ref.id].name, ref) for ref in chosen.patterns]
    names += [_with_side(atlas.causes[ref.id].name, ref) for ref in chosen.causes]
    if chosen.pain:
        named = [_area(atlas, ref) for ref in chosen.pain[:SEVERAL]]
        more = len(chosen.pain) - SEVERAL
        named += [f"{more} more place{'s' if more > 1 else ''}"] if more > 0 else []
        names.append(f"Pain: {_and(iter(named))}")
    if chosen.muscle:
        names.append(capital(in_words(chosen.muscle, atlas.muscles[chosen.muscle.id].name)))
    return " · ".join(names)


def _with_side(name: str, ref: Ref) -> str:
    name = name.partition(" (")[0]
    return f"{name}, {ref.side}" if ref.side in ("right", "left") else name


def _area(atlas: Atlas, ref: Ref) -> str:
    name = small(atlas.areas[ref.id].name)
    return f"{name} on both sides" if ref.side == "both" else in_words(ref, name)


def _and(names: Iterator[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def about(atlas: Atlas, chosen: Matters) -> Iterator[Told]:
    """What it is, in two or three sentences for each thing; several things each in one."""
    several = len(chosen.patterns) + len(chosen.causes) + bool(chosen.pain) >= SEVERAL
    things: list[tuple[Ref, Pattern | Cause]] = [(ref, atlas.patterns[ref.id]) for ref in chosen.patterns]
    things += [(ref, atlas.causes[ref.id]) for ref in chosen.causes]
    for ref, thing in things:
        lead = f"{_with_side(thing.name, ref)}. " if several else ""
        yield Told(thing.plain, thing.sources[:CITED], lead)
        if not several:
            yield from _facts(thing.what, ENOUGH_WORDS - len(thing.plain.split()))
    if chosen.pain:
        yield from _pain(atlas, chosen, several)
    if chosen.muscle:
        yield from _muscle(atlas, chosen.muscle)


def _facts(facts: tuple[Fact, ...], room: int) -> Iterator[Told]:
    """The first fact, and more as long as there is room, in words."""
    for fact in facts:
        if room <= 0:
            return
        text = said(fact, "plain")
        room -= len(text.split())
        yield Told(text, fact.sources)


def _pain(atlas: Atlas, chosen: Matters, several: bool) -> Iterator[Told]:
    """Where it hurts and how, as it was said."""
    if len(chosen.pain) > SEVERAL:
        # What was painted may reach over many areas: they are only named, those that feel alike together.
        alike: dict[str, list[str]] = {}
        for ref in chosen.pain:
            alike.setdefault(_how(chosen, ref), []).append(_area(atlas, ref))
        for how, names in alike.items():
            yield Told(f"It hurts at: {_and(iter(names))}.{how}", ("project",))
    else:
        for ref in chosen.pain:
            area = atlas.areas[ref.id]
            lead = f"{capital(_area(atlas, ref))}. " if several or len(chosen.pain) > 1 else ""
            yield Told(f"{area.plain.rstrip('.')}.{_how(chosen, ref)}", area.sources, lead)
    yield Told("Pain is often felt in one place and comes from another. A muscle further away can send it there.", ("project",))


def _how(chosen: Matters, ref: Ref) -> str:
    """How it hurts in an area, as it was said; empty where nothing was."""
    felt = next((one for one in chosen.state.felt if one.area == ref), None)
    how = [f"{felt.intensity:g} out of 10"] if felt and felt.intensity is not None else []
    how += [FEELS[felt.quality]] if felt and felt.quality else []
    return f" You said: {', '.join(how)}." if how else ""


def _muscle(atlas: Atlas, ref: Ref) -> Iterator[Told]:
    muscle = atlas.muscles[ref.id]
    yield Told(f"{(muscle.plain or muscle.name).rstrip('.')}.", muscle.sources[:CITED])
    areas = dict.fromkeys(area for one in atlas.referrals.values() if one.muscle == ref.id for area in one.essential)
    if areas:
        sources = tuple(source for one in atlas.referrals.values() if one.muscle == ref.id for source in one.sources)
        felt = _and(small(atlas.areas[area].name) for area in areas)
        yield Told(f"When it has a sore spot, the pain may be felt at: {felt}.", sources)


def likely_causes(atlas: Atlas, chosen: Matters) -> tuple[Likely, ...]:
    """The first causes of the ranking, each with how well it fits and a line of what it is."""
    if not chosen.pain:
        return ()
    return tuple(_likely(atlas, one) for one in ranked_causes(atlas, chosen.state)[:LIKELY])


def _likely(atlas: Atlas, one: RankedCause) -> Likely:
    side = Ref(one.id, one.side)
    if one.id in atlas.causes:
        cause = atlas.causes[one.id]
        return Likely(_with_side(cause.name, side), one.words, Told(cause.plain, cause.sources[:CITED]))
    muscle = atlas.muscles[one.muscles[0]]
    plain = (muscle.plain or "").rstrip(".")
    text = f"{plain}. A sore spot in it, called a trigger point, can send pain here."
    name = _with_side(f"Sore spot in a muscle: {small(muscle.name)}", side)
    return Likely(name, one.words, Told(text.lstrip(". "), one.sources[:CITED]))


def flags_part(atlas: Atlas, chosen: Matters) -> Part:
    """When to see a doctor: what was reported and needs one, then what to watch for."""
    asked = tuple(dict.fromkeys(source for one in ASKED_FIRST if one in atlas.findings for source in atlas.findings[one].sources))
    general = (Told(EMERGENCY, asked, "Get help now "), Told(WATCH, asked))
    points = tuple(Told(point) for point in WATCHED)
    raised = raised_flags(atlas, chosen.state)
    shown = (one.id for one in chosen.causes if atlas.causes[one.id].kind == "red flag")
    flags = [atlas.causes[one] for one in dict.fromkeys((*(one.id for one in raised), *shown))]
    if not flags:
        return Part("red_flags", "When to see a doctor", general, framed=True, points=points)
    head = (Told(FIRST["now" if any(one.urgency == "now" for one in raised) else "soon"]),) if raised else ()
    advice = tuple(Told(said(flag.advice, "plain"), flag.advice.sources, f"{capital(flag.name)}. ") for flag in flags if flag.advice)
    return Part("red_flags", "See a doctor first", (*head, *advice, *general), framed=True, points=points)


def evidence_of(atlas: Atlas, chosen: Matters) -> Iterator[Told]:
    """The first graded claim of each thing, and what studies say of it."""
    graded: list[Evidence] = [evidence for ref in chosen.patterns for evidence in atlas.patterns[ref.id].evidence[:1]]
    graded += [evidence for ref in chosen.causes for evidence in atlas.causes[ref.id].evidence[:1]]
    for one in graded[:SEVERAL]:
        yield Told(said(one, "plain"), one.sources, f"“{one.claim}” ")
    if chosen.pain:
        yield Told("Many pains have more than one cause, and the maps of where muscles send pain rest on what clinicians have seen.",
                   ("project",))
