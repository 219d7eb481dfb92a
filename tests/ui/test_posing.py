"""The window's body moves: by patterns, by hand, by steps; with or without motion; beside the neutral body or over its outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.posture import NEUTRAL, Posture, posture
from app.model.practice import Joint
from app.model.problem import UserError
from app.model.reference import Ref
from app.paint.noted import ROWS, spread
from app.paint.on_plate import on_plate
from app.paint.plate import Plate
from app.paint.scene import caption_of
from app.reason.posture import posture_of
from app.state.choose import choose_cause, choose_muscle, choose_pattern
from app.state.link import from_link, link_of
from app.state.session import Session
from app.state.sheet import show_views
from app.state.state import State, Stroke
from app.ui.as_shown import figure_now, write_apart
from app.ui.measuring import Measuring
from app.ui.posing import between
from app.ui.presenting import Presenting
from app.ui.settings import Remembered
from app.ui.told import Told
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line, seen_point

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TILTED = "forward_tipped_pelvis"


@pytest.fixture
def moving(window: Workbench) -> Iterator[Workbench]:
    window.stage.canvas.animated = True
    yield window


def shown(window: Workbench) -> tuple[Plate, ...]:
    return tuple(place.plate for place in window.stage.canvas.scene.places)


def neutral(window: Workbench) -> tuple[Plate, ...]:
    return tuple(window.plates[plate.view] for plate in shown(window))


def middle(plate: Plate, shape: str) -> tuple[float, float]:
    return plate.by_id[shape].box.center().toTuple()


def tell(window: Workbench) -> list[Posture]:
    seen: list[Posture] = []
    window.posing.moved.connect(seen.append)
    return seen


def test_a_pattern_moves_the_body_there_in_steps(qtbot: QtBot, moving: Workbench) -> None:
    seen = tell(moving)
    with qtbot.waitSignal(moving.posing.rested):
        click_line(qtbot, moving, "pattern", TILTED)
        assert moving.posing.now == NEUTRAL and moving.posing.moving
    goal = posture_of(moving.atlas, moving.session.state)
    tilts = [one.of("pelvic_tilt") for one in seen]
    assert seen[-1] == moving.posing.now == goal != NEUTRAL
    assert len(tilts) > 1 and tilts == sorted(tilts) and 0.0 < tilts[0] < goal.of("pelvic_tilt")
    assert all(one is not other for one, other in zip(shown(moving), neutral(moving), strict=True))


def test_another_choice_turns_round_from_where_the_body_is(qtbot: QtBot, moving: Workbench) -> None:
    seen = tell(moving)
    moving.posing._motion.setDuration(1500)
    click_line(qtbot, moving, "pattern", TILTED)
    qtbot.waitUntil(lambda: bool(seen))
    with qtbot.waitSignal(moving.posing.rested):
        click_line(qtbot, moving, "pattern", TILTED)
    highest = max(one.of("pelvic_tilt") for one in seen)
    assert seen[-1] == NEUTRAL and shown(moving) == neutral(moving)
    assert highest < posture_of(moving.atlas, State(patterns=(Ref(TILTED),))).of("pelvic_tilt")


def test_without_motion_it_is_there_at_once(qtbot: QtBot, window: Workbench) -> None:
    seen = tell(window)
    click_line(qtbot, window, "pattern", TILTED)
    assert seen == [posture_of(window.atlas, window.session.state)] and not window.stage.canvas.stance.moving


def test_where_nothing_is_seen_nothing_moves_slowly(moving: Workbench) -> None:
    moving.hide()
    moving.posing.set_joint("pelvic_tilt", 10.0)
    assert moving.posing.now == posture({"pelvic_tilt": 10.0})


def test_undo_brings_the_posture_back(qtbot: QtBot, window: Workbench) -> None:
    window.posing.set_joint("head_forward", 30.0)
    assert window.posing.now.of("head_forward") == 30.0
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.posing.now == NEUTRAL and shown(window) == neutral(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.posing.now.of("head_forward") == 30.0


def test_trying_a_joint_leaves_the_state(qtbot: QtBot, moving: Workbench) -> None:
    before = moving.session.state
    moving.posing.try_joint("pelvic_tilt", 12.0)
    assert moving.posing.now.of("pelvic_tilt") == 12.0 and moving.session.state == before and moving.stage.canvas.stance.moving
    qtbot.waitUntil(lambda: not moving.stage.canvas.stance.moving)
    moving.posing.set_joint("pelvic_tilt", 12.0)
    assert not moving.posing.moving and moving.session.state.joints == (("pelvic_tilt", 12.0),)
    moving.posing.free()
    assert moving.session.state.joints == ()


def test_how_far_can_be_tried_and_set(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    whole = window.posing.now.of("pelvic_tilt")
    window.posing.try_extent(50)
    assert window.posing.now.of("pelvic_tilt") == whole / 2 and window.session.state.extent == 100
    window.posing.set_extent(150)
    assert window.posing.now.of("pelvic_tilt") == whole * 1.5


def test_while_n_is_held_the_body_is_neutral(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    goal = window.posing.now
    qtbot.keyPress(window, Qt.Key.Key_N)
    assert window.posing.now == NEUTRAL and shown(window) == neutral(window)
    word = window.stage.canvas.findChild(Told)
    assert word and word.isVisible() and word.text() == "Neutral"
    qtbot.keyRelease(window, Qt.Key.Key_N)
    assert window.posing.now == goal and not window.actions_by_id["neutral"].isChecked()
    assert not word.isVisible()


def test_a_body_that_is_neutral_anyway_is_not_called_so(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyPress(window, Qt.Key.Key_N)
    assert not any(word.isVisible() for word in window.stage.canvas.findChildren(Told))
    qtbot.keyRelease(window, Qt.Key.Key_N)


def test_values_keep_off_the_neutral_outline_and_each_other(window: Workbench) -> None:
    window.session.change(show_views(window.session.state, ("right",)))
    window.posing.set_joint("pelvic_tilt", 15.0)
    window.actions_by_id["angles"].trigger()
    bare = shown(window)[0].notes.angles
    window.actions_by_id["ghost"].trigger()
    notes = shown(window)[0].notes
    column = {angle.at[0] for angle in notes.angles}
    assert len(column) == 1 and max(column) < bare[0].at[0]
    heights = sorted(angle.at[1] for angle in spread(notes.angles, pixel=5.0, within=False))
    assert all(low - high >= 5 * ROWS - 0.01 for high, low in pairwise(heights))
    near = spread(notes.angles, pixel=0.1, within=False)
    assert [angle.at for angle in near] == [angle.at for angle in notes.angles]


def test_from_the_menu_it_stays_neutral_until_chosen_again(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    goal = window.posing.now
    window.actions_by_id["neutral"].trigger()
    assert window.posing.now == NEUTRAL
    window.actions_by_id["neutral"].trigger()
    assert window.posing.now == goal


def test_neutral_and_posed_side_by_side(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    figures = shown(window)
    assert [plate.view for plate in figures] == ["front", "front", "back", "back"]
    assert middle(figures[0], "psoas_major-right") == middle(window.plates["front"], "psoas_major-right") != middle(figures[1], "psoas_major-right")
    assert [caption_of(plate) for plate in figures[:2]] == ["Front, neutral", "Front, posed"]
    assert [caption_of(plate, cramped=True) for plate in figures[2:]] == ["Neutral", "Posed"]
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert len(shown(window)) == 2
    assert caption_of(shown(window)[0], cramped=True) == "Front"


def test_the_outline_of_the_neutral_body(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    before = window.stage.canvas.grab().toImage()
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    assert all(plate.notes.ghost for plate in shown(window))
    assert window.stage.canvas.grab().toImage() != before
    window.posing.free()
    click_line(qtbot, window, "pattern", TILTED)
    assert not any(plate.notes.ghost for plate in shown(window))


def test_a_muscle_is_clicked_where_it_is_now(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(show_views(window.session.state, ("right",)))
    window.posing.set_joint("head_forward", 60.0)
    assert abs(middle(shown(window)[0], "sternocleidomastoid-right")[0]
               - middle(neutral(window)[0], "sternocleidomastoid-right")[0]) > 10
    click_body(qtbot, window, "right", "sternocleidomastoid-right")
    assert window.session.state.muscle == Ref("sternocleidomastoid", "right")


def test_steps_move_the_body(qtbot: QtBot, window: Workbench, atlas: Atlas) -> None:
    cause = atlas.causes["iliopsoas_chain"]
    steps = tuple(replace(step, joints=(Joint("pelvic_tilt", 4.0 * number, ()),)) for number, step in enumerate(cause.mechanism))
    window.show_content(replace(atlas, causes={**atlas.causes, cause.id: replace(cause, mechanism=steps)}), ())
    window.session.change(choose_cause(window.session.state, Ref(cause.id, "right")))
    tilts = []
    for key in (Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Comma):
        qtbot.keyClick(window, key)
        tilts.append(window.posing.now.of("pelvic_tilt"))
    assert tilts == [0.0, 4.0, 8.0, 4.0]


def test_a_start_with_a_posture_shows_it(qtbot: QtBot, atlas: Atlas, window: Workbench) -> None:
    made = Workbench(Session(State(joints=(("pelvic_tilt", 8.0),))), Remembered("light"))
    qtbot.addWidget(made)
    made.show_content(atlas, ())
    made.show_plates(window.plates)
    assert made.posing.now == posture({"pelvic_tilt": 8.0}) and shown(made) != neutral(made)


def test_a_view_that_is_shown_later_is_posed(qtbot: QtBot, window: Workbench) -> None:
    window.posing.set_joint("pelvic_tilt", 8.0)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert [plate.view for plate in shown(window)] == ["right"] and shown(window) != neutral(window)


def test_the_picture_stays_in_its_place(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", TILTED)
    QApplication.processEvents()
    before = window.stage.canvas.camera
    window.posing.set_joint("pelvis_forward", 40.0)
    assert window.stage.canvas.camera == before


def test_between() -> None:
    start, end = posture({"pelvic_tilt": 10.0, "head_forward": 20.0}), posture({"pelvic_tilt": -10.0, "knee_flexion_left": 8.0})
    assert between(start, end, 0.5) == posture({"head_forward": 10.0, "knee_flexion_left": 4.0})
    assert between(start, end, 1.0) == end and between(start, end, 0.0) == start


def test_angles_stand_beside_the_body_and_tell_the_change(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(show_views(window.session.state, ("right", "front")))
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    told = {angle.id: angle.text for plate in shown(window) for angle in plate.notes.angles}
    assert told.keys() == {"pelvic_tilt_right", "lumbar_lordosis", "thoracic_kyphosis", "craniovertebral_angle", "pelvic_obliquity"}
    assert told["pelvic_tilt_right"] == "5°"
    window.posing.set_joint("pelvic_tilt", 9.0)
    told = {angle.id: angle.text for plate in shown(window) for angle in plate.notes.angles}
    assert told["pelvic_tilt_right"] == "14° (+9)" and told["pelvic_obliquity"] == "0°"
    window.posing.set_joint("pelvic_obliquity", -6.0)
    assert any(angle.text.startswith("\N{MINUS SIGN}6° (\N{MINUS SIGN}") for plate in shown(window) for angle in plate.notes.angles)


@pytest.mark.parametrize("beside", [False, True])
def test_what_is_noted_is_in_an_exported_drawing(window: Workbench, tmp_path: Path, beside: bool) -> None:
    window.session.change(show_views(window.session.state, ("right",)))
    window.posing.set_joint("pelvic_tilt", 9.0)
    for name in ("angles", "ghost", *(["beside_neutral"] if beside else [])):
        window.actions_by_id[name].trigger()
    text = write_apart(figure_now(window), tmp_path / "body.svg").read_text(encoding="utf-8")
    assert "14° (+9)" in text and text.count('class="neutral"') == 1
    assert ("Right, neutral" in text) == beside and (">5°<" in text) == beside
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_what_is_marked_goes_with_the_body(window: Workbench) -> None:
    window.session.change(choose_muscle(show_views(window.session.state, ("right",)), Ref("sternocleidomastoid", "right")))
    window.posing.set_joint("head_forward", 50.0)
    plate = shown(window)[0]
    lies = on_plate(window.marks, plate)
    before = {one.end: one.points for one in window.marks.attachments if one.view == "right"}
    after = {one.end: one.points for one in lies.attachments}
    # It ends at the head, which goes forward, and begins at the breastbone, which stays.
    assert after["insertion"][0][0] - before["insertion"][0][0] > 35
    assert abs(after["origin"][0][0] - before["origin"][0][0]) < 15
    ears = [next(one for one in marks.plumb if one.id == "ear_lobe").z for marks in (window.marks, lies)]
    assert ears[1] - ears[0] > 35


def test_paint_on_a_posed_body_is_kept_on_the_neutral_one(window: Workbench) -> None:
    window.session.change(show_views(window.session.state, ("right",)))
    window.posing.set_joint("head_forward", 50.0)
    plate = shown(window)[0]
    x, y = seen_point(plate, "temporalis-right")
    kept = window.posing.on_neutral(Stroke("right", ((x, y), (x + 1.0, y)), 10.0))
    assert kept.points[0][0] < x - 10
    window.session.change(replace(window.session.state, painted=(kept,)))
    (painted,) = on_plate(window.marks, plate).painted
    assert abs(painted.path.boundingRect().center().x() - x) < 6


def test_the_presentation_stands_alike(window: Workbench) -> None:
    window.posing.set_joint("pelvic_tilt", 9.0)
    window.actions_by_id["present"].trigger()
    large = next(feature for feature in window.features if isinstance(feature, Presenting)).window
    assert large and tuple(place.plate for place in large.canvas.scene.places) == shown(window)
    window.posing.set_joint("pelvic_tilt", 3.0)
    assert large.canvas.stance.posture == window.posing.now
    window.actions_by_id["present"].trigger()


def test_a_posture_in_a_link_comes_back(window: Workbench) -> None:
    window.posing.set_joint("thoracic_kyphosis", 14.0)
    link = link_of(window.session.state)
    window.posing.free()
    assert window.posing.now == NEUTRAL
    window.session.change(from_link(link, window.atlas).state)
    assert window.posing.now == posture({"thoracic_kyphosis": 14.0})


def test_the_first_posture_holds_nothing_up(qtbot: QtBot, moving: Workbench, plates: dict[ViewName, Plate]) -> None:
    moving.posing.ahead.apart = True
    with qtbot.waitSignal(moving.posing.rested, timeout=60_000):
        click_line(qtbot, moving, "pattern", TILTED)
        # What must be got ready first is got ready beside the window.
        assert not moving.posing.moving and moving.posing.now == NEUTRAL
    assert moving.posing.now == posture_of(moving.atlas, moving.session.state)
    qtbot.waitUntil(lambda: moving.posing.ahead.ready(plates.values()), timeout=60_000)
    with qtbot.waitSignal(moving.posing.rested):
        click_line(qtbot, moving, "pattern", TILTED)
        click_line(qtbot, moving, "pattern", TILTED)
        assert moving.posing.moving


def test_a_view_that_is_not_ready_stays_neutral_until_it_is(qtbot: QtBot, window: Workbench) -> None:
    window.posing.set_joint("pelvic_tilt", 10.0)
    front = shown(window)
    window.posing.ahead.apart = True
    with qtbot.waitSignal(window.posing.ahead.done, timeout=60_000):
        window.posing.set_joint("pelvic_tilt", 12.0)
        # It is got ready beside the window; what stands already keeps standing.
        assert shown(window) == front and window.posing.now.of("pelvic_tilt") == 10.0
    qtbot.waitUntil(lambda: window.posing.now.of("pelvic_tilt") == 12.0, timeout=60_000)
    assert all(one is not other for one, other in zip(shown(window), neutral(window), strict=True))


def test_forms_of_a_posed_plate_are_made_when_they_are_asked_for(window: Workbench) -> None:
    window.posing.set_joint("pelvic_tilt", 10.0)
    plate = shown(window)[0]
    chosen = plate.by_id["gluteus_medius-right"]
    assert list(plate.by_id) == list(neutral(window)[0].by_id)
    assert chosen is next(form for form in plate.forms if form.id == "gluteus_medius-right")
    assert "gluteus_medius-right" in plate.by_id and "nobody" not in plate.by_id


def test_a_body_that_cannot_be_bound_stays_neutral_and_says_so_once(qtbot: QtBot, window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_view: object, _marked: bool) -> None:
        raise UserError("the tables of the body are damaged")

    monkeypatch.setattr("app.ui.binding.bind_apart", fails)
    window.posing.ahead.apart = True
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    qtbot.waitUntil(lambda: "The tables of the body are damaged." in [told.text() for told in window.findChildren(Told)], timeout=5000)
    window.posing.set_joint("pelvic_tilt", 10)
    assert not window.posing.now.values


def test_lengths_that_cannot_be_taken_are_not_taken_again_and_again(qtbot: QtBot, window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def fails(at: object) -> None:
        tried.append(at)
        raise UserError("the tables of the body are damaged")

    monkeypatch.setattr("app.ui.measuring._measured", fails)
    measuring = next(one for one in window.features if isinstance(one, Measuring))
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    qtbot.waitUntil(lambda: bool(tried) and not measuring.is_measuring, timeout=5000)
    qtbot.wait(100)
    assert len(tried) == 1
