"""What to do next follows from what is explained."""

from __future__ import annotations

from app.card.next_step import next_step
from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pain, choose_pattern, explain
from app.state.state import State
from tests.unit.small import small_atlas

ATLAS = small_atlas()


def targets(state: State) -> list[str]:
    return [span.target for span in next_step(ATLAS, state) if span.target]


def test_nothing_chosen_has_no_next_step() -> None:
    assert next_step(ATLAS, State()) == ()


def test_pain_leads_to_the_muscle_that_mostly_refers_there() -> None:
    assert targets(choose_pain(State(), Ref("low_back", "left"))) == ["muscle/psoas:left"]


def test_a_muscle_leads_to_a_test_or_a_pattern() -> None:
    assert targets(choose_muscle(State(), Ref("psoas")))[0].split("/")[0] in ("test", "pattern")


def test_a_source_leads_back_to_what_was_chosen() -> None:
    pattern = next(iter(ATLAS.patterns))
    state = explain(choose_pattern(State(), Ref(pattern)), "source", Ref("source_e"))
    assert targets(state) == [f"pattern/{pattern}"]


def test_a_source_leads_back_to_where_it_hurts() -> None:
    state = explain(choose_pain(State(), Ref("sacrum")), "source", Ref("book"))
    assert targets(state) == ["area/sacrum"]
