"""What is said of the thing under the pointer, and that it does not cover what it names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.ui.canvas.tip import Pointer
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, spot_of


def pointed(qtbot: QtBot, window: Workbench, spot: QPoint) -> Pointer:
    """Move the pointer to a spot of the body, px."""
    qtbot.mouseMove(window.stage.canvas, QPoint(2, 2))
    qtbot.mouseMove(window.stage.canvas, spot)
    return window.stage.canvas.tip[0]


@pytest.mark.parametrize(("view", "shape"), [("back", "soleus-left"), ("front", "rectus_femoris-right"), ("back", "latissimus_dorsi-left"),
                                             ("front", "pectoralis_major-left"), ("back", "gluteus_maximus-right")])
def test_a_tip_stands_beside_the_muscle_inside_the_widget(qtbot: QtBot, window: Workbench, view: ViewName, shape: str) -> None:
    canvas = window.stage.canvas
    pointer = pointed(qtbot, window, spot_of(window, view, shape))
    assert pointer.of == shape
    box = canvas.tip[1]
    assert QRectF(canvas.rect()).contains(box)
    place = next(one for one in canvas.scene.places if one.plate.view == view)
    left, top = canvas.camera.to_scene(box.left(), box.top())
    covered = QRectF(left - place.x, top - place.y, box.width() / canvas.camera.scale, box.height() / canvas.camera.scale)
    assert not place.plate.by_id[shape].outline.intersects(covered)


def test_close_by_it_stays_inside_the_widget(qtbot: QtBot, window: Workbench) -> None:
    window.follow("muscle/gluteus_maximus:right")
    canvas = window.stage.canvas
    canvas.zoom_by(6.0)
    for spot in (canvas.rect().center(), canvas.rect().bottomRight() - QPoint(30, 90), QPoint(30, 30)):
        pointer = pointed(qtbot, window, spot)
        if pointer.name:
            assert QRectF(canvas.rect()).contains(canvas.tip[1])


def test_it_says_the_state(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    QApplication.processEvents()
    pointer = pointed(qtbot, window, spot_of(window, "front", "rectus_femoris-right"))
    assert (pointer.name, pointer.note) == ("Rectus femoris, right", "Tight, short")


def test_it_says_what_a_further_click_reaches(qtbot: QtBot, window: Workbench) -> None:
    window.follow("muscle/piriformis")
    canvas = window.stage.canvas
    canvas.fit()
    place = next(one for one in canvas.scene.places if one.plate.view == "back")
    middle = place.plate.by_id["piriformis-right"].box.center() + QPointF(place.x, place.y)
    spot = QPointF(*canvas.camera.to_widget(middle.x(), middle.y())).toPoint()
    assert pointed(qtbot, window, spot).note == "A further click: piriformis"


def test_it_says_that_an_area_hurts(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    window.stage.canvas.pick_areas = True
    QApplication.processEvents()
    pointer = pointed(qtbot, window, spot_of(window, "back", "calf-right"))
    assert (pointer.name, pointer.note) == ("Calf, right", "It hurts here")


def test_it_stays_while_the_pointer_moves_a_little(qtbot: QtBot, window: Workbench) -> None:
    spot = spot_of(window, "back", "gluteus_maximus-right")
    first = pointed(qtbot, window, spot)
    qtbot.mouseMove(window.stage.canvas, spot + QPoint(3, 3))
    assert window.stage.canvas.tip[0] is first
