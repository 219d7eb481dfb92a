"""What to do next follows from what is explained."""

from __future__ import annotations

from dataclasses import replace

from app.card.check import checks_of
from app.card.next_step import next_step
from app.model.reference import Ref
from app.state.choose import choose_cause, choose_muscle, choose_pain, choose_pattern, explain
from app.state.state import Answer, State
from tests.unit.rich import rich_atlas
from tests.unit.small import small_atlas

ATLAS = small_atlas()


def targets(state: State) -> list[str]:
    return [span.target for span in next_step(ATLAS, state) if span.target]


def test_nothing_chosen_has_no_next_step() -> None:
    assert next_step(ATLAS, State()) == ()


def test_pain_leads_to_the_test_that_tells_most() -> None:
    assert targets(choose_pain(State(), Ref("low_back", "left"))) == ["test/thomas"]


def test_pain_without_a_test_leads_to_the_muscle_that_mostly_refers_there() -> None:
    state = choose_pain(State(), Ref("low_back", "left"))
    assert [span.target for span in next_step(replace(ATLAS, tests={}), state) if span.target] == ["muscle/psoas:left"]


def test_a_cause_is_shown_on_the_body_then_checked() -> None:
    ref = Ref("psoas_chain", "left")
    asked = [[span.target for span in next_step(rich_atlas(), state) if span.target]
             for state in (explain(State(), "cause", ref), choose_cause(State(), ref), explain(choose_cause(State(), ref), "grade", Ref("B")))]
    assert asked == [["show/cause/psoas_chain:left"], ["test/thomas"], ["cause/psoas_chain:left"]]


def test_a_muscle_leads_to_a_test_or_a_pattern() -> None:
    assert targets(choose_muscle(State(), Ref("psoas")))[0].split("/")[0] in ("test", "pattern")


def test_a_source_leads_back_to_what_was_chosen() -> None:
    pattern = next(iter(ATLAS.patterns))
    state = explain(choose_pattern(State(), Ref(pattern)), "source", Ref("source_e"))
    assert targets(state) == [f"pattern/{pattern}"]


def test_a_source_leads_back_to_where_it_hurts() -> None:
    state = explain(choose_pain(State(), Ref("sacrum")), "source", Ref("book"))
    assert targets(state) == ["area/sacrum"]


def test_a_patient_gets_the_test_that_needs_no_clinician() -> None:
    atlas = rich_atlas()
    clinic = replace(atlas.tests["thomas"], by=("clinician",))
    alone = replace(clinic, id="mirror", name="Mirror check", by=("self",), causes=(), suggests=("psoas", "gluteus"))
    tested = replace(atlas, tests={"thomas": clinic, "mirror": alone})
    assert [checks_of(tested, "psoas", voice)[0] for voice in ("plain", "clinical")] == ["mirror", "thomas"]


def test_a_raised_flag_comes_before_every_test() -> None:
    state = replace(choose_pain(State(), Ref("low_back", "left")), answers=(Answer("chest_pressure", "positive"),))
    told = next_step(rich_atlas(), state)
    assert told[0].text == "First: get help now. "
    assert told[1].target == "cause/red_flag_heart"


def test_a_test_that_was_done_is_not_proposed_again() -> None:
    state = replace(choose_cause(State(), Ref("psoas_chain", "left")), answers=(Answer("thomas", "positive"),))
    assert "test/thomas" not in [span.target for span in next_step(rich_atlas(), state)]


def test_what_was_looked_up_leads_to_a_cause_that_it_has_a_part_in() -> None:
    cause = next(one for one in rich_atlas().causes.values() if one.tests)
    told = next_step(rich_atlas(), explain(State(), "test", Ref(cause.tests[0])))
    assert told[-1].target == f"cause/{cause.id}"
