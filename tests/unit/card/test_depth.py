"""The card tells how deep a muscle lies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.card.depth import depth_words
from app.card.muscle import muscle_page
from app.card.text import to_text
from app.content.cache import content
from app.model.anatomy import Cover
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import State
from tests.unit.small import small_atlas


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return content().atlas


def told(atlas: Atlas, muscle: str) -> str:
    """The sentence on a muscle."""
    return "".join(span.text for span in depth_words(atlas, atlas.muscles[muscle]))


@pytest.mark.parametrize(("muscle", "lead", "named"), [
    ("piriformis", "Deep: lies under", "gluteus maximus"), ("psoas_major", "Deep: lies under", "external oblique"),
    ("gluteus_medius", "Partly under", "gluteus maximus"), ("rectus_femoris", "Superficial", "sartorius"),
    ("multifidus", "Deep: lies under", "longissimus"), ("soleus", "Partly under", "gastrocnemius"),
    ("pectoralis_minor", "Deep: lies under", "pectoralis major"), ("supraspinatus", "Deep: lies under", "deltoid"),
    ("gluteus_maximus", "Superficial", "hardly anything lies over it"), ("gastrocnemius", "Superficial", "nothing lies over it")])
def test_the_depth_is_what_a_student_learns(atlas: Atlas, muscle: str, lead: str, named: str) -> None:
    assert told(atlas, muscle).startswith(lead) and named in told(atlas, muscle)


def test_every_muscle_tells_its_depth(atlas: Atlas) -> None:
    assert all(told(atlas, muscle) for muscle in atlas.muscles)


def test_the_view_with_the_least_above_counts() -> None:
    atlas = small_atlas()
    covers = (Cover("front", 1.0, 4.0, ("psoas",)), Cover("back", 0.9, 1.1, ("gluteus", "hip_bone")))
    spans = depth_words(atlas, replace(atlas.muscles["psoas"], covers=covers))
    assert "".join(span.text for span in spans).endswith("and hip, seen from behind.")
    assert spans[1].target == "muscle/gluteus"


def test_the_sentence_stands_near_the_top_of_the_card(atlas: Atlas) -> None:
    text = to_text(muscle_page(atlas, State(), Ref("piriformis")))
    assert text.index("lies under") < text.index("Origin")


def test_a_muscle_that_nobody_measured_says_nothing() -> None:
    atlas = small_atlas()
    assert depth_words(atlas, atlas.muscles["psoas"]) == ()
