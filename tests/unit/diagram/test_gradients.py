"""Gradients: what is written is read again, what others write is understood, and nonsense is a flat colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.diagram.drawing import Shape
from app.diagram.gradients import Gradients
from app.diagram.light import Light, tinted, tone_of
from app.diagram.svg import read_drawing
from app.model.problem import UserError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 200">\n'
SQUARE = "M10,20L30,20L30,60L10,60Z"
STOPS = '<stop offset="0" stop-color="#ffffff"/><stop offset="100%" style="stop-color:#000;stop-opacity:1"/>'
LIGHT = Light(1.5, 2.0, 30.0, 40.0, ((0.0, 0.12), (0.5, 0.0), (1.0, -0.4)))


def shape(tmp_path: Path, definitions: str, paint: str, more: str = 'class="muscle"', around: str = "") -> Shape:
    file = tmp_path / "front.svg"
    file.write_text(f'{HEAD}<defs>{definitions}</defs><g transform="{around}"><path id="a" {more} fill="{paint}" d="{SQUARE}"/>'
                    "</g></svg>", encoding="utf-8")
    return read_drawing(file).shapes[0]


def line(found: Shape) -> tuple[float, ...]:
    assert found.light
    return found.light[:4]


@pytest.mark.parametrize("tone", [-0.62, -0.05, 0.0, 0.14])
@pytest.mark.parametrize("fill", ["#bb5247", "#ece0c8", "#2a6fb0"])
def test_a_tone_is_found_again_in_its_colour(tone: float, fill: str) -> None:
    assert tone_of(tinted(fill, tone), fill) == pytest.approx(tone, abs=0.03)


def test_a_fill_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    gradients = Gradients()
    paint = gradients.paint(LIGHT, "#bb5247")
    found = shape(tmp_path, "".join(gradients.definitions()).replace("<defs>", "<g>").replace("</defs>", "</g>"), paint)
    assert (found.fill, found.light, found.opacity) == ("#bb5247", LIGHT, 1.0)


def test_a_shade_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    gradients = Gradients()
    paint = gradients.paint(LIGHT, None)
    inside = "".join(gradients.definitions()).replace("defs>", "g>")
    found = shape(tmp_path, inside, paint, 'class="shade" data-of="b"')
    assert (found.fill, found.light) == (None, LIGHT)


def test_lights_of_the_same_tones_share_their_stops() -> None:
    gradients = Gradients()
    paints = {gradients.paint(LIGHT._replace(x1=x), "#bb5247") for x in (0.0, 1.0)}
    assert len(paints) == 2
    assert "".join(gradients.definitions()).count("<stop") == 3


def test_without_lights_nothing_is_defined() -> None:
    assert list(Gradients().definitions()) == []


def test_a_gradient_is_across_the_box_of_its_shape_unless_told(tmp_path: Path) -> None:
    assert line(shape(tmp_path, f'<linearGradient id="g">{STOPS}</linearGradient>', "url(#g)")) == (10, 20, 30, 20)


def test_transforms_of_the_gradient_and_of_groups_are_applied(tmp_path: Path) -> None:
    gradient = (f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="10" y2="0" '
                f'gradientTransform="rotate(90)">{STOPS}</linearGradient>')
    assert line(shape(tmp_path, gradient, "url(#g)", around="translate(5,7)scale(2)")) == pytest.approx((5, 7, 5, 27))


def test_tones_stay_even_across_their_line_when_a_group_is_skewed(tmp_path: Path) -> None:
    gradient = f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="10" y1="0" y2="0">{STOPS}</linearGradient>'
    x1, y1, x2, y2 = line(shape(tmp_path, gradient, "url(#g)", around="matrix(1,0,1,1,0,0)"))
    # The tone of (10, 0) is still that of the end, and so is that of (15, 5), where (10, 5) went.
    for x, y in ((10, 0), (15, 5)):
        assert ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2) == pytest.approx(1, abs=0.01)


def test_the_colour_under_a_foreign_gradient_is_the_one_between_its_stops(tmp_path: Path) -> None:
    found = shape(tmp_path, f'<linearGradient id="g">{STOPS}</linearGradient>', "url(#g)")
    assert found.fill == "#808080"
    assert found.light and found.light.tones[0][1] > 0 > found.light.tones[1][1]


@pytest.mark.parametrize("gradient", [
    "", '<linearGradient id="g"/>', f'<radialGradient id="g">{STOPS}</radialGradient>',
    '<linearGradient id="g" xlink:href="#g"/>', '<pattern id="g"/>',
    f'<linearGradient id="g" x1="nan" >{STOPS}</linearGradient>', f'<linearGradient id="g" x1="here">{STOPS}</linearGradient>',
    f'<linearGradient id="g" x2="0">{STOPS}</linearGradient>', f'<linearGradient id="g" x2="1e300">{STOPS}</linearGradient>',
    f'<linearGradient id="g" gradientUnits="userSpaceOnUse">{STOPS}</linearGradient>',
    f'<linearGradient id="g" gradientTransform="scale(0)">{STOPS}</linearGradient>',
    f'<linearGradient id="g" gradientTransform="scale(x)">{STOPS}</linearGradient>',
    '<linearGradient id="g"><stop offset="much" stop-color="red"/></linearGradient>'])
@pytest.mark.parametrize(("paint", "fill"), [("url(#g)", "#999999"), ("url(#g) #112233", "#112233"), ("url(#g) none", None)])
def test_what_is_not_understood_is_a_flat_colour(tmp_path: Path, gradient: str, paint: str, fill: str | None) -> None:
    found = shape(tmp_path, gradient, paint)
    assert (found.fill, found.light) == (fill, None)


def test_a_gradient_from_outside_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="lies outside the file"):
        shape(tmp_path, '<linearGradient id="g" xlink:href="http://example.org/#g"/>', "url(#g)")
