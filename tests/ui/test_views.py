"""Views: one, pairs or all four, by buttons, by menu and by keys; a muscle is found in each of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line

ALL = ("front", "back", "right", "left")


def shown(window: Workbench) -> tuple[ViewName, ...]:
    return tuple(place.plate.view for place in window.stage.canvas.scene.places)


@pytest.mark.parametrize(("key", "views"), [
    ("1", ("front",)), ("2", ("back",)), ("3", ("right",)), ("4", ("left",)), ("5", ("front", "back")),
    ("6", ("right", "left")), ("7", ALL)])
def test_alt_and_a_digit_show_views(qtbot: QtBot, window: Workbench, key: str, views: tuple[ViewName, ...]) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == views
    for view in ALL:
        button = window.topbar.views.button(view)
        assert button and button.isChecked() is (view in views)


def test_the_menu_beside_the_views_has_them_together(qtbot: QtBot, window: Workbench) -> None:
    menu = window.topbar.presets.menu()
    assert [action.text() for action in menu.actions()][-3:] == ["Front and back", "Both sides", "All four"]
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[-2]).center())
    assert shown(window) == ("right", "left")


def test_buttons_make_any_pair(qtbot: QtBot, window: Workbench) -> None:
    for view in ("right", "front"):
        button = window.topbar.views.button(view)
        assert button
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(window) == ("back", "right")


def test_a_view_without_a_diagram_is_not_offered(qtbot: QtBot, window: Workbench) -> None:
    front = {place.plate.view: place.plate for place in window.stage.canvas.scene.places}
    window.show_plates(front)
    assert not window.actions_by_id["view_all"].isEnabled()
    assert window.actions_by_id["view_front_back"].isEnabled()
    qtbot.keyClick(window, "7", Qt.KeyboardModifier.AltModifier)
    assert shown(window) == ("front", "back")


@pytest.mark.parametrize("view", ALL)
def test_a_covered_muscle_is_outlined_in_each_view(qtbot: QtBot, window: Workbench, view: ViewName) -> None:
    index = str(ALL.index(view) + 1)
    qtbot.keyClick(window, index, Qt.KeyboardModifier.AltModifier)
    before = window.stage.canvas.grab().toImage()
    click_line(qtbot, window, "muscle", "psoas_major")
    window.stage.canvas.fit()
    with_it = window.stage.canvas.grab().toImage()
    assert with_it != before


def test_a_muscle_is_clicked_among_four_views(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, "7", Qt.KeyboardModifier.AltModifier)
    click_body(qtbot, window, "left", "gluteus_maximus-left")
    assert window.marks.selected == {"gluteus_maximus-left"}


def test_the_locator_shows_all_four(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, "7", Qt.KeyboardModifier.AltModifier)
    for _ in range(6):
        window.stage.zoom_in()
    canvas = window.stage.canvas

    def found() -> bool:
        canvas.grab()
        return canvas._sheet._locator is not None

    # It waits until the picture rests.
    qtbot.waitUntil(found, timeout=5000)
    locator = canvas._sheet._locator
    assert locator
    size, box = locator.deviceIndependentSize(), canvas.scene.box
    assert size.width() / size.height() == pytest.approx(box.width() / box.height(), rel=0.02)


@pytest.mark.parametrize("width", [960, 1180, 1280, 1920])
def test_the_bar_says_all_its_words_at_any_width(window: Workbench, width: int) -> None:
    window.resize(width, 700)
    for _ in range(2):
        QApplication.processEvents()
    for segments in (window.topbar.views, window.topbar.depths):
        for button in segments.buttons:
            assert button.width() >= button.sizeHint().width()
