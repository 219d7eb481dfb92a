"""How the body is looked at: layers that fade, muscles that are hidden or shown alone, labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.model.reference import Ref
from app.state.choose import bring_back, choose_muscle, choose_pattern, clear, hide
from app.state.session import Session
from app.state.sheet import BARE, bared, label, lay_bare, name_in, outer, peel, show_alone, stronger
from app.state.state import DEPTHS, Depth, State

RIGHT, LEFT = Ref("psoas", "right"), Ref("psoas", "left")


@given(some.floats(0, BARE))
def test_as_many_layers_are_bared_as_were_asked_for(layers: float) -> None:
    state = lay_bare(State(), layers)
    assert bared(state) == pytest.approx(layers, abs=1e-4)
    assert 0.0 <= state.fade < 1.0


@pytest.mark.parametrize(("layers", "depth", "fade"), [
    (-1.0, "superficial", 0.0), (0.0, "superficial", 0.0), (0.25, "intermediate", 0.75), (2.0, "deep", 0.0), (9.0, "bone", 0.0)])
def test_parts_of_a_layer_fade(layers: float, depth: Depth, fade: float) -> None:
    state = lay_bare(State(), layers)
    assert (state.depth, state.fade) == (depth, fade)


@pytest.mark.parametrize(("fade", "depth"), [(0.0, "deep"), (0.5, "deep"), (0.6, "intermediate")])
def test_the_stronger_layer_is_the_one_that_is_seen(fade: float, depth: Depth) -> None:
    assert stronger("deep", fade) == depth


def test_the_outermost_layer_has_none_outside_it() -> None:
    assert [outer(depth) for depth in DEPTHS] == ["superficial", *DEPTHS[:-1]]


def test_peeling_ends_a_fade() -> None:
    assert peel(State(depth="deep", fade=0.4), "bone") == State(depth="bone")


def test_a_hidden_muscle_is_no_longer_selected() -> None:
    state = hide(choose_muscle(choose_pattern(State(), Ref("tipped")), RIGHT), (RIGHT,))
    assert state.muscle is None
    assert state.subject and state.subject.kind == "pattern"
    assert state.hidden == {RIGHT}


def test_hiding_one_muscle_leaves_another_selected() -> None:
    assert hide(choose_muscle(State(), Ref("gluteus")), (RIGHT,)).muscle == Ref("gluteus")


@pytest.mark.parametrize(("chosen", "left"), [(RIGHT, {LEFT}), (Ref("psoas"), set()), (Ref("psoas", "both"), set()),
                                              (Ref("soleus"), {RIGHT, LEFT})])
def test_a_muscle_that_is_selected_is_there_again(chosen: Ref, left: set[Ref]) -> None:
    assert choose_muscle(hide(State(), (RIGHT, LEFT)), chosen).hidden == left


def test_all_is_brought_back() -> None:
    state = show_alone(hide(State(depth="deep"), (RIGHT, LEFT)), True)
    assert bring_back(state) == State(depth="deep")


def test_clearing_keeps_how_one_looks_but_hides_nothing() -> None:
    looked_at = State(depth="deep", fade=0.5, views=("left",), labels="layer", names="both")
    state = show_alone(hide(choose_pattern(looked_at, Ref("tipped")), (RIGHT,)), True)
    assert clear(state) == looked_at


def test_labels_and_their_language() -> None:
    assert name_in(label(State(), "layer"), "latin") == State(labels="layer", names="latin")


def test_how_one_looks_is_no_step_of_the_history() -> None:
    session = Session()
    session.change(choose_muscle(session.state, RIGHT))
    session.change(hide(session.state, (LEFT,)))
    session.change(label(lay_bare(session.state, 1.5), "chosen"))
    session.go_back()
    assert session.state == State(depth="deep", fade=0.5, hidden=frozenset((LEFT,)), labels="chosen")


def test_what_is_selected_anew_by_going_back_is_not_hidden() -> None:
    session = Session()
    session.change(choose_muscle(session.state, RIGHT))
    session.change(hide(session.state, (RIGHT, LEFT)))
    session.go_back()
    assert session.state.muscle == RIGHT
    assert session.state.hidden == {LEFT}
