"""The state options: what they mean, and what is said when they are wrong."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

import pytest

from app.commands.options import add_state_options, size_option, state_from
from app.content.cache import content
from app.model.problem import UserError
from app.model.reference import Ref
from app.resources import Folders
from app.state.state import Answer, Felt, State
from tests.unit.rich import rich_atlas
from tests.unit.small import small_atlas


def state(*words: str) -> State:
    parser = ArgumentParser()
    add_state_options(parser)
    return state_from(parser.parse_args(words), small_atlas())


def test_all_options() -> None:
    made = state("--pattern", "tipped", "--pattern", "high:left", "--pain", "low_back:right", "--muscle", "psoas",
                 "--finding", "fever=positive", "--view", "back", "--layer", "deep")
    assert made.patterns == (Ref("tipped"), Ref("high", "left"))
    assert made.pain == (Ref("low_back", "right"),)
    assert made.muscle == Ref("psoas")
    assert made.answers == (Answer("fever", "positive"),)
    assert (made.views, made.depth) == (("back",), "deep")


def test_a_step_of_the_cause() -> None:
    parser, atlas = ArgumentParser(), content().atlas
    add_state_options(parser)

    def step(*words: str) -> int | None:
        return state_from(parser.parse_args(("--cause", "iliopsoas_chain", *words)), atlas).step

    assert (step(), step("--step", "9")) == (None, 9)
    for words, says in ((("--step", "10"), "steps 1 to 9"), (("--step", "0"), "steps 1 to 9"),
                        (("--muscle", "piriformis", "--step", "1"), "leave out --muscle")):
        with pytest.raises(UserError, match=says):
            step(*words)
    with pytest.raises(UserError, match="name the cause"):
        state("--step", "1")


def test_a_pattern_with_sides_stands_on_the_right_unless_told() -> None:
    assert state("--pattern", "high").patterns == (Ref("high", "right"),)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--pattern", "tiped"), "did you mean tipped"),
        (("--pattern", "tipped:left"), "has no side"),
        (("--pattern", "high:both"), "stands on one side"),
        (("--pain", "low_bak"), "did you mean low_back"),
        (("--pain", "sacrum:left"), "in the midline"),
        (("--pain", "low_back:midline"), "not in the midline"),
        (("--muscle", "xyz"), "plumbline list muscles"),
        (("--muscle", "psoas:up"), "not a side"),
        (("--muscle", "PSOAS"), "did you mean psoas"),
        (("--muscle", ""), "names nothing"),
        (("--finding", "fever"), "fever=positive"),
        (("--finding", "fever=positive:"), "not a side"),
        (("--finding", "thomass=positive"), "did you mean thomas"),
    ],
)
def test_a_wrong_option_says_what_would_be_right(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(UserError, match=says):
        state(*words)


def test_a_view_is_shown_once() -> None:
    assert state("--view", "back", "--view", "front", "--view", "back").views == ("back", "front")


def test_a_view_without_a_diagram_names_those_that_there_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "assets" / "diagrams").mkdir(parents=True)
    (tmp_path / "assets" / "diagrams" / "back.svg").touch()
    monkeypatch.setattr("app.commands.options.folders", lambda: Folders(tmp_path / "data", tmp_path / "assets"))
    with pytest.raises(UserError, match="no diagram of the left view; choose back"):
        state("--view", "left")


def test_size() -> None:
    assert size_option("1280x800") == (1280, 800)
    for wrong in ("1280", "0x5", "axb", "99999x1", "\u00b2x\u00b2"):
        with pytest.raises(ArgumentTypeError):
            size_option(wrong)


def test_how_much_of_an_area_hurts() -> None:
    made = state("--pain", "low_back:right=6,ache,40%", "--pain", "flank:left,25%")
    assert made.felt == (Felt(Ref("low_back", "right"), 6.0, "ache", 0.4), Felt(Ref("flank", "left"), None, None, 0.25))


def test_how_a_pain_feels() -> None:
    made = state("--pain", "low_back:right=6.5,burning", "--pain", "flank:left,ache", "--pain", "sacrum=3", "--voice", "clinical")
    assert made.pain == (Ref("low_back", "right"), Ref("flank", "left"), Ref("sacrum"))
    assert made.felt == (Felt(Ref("low_back", "right"), 6.5, "burning"), Felt(Ref("flank", "left"), None, "ache"),
                         Felt(Ref("sacrum"), 3.0))
    assert made.voice == "clinical"


@pytest.mark.parametrize(("words", "says"), [
    (("--pain", "low_back:right=11"), "0 to 10"),
    (("--pain", "low_back:right=nan"), "0 to 10"),
    (("--pain", "low_back:right=bad"), "0 to 10"),
    (("--pain", "low_back,itching"), "pins_and_needles"),
    (("--pain", "low_back,0%"), "more than 0%"),
    (("--pain", "low_back,120%"), "up to 100%"),
    (("--pain", "low_back,much%"), "no share"),
    (("--pain", "low_back,ache,burning"), "twice"),
    (("--cause", "red_flag_infektion"), "did you mean red_flag_infection"),
])
def test_a_wrong_feeling_or_cause_says_what_would_be_right(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(UserError, match=says):
        state(*words)


def test_what_is_said_twice_of_one_place_counts_as_said_last() -> None:
    made = state("--pain", "low_back:right=5", "--pain", "low_back:right=7,ache", "--finding", "fever=positive",
                 "--finding", "fever=negative")
    assert made.pain == (Ref("low_back", "right"),)
    assert made.felt == (Felt(Ref("low_back", "right"), 7.0, "ache"),)
    assert made.answers == (Answer("fever", "negative"),)


def test_the_two_sides_of_a_finding_stand_beside_each_other() -> None:
    made = state("--finding", "fever=positive:right", "--finding", "fever=negative:left")
    assert made.answers == (Answer("fever", "positive", "right"), Answer("fever", "negative", "left"))


def posed(*words: str) -> State:
    parser = ArgumentParser()
    add_state_options(parser)
    return state_from(parser.parse_args(words), rich_atlas())


def test_joints_are_set_by_hand_and_the_last_value_counts() -> None:
    made = posed("--pattern", "tipped", "--joint", "hip_flexion_left=-5.5", "--joint", "pelvic_tilt=3", "--joint", "pelvic_tilt=0", "--extent", "50")
    assert made.joints == (("pelvic_tilt", 0.0), ("hip_flexion_left", -5.5))
    assert made.extent == 50


@pytest.mark.parametrize(("words", "says"), [
    (("--joint", "pelvic_tlit=5"), "no joint has the name 'pelvic_tlit'; did you mean pelvic_tilt"),
    (("--joint", "hip_flexion=5"), "did you mean hip_flexion_right or hip_flexion_left"),
    (("--joint", "xyz=5"), "such as pelvic_tilt"),
    (("--joint", "hip_flexion_right=90"), "write -20 to 60 degrees; the drawings follow no farther, 'plumbline length' does"),
    (("--joint", "pelvic_tilt=90"), "pelvic_tilt cannot stand at 90; write -20 to 25 degrees"),
    (("--joint", "pelvic_tilt=inf"), "cannot stand at inf"),
    (("--joint", "pelvic_tilt=nan"), "write pelvic_tilt=VALUE with -20 to 25 degrees"),
    (("--joint", "pelvic_tilt=far"), "says no value"),
    (("--joint", "pelvic_tilt"), "says no value"),
    (("--joint", ""), "no joint has the name"),
    (("--extent", "151"), "from 0 to 150"),
    (("--extent", "-1"), "from 0 to 150"),
    (("--extent", "nan"), "from 0 to 150")])
def test_a_wrong_posture_says_what_would_be_right(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(UserError, match=says):
        posed(*words)
