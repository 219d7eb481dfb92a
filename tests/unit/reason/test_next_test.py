"""The next best test: it tells the leaders apart, is not asked twice, and says what each answer would do."""

from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.reference import Ref
from app.reason.effects import Effect
from app.reason.next_test import false_yes, next_test, ordinal
from app.reason.ranking import ranked_causes
from app.state.state import Answer, State
from tests.unit.reason.thinking import thinking_atlas

ATLAS = thinking_atlas()
LEG = State(pain=(Ref("buttock", "right"), Ref("thigh", "right")))


def test_nothing_ranked_nothing_asked() -> None:
    assert next_test(ATLAS, State()) is None


def test_it_concerns_some_of_the_leaders_and_not_all() -> None:
    asked = next_test(ATLAS, LEG)
    assert asked is not None
    assert asked.bits > 0
    assert asked.kind == ("test" if asked.id in ATLAS.tests else "finding")
    assert asked.why.startswith("It sets ")
    assert asked.why.endswith(" apart from the other leading causes.")
    assert asked.why.count(",") <= 2


def test_what_was_answered_is_not_asked_again() -> None:
    state, asked = LEG, []
    while (best := next_test(ATLAS, state)) is not None:
        asked.append(best.id)
        state = State(pain=LEG.pain, answers=(*state.answers, Answer(best.id, "negative")))
    assert len(asked) == len(set(asked)) > 3


@pytest.mark.parametrize("result", ["positive", "negative"])
def test_it_says_truly_what_an_answer_would_do(result: str) -> None:
    best = next_test(ATLAS, LEG)
    assert best is not None
    before = ranked_causes(ATLAS, LEG)
    after = ranked_causes(ATLAS, State(pain=LEG.pain, answers=(Answer(best.id, result),)))  # type: ignore[arg-type]
    told = best.if_positive if result == "positive" else best.if_negative
    leader = after[0].name[:1].lower() + after[0].name[1:].partition(" (")[0]
    assert leader in told or before[0].id == after[0].id
    if before[0].id != after[0].id:
        assert f"would lift {leader}" in told.replace(" the ", " ")


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_the_share_of_false_yeses_follows_from_the_ratios(sensitivity: float, specificity: float) -> None:
    if abs(sensitivity + specificity - 1.0) < 0.05:
        return
    yes, no = sensitivity / (1 - specificity), (1 - sensitivity) / specificity

    effect = Effect("test", log(yes), log(no), "book")
    assert false_yes(effect) == pytest.approx(1 - specificity)
    assert false_yes(effect) * exp(effect.positive) == pytest.approx(sensitivity)


def test_ordinals() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 21, 102, 113)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "102nd", "113th"]
