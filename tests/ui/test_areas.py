"""Pain is shown on the body: every area can be hit, in a side view and on the soles beside the back view too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.paint.inset import inset_words
from app.paint.plate import Plate
from app.state.state import State
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_body, seen_point


def picking(window: Workbench, view: ViewName) -> None:
    """Show one view and let clicks pick areas."""
    window.session.change(State(views=(view,)))
    window.actions_by_id["pick"].trigger()


def test_every_area_can_be_hit_in_some_view(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    for area in atlas.areas.values():
        for side in ("right", "left") if area.side == "paired" else ("midline",):
            plate = next(plate for plate in plates.values() if f"{area.id}-{side}" in plate.area_by_id)
            found = plate.area_at(*seen_point(plate, f"{area.id}-{side}"))
            assert found
            assert found.id == f"{area.id}-{side}"


def test_a_click_on_the_flank_from_the_side_says_that_it_hurts_there(qtbot: QtBot, window: Workbench) -> None:
    picking(window, "right")
    click_body(qtbot, window, "right", "flank-right")
    assert window.session.state.pain == (Ref("flank", "right"),)
    assert chip_texts(window) == ["Pain: flank, right"]


def test_a_click_on_the_inset_picks_the_sole(qtbot: QtBot, window: Workbench) -> None:
    picking(window, "back")
    canvas = window.stage.canvas
    place = canvas.scene.places[0]
    middle = place.plate.by_id["skin_of_sole-left"].box.center()
    x, y = canvas.camera.to_widget(middle.x() + place.x, middle.y() + place.y)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert window.session.state.pain == (Ref("sole", "left"),)


def test_the_soles_are_named_above_them_and_only_where_they_are(plates: dict[ViewName, Plate]) -> None:
    words = list(inset_words(plates["back"]))
    assert [text for _, text in words] == ["Sole", "Sole"]
    assert all(1400 < middle.y() < 1500 and abs(middle.x()) > 230 for middle, _ in words)
    assert not list(inset_words(plates["front"]))
