"""The body comes close to what is chosen by name; motion and labels are choices that are remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.session import Session
from app.ui.settings import Remembered, read_settings, write_settings
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line


def test_a_muscle_of_the_list_is_brought_near(qtbot: QtBot, window: Workbench) -> None:
    before = window.stage.canvas.camera
    click_line(qtbot, window, "muscle", "piriformis")
    assert window.stage.canvas.camera.scale > before.scale


def test_a_link_to_a_muscle_brings_it_near(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    before = window.stage.canvas.camera
    window.panel.followed.emit("muscle/quadratus_lumborum:left")
    assert window.stage.canvas.camera.scale > before.scale


def test_a_click_on_the_body_brings_nothing_near(qtbot: QtBot, window: Workbench) -> None:
    before = window.stage.canvas.camera
    click_body(qtbot, window, "back", "gluteus_maximus-left")
    assert window.stage.canvas.camera.scale <= before.scale


def test_without_motion_the_body_is_there_at_once(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["motion"].trigger()
    window.actions_by_id["motion"].trigger()
    assert window.stage.canvas.animated
    window.actions_by_id["motion"].trigger()
    click_line(qtbot, window, "muscle", "piriformis")
    assert not window.stage.canvas._motion.flying
    assert window.remembered().motion is False


def test_l_goes_through_the_labels(qtbot: QtBot, window: Workbench) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_L)
        seen.append(window.session.state.labels)
        assert window.actions_by_id[f"labels_{seen[-1]}"].isChecked()
    assert seen == ["chosen", "layer", "none"]


def test_shift_n_goes_through_the_languages(qtbot: QtBot, window: Workbench) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        seen.append(window.session.state.names)
    assert seen == ["latin", "both", "english"]


def test_the_menu_chooses_labels_and_language(window: Workbench) -> None:
    for name in ("labels_layer", "names_both"):
        window.actions_by_id[name].trigger()
    assert (window.session.state.labels, window.session.state.names) == ("layer", "both")


def test_motion_labels_and_language_are_remembered(window: Workbench, own_settings: Path) -> None:
    for name in ("labels_chosen", "names_latin", "motion"):
        window.actions_by_id[name].trigger()
    write_settings(own_settings, window.remembered())
    found = read_settings(own_settings)
    assert (found.labels, found.names, found.motion) == ("chosen", "latin", False)


def test_views_and_plumb_line_are_remembered(qtbot: QtBot, window: Workbench, own_settings: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_P)
    write_settings(own_settings, window.remembered())
    found = read_settings(own_settings)
    assert (found.views, found.plumb) == (("front", "back", "right", "left"), False)


def test_remembered_stillness_is_kept_from_the_start(qtbot: QtBot) -> None:
    window = Workbench(Session(), Remembered("light", motion=False))
    qtbot.addWidget(window)
    assert not window.stage.canvas.animated
    assert not window.actions_by_id["motion"].isChecked()
