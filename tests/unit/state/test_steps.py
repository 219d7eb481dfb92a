"""Playing the steps of a mechanism, as changes of the state."""

from __future__ import annotations

from functools import partial, reduce

import pytest

from app.content.cache import content
from app.model.reference import Ref
from app.state.choose import choose_cause, choose_muscle, explain
from app.state.session import Session
from app.state.state import State
from app.state.steps import end_steps, next_step, show_step, step_before, steps_of

ATLAS = content().atlas
CHAIN = choose_cause(State(), Ref("iliopsoas_chain", "right"))
COUNT = len(ATLAS.causes["iliopsoas_chain"].mechanism)
on, back = partial(next_step, ATLAS), partial(step_before, ATLAS)


def test_the_first_press_begins_and_the_one_after_the_last_shows_all() -> None:
    seen = [CHAIN]
    for _ in range(COUNT + 1):
        seen.append(on(seen[-1]))
    assert [state.step for state in seen] == [None, *range(1, COUNT + 1), None]


def test_backwards_is_the_same_way() -> None:
    seen = [CHAIN]
    for _ in range(COUNT + 1):
        seen.append(back(seen[-1]))
    assert [state.step for state in seen] == [None, *range(COUNT, 0, -1), None]


@pytest.mark.parametrize("number", [0, -1, COUNT + 1])
def test_a_number_without_a_step_changes_nothing(number: int) -> None:
    assert show_step(ATLAS, CHAIN, number) == CHAIN


def test_only_a_shown_cause_has_steps() -> None:
    for state in (State(), explain(State(), "cause", Ref("iliopsoas_chain", "right")), explain(CHAIN, "test", Ref("ober"))):
        assert not steps_of(ATLAS, state)
        assert on(state) == back(state) == show_step(ATLAS, state, 1) == state


def test_another_subject_ends_the_steps() -> None:
    assert choose_muscle(on(CHAIN), Ref("psoas_major", "right")).step is None
    assert end_steps(on(CHAIN)) == CHAIN


def test_back_leaves_the_cause_and_not_one_step() -> None:
    session = Session()
    for state in (CHAIN, *(reduce(lambda state, _: on(state), range(times), CHAIN) for times in (1, 2, 3))):
        session.change(state)
    session.go_back()
    assert session.state.cause is None
    session.go_forward()
    assert session.state.step == 3
