"""What a hand-out has a patient do: one exercise for each step, in the order of the content.

In short they are few enough for one page, release and strengthening before all else; in full each has every step.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, zip_longest

from app.card.handout_short import in_short
from app.card.handout_told import LIKELY, Matters
from app.card.leaflet import Exercise, Told, Unchecked
from app.card.links import capital, small
from app.card.voice import said
from app.model.basic import UNVERIFIED, Fact
from app.model.knowledge import Atlas
from app.model.practice import Remedy, Step
from app.reason.muscles import muscle_rows
from app.reason.ranking import ranked_causes

MOST = (7, 5, 4)
"""So many exercises at most for one thing, for two, for more, in full: whoever is given too many does none of them."""
NAMED = 6
"""So many muscles are named of which what is chosen does not agree."""
EACH = 2
"""Of a muscle so many of one kind."""
FOR_MUSCLES = {"release": "Release it.", "stretch": "Stretch it.", "strengthen": "Strengthen it.", "mobility": "Move it."}
"""The kinds of remedies in the order in which they are told for a muscle, and what each does."""
OF_TRIGGER_POINTS = ("release", "stretch")
ALIKE, LONG = 0.4, 4
"""Two cautions say the same when they share so much (0..1) of the words that have so many letters."""


def exercises_of(atlas: Atlas, chosen: Matters, in_full: bool) -> tuple[tuple[Exercise, ...], tuple[Told, ...]]:
    """The exercises, and what to mind in all of them."""
    if chosen.muscle:
        of_muscle = tuple(_for_muscle(atlas, chosen.muscle.id))
        return of_muscle if in_full else in_short(of_muscle), ()
    orders = tuple(_orders(atlas, chosen))
    barred = _disputed(atlas, chosen)
    found = tuple(islice(_in_turn(atlas, orders, barred), MOST[min(len(orders), len(MOST)) - 1] if in_full else None))
    if not in_full:
        # What a chain is about is its order: nothing of it may go.
        found = in_short(found, whole=any(ref.id.endswith("_chain") for ref in chosen.causes))
    cautions = [Told(said(fact, "plain"), fact.sources) for ref in chosen.causes for fact in atlas.causes[ref.id].cautions]
    if barred:
        names = ", ".join(small(atlas.muscles[one].name) for one in barred[:NAMED])
        names += f" and {len(barred) - NAMED} more" if len(barred) > NAMED else ""
        cautions.append(Told(f"What was chosen does not agree about these muscles: {names}. So there is no exercise for them alone. Ask "
                             "before you stretch or train them.", ("project",)))
    return found, tuple(cautions)


def _orders(atlas: Atlas, chosen: Matters) -> Iterator[tuple[Step, ...]]:
    """The steps of everything that is chosen; for a pain, those of the causes that fit it best."""
    for ref in chosen.patterns:
        yield atlas.patterns[ref.id].balance
    for ref in chosen.causes:
        yield atlas.causes[ref.id].relief
    if chosen.pain:
        ranked = ranked_causes(atlas, chosen.state)
        # The muscles of which each sends pain here, and their neighbours.
        near = {atlas.muscles[muscle].region for one in ranked if one.id not in atlas.causes for muscle in one.muscles}
        yield tuple(_near(atlas, step, near) for one in ranked[:LIKELY] for step in _relief(atlas, one.id))


def _near(atlas: Atlas, step: Step, regions: set[str]) -> Step:
    """A step with the remedies for muscles of some regions: a general cause has remedies for all of the body."""
    return replace(step, remedies=tuple(
        one for one in step.remedies
        if not (muscles := atlas.remedies[one].muscles) or any(atlas.muscles[muscle].region in regions for muscle in muscles)))


def _relief(atlas: Atlas, cause: str) -> tuple[Step, ...]:
    if cause in atlas.causes:
        return atlas.causes[cause].relief
    muscle = cause.rpartition("/")[2]
    name = small(atlas.muscles[muscle].name)
    return tuple(Step(f"{capital(kind)} the {name}.", found, ("project",))
                 for kind in OF_TRIGGER_POINTS if (found := tuple(one.id for one in _of_kind(atlas, muscle, kind))))


def _of_kind(atlas: Atlas, muscle: str, kind: str) -> list[Remedy]:
    """The remedies of a kind for a muscle to be done at home, those made for few muscles first."""
    found = [one for one in atlas.remedies.values() if one.type == kind and one.home and muscle in one.muscles]
    return sorted(found, key=_breadth)


def _breadth(remedy: Remedy) -> int:
    return len(remedy.muscles)


def _for_muscle(atlas: Atlas, muscle: str) -> Iterator[Exercise]:
    for kind, words in FOR_MUSCLES.items():
        for one in _of_kind(atlas, muscle, kind)[:EACH]:
            yield _exercise(Told(words), one, None)


def _disputed(atlas: Atlas, chosen: Matters) -> tuple[str, ...]:
    """The muscles of which the chosen patterns and causes say different things."""
    return tuple(dict.fromkeys(row.muscle for row in muscle_rows(atlas, chosen.state) if row.state == "conflict"))


def _in_turn(atlas: Atlas, orders: tuple[tuple[Step, ...], ...], barred: tuple[str, ...]) -> Iterator[Exercise]:
    """One exercise for each step, the steps of several orders in turn, so that each keeps its own."""
    often = Counter(remedy for order in orders for step in order for remedy in step.remedies)
    used: set[str] = set()
    told: set[str] = set()
    met: tuple[set[str], ...] = tuple(set() for _ in orders)
    for turn in zip_longest(*orders):
        for step, before in zip(turn, met, strict=True):
            if step is None or said(step, "plain") in told:
                continue
            fresh = _fresh(atlas, step, used | before, barred)
            remedy = next(iter([one for one in fresh if often[one.id] == 1] or fresh), None)
            # A step that comes back to what its own order had before needs no more than its words; another order's would say it twice.
            if remedy or {*step.remedies} <= before:
                told.add(said(step, "plain"))
                used |= {remedy.id} if remedy else set()
                before |= {*step.remedies}
                yield _exercise(Told(said(step, "plain"), step.sources), remedy, step.caution)


def _fresh(atlas: Atlas, step: Step, known: set[str], barred: tuple[str, ...]) -> list[Remedy]:
    """The remedies for a step that can be done at home, were not met before and are not only for muscles that are barred."""
    found = (atlas.remedies[one] for one in step.remedies if one not in known)
    return [one for one in found if one.home and not (one.muscles and {*one.muscles} <= {*barred})]


def _exercise(told: Told, remedy: Remedy | None, caution: Fact | None) -> Exercise:
    minded = _told(caution)
    if remedy is None:
        return Exercise(told, caution=minded, unchecked=_unchecked((told, minded)))
    how, dose = Told("", remedy.sources), _told(remedy.dose)
    both = _together(minded, _told(remedy.caution))
    return Exercise(told, remedy.name, how, remedy.how, ", ".join(remedy.equipment), dose, both, _unchecked((told, how, dose, both)),
                    remedy.type, remedy.brief or " ".join(remedy.how))


def _together(of_step: Told | None, of_remedy: Told | None) -> Told | None:
    """The caution of a step and that of its exercise; that of the step is left out where the other one says it as well."""
    if not (of_step and of_remedy):
        return of_remedy or of_step
    wanted, there = _long_words(of_step.text), _long_words(of_remedy.text)
    if len(wanted & there) >= ALIKE * len(wanted):
        return of_remedy
    return Told(f"{of_step.text} {of_remedy.text}", tuple(dict.fromkeys((*of_step.sources, *of_remedy.sources))))


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= LONG}


def _told(fact: Fact | None) -> Told | None:
    return Told(said(fact, "plain"), fact.sources) if fact else None


def _unchecked(told: tuple[Told | None, ...]) -> Unchecked:
    sources = {source for one in told if one for source in one.sources}
    if UNVERIFIED not in sources:
        return "no"
    return "all" if sources <= {UNVERIFIED, "project"} else "in part"
