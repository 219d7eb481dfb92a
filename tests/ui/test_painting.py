"""Painting where it hurts, as a person does it: with the mouse and with the keyboard alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.reference import Ref
from app.state.painted import felt_at
from app.ui.canvas.brush import Brush
from app.ui.paint_bar import PaintBar
from app.ui.painting import Painting
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, open_list, page_text, press_link, seen_point

LEFT_BUTTON = Qt.MouseButton.LeftButton


def painting(window: Workbench) -> Painting:
    return next(feature for feature in window.features if isinstance(feature, Painting))


def tools(window: Workbench) -> tuple[Brush, PaintBar]:
    found = painting(window)
    assert found.brush
    assert found.bar
    return found.brush, found.bar


def start(qtbot: QtBot, window: Workbench) -> None:
    open_list(qtbot, window, "area")
    qtbot.mouseClick(window.navigator.paint, LEFT_BUTTON)
    QApplication.processEvents()


def spot(window: Workbench, view: ViewName, shape: str) -> QPoint:
    """The middle of an area on the canvas, px."""
    canvas = window.stage.canvas
    place = next(one for one in canvas.scene.places if one.plate.view == view)
    x, y = seen_point(place.plate, shape)
    across, down = canvas.camera.to_widget(x + place.x, y + place.y)
    return QPoint(round(across), round(down))


def drag(qtbot: QtBot, window: Workbench, *spots: QPoint) -> None:
    canvas = window.stage.canvas
    qtbot.mousePress(canvas, LEFT_BUTTON, pos=spots[0])
    for first, second in pairwise(spots):
        for step in range(1, 11):
            qtbot.mouseMove(canvas, first + (second - first) * (step / 10))
            QApplication.processEvents()
    qtbot.mouseRelease(canvas, LEFT_BUTTON, pos=spots[-1])
    QApplication.processEvents()


def dab(qtbot: QtBot, window: Workbench, view: ViewName, shape: str) -> None:
    qtbot.mouseClick(window.stage.canvas, LEFT_BUTTON, pos=spot(window, view, shape))
    QApplication.processEvents()


def test_a_dab_chooses_the_area_that_it_lies_in(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    dab(qtbot, window, "back", "low_back-right")
    state = window.session.state
    assert Ref("low_back", "right") in state.pain
    assert len(state.painted) == 1
    assert 0.0 < felt_at(state, Ref("low_back", "right")).share < 1.0
    assert "Pain: low back, right" in chip_texts(window)
    assert window.marks.painted


@pytest.mark.parametrize("zoom", [1.0, 3.0])
@pytest.mark.parametrize(("views", "view", "shape"), [(("front", "back"), "front", "anterior_thigh-left"), (("right", "left"), "right", "lateral_thigh-right")])
def test_a_stroke_lies_where_it_was_drawn(qtbot: QtBot, window: Workbench, views: tuple[ViewName, ...], view: ViewName, shape: str,
                                          zoom: float) -> None:
    window.actions_by_id["view_sides" if "right" in views else "view_front_back"].trigger()
    start(qtbot, window)
    if zoom > 1:
        window.stage.canvas.zoom_to((shape,))
        window.stage.canvas.sharpen()
        QApplication.processEvents()
    at, camera = spot(window, view, shape), window.stage.canvas.camera
    drag(qtbot, window, at - QPoint(8, 0), at + QPoint(8, 0))
    (stroke,) = window.session.state.painted
    x, y = seen_point(next(one.plate for one in window.stage.canvas.scene.places if one.plate.view == view), shape)
    assert stroke.view == view
    if zoom > 1:
        now = window.stage.canvas.camera
        assert (now.x, now.y, now.scale) == (camera.x, camera.y, camera.scale)
    assert min(px for px, _ in stroke.points) < x < max(px for px, _ in stroke.points)
    assert all(abs(py - y) < 4 for _, py in stroke.points)
    name, _, side = shape.partition("-")
    assert any(ref.id == name and ref.side == side for ref in window.session.state.pain)


def test_the_line_is_seen_while_it_is_drawn(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    canvas, at = window.stage.canvas, spot(window, "back", "buttock-left")
    before = window.session.state
    qtbot.mousePress(canvas, LEFT_BUTTON, pos=at)
    bare = canvas.grab().toImage().pixelColor(at + QPoint(20, 0))
    qtbot.mouseMove(canvas, at + QPoint(20, 0))
    QApplication.processEvents()
    qtbot.mouseMove(canvas, at + QPoint(20, 30))
    QApplication.processEvents()
    assert canvas.grab().toImage().pixelColor(at + QPoint(20, 0)) != bare
    assert window.session.state is before
    qtbot.mouseRelease(canvas, LEFT_BUTTON, pos=at + QPoint(20, 30))
    assert len(window.session.state.painted) == 1


def test_erasing_takes_the_paint_and_the_areas_that_came_of_it(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "left")
    start(qtbot, window)
    dab(qtbot, window, "back", "low_back-right")
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_E)
    brush, bar = tools(window)
    assert brush.kind.erases
    qtbot.mouseClick(bar.sizes.buttons[2], LEFT_BUTTON)
    dab(qtbot, window, "back", "low_back-right")
    state = window.session.state
    assert state.painted == ()
    assert state.pain == (Ref("calf", "left"),)
    before = window.session.state
    dab(qtbot, window, "front", "chest-left")
    assert window.session.state is before


def test_mirrored_paints_both_sides(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_M)
    dab(qtbot, window, "front", "anterior_knee-left")
    assert {ref.side for ref in window.session.state.pain if ref.id == "anterior_knee"} == {"right", "left"}
    qtbot.mouseClick(next(one for one in tools(window)[1].sides.buttons if one.value == "right"), LEFT_BUTTON)
    dab(qtbot, window, "front", "chest-left")
    assert Ref("chest", "right") in window.session.state.pain
    assert Ref("chest", "left") not in window.session.state.pain


def test_everything_by_keyboard(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    QApplication.processEvents()
    brush, bar = tools(window)
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert brush.at is not None
    first = QPointF(brush.at)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert brush.at.y() < first.y()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert len(window.session.state.painted) == 1
    for _ in range(4):
        QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier))
    assert len(window.session.state.painted) == 1
    QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
    assert len(window.session.state.painted) == 2
    assert len(window.session.state.painted[1].points) > 1
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_7)
    assert brush.kind.intensity == 7.0
    qtbot.keyClick(bar.slider, Qt.Key.Key_1)
    qtbot.keyClick(bar.slider, Qt.Key.Key_0)
    assert brush.kind.intensity == 10.0
    bar.qualities["burning"].setFocus()
    qtbot.keyClick(bar.qualities["burning"], Qt.Key.Key_Space)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert window.session.state.painted[-1].quality == "burning"
    assert "burning, 10 of 10" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not brush.on
    assert not bar.isVisible()


def test_clear_takes_all_paint_in_one_step_and_back_brings_it_again(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    dab(qtbot, window, "back", "low_back-right")
    dab(qtbot, window, "front", "chest-left")
    painted = window.session.state
    qtbot.mouseClick(tools(window)[1].clear, LEFT_BUTTON)
    assert window.session.state.painted == ()
    assert window.session.state.pain == ()
    window.actions_by_id["back"].trigger()
    assert window.session.state.painted == painted.painted
    window.actions_by_id["back"].trigger()
    assert len(window.session.state.painted) == 1


def test_the_wheel_with_ctrl_sizes_the_brush_and_without_it_zooms(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    canvas, brush = window.stage.canvas, tools(window)[0]
    radius, scale = brush.kind.radius, canvas.camera.scale
    centre = QPointF(canvas.rect().center())
    for keys in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        QApplication.sendEvent(canvas, QWheelEvent(centre, canvas.mapToGlobal(centre), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                                                   keys, Qt.ScrollPhase.NoScrollPhase, False))
        if keys == Qt.KeyboardModifier.ControlModifier:
            assert brush.kind.radius > radius
            assert canvas.camera.scale == scale
    assert canvas.camera.scale > scale


def test_painting_and_clicking_areas_end_each_other(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    brush, bar = tools(window)
    assert window.navigator.paint.isChecked()
    qtbot.mouseClick(bar.tools.buttons[0], LEFT_BUTTON)
    assert window.stage.canvas.pick_areas
    assert not brush.on
    assert bar.isVisible()
    assert not window.navigator.paint.isChecked()
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_B)
    assert brush.on
    assert not window.stage.canvas.pick_areas
    qtbot.mouseClick(bar.end, LEFT_BUTTON)
    assert not (brush.on or bar.isVisible() or window.actions_by_id["brush"].isChecked())


def test_the_body_answers_when_the_drawing_is_done(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    dab(qtbot, window, "back", "low_back-right")
    assert window.marks.triggers
    assert not window.marks.asking.triggers
    assert window.stage.drawing
    painting(window).end()
    assert not window.stage.drawing


def test_the_page_says_how_it_feels_and_ranks_anew(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    assert "How does it feel here" in page_text(window)
    press_link(qtbot, window, "felt/low_back:right=6")
    press_link(qtbot, window, "felt/low_back:right=pins_and_needles")
    felt = felt_at(window.session.state, Ref("low_back", "right"))
    assert (felt.intensity, felt.quality, felt.share) == (6.0, "pins_and_needles", 1.0)
    assert chip_texts(window) == ["Pain: low back, right · 6, pins and needles"]
    assert "tingles" in page_text(window)
    assert {place.area for place in window.marks.painted} == {"low_back-right"}
    assert "low_back-right" not in window.marks.washes
    press_link(qtbot, window, "felt/low_back:right=6")
    assert felt_at(window.session.state, Ref("low_back", "right")).intensity is None


def test_many_painted_areas_share_one_label(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    top, bottom = spot(window, "back", "between_scapulae-right"), spot(window, "back", "calf-right")
    drag(qtbot, window, top, bottom)
    assert len(window.session.state.pain) > 4
    assert chip_texts(window) == [f"Pain: {len(window.session.state.pain)} areas"]
    chip = window.stage.chips.chips[0]
    qtbot.mouseClick(chip.cross, LEFT_BUTTON)
    assert window.session.state.pain == ()
    assert window.session.state.painted == ()


def test_the_body_stays_where_it_is_while_one_paints(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    before = spot(window, "back", "calf-right")
    for area in ("buttock-right", "posterior_thigh-right", "calf-right"):
        place = spot(window, "back", area)
        drag(qtbot, window, place, place + QPoint(0, 20))
        assert spot(window, "back", "calf-right") == before
    assert len(window.session.state.pain) >= 3
    assert chip_texts(window) == [f"Pain: {len(window.session.state.pain)} areas"]
    painting(window).end()
    assert window.stage.chips.add.isVisible()


@pytest.mark.parametrize("target", ["felt/nothing=6", "felt/low_back:up=6", "felt/low_back:right=11", "felt/low_back:right=awful", "felt/"])
def test_a_foreign_target_says_nothing(window: Workbench, target: str) -> None:
    window.panel.followed.emit(target)
    assert all(felt.intensity is None and felt.quality is None for felt in window.session.state.felt)


def test_tab_leads_through_the_tools_to_the_body(qtbot: QtBot, window: Workbench) -> None:
    start(qtbot, window)
    bar = tools(window)[1]
    window.stage.layers.setFocus()
    met: list[object] = []
    for _ in range(len([part for part in bar.parts if part.isEnabled()]) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [*(part for part in bar.parts if part.isEnabled()), window.stage.canvas]
    assert all(part.accessibleName() for part in bar.parts)
