"""``plumbline render``: the three formats, their content, and what is said when it cannot be done."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from app.commands.table import run
from app.diagram.svg import read_drawing
from app.model.look import SHEETS, STATES

pytestmark = pytest.mark.usefixtures("qapp")

SVG = "{http://www.w3.org/2000/svg}"


def render(file: Path, *words: str) -> int:
    return run(["render", *words, "-o", str(file)])


def test_png_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    assert render(tmp_path / "a.png", "--pattern", "high_hip:right", "--size", "500x400") == 0
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (500, 400)


def test_all_themes_and_a_layer_look_different(tmp_path: Path) -> None:
    pictures = []
    for number, words in enumerate(((), ("--theme", "dark"), ("--theme", "contrast"), ("--layer", "deep"))):
        render(tmp_path / f"{number}.png", "--size", "300x300", *words)
        pictures.append((tmp_path / f"{number}.png").read_bytes())
    assert len(set(pictures)) == len(pictures)


def test_svg_in_high_contrast_has_flat_fills_and_strong_lines(tmp_path: Path) -> None:
    assert render(tmp_path / "x.svg", "--theme", "contrast") == 0
    text = (tmp_path / "x.svg").read_text()
    assert "linearGradient" not in text
    assert f'stroke="{SHEETS["contrast"].muscle_line}"' in text and 'class="shade"' not in text


def test_pdf_is_vectors_with_words(tmp_path: Path) -> None:
    assert render(tmp_path / "a.pdf", "--pattern", "forward_tipped_pelvis", "--view", "front") == 0
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in data and b"/Subtype/Image" not in data


def test_svg_keeps_ids_layers_and_states(tmp_path: Path) -> None:
    assert render(tmp_path / "a.svg", "--pattern", "forward_tipped_pelvis", "--view", "front") == 0
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    femoris = next(e for e in root.iter(f"{SVG}path") if "rectus_femoris-right" in (e.get("id"), e.get("data-of"))
                   and e.get("fill", "").endswith(STATES["tight_short"].light))
    assert femoris is not None
    assert by_id["rectus_femoris-right"].get("class") == "muscle"
    assert {"layer-bone", "layer-superficial", "layer-areas", "legend"} <= set(by_id)
    assert any(element.get("fill", "").startswith("url(#texture-weak") for element in root.iter(f"{SVG}path"))


def test_svg_of_two_views_gives_no_id_twice(tmp_path: Path) -> None:
    render(tmp_path / "a.svg", "--muscle", "psoas_major:left")
    ids = [element.get("id") for element in ElementTree.parse(tmp_path / "a.svg").iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {"psoas_major-left", "back-psoas_major-left", "view-front", "view-back"} <= set(ids)


def test_svg_can_be_read_as_a_diagram_again(tmp_path: Path) -> None:
    render(tmp_path / "front.svg", "--view", "front")
    drawing = read_drawing(tmp_path / "front.svg")
    assert any(shape.id == "rectus_femoris-right" and shape.layer == "superficial" for shape in drawing.shapes)


def test_pain_shows_trigger_points_and_the_legend_explains_them(tmp_path: Path) -> None:
    render(tmp_path / "a.svg", "--pain", "low_back:right")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert 'class="trigger' in text and "trigger point" in text and "where it hurts" in text


@pytest.mark.parametrize(("name", "said"), [("a.gif", ".svg, .png, .pdf"), ("none/a.png", "folder"), ("x" * 300 + ".png", "too long"), ("a", ".svg, .png, .pdf")])
def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str) -> None:
    assert render(tmp_path / name) == 1
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_a_wrong_size_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        render(tmp_path / "a.png", "--size", "big")
    assert stopped.value.code == 2


def test_a_half_written_file_never_stays(tmp_path: Path) -> None:
    render(tmp_path / "a.png", "--size", "200x200")
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]
