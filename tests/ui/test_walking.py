"""The body by keyboard: the cursor goes where an arrow points, Enter chooses, Shift+Enter goes deeper."""

from __future__ import annotations

from itertools import chain
from weakref import ref

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.reference import Ref
from app.paint.plate import PLAIN, Plate
from app.paint.scene import arranged
from app.state.choose import choose_muscle
from app.state.sheet import show_views
from app.state.state import DEPTHS, Depth
from app.ui.canvas.cursor import Spot, _spots_on, next_spot, spots_of
from app.ui.canvas.pointing import Target
from app.ui.meant import shape_names
from app.ui.workbench import Workbench
from tests.ui.hands import open_list

KEYS = Qt.Key
WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1))
SHIFT = Qt.KeyboardModifier.ShiftModifier
SETS: tuple[tuple[ViewName, ...], ...] = (("front",), ("back",), ("right",), ("left",), ("front", "back"), ("right", "left"),
                                          ("front", "back", "right", "left"))


def reached(graph: dict[Spot, list[Spot]], start: Spot) -> set[Spot]:
    """Everything to which arrows lead from a spot."""
    seen, open_ = {start}, [start]
    while open_:
        for spot in graph[open_.pop()]:
            if spot not in seen:
                seen.add(spot)
                open_.append(spot)
    return seen


@pytest.mark.parametrize("views", SETS, ids="+".join)
@pytest.mark.parametrize(("depth", "areas"), [*((depth, False) for depth in DEPTHS[:3]), ("superficial", True)])
def test_arrows_lead_from_every_muscle_to_every_other(window: Workbench, plates: dict[ViewName, Plate], views: tuple[ViewName, ...],
                                                      depth: Depth, areas: bool) -> None:
    names = shape_names(window.atlas)
    scene = arranged([plates[view] for view in views], (760.0, 640.0))
    target = Target(scene, depth, names, areas)
    spots = spots_of(target)
    assert all(target.at(spot.x, spot.y) == spot.shape for spot in spots)
    graph = {spot: [there for way in WAYS if (there := next_spot(spots, spot, way))] for spot in spots}
    back: dict[Spot, list[Spot]] = {spot: [] for spot in spots}
    for spot, there in chain.from_iterable(((spot, there) for there in graph[spot]) for spot in spots):
        back[there].append(spot)
    assert not set(spots) - reached(graph, spots[0])
    assert not set(spots) - reached(back, spots[0])


@pytest.mark.parametrize("view", ["front", "back", "right", "left"])
def test_whatever_a_click_can_choose_is_a_spot(window: Workbench, plates: dict[ViewName, Plate], view: ViewName) -> None:
    target = Target(arranged([plates[view]]), "superficial", shape_names(window.atlas), areas=False)
    box = target.scene.box
    found = [target.at(6.0 * column, 6.0 * row) for column in range(int(box.width() / 6)) for row in range(int(box.height() / 6))]
    # What shows in two such cells is a sliver between others, and is reached by going deeper.
    seen = {shape for shape in found if shape and found.count(shape) > 2}
    assert seen <= {spot.shape for spot in spots_of(target)}


def on_body(window: Workbench) -> None:
    """Bring the keyboard to the body as Tab does."""
    window.stage.canvas.setFocus(Qt.FocusReason.TabFocusReason)



def test_tab_reaches_the_body(qtbot: QtBot, window: Workbench) -> None:
    window.stage.layers.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.stage.layers, KEYS.Key_Tab)
    assert window.stage.canvas.hasFocus()


def test_arrows_light_up_and_enter_selects(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    on_body(window)
    lit = QSignalSpy(canvas.hovered)
    qtbot.keyClick(canvas, KEYS.Key_Down)
    first = lit.at(0)[0]
    qtbot.keyClick(canvas, KEYS.Key_Up)
    second = lit.at(lit.count() - 1)[0]
    assert first and second and first != second
    assert window.session.state.muscle is None
    qtbot.keyClick(canvas, KEYS.Key_Return)
    assert window.marks.selected == {second}


def test_shift_and_enter_go_deeper_and_round(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    window.session.change(choose_muscle(window.session.state, Ref("gluteus_maximus", "right")))
    on_body(window)
    qtbot.keyClick(canvas, KEYS.Key_Down)
    reached_ = [next(iter(window.marks.selected))]
    for _ in range(12):
        qtbot.keyClick(canvas, KEYS.Key_Return, SHIFT)
        reached_.append(next(iter(window.marks.selected)))
        if reached_[-1] == reached_[0]:
            break
    assert reached_[0] == reached_[-1] == "gluteus_maximus-right"
    assert len(set(reached_)) == len(reached_) - 1 > 1


def test_the_cursor_stands_on_what_was_chosen_by_name(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    qtbot.keyClicks(window.topbar.search, "piriformis")
    qtbot.keyClick(window.topbar.search, KEYS.Key_Return)
    on_body(window)
    lit = QSignalSpy(canvas.hovered)
    qtbot.keyClick(canvas, KEYS.Key_Left)
    assert str(lit.at(lit.count() - 1)[0]).startswith("piriformis-")


def test_home_and_end_go_to_head_and_feet_and_with_ctrl_to_the_views(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    on_body(window)
    places = {}
    for key, held in ((KEYS.Key_Down, Qt.KeyboardModifier.NoModifier), (KEYS.Key_Home, Qt.KeyboardModifier.NoModifier),
                      (KEYS.Key_End, Qt.KeyboardModifier.NoModifier), (KEYS.Key_Home, Qt.KeyboardModifier.ControlModifier),
                      (KEYS.Key_End, Qt.KeyboardModifier.ControlModifier)):
        qtbot.keyClick(canvas, key, held)
        places[key, held] = canvas._walking.place()
    top, low, first, last = list(places.values())[1:]
    assert top.y() < canvas.height() * 0.2 < canvas.height() * 0.7 < low.y()
    assert first.x() < canvas.width() / 2 < last.x()


def test_while_it_hurts_the_arrows_go_from_area_to_area(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    window.actions_by_id["pick"].trigger()
    on_body(window)
    lit = QSignalSpy(canvas.hovered)
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Return):
        qtbot.keyClick(canvas, key)
    shape = str(lit.at(lit.count() - 1)[0])
    assert shape.rpartition("-")[0] in window.atlas.areas
    assert window.marks.areas >= {shape}


def test_escape_leaves_the_cursor_then_the_muscle(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    on_body(window)
    for key in (KEYS.Key_Down, KEYS.Key_Return, KEYS.Key_Escape):
        qtbot.keyClick(canvas, key)
    assert window.session.state.muscle
    qtbot.keyClick(canvas, KEYS.Key_Escape)
    assert window.session.state.muscle is None


def test_the_menu_key_means_the_cursor(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    on_body(window)
    qtbot.keyClick(canvas, KEYS.Key_Down)
    canvas.menu_asked.disconnect()
    asked = QSignalSpy(canvas.menu_asked)
    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert asked.at(0)[0] == canvas._walking.shape != ""


def test_the_picture_follows_the_cursor(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    canvas.zoom_by(6.0)
    on_body(window)
    for _ in range(14):
        qtbot.keyClick(canvas, KEYS.Key_Down)
        assert canvas.rect().adjusted(20, 20, -20, -20).contains(canvas._walking.place().toPoint())


def test_the_cursor_survives_other_views_and_depths(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    on_body(window)
    for views in (("back",), ("right",), ("front", "back", "right", "left")):
        qtbot.keyClick(canvas, KEYS.Key_Up)
        window.session.change(show_views(window.session.state, views))
        for key in "234 1":
            qtbot.keyClicks(canvas, key)
            qtbot.keyClick(canvas, KEYS.Key_Left)
    assert canvas._walking.shape


def test_a_line_of_a_list_moves_the_cursor_too(qtbot: QtBot, window: Workbench) -> None:
    open_list(qtbot, window, "muscle")
    window.session.change(choose_muscle(window.session.state, Ref("soleus", "left")))
    on_body(window)
    qtbot.keyClick(window.stage.canvas, KEYS.Key_Up)
    assert window.stage.canvas._walking.shape == "soleus-left"


def test_where_the_cursor_can_stand_keeps_no_view_that_has_gone() -> None:
    # The body is another view in each posture that it passes.
    plate = Plate("front", QRectF(0, 0, 30, 30), (), ())
    gone = ref(plate)
    _spots_on(plate, "superficial", PLAIN, False)
    del plate
    assert gone() is None
