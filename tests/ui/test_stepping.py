"""A user plays the steps of a mechanism: by button, by number, by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_cause
from app.ui.step_bar import StepBar
from app.ui.stepping import Stepping
from app.ui.workbench import Workbench
from tests.ui.hands import marks, page_text, press_link

Press = Callable[[Qt.Key], None]


@pytest.fixture
def chain(window: Workbench) -> Workbench:
    window.session.change(choose_cause(window.session.state, Ref("iliopsoas_chain", "right")))
    return window


def bar(window: Workbench) -> StepBar | None:
    return window.stage.findChild(StepBar)


def button(window: Workbench, name: str) -> QToolButton:
    shown = bar(window)
    assert shown and shown.isVisible()
    return shown.buttons[name]


def stepping(window: Workbench) -> Stepping:
    return next(feature for feature in window.features if isinstance(feature, Stepping))


def press(qtbot: QtBot, window: Workbench, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(window, key, *more)
    QApplication.processEvents()


def test_by_key_to_the_third_step_and_back(qtbot: QtBot, chain: Workbench) -> None:
    for _ in range(3):
        press(qtbot, chain, Qt.Key.Key_Period)
    assert "rectus_femoris-right" in marks(chain).told and "psoas_major-right" in marks(chain).calm
    third = marks(chain)
    press(qtbot, chain, Qt.Key.Key_Period)
    press(qtbot, chain, Qt.Key.Key_Comma)
    assert marks(chain) == third
    assert chain.stage.canvas.accessibleDescription().count("Step 3 of 9")


def test_esc_and_the_step_after_the_last_show_all(qtbot: QtBot, chain: Workbench) -> None:
    whole = marks(chain)
    press(qtbot, chain, Qt.Key.Key_Comma)
    assert chain.session.state.step == 9
    press(qtbot, chain, Qt.Key.Key_Period)
    assert marks(chain) == whole
    press(qtbot, chain, Qt.Key.Key_Period)
    press(qtbot, chain, Qt.Key.Key_Escape)
    assert marks(chain) == whole
    shown = bar(chain)
    assert shown and not shown.isVisible()


def test_by_a_click_on_a_number(qtbot: QtBot, chain: Workbench) -> None:
    press_link(qtbot, chain, "step/3")
    assert chain.session.state.step == 3
    qtbot.waitUntil(lambda: chain.lengths_in(chain.session.state) is not None)
    press_link(qtbot, chain, "step/8")
    assert chain.session.state.step == 8
    press_link(qtbot, chain, "step/all")
    assert chain.session.state.step is None


def test_by_button(qtbot: QtBot, chain: Workbench) -> None:
    press_link(qtbot, chain, "step/2")
    told = []
    for name in ("step_next", "step_next", "step_before", "step_first"):
        qtbot.mouseClick(button(chain, name), Qt.MouseButton.LeftButton)
        told.append(chain.session.state.step)
    assert told == [3, 4, 3, 1]
    qtbot.mouseClick(button(chain, "step_end"), Qt.MouseButton.LeftButton)
    assert chain.session.state.step is None


def test_it_plays_by_itself_until_something_is_done(qtbot: QtBot, chain: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SHORTEST", "LONGEST"):
        monkeypatch.setattr(f"app.ui.stepping.{name}", 200)
    press_link(qtbot, chain, "step/play")
    qtbot.waitUntil(lambda: (chain.session.state.step or 0) >= 3, timeout=20000)
    assert stepping(chain).playing
    qtbot.mouseClick(chain.stage.canvas, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert not stepping(chain).playing
    assert chain.session.state.step


def test_play_ends_on_the_last_step(qtbot: QtBot, chain: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SHORTEST", "LONGEST"):
        monkeypatch.setattr(f"app.ui.stepping.{name}", 1)
    press(qtbot, chain, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not stepping(chain).playing, timeout=20000)
    assert chain.session.state.step == 9


def test_pause_and_play_are_one_button(qtbot: QtBot, chain: Workbench) -> None:
    press_link(qtbot, chain, "step/4")
    play = button(chain, "step_play")
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert stepping(chain).playing and play.accessibleName() == "Pause"
    press(qtbot, chain, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert not stepping(chain).playing and play.accessibleName() != "Pause"
    assert chain.session.state.step == 4


def test_the_page_follows(qtbot: QtBot, chain: Workbench) -> None:
    press(qtbot, chain, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: chain.panel.view.verticalScrollBar().value() > 0)
    assert "9" in [text.strip() for text in chain.panel.view.framed_texts()]
    assert "How it comes about" in page_text(chain)


def test_where_there_are_no_steps_the_keys_do_nothing(qtbot: QtBot, window: Workbench) -> None:
    before = window.session.state
    press(qtbot, window, Qt.Key.Key_Period)
    press(qtbot, window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert window.session.state == before
    assert not window.actions_by_id["step_next"].isEnabled()
    assert bar(window) is None
