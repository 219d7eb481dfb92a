"""What the panel says, on a small atlas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.card.blocks import (
    Bullets,
    Heading,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Span,
    Text,
)
from app.card.links import joined
from app.card.muscle import spans_of
from app.card.page import page
from app.card.text import to_text
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pain, choose_pattern, explain
from app.state.state import Answer, State
from tests.unit.rich import rich_atlas
from tests.unit.small import small_atlas


@pytest.fixture
def atlas() -> Atlas:
    return small_atlas()


def targets(made: Page) -> set[str]:
    """All link targets of a page's paragraphs, lists of muscles and bullets."""
    texts: list[Text] = []
    for block in made.blocks:
        if isinstance(block, MuscleList):
            texts += [text for line in block.lines for text in (line.name, line.why)]
        if isinstance(block, Bullets):
            texts += list(block.points)
        if isinstance(block, Paragraph):
            texts.append(block.text)
    return {span.target for text in texts for span in text if span.target}


def test_nothing_chosen_teaches_three_ways_in(atlas: Atlas) -> None:
    assert {"pattern/forward_tipped_pelvis", "area/low_back", "muscle/psoas_major"} <= targets(page(atlas, State()))


def test_a_pattern_lists_tight_before_weak(atlas: Atlas) -> None:
    made = page(atlas, choose_pattern(State(), Ref("tipped")))
    heads = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert heads.index("Tight") < heads.index("Weak")
    assert {"muscle/psoas", "group/hip_flexors", "muscle/gluteus"} <= targets(made)


def test_a_pattern_with_a_side_links_the_muscles_of_that_side(atlas: Atlas) -> None:
    made = page(atlas, choose_pattern(State(), Ref("high", "left")))
    assert made.title == "Left high"
    assert {"muscle/gluteus:left", "muscle/psoas:right"} <= targets(made)


def test_patterns_that_disagree_say_so(atlas: Atlas) -> None:
    state = choose_pattern(choose_pattern(State(), Ref("tipped")), Ref("high", "right"))
    assert "Weak in tipped, tight in high: right gluteus" in to_text(page(atlas, state))


def test_a_pattern_that_takes_no_part_in_a_disagreement_does_not_tell_of_it(atlas: Atlas) -> None:
    state = choose_pattern(choose_pattern(State(), Ref("tipped")), Ref("high", "right"))
    other = replace(atlas.patterns["tipped"], id="third", name="Third")
    with_third = replace(atlas, patterns={**atlas.patterns, "third": other})
    assert "Weak in tipped" not in to_text(page(with_third, explain(state, "pattern", Ref("third"))))


def test_names_that_hold_a_comma_are_parted_by_semicolons() -> None:
    assert to_text(Page("", (Paragraph(joined((Span("upper part, right"), Span("psoas")))),))) == "upper part, right; psoas"
    assert to_text(Page("", (Paragraph(joined((Span("iliacus"), Span("psoas")))),))) == "iliacus, psoas"


def test_an_area_shows_red_flags_first_then_essential_then_spillover(atlas: Atlas) -> None:
    made = page(atlas, choose_pain(State(), Ref("low_back", "right")))
    assert isinstance(made.blocks[1], Notice)
    text = to_text(made).split("Essential")[1]
    assert text.index("psoas") < text.index("Spillover") < text.index("gluteus")


def test_an_answer_that_raises_a_red_flag_is_told_first(atlas: Atlas) -> None:
    state = choose_pain(State(answers=(Answer("fever", "positive"),)), Ref("low_back"))
    notice = page(atlas, state).blocks[1]
    assert isinstance(notice, Notice)
    assert [span.text for span in notice.points[0]][:3] == ["Soon. ", "Possible infection", ": See a doctor today."]
    assert notice.points[0][4].target == "answer/fever=positive"


def test_an_area_that_nothing_refers_to_says_so(atlas: Atlas) -> None:
    lonely = Atlas(sources=atlas.sources, areas=atlas.areas)
    assert "No muscle is on record" in to_text(page(lonely, choose_pain(State(), Ref("flank"))))


def test_a_muscles_card(atlas: Atlas) -> None:
    state = choose_muscle(choose_pattern(State(), Ref("tipped")), Ref("psoas"))
    text = to_text(page(atlas, state))
    for piece in ("Musculus psoas", "Origin:", "Tight, short on both sides in tipped", "Sends pain to", "low back",
                  "Thomas test", "Belongs to"):
        assert piece in text


def test_a_muscle_of_one_side_tells_of_that_side_only(atlas: Atlas) -> None:
    state = choose_muscle(choose_pattern(State(), Ref("high", "right")), Ref("psoas", "right"))
    assert "In what is chosen" not in to_text(page(atlas, state))


@pytest.mark.parametrize(
    ("kind", "id_", "says"),
    [("test", "thomas", "the thigh lifts"), ("source", "book", "Goes with"), ("group", "hip_flexors", "A group of muscles"),
     ("about", "plumbline", "does not diagnose")],
)
def test_other_pages(atlas: Atlas, kind: str, id_: str, says: str) -> None:
    text = to_text(page(atlas, explain(State(), kind, Ref(id_))))  # type: ignore[arg-type]
    assert says.lower() in text.lower()


def test_text_keeps_to_its_width(atlas: Atlas) -> None:
    text = to_text(page(atlas, choose_muscle(State(), Ref("psoas"))))
    assert max(len(line) for line in text.splitlines()) <= 100


def test_a_source_without_an_address_does_not_ask_to_copy_one(atlas: Atlas) -> None:
    assert "copy the address" not in to_text(page(atlas, explain(State(), "source", Ref("book"))))


@pytest.mark.parametrize(
    ("roots", "said"),
    [((), ""), (("C5", "C6"), "C5, C6"), (("L1", "L2", "L3"), "L1 to L3"), (("XI", "C2", "C3"), "XI, C2, C3"),
     (("L4", "L5", "S1", "S2", "S3"), "L4, L5, S1 to S3")],
)
def test_runs_of_roots_are_drawn_together(roots: tuple[str, ...], said: str) -> None:
    assert spans_of(roots) == said


def test_a_group_tells_of_the_postures_and_remedies_that_are_said_of_it() -> None:
    text = to_text(page(rich_atlas(), explain(State(), "group", Ref("hip_flexors"))))
    assert "tight" in text.split("Takes part in")[1]
    assert "Psoas release" in text.split("What to do")[1]


def test_what_to_mind_stands_before_the_steps_of_a_test() -> None:
    text = to_text(page(rich_atlas(), explain(State(), "test", Ref("thomas"))))
    assert text.index("Not with a new hip") < text.index("Check it")


def test_an_accuracy_without_figures_tells_only_why() -> None:
    atlas = rich_atlas()
    test = atlas.tests["thomas"]
    assert test.accuracy
    bare = replace(test, accuracy=replace(test.accuracy, sensitivity=None, specificity=None))
    text = to_text(page(replace(atlas, tests={**atlas.tests, "thomas": bare}), explain(State(), "test", Ref("thomas"))))
    assert "Looks for" not in text and "easured on this form" in text


def test_a_term_leads_on_to_what_has_its_name() -> None:
    atlas = rich_atlas()
    key, term = next(iter(atlas.terms.items()))
    named = replace(atlas, terms={key: replace(term, forms=("hip FLEXORS",))})
    assert "hip flexors" in to_text(page(named, explain(State(), "term", Ref(key)))).split("Goes with")[1]
    assert "Goes with" not in to_text(page(replace(atlas, terms={key: replace(term, forms=())}), explain(State(), "term", Ref(key))))
