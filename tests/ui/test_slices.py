"""What only the window's thread may do, in slices: the window answers between them, and it ends in every case."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.model.problem import UserError
from app.model.steps import Steps
from app.ui.slices import SLICE, Slices


def slow(steps: int, left: list[int]) -> Steps[str]:
    try:
        for _ in range(steps):
            time.sleep(SLICE / 2)
            yield
    finally:
        left.append(steps)
    return "done"


def failing(error: Exception) -> Steps[str]:
    yield
    raise error


def test_the_window_has_its_turn_between_slices(qtbot: QtBot) -> None:
    turns: list[int] = []
    parent = QObject()
    timer = QTimer(parent, interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    work = Slices(slow(12, []), parent)
    with qtbot.waitSignal(work.ended):
        timer.start()
        work.begin()
    assert work.result == "done" and not work.failure
    assert len(turns) >= 5


def test_what_is_wrong_is_told(qtbot: QtBot) -> None:
    parent = QObject()
    work = Slices(failing(UserError("no diagram")), parent)
    with qtbot.waitSignal(work.ended):
        work.begin()
    assert work.result is None and work.failure == "no diagram"


def test_it_ends_after_a_fault_of_its_own(qtbot: QtBot) -> None:
    parent = QObject()
    work = Slices(failing(ValueError("a fault")), parent)
    with capture_exceptions() as thrown, qtbot.waitSignal(work.ended):
        work.begin()
    assert work.result is None and [str(one[1]) for one in thrown] == ["a fault"]


def test_what_is_left_undone_tells_nothing_and_is_tidied_up(qtbot: QtBot) -> None:
    parent, left = QObject(), []
    work = Slices(slow(50, left), parent)
    ends: list[int] = []
    work.ended.connect(lambda: ends.append(1))
    work.begin()
    qtbot.wait(30)
    work.cancel()
    qtbot.wait(30)
    assert left == [50] and not ends


def test_it_ends_with_its_parent(qtbot: QtBot) -> None:
    parent, left = QObject(), []
    Slices(slow(50, left), parent).begin()
    qtbot.wait(30)
    parent.deleteLater()
    del parent
    qtbot.wait(30)
    assert left == [50]
