"""Back, forward, chips, depth, views: what is chosen can be seen, changed and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.reason.ranking import ranked_causes
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, page_text, press_link


def test_alt_left_returns_and_alt_right_goes_on(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    click_line(qtbot, window, "muscle", "soleus")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.state.muscle is None
    assert "Forward tipped pelvis" in page_text(window)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session.state.muscle is not None


def test_the_way_back_leads_to_where_the_page_was_read(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    press_link(qtbot, window, f"why/{ranked_causes(window.atlas, window.session.state)[1].id}:right")
    down = window.panel.view.verticalScrollBar()
    down.setValue(300)
    read = page_text(window)
    window.panel.followed.emit("cause/true_sciatica:right")
    assert down.value() == 0
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (down.value(), page_text(window)) == (300, read)


def test_the_mouse_button_back_works_over_the_panel(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    qtbot.mouseClick(window.panel.view.viewport(), Qt.MouseButton.BackButton, pos=QPoint(30, 30))
    assert not window.session.state.patterns
    qtbot.mouseClick(window.stage.canvas, Qt.MouseButton.ForwardButton, pos=QPoint(30, 30))
    assert window.session.state.patterns


def test_back_is_off_while_there_is_nothing_to_return_to(qtbot: QtBot, window: Workbench) -> None:
    back = window.actions_by_id["back"]
    assert not back.isEnabled()
    click_line(qtbot, window, "muscle", "soleus")
    assert back.isEnabled()


@pytest.mark.parametrize(("key", "depth"), [("1", "superficial"), ("2", "intermediate"), ("3", "deep"), ("4", "bone")])
def test_the_keys_1_to_4_peel_the_body(qtbot: QtBot, window: Workbench, key: str, depth: str) -> None:
    qtbot.keyClicks(window, key)
    assert window.session.state.depth == depth
    button = window.topbar.depths.button(depth)
    assert button and button.isChecked()


def test_a_click_on_a_depth_peels_the_body(qtbot: QtBot, window: Workbench) -> None:
    button = window.topbar.depths.button("deep")
    assert button
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.state.depth == "deep"
    assert button.isChecked()


def test_a_view_can_be_hidden_but_not_the_last_one(qtbot: QtBot, window: Workbench) -> None:
    for view in ("front", "back", "back"):
        button = window.topbar.views.button(view)
        assert button
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window.session.state.views) == 1


def test_a_cross_takes_a_chosen_thing_back(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    click_line(qtbot, window, "area", "groin", "left")
    assert chip_texts(window) == ["High hip, right", "Pain: groin, left"]
    qtbot.mouseClick(window.stage.chips.chips[0].cross, Qt.MouseButton.LeftButton)
    assert chip_texts(window) == ["Pain: groin, left"]


def test_delete_takes_a_chosen_thing_back(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    qtbot.keyClick(window.stage.chips.chips[0].label, Qt.Key.Key_Delete)
    assert window.session.state.muscle is None
    assert chip_texts(window) == []


def test_a_press_on_a_chip_explains_it_again(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    click_line(qtbot, window, "area", "groin")
    qtbot.mouseClick(window.stage.chips.chips[0].label, Qt.MouseButton.LeftButton)
    assert "high hip" in page_text(window).splitlines()[0].lower()


def test_nothing_chosen_teaches_how_to_begin(window: Workbench) -> None:
    assert "How to begin" in page_text(window)
    assert chip_texts(window) == []


def test_starting_again_clears_everything(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    window.actions_by_id["clear"].trigger()
    assert "How to begin" in page_text(window)
    assert not window.session.state.patterns


def test_tab_goes_through_the_window_in_reading_order(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    views = [window.topbar.views.button(view) for view in window.session.state.views]
    chip = window.stage.chips.chips[0]
    depth = window.topbar.depths.button("superficial")
    wanted = [window.topbar.search, *views, window.topbar.presets, depth, window.navigator.tabs, chip.label, chip.cross,
              window.stage.layers, window.stage.canvas, window.panel.view]
    chain = [window.topbar.search]
    while len(chain) < 300:
        chain.append(chain[-1].nextInFocusChain())
    assert [widget for widget in chain[: chain.index(window.panel.view) + 1] if widget in wanted] == wanted
