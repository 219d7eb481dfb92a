"""The hand-out as a model: what it is about, its order, its limits, its sources, and words that a patient can read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.card.handout import handout
from app.card.handout_do import MOST
from app.card.handout_short import FEW, first_sentence
from app.card.leaflet import OPTIONAL, USUALLY_LEFT_OUT, Handout, Part, all_told
from app.content.cache import content
from app.model.basic import UNVERIFIED
from app.model.practice import Remedy
from app.model.problem import UserError
from app.model.reference import Ref
from app.state.choose import (
    answer,
    choose_cause,
    choose_muscle,
    choose_pain,
    choose_pattern,
    explain,
)
from app.state.note import LONGEST, write_note
from app.state.posture import set_extent, set_joint
from app.state.state import Answer, Felt, State
from tests.test_plain_voice import FEAR, FEWEST_WORDS, PROMISES, READING_AGE, reading_age, sentence

ATLAS = content().atlas
CAUSES = [key for key, one in ATLAS.causes.items() if one.kind != "red flag"]


def sided(key: str, paired: bool) -> Ref:
    return Ref(key, "right") if paired else Ref(key)


def of_pattern(key: str) -> State:
    return choose_pattern(State(), sided(key, ATLAS.patterns[key].paired))


def of_cause(key: str) -> State:
    return choose_cause(State(), sided(key, ATLAS.causes[key].side == "paired"))


WHOLE = [*(of_pattern(key) for key in ATLAS.patterns), *(of_cause(key) for key in CAUSES)]
CHAIN = "Iliopsoas chain, right"
IN_PAIN = choose_pain(State(), Ref("lateral_hip", "right"))


def title(state: State) -> str:
    return handout(ATLAS, state).title


def words(part: Part) -> str:
    said = [sentence(text) for one in all_told(part) for text in (one.lead, one.text) if text]
    return " ".join((*said, *(sentence(step) for one in part.exercises for step in one.steps)))


def steps(made: Handout) -> list[str]:
    part = made.part("do")
    assert part
    return [one.told.text for one in part.exercises]


def test_nothing_chosen_is_told_plainly() -> None:
    with pytest.raises(UserError, match="choose a pattern"):
        handout(ATLAS, State())


def test_what_is_explained_without_being_chosen_can_be_handed_out() -> None:
    assert title(explain(State(), "cause", Ref("iliopsoas_chain"))) == "Iliopsoas chain"
    with pytest.raises(UserError):
        handout(ATLAS, explain(State(), "term", Ref("psoas")))


def test_a_muscle_is_told_only_while_nothing_else_is_chosen() -> None:
    assert title(choose_muscle(State(), Ref("piriformis", "right"))) == "Right piriformis"
    assert title(choose_muscle(of_pattern("flat_back"), Ref("piriformis"))) == "Flat back"


def test_the_chain_keeps_its_order_with_the_hamstrings_last() -> None:
    told = steps(handout(ATLAS, of_cause("iliopsoas_chain")))
    assert "hip flexor" in told[0]
    assert "hamstrings" in told[-1] and not any("hamstring" in one for one in told[:-1])


@pytest.mark.parametrize("state", WHOLE, ids=title)
def test_the_steps_stand_in_the_order_of_the_content_each_once(state: State) -> None:
    order = ATLAS.patterns[state.patterns[0].id].balance if state.patterns else ATLAS.causes[state.cause.id].relief  # type: ignore[union-attr]
    given = [step.plain or step.text for step in order]
    for without, most in (((), MOST[0]), (USUALLY_LEFT_OUT, FEW if title(state) != CHAIN else MOST[0])):
        made = handout(ATLAS, state, without)  # type: ignore[arg-type]
        told = steps(made)
        assert told == [one for step in given if (one := step if not without else first_sentence(step)) in told]
        assert 0 < len(told) <= most
        names = [one.name for one in made.part("do").exercises if one.name]  # type: ignore[union-attr]
        assert len(names) == len(set(names))


def test_in_short_the_most_wanted_stay_and_each_is_told_in_a_few_words() -> None:
    made: Handout | None = handout(ATLAS, of_pattern("forward_tipped_pelvis"))
    kinds = []
    while made:
        kinds.append([one.kind for one in made.part("do").exercises])  # type: ignore[union-attr]
        assert all(len(one.steps) <= 1 for one in made.part("do").exercises)  # type: ignore[union-attr]
        made = made.shorter()
    assert kinds[0] == ["release", "stretch", "strengthen", "strengthen", "stretch"]
    assert kinds[-1] == ["release", "strengthen"]
    assert handout(ATLAS, of_cause("iliopsoas_chain")).shorter() is None


@pytest.mark.parametrize("remedy", [one for one in ATLAS.remedies.values() if one.home], ids=lambda one: one.name)
def test_every_exercise_can_be_told_in_short(remedy: Remedy) -> None:
    assert len((remedy.brief or " ".join(remedy.how)).split()) <= 48


def test_the_sources_are_listed_for_whoever_wants_them() -> None:
    made = handout(ATLAS, of_pattern("high_hip"))
    assert not made.numbers and any(one.startswith("Source E:") for one in made.sources)
    listed = handout(ATLAS, of_pattern("high_hip"), ("in_full",))
    assert list(listed.numbers.values()) == list(range(1, len(listed.sources) + 1))


@pytest.mark.parametrize("state", WHOLE, ids=title)
def test_a_child_of_thirteen_can_read_all_of_it(state: State) -> None:
    made = handout(ATLAS, state)
    texts = {part.id: words(part) for part in made.parts}
    measured = {name: text for name, text in texts.items() if len(text.split()) >= FEWEST_WORDS}
    measured["all"] = " ".join(texts.values())
    assert not {name: reading_age(text) for name, text in measured.items() if reading_age(text) > READING_AGE}


@pytest.mark.parametrize("state", [*WHOLE, IN_PAIN], ids=title)
def test_it_neither_frightens_nor_promises(state: State) -> None:
    said = " ".join(words(part) for part in handout(ATLAS, state).parts).lower().replace("promises no cure", "")
    assert not [word for word in FEAR + PROMISES if word in said]


@pytest.mark.parametrize("state", [*WHOLE, IN_PAIN, choose_muscle(State(), Ref("piriformis"))], ids=title)
def test_every_claim_has_its_source_in_the_list_or_says_that_it_has_none(state: State) -> None:
    made = handout(ATLAS, state, ())
    for part in made.parts:
        for one in (*part.told, *(likely.told for likely in part.likely), *(exercise.told for exercise in part.exercises)):
            if part.id not in ("limits", "picture") and "if you feel numb" not in one.text:
                assert any(source in made.numbers or source == UNVERIFIED for source in one.sources) or part.id == "do", one
    assert UNVERIFIED not in made.numbers
    assert list(made.numbers.values()) == list(range(1, len(made.sources) + 1))


def test_what_nobody_checked_is_marked() -> None:
    part = handout(ATLAS, of_cause("iliopsoas_chain")).part("do")
    assert part
    marked = {one.name: one.unchecked for one in part.exercises}
    assert marked["Psoas pressure release"] == "in part"
    remedies = {one.name: one for one in ATLAS.remedies.values()}
    assert all((marked[name] == "no") <= (UNVERIFIED not in remedies[name].sources) for name in marked if name)


@pytest.mark.parametrize("without", [(), OPTIONAL])
def test_red_flags_are_always_there_in_a_frame(without: tuple[str, ...]) -> None:
    made = handout(ATLAS, of_pattern("flat_back"), without)  # type: ignore[arg-type]
    part = made.part("red_flags")
    assert part and part.framed and part.points
    assert {one.id for one in made.parts} >= {"red_flags", "limits"}
    assert made.offered and not {one.id for one in made.parts} & {*without}


def test_a_raised_red_flag_comes_first_and_puts_the_exercises_off() -> None:
    made = handout(ATLAS, answer(choose_pain(State(), Ref("low_back", "right")), Answer("saddle_numbness", "positive")))
    assert made.parts[0].id == "red_flags"
    assert "emergency department" in words(made.parts[0])
    part = made.part("do")
    assert part and not part.exercises and not made.part("causes")


def test_a_red_flag_that_is_read_about_says_what_to_do() -> None:
    made = handout(ATLAS, of_cause("red_flag_cauda_equina"))
    assert "emergency department" in words(made.part("red_flags"))  # type: ignore[arg-type]


def test_a_pain_tells_three_causes_and_how_well_each_fits() -> None:
    state = replace(IN_PAIN, felt=(Felt(Ref("lateral_hip", "right"), 6.0, "ache"),))
    made = handout(ATLAS, state)
    causes = made.part("causes")
    assert causes and len(causes.likely) == 3
    assert {one.fits for one in causes.likely} <= {"fits well", "fits", "fits in part", "little speaks for it"}
    assert "6 out of 10, aching" in words(made.part("what"))  # type: ignore[arg-type]
    assert "not how likely" in words(causes)


def test_pain_at_many_places_is_told_in_short() -> None:
    state = State()
    for area in ("buttock", "low_back", "sacroiliac", "iliac_crest"):
        state = choose_pain(state, Ref(area, "right"))
    made = handout(ATLAS, replace(state, felt=tuple(Felt(ref, 7.0, "burning") for ref in state.pain)))
    assert made.title == "Pain: right buttock, right low back and 2 more places"
    assert words(made.part("what")).count("7 out of 10, burning") == 1  # type: ignore[arg-type]


def test_a_pain_in_the_neck_gets_no_exercise_for_the_buttock() -> None:
    said = words(handout(ATLAS, choose_pain(State(), Ref("neck_back"))).part("do"))  # type: ignore[arg-type]
    assert "buttock" not in said and "neck" in said


def test_several_things_are_told_together_within_limits() -> None:
    state = choose_pattern(of_pattern("high_hip"), Ref("backward_tipped_pelvis"))
    made = handout(ATLAS, state)
    assert made.title == "High hip, right · Backward tipped pelvis"
    assert len(steps(made)) <= MOST[1]
    part = made.part("do")
    assert part and any("does not agree" in one.text for one in part.told)
    barred = {"gluteus_maximus", "gluteus_medius", "gluteus_minimus", "biceps_femoris", "semitendinosus", "semimembranosus", "psoas_major"}
    remedies = {one.name: one for one in ATLAS.remedies.values()}
    assert not [one.name for one in part.exercises
                if one.name and remedies[one.name].muscles and {*remedies[one.name].muscles} <= barred]


def test_the_note_stands_line_by_line_and_is_not_endless() -> None:
    made = handout(ATLAS, write_note(of_pattern("flat_back"), "One.\n\nTwo."))
    assert [one.text for one in made.part("note").told] == ["One.", "Two."]  # type: ignore[union-attr]
    assert handout(ATLAS, write_note(of_pattern("flat_back"), "  ")).part("note") is None
    assert len(write_note(State(), "x" * (LONGEST + 9)).note) == LONGEST


@pytest.mark.parametrize("state", WHOLE, ids=title)
def test_the_title_has_no_brackets(state: State) -> None:
    assert not re.search(r"[()]", title(state))


@pytest.mark.parametrize(("state", "told"), [
    (set_joint(of_pattern("flat_back"), "pelvic_tilt", 15), "Your therapist set the posture in the picture by hand: the pelvis tips forward by 15°."),
    (set_joint(of_pattern("flat_back"), "hip_flexion_left", -5),
     "Your therapist set the posture in the picture by hand: the left hip straightens further by 5°."),
    (set_joint(of_pattern("flat_back"), "pelvic_tilt", 0), "Your therapist set the posture in the picture by hand."),
    (set_extent(of_pattern("flat_back"), 120), "The picture shows this posture more strongly than it is usually drawn: 120\u00a0% of it."),
    (set_extent(of_pattern("flat_back"), 50), "The picture shows this posture less strongly than it is usually drawn: 50\u00a0% of it.")])
def test_a_posture_that_was_changed_is_told_in_one_plain_sentence(state: State, told: str) -> None:
    what = handout(ATLAS, state).part("what")
    assert what
    assert told in [one.text for one in what.told]
    assert reading_age(told) <= READING_AGE
    bare = handout(ATLAS, state, (*USUALLY_LEFT_OUT, "picture")).part("what")
    assert bare and told not in [one.text for one in bare.told], "there is no picture"


def test_of_many_joints_two_are_named() -> None:
    state = set_joint(set_joint(set_joint(of_pattern("flat_back"), "pelvic_tilt", 5), "head_forward", 20), "knee_flexion_right", 5)
    what = handout(ATLAS, state).part("what")
    assert what
    assert what.told[-1].text.endswith("the pelvis tips forward by 5°, the head moves forward by 20 mm and 1 more joint.")


def test_an_unchanged_posture_is_not_spoken_of() -> None:
    what = handout(ATLAS, of_pattern("flat_back")).part("what")
    assert what
    assert not any("in the picture" in one.text for one in what.told)
