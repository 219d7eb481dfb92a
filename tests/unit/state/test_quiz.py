"""Names that are hidden and told one by one."""

from __future__ import annotations

from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pattern, clear
from app.state.quiz import asks_for_muscle, hide_names, show_names, tell
from app.state.session import Session
from app.state.sheet import label, name_in, peel, show_views
from app.state.state import State

POSTURE = choose_pattern(State(), Ref("lower_crossed_syndrome"))


def test_hiding_labels_what_is_chosen_or_else_the_layer() -> None:
    assert hide_names(State()).labels == "layer"
    assert hide_names(POSTURE).labels == "chosen"
    assert hide_names(label(POSTURE, "layer")).labels == "layer", "what is labelled stays so"
    assert hide_names(label(State(), "chosen")).labels == "layer", "nothing is chosen that could be named"
    assert hide_names(State()).revealed == 0
    assert show_names(hide_names(State())).revealed is None


def test_names_are_told_one_by_one_between_none_and_all() -> None:
    state = hide_names(State())
    assert tell(state, -1, 3).revealed == 0
    for told in (1, 2, 3, 3):
        state = tell(state, 1, 3)
        assert state.revealed == told
    assert tell(state, -1, 3).revealed == 2
    assert tell(State(), 1, 3).revealed is None


def test_other_names_are_all_hidden_again() -> None:
    for other in (lambda state: peel(state, "deep"), lambda state: show_views(state, ("right",)),
                  lambda state: choose_pattern(state, Ref("flat_back"))):
        session = Session(tell(hide_names(POSTURE), 2, 9))
        session.change(other(session.state))
        assert session.state.revealed == 0
    session = Session(tell(hide_names(POSTURE), 2, 9))
    session.change(name_in(session.state, "latin"))
    assert session.state.revealed == 2, "the same names in another language"


def test_a_click_on_a_muscle_changes_no_question_about_others() -> None:
    session = Session(tell(hide_names(POSTURE), 2, 9))
    session.change(choose_muscle(session.state, Ref("piriformis", "right")))
    assert session.state.revealed == 2
    assert not asks_for_muscle(session.state)
    assert asks_for_muscle(hide_names(choose_muscle(State(), Ref("piriformis", "right"))))


def test_going_back_does_not_tell_names() -> None:
    session = Session(hide_names(POSTURE))
    session.change(choose_pattern(session.state, Ref("flat_back")))
    session.change(tell(session.state, 4, 9))
    session.go_back()
    assert session.state.revealed == 0


def test_who_begins_anew_has_no_names_hidden() -> None:
    assert clear(State(revealed=3)).revealed is None
