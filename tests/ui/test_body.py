"""The body in the window: clicks on it select muscles, or say where it hurts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_body, click_line, open_list, page_text


def test_a_clicked_muscle_is_selected_on_its_side(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", "gluteus_maximus-left")
    assert window.session.state.muscle == Ref("gluteus_maximus", "left")
    assert "gluteus maximus" in page_text(window).lower()


def test_a_shape_without_a_card_changes_nothing(window: Workbench) -> None:
    window.stage.canvas.muscle_clicked.emit("masseter-left")
    assert window.session.state.muscle is None


def test_the_button_lets_a_click_say_where_it_hurts(qtbot: QtBot, window: Workbench) -> None:
    open_list(qtbot, window, "area")
    qtbot.mouseClick(window.navigator.pick, Qt.MouseButton.LeftButton)
    assert window.stage.canvas.pick_areas
    click_body(qtbot, window, "back", "low_back-right")
    assert window.session.state.pain == (Ref("low_back", "right"),)
    assert "trigger" in page_text(window).lower()


def test_a_second_click_at_an_area_takes_it_back(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["pick"].trigger()
    for _ in range(2):
        click_body(qtbot, window, "back", "low_back-right")
    assert window.session.state.pain == ()


def test_the_body_and_the_lists_agree(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "muscle")
    click_body(qtbot, window, "front", "rectus_femoris-right")
    chosen = view.rows.first_chosen()
    assert chosen.data() == "Rectus femoris"
    assert view.viewport().rect().contains(view.visualRect(chosen).center())


def test_escape_on_the_body_ends_picking_too(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["pick"].trigger()
    window.stage.canvas.setFocus()
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_Escape)
    assert not window.stage.canvas.pick_areas


def test_escape_ends_clicking_where_it_hurts(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["pick"].trigger()
    assert window.stage.canvas.pick_areas
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.stage.canvas.pick_areas
    assert not window.navigator.pick.isChecked()


def test_a_click_beside_the_body_drops_the_muscle_only(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    window.stage.canvas.muscle_clicked.emit("soleus-left")
    window.stage.canvas.cleared.emit()
    assert chip_texts(window) == ["Forward tipped pelvis"]


def test_the_state_that_the_window_opens_with_is_shown(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "left")
    other = Workbench(type(window.session)(window.session.state))
    qtbot.addWidget(other)
    other.show_content(window.atlas, ())
    assert chip_texts(other) == ["High hip, left"]
    assert "high hip" in page_text(other).lower()
