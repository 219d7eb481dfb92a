"""On the body: what each step of each mechanism acts on is seen, and forwards and backwards are the same picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.paint.legend import entries
from app.paint.marks import Marks, build_marks
from app.paint.overlay import concealed, ghosts
from app.paint.plate import Plate
from app.paint.telling import as_told
from app.reason.muscles import muscle_rows
from app.reason.steps import told_step
from app.state.choose import choose_cause
from app.state.sheet import peel, show_views
from app.state.state import State
from app.state.steps import next_step, show_step, step_before, steps_of

Plates = dict[ViewName, Plate]


def told(atlas: Atlas, plates: Plates, state: State) -> tuple[State, Marks]:
    shown = as_told(atlas, state, plates)
    return shown, build_marks(atlas, shown, muscle_rows(atlas, shown), plates)


def seen(shown: State, marks: Marks, plates: Plates) -> set[str]:
    """The shapes that are seen themselves or shine through on a shown view."""
    views = [plates[view] for view in shown.views]
    plain = {shape for plate in views for shape in marks.told
             if (form := plate.by_id.get(shape)) and concealed(plate, form, marks, shown.depth) is None}
    return plain | {shape for of_view in ghosts(views, marks, shown.depth).values() for shape in of_view if shape in marks.told}


def starts(atlas: Atlas) -> list[State]:
    """Every cause, with sides on either, looked at as at a start and from one view only."""
    views: tuple[tuple[ViewName, ...], ...] = (("front", "back"), ("left",))
    refs = [Ref(cause.id, side) for cause in atlas.causes.values() if cause.mechanism
            for side in (("right", "left") if cause.side == "paired" else (None,))]  # type: ignore[union-attr]
    return [show_views(choose_cause(State(), ref), one) for ref in refs for one in views]


def test_every_step_lights_up_all_that_it_acts_on(atlas: Atlas, plates: Plates) -> None:
    for start in starts(atlas):
        for number, step in enumerate(steps_of(atlas, start), start=1):
            shown, marks = told(atlas, plates, show_step(atlas, start, number))
            if step.acts_on:
                assert marks.told, f"{start.cause} step {number}"
                assert seen(shown, marks, plates) == marks.told, f"{start.cause} step {number} on {shown.views}, {shown.depth}"


def test_forwards_and_backwards_are_the_same_picture(atlas: Atlas, plates: Plates) -> None:
    for start in starts(atlas)[::2]:
        count, state, there = len(steps_of(atlas, start)), start, {}
        for _ in range(count):
            state = next_step(atlas, state)
            there[state.step] = told(atlas, plates, state)
        for _ in range(count):
            assert told(atlas, plates, state) == there[state.step]
            state = step_before(atlas, state)
        assert state == start


@pytest.fixture
def chain() -> State:
    return choose_cause(State(), Ref("iliopsoas_chain", "right"))


def test_now_strong_before_calm_to_come_grey(atlas: Atlas, plates: Plates, chain: State) -> None:
    _, marks = told(atlas, plates, show_step(atlas, chain, 3))
    assert marks.states["rectus_femoris-right"] == "tight_short"
    assert "rectus_femoris-right" in marks.told and "psoas_major-right" in marks.calm
    assert not {"biceps_femoris-right", "gluteus_medius-right", "rectus_femoris-left"} & marks.states.keys()
    assert marks.caption.startswith("Step 3 of 9: The front of the thigh")
    assert any(entry.calm for entry in entries(marks))


def test_a_deep_muscle_is_laid_bare_and_a_superficial_one_is_not(atlas: Atlas, plates: Plates, chain: State) -> None:
    assert [as_told(atlas, show_step(atlas, chain, number), plates).depth for number in (1, 3)] == ["deep", "superficial"]


def test_a_depth_that_was_chosen_is_kept(atlas: Atlas, plates: Plates, chain: State) -> None:
    assert as_told(atlas, show_step(atlas, peel(chain, "intermediate"), 1), plates).depth == "intermediate"


def test_a_single_view_makes_room_for_those_that_are_needed(atlas: Atlas, plates: Plates, chain: State) -> None:
    front = show_views(chain, ("front",))
    assert as_told(atlas, show_step(atlas, front, 1), plates).views == ("front", "right")
    assert as_told(atlas, show_step(atlas, front, 8), plates).views == ("back", "right")


def test_a_chain_that_tilts_the_pelvis_is_seen_from_the_side_at_every_step(atlas: Atlas, plates: Plates, chain: State) -> None:
    both = show_views(chain, ("front", "back"))
    assert {as_told(atlas, show_step(atlas, both, number), plates).views for number in (1, 2, 5)} == {("front", "back", "right")}
    left = show_views(chain, ("front", "left"))
    assert as_told(atlas, show_step(atlas, left, 2), plates).views == ("front", "left")


def test_nothing_changes_while_all_is_shown(atlas: Atlas, plates: Plates, chain: State) -> None:
    assert as_told(atlas, chain, plates) is chain
    _, marks = told(atlas, plates, chain)
    assert not (marks.told or marks.calm or marks.caption)


def test_the_voice_decides_the_words(atlas: Atlas, chain: State) -> None:
    plain, clinical = (told_step(atlas, replace(chain, step=2, voice=voice)) for voice in ("plain", "clinical"))  # type: ignore[arg-type]
    assert plain and clinical and plain.text != clinical.text
