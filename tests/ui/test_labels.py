"""Names beside the body: what is named, in which words, in the window and in files; the plumb line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from app.commands.table import run
from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.look import SHEETS
from app.model.reference import Ref
from app.paint.figure import Plan, planned
from app.paint.labels.fitting import Label
from app.paint.labels.survey import Survey
from app.paint.marks import Marks, build_marks
from app.paint.plate import PLAIN, Plate
from app.paint.plumb import plumb_of
from app.reason.muscles import muscle_rows
from app.state.state import NameChoice, State
from app.ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = "{http://www.w3.org/2000/svg}text"
TIPPED = State(patterns=(Ref("forward_tipped_pelvis"),), labels="chosen")
FOUR: tuple[ViewName, ...] = ("front", "back", "right", "left")
Marked = Callable[[State], Marks]


@pytest.fixture
def marked(atlas: Atlas, plates: dict[ViewName, Plate]) -> Marked:
    """The marks of a state."""
    def make(state: State) -> Marks:
        return build_marks(atlas, state, muscle_rows(atlas, state), plates)
    return make


@pytest.fixture
def laid(marked: Marked, plates: dict[ViewName, Plate]) -> Callable[[State, tuple[int, int]], Plan]:
    """The plan of a state on a page of a size, px."""
    def make(state: State, size: tuple[int, int]) -> Plan:
        return planned([plates[view] for view in state.views], marked(state), state.depth, QRectF(0, 0, *size))
    return make


Laid = Callable[[State, tuple[int, int]], Plan]


def words(label: Label) -> str:
    return " ".join(line.text for line in label.lines).replace("\u00a0", " ")


def texts(file: Path) -> set[str]:
    return {(element.text or "").replace("\u00a0", " ") for element in ElementTree.parse(file).iter(TEXT)}


@pytest.mark.parametrize("size", [(800, 600), (1600, 1100), (900, 2000), (2600, 900)])
@pytest.mark.parametrize("views", [("front",), ("front", "back"), FOUR])
def test_on_a_page_of_any_shape_labels_keep_apart_and_on_the_paper(laid: Laid, size: tuple[int, int],
                                                                   views: tuple[ViewName, ...]) -> None:
    plan = laid(replace(TIPPED, views=views, labels="layer", names="both"), size)
    assert len(plan.labels) > 5
    assert not any(one.box.meets(other.box) for one, other in combinations(plan.labels, 2))
    for label in plan.labels:
        assert label.box.left >= 0 and label.box.right <= size[0] and label.box.top >= 0
        assert not plan.legend.intersects(QRectF(label.box.left, label.box.top, label.box.width, label.box.height))


def test_no_label_lies_on_a_figure(laid: Laid, plates: dict[ViewName, Plate]) -> None:
    plan = laid(replace(TIPPED, labels="layer"), (1600, 1100))
    for place in plan.scene.places:
        survey = Survey(plates[place.plate.view], "superficial", PLAIN)
        for box in (label.box for label in plan.labels):
            left, right = ((x - plan.corner.x()) / plan.scale - place.x for x in (box.left, box.right))
            for y in (box.top, box.bottom):
                height = (y - plan.corner.y()) / plan.scale - place.y
                assert survey.over((left, height), (right, height)) == 0


def test_a_leader_ends_on_its_muscle(laid: Laid, plates: dict[ViewName, Plate]) -> None:
    plan = laid(State(muscle=Ref("gluteus_maximus", "right"), labels="chosen"), (1600, 1100))
    label, = plan.labels
    back = next(place for place in plan.scene.places if place.plate.view == "back")
    x, y = ((label.leader[2][0] - plan.corner.x()) / plan.scale - back.x, (label.leader[2][1] - plan.corner.y()) / plan.scale - back.y)
    form = plates["back"].form_at(x, y, "superficial")
    assert (words(label), form.id if form else None) == ("gluteus maximus", "gluteus_maximus-right")


def test_both_sides_marked_alike_have_one_name(marked: Marked) -> None:
    names = [name.text for name in marked(replace(TIPPED, plumb=False)).labels]
    assert "psoas major" in names and len(names) == len(set(names))


def test_what_is_selected_comes_first_and_hidden_muscles_are_named_too(laid: Laid, marked: Marked) -> None:
    state = replace(TIPPED, muscle=Ref("subscapularis", "left"))
    assert marked(state).labels[0].shapes == ("subscapularis-left",)
    assert "subscapularis" in {words(label) for label in laid(state, (1600, 1100)).labels}


@pytest.mark.parametrize(("names", "told"), [("english", ("psoas major", "")), ("latin", ("M. psoas major", "")),
                                             ("both", ("psoas major", "M. psoas major"))])
def test_names_are_english_latin_or_both(marked: Marked, names: NameChoice, told: tuple[str, str]) -> None:
    name = marked(State(muscle=Ref("psoas_major", "left"), labels="chosen", names=names, plumb=False)).labels[0]
    assert (name.text, name.beneath) == told


def test_a_whole_layer_names_what_is_bare_at_that_depth_only(marked: Marked) -> None:
    bare = [{name.text for name in marked(State(depth=depth, labels="layer")).labels} for depth in ("superficial", "deep")]
    assert "gluteus maximus" in bare[0] - bare[1] and "piriformis" in bare[1] - bare[0]


def test_render_names_what_is_chosen_with_its_sign_unless_told_not_to(tmp_path: Path) -> None:
    asked = ["render", "--pattern", "forward_tipped_pelvis", "-o"]
    assert run([*asked, str(tmp_path / "a.svg")]) == run([*asked, str(tmp_path / "b.svg"), "--labels", "none"]) == 0
    assert "▸◂ rectus femoris" in texts(tmp_path / "a.svg")
    assert not any("rectus femoris" in text for text in texts(tmp_path / "b.svg"))


@pytest.mark.parametrize(("view", "letters"), [("front", {"R", "L"}), ("back", {"R", "L"}), ("right", {"R"}), ("left", {"L"})])
def test_every_view_tells_right_and_left(tmp_path: Path, view: str, letters: set[str]) -> None:
    run(["render", "--view", view, "-o", str(tmp_path / "a.svg")])
    assert texts(tmp_path / "a.svg") & {"R", "L"} == letters


def test_a_large_picture_has_larger_words_and_the_same_plan(tmp_path: Path) -> None:
    for size in ("800x600", "1600x1200"):
        assert run(["render", "--muscle", "soleus:left", "--size", size, "-o", str(tmp_path / f"{size}.png")]) == 0
    assert QImage(str(tmp_path / "1600x1200.png")).width() == 1600


def test_the_plumb_line_stands_just_ahead_of_the_malleolus_on_both_sides(marked: Marked, plates: dict[ViewName, Plate]) -> None:
    points = marked(State(views=("right",))).plumb
    lines = [plumb_of(plates[view], points) for view in FOUR]
    assert lines[:2] == [None, None] and lines[2] and lines[3]
    assert -54 < lines[2].x < -20 and lines[3].x == -lines[2].x
    assert [name for name, _, _ in lines[2].places] == ["ear lobe", "shoulder", "hip", "knee", "ankle"]


def test_the_plumb_line_can_be_left_out(marked: Marked, tmp_path: Path) -> None:
    assert marked(State(views=("right",), plumb=False)).plumb == marked(State()).plumb == ()
    run(["render", "--view", "left", "--no-plumb-line", "-o", str(tmp_path / "a.svg")])
    assert 'class="plumb"' not in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_the_window_makes_room_for_labels_and_takes_it_back(window: Workbench) -> None:
    bare = window.stage.canvas.scene.box.width()
    window.session.change(replace(window.session.state, labels="chosen"))
    roomy = window.stage.canvas.scene.box.width()
    window.session.change(replace(window.session.state, labels="none"))
    assert roomy > bare == window.stage.canvas.scene.box.width()


def test_the_window_draws_the_labels_in_ink(window: Workbench) -> None:
    window.session.change(TIPPED)
    strip = window.stage.canvas.grab(QRect(0, 0, 100, window.stage.canvas.height() - 80)).toImage()
    colours = {strip.pixelColor(x, y).name() for x in range(strip.width()) for y in range(strip.height())}
    assert SHEETS["light"].ink in colours
