"""The presentation: F11, what it shows, its keys, the spotlight, how it ends."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.model.look import SHEETS
from app.model.reference import Ref
from app.state.choose import choose_cause
from app.state.session import Session
from app.state.state import State
from app.state.steps import show_step
from app.ui.foot_line import FootLine
from app.ui.presentation import Presentation
from app.ui.presenting import Presenting
from app.ui.settings import Remembered
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line, marks, seen_point, spot_of


def presenting(window: Workbench) -> Presenting:
    return next(feature for feature in window.features if isinstance(feature, Presenting))


def shown(window: Workbench) -> Presentation:
    found = presenting(window).window
    assert found is not None
    return found


def press(widget: QWidget, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, with_key)
    QApplication.processEvents()


def move_mouse(widget: QWidget, at: QPointF) -> None:
    buttons = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), buttons, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


@pytest.fixture
def large(qtbot: QtBot, window: Workbench) -> Presentation:
    """The presentation, opened with its key."""
    press(window, Qt.Key.Key_F11)
    made = shown(window)
    made.resize(1280, 720)
    QApplication.processEvents()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_the_key_opens_it_and_ends_it(window: Workbench, large: Presentation) -> None:
    assert large.isFullScreen() or large.isVisible()
    assert window.topbar.present.isChecked()
    press(large.canvas, Qt.Key.Key_F11)
    assert presenting(window).window is None
    assert not window.topbar.present.isChecked()


def test_the_button_opens_it_and_escape_ends_it(qtbot: QtBot, window: Workbench) -> None:
    qtbot.mouseClick(window.topbar.present, Qt.MouseButton.LeftButton)
    press(shown(window).canvas, Qt.Key.Key_Escape)
    assert presenting(window).window is None


def test_it_shows_what_is_chosen_in_the_window(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    click_line(qtbot, window, "pattern", "lower_crossed_syndrome")
    assert large.canvas._content.marks == marks(window)
    assert large.foot.text == "Lower crossed syndrome"
    assert "lower crossed" in large.foot.accessibleName().lower()


def test_a_told_step_is_seen_on_the_views_and_at_the_depth_of_the_window(window: Workbench, large: Presentation) -> None:
    window.session.change(show_step(window.atlas, choose_cause(window.session.state, Ref("iliopsoas_chain", "right")), 2))
    assert [place.plate.view for place in large.canvas.scene.places] == [place.plate.view for place in window.stage.canvas.scene.places]
    assert "right" in [place.plate.view for place in large.canvas.scene.places]


def test_it_stays_dark_and_leaves_the_window_as_it_is(window: Workbench, large: Presentation) -> None:
    sheet = QApplication.instance().styleSheet()  # type: ignore[union-attr]
    window.actions_by_id["theme_light"].trigger()
    assert QApplication.instance().styleSheet() == sheet  # type: ignore[union-attr]
    paper = large.grab().toImage().pixelColor(4, 4).name()
    assert paper == SHEETS["dark"].paper
    assert window.stage.canvas.grab().toImage().pixelColor(2, 2).name() == SHEETS["light"].paper


def test_all_on_it_is_as_large_on_any_display(large: Presentation) -> None:
    for width, height in ((1280, 720), (1920, 1080)):
        large.resize(width, height)
        QApplication.processEvents()
        assert large.canvas.measure.px * 13 >= 22 * height / 1080
        wide, high = large.canvas.measure.size
        assert (round(wide), round(high)) == (1097, 577)


def test_keys_do_the_same_as_in_the_window(window: Workbench, large: Presentation) -> None:
    press(large.canvas, Qt.Key.Key_3)
    assert window.session.state.depth == "deep"
    press(large.canvas, Qt.Key.Key_L)
    assert window.session.state.labels == "chosen"
    press(large.canvas, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.session.state.views == ("right",)


def test_a_click_selects_and_the_name_appears(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    canvas = large.canvas
    place = next(one for one in canvas.scene.places if one.plate.view == "front")
    x, y = seen_point(place.plate, "rectus_femoris-right")
    across, down = canvas.camera.to_widget(x + place.x, y + place.y)
    spot = QPoint(round(across * canvas.measure.px), round(down * canvas.measure.px))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert window.session.state.muscle == Ref("rectus_femoris", "right")
    assert large.foot.text == "Right rectus femoris"


def test_what_is_pointed_at_in_the_window_lights_up_for_all(window: Workbench, large: Presentation) -> None:
    dim = large.grab().toImage()
    move_mouse(window.stage.canvas, QPointF(spot_of(window, "front", "rectus_femoris-right")))
    assert large.grab().toImage() != dim
    move_mouse(window.stage.canvas, QPointF(2, 2))
    assert large.grab().toImage() == dim
    window.panel.pointed.emit("muscle/rectus_femoris")
    assert large.grab().toImage() != dim


def test_it_is_zoomed_by_itself(window: Workbench, large: Presentation) -> None:
    before = window.stage.canvas.camera
    scale = large.canvas.camera.scale
    large.canvas.animated = False
    at = QPointF(large.canvas.rect().center())
    QApplication.sendEvent(large.canvas, QWheelEvent(at, large.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                                                     Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
    assert large.canvas.camera.scale > scale
    assert window.stage.canvas.camera == before


def test_the_spotlight_dims_all_but_its_circle(large: Presentation) -> None:
    bright = large.grab().toImage()
    press(large.canvas, Qt.Key.Key_S)
    large.spotlight.move_to(QPoint(300, 200))
    lit = large.grab().toImage()
    assert lit.pixelColor(300, 200) == bright.pixelColor(300, 200)
    assert lit.pixelColor(1200, 30).lightness() < bright.pixelColor(1200, 30).lightness()
    press(large.canvas, Qt.Key.Key_S)
    assert large.grab().toImage() == bright


def test_shift_and_the_wheel_size_the_spotlight(large: Presentation) -> None:
    press(large.canvas, Qt.Key.Key_S)
    radius, scale = large.spotlight.radius, large.canvas.camera.scale
    at = QPointF(400, 300)
    QApplication.sendEvent(large.canvas, QWheelEvent(at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                                                     Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase, False))
    assert large.spotlight.radius > radius
    assert large.canvas.camera.scale == scale


def test_a_pointer_at_rest_is_not_in_the_way(large: Presentation) -> None:
    large.hide_pointer()
    assert large.canvas.cursor().shape() == Qt.CursorShape.BlankCursor
    move_mouse(large.canvas, QPointF(310, 200))
    assert large.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_spotlight_follows_the_pointer(large: Presentation) -> None:
    press(large.canvas, Qt.Key.Key_S)
    for x in (300, 700):
        move_mouse(large.canvas, QPointF(x, 300))
        picture = large.grab().toImage()
        assert picture.pixelColor(x, 300).lightness() > picture.pixelColor(1000 - x, 300).lightness()


def test_the_remote_control_goes_back_and_forward(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    click_line(qtbot, window, "pattern", "flat_back")
    click_line(qtbot, window, "pattern", "sway_back")
    press(large.canvas, Qt.Key.Key_PageUp)
    assert large.foot.text == "Flat back"
    press(large.canvas, Qt.Key.Key_PageDown)
    assert large.foot.text == "Sway back"


def test_the_remote_control_plays_the_steps_of_a_mechanism(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    actions = window.actions_by_id
    step = next((one for one in actions.values() if QKeySequence(".") in one.shortcuts()), None)
    if step is None:
        step = actions["a_step"] = QAction("Next step", window)
        step.setShortcut(QKeySequence("."))
    window.session.change(choose_cause(window.session.state, Ref("iliopsoas_chain", "right")))
    with qtbot.waitSignal(step.triggered, timeout=1000):
        press(large.canvas, Qt.Key.Key_PageDown)


def test_a_played_step_stands_at_the_foot(window: Workbench, large: Presentation) -> None:
    window.session.change(replace(choose_cause(window.session.state, Ref("iliopsoas_chain", "right")), step=2))
    assert " of 9 · " in large.foot.text
    assert isinstance(large.foot, FootLine)
    assert not large.grab().isNull()


def test_the_search_opens_over_the_picture(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    press(large.canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is not None and field.window() is large
    qtbot.keyClicks(field, "piriformis")
    press(field, Qt.Key.Key_Return)
    assert window.session.state.subject is not None
    assert "piriformis" in large.foot.text.lower()
    assert not field.isVisible()
    assert large.canvas.hasFocus()


def test_the_menu_names_what_there_is(large: Presentation) -> None:
    large.canvas.menu_asked.emit("", QPoint(10, 10))
    menu = next(one for one in large.findChildren(QMenu) if one.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert {"Spotlight", "Hide the names", "Present"} <= set(texts)
    menu.close()


def test_a_change_repaints_each_window_once(qtbot: QtBot, window: Workbench, large: Presentation) -> None:
    painted: list[object] = []

    class Count(QWidget):
        def eventFilter(self, watched: object, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False

    count = Count()
    qtbot.addWidget(count)
    large.canvas.animated = window.stage.canvas.animated = False
    QApplication.processEvents()
    for canvas in (large.canvas, window.stage.canvas):
        canvas.installEventFilter(count)
    press(large.canvas, Qt.Key.Key_2)
    assert painted.count(large.canvas) == 1
    assert painted.count(window.stage.canvas) <= 1, "none where a full screen covers it"


def test_it_ends_with_the_window(window: Workbench, large: Presentation) -> None:
    window.close()
    assert presenting(window).window is None
    assert not large.isVisible()


def test_opened_and_closed_many_times_nothing_is_left(window: Workbench) -> None:
    left = []
    for _ in range(20):
        window.topbar.present.click()
        left.append(weakref.ref(shown(window)))
        shown(window).close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [one for one in left if one() is not None] == []
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, Presentation)]


def test_without_its_display_it_ends(window: Workbench, large: Presentation) -> None:
    presenting(window)._lose_display(large.screen())
    assert presenting(window).window is None
    assert window.isVisible()


def test_before_the_diagrams_are_there_it_does_not_open(qtbot: QtBot) -> None:
    bench = Workbench(Session(State()), Remembered("light"))
    qtbot.addWidget(bench)
    bench.actions_by_id["present"].trigger()
    assert presenting(bench).window is None
    assert not bench.actions_by_id["present"].isChecked()


def test_clicking_the_body_in_the_window_still_works(qtbot: QtBot, window: Workbench) -> None:
    click_body(qtbot, window, "front", "rectus_femoris-right")
    assert window.session.state.muscle == Ref("rectus_femoris", "right")
