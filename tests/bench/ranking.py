"""Re-ranking after an answer: 200 causes, 100 areas, 60 questions, against the same arithmetic with nothing around it."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from math import log

from app.model.anatomy import Area
from app.model.knowledge import Atlas
from app.model.practice import Cause, Clue, Finding, Where
from app.model.reference import Ref
from app.reason.next_test import next_test
from app.reason.ranking import ranked_causes
from app.state.state import Answer, State

CAUSES, AREAS, QUESTIONS = 200, 100, 60
PAINFUL, ANSWERED = 8, 20
"""As much as one person marks and answers at most."""
ROUNDS = 15
BOOK = ("book",)


def large_atlas() -> Atlas:
    """Causes that are felt in a run of neighbouring areas, with clues at random; the same in every run."""
    chance = random.Random(11)
    areas = [f"area_{number}" for number in range(AREAS)]
    questions = [f"question_{number}" for number in range(QUESTIONS)]
    made = {}
    for number in range(CAUSES):
        begin = chance.randrange(AREAS)
        where = [areas[(begin + step) % AREAS] for step in range(12)]
        clues = tuple(Clue(one, BOOK, chance.choice(("for", "against"))) for one in chance.sample(questions, 12))  # type: ignore[arg-type]
        made[f"cause_{number}"] = Cause(f"cause_{number}", f"Cause {number}", "joint", BOOK, side="paired",
                                        where=Where(tuple(where[:4]), BOOK, tuple(where[4:])), clues=clues)
    return Atlas(
        areas={one: Area(one, one, "leg", "paired", "", BOOK, near=tuple(areas[(place + step) % AREAS] for step in (-2, -1, 1, 2)))
               for place, one in enumerate(areas)},
        findings={one: Finding(one, one, "?", BOOK) for one in questions}, causes=made)


def states(atlas: Atlas) -> list[State]:
    """Two states that differ in one answer, so that no memory of the last ranking helps."""
    pain = tuple(Ref(one, side) for one, side in zip(list(atlas.areas)[:PAINFUL], ("right", "left") * PAINFUL, strict=False))  # type: ignore[arg-type]
    answers = tuple(Answer(one, "positive") for one in list(atlas.findings)[:ANSWERED])
    state = State(pain=pain, answers=answers)
    return [state, replace(state, answers=(replace(answers[0], result="negative"), *answers[1:]))]


def floor() -> float:
    """As many logarithms and sums as there are causes, areas and questions."""
    total = 0.0
    for cause in range(CAUSES):
        for term in range(PAINFUL + ANSWERED):
            total += log(1.0 + cause + term)
    return total


def milliseconds(work: Callable[[], object]) -> float:
    """The median ms of some work, of this process alone."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return statistics.median(times)


def thinking() -> dict[str, float]:
    """ms of a first ranking, of one after a changed answer, of the next test, and of the bare arithmetic."""
    atlas = large_atlas()
    begun = time.process_time()
    turns = states(atlas)
    ranked_causes(atlas, turns[0])
    first = (time.process_time() - begun) * 1000

    def in_turn(work: Callable[[Atlas, State], object]) -> Callable[[], object]:
        def once() -> object:
            turns.reverse()
            return work(atlas, turns[0])
        return once

    return {"first": first, "rank": milliseconds(in_turn(ranked_causes)), "next": milliseconds(in_turn(next_test)),
            "sums": milliseconds(floor)}
