"""What comes and goes on the sheet leaves the body where it is: legend, names of things without a card, the plumb line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.model.look import ThemeName
from app.model.reference import Ref
from app.paint.legend import entries, legend_size
from app.paint.palette import form_fill
from app.paint.plain import DECORATION, plain_title
from app.paint.plate import Plate
from app.state.state import Depth
from app.ui.canvas.adornment import MARGIN
from app.ui.canvas.frame import Content
from app.ui.canvas.sheet import CORNER, MARGINS, margins
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, spot_of


def names_beside(window: Workbench) -> list[str]:
    """What the marks name beside the body."""
    return [name.text for name in window.marks.labels]


@pytest.mark.parametrize("size", [(960, 600), (1280, 800), (1920, 1080)])
def test_the_body_stays_where_it_is_when_a_muscle_is_selected(qtbot: QtBot, window: Workbench, size: tuple[int, int]) -> None:
    window.resize(*size)
    canvas = window.stage.canvas
    before = canvas.camera.scale
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot_of(window, "back", "gluteus_maximus-left"))
    # Only the row of what is chosen may grow.
    assert canvas.camera.scale > 0.9 * before


def test_a_tall_legend_leaves_the_names_of_the_views_free(qtbot: QtBot, window: Workbench) -> None:
    window.resize(1280, 780)
    for area in ("buttock", "back_of_thigh"):
        window.controller.follow(f"show/area/{area}:right")
    for pattern in ("backward_tipped_pelvis", "high_hip"):
        click_line(qtbot, window, "pattern", pattern)
    canvas = window.stage.canvas
    shown = entries(window.marks, ("front", "back"))
    legend = legend_size(shown, canvas.font(), canvas.width() - CORNER - MARGIN).height() + MARGIN
    assert legend > MARGINS[3]
    content = Content(canvas.scene, window.marks, "superficial", "light")
    assert margins(content, canvas.font(), canvas.width())[3] >= legend


def test_key_p_takes_the_plumb_line_away_and_brings_it_back(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    shown = [bool(window.marks.plumb)]
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_P)
        shown.append(bool(window.marks.plumb))
    assert shown == [True, False, True]
    assert window.actions_by_id["plumb"].isChecked()


def test_what_has_no_card_tells_its_name(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    qtbot.mouseMove(canvas, spot_of(window, "back", "thoracolumbar_fascia-midline"))
    assert (canvas._pointer.name, canvas._pointer.shapes) == ("Thoracolumbar fascia", ())
    qtbot.mouseMove(canvas, QPoint(5, 5))
    assert canvas._pointer.name == ""


def test_decoration_is_nothing_to_the_pointer(qtbot: QtBot, window: Workbench) -> None:
    qtbot.mouseMove(window.stage.canvas, spot_of(window, "front", "lips-midline"))
    assert "ips" not in window.stage.canvas._pointer.name


def test_a_click_goes_through_the_auricle(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "gluteus_maximus")
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    canvas = window.stage.canvas
    at = canvas.camera.to_scene(*spot_of(window, "front", "auricle-left").toTuple())
    under = canvas.target().under(*at)
    assert under is None or under.id.partition("-")[0] not in DECORATION


@pytest.mark.parametrize(("shape", "title"), [
    ("disc_l5_s1-midline", "Disc L5/S1"), ("sciatic_nerve-left", "Sciatic nerve, left"), ("achilles_tendon-right", "Achilles tendon, right"),
    ("distal_phalanx_of_first_finger_of_foot-right", "Distal phalanx of first toe, right"), ("vertebra_t12-midline", "Vertebra T12")])
def test_an_id_holds_a_plain_name(shape: str, title: str) -> None:
    assert plain_title(shape) == title


@pytest.mark.parametrize(("depth", "name"), [("deep", "sciatic nerve"), ("bone", "sacroiliac joint"), ("bone", "femur"),
                                             ("superficial", "thoracolumbar fascia")])
def test_labels_of_a_layer_name_what_has_no_card(window: Workbench, depth: Depth, name: str) -> None:
    for action in (f"depth_{depth}", "labels_layer"):
        window.actions_by_id[action].trigger()
    assert name in names_beside(window)


def test_bones_are_named_at_their_own_depth_only(window: Workbench) -> None:
    window.actions_by_id["labels_layer"].trigger()
    assert "patella" not in names_beside(window)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nerves_and_discs_keep_their_colours(plates: dict[ViewName, Plate], theme: ThemeName) -> None:
    forms = plates["back"].by_id
    nerve, disc, flesh = (QColor(form_fill(forms[shape], None, True, theme))
                          for shape in ("sciatic_nerve-left", "disc_l4_l5-midline", "masseter-left"))
    assert nerve.hue() in range(35, 65) and nerve.saturation() > 60
    assert disc.blue() > disc.red()
    assert flesh.saturation() < 60


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_a_chosen_muscle_of_either_side_has_its_name(window: Workbench, size: tuple[int, int]) -> None:
    window.resize(*size)
    for action in ("labels_chosen", "names_both"):
        window.actions_by_id[action].trigger()
    for side in ("left", "right"):
        window.controller.pick("muscle", Ref("gluteus_medius", side))
        window.stage.canvas.grab()
        beside = window.stage.canvas._sheet._beside
        assert beside and [label.lines[0].text for label in beside._labels]


def test_a_click_on_a_nerve_means_what_it_lies_upon(qtbot: QtBot, window: Workbench, plates: dict[ViewName, Plate]) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3)
    target = window.stage.canvas.target()
    place = window.stage.canvas.scene.places[1]
    nerve = plates["back"].by_id["sciatic_nerve-left"]
    row = nerve.box.top() + 0.4 * nerve.box.height()
    points = [(nerve.box.left() + across + place.x, row + place.y) for across in range(round(nerve.box.width()))]
    on = [point for point in points if (form := target.under(*point)) and form is nerve]
    assert on and all(target.at(*point) for point in on)


def test_letters_are_keys_of_the_window_after_a_click_in_a_list(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip")
    qtbot.keyClick(window.navigator.pages["pattern"].list, Qt.Key.Key_L)
    assert window.session.state.labels == "chosen"
