"""Muscles by patterns: opened by a key, in step with the body and the chosen patterns."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.state import Subject
from app.ui.beside import KIND
from app.ui.between import PLACE
from app.ui.matrix_item import ROW
from app.ui.matrix_view import MatrixPlot
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, press_link, spot_of

NO_BUTTON = Qt.MouseButton.NoButton


def opened(qtbot: QtBot, window: Workbench, *patterns: str) -> MatrixPlot:
    """The matrix of some patterns, opened by its key."""
    for pattern in patterns:
        click_line(qtbot, window, "pattern", pattern)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    # The body makes room.
    QApplication.processEvents()
    assert window.beside.view
    return window.beside.view.plot


def centre(plot: MatrixPlot, row: int) -> QPoint:
    """The middle of a row's name, px."""
    return QPoint(40, round(plot.item.head + ROW * (row + 0.5)))


def test_the_chosen_patterns_are_its_columns(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis", "high_hip")
    assert plot.item.heads == ("Forward tipped pelvis", "High hip, right")
    click_line(qtbot, window, "pattern", "high_hip")
    assert plot.item.heads == ("Forward tipped pelvis",)


def test_without_a_choice_all_patterns_are_columns(qtbot: QtBot, window: Workbench) -> None:
    assert len(opened(qtbot, window).item.heads) == len(window.atlas.patterns)


def test_a_click_on_a_row_selects_its_muscle(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis", "backward_tipped_pelvis")
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=centre(plot, 0))
    assert window.session.state.muscle == Ref(plot.item.matrix.rows[0].muscle)


def test_a_row_under_the_pointer_glows_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis", "backward_tipped_pelvis")
    before = window.stage.canvas.grab().toImage()
    spot = QPointF(centre(plot, 1))
    with qtbot.waitSignal(plot.pointed) as pointed:
        QApplication.sendEvent(plot.viewport(), QMouseEvent(QEvent.Type.MouseMove, spot, plot.viewport().mapToGlobal(spot),
                                                            NO_BUTTON, NO_BUTTON, Qt.KeyboardModifier.NoModifier))
    assert pointed.args == [f"muscle/{plot.item.matrix.rows[1].muscle}"]
    assert window.stage.canvas.grab().toImage() != before


def test_what_is_under_the_pointer_on_the_body_is_marked(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis")
    qtbot.mouseMove(window.stage.canvas, spot_of(window, "front", "rectus_femoris-right"))
    QApplication.processEvents()
    assert plot.item.matrix.rows[plot.item.marked.row].muscle == "rectus_femoris"


def test_its_key_hands_it_the_keyboard(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis")
    assert window.focusWidget() is plot
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    window.stage.canvas.hovered.emit("")
    assert plot.item.marked.row == 0
    qtbot.keyClick(plot, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window


def test_the_keyboard_moves_over_the_rows_and_selects(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis")
    plot.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(plot, key)
    assert window.session.state.muscle == Ref(plot.item.matrix.rows[10].muscle)


def test_a_cell_of_a_column_explains_its_pattern(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis", "backward_tipped_pelvis")
    spot = QPoint(round(plot.item.left + plot.item.cell / 2), round(plot.item.head / 2))
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.session.state.subject == Subject("pattern", Ref("forward_tipped_pelvis"))


def test_the_panel_leads_to_it(qtbot: QtBot, window: Workbench) -> None:
    for pattern in ("forward_tipped_pelvis", "backward_tipped_pelvis"):
        click_line(qtbot, window, "pattern", pattern)
    press_link(qtbot, window, "matrix/open")
    assert window.beside.view and window.beside.view.isVisible()
    assert window.actions_by_id["matrix"].isChecked()


def test_closed_it_leaves_its_room_to_the_body(qtbot: QtBot, window: Workbench) -> None:
    wide = window.stage.width()
    opened(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.splitter.count() == 3
    assert window.stage.width() == wide


def test_columns_that_find_no_room_are_reached_with_the_arrows(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window)
    assert plot.item.wide > plot.item.room.width()
    for _ in plot.item.heads:
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    last = len(plot.item.heads) - 1
    assert plot.item.marked.column == last
    assert plot.item.spot(QPointF(plot.item.room.width() - 20, 20)).column == last
    assert plot.accessibleDescription() == plot.item.heads[-1]


def test_enter_on_a_head_explains_its_pattern(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis", "backward_tipped_pelvis")
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert window.session.state.subject == Subject("pattern", Ref("forward_tipped_pelvis"))


def test_in_a_small_window_the_lists_make_room(qtbot: QtBot, window: Workbench) -> None:
    window.resize(960, 600)
    opened(qtbot, window, "forward_tipped_pelvis")
    assert window.navigator.isHidden()
    assert window.panel.geometry().right() <= window.splitter.width()
    assert window.stage.width() >= window.stage.minimumWidth()
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.isVisible()


def test_remembering_leaves_it_open_and_keeps_the_widths_without_it(qtbot: QtBot, window: Workbench) -> None:
    before = window.splitter.saveState()
    plot = opened(qtbot, window)
    assert window.remembered().splitter == before
    assert plot.isVisible()


def test_where_it_is_first_opened_one_sees_where_it_will_stand(qtbot: QtBot, window: Workbench, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, KIND.modules[0])
    window.actions_by_id["matrix"].trigger()
    waiting = window.splitter.widget(PLACE)
    assert window.beside.view is None and isinstance(waiting, QLabel) and waiting.isVisible() and waiting.hasFocus()
    window.splitter.refresh()
    width = waiting.width()
    qtbot.waitUntil(lambda: window.beside.view is not None)
    assert window.beside.view and window.splitter.widget(PLACE) is window.beside.view
    assert window.beside.view.isVisible() and window.beside.view.plot.hasFocus()
    assert window.beside.view.width() == width
    assert len(window.beside.view.plot.item.heads) == len(window.atlas.patterns)


def test_closed_before_it_came_it_stays_away(qtbot: QtBot, window: Workbench, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, KIND.modules[0])
    parts = window.splitter.count()
    window.actions_by_id["matrix"].trigger()
    window.actions_by_id["matrix"].trigger()
    assert window.splitter.count() == parts and window.focusWidget() is window
    qtbot.waitUntil(lambda: KIND.modules[0] in sys.modules and not window.beside.is_reading)
    assert window.beside.view is None and window.splitter.count() == parts
    window.actions_by_id["matrix"].trigger()
    assert window.beside.view and window.beside.view.isVisible()
