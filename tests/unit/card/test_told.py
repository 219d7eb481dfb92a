"""What stands beneath the presentation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.card.told import Told, mechanism, told
from app.content.cache import content
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import choose_cause, choose_muscle, choose_pattern, speak
from app.state.quiz import hide_names
from app.state.state import State

CHAIN = choose_cause(State(), Ref("iliopsoas_chain", "right"))


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The built-in content."""
    return content().atlas


def test_nothing_chosen_says_nothing(atlas: Atlas) -> None:
    assert told(atlas, State()) == Told()


def test_the_title_of_the_card(atlas: Atlas) -> None:
    assert told(atlas, choose_pattern(State(), Ref("flat_back"))) == Told("Flat back")


def test_a_played_step_says_its_place_and_its_words(atlas: Atlas) -> None:
    step = atlas.causes["iliopsoas_chain"].mechanism[1]
    found = told(atlas, replace(CHAIN, step=2))
    assert (found.place, found.text) == ("2 of 9", step.plain)
    assert told(atlas, replace(speak(CHAIN, "clinical"), step=2)).text == step.text


def test_a_step_that_is_not_there_says_only_the_title(atlas: Atlas) -> None:
    for step in (None, 0, 10):
        assert told(atlas, replace(CHAIN, step=step)).text == ""
    assert mechanism(atlas, replace(CHAIN, subject=None)) == ()


def test_a_name_that_is_to_be_guessed_is_not_told(atlas: Atlas) -> None:
    asked = hide_names(choose_muscle(State(), Ref("piriformis", "right")))
    assert told(atlas, asked) == Told("Which muscle is this?")
    assert told(atlas, hide_names(choose_pattern(State(), Ref("flat_back")))) == Told("Flat back")
