"""Light as it is painted and exported: each colour keeps the form of its muscle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.diagram.drawing import Shape
from app.diagram.pathdata import commands
from app.diagram.svg import read_drawing
from app.model.look import STATES, MuscleState
from app.paint.compile import compiled
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.scene import arranged, paint_scene
from app.writers.pdf import write as write_pdf
from app.writers.svg import write
from app.writers.writer import Figure

pytestmark = pytest.mark.usefixtures("qapp")

STOPS = '<stop offset="0" stop-color="#fff" stop-opacity="%s"/><stop offset="1" stop-color="#000" stop-opacity="%s"/>'
SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs>
<linearGradient id="g">{STOPS % (1, 1)}</linearGradient><linearGradient id="s">{STOPS % (0, 0.5)}</linearGradient></defs>
<g id="layer-deep"><path id="a-left" class="muscle" fill="FILL" d="M0,0L100,0L100,100L0,100Z"/>DETAIL</g></svg>"""
SHADE = '<path data-of="a-left" class="shade" fill="url(#s) none" d="M0,0L100,0L100,100L0,100Z"/>'


def picture(tmp_path: Path, fill: str, detail: str = "", state: MuscleState | None = None,
            paper: bool = False) -> QImage:
    (tmp_path / "front.svg").write_text(SVG.replace("FILL", fill).replace("DETAIL", detail), encoding="utf-8")
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    marks = Marks(chosen=bool(state), states={"a-left": state} if state else {})
    painter = QPainter(image)
    plate = compiled(read_drawing(tmp_path / "front.svg"))
    paint_scene(painter, arranged([plate]), marks, Setting("superficial", "light", 1.0, paper=paper),
                QRectF(0, 0, 100, 100))
    painter.end()
    return image


def brightness(image: QImage, x: int) -> float:
    return sum(image.pixelColor(x, y).lightnessF() for y in range(20, 80)) / 60


@pytest.mark.parametrize("state", [None, "tight_short", "tight_long", "weak", "conflict"])
def test_every_state_keeps_the_light_of_its_muscle(tmp_path: Path, state: MuscleState | None) -> None:
    image = picture(tmp_path, "url(#g) #bb5247", "", state)
    assert brightness(image, 15) > brightness(image, 50) > brightness(image, 85)


def test_a_shade_darkens_what_lies_beneath_it_where_it_is_not_transparent(tmp_path: Path) -> None:
    plain, shaded = picture(tmp_path, "#bb5247"), picture(tmp_path, "#bb5247", SHADE)
    assert brightness(shaded, 3) == pytest.approx(brightness(plain, 3), abs=0.03)
    assert brightness(shaded, 95) < brightness(plain, 95) - 0.1


def within(shape: Shape) -> tuple[float, ...]:
    """Where the light of a shape begins and ends, from the shape's first point (mm)."""
    assert shape.light
    x, y = next(iter(commands(shape.data)))[1][:2]
    x1, y1, x2, y2 = shape.light[:4]
    return tuple(round(value, 1) for value in (x1 - x, y1 - y, x2 - x, y2 - y))


def test_the_export_keeps_the_light_under_the_colour_of_the_state(tmp_path: Path) -> None:
    picture(tmp_path, "url(#g) #bb5247", SHADE)
    drawing = read_drawing(tmp_path / "front.svg")
    figure = Figure((compiled(drawing),), Marks(chosen=True, states={"a-left": "weak"}), "superficial", "dark", None,
                    {"front": drawing}.__getitem__)
    (tmp_path / "again.svg").write_bytes(write(figure))
    before, after = (read_drawing(file).shapes for file in (tmp_path / "front.svg", tmp_path / "again.svg"))
    muscle = next(shape for shape in after if shape.id == "a-left")
    assert muscle.fill == STATES["weak"].dark
    assert within(muscle) == within(before[0])
    assert within(next(shape for shape in after if shape.part == "shade")) == within(before[1])


def test_a_veil_on_paper_has_the_tones_of_the_gradient(tmp_path: Path) -> None:
    screen, paper = picture(tmp_path, "#bb5247", SHADE), picture(tmp_path, "#bb5247", SHADE, paper=True)
    for x in (4, 30, 60, 96):
        assert brightness(paper, x) == pytest.approx(brightness(screen, x), abs=0.03)


def test_a_faded_form_has_no_gradient_in_a_pdf(tmp_path: Path) -> None:
    picture(tmp_path, 'url(#g) #bb5247" opacity="0.2')
    drawing = read_drawing(tmp_path / "front.svg")
    figure = Figure((compiled(drawing),), Marks(), "superficial", "light", None, {"front": drawing}.__getitem__)
    assert b"/ShadingType" not in write_pdf(figure)
    solid = read_drawing(plain(tmp_path))
    figure = Figure((compiled(solid),), Marks(), "superficial", "light", None, {"front": solid}.__getitem__)
    assert b"/ShadingType" in write_pdf(figure)


def plain(tmp_path: Path) -> Path:
    """The same drawing, not faded."""
    picture(tmp_path, "url(#g) #bb5247")
    return tmp_path / "front.svg"
