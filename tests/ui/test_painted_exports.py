"""What was painted stands in every picture that leaves the window, with its quality and its intensity."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.commands.table import run
from app.diagram.drawing import Drawing
from app.diagram.svg import read_drawing
from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.paint.legend import entries
from app.paint.marks import Marks, build_marks
from app.paint.painted import coverage, easel
from app.paint.plate import Plate
from app.reason.muscles import muscle_rows
from app.resources import folders
from app.state.painted import with_paint
from app.state.state import State, Stroke
from app.writers import pdf, png, svg
from app.writers.writer import Figure

pytestmark = pytest.mark.usefixtures("qapp")

SVG = "{http://www.w3.org/2000/svg}"
BURNS = Stroke("back", ((30.0, 720.0), (100.0, 760.0)), 25.0, "burning", 7.0)
NUMB = Stroke("back", ((-60.0, 500.0),), 25.0, "numbness")
UNSAID = Stroke("front", ((-90.0, 1300.0),), 25.0)


def marks_of(atlas: Atlas, plates: dict[ViewName, Plate], *strokes: Stroke) -> Marks:
    state = with_paint(State(), strokes, {}, coverage(plates, strokes))
    return build_marks(atlas, state, muscle_rows(atlas, state), plates)


def drawing(view: ViewName) -> Drawing:
    return read_drawing(folders().diagrams / f"{view}.svg")


def figure(plates: dict[ViewName, Plate], marks: Marks, size: tuple[int, int] = (600, 500)) -> Figure:
    return Figure((plates["front"], plates["back"]), marks, "superficial", "light", size, drawing)


def test_svg_has_a_path_for_each_place_in_a_layer_of_its_own(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    root = ElementTree.fromstring(svg.write(figure(plates, marks_of(atlas, plates, BURNS, NUMB, UNSAID))))
    layers = [one for one in root.iter(f"{SVG}g") if (one.get("id") or "").endswith("layer-pain")]
    places = [one for layer in layers for one in layer.iter(f"{SVG}path") if one.get("class") == "pain"]
    assert [(one.get("data-quality"), one.get("data-intensity")) for one in places] == [(None, None), ("burning", "7"), ("numbness", None)]
    patterns = {f"url(#{one.get('id')})" for one in root.iter(f"{SVG}pattern")}
    assert {one.get("fill") for one in places} <= patterns
    assert [one.text for layer in layers for one in layer.iter(f"{SVG}text")] == ["7"]


def test_png_and_pdf_show_the_paint(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    painted, other = marks_of(atlas, plates, BURNS), marks_of(atlas, plates, Stroke("back", BURNS.points, 25.0, "stabbing", 7.0))
    assert len({png.write(figure(plates, marks)) for marks in (painted, other, Marks(chosen=True))}) == 3
    data = pdf.write(figure(plates, painted))
    assert b"/Subtype /Image" not in data and b"/Subtype/Image" not in data


def test_the_legend_names_each_quality_once(atlas: Atlas, plates: dict[ViewName, Plate]) -> None:
    marks = marks_of(atlas, plates, BURNS, NUMB)
    assert [entry.quality for entry in entries(marks, ("back",)) if entry.quality] == ["burning", "numbness"]
    assert not [entry for entry in entries(marks, ("front",)) if entry.quality]


def test_render_shows_how_a_clicked_area_feels(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    assert run(["render", "--pain", "low_back:right=6,ache", "--view", "back", "-o", str(file)]) == 0
    place = next(one for one in ElementTree.parse(file).getroot().iter(f"{SVG}path") if one.get("class") == "pain")
    assert (place.get("data-of"), place.get("data-quality"), place.get("data-intensity")) == ("low_back-right", "ache", "6")


def test_paint_beside_the_body_is_neither_shown_nor_counted(plates: dict[ViewName, Plate]) -> None:
    outside = Stroke("front", ((0.0, -400.0),), 20.0)
    assert easel(plates["front"]).places((outside,)) == ()
    assert coverage(plates, (outside,)) == {}


@pytest.mark.parametrize(("view", "area"), [("front", "chest-left"), ("right", "lateral_thigh-right"), ("back", "buttock-left")])
def test_a_covered_area_is_covered_and_erasing_half_leaves_half(plates: dict[ViewName, Plate], view: ViewName, area: str) -> None:
    name, _, side = area.partition("-")
    ref = Ref(name, "left" if side == "left" else "right")
    form = plates[view].area_by_id[area]
    rows = range(int(form.box.top()), int(form.box.bottom()) + 10, 10)
    full = tuple(Stroke(view, ((form.box.left(), float(y)), (form.box.right(), float(y))), 10.0, "ache") for y in rows)
    assert coverage(plates, full)[ref].share > 0.99
    half = (*full, Stroke(view, ((form.box.left(), form.box.top()), (form.box.right(), form.box.top())), form.box.height() / 2, erases=True))
    assert 0.2 < coverage(plates, half)[ref].share < 0.8
    assert coverage(plates, half)[ref].quality == "ache"


def test_the_stronger_intensity_and_the_wider_quality_count(plates: dict[ViewName, Plate]) -> None:
    wide, small = Stroke("back", ((30.0, 700.0), (110.0, 700.0)), 40.0, "ache", 3.0), Stroke("back", ((60.0, 700.0),), 8.0, "burning", 9.0)
    found = coverage(plates, (wide, small))[Ref("low_back", "right")]
    assert (found.intensity, found.quality) == (9.0, "ache")


def test_an_area_on_two_views_counts_where_more_of_it_is_covered(plates: dict[ViewName, Plate]) -> None:
    ref = Ref("lateral_thigh", "right")
    seen = {}
    for view in ("front", "right"):
        form = plates[view].area_by_id["lateral_thigh-right"]
        seen[view] = Stroke(view, ((form.box.center().x(), form.box.center().y()),), 30.0)
    alone = [coverage(plates, (stroke,)).get(ref) for stroke in seen.values()]
    both = coverage(plates, tuple(seen.values()))[ref]
    assert both.share == max(one.share for one in alone if one)
