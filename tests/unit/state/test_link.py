"""A link reproduces the state, without the note; a wrong one is refused with its wrong part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.reference import Ref
from app.state.link import LinkError, from_link, is_link, link_of
from app.state.state import Felt, State, Stroke
from tests.unit.state.any_state import ATLAS, any_state


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(any_state())
def test_a_link_reproduces_the_state_without_the_note(state: State) -> None:
    link = link_of(state)
    assert link.isascii() and " " not in link
    assert from_link(link, ATLAS).state == replace(state, note="")


def test_a_link_is_readable_and_says_only_what_differs() -> None:
    low = Ref("low_back", "right")
    state = State(patterns=(Ref("high", "right"),), pain=(low,), felt=(Felt(low, 6.0, "ache"),), views=("front",), note="private")
    assert link_of(state) == "plumbline:?pattern=high:right&pain=low_back:right=6,ache&view=front"
    assert link_of(State()) == "plumbline:?"


def test_strokes_are_told_shortly() -> None:
    state = State(painted=(Stroke("front", ((10.0, 900.5), (10.4, 899.0)), 12.0, "ache", 6.0),))
    assert link_of(state) == "plumbline:?paint=front,12,ache,6:100,9005,4,-15"


@settings(max_examples=200)
@given(st.text(max_size=60) | st.lists(st.sampled_from(("pattern", "pain", "paint", "show", "with", "fade", "told", "=", ":", ",", "&", "1", "front",
                                                       "%", "%00", "low_back", "nan", "e999")), max_size=12).map("".join))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        from_link(f"plumbline:?{text}", ATLAS)
    except LinkError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(("link", "said"), [
    ("http://example.org", "is no link of Plumbline"),
    ("plumbline:?colour=red", "'colour=red' is no part of a link"),
    ("plumbline:?pain=low_back:up", "'up' is not a side"),
    ("plumbline:?pain=low_back=12", "from 0 to 10"),
    ("plumbline:?pain=low_back=nan", "from 0 to 10"),
    ("plumbline:?fade=a", "'fade' must be a number"),
    ("plumbline:?alone=maybe", "yes or no"),
    ("plumbline:?with=psoas", "stands behind 'show'"),
    ("plumbline:?paint=front,12,ache,6:1,2,3", "half a point"),
    ("plumbline:?paint=front,12,ache,6,x:1,2", "cannot be read"),
    ("plumbline:?pattern=gone", "leads nowhere. No pattern has the id 'gone'"),
    ("plumbline:?pattern=tipped&" + "hide=psoas&" * 10_000, "longer than"),
])
def test_a_wrong_link_is_refused_with_its_wrong_part(link: str, said: str) -> None:
    with pytest.raises(LinkError, match=said):
        from_link(link, ATLAS)


def test_what_is_gone_from_the_content_is_named_and_the_rest_opened() -> None:
    read = from_link("plumbline:?pattern=gone&pattern=tipped", ATLAS)
    assert read.state.patterns == (Ref("tipped"),)
    assert "'gone'" in read.missing[0]


def test_too_much_paint_for_a_link_is_told() -> None:
    stroke = Stroke("front", tuple((float(n), float(n * n % 997)) for n in range(3000)), 10.0)
    with pytest.raises(LinkError, match="session file"):
        link_of(State(painted=(stroke,) * 5))


@pytest.mark.parametrize(("text", "wants"), [(" plumbline:?", True), ("Plumbline:?view=front", True), ("plumb", False), ("", False)])
def test_a_link_is_told_by_its_beginning(text: str, wants: bool) -> None:
    assert is_link(text) is wants
