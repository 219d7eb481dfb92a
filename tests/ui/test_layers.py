"""Layers fade into each other: by slider, by keys; and what is seen is what a click reaches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.state.sheet import bared
from app.ui.canvas.frame import painted
from app.ui.workbench import Workbench
from tests.ui.hands import click_body


def drag_to(qtbot: QtBot, window: Workbench, layers: float) -> None:
    """Pull the knob of the slider to where so many layers are taken off."""
    slider = window.stage.layers
    places = [QPoint(round(slider.x_of(value)), slider.height() // 2) for value in (slider.value(), round(layers * 100))]
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    qtbot.mouseMove(slider, places[1])
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[1])


def body(window: Workbench) -> QImage:
    return window.stage.canvas.grab().toImage()


@pytest.mark.parametrize(("layers", "depth", "fade"), [
    (0.5, "intermediate", 0.5), (1.3, "deep", 0.7), (2.03, "deep", 0.0), (3.0, "bone", 0.0)])
def test_the_slider_fades_and_takes_a_near_layer_itself(
        qtbot: QtBot, window: Workbench, layers: float, depth: str, fade: float) -> None:
    drag_to(qtbot, window, layers)
    assert window.session.state.depth == depth
    assert window.session.state.fade == pytest.approx(fade, abs=0.02)


def test_the_slider_stands_where_the_keys_went(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, "3")
    assert window.stage.layers.value() == 200
    assert "deep" in window.stage.layers.accessibleDescription()


def test_arrows_on_the_slider_fade(qtbot: QtBot, window: Workbench) -> None:
    window.stage.layers.setFocus()
    qtbot.keyClick(window.stage.layers, Qt.Key.Key_Right)
    assert bared(window.session.state) == pytest.approx(0.1)
    qtbot.keyClick(window.stage.layers, Qt.Key.Key_End)
    assert window.session.state.depth == "bone"


def test_brackets_fade_there_and_back(qtbot: QtBot, window: Workbench) -> None:
    for key in "]]][":
        qtbot.keyClick(window, key)
    assert bared(window.session.state) == pytest.approx(0.2)


def test_a_fade_is_the_mixture_of_two_frames(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    drag_to(qtbot, window, 0.5)
    canvas.grab()
    frames = [canvas._sheet.frames.frame(depth) for depth in ("superficial", "intermediate")]
    mixed = body(window)
    place = next((x, y) for x in range(0, mixed.width(), 3) for y in range(0, mixed.height(), 3)
                 if frames[0] and frames[1] and frames[0].image.pixel(x, y) != frames[1].image.pixel(x, y))
    reds = [frame.image.pixelColor(*place).red() for frame in frames if frame]
    assert mixed.pixelColor(*place).red() == pytest.approx(sum(reds) / 2, abs=2)


def test_fading_on_paints_no_new_frame(qtbot: QtBot, window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    drag_to(qtbot, window, 0.4)
    window.stage.canvas.grab()
    monkeypatch.setattr("app.ui.canvas.frames.painted", None)
    for layers in (0.6, 0.2, 0.0, 1.0):
        drag_to(qtbot, window, layers)
        window.stage.canvas.grab()


def test_a_recoloured_body_is_painted_at_both_depths(qtbot: QtBot, window: Workbench) -> None:
    drag_to(qtbot, window, 0.5)
    window.stage.canvas.grab()
    qtbot.mouseClick(window.stage.chips.add, Qt.MouseButton.LeftButton)
    window.controller.follow("show/pattern/forward_tipped_pelvis")
    canvas = window.stage.canvas
    canvas.grab()
    frame = canvas._sheet.frames.frame("superficial")
    assert frame and frame.image == painted(frame.content, frame.camera, canvas.devicePixelRatioF()).image


@pytest.mark.parametrize(("layers", "reached"), [(0.2, True), (0.8, False)])
def test_a_click_reaches_what_is_mostly_seen(qtbot: QtBot, window: Workbench, layers: float, reached: bool) -> None:
    drag_to(qtbot, window, layers)
    click_body(qtbot, window, "back", "gluteus_maximus-right")
    muscle = window.session.state.muscle
    assert (muscle is not None and muscle.id == "gluteus_maximus") is reached


def test_the_depth_buttons_press_the_layer_beneath(qtbot: QtBot, window: Workbench) -> None:
    drag_to(qtbot, window, 1.5)
    button = window.topbar.depths.button("deep")
    assert button and button.isChecked()
