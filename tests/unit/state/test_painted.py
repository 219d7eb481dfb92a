"""Pain follows the paint: what is chosen, what stays, what goes."""

from __future__ import annotations

from random import Random

from app.model.reference import Ref
from app.state.choose import drop_pain, toggle_pain
from app.state.painted import Coverage, Covered, feel, felt_at, from_paint, with_paint
from app.state.state import Felt, State, Stroke, Subject

RIGHT, LEFT, HEAD = Ref("low_back", "right"), Ref("low_back", "left"), Ref("vertex")
ONE, TWO = Stroke("back", ((0.0, 0.0),), 9.0), Stroke("back", ((50.0, 0.0),), 9.0)


def covering(*found: Covered) -> Coverage:
    return {one.area: one for one in found}


def test_an_area_is_chosen_from_a_good_share_on_or_by_a_dab_in_it() -> None:
    after = covering(Covered(RIGHT, 0.3, 6.0, "ache"), Covered(LEFT, 0.05), Covered(HEAD, 0.01, 2.0, None, (0,)))
    state = with_paint(State(), (ONE,), {}, after)
    assert set(state.pain) == {RIGHT, HEAD}
    assert felt_at(state, RIGHT) == Felt(RIGHT, 6.0, "ache", 0.3)
    assert state.painted == (ONE,)
    assert state.subject == Subject("area", RIGHT)


def test_areas_that_came_from_paint_go_with_it_and_clicked_ones_stay() -> None:
    clicked = toggle_pain(State(), LEFT, True)
    covered = covering(Covered(RIGHT, 0.5), Covered(LEFT, 0.4, 3.0, "burning"))
    painted = with_paint(clicked, (ONE,), {}, covered)
    assert not from_paint(painted, LEFT)
    assert felt_at(painted, LEFT) == Felt(LEFT, 3.0, "burning", 1.0)
    bare = with_paint(painted, (), covered, {})
    assert bare.pain == (LEFT,)
    assert bare.painted == ()


def test_a_wholly_painted_area_still_counts_as_painted() -> None:
    covered = covering(Covered(RIGHT, 1.0))
    painted = with_paint(State(), (ONE,), {}, covered)
    assert from_paint(painted, RIGHT)
    assert with_paint(painted, (), covered, {}) == State()


def test_of_an_area_chosen_on_both_sides_the_other_side_stays() -> None:
    covered = covering(Covered(RIGHT, 0.5))
    both = toggle_pain(with_paint(State(), (ONE,), {}, covered), LEFT, True)
    assert both.pain == (Ref("low_back", "both"),)
    assert with_paint(both, (), covered, {}).pain == (LEFT,)


def test_what_was_taken_back_comes_again_only_with_more_paint() -> None:
    before = covering(Covered(RIGHT, 0.5))
    dropped = drop_pain(with_paint(State(), (ONE,), {}, before), RIGHT)
    assert dropped.felt == ()
    other = with_paint(dropped, (ONE, TWO), before, before | covering(Covered(HEAD, 0.5)))
    assert other.pain == (HEAD,)
    assert with_paint(dropped, (ONE, TWO), before, covering(Covered(RIGHT, 0.6))).pain == (RIGHT,)


def test_what_the_page_was_told_stays_until_the_area_is_painted_again() -> None:
    before = covering(Covered(RIGHT, 0.5, 4.0, "ache"))
    told = feel(with_paint(State(), (ONE,), {}, before), RIGHT, Felt(RIGHT, 9.0, "burning", 0.5))
    elsewhere = with_paint(told, (ONE, TWO), before, before | covering(Covered(HEAD, 0.5)))
    assert felt_at(elsewhere, RIGHT).intensity == 9.0
    again = with_paint(told, (ONE, TWO), before, covering(Covered(RIGHT, 0.7, 5.0, "numbness")))
    assert felt_at(again, RIGHT) == Felt(RIGHT, 5.0, "numbness", 0.7)


def test_saying_how_an_area_feels_says_it_of_its_strokes_too() -> None:
    state = feel(State(pain=(RIGHT,), painted=(ONE, TWO)), RIGHT, Felt(RIGHT, 3.0, "ache"), frozenset({1}))
    assert [stroke.quality for stroke in state.painted] == [None, "ache"]


def test_whatever_is_painted_and_erased_clicks_stay_and_paint_leaves_nothing_behind() -> None:
    areas = [Ref(name, side) for name in "abc" for side in ("right", "left")]
    for seed in range(60):
        dice = Random(seed)
        clicked = toggle_pain(State(), dice.choice(areas), True)
        state, before = clicked, covering()
        for turn in range(8):
            after = covering(*(Covered(ref, dice.random()) for ref in dice.sample(areas, dice.randint(0, 6))))
            state, before = with_paint(state, (ONE,) * (turn + 1), before, after), after
            assert all(0.0 < felt.share <= 1.0 for felt in state.felt)
            assert set(clicked.pain) <= set(state.pain)
        assert with_paint(state, (), before, {}).pain == clicked.pain
