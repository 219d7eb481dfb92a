"""Several muscles are selected, in whatever way a person does it, and laid side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.select import selected
from app.ui.workbench import Workbench
from tests.ui.hands import (
    chip_texts,
    click_body,
    click_line,
    marks,
    open_list,
    page_text,
    press_link,
)

GLUTEUS, TENDON = "gluteus_maximus-right", "semitendinosus-left"
CTRL = Qt.KeyboardModifier.ControlModifier
COMPARE = CTRL | Qt.KeyboardModifier.ShiftModifier


def chosen(window: Workbench) -> list[str]:
    return [str(ref) for ref in selected(window.session.state)]


def two_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", GLUTEUS)
    click_body(qtbot, window, "back", TENDON, ctrl=True)


def type_word(qtbot: QtBot, window: Workbench, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.topbar.search, text)


def test_a_click_with_ctrl_adds_and_takes_away(qtbot: QtBot, window: Workbench) -> None:
    two_on_the_body(qtbot, window)
    assert chosen(window) == ["gluteus_maximus:right", "semitendinosus:left"]
    assert marks(window).selected == {GLUTEUS, TENDON}
    assert chip_texts(window) == ["Gluteus maximus, right", "Semitendinosus, left"]
    assert "2 muscles selected" in page_text(window)
    click_body(qtbot, window, "back", GLUTEUS, ctrl=True)
    assert chosen(window) == ["semitendinosus:left"]
    assert page_text(window).startswith("Left semitendinosus")


def test_a_click_without_ctrl_selects_one_and_beside_the_body_none(qtbot: QtBot, window: Workbench) -> None:
    two_on_the_body(qtbot, window)
    click_body(qtbot, window, "back", GLUTEUS)
    assert chosen(window) == ["gluteus_maximus:right"]
    click_body(qtbot, window, "back", TENDON, ctrl=True)
    qtbot.mouseClick(window.stage.canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert chosen(window) == []


def test_the_list_adds_with_the_mouse_and_with_the_keyboard(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    view = open_list(qtbot, window, "muscle")
    view.scrollTo(view.rows.index_of("gastrocnemius"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, view.visualRect(view.rows.index_of("gastrocnemius")).center())
    view.setCurrentIndex(view.rows.index_of("piriformis"))
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert chosen(window) == ["soleus", "gastrocnemius", "piriformis"]
    assert chip_texts(window) == ["3 muscles"]
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert chosen(window) == ["soleus", "gastrocnemius"]


def test_a_link_of_the_panel_adds(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    press_link(qtbot, window, "muscle/tibialis_anterior", ctrl=True)
    assert chosen(window) == ["soleus", "tibialis_anterior"]


def test_the_search_adds_and_stays_open(qtbot: QtBot, window: Workbench) -> None:
    type_word(qtbot, window, "soleus")
    field = window.topbar.search
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert chosen(window) == ["soleus"]
    assert field.results.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "piriformis right")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert chosen(window) == ["soleus", "piriformis:right"]


def test_one_chip_of_many_is_taken_back_at_once(qtbot: QtBot, window: Workbench) -> None:
    window.follow("select/group/hamstrings:right")
    assert chosen(window) == [f"{one}:right" for one in window.atlas.groups["hamstrings"].members]
    assert len(chip_texts(window)) == 1
    qtbot.mouseClick(window.stage.chips.chips[0].label, Qt.MouseButton.LeftButton)
    assert len(chosen(window)) == 3
    qtbot.mouseClick(window.stage.chips.chips[0].cross, Qt.MouseButton.LeftButton)
    assert chosen(window) == []


def test_a_chip_of_two_explains_its_muscle_and_keeps_the_other(qtbot: QtBot, window: Workbench) -> None:
    two_on_the_body(qtbot, window)
    qtbot.mouseClick(window.stage.chips.chips[0].label, Qt.MouseButton.LeftButton)
    assert page_text(window).startswith("Right gluteus maximus")
    assert len(chosen(window)) == 2
    press_link(qtbot, window, "about/selection")
    assert "2 muscles selected" in page_text(window)
    qtbot.mouseClick(window.stage.chips.chips[0].cross, Qt.MouseButton.LeftButton)
    assert len(chosen(window)) == 1


@pytest.mark.parametrize(("target", "sides"), [("group/hamstrings", None), ("group/hamstrings:left", "left")])
def test_a_group_is_selected_from_its_page(qtbot: QtBot, window: Workbench, target: str, sides: str | None) -> None:
    window.follow("group/hamstrings")
    press_link(qtbot, window, f"select/{target}")
    assert {ref.side for ref in selected(window.session.state)} == {sides}


def test_the_side_is_switched_on_the_card(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    for side in (":right", ":left", ""):
        press_link(qtbot, window, f"select/muscle/soleus{side}")
        assert chosen(window) == [f"soleus{side}"]


def test_all_selected_are_hidden_at_once(qtbot: QtBot, window: Workbench) -> None:
    two_on_the_body(qtbot, window)
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_Delete, CTRL)
    assert window.session.state.hidden == {Ref("gluteus_maximus", "right"), Ref("semitendinosus", "left")}
    assert chosen(window) == []


def test_two_muscles_are_compared_by_key(qtbot: QtBot, window: Workbench) -> None:
    assert not window.actions_by_id["compare"].isEnabled()
    two_on_the_body(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_C, COMPARE)
    text = page_text(window)
    assert text.startswith("Right gluteus maximus and left semitendinosus")
    assert text.index("What they share") < text.index("Extends the hip") < text.index("Where they differ") < text.index("Origin")
    assert marks(window).selected == {GLUTEUS, TENDON}
    assert {line.end for line in marks(window).attachments} == {"origin", "insertion"}


def test_the_way_back_leads_out_of_a_comparison(qtbot: QtBot, window: Workbench) -> None:
    two_on_the_body(qtbot, window)
    press_link(qtbot, window, "compare/muscle/gluteus_maximus:right/semitendinosus:left")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "2 muscles selected" in page_text(window)


def test_two_patterns_are_compared_from_the_card(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    click_line(qtbot, window, "pattern", "backward_tipped_pelvis")
    press_link(qtbot, window, "compare/pattern/forward_tipped_pelvis/backward_tipped_pelvis")
    text = page_text(window)
    assert text.startswith("Forward tipped pelvis and backward tipped pelvis")
    assert text.index("Where they contradict each other") < text.index("Muscles of one of them only") < text.index("How to see it")
    assert len(window.session.state.patterns) == 2


@pytest.mark.parametrize("target", ["select/group/nothing", "select/muscle/", "compare/muscle/soleus", "compare/area/a/b", "copy/name/",
                                    "compare/muscle/soleus/nothing", "add/muscle/nothing", "copy/name/nothing", "copy/pattern/no", "hurts/area/no", "tick/pattern/no", "only/x"])
def test_links_to_nothing_do_nothing(window: Workbench, target: str) -> None:
    before = window.session.state
    window.follow(target)
    QApplication.processEvents()
    assert window.session.state == before
