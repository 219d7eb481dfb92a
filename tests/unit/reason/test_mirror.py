"""What holds of any question: right and left are mirrors, no order counts, what is taken back leaves no trace."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from app.model.practice import Quality
from app.model.reference import Ref, Side
from app.reason.flags import raised_flags
from app.reason.next_test import next_test
from app.reason.ranking import ranked_causes
from app.state.choose import answer
from app.state.state import Answer, Felt, State
from tests.unit.reason.thinking import thinking_atlas

ATLAS = thinking_atlas()
QUESTIONS = (*ATLAS.tests, *ATLAS.findings, "unknown")
QUALITIES: tuple[Quality, ...] = ("ache", "burning", "pins_and_needles", "numbness", "stabbing")
MIRROR: dict[Side, Side] = {"right": "left", "left": "right", "both": "both", "midline": "midline"}

ANSWERS = some.lists(some.builds(Answer, some.sampled_from(QUESTIONS), some.sampled_from(("positive", "negative")),
                                 some.sampled_from((None, *MIRROR))), max_size=6, unique_by=lambda one: one.id)


@some.composite
def states(draw: some.DrawFn) -> State:
    """Any pain with any feeling, and any answers, those to unknown questions among them."""
    ids = draw(some.lists(some.sampled_from(list(ATLAS.areas)), max_size=6, unique=True))
    sides: some.SearchStrategy[Side] = some.sampled_from(("right", "left", "both"))
    pain = tuple(Ref(one, draw(sides) if ATLAS.areas[one].side == "paired" else None) for one in ids)
    felt = tuple(Felt(ref, draw(some.sampled_from((None, 0.0, 3.3, 10.0))), draw(some.sampled_from((None, *QUALITIES))))
                 for ref in pain if draw(some.booleans()))
    return State(pain=pain, felt=felt, answers=tuple(draw(ANSWERS)))


def mirrored(ref: Ref) -> Ref:
    return replace(ref, side=MIRROR[ref.side] if ref.side else None)


def mirror(state: State) -> State:
    return replace(state, pain=tuple(map(mirrored, state.pain)), felt=tuple(replace(one, area=mirrored(one.area)) for one in state.felt),
                   answers=tuple(replace(one, side=MIRROR[one.side] if one.side else None) for one in state.answers))


@settings(max_examples=60, deadline=None)
@given(states())
def test_right_and_left_are_mirrors(state: State) -> None:
    here = [(one.id, one.side, one.score, one.rank, one.words) for one in ranked_causes(ATLAS, state)]
    there = [(one.id, MIRROR[one.side], one.score, one.rank, one.words) for one in ranked_causes(ATLAS, mirror(state))]
    assert here == there
    asked = [found.id if found else None for found in (next_test(ATLAS, state), next_test(ATLAS, mirror(state)))]
    assert asked[0] == asked[1]


@settings(max_examples=60, deadline=None)
@given(states())
def test_no_order_counts(state: State) -> None:
    shuffled = replace(state, pain=state.pain[::-1], felt=state.felt[::-1], answers=state.answers[::-1])
    assert [(one.id, one.score) for one in ranked_causes(ATLAS, state)] == [(one.id, one.score) for one in ranked_causes(ATLAS, shuffled)]
    assert next_test(ATLAS, state) == next_test(ATLAS, shuffled)


@given(states(), some.sampled_from(QUESTIONS))
def test_an_answer_that_is_taken_back_leaves_no_trace(state: State, question: str) -> None:
    state = replace(state, answers=tuple(one for one in state.answers if one.id != question))
    new = Answer(question, "positive")
    assert answer(answer(state, new), new) == state


@settings(max_examples=60, deadline=None)
@given(states())
def test_red_flags_hide_no_rank(state: State) -> None:
    without = replace(state, answers=tuple(one for one in state.answers if one.id not in ATLAS.findings or
                                           not ATLAS.findings[one.id].red_flags))
    assert {one.id for one in ranked_causes(ATLAS, without)} <= {one.id for one in ranked_causes(ATLAS, state)}
    assert len(raised_flags(ATLAS, without)) <= len(raised_flags(ATLAS, state))
