"""What the panel says, on a small atlas."""

from __future__ import annotations

import pytest

from app.card.blocks import Bullets, Heading, MuscleList, Notice, Page, Span, Text
from app.card.muscle import spans_of
from app.card.page import page
from app.card.text import to_text
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pain, choose_pattern, explain
from app.state.state import Answer, State
from tests.unit.small import small_atlas


@pytest.fixture
def atlas() -> Atlas:
    return small_atlas()


def targets(made: Page) -> set[str]:
    """All link targets of a page's lists of muscles and bullets."""
    texts: list[Text] = []
    for block in made.blocks:
        if isinstance(block, MuscleList):
            texts += [text for line in block.lines for text in (line.name, line.why)]
        if isinstance(block, Bullets):
            texts += list(block.points)
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


def test_an_area_shows_red_flags_first_then_essential_then_spillover(atlas: Atlas) -> None:
    made = page(atlas, choose_pain(State(), Ref("low_back", "right")))
    assert isinstance(made.blocks[1], Notice)
    text = to_text(made)
    assert text.index("Essential") < text.index("psoas") < text.index("Spillover") < text.index("gluteus")


def test_an_answer_that_raises_a_red_flag_is_told_first(atlas: Atlas) -> None:
    state = choose_pain(State(answers=(Answer("fever", "positive"),)), Ref("low_back"))
    notice = page(atlas, state).blocks[1]
    assert isinstance(notice, Notice)
    assert (Span("Possible infection: ", tone="strong"), Span("See a doctor today.")) in notice.points


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
    [("test", "thomas", "the thigh lifts"), ("source", "book", "Used for"), ("group", "hip_flexors", "A group of muscles"),
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
