"""Undo takes back the last change of the work, and leaves where one is and how one looks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.reference import Ref
from app.state.change import work_of
from app.state.choose import (
    answer,
    choose_muscle,
    choose_pain,
    choose_pattern,
    drop_pattern,
    explain,
    hide,
)
from app.state.session import DEEPEST, Session
from app.state.sheet import peel
from app.state.state import Answer, State, Subject

TIPPED, PSOAS, FLANK = Ref("tipped"), Ref("psoas", "right"), Ref("flank", "right")


def after(*changes: object) -> Session:
    """A session after some changes of its state."""
    session = Session()
    for change in changes:
        session.change(change(session.state))  # type: ignore[operator]
    return session


def test_a_chosen_pattern_is_taken_back_and_chosen_again() -> None:
    session = after(lambda state: choose_pattern(state, TIPPED))
    session.undo()
    assert session.state == State()
    session.redo()
    assert session.state.patterns == (TIPPED,)
    assert session.state.subject == Subject("pattern", TIPPED)


def test_where_one_is_and_how_one_looks_stay() -> None:
    session = after(lambda state: choose_pattern(state, TIPPED), lambda state: peel(state, "deep"),
                    lambda state: explain(state, "test", Ref("thomas")))
    session.undo()
    assert (session.state.patterns, session.state.depth) == ((), "deep")
    assert session.state.subject == Subject("test", Ref("thomas"))


def test_what_is_gone_is_no_longer_explained() -> None:
    session = after(lambda state: choose_pain(state, FLANK), lambda state: choose_pattern(state, TIPPED))
    session.undo()
    assert session.state.subject == Subject("area", FLANK)


def test_a_hidden_muscle_comes_back_and_one_that_is_hidden_again_is_not_selected() -> None:
    session = after(lambda state: hide(state, (PSOAS,)), lambda state: choose_muscle(state, PSOAS))
    session.undo()
    assert (session.state.hidden, session.state.muscle, session.state.subject) == (frozenset((PSOAS,)), None, None)
    session.undo()
    assert not session.state.hidden


def test_a_further_muscle_that_is_hidden_again_is_not_selected() -> None:
    other = Ref("gluteus", "left")
    session = after(lambda state: hide(state, (other,)), lambda state: choose_muscle(state, PSOAS),
                    lambda state: replace(state, hidden=frozenset(), also=(other,)))
    session.undo()
    assert (session.state.muscle, session.state.also, session.state.hidden) == (PSOAS, (), frozenset((other,)))


def test_typing_the_note_is_one_step_until_something_else_changes() -> None:
    session = after(*(lambda state, text=text: replace(state, note=text) for text in ("w", "wo", "word")),
                    lambda state: answer(state, Answer("thomas", "positive")),
                    lambda state: replace(state, note="word."))
    session.undo()
    assert (session.state.note, len(session.state.answers)) == ("word", 1)
    session.undo()
    session.undo()
    assert session.state == State()


def test_a_new_change_ends_redo() -> None:
    session = after(lambda state: choose_pattern(state, TIPPED))
    session.undo()
    session.change(choose_pain(session.state, FLANK))
    assert session.next_redo is None


def test_going_back_can_be_undone_too() -> None:
    session = after(lambda state: choose_pattern(state, TIPPED))
    session.go_back()
    session.undo()
    assert session.state.patterns == (TIPPED,)


def test_a_long_session_stays_bounded() -> None:
    session = Session()
    for number in range(3 * DEEPEST):
        session.change(choose_pattern(session.state, TIPPED) if number % 2 == 0 else drop_pattern(session.state, "tipped"))
    assert len(session.visited) == DEEPEST
    for _ in range(DEEPEST):
        session.undo()
    assert session.next_undo is None


def test_one_goes_back_many_steps_at_once_and_forward_again() -> None:
    session = after(lambda state: choose_pattern(state, TIPPED), lambda state: choose_pain(state, FLANK),
                    lambda state: choose_muscle(state, PSOAS))
    heard: list[State] = []
    session.subscribe(lambda _, state: heard.append(state))
    session.go_back(2)
    assert session.state.pain == () and len(heard) == 1
    session.go_forward()
    session.go_forward()
    assert session.state.muscle == PSOAS


@settings(max_examples=60)
@given(st.lists(st.sampled_from((
    lambda state: choose_pattern(state, TIPPED), lambda state: drop_pattern(state, "tipped"), lambda state: choose_pain(state, FLANK),
    lambda state: choose_muscle(state, PSOAS), lambda state: hide(state, (PSOAS,)), lambda state: replace(state, note=f"{state.note}x"),
    lambda state: answer(state, Answer("thomas", "negative")))), max_size=12))
def test_all_undone_is_the_beginning_and_all_redone_the_end(changes: list[object]) -> None:
    session = after(*changes)
    end = work_of(session.state)
    while session.next_undo:
        session.undo()
    assert work_of(session.state) == work_of(State())
    while session.next_redo:
        session.redo()
    assert work_of(session.state) == end
