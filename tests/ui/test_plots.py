"""Plots of muscle length beside the body: opened by a key, in step with the body both ways, taken away as picture and table."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.posture import Posture
from app.model.reference import Ref
from app.state.select import select_all
from app.ui.plots.view import PlotsView
from app.ui.plotting import PLOTS, Plotting
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, spot_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def plotting(window: Workbench) -> Plotting:
    return next(feature for feature in window.features if isinstance(feature, Plotting))


def opened(qtbot: QtBot, window: Workbench, *patterns: str) -> PlotsView:
    """The plots, opened by their key."""
    for pattern in patterns:
        click_line(qtbot, window, "pattern", pattern)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: plotting(window).view is not None)
    QApplication.processEvents()
    view = plotting(window).view
    assert view
    return view


def curves_of(qtbot: QtBot, window: Workbench, view: PlotsView, *muscles: str) -> None:
    """Select muscles, and show their curves to the last point."""
    window.session.change(select_all(window.session.state, (Ref(muscle) for muscle in muscles)))
    press(qtbot, view, "curves")
    all_points(qtbot, view)


def press(qtbot: QtBot, view: PlotsView, page: str) -> None:
    button = view.kinds.button(page)
    assert button
    qtbot.mouseClick(button, LEFT)


def all_points(qtbot: QtBot, view: PlotsView) -> None:
    qtbot.waitUntil(lambda: not view.curves.curves.at_work and view.curves.joint is not None, timeout=20_000)


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF, buttons: Qt.MouseButton = NONE) -> None:
    """Tell a widget of the mouse; a move has no button of its own."""
    own = NONE if kind == QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), own, buttons, Qt.KeyboardModifier.NoModifier))


def bar_at(view: PlotsView, number: int) -> QPoint:
    """The middle of a bar's strip, px."""
    item = view.bars.plot.item
    return item.box(list(item.spots())[number]).center().toPoint()


def line_at(view: PlotsView, value: float) -> QPointF:
    """Where the line would stand at a value of the joint, px."""
    plot = view.curves.plot
    low, high = plot.getViewBox().viewRange()[1]
    return QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(value, (low + high) / 2))))


def test_nothing_of_plots_is_read_before() -> None:
    probe = "import app.ui.plotting, app.ui.workbench, sys; print([name for name in sys.modules if name.split('.')[0] in ('pyqtgraph', 'numpy')])"
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_bars_stand_by_size_and_show_what_is_claimed(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    item = view.bars.plot.item
    sizes = [max(abs(item.changes[row.muscle, side].change_percent) for side in row.sides) for row in item.rows]
    assert sizes and sizes == sorted(sizes, reverse=True) and sizes[-1] >= 1.0
    assert item.states["gluteus_maximus", "right"] == "weak" and item.changes["gluteus_maximus", "right"].change_mm > 0
    assert "Gluteus maximus, both sides" in view.bars.plot.accessibleDescription() and "% longer" in view.bars.plot.accessibleDescription()


def test_without_a_posture_it_says_how_to_begin(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window)
    assert view.bars.empty.isVisible() and "Choose a pattern" in view.bars.empty.text()


def test_the_slider_brings_more_muscles_or_fewer(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    some = len(view.bars.plot.item.rows)
    view.bars.least.setFocus()
    qtbot.keyClick(view.bars.least, Qt.Key.Key_Home)
    everything = len(view.bars.plot.item.rows)
    qtbot.keyClick(view.bars.least, Qt.Key.Key_End)
    assert len(view.bars.plot.item.rows) < some < everything
    assert view.bars.words.text() == "From 10 %"


def test_a_bar_under_the_pointer_glows_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis", "high_hip")
    before = window.stage.canvas.grab().toImage()
    with qtbot.waitSignal(view.bars.plot.pointed) as pointed:
        mouse(view.bars.plot.viewport(), QEvent.Type.MouseMove, QPointF(bar_at(view, 1)))
    item = view.bars.plot.item
    assert pointed.args == [item.rows[0].target(1)] and pointed.args[0].endswith(":left")
    assert window.stage.canvas.grab().toImage() != before


def test_what_is_under_the_pointer_on_the_body_marks_its_bar(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis", "high_hip")
    qtbot.mouseMove(window.stage.canvas, spot_of(window, "back", "gluteus_maximus-left"))
    QApplication.processEvents()
    item = view.bars.plot.item
    assert item.rows[item.marked.row].keys(item.marked.bar) == (("gluteus_maximus", "left"),)


def test_a_click_on_a_bar_selects_its_muscle(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    qtbot.mouseClick(view.bars.plot.viewport(), LEFT, pos=bar_at(view, 2))
    chosen = window.session.state.muscle
    assert chosen and chosen.id == view.bars.plot.item.rows[2].muscle


def test_the_keyboard_moves_over_the_bars_and_selects(qtbot: QtBot, window: Workbench) -> None:
    plot = opened(qtbot, window, "forward_tipped_pelvis").bars.plot
    assert window.focusWidget() is plot
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(plot, key)
    wanted = plot.item.rows[1].muscle
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    chosen = window.session.state.muscle
    assert chosen and chosen.id == wanted


def test_while_the_body_moves_bars_change_and_keep_their_places(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    item = view.bars.plot.item
    order, before = [row.muscle for row in item.rows], item.changes["gluteus_maximus", "right"].change_mm
    window.posing.moved.emit(Posture((("pelvic_tilt", 2.0), ("knee_flexion_right", 30.0))))
    qtbot.waitUntil(lambda: item.changes["gluteus_maximus", "right"].change_mm < before)
    assert [row.muscle for row in item.rows] == order
    window.posing.set_joint("knee_flexion_right", 60.0)
    qtbot.waitUntil(lambda: "popliteus" in [row.muscle for row in item.rows])
    assert [row.muscle for row in item.rows] != order


def test_the_curves_start_with_the_joint_that_changes_the_muscle_most(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window)
    press(qtbot, view, "curves")
    assert view.curves.empty.isVisible()
    curves_of(qtbot, window, view, "soleus")
    assert view.curves.joint == "ankle_dorsiflexion_right"
    assert view.curves.joints.currentText() == "Ankle dorsiflexion, right"


def test_dragging_the_line_moves_the_body_and_letting_go_keeps_it(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    curves_of(qtbot, window, view, "iliacus", "gluteus_maximus")
    assert view.curves.joint == "pelvic_tilt"
    pane = view.curves.plot.viewport()
    mouse(pane, QEvent.Type.MouseButtonPress, line_at(view, view.curves.plot.value), LEFT)
    mouse(pane, QEvent.Type.MouseMove, line_at(view, -5.0), LEFT)
    assert window.posing.now.of("pelvic_tilt") == -5.0 and not window.session.state.joints
    mouse(pane, QEvent.Type.MouseButtonRelease, line_at(view, -5.0))
    assert window.session.state.joints == (("pelvic_tilt", -5.0),)
    qtbot.waitUntil(lambda: view.curves.plot.value == -5.0)
    assert "Pelvic tilt \N{MINUS SIGN}5°" in view.curves.readout.text and "Iliacus, both sides" in view.curves.readout.text


def test_the_arrows_move_the_line_too(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    curves_of(qtbot, window, view, "iliacus")
    start = round(window.posing.now.of("pelvic_tilt"))
    view.curves.plot.setFocus()
    qtbot.keyClick(view.curves.plot, Qt.Key.Key_Right)
    qtbot.keyClick(view.curves.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.state.joints == (("pelvic_tilt", start + 6.0),)


def test_pointing_reads_the_curves_there(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    curves_of(qtbot, window, view, "gluteus_maximus")
    mouse(view.curves.plot.viewport(), QEvent.Type.MouseMove, line_at(view, -10.0))
    assert "\N{MINUS SIGN}10°, where you point" in view.curves.readout.text
    assert view.curves.plot.hair.isVisible()


def test_when_another_joint_moves_the_last_curve_stays_as_a_ghost(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    curves_of(qtbot, window, view, "rectus_femoris")
    assert not view.curves.sheet.ghosts
    window.posing.set_joint("knee_flexion_right", 40.0)
    all_points(qtbot, view)
    sheet = view.curves.sheet
    assert {line.side for line in sheet.ghosts} == {"right", "left"} and "Thin curves" in view.curves.note.text()
    now, before = (next(line for line in lines if line.side == "right") for lines in (sheet.lines, sheet.ghosts))
    assert sheet.points[now][1] != sheet.points[before][1]


def test_what_is_shown_is_copied_as_table_and_picture(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    view.copy_table()
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert rows[0][3:] == ["Neutral length (mm)", "Length (mm)", "Length change (mm)", "Length change (%)"]
    neutral, length, change = map(float, rows[1][3:6])
    assert abs(length - neutral - change) < 0.02 and len(rows) > 10
    view.copy_picture()
    assert QGuiApplication.clipboard().image().height() > view.bars.plot.item.height
    curves_of(qtbot, window, view, "gluteus_maximus", "iliacus")
    view.copy_table()
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert rows[0] == ["Pelvic tilt (degrees)", "Gluteus maximus, both sides: length change (%)", "Iliacus, both sides: length change (%)"]
    assert len(rows) == 62
    view.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_table_is_saved_or_that_it_was_not_is_told(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    opened(qtbot, window, "forward_tipped_pelvis")
    plotting(window).write_table(str(tmp_path / "lengths.csv"))
    assert (tmp_path / "lengths.csv").read_text(encoding="utf-8").startswith("Muscle,Side")
    plotting(window).write_table(str(tmp_path / "nowhere" / "lengths.csv"))
    assert not (tmp_path / "nowhere").exists()


def test_units_change_on_both_pages(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    button = view.units.button("mm")
    assert button
    qtbot.mouseClick(button, LEFT)
    assert view.bars.plot.item.unit == "mm"
    curves_of(qtbot, window, view, "gluteus_maximus")
    assert view.curves.readout.text.endswith(" mm")


def test_closed_it_leaves_its_room_and_asks_nothing(qtbot: QtBot, window: Workbench) -> None:
    wide = window.stage.width()
    opened(qtbot, window, "forward_tipped_pelvis")
    window.actions_by_id["plots"].trigger()
    assert window.stage.width() == wide and not window.actions_by_id["plots"].isChecked()
    window.follow(PLOTS)
    assert window.actions_by_id["plots"].isChecked()


def test_the_cross_closes_them(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    qtbot.mouseClick(view.close_button, LEFT)
    assert not view.isVisible()
    assert not window.actions_by_id["plots"].isChecked()


def test_in_a_narrow_place_the_cross_stays_and_copy_stands_lower(qtbot: QtBot, window: Workbench) -> None:
    view = opened(qtbot, window, "forward_tipped_pelvis")
    roomy = 420
    for width, lower in ((view.minimumWidth(), True), (roomy, False), (view.minimumWidth(), True)):
        view.resize(width, view.height())
        QApplication.processEvents()
        assert (view.take.y() > view.close_button.y() + view.close_button.height() // 2) == lower
        assert view.close_button.geometry().right() < width and view.kinds.geometry().right() < view.close_button.x()
    view.resize(roomy, 240)
    assert view.bars.legend.isHidden()
