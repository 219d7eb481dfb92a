"""What undo says it takes back, and what places are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.card.change_words import change_words
from app.card.place_name import proposed_name, visited_name
from app.model.reference import Ref
from app.state.change import Change, work_of
from app.state.choose import (
    answer,
    choose_cause,
    choose_pain,
    choose_pattern,
    clear,
    drop_pattern,
    explain,
    hide,
)
from app.state.posture import set_extent, set_joint
from app.state.state import Answer, Felt, State, Stroke
from tests.unit.rich import rich_atlas

ATLAS = rich_atlas()
PSOAS, BACK = Ref("psoas", "right"), Ref("low_back", "right")
CHOSEN = choose_pain(choose_pattern(State(), Ref("tipped")), BACK)
LINE = Stroke("front", ((0.0, 0.0),), 5.0)


@pytest.mark.parametrize(("change", "said"), [
    (lambda state: choose_pattern(state, Ref("high", "left")), "left high"),
    (lambda state: drop_pattern(state, "tipped"), "tipped"),
    (lambda state: choose_pain(state, Ref("flank", "left")), "pain, left flank"),
    (lambda state: choose_cause(state, Ref("psoas_chain", "right")), "right psoas chain"),
    (lambda state: answer(state, Answer("thomas", "positive")), "Thomas test"),
    (lambda state: answer(state, Answer("fever", "negative")), "fever"),
    (lambda state: hide(state, (PSOAS,)), "hide psoas"),
    (lambda state: hide(state, (PSOAS, Ref("gluteus", "left"))), "hide 2 muscles"),
    (lambda state: replace(state, painted=(LINE,)), "brush"),
    (lambda state: replace(state, painted=(replace(LINE, erases=True),)), "eraser"),
    (lambda state: replace(state, felt=(Felt(BACK, 3.0),)), "how it hurts"),
    (lambda state: replace(state, alone=True), "show only what is chosen"),
    (lambda state: replace(state, note="x"), "note"),
    (lambda state: set_joint(state, "pelvic_tilt", 9), "pelvic tilt"),
    (lambda state: set_joint(state, "hip_flexion_left", 9), "left hip flexion"),
    (lambda state: set_joint(set_joint(state, "pelvic_tilt", 9), "hip_flexion_left", 9), "posture"),
    (lambda state: set_extent(state, 120), "how far the posture goes"),
    (clear, "start again"),
])
def test_a_change_has_a_name(change: Callable[[State], State], said: str) -> None:
    assert change_words(ATLAS, Change(work_of(CHOSEN), work_of(change(CHOSEN)))) == said


def test_places_are_named_by_what_is_explained_and_bookmarks_by_what_is_chosen() -> None:
    assert visited_name(ATLAS, State()) == "How to begin"
    assert visited_name(ATLAS, CHOSEN) == "Low back, right"
    assert proposed_name(ATLAS, CHOSEN) == "Tipped; Pain: low back, right"
    assert proposed_name(ATLAS, explain(State(), "dispute", Ref("psoas_always_on"))) == "The psoas works all day long"


def test_a_long_proposal_is_cut() -> None:
    crowded = replace(CHOSEN, patterns=(Ref("tipped"), Ref("high", "left")), muscle=PSOAS, cause=Ref("psoas_chain", "right"),
                      pain=(BACK, Ref("flank", "left")))
    name = proposed_name(ATLAS, crowded)
    assert len(name) <= 80 and name.endswith("…")
