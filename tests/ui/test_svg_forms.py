"""Forms in an SVG file look as they do in the window: faded ones, textures under the details."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.diagram.drawing import Drawing, Shape
from app.model.anatomy import ViewName
from app.paint.compile import compiled
from app.paint.marks import Marks
from app.writers.svg import write
from app.writers.writer import Figure

pytestmark = pytest.mark.usefixtures("qapp")

GROUP, PATH = "{http://www.w3.org/2000/svg}g", "{http://www.w3.org/2000/svg}path"
SQUARE = "M10,10L90,10L90,90L10,90Z"


def written(tmp_path: Path, marks: Marks) -> ElementTree.Element:
    arm = Shape("arm-right", "arm-right", "muscle", "superficial", SQUARE, fill="#ff0000", opacity=0.4)
    light = Shape("", "arm-right", "light", "superficial", SQUARE, fill="#ffffff", opacity=0.1)
    drawing = Drawing("right", (0, 0, 100, 100), (arm, light))

    def read(_view: ViewName) -> Drawing:
        return drawing

    (tmp_path / "a.svg").write_bytes(write(Figure((compiled(drawing),), marks, "superficial", "light", None, read)))
    return ElementTree.parse(tmp_path / "a.svg").getroot()


def test_a_faded_form_is_faded_as_a_whole(tmp_path: Path) -> None:
    groups = [group for group in written(tmp_path, Marks()).iter(GROUP) if group.get("opacity")]
    assert [group.get("opacity") for group in groups] == ["0.4"] and len(list(groups[0])) == 2


def test_a_faded_form_that_is_selected_is_there_in_full(tmp_path: Path) -> None:
    root = written(tmp_path, Marks(chosen=True, selected=frozenset({"arm-right"})))
    assert not any(group.get("opacity") for group in root.iter(GROUP))


def test_a_texture_lies_under_the_details(tmp_path: Path) -> None:
    root = written(tmp_path, Marks(chosen=True, states={"arm-right": "weak"}))
    classes = [path.get("class") for path in root.iter(PATH) if path.get("class") in ("muscle", "texture", "light")]
    assert classes == ["muscle", "texture", "light"]
