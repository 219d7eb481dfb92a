"""Where there is little room the search, the labels of what is chosen and the tools of painting stay whole and in few rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.state import Answer, Felt
from app.ui.cut import fair
from app.ui.icons import icon_size
from app.ui.looks import Looks
from app.ui.painting import Painting
from app.ui.search_field import PLACEHOLDER
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, page_text, press_link


@pytest.fixture(autouse=True)
def usual_again(window: Workbench) -> object:
    """The size belongs to the application: the next test begins with the usual one."""
    yield
    set_text(window, 100)


def set_text(window: Workbench, size: int) -> None:
    """Give the text a size, per cent."""
    next(one for one in window.features if isinstance(one, Looks)).set_text(size)
    QApplication.processEvents()


def rows(window: Workbench) -> int:
    """How many rows the labels above the body take."""
    bar = window.stage.chips
    parts = (*bar.chips, bar.add, *(one for one in bar.ways_back if one.isVisible()))
    return len({part.geometry().center().y() for part in parts})


@pytest.mark.parametrize("width", [960, 1280, 1366, 1920])
def test_the_search_says_what_it_is_for(window: Workbench, width: int) -> None:
    window.resize(width, 800)
    QApplication.processEvents()
    field = window.topbar.search
    said = field.placeholderText()
    assert field.fontMetrics().horizontalAdvance(said) < field.width() - icon_size().width()
    assert width < 1366 or said == PLACEHOLDER
    assert field.width() >= 240


def test_two_patterns_and_a_pain_with_an_answer_stand_in_one_row(window: Workbench) -> None:
    window.resize(1280, 800)
    window.controller.pick("pattern", Ref("high_hip", "right"))
    window.controller.pick("pattern", Ref("backward_tipped_pelvis"))
    QApplication.processEvents()
    assert rows(window) == 1
    window.controller.clear_all()
    window.controller.follow("show/area/low_back:right")
    window.session.change(replace(window.session.state, answers=(Answer("saddle_numbness", "positive"),)))
    QApplication.processEvents()
    assert rows(window) == 1
    said = [chip.label.text() for chip in window.stage.chips.chips]
    assert said[0] == "Pain: low back, right" and said[1].endswith(": yes")


def test_answers_share_a_label_that_tells_them(window: Workbench) -> None:
    window.controller.follow("show/area/low_back:right")
    window.session.change(replace(window.session.state, answers=(Answer("saddle_numbness", "negative"), Answer("fever", "positive"))))
    assert chip_texts(window)[-1] == "2 answers"
    assert len(window.stage.chips.chips[-1].label.toolTip().splitlines()) == 2


def test_what_adds_is_words_only_while_nothing_is_chosen(window: Workbench) -> None:
    add = window.stage.chips.add
    assert add.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextOnly
    window.controller.pick("pattern", Ref("high_hip", "right"))
    assert add.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not add.icon().isNull()
    assert add.accessibleName() and "Ctrl+K" in add.toolTip()


@pytest.mark.parametrize(("needs", "room", "most"), [((50, 60), 200, 200), ((50, 300), 200, 150), ((300, 300), 200, 100), ((), 9, 9)])
def test_only_the_longest_lose_something(needs: tuple[float, ...], room: float, most: float) -> None:
    assert fair(needs, room) == most


@pytest.mark.parametrize("size", [80, 100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(960, 600), (1280, 800), (1920, 1080)])
def test_the_tools_of_painting_are_whole(window: Workbench, width: int, height: int, size: int) -> None:
    window.resize(width, height)
    set_text(window, size)
    window.spread()
    window.actions_by_id["brush"].trigger()
    QApplication.processEvents()
    bar = next(one for one in window.features if isinstance(one, Painting)).bar
    assert bar
    for part in bar.parts:
        if part.isVisible():
            assert bar.rect().contains(part.rect().translated(part.mapTo(bar, part.rect().topLeft()))), part.accessibleName()
    pick = window.navigator.pick
    assert pick.fontMetrics().horizontalAdvance(pick.text()) < pick.width()


def test_how_strong_a_pain_is_fills_its_frame(window: Workbench) -> None:
    window.controller.follow("show/area/lateral_hip:right")
    window.session.change(replace(window.session.state, felt=(Felt(Ref("lateral_hip", "right"), 6.0),)))
    view = window.panel.view
    view.document().documentLayout().documentSize()
    widths = {round(rect.width()) for rect in view.answer_rects() if rect.width() < 41}
    assert widths == {40}


def test_the_sources_of_the_warning_open_at_a_press(qtbot: QtBot, window: Workbench) -> None:
    window.controller.follow("show/area/low_back:right")
    assert "NICE NG59" not in page_text(window).split("On the body")[0]
    press_link(qtbot, window, "why/flag sources")
    assert "NICE NG59" in page_text(window).split("On the body")[0]
