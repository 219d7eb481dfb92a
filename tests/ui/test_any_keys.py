"""Whatever is pressed, clicked and resized while everything moves, the window goes on and closes."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.paint.plate import Plate
from app.state.choose import hide
from app.state.session import Session
from app.state.sheet import label, show_alone
from app.ui.features import ROWS
from app.ui.settings import Remembered
from app.ui.workbench import Workbench
from tests.ui.test_reach import MUSCLES, ref_of_shape

WINDOWS = ("keys", "about", "help", "settings", "save", "save_as", "open", "note", "places", "export", "print", "handout", "present")
"""What opens a window of its own, which would take the keyboard."""
KEYS = [key for row in ROWS for key in row.keys if row.id not in ("quit", *WINDOWS)]
SIZES = ((960, 600), (3000, 700), (1000, 1600))


def press(window: Workbench, keys: str) -> None:
    """Press keys wherever the focus is."""
    pressed = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())


def click(window: Workbench, chance: random.Random) -> None:
    """Click anywhere on the body."""
    canvas = window.stage.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton,
                     pos=QPoint(chance.randrange(canvas.width()), chance.randrange(canvas.height())))


@pytest.mark.parametrize("seed", range(4))
def test_any_keys_and_clicks_while_all_moves(window: Workbench, seed: int) -> None:
    chance = random.Random(seed)
    window.stage.canvas.animated = True
    for _ in range(80):
        press(window, chance.choice(KEYS))
        if chance.random() < 0.3:
            click(window, chance)
        if chance.random() < 0.1:
            window.resize(*chance.choice(SIZES))
        QApplication.processEvents()
    state = window.session.state
    assert state.muscle not in state.hidden
    assert window.actions_by_id[f"depth_{state.depth}"].isChecked() or state.fade
    assert window.actions_by_id[f"labels_{state.labels}"].isChecked()
    press(window, "Ctrl+Backspace")
    assert not (window.session.state.patterns or window.session.state.hidden or window.session.state.alone)


def test_a_body_without_muscles_can_be_clicked_and_comes_back(window: Workbench) -> None:
    state = hide(window.session.state, map(ref_of_shape, MUSCLES))
    window.session.change(label(show_alone(state, True), "layer"))
    chance = random.Random(1)
    for _ in range(40):
        click(window, chance)
    assert window.session.state.muscle is None
    press(window, "Shift+H")
    assert not window.session.state.hidden


@pytest.mark.parametrize("blob", [b"\xff" * 500, bytes(range(256)), bytes.fromhex("000000ff00000001") + b"\xff" * 8])
def test_a_damaged_place_of_the_parts_leaves_room_for_the_body(
        qtbot: QtBot, atlas: Atlas, plates: dict[ViewName, Plate], blob: bytes) -> None:
    window = Workbench(Session(), Remembered(splitter=QByteArray(blob)))
    qtbot.addWidget(window)
    window.show_content(atlas, ())
    window.show_plates(plates)
    window.show()
    assert window.stage.canvas.width() >= 400
    assert window.stage.canvas.height() > 400


def test_closing_while_the_body_moves(qtbot: QtBot, window: Workbench) -> None:
    window.stage.canvas.animated = True
    press(window, "Alt+7")
    press(window, "3")
    window.close()
    qtbot.wait(50)
    assert not window.isVisible()
