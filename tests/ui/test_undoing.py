"""Ctrl+Z takes back, Ctrl+Shift+Z does again, and the menu says what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.choose import hide
from app.ui.gestures import ref_of_shape
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, page_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_z_takes_back_and_ctrl_shift_z_does_again(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "right")
    assert window.actions_by_id["undo"].text() == "Undo: right high hip"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert chip_texts(window) == [] and "How to begin" in page_text(window)
    assert not window.actions_by_id["undo"].isEnabled()
    assert window.actions_by_id["redo"].text() == "Redo: right high hip"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert chip_texts(window) == ["High hip, right"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert chip_texts(window) == ["High hip, right"]


def test_starting_again_can_be_undone(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "right")
    click_line(qtbot, window, "area", "groin", "left")
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL)
    assert window.actions_by_id["undo"].text() == "Undo: start again"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert chip_texts(window) == ["High hip, right", "Pain: groin, left"]


def test_the_depth_stays_and_a_hidden_muscle_comes_back(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(hide(window.session.state, (ref_of_shape("gluteus_maximus-right"),)))
    assert window.actions_by_id["undo"].text() == "Undo: hide gluteus maximus"
    qtbot.keyClicks(window, "3")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert (window.session.state.hidden, window.session.state.depth) == (frozenset(), "deep")


def test_an_answer_is_undone_by_its_name(qtbot: QtBot, window: Workbench) -> None:
    window.controller.follow("answer/slr=positive")
    assert window.actions_by_id["undo"].text() == "Undo: straight leg raise"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not window.session.state.answers
