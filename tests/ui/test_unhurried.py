"""A frame that is painted in steps is the one that is painted at once, and what was there is shown meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pattern
from app.state.sheet import peel, show_alone, show_views
from app.state.state import State
from app.ui.workbench import Workbench

STATES = {
    "pattern": choose_pattern(State(), Ref("high_hip", "right")),
    "muscle beneath others": choose_muscle(State(), Ref("psoas_major", "right")),
    "alone": show_alone(choose_pattern(State(), Ref("forward_tipped_pelvis")), True),
    "all views": show_views(State(), ("front", "back", "right", "left")),
    "one view, deep": show_views(peel(State(), "deep"), ("left",)),
}


def seen(window: Workbench) -> QImage:
    """The body as it is shown."""
    return window.stage.canvas.grab().toImage()


def at_rest(window: Workbench) -> QImage:
    """The body once all parts have found their places."""
    for _ in range(3):
        QApplication.processEvents()
    return seen(window)


def comes_to(qtbot: QtBot, window: Workbench, picture: QImage) -> None:
    """Wait until the body is shown so."""
    def shown() -> bool:
        return seen(window) == picture
    qtbot.waitUntil(shown, timeout=20000)


@pytest.mark.parametrize("name", STATES)
def test_painted_in_steps_it_is_the_same(qtbot: QtBot, window: Workbench, name: str) -> None:
    window.session.change(STATES[name])
    at_once = at_rest(window)
    window.session.change(State())
    assert at_rest(window) != at_once
    window.stage.canvas.unhurried.wanted = True
    window.session.change(STATES[name])
    comes_to(qtbot, window, at_once)


def test_other_views_stand_there_whole_or_not_at_all(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(STATES["all views"])
    after = at_rest(window)
    window.session.change(State())
    before = at_rest(window)
    window.stage.canvas.unhurried.wanted = True
    window.session.change(STATES["all views"])
    assert seen(window) == before
    comes_to(qtbot, window, after)


def test_a_change_while_it_is_painted_begins_anew(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(STATES["muscle beneath others"])
    last = at_rest(window)
    window.session.change(State())
    at_rest(window)
    window.stage.canvas.unhurried.wanted = True
    for name in ("pattern", "muscle beneath others"):
        window.session.change(STATES[name])
        seen(window)
    comes_to(qtbot, window, last)


def test_closing_while_it_is_painted(qtbot: QtBot, window: Workbench) -> None:
    window.stage.canvas.unhurried.wanted = True
    window.session.change(STATES["all views"])
    seen(window)
    window.close()
    qtbot.wait(50)
    assert not window.isVisible()
