"""The rows of the lists, the gestures and the names of shapes, without any widget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.card.search import Hit
from app.content.cache import content
from app.model.reference import Ref
from app.state.choose import choose_pain, choose_pattern
from app.state.state import State
from app.ui.actions import key_rows
from app.ui.chips import chips_of
from app.ui.features import ROWS
from app.ui.gestures import follow, ref_of_shape, take_hit, target_of
from app.ui.meant import shape_names, shapes_of
from app.ui.nav_rows import LIST_NAMES, chosen_in, filtered, rows_of
from tests.unit.small import small_atlas

ATLAS = small_atlas()


def test_every_thing_has_its_line() -> None:
    counts = [sum(len(group.rows) for group in rows_of(name, ATLAS)) for name in LIST_NAMES]
    assert counts == [len(ATLAS.patterns), len(ATLAS.areas), len(ATLAS.muscles), len(ATLAS.causes), len(ATLAS.tests)]


def test_parts_of_the_body_stand_from_head_to_foot() -> None:
    assert [group.title for group in rows_of("area", ATLAS)] == ["Back", "Abdomen", "Pelvis"]


def test_a_filter_needs_all_its_words() -> None:
    groups = rows_of("muscle", ATLAS)
    assert [row.id for group in filtered(groups, "glut hip") for row in group.rows] == ["gluteus"]
    assert filtered(groups, "glut knee") == ()


def test_an_area_without_a_side_is_chosen_on_both() -> None:
    state = choose_pain(State(), Ref("low_back"))
    assert chosen_in("area", state, ATLAS).sides == {"low_back": frozenset({"right", "left"})}


@pytest.mark.parametrize(("text", "found"), [
    ("muscle/psoas:left", ("muscle", Ref("psoas", "left"))), ("about/plumbline", ("about", Ref("plumbline"))),
    ("nothing/psoas", None), ("muscle/psoas:up", None), ("muscle", None), ("", None),
])
def test_targets_are_read(text: str, found: object) -> None:
    assert target_of(text) == found


@given(some.text(max_size=30))
def test_no_target_breaks_following(text: str) -> None:
    assert isinstance(follow(State(), ATLAS, text), State)


def test_a_shape_stands_for_a_muscle_and_a_side() -> None:
    assert ref_of_shape("psoas-left") == Ref("psoas", "left")
    assert ref_of_shape("diaphragm-midline") == Ref("diaphragm")


def test_a_muscle_without_a_side_stands_for_both_shapes() -> None:
    assert shapes_of(ATLAS, Ref("psoas")) == ("psoas-right", "psoas-left")
    assert shapes_of(ATLAS, Ref("no_such")) == ()


def test_shapes_are_named_with_their_side() -> None:
    assert shape_names(ATLAS)["low_back-left"] == "Low back, left"


def test_a_found_pattern_keeps_the_side_that_it_has() -> None:
    paired = next(one.id for one in ATLAS.patterns.values() if one.paired)
    state = choose_pattern(State(), Ref(paired, "left"))
    assert take_hit(state, ATLAS, Hit("pattern", paired, "", 1.0)).patterns == (Ref(paired, "left"),)
    assert take_hit(State(), ATLAS, Hit("pattern", paired, "", 1.0)).patterns == (Ref(paired, "right"),)


def test_what_is_found_besides_is_explained() -> None:
    state = take_hit(State(), ATLAS, Hit("group", "hip_flexors", "", 1.0))
    assert state.subject and state.subject.kind == "group"


def test_chips_follow_the_order_of_choice() -> None:
    state = choose_pain(choose_pattern(State(), Ref(next(iter(ATLAS.patterns)))), Ref("flank", "left"))
    assert [chip.kind for chip in chips_of(ATLAS, state)] == ["pattern", "area"]


def test_no_two_actions_share_an_id_or_a_key() -> None:
    keys = [key for row in ROWS for key in row.keys]
    assert len(set(keys)) == len(keys)
    assert len({row.id for row in ROWS}) == len(ROWS)


def test_every_key_is_on_the_list() -> None:
    listed = {keys for _, keys, _ in key_rows(ROWS)}
    assert {row.keys[0] for row in ROWS if row.keys} <= listed


def test_a_hit_with_a_side_is_taken_on_that_side() -> None:
    atlas = content().atlas
    assert take_hit(State(), atlas, Hit("area", "buttock", "", 1.0, side="right")).pain == (Ref("buttock", "right"),)
    assert take_hit(State(), atlas, Hit("cause", "piriformis_syndrome", "", 1.0, side="left")).cause == Ref("piriformis_syndrome", "left")
    assert take_hit(State(), atlas, Hit("muscle", "diaphragm", "", 1.0, side="left")).muscle == Ref("diaphragm")
    turned = take_hit(State(patterns=(Ref("high_hip", "right"),)), atlas, Hit("pattern", "high_hip", "", 1.0, side="left"))
    assert turned.patterns == (Ref("high_hip", "left"),)
