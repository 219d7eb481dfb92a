"""The menus of things: on the body, in the lists, on links; opened with the pointer and with the menu key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.reason.kin import nerves_of, of_nerve
from app.state.select import selected
from app.ui.body_menu import BodyMenu
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line, open_list, page_text, spot_of

GLUTEUS = "gluteus_maximus-right"


def menu_of(window: Workbench, widget: QWidget, at: QPoint, by_key: bool = False) -> BodyMenu:
    """Click the right button at a place of a widget (px), or press the menu key."""
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return window.findChildren(BodyMenu)[-1]


def body_menu(window: Workbench, shape: str = GLUTEUS) -> BodyMenu:
    return menu_of(window, window.stage.canvas, spot_of(window, "back", shape))


def take(qtbot: QtBot, menu: BodyMenu, text: str) -> None:
    """Move to an entry with the keys, as far as it stands in this menu, and take it."""
    menu.setActiveAction(menu.line(text))
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def chosen(window: Workbench) -> list[str]:
    return [str(ref) for ref in selected(window.session.state)]


def texts(menu: BodyMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def test_the_menu_of_a_muscle_says_what_can_be_done(window: Workbench) -> None:
    click_texts = texts(body_menu(window, "biceps_femoris-right"))
    assert click_texts == [
        "Biceps femoris, right", "Select also", "Show only this", "Hide", "Both sides", "Right only", "Left only",
        "All muscles of the tibial part of the sciatic nerve (4)", "Its antagonists (7)", "All hamstrings (3)", "Copy name", "Copy link",
        "Pain here (back of thigh, right)", "Bring all back"]


def test_select_also(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    window.stage.canvas.fit()
    take(qtbot, body_menu(window), "Select also")
    assert chosen(window) == ["soleus", "gluteus_maximus:right"]
    take(qtbot, body_menu(window), "Take from the selection")
    assert chosen(window) == ["soleus"]


@pytest.mark.parametrize(("entry", "ref"), [("Both sides", "gluteus_maximus"), ("Right only", "gluteus_maximus:right"), ("Left only", "gluteus_maximus:left")])
def test_sides(qtbot: QtBot, window: Workbench, entry: str, ref: str) -> None:
    take(qtbot, body_menu(window), entry)
    assert chosen(window) == [ref]
    assert body_menu(window).line(entry).isChecked()


def test_the_muscles_of_its_nerve_its_antagonists_its_group(qtbot: QtBot, window: Workbench) -> None:
    muscle = window.atlas.muscles["biceps_femoris"]
    take(qtbot, body_menu(window, "biceps_femoris-right"), "All muscles of")
    assert chosen(window) == [f"{one}:right" for one in of_nerve(window.atlas, nerves_of(muscle)[0])]
    take(qtbot, body_menu(window, "biceps_femoris-right"), "Its antagonists")
    assert {ref.id for ref in selected(window.session.state)} == set(muscle.antagonists.muscles)
    take(qtbot, body_menu(window, "biceps_femoris-right"), "All hamstrings")
    assert len(chosen(window)) == 3


def test_compare_with_what_is_selected(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "back", "semitendinosus-left")
    take(qtbot, body_menu(window), "Compare with semitendinosus, left")
    assert page_text(window).startswith("Left semitendinosus and right gluteus maximus")


def test_names_and_links_are_copied(qtbot: QtBot, window: Workbench) -> None:
    take(qtbot, body_menu(window), "Copy name")
    assert QGuiApplication.clipboard().text() == "Right gluteus maximus"
    take(qtbot, body_menu(window), "Copy link")
    assert QGuiApplication.clipboard().text() == "plumbline:?muscle=gluteus_maximus:right"


def test_an_area_is_chosen_from_its_menu(qtbot: QtBot, window: Workbench) -> None:
    window.stage.canvas.pick_areas = True
    menu = body_menu(window, "calf-right")
    assert texts(menu)[:3] == ["Calf, right", "Pain here", "Explain"]
    take(qtbot, menu, "Pain here")
    assert window.session.state.pain == (Ref("calf", "right"),)
    take(qtbot, body_menu(window, "calf-right"), "No pain here")
    assert not window.session.state.pain


def test_where_it_hurts_can_be_said_from_any_menu_of_the_body(qtbot: QtBot, window: Workbench) -> None:
    take(qtbot, body_menu(window, "biceps_femoris-right"), "Pain here")
    assert window.session.state.pain == (Ref("posterior_thigh", "right"),)


def test_beside_the_body_there_are_the_views(qtbot: QtBot, window: Workbench) -> None:
    take(qtbot, menu_of(window, window.stage.canvas, QPoint(4, 4)), "Fit")
    menu = menu_of(window, window.stage.canvas, QPoint(4, 4))
    menu.line("Left side").trigger()
    assert window.session.state.views == ("left",)
    menu.close()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_of_a_line(qtbot: QtBot, window: Workbench, by_key: bool) -> None:
    view = open_list(qtbot, window, "muscle")
    index = view.rows.index_of("soleus")
    view.scrollTo(index)
    view.setCurrentIndex(index)
    menu = menu_of(window, view.viewport(), view.visualRect(index).center(), by_key)
    assert menu.accessibleName() == "Soleus"
    take(qtbot, menu, "Show only this")
    assert chosen(window) == ["soleus"] and window.session.state.alone


def test_the_menu_of_a_pattern_compares(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "left")
    view = window.navigator.pages["pattern"].list
    menu = menu_of(window, view.viewport(), view.visualRect(view.rows.index_of("flat_back")).center())
    take(qtbot, menu, "Compare with high hip, left")
    assert page_text(window).startswith("Left high hip and flat back")


@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_of_a_link(qtbot: QtBot, window: Workbench, by_key: bool) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    view = window.panel.view
    view.setFocus()
    cursor = view.document().find("tibialis anterior")
    assert isinstance(cursor, QTextCursor) and cursor.hasSelection()
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    at = view.cursorRect(cursor).center() - QPoint(8, 0)
    menu = menu_of(window, view.viewport(), at, by_key)
    assert menu.accessibleName() == "Tibialis anterior"
    take(qtbot, menu, "Select also")
    assert chosen(window) == ["soleus", "tibialis_anterior"]
