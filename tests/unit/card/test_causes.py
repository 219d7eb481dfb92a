"""The pages of causes and red flags, in both voices."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from app.card.blocks import Chips, Notice, Page, Questions, Steps
from app.card.page import page
from app.card.sections import heads_of
from app.card.text import to_text
from app.model.reference import parse_ref
from app.state.state import Answer, State, Subject, SubjectKind, Voice
from tests.unit.card.test_whole_content import spans
from tests.unit.rich import STRUCTURE, rich_atlas

ATLAS = rich_atlas()


def made(target: str, voice: Voice = "plain", answers: tuple[Answer, ...] = ()) -> Page:
    """The page to which a link leads."""
    kind, _, ref = target.partition("/")
    return page(ATLAS, State(answers=answers, subject=Subject(cast("SubjectKind", kind), parse_ref(ref)), voice=voice))


def targets(shown: Page) -> set[str]:
    return {span.target for span in spans(shown.blocks) if span.target}


def test_the_sections_of_a_cause_keep_their_order() -> None:
    assert list(heads_of(made("cause/psoas_chain"))) == [
        "What it is", "On the body", "How it comes about", "How it feels", "Check it", "What to do, in this order", "Take care",
        "Mistaken for", "How sure can one be", "Readers ask", "Goes with", "Sources"]


def test_the_steps_of_a_mechanism_link_what_they_act_on() -> None:
    steps = next(block for block in made("cause/psoas_chain:left").blocks if isinstance(block, Steps))
    assert [span.target for span in steps.steps[1] if span.target] == [
        "structure/femoral_nerve:left", "group/hip_flexors", "source/book"]


def test_the_parts_of_a_cause_lie_on_its_side() -> None:
    assert {"muscle/psoas:left", "structure/femoral_nerve:left", "muscle/gluteus:right"} <= targets(made("cause/psoas_chain:left"))
    assert "gluteus, weak, on the other side" in to_text(made("cause/psoas_chain"))


def test_a_part_in_the_midline_has_no_side() -> None:
    disc = replace(STRUCTURE, side="midline")
    atlas = replace(ATLAS, structures={disc.id: disc})
    text = to_text(page(atlas, State(subject=Subject("cause", parse_ref("psoas_chain:left")))))
    assert "* femoral nerve" in text
    assert "* left psoas" in text


def test_each_voice_says_it_in_its_words() -> None:
    plain, clinical = (to_text(made("cause/psoas_chain", voice)) for voice in ("plain", "clinical"))
    assert "Sitting long." in plain
    assert "Prolonged sitting." in clinical
    assert "Nobody has tested it." in plain
    assert "No trial." in clinical


@pytest.mark.parametrize("target", ["cause/psoas_chain", "pattern/tipped", "test/thomas", "remedy/psoas_release", "muscle/psoas"])
def test_what_is_disputed_is_shown_where_it_matters(target: str) -> None:
    shown = targets(made(target))
    assert {"dispute/psoas_always_on", "grade/D", "source/source_e"} <= shown
    assert "question/why_me" in shown or target == "muscle/psoas"


def test_a_red_flag_says_first_what_to_do() -> None:
    shown = made("cause/red_flag_infection")
    assert isinstance(shown.blocks[1], Notice)
    assert "See a doctor" in to_text(Page("", (shown.blocks[1],)))
    assert "Do you have a fever?" in to_text(shown)


@pytest.mark.parametrize("target", ["cause/psoas_chain", "test/thomas", "muscle/psoas", "pattern/tipped", "source/book"])
def test_what_needs_a_doctor_stands_above_every_page(target: str) -> None:
    raised = made(target, answers=(Answer("fever", "positive"),))
    assert isinstance(raised.blocks[1], Notice)
    assert raised.blocks[1].kind == "red_flag"
    assert not any(isinstance(block, Notice) and block.kind == "red_flag" for block in made(target).blocks)


def test_a_finding_says_what_to_do_and_what_it_weighs() -> None:
    shown = made("finding/fever")
    assert isinstance(shown.blocks[2], Notice)
    assert {"cause/red_flag_infection", "cause/psoas_chain"} <= targets(shown)


def test_the_answer_that_was_given_is_marked() -> None:
    shown = made("finding/fever", answers=(Answer("fever", "negative"),))
    line = next(block for block in shown.blocks if isinstance(block, Questions)).lines[0]
    assert [(one.label, one.target, one.chosen) for one in line.options] == [
        ("yes", "answer/fever=positive", False), ("no", "answer/fever=negative", True)]


@pytest.mark.parametrize(("target", "says"), [
    ("structure/femoral_nerve:left", "Left femoral nerve"), ("dispute/psoas_always_on", "during sitting"),
    ("question/why_me", "One side may work more"), ("term/iliac_crest", "The upper rim"), ("grade/B", "two things occur together"),
    ("about/questions", "Does your chest feel tight?"), ("about/sources", "A book"), ("about/causes", "Show first where it hurts")])
def test_the_short_pages(target: str, says: str) -> None:
    assert says.lower() in " ".join(to_text(made(target)).lower().split())


def test_a_test_tells_what_each_result_means_and_whether_its_figures_count() -> None:
    text = " ".join(to_text(made("test/thomas")).split())
    for piece in ("A short psoas.", "A psoas of normal length.", "32% of those who have it", "42 people", "weigh for Psoas chain"):
        assert piece in text


def test_a_remedy_without_a_dose_says_so_and_that_nobody_checked_it() -> None:
    text = to_text(made("remedy/psoas_release"))
    assert "No tested dose" in text
    assert "No source was read for all of this" in text
    assert "A soft ball" in text


def test_a_caution_names_the_step_in_which_to_mind_it() -> None:
    text = to_text(made("cause/psoas_chain"))
    assert "Step 1: Not in pregnancy." in text
    assert "! Never bounce." in text


def test_all_grades_of_a_cause_are_told_at_its_head() -> None:
    labels = next(block for block in made("cause/psoas_chain").blocks if isinstance(block, Chips)).chips
    assert labels[-1].text.startswith("its claims: evidence ")
    assert "” Evidence D: contradicted." in " ".join(to_text(made("cause/psoas_chain")).split())


def test_names_of_muscles_structures_and_remedies_explain_themselves_in_plain_words() -> None:
    hints = {span.target: span.hint for span in spans(made("cause/psoas_chain:left").blocks) if span.target}
    assert hints["muscle/psoas:left"] == (ATLAS.muscles["psoas"].plain or "")
    assert hints["structure/femoral_nerve:left"] == ATLAS.structures["femoral_nerve"].plain
    assert hints["remedy/psoas_release"] == (ATLAS.remedies["psoas_release"].plain or "")
