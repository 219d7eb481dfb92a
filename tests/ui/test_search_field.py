"""The search: typed anywhere with Ctrl+K, taken with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.workbench import Workbench


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
