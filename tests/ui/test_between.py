"""Parts that are opened between the body and the panel: side by side, and never at the cost of the body."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.late import Kind, Late
from app.ui.workbench import Workbench


def late(window: Workbench, title: str) -> Late[QLabel]:
    """A part that is made at once."""
    def made() -> QLabel:
        label = QLabel(title)
        label.setMinimumWidth(250)
        return label

    return Late(window.between, Kind(title, (), 320, 288), made, window)


@pytest.fixture
def two(window: Workbench) -> tuple[Late[QLabel], Late[QLabel]]:
    """Two parts, none of them open."""
    return late(window, "One"), late(window, "Two")


def resized(window: Workbench, width: int) -> None:
    """Give the window another width, px."""
    window.resize(width, 800)
    QApplication.processEvents()


def opened(*parts: Late[QLabel]) -> None:
    """Open them, one after the other."""
    for part in parts:
        part.show(True)
        QApplication.processEvents()


def test_two_stand_side_by_side_in_a_wide_window(window: Workbench, two: tuple[Late[QLabel], Late[QLabel]]) -> None:
    resized(window, 1920)
    before = window.splitter.sizes()
    opened(*two)
    assert [window.splitter.widget(place) for place in (2, 3)] == [two[0].view, two[1].view]
    assert [one.view.width() for one in two if one.view] == [320, 320]
    for one in two:
        one.show(False)
    QApplication.processEvents()
    assert window.splitter.sizes() == before


def test_the_body_keeps_its_room_in_a_usual_window(window: Workbench, two: tuple[Late[QLabel], Late[QLabel]]) -> None:
    resized(window, 1280)
    before = window.splitter.sizes()
    opened(two[0])
    assert window.stage.width() >= 400 and window.navigator.isVisible() and two[0].view and two[0].view.width() >= 288
    two[0].show(False)
    QApplication.processEvents()
    assert window.splitter.sizes() == before


def test_where_two_find_no_room_the_first_goes(qtbot: QtBot, window: Workbench, two: tuple[Late[QLabel], Late[QLabel]]) -> None:
    resized(window, 1200)
    opened(two[0])
    with qtbot.waitSignal(two[0].toggled, check_params_cb=lambda shown: not shown):
        two[1].show(True)
    QApplication.processEvents()
    assert not two[0].is_open and two[1].is_open and window.stage.width() >= 400


def test_a_window_that_gets_narrower_folds_the_lists_and_gives_them_back(window: Workbench, two: tuple[Late[QLabel], Late[QLabel]]) -> None:
    resized(window, 1280)
    opened(two[0])
    resized(window, 1000)
    assert window.navigator.isHidden() and window.stage.width() >= 400
    resized(window, 1280)
    assert window.navigator.isVisible() and window.stage.width() >= 400
