"""Reading diagrams: what comes out of good ones, and the one clear message about each bad one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.diagram.drawing import Drawing
from app.diagram.svg import read_drawing, view_named
from app.model.problem import UserError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="-10 0 100 200">\n'
SQUARE = "M0,0L10,0L10,10L0,10Z"


def drawn(tmp_path: Path, inside: str, head: str = HEAD) -> Drawing:
    file = tmp_path / "front.svg"
    file.write_text(f"{head}{inside}\n</svg>", encoding="utf-8")
    return read_drawing(file)


def test_a_muscle_has_its_id_layer_and_line(tmp_path: Path) -> None:
    shape = drawn(tmp_path, f'<g id="layer-deep">\n<path id="soleus-left" class="muscle" d="{SQUARE}"/></g>').shapes[0]
    assert (shape.id, shape.of, shape.part, shape.layer, shape.line) == ("soleus-left", "soleus-left", "muscle", "deep", 3)


def test_a_detail_belongs_to_its_muscle(tmp_path: Path) -> None:
    shapes = drawn(tmp_path, f'<path id="a" class="muscle" d="{SQUARE}"/><path data-of="a" class="cut" d="{SQUARE}"/>').shapes
    assert [(shape.of, shape.part) for shape in shapes] == [("a", "muscle"), ("a", "cut")]


def test_a_shape_without_a_class_keeps_its_own_colour(tmp_path: Path) -> None:
    shape = drawn(tmp_path, '<rect x="1" y="2" width="3" height="4" style="fill:#00ff00;stroke:none"/>').shapes[0]
    assert (shape.part, shape.fill, shape.stroke, shape.id) == ("other", "#00ff00", None, "other-0")
    assert shape.data == "M1,2L4,2L4,6L1,6Z"


def test_transforms_of_all_groups_are_applied(tmp_path: Path) -> None:
    inside = f'<g transform="translate(5,0)"><path transform="scale(2)" d="{SQUARE}"/></g>'
    assert drawn(tmp_path, inside).shapes[0].data == "M5,0L25,0L25,20L5,20Z"


def test_a_used_shape_stands_where_it_is_used(tmp_path: Path) -> None:
    inside = (f'<defs><path id="form" d="{SQUARE}"/></defs>'
              '<g id="layer-bone"><use id="rib-left" class="bone" xlink:href="#form" x="3"/></g>')
    shape = drawn(tmp_path, inside).shapes[0]
    assert (shape.id, shape.part, shape.layer, shape.data[:4]) == ("rib-left", "bone", "bone", "M3,0")


def test_arcs_and_quadratics_become_cubics(tmp_path: Path) -> None:
    shapes = drawn(tmp_path, '<circle cx="5" cy="5" r="5"/><path d="m0 0q5 0 5 5t5 5a3 3 0 0 1 6 0z"/>').shapes
    assert all(set(shape.data) <= set("MLCZ0123456789.,-") for shape in shapes)


def test_a_switched_off_layer_is_still_read(tmp_path: Path) -> None:
    inside = f'<g id="layer-areas" style="display:none"><path id="calf-left" class="area" d="{SQUARE}"/></g>'
    assert drawn(tmp_path, inside).shapes[0].part == "area"


def test_the_frame_is_the_view_box(tmp_path: Path) -> None:
    assert drawn(tmp_path, f'<path d="{SQUARE}"/>').box == (-10.0, 0.0, 100.0, 200.0)


def test_the_built_in_diagrams_are_good() -> None:
    folder = Path(__file__).parents[3] / "assets" / "diagrams"
    for view in ("front", "back"):
        drawing = read_drawing(folder / f"{view}.svg")
        ids = {shape.id for shape in drawing.shapes if shape.part == "muscle"}
        assert drawing.view == view
        assert {"rectus_femoris-right", "soleus-left"} <= ids or view == "back"
        assert all(shape.of in {one.id for one in drawing.shapes} for shape in drawing.shapes[:200])


@pytest.mark.parametrize(("stem", "view"), [("front", "front"), ("clinic_back", "back"), ("left-side", "left"), ("x", "front")])
def test_the_file_names_the_view(stem: str, view: str) -> None:
    assert view_named(stem) == view


BAD = {
    "not XML": ("hello", "not well-formed"),
    "another XML": ("<html></html>", "not SVG"),
    "no namespace": ("<svg viewBox='0 0 1 1'/>", "not SVG"),
    "an entity": (f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n{HEAD}<path d="{SQUARE}" id="&a;"/></svg>', "DOCTYPE"),
    "a script": (f"{HEAD}<script>1</script></svg>", "<script>"),
    "a handler": (f'{HEAD}<path onclick="x()" d="{SQUARE}"/></svg>', "onclick"),
    "an external picture": (f'{HEAD}<image xlink:href="http://example.org/a.png"/></svg>', "outside the file"),
    "an external style": (f'{HEAD}<style>@import "a.css";</style></svg>', "@import"),
    "an external fill": (f'{HEAD}<path fill="url(http://example.org/#a)" d="{SQUARE}"/></svg>', "outside the file"),
    "truncated": (f'{HEAD}<path d="{SQUARE}"/>', "not well-formed"),
    "an id twice": (f'{HEAD}<path id="a" d="{SQUARE}"/>\n<path id="a" d="{SQUARE}"/></svg>', "'a' was given in line 2"),
    "no frame": (f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{SQUARE}"/></svg>', "viewBox"),
    "a frame of nothing": (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e-9 1e-9"><path d="{SQUARE}"/></svg>', "frame"),
    "nothing drawn": (f"{HEAD}</svg>", "draws nothing"),
    "no path data": (f'{HEAD}<path d="M0,0 hello"/></svg>', "path data"),
    "too few numbers": (f'{HEAD}<path id="a" d="M0,0C1,2"/></svg>', "path data"),
    "a point beyond all": (f'{HEAD}<path d="M0,0L1e400,0L1,1Z"/></svg>', "inf lies beyond"),
    "a relative point beyond all": (f'{HEAD}<path d="m0,0l1e9,0l1,1z"/></svg>', "lies beyond"),
    "a circle beyond all": (f'{HEAD}<circle r="1e400"/></svg>', "beyond"),
    "a stroke beyond all": (f'{HEAD}<path stroke="red" stroke-width="1e400" d="{SQUARE}"/></svg>', "wide"),
    "a frame beyond all": (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"><path d="{SQUARE}"/></svg>', "one unit"),
    "a transform unheard of": (f'{HEAD}<g transform="turn(4)"><path d="{SQUARE}"/></g></svg>', "'turn' is no transform"),
    "a transform of words": (f'{HEAD}<g transform="rotate(abc)"><path d="{SQUARE}"/></g></svg>', "1 or 3 numbers"),
    "a transform with too few": (f'{HEAD}<g transform="matrix(1,2)"><path d="{SQUARE}"/></g></svg>', "6 numbers"),
    "half a transform": (f'{HEAD}<g transform="scale(2"><path d="{SQUARE}"/></g></svg>', "cannot be read"),
    "a length of words": (f'{HEAD}<rect width="1em" height="2"/></svg>', "cannot be read"),
    "a path without end": (f'{HEAD}<path d="M0,0{"L1,1" * 130_000}Z"/></svg>', "longer than"),
    "groups without end": (f'{HEAD}{"<g>" * 20_000}</svg>', "nested more than"),
    "uses of uses": (HEAD + "".join(f'<use id="u{n}" xlink:href="#u{n + 1}"/>' for n in range(3000)) + "</svg>", "deep"),
    "an encoding unheard of": (f'<?xml version="1.0" encoding="foo"?>{HEAD}</svg>', "save the file as UTF-8"),
    "an encoding of many bytes": (f'<?xml version="1.0" encoding="gb2312"?>{HEAD}</svg>', "save the file as UTF-8"),
    "a use of itself": (f'{HEAD}<g id="a"><use xlink:href="#a"/><path d="{SQUARE}"/></g></svg>', "uses itself"),
    "uses without end": (
        HEAD + f'<g id="a0"><path d="{SQUARE}"/></g>' + "".join(
            f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 8)) + "</svg>", "more than"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_message_with_its_line(tmp_path: Path, name: str) -> None:
    text, said = BAD[name]
    file = tmp_path / "bad.svg"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_drawing(file)
    message = str(error.value)
    assert message.startswith(f"{file}:")
    assert message.removeprefix(f"{file}:").split(":")[0].isdigit()
    assert said in message
    assert "\n" not in message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_drawing(tmp_path / "front.svg")


def test_a_pipe_in_the_place_of_a_diagram_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "front.svg")
    with pytest.raises(UserError, match="no file"):
        read_drawing(tmp_path / "front.svg")


@pytest.mark.parametrize(("text", "opacity"), [("0.5", 0.5), ("50%", 0.5), ("nan", 1.0), ("much", 1.0), ("-1", 0.0), ("1e999", 1.0)])
def test_an_opacity_that_makes_no_sense_fades_nothing(tmp_path: Path, text: str, opacity: float) -> None:
    assert drawn(tmp_path, f'<path id="a" class="muscle" opacity="{text}" d="{SQUARE}"/>').shapes[0].opacity == opacity


@pytest.mark.parametrize(("attribute", "message"), [
    (f'transform="{"a" * 300_000}"', "the transform"), (f'fill="rgb(1{"1" * 100_000}"', "more than 40 digits"),
    (f'style="fill:rgb({"1" * 100_000})"', "more than 40 digits")])
def test_what_would_take_hours_to_read_is_refused_at_once(tmp_path: Path, attribute: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        drawn(tmp_path, f'<path class="muscle" {attribute} d="{SQUARE}"/>')


def test_endless_styles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="styles are longer"):
        drawn(tmp_path, f'<style>{".muscle{fill:red}" * 20_000}</style><path class="muscle" d="{SQUARE}"/>')
