"""The page of an area: what comes first, which causes fit and why, and what to ask next."""

from __future__ import annotations

from dataclasses import replace

from app.card.blocks import Block, Notice, Page, Questions, Ranked
from app.card.page import page
from app.card.ranked import FIRST
from app.card.text import to_text
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.ranking import ranked_causes
from app.state.choose import choose_pain, explain
from app.state.state import Answer, State
from tests.unit.card.test_causes import targets
from tests.unit.rich import CAUSE, rich_atlas

ATLAS = rich_atlas()
HURTS = choose_pain(State(), Ref("low_back", "right"))


def ranks(shown: Page) -> Ranked:
    """The ranked causes of a page."""
    return next(block for block in shown.blocks if isinstance(block, Ranked))


def only(block: Block) -> str:
    """What one block says, in one line."""
    return " ".join(to_text(Page("", (block,))).split())


def test_ranks_show_every_reason_with_its_weight() -> None:
    shown = ranks(page(ATLAS, HURTS))
    first, best = shown.lines[0], ranked_causes(ATLAS, HURTS)[0]
    assert (first.rank, first.words, first.share) == (1, best.words, 1.0)
    assert len(first.reasons) == len(best.because)
    assert all(f"{abs(reason.weight):.2f}" in only(shown) for reason in best.because)


def test_a_reason_that_weighs_against_has_a_minus_and_an_estimate_says_so() -> None:
    calm = replace(HURTS, answers=(Answer("fever", "positive"),))
    said = only(ranks(page(ATLAS, calm)))
    assert "\N{MINUS SIGN}" in said
    assert "≈" in said


def test_ranks_are_dimmed_while_a_red_flag_is_raised() -> None:
    assert not ranks(page(ATLAS, HURTS)).dimmed
    assert ranks(page(ATLAS, replace(HURTS, answers=(Answer("chest_pressure", "positive"),)))).dimmed


def test_an_emergency_is_told_before_a_visit() -> None:
    answers = (Answer("fever", "positive"), Answer("chest_pressure", "positive"))
    notice = page(ATLAS, replace(HURTS, answers=answers)).blocks[1]
    assert isinstance(notice, Notice)
    assert "emergency" in notice.text[0].text
    assert [(point[0].text, point[1].target) for point in notice.points] == [
        ("Now. ", "cause/red_flag_heart"), ("Soon. ", "cause/red_flag_infection")]


def test_the_questions_of_thinkable_flags_are_asked_until_they_are_answered() -> None:
    def flags(state: State) -> bool:
        return "Rule these out first" in to_text(page(ATLAS, state))

    assert flags(HURTS)
    assert not flags(replace(HURTS, answers=(Answer("fever", "negative"),)))


def test_the_next_test_can_be_answered_on_the_side_that_hurts() -> None:
    shown = page(ATLAS, HURTS)
    options = {one.target for block in shown.blocks if isinstance(block, Questions) for line in block.lines for one in line.options}
    assert {"answer/thomas=positive:right", "answer/thomas=negative:right"} <= options


def test_an_answer_stays_where_it_can_be_taken_back() -> None:
    answered = replace(HURTS, answers=(Answer("thomas", "positive", "right"),))
    text = to_text(page(ATLAS, answered))
    assert "Your answers" in text
    assert "[positive] negative" in text


def many() -> Atlas:
    """An atlas with more causes than one page shows."""
    copies = {f"cause_{number}": replace(CAUSE, id=f"cause_{number}", name=f"Cause {number}") for number in range(FIRST + 4)}
    return replace(ATLAS, causes={**ATLAS.causes, **copies})


def test_a_link_leads_to_the_causes_that_the_page_leaves_out() -> None:
    shown = page(many(), HURTS)
    assert len(ranks(shown).lines) == FIRST
    assert "about/causes" in targets(shown)
    everything = ranks(page(many(), explain(HURTS, "about", Ref("causes"))))
    assert len(everything.lines) == len(ranked_causes(many(), HURTS)) > FIRST


def test_an_area_that_was_not_chosen_is_explained_as_if_it_hurt() -> None:
    assert ranks(page(ATLAS, explain(State(), "area", Ref("low_back")))).lines
