"""What the canvas looks at: it stays where a person has gone, and returns when what was looked for is elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from app.paint.legend import entries, legend_size
from app.paint.marks import Marks
from app.ui.canvas.lens import REST
from app.ui.canvas.pointing import Clicks
from app.ui.workbench import Workbench
from tests.ui.hands import click_body, click_line, open_list, seen_point


def search(qtbot: QtBot, window: Workbench, text: str) -> None:
    """Type into the search field and take the first result."""
    field = window.topbar.search
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def fits(window: Workbench) -> bool:
    """Whether the whole body is shown."""
    canvas = window.stage.canvas
    return canvas.camera == canvas._fitting()


def test_what_was_searched_for_is_left_with_another_choice(qtbot: QtBot, window: Workbench) -> None:
    search(qtbot, window, "piriformis")
    assert not fits(window)
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    assert fits(window)


def test_going_back_shows_the_whole_body_again(qtbot: QtBot, window: Workbench) -> None:
    search(qtbot, window, "piriformis")
    window.controller.go_back()
    assert fits(window)


def test_a_click_on_the_body_does_not_move_it_away(qtbot: QtBot, window: Workbench) -> None:
    search(qtbot, window, "gluteus maximus")
    near = window.stage.canvas.camera
    click_body(qtbot, window, "back", "gluteus_maximus-right")
    click_body(qtbot, window, "back", "iliotibial_band-right")
    assert window.session.state.muscle is not None
    assert window.stage.canvas.camera == near


def test_what_is_chosen_out_of_sight_is_brought_into_sight(qtbot: QtBot, window: Workbench) -> None:
    search(qtbot, window, "tibialis anterior")
    window.stage.zoom_in()
    click_line(qtbot, window, "pattern", "forward_head_and_neck")
    assert fits(window)


def test_peeling_does_not_move_the_body(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_head_and_neck")
    search(qtbot, window, "soleus")
    near = window.stage.canvas.camera
    window.sheet.peel("deep")
    assert window.stage.canvas.camera == near


def test_clicks_at_one_spot_walk_through_what_the_first_found() -> None:
    clicks = Clicks()
    clicks.next((10, 10), ("a", "b", "c"))
    assert clicks.next((11, 10), ("b", "c")) == "b"
    assert clicks.next((10, 11), ("c",)) == "c"


def test_a_click_that_goes_deeper_names_what_it_reached(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    x, y = seen_point(canvas.scene.places[0].plate, "rectus_femoris-right")
    across, down = canvas.camera.to_widget(x + canvas.scene.places[0].x, y + canvas.scene.places[0].y)
    for _ in range(2):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(across), round(down)))
    reached = window.session.state.muscle
    assert reached and reached.id != "rectus_femoris"
    assert canvas._pointer.name == canvas._names[f"{reached.id}-right"]


def test_a_newly_chosen_line_comes_into_sight(qtbot: QtBot, window: Workbench) -> None:
    view = open_list(qtbot, window, "area")
    window.setFocus()
    for area in ("front_of_shoulder", "calf"):
        window.controller.click_area(f"{area}-left")
        assert view.viewport().rect().contains(view.visualRect(view.rows.index_of(area)).center())


def test_the_line_with_the_focus_is_ringed_for_the_keyboard_only(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    view = window.navigator.pages["pattern"].list
    assert not view._delegate.by_keyboard
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view._delegate.by_keyboard


def test_the_legend_says_nothing_where_only_grey_is_left() -> None:
    assert entries(Marks(chosen=True)) == ()


@pytest.mark.usefixtures("qapp")
def test_a_narrow_legend_is_as_high_as_its_rows() -> None:
    shown = entries(Marks(chosen=True, states={"a": "tight_short", "b": "weak"}, roles={"c": "refers_spillover"}))
    size = legend_size(shown, QFont(), 20.0)
    assert legend_size(shown, QFont(), size.width()) == size


def test_a_click_on_the_locator_goes_there(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    for _ in range(6):
        window.stage.zoom_in()
    # The locator comes when the picture rests.
    qtbot.wait(2 * REST)
    before = canvas.camera
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() - 22, 110))
    assert canvas.camera.x > before.x and canvas.camera.y > before.y
    assert window.session.state.muscle is None
