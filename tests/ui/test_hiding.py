"""Muscles are hidden, shown alone, and brought back: by key, by menu on the body, by the buttons above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.reference import Ref
from app.paint.overlay import concealed
from app.ui.body_menu import BodyMenu
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line, seen_point, spot_of

COVER = "gluteus_maximus-right"


def menu_at(window: Workbench, spot: QPoint) -> BodyMenu:
    """Click the right button at a spot of the canvas, px."""
    canvas = window.stage.canvas
    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, canvas.mapToGlobal(spot)))
    return window.findChildren(BodyMenu)[-1]


def hue(window: Workbench, view: ViewName, shape: str) -> str:
    """The colour of the body where a muscle is seen at first."""
    canvas = window.stage.canvas
    QApplication.processEvents()
    return canvas.grab().toImage().pixelColor(spot_of(window, view, shape)).name()


def hidden_note(window: Workbench) -> list[str]:
    return [button.text() for button in window.stage.chips.ways_back]


def test_h_hides_the_selected_muscle_on_its_side(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", COVER)
    before = hue(window, "back", COVER)
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_H)
    assert window.session.state.hidden == {Ref("gluteus_maximus", "right")}
    assert window.session.state.muscle is None
    assert hue(window, "back", COVER) != before
    assert hidden_note(window) == ["1 hidden · show all"]


def test_what_was_beneath_a_hidden_muscle_is_clicked(qtbot: QtBot, window: Workbench) -> None:
    plate = next(place.plate for place in window.stage.canvas.scene.places if place.plate.view == "back")
    beneath = plate.stack_at(*seen_point(plate, COVER), "superficial")[1]
    click_body(qtbot, window, "back", COVER)
    qtbot.keyClick(window, Qt.Key.Key_H)
    click_body(qtbot, window, "back", COVER)
    assert window.session.state.muscle == Ref(beneath.id.removesuffix("-right"), "right")


def test_both_sides_are_hidden_when_both_are_selected(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    qtbot.keyClick(window, Qt.Key.Key_H)
    assert hidden_note(window) == ["2 hidden · show all"]


def test_nothing_selected_hides_nothing(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, Qt.Key.Key_H)
    assert not window.session.state.hidden
    assert hidden_note(window) == []


@pytest.mark.parametrize("way", ["key", "button", "clear"])
def test_all_is_brought_back(qtbot: QtBot, window: Workbench, way: str) -> None:
    for shape in (COVER, "semitendinosus-left"):
        click_body(qtbot, window, "back", shape)
        qtbot.keyClick(window, Qt.Key.Key_H)
    if way == "key":
        qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    elif way == "button":
        qtbot.mouseClick(window.stage.chips.ways_back[0], Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.state.hidden
    assert hidden_note(window) == []


def test_a_hidden_muscle_is_there_again_when_it_is_chosen(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", COVER)
    qtbot.keyClick(window, Qt.Key.Key_H)
    click_line(qtbot, window, "muscle", "gluteus_maximus")
    assert not window.session.state.hidden


def test_what_a_hidden_muscle_covered_is_no_ghost_any_more(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "piriformis")
    plate = next(place.plate for place in window.stage.canvas.scene.places if place.plate.view == "back")
    form = plate.by_id["piriformis-right"]
    assert concealed(plate, form, window.marks, "superficial") == "covered"
    for shape in (COVER, "gluteus_medius-right"):
        window.sheet.hide_shape(shape)
    assert concealed(plate, form, window.marks, "superficial") is None


def test_o_fades_all_but_what_is_selected_and_back(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", COVER)
    near = hue(window, "back", "semitendinosus-right")
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_O)
    assert window.marks.sight.clear == {COVER}
    assert hue(window, "back", "semitendinosus-right") != near
    assert hidden_note(window) == ["Others faded · show them"]
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_O)
    assert not window.session.state.alone
    assert hidden_note(window) == []


def test_alone_without_a_choice_fades_nothing(qtbot: QtBot, window: Workbench) -> None:
    before = hue(window, "back", COVER)
    qtbot.keyClick(window, Qt.Key.Key_O)
    assert hue(window, "back", COVER) == before
    assert hidden_note(window) == []


def test_a_covered_muscle_alone_is_seen_and_clicked_first(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "piriformis")
    qtbot.keyClick(window, Qt.Key.Key_O)
    window.stage.canvas.fit()
    plate = next(place.plate for place in window.stage.canvas.scene.places if place.plate.view == "back")
    form = plate.by_id["piriformis-right"]
    at = form.box.center()
    found = plate.form_at(at.x(), at.y(), "superficial", window.marks.sight)
    assert found is form or not form.seen.contains(at)


def test_a_click_on_a_faded_muscle_shows_that_one_alone(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "front", "rectus_femoris-right")
    qtbot.keyClick(window, Qt.Key.Key_O)
    click_body(qtbot, window, "back", COVER)
    assert window.marks.sight.clear == {COVER}


def test_the_menu_on_the_body_hides_what_is_under_the_pointer(qtbot: QtBot, window: Workbench) -> None:
    menu = menu_at(window, spot_of(window, "back", COVER))
    assert menu.accessibleName() == "Gluteus maximus, right"
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.line("Hide")).center())
    assert window.session.state.hidden == {Ref("gluteus_maximus", "right")}


def test_the_menu_on_the_body_shows_only_this(qtbot: QtBot, window: Workbench) -> None:
    menu = menu_at(window, spot_of(window, "back", COVER))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.line("Show only")).center())
    assert window.marks.selected == {COVER}
    assert window.marks.sight.alone


def test_beside_the_body_the_menu_brings_back(qtbot: QtBot, window: Workbench) -> None:
    window.sheet.hide_shape(COVER)
    menu = menu_at(window, QPoint(4, 4))
    assert [action.text() for action in menu.actions() if action.text()] == ["Bring all back", "Fit the whole body", "Views"]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    assert not window.session.state.hidden


def test_the_menu_key_means_the_selected_muscle(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", COVER)
    canvas = window.stage.canvas
    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert window.findChildren(BodyMenu)[-1].accessibleName() == "Gluteus maximus, right"


def test_a_screen_reader_hears_what_is_hidden(window: Workbench) -> None:
    window.sheet.hide_shape(COVER)
    assert "hidden: Gluteus maximus, right" in window.stage.canvas.accessibleDescription()
