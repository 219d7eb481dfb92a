"""Nerves, joints and discs light up with the cause in which they take part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.basic import Fact
from app.model.knowledge import Atlas
from app.model.practice import Cause, Part
from app.model.reference import Ref
from app.paint.marks import Marks, build_marks
from app.paint.overlay import ghosts
from app.paint.plate import Plate
from app.reason.muscles import muscle_rows, with_default_side
from app.state.choose import choose_cause, choose_pain, choose_pattern, explain
from app.state.state import State

WHY = Fact("It presses.", ("unverified",))
PRESSED = Cause("pressed", "Pressed nerve", "nerve", ("unverified",), side="paired",
                parts=(Part("sciatic_nerve", WHY), Part("piriformis", WHY, tone="tight"), Part("lumbosacral_disc", WHY)))


@pytest.fixture
def marks(atlas: Atlas, plates: dict[ViewName, Plate]) -> Marks:
    """A nerve that is pressed on the right."""
    with_cause = replace(atlas, causes={"pressed": PRESSED})
    return build_marks(with_cause, choose_cause(State(), Ref("pressed", "right")), (), plates)


def test_a_nerve_lights_up_on_its_side_and_a_disc_in_the_midline(marks: Marks) -> None:
    assert {shape for shape, state in marks.states.items() if state == "involved"} >= {"sciatic_nerve-right", "disc_l5_s1-midline"}
    assert "sciatic_nerve-left" not in marks.states
    assert marks.chosen


def test_a_structure_that_is_explained_is_selected(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    shown = build_marks(atlas, explain(State(), "structure", Ref("sacroiliac_joint", "left")), (), plates)
    assert shown.selected == {"sacroiliac_joint-left"}


@pytest.mark.parametrize("cause", [key for key, one in content().atlas.causes.items() if one.kind != "red flag"])
def test_every_cause_is_to_be_seen_on_the_body(cause: str, atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    side = "left" if atlas.causes[cause].side == "paired" else None
    state = choose_cause(State(), Ref(cause, side))
    shown = build_marks(atlas, state, muscle_rows(atlas, state), plates)
    drawn = {shape for plate in plates.values() for shape in plate.by_id}
    assert {*shown.states} & drawn
    assert {*shown.states} <= drawn


@pytest.mark.parametrize("pattern", content().atlas.patterns)
def test_every_pattern_is_to_be_seen_on_the_body(pattern: str, atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    state = choose_pattern(State(), with_default_side(atlas, Ref(pattern)))
    shown = build_marks(atlas, state, muscle_rows(atlas, state), plates)
    assert {"tight_short", "tight_long"} & {*shown.states.values()}
    assert "weak" in shown.states.values()


def test_discs_are_named_as_what_they_are_in_the_cause(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    state = replace(choose_cause(State(), Ref("true_sciatica", "right")), labels="chosen")
    named = {name.text: name.shapes for name in build_marks(atlas, state, (), plates).labels}
    assert named["lumbosacral disc (L5/S1)"] == ("disc_l5_s1-midline",)
    assert len(named["lumbar discs (L1 to L5)"]) > 1
    assert "sciatic nerve" in named


def test_a_nerve_shines_through_on_each_view_that_it_lies_near(marks: Marks, plates: dict[ViewName, Plate]) -> None:
    through = ghosts(list(plates.values()), marks, "superficial")
    assert {view for view, found in through.items() if found.get("sciatic_nerve-right") == "covered"} == {"back", "right"}


def test_a_chosen_cause_is_not_covered_by_all_that_can_refer_the_pain(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    hurts = choose_pain(State(), Ref("buttock", "right"))

    def shown(state: State) -> Marks:
        return build_marks(atlas, state, muscle_rows(atlas, state), plates)

    assert shown(hurts).triggers
    looked_at = choose_cause(hurts, Ref("true_sciatica", "right"))
    assert not shown(looked_at).triggers
    assert not shown(looked_at).roles
    assert shown(looked_at).areas == {"buttock-right"}
    assert shown(explain(looked_at, "area", Ref("buttock", "right"))).triggers
