"""Other colours are put together from pictures of single forms, and look as if all had been painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.look import MuscleState
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.paint.scene import arranged
from app.ui.canvas.camera import Camera, fitted
from app.ui.canvas.frame import Content, painted
from app.ui.canvas.sprites import Sprites
from app.ui.workbench import Workbench
from tests.ui.hands import click_line
from tests.ui.test_golden import LEVELS, SHARE, unlike

MUSCLES = ("gluteus_maximus-right", "deltoid-left", "trapezius-right", "psoas_major-left", "soleus-right")


def coloured(state: MuscleState) -> Marks:
    return Marks(chosen=True, states=dict.fromkeys(MUSCLES, state))


@pytest.fixture
def content(plates: Mapping[ViewName, Plate]) -> Content:
    return Content(arranged((plates["back"], plates["right"])), coloured("weak"), "superficial", "light")


@pytest.fixture
def camera(content: Content) -> Camera:
    box = content.scene.box
    return fitted((0.0, 0.0, box.width(), box.height()), (420, 480), (4.0, 4.0, 4.0, 4.0))


def prepared(content: Content, camera: Camera, ratio: float = 1.0) -> Sprites:
    made = Sprites(content, camera, ratio)
    while made.prepare(content):
        pass
    return made


@pytest.mark.parametrize("state", ["weak", "tight_short", "tight_long", "conflict"])
@pytest.mark.parametrize("nearer", [1.0, 3.0])
def test_what_is_put_together_looks_as_if_painted(content: Content, camera: Camera, state: MuscleState, nearer: float) -> None:
    camera = replace(camera, scale=camera.scale * nearer)
    other = replace(content, marks=coloured(state))
    frame = prepared(content, camera, 1.5).composed(other)
    assert frame
    assert unlike(frame.image, painted(other, camera, 1.5).image) < SHARE / 10, f"more than {LEVELS} levels apart"


def test_without_preparation_all_is_painted(content: Content, camera: Camera) -> None:
    assert Sprites(content, camera, 1.0).composed(content) is None


def test_what_changes_every_muscle_is_painted(content: Content, camera: Camera) -> None:
    assert prepared(content, camera).composed(replace(content, marks=Marks())) is None


def test_what_is_shown_alone_is_painted(content: Content, camera: Camera) -> None:
    assert prepared(content, camera).composed(replace(content, marks=replace(content.marks, alone=True))) is None


def test_another_camera_or_theme_wants_other_pictures(content: Content, camera: Camera) -> None:
    sprites = prepared(content, camera)
    assert sprites.fit(replace(content, marks=coloured("tight_long"), depth="deep"), camera, 1.0)
    assert not sprites.fit(content, replace(camera, x=camera.x + 1), 1.0)
    assert not sprites.fit(replace(content, theme="dark"), camera, 1.0)
    assert not sprites.fit(content, camera, 2.0)


def test_the_window_gets_ready_once_something_is_chosen(qtbot: QtBot, window: Workbench) -> None:
    frames = window.stage.canvas._sheet.frames
    qtbot.wait(400)
    assert frames._sprites is None
    click_line(qtbot, window, "pattern", "high_hip")
    qtbot.waitUntil(lambda: frames._sprites is not None and not frames._idle.isActive(), timeout=20_000)
    window.stage.canvas.grab()
    assert frames._recoloured(window.stage.canvas._content, window.stage.canvas.camera, window.stage.canvas.devicePixelRatioF())
