"""The search: typed anywhere with Ctrl+K, taken with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts


def type_query(qtbot: QtBot, window: Workbench, text: str) -> None:
    """Open the search from the keyboard and type."""
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.topbar.search, text)


def found(window: Workbench) -> list[str]:
    model = window.topbar.search.results.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_ctrl_k_opens_the_search(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.topbar.search.hasFocus()


def test_a_misspelt_muscle_is_found_and_taken(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "psaos")
    assert found(window)[0] == "Psoas major"
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.session.state.muscle == Ref("psoas_major")
    assert not window.topbar.search.results.isVisible()


def test_the_arrows_move_through_the_results(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "gluteus")
    second = found(window)[1]
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.session.state.muscle
    assert window.atlas.muscles[window.session.state.muscle.id].name.lower() == second.lower()


def test_the_mouse_takes_a_result(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "forward tipped")
    view = window.topbar.search.results
    spot = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.session.state.patterns == (Ref("forward_tipped_pelvis"),)


def test_an_area_that_is_found_is_where_it_hurts(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "low back")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.session.state.pain == (Ref("low_back", "both"),)


def test_escape_closes_the_results_then_clears(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "psoas")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert not window.topbar.search.results.isVisible()
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert window.topbar.search.text() == ""


def test_nothing_found_is_said(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "xyzzyq")
    assert found(window)[0].startswith("Nothing found")
    before = window.session.state
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.session.state == before


def test_digits_in_the_search_do_not_peel_the_body(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "3")
    assert window.session.state.depth == "superficial"
    assert window.topbar.search.text() == "3"


def test_the_body_zooms_to_what_was_found(qtbot: QtBot, window: Workbench) -> None:
    asked: list[object] = []
    window.stage.canvas.zoom_to = asked.append  # type: ignore[method-assign]
    type_query(qtbot, window, "soleus")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert asked == [("soleus-right", "soleus-left")]


def glowing(window: Workbench) -> set[str]:
    return set(window.stage.canvas.tip[0].shapes)


def test_what_is_marked_glows_on_the_body_until_the_results_close(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "soleus")
    assert glowing(window) == {"soleus-right", "soleus-left"}
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert not glowing(window)


def test_the_glow_follows_the_arrows_and_the_mouse(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "gluteus")
    first = glowing(window)
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Down)
    assert glowing(window) and glowing(window) != first
    view = window.topbar.search.results
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    assert glowing(window) == first


@pytest.mark.parametrize(("words", "shape"), [
    ("forward tipped pelvis", "psoas_major-left"), ("high hip left", "quadratus_lumborum-left"), ("hamstrings", "biceps_femoris-right"),
    ("calf pain left", "calf-left"), ("piriformis syndrome", "piriformis-right"), ("thomas test", "psoas_major-right"),
    ("psoas pressure release", "psoas_major-left"),
])
def test_hits_of_every_kind_glow(qtbot: QtBot, window: Workbench, words: str, shape: str) -> None:
    type_query(qtbot, window, words)
    assert shape in glowing(window)


def test_after_enter_the_keys_act_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "soleus")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.stage.canvas.hasFocus()
    assert not glowing(window)
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_H)
    assert len(window.session.state.hidden) == 2


def test_ctrl_delete_hides_the_marked_muscle_and_the_next_word_can_be_typed(qtbot: QtBot, window: Workbench) -> None:
    field = window.topbar.search
    type_query(qtbot, window, "gluteus maximus")
    qtbot.keyClick(field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert {str(ref) for ref in window.session.state.hidden} == {"gluteus_maximus:right", "gluteus_maximus:left"}
    assert field.hasFocus() and not field.text() and not field.results.isVisible()
    qtbot.keyClicks(field, "gluteus medius left")
    qtbot.keyClick(field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert Ref("gluteus_medius", "left") in window.session.state.hidden
    assert Ref("gluteus_medius", "right") not in window.session.state.hidden


def test_ctrl_delete_in_the_empty_field_hides_what_is_selected(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "soleus left")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.session.state.hidden == {Ref("soleus", "left")}


def test_what_cannot_be_hidden_stays_typed(qtbot: QtBot, window: Workbench) -> None:
    type_query(qtbot, window, "thomas test")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.state.hidden
    assert window.topbar.search.text() == "thomas test"


def test_enter_leads_to_the_body_and_with_shift_one_goes_on_searching(qtbot: QtBot, window: Workbench) -> None:
    search = window.topbar.search
    search.setFocus()
    qtbot.keyClicks(search, "high hip right")
    qtbot.keyClick(search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert search.hasFocus() and not search.text()
    qtbot.keyClicks(search, "backward tipped")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chip_texts(window) == ["High hip, right", "Backward tipped pelvis"]
    assert window.stage.canvas.hasFocus()
