"""The session tells of real changes and finds the way back."""

from __future__ import annotations

from app.model.reference import Ref
from app.state.choose import (
    choose_muscle,
    choose_pain,
    choose_pattern,
    clear,
    drop_muscle,
    drop_pain,
    drop_pattern,
)
from app.state.session import Session
from app.state.sheet import peel
from app.state.state import State, Subject

TIPPED = Ref("tipped")


def test_a_listener_hears_each_real_change_once() -> None:
    heard: list[tuple[State, State]] = []
    session = Session()
    session.subscribe(lambda before, after: heard.append((before, after)))
    session.change(choose_pattern(session.state, TIPPED))
    session.change(session.state)
    assert len(heard) == 1
    assert heard[0][1].patterns == (TIPPED,)


def test_back_and_forward() -> None:
    session = Session()
    session.change(choose_pattern(session.state, TIPPED))
    session.change(choose_muscle(session.state, Ref("psoas")))
    session.go_back()
    assert session.state.muscle is None
    assert session.can_go_forward
    session.go_forward()
    assert session.state.muscle == Ref("psoas")


def test_peeling_is_no_step_of_the_history() -> None:
    session = Session()
    session.change(peel(session.state, "deep"))
    assert not session.can_go_back
    session.change(choose_pattern(session.state, TIPPED))
    session.change(peel(session.state, "bone"))
    session.go_back()
    assert session.state == State(depth="bone")


def test_a_new_choice_ends_the_way_forward() -> None:
    session = Session()
    session.change(choose_pattern(session.state, TIPPED))
    session.go_back()
    session.change(choose_pain(session.state, Ref("flank")))
    assert not session.can_go_forward


def test_going_back_at_the_start_does_nothing() -> None:
    session = Session()
    session.go_back()
    session.go_forward()
    assert session.state == State()


def test_a_pattern_changes_its_side_in_place() -> None:
    state = choose_pattern(choose_pattern(State(), Ref("high", "right")), TIPPED)
    state = choose_pattern(state, Ref("high", "left"))
    assert state.patterns == (Ref("high", "left"), TIPPED)


def test_what_remains_is_explained() -> None:
    state = choose_muscle(choose_pain(choose_pattern(State(), TIPPED), Ref("flank")), Ref("psoas"))
    state = drop_muscle(state)
    assert state.subject == Subject("pattern", TIPPED)
    state = drop_pattern(state, "tipped")
    assert state.subject == Subject("area", Ref("flank"))
    assert drop_pain(state, Ref("flank")).subject is None


def test_clear_keeps_the_depth() -> None:
    assert clear(peel(choose_pattern(State(), TIPPED), "deep")) == State(depth="deep")
