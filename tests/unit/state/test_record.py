"""A state becomes plain values and comes back; what is damaged is refused, what is unknown is named."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.card.page import hint, page
from app.model.reference import Ref
from app.state.checked import RecordError
from app.state.record import record_of, state_of
from app.state.state import State, Subject
from tests.unit.state.any_state import ATLAS, any_state

JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(("id", "area", "kind", "ref", "view", "points", "x")), inner, max_size=3), max_leaves=6)


def test_a_record_has_every_field() -> None:
    assert set(record_of(State())) == {one.name for one in fields(State)}


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(any_state())
def test_a_state_comes_back_as_it_was(state: State) -> None:
    read = state_of(json.loads(json.dumps(record_of(state))), ATLAS)
    assert (read.state, read.missing) == (state, ())


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(any_state())
def test_no_restored_state_makes_a_page_fail(state: State) -> None:
    assert page(ATLAS, state).title
    hint(ATLAS, state)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(sorted(record_of(State()))), JSON, max_size=3))
def test_wrong_types_everywhere_are_refused_or_read(record: dict[str, Any]) -> None:
    try:
        found = state_of(record, ATLAS)
    except RecordError as error:
        assert "\n" not in str(error) and len(str(error)) < 300
    else:
        page(ATLAS, found.state)


@pytest.mark.parametrize(("record", "said"), [
    ({"patterns": "tipped"}, "'patterns' must be a list"),
    ({"pain": ["low_back:up"]}, "'up' is not a side"),
    ({"fade": float("nan")}, "'fade' must be a number from 0 to 1"),
    ({"fade": 10**400}, "a huge number"),
    ({"fade": True}, "'fade' must be a number"),
    ({"alone": 1}, "'alone' must be true or false"),
    ({"depth": "skin"}, "'depth' must be one of superficial"),
    ({"step": 1.5}, "'step' must be a whole number"),
    ({"note": "\ud800"}, "cannot be read"),
    ({"note": "a" * 200_000}, "longer than"),
    ({"hidden": ["psoas"] * 5000}, "holds more than"),
    ({"painted": [{"view": "front", "radius": 5, "points": "1,2 3"}]}, "a point that is none"),
    ({"painted": [{"view": "front", "radius": 5, "points": "1,inf"}]}, "a point that is none"),
    ({"subject": {"kind": "horse", "ref": "x"}}, "'subject: kind' must be one of"),
    ({"answers": [{"id": "fever", "result": "perhaps"}]}, "'answers: result'"),
])
def test_what_is_damaged_is_refused_by_name(record: dict[str, Any], said: str) -> None:
    with pytest.raises(RecordError, match=said):
        state_of(record, ATLAS)


def test_what_the_content_no_longer_has_is_left_out_and_named() -> None:
    read = state_of({"patterns": ["gone:right", "high:left"], "subject": {"kind": "muscle", "ref": "lost"}, "answers": [
        {"id": "old_test", "result": "positive"}], "colour": 3}, ATLAS)
    assert read.state == State(patterns=(Ref("high", "left"),))
    assert [name for name in ("gone", "lost", "old_test", "colour") if any(name in line for line in read.missing)] == [
        "gone", "lost", "old_test", "colour"]


def test_parts_that_do_not_go_together_are_set_right() -> None:
    read = state_of({"muscle": "psoas:right", "hidden": ["psoas"], "step": 9, "subject": {"kind": "cause", "ref": "psoas_chain"},
                     "cause": "red_flag_infection", "also": ["psoas:right"], "fade": 0.5}, ATLAS).state
    assert (read.hidden, read.step, read.cause, read.also, read.fade) == (frozenset({Ref("psoas", "left")}), None, None, (), 0.0)
    assert read.subject == Subject("cause", Ref("psoas_chain"))
