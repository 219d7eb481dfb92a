"""Choosing a posture or a pain in the lists lights up muscles and explains them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.nav_rows import ListName
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, marks, open_list, page_text


def test_a_click_on_a_pattern_lights_up_its_muscles(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    shown = marks(window)
    assert shown.states["psoas_major-right"] == "tight_short"
    assert shown.states["gluteus_maximus-left"] == "weak"


def test_the_panel_explains_a_chosen_pattern(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    text = page_text(window)
    assert all(word in text for word in ("Forward tipped pelvis", "Tight", "psoas major", "Weak", "gluteus maximus"))


def test_a_second_click_takes_the_pattern_back(qtbot: QtBot, window: Workbench) -> None:
    for _ in range(2):
        click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    assert not window.session.state.patterns
    assert not marks(window).states


def test_a_pattern_with_sides_stands_on_the_right_unless_told(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    assert window.session.state.patterns == (Ref("high_hip", "right"),)


def test_the_button_for_left_gives_a_pattern_its_side(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    click_line(qtbot, window, "pattern", "high_hip", "left")
    assert window.session.state.patterns == (Ref("high_hip", "left"),)
    assert "quadratus_lumborum-left" in marks(window).states
    assert "quadratus_lumborum-right" not in marks(window).states


def test_keys_choose_a_pattern_and_its_side(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "pattern")
    view.setCurrentIndex(view.rows.index_of("high_hip"))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert window.session.state.patterns == (Ref("high_hip", "left"),)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not window.session.state.patterns


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_the_arrows_for_a_side_stay_on_a_line_without_sides(qtbot: QtBot, window: Workbench, key: Qt.Key) -> None:
    view = open_list(qtbot, window, "pattern")
    line = view.rows.index_of("forward_tipped_pelvis")
    view.setCurrentIndex(line)
    qtbot.keyClick(view, key)
    assert view.currentIndex() == line
    assert not window.session.state.patterns


def test_the_arrow_down_reaches_the_next_line(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "pattern")
    view.setFocus()
    first = view.rows.row_at(view.currentIndex())
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert first and window.session.state.patterns[0].id != first.id


@pytest.mark.parametrize("name", ["pattern", "area", "muscle"])
def test_the_keys_go_from_line_to_line_past_the_heads(qtbot: QtBot, window: Workbench, name: ListName) -> None:
    view = open_list(qtbot, window, name)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 12, Qt.Key.Key_PageDown, *[Qt.Key.Key_Up] * 9, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
        assert view.rows.row_at(view.currentIndex())
    qtbot.keyClick(view, Qt.Key.Key_Home)
    first = view.currentIndex().data()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().data() == first
    assert view.verticalScrollBar().value() == 0


def test_a_click_on_an_area_lights_up_what_refers_there(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    shown = marks(window)
    assert window.session.state.pain == (Ref("low_back", "right"),)
    assert shown.roles["iliocostalis_lumborum-right"] == "refers_essential"
    assert shown.triggers


def test_the_panel_names_essential_before_spillover(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    text = page_text(window)
    assert 0 < text.index("Essential") < text.index("Spillover")


def test_red_flags_stand_first_on_a_page_about_pain(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back")
    text = page_text(window)
    assert text.index("See a doctor first") < text.index("Essential")


def test_right_and_left_of_an_area_become_one_choice(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    click_line(qtbot, window, "area", "low_back", "left")
    assert window.session.state.pain == (Ref("low_back", "both"),)
    assert chip_texts(window) == ["Pain: low back, both sides"]


def test_a_muscle_of_the_list_is_selected_on_both_sides(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "piriformis")
    assert marks(window).selected == {"piriformis-right", "piriformis-left"}
    text = page_text(window)
    assert all(word in text for word in ("Origin", "Insertion", "Nerve", "Actions"))


def test_the_filter_shortens_the_list_of_muscles(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "muscle")
    qtbot.keyClicks(window.navigator.pages["muscle"].filter, "gluteus")
    assert view.rows.index_of("gluteus_medius").isValid()
    assert not view.rows.index_of("soleus").isValid()


def test_a_test_of_the_list_is_explained(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "test")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    subject = window.session.state.subject
    assert subject and subject.kind == "test"
    assert "Check it" in page_text(window)


def test_lists_say_what_is_chosen_to_a_screen_reader(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "left")
    view = window.navigator.pages["pattern"].list
    spoken = view.rows.index_of("high_hip").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "High hip" in spoken and "left chosen" in spoken
