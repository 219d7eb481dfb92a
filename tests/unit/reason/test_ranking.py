"""Ranking of causes for a pain: each term of the score, and what must hold of any pain and any answers."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.knowledge import Atlas
from app.model.practice import Quality
from app.model.reference import Ref, Side
from app.reason.candidates import index_of
from app.reason.ranking import RankedCause, RankReason, ranked_causes
from app.reason.weights import SILENT_DAMPING, dampened, strength
from app.state.state import Answer, Felt, State
from tests.unit.reason.thinking import thinking_atlas

ATLAS = thinking_atlas()
ROUNDING = 0.021
"""Each reason is rounded to 2 decimals, so that a sum of few may be off by this."""


def pain(*texts: str, **more: object) -> State:
    refs = tuple(Ref(*text.split(":")) for text in texts)  # type: ignore[arg-type]
    return State(pain=refs, **more)  # type: ignore[arg-type]


def ranked(state: State, atlas: Atlas = ATLAS) -> dict[str, RankedCause]:
    return {one.id: one for one in ranked_causes(atlas, state)}


def reason(one: RankedCause, kind: str, about: str = "") -> RankReason:
    [found] = [because for because in one.because if because.kind == kind and because.about == about]
    return found


def test_nothing_known_nothing_ranked() -> None:
    assert ranked_causes(ATLAS, State()) == ()
    assert ranked_causes(ATLAS, State(patterns=(Ref("tipped"),))) == ()


def test_usual_before_sometimes_before_touching_before_elsewhere() -> None:
    found = ranked(pain("calf:right"))
    areas = [reason(found[one], "area", "calf").weight for one in ("disc", "caught_nerve", "trigger_point/psoas")]
    elsewhere = reason(ranked(pain("calf:right", "low_back:right"))["trigger_point/soleus"], "elsewhere", "low_back").weight
    assert areas == sorted(areas, reverse=True)
    assert areas[0] > 0 > elsewhere
    assert areas[-1] > round(index_of(ATLAS).elsewhere["calf"], 2)
    common = index_of(ATLAS).background["calf"]
    assert areas[0] == round(log(0.75 / common), 2)


def test_the_weights_add_up_and_equals_share_a_rank() -> None:
    state = pain("low_back:right", "thigh:right", answers=(Answer("numbness", "positive"), Answer("press", "negative", "right")))
    found = ranked_causes(ATLAS, state)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    for one in found:
        assert one.score == round(sum(because.weight for because in one.because), 2)
        assert one.rank == scores.index(one.score) + 1
        assert 0.0 <= one.share <= 1.0
    assert found[0].share == 1.0


def test_a_cause_without_a_place_and_red_flags_are_not_ranked() -> None:
    assert not {"no_place", "red_flag_infection"} & set(ranked(pain("low_back", "buttock", "thigh", "calf", "sole", "sacrum")))


def test_what_should_hurt_too_but_does_not_speaks_against() -> None:
    alone, whole = ranked(pain("calf:right")), ranked(pain("calf:right", "thigh:right", "buttock:right"))
    assert reason(alone["disc"], "silent").weight < 0
    assert not [one for one in whole["disc"].because if one.kind == "silent" and "thigh" in one.text]
    assert whole["disc"].score > alone["disc"].score


def test_sides_are_kept() -> None:
    assert {one.side for one in ranked(pain("calf:left")).values() if one.id != "stress"} == {"left"}
    both = ranked(pain("buttock:both"))
    assert both["joint"].side == "both"
    assert [one.text for one in both["joint"].because if one.text.startswith("Needs both")]
    crossed = ranked(pain("sole:left", "low_back:right"))
    assert crossed["trigger_point/soleus"].side == "left"
    assert crossed["trigger_point/psoas"].side == "right"


def test_pain_in_the_midline_fits_either_side_unless_an_answer_tells() -> None:
    assert ranked(pain("sacrum"))["joint"].side == "both"
    found = ranked(pain("sacrum", answers=(Answer("cluster", "positive", "left"),)))["joint"]
    assert (found.side, reason(found, "test", "cluster").weight > 0) == ("left", True)
    assert ranked(pain("sacrum"))["stress"].side == "midline"


def test_an_answer_of_the_other_side_says_nothing() -> None:
    one_side = ranked(pain("buttock:right", answers=(Answer("cluster", "positive", "left"),)))["joint"]
    assert not [because for because in one_side.because if because.kind == "test"]


def test_points_of_a_muscle_are_alternatives() -> None:
    one, two = ranked(pain("buttock:right"))["trigger_point/gluteus"], ranked(pain("buttock:right", "thigh:right"))["trigger_point/gluteus"]
    assert not [because for because in one.because if "active trigger points" in because.text]
    assert [because.weight for because in two.because if "2 active trigger points" in because.text] == [-0.5]
    assert len([because for because in two.because if because.kind == "area"]) == 2


def test_published_figures_weigh_only_for_what_they_were_measured_on() -> None:
    state = pain("buttock:right", answers=(Answer("leg_raise", "negative"), Answer("cluster", "positive")))
    found = ranked(state)
    told = reason(found["disc"], "test", "leg_raise")
    assert (told.text, told.estimate, told.source) == ("Leg_raise negative: sens. 0.92, spec. 0.28", False, "review")
    assert told.weight == round(log(0.08 / 0.28), 2)
    guessed = reason(found["joint"], "test", "cluster")
    assert (guessed.weight, guessed.estimate) == (0.6, True)


def test_a_small_study_counts_in_part_and_related_tests_are_dampened() -> None:
    alone = reason(ranked(pain("calf:right", answers=(Answer("slump", "positive"),)))["disc"], "test", "slump")
    assert alone.weight == round(log(0.8 / 0.25) * 0.5, 2)
    assert "25 people" in alone.text
    both = ranked(pain("calf:right", answers=(Answer("slump", "positive"), Answer("leg_raise", "positive"))))["disc"]
    second = reason(both, "test", "leg_raise")
    assert second.weight == round(log(0.92 / 0.72) * 0.6, 2)
    assert "counts 0.60 times" in second.text


def test_a_test_of_many_muscles_says_less_of_each() -> None:
    found = ranked(pain("buttock:right", answers=(Answer("press", "positive"), Answer("seated", "negative"))))
    assert reason(found["trigger_point/gluteus"], "test", "press").weight == 0.3
    assert reason(found["trigger_point/piriformis"], "test", "seated").weight == -0.4


def test_trigger_points_take_over_a_part_of_their_muscles_clues() -> None:
    found = ranked(pain("low_back:right", answers=(Answer("rising", "positive"),)))
    assert reason(found["tight_psoas"], "finding", "rising").weight == 0.5
    assert reason(found["trigger_point/psoas"], "finding", "rising").weight == 0.25
    assert reason(ranked(pain("buttock:right", answers=(Answer("numbness", "positive"),)))["joint"], "finding", "numbness").weight == -0.5


@pytest.mark.parametrize(("quality", "better", "worse"), [
    ("pins_and_needles", "disc", "joint"), ("ache", "trigger_point/piriformis", "disc"), ("burning", "caught_nerve", "joint")])
def test_the_quality_fits_a_kind(quality: Quality, better: str, worse: str) -> None:
    found = ranked(pain("buttock:right", felt=(Felt(Ref("buttock", "right"), 8.0, quality),)))
    assert reason(found[better], "quality", quality).weight > reason(found[worse], "quality", quality).weight


def test_faint_pain_says_less() -> None:
    strong, faint = (reason(ranked(pain("calf:right", felt=(Felt(Ref("calf", "right"), size),)))["disc"], "area", "calf").weight
                     for size in (10.0, 1.0))
    assert strong > faint > 0
    assert strength(None, 1.0) == 1.0
    assert strength(5.0, 0.5) < strength(5.0, 1.0) < strength(9.0, 1.0)


def test_answers_alone_are_enough() -> None:
    assert list(ranked(State(answers=(Answer("seated", "positive"),)))) == ["trigger_point/piriformis", "caught_nerve"]


SIDED = st.sampled_from(["right", "left"])
AREAS = st.lists(st.tuples(st.sampled_from(sorted(ATLAS.areas)), SIDED), min_size=1, max_size=6, unique_by=lambda one: one[0])
ANSWERS = st.lists(st.tuples(st.sampled_from([*ATLAS.tests, *ATLAS.findings]), st.sampled_from(["positive", "negative"]),
                             st.sampled_from([None, "right", "left"])), max_size=6, unique_by=lambda one: one[0])


def state_of(areas: list[tuple[str, Side]], answers: list[tuple]) -> State:
    refs = tuple(Ref(one, side if ATLAS.areas[one].side == "paired" else None) for one, side in areas)
    return State(pain=refs, answers=tuple(Answer(*one) for one in answers))


def scores(state: State) -> dict[str, float]:
    return {one.id: one.score for one in ranked_causes(ATLAS, state)}


@given(AREAS, ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_pain_and_answers_does_not_matter(areas: list, answers: list, random: object) -> None:
    before = {(one.id, one.rank, one.score, one.side) for one in ranked_causes(ATLAS, state_of(areas, answers))}
    random.shuffle(areas)  # type: ignore[attr-defined]
    random.shuffle(answers)  # type: ignore[attr-defined]
    assert {(one.id, one.rank, one.score, one.side) for one in ranked_causes(ATLAS, state_of(areas, answers))} == before


@given(AREAS, ANSWERS, st.sampled_from([*ATLAS.tests, *ATLAS.findings]))
def test_what_speaks_for_a_cause_never_lowers_it(areas: list, answers: list, new: str) -> None:
    answers = [one for one in answers if one[0] != new]
    old, now = scores(state_of(areas, answers)), scores(state_of(areas, [*answers, (new, "positive", None)]))
    for candidate in index_of(ATLAS).candidates:
        effect = candidate.effects.get(new)
        if effect is None or effect.positive <= 0 or candidate.id not in old:
            continue
        assert now[candidate.id] >= old[candidate.id] - ROUNDING
        for other in index_of(ATLAS).candidates:
            if new not in other.effects and other.id in old:
                assert now[candidate.id] - now[other.id] >= old[candidate.id] - old[other.id] - ROUNDING


@given(AREAS, ANSWERS, st.sampled_from(["disc", "joint", "caught_nerve", "tight_psoas", "stress", "trigger_point/soleus"]),
       st.data())
def test_pain_where_a_cause_is_usually_felt_never_lowers_it(areas: list, answers: list, id_: str, data: st.DataObject) -> None:
    old = {one.id: one for one in ranked_causes(ATLAS, state_of(areas, answers))}
    if id_ not in old:
        return
    [candidate] = [one for one in index_of(ATLAS).candidates if one.id == id_]
    usual = [one for one, level in candidate.zones[0].reach.items() if level == "usual"]
    new = data.draw(st.sampled_from(usual))
    side = old[id_].side if old[id_].side in ("right", "left") else "right"
    if all(one != new for one, _ in areas):
        assert scores(state_of([*areas, (new, side)], answers))[id_] >= old[id_].score - ROUNDING


@given(st.lists(st.floats(-3, 3), max_size=6), st.floats(0, 3))
def test_one_more_never_turns_a_dampened_sum(weights: list[float], more: float) -> None:
    assert sum(dampened([*weights, more], SILENT_DAMPING)) >= sum(dampened(weights, SILENT_DAMPING)) - 1e-9
