"""Gradients: what is written is read again, what others write is understood, and nonsense is a flat colour."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.diagram.drawing import Shape
from app.diagram.gradients import Gradients
from app.diagram.light import Light, Tones, tinted, tone_of
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


PLACES = st.floats(-99, 99).map(partial(round, ndigits=1))
TONES = st.lists(st.tuples(st.integers(0, 100), st.integers(-60, 60)), min_size=2, max_size=7).map(
    lambda pairs: tuple((place / 100, tone / 100) for place, tone in sorted(pairs)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(PLACES, PLACES), st.tuples(PLACES, PLACES), TONES, st.sampled_from(["#bb5247", "#ece0c8", None]))
def test_any_light_that_was_written_is_read_again(
        tmp_path: Path, start: tuple[float, float], end: tuple[float, float], tones: Tones, fill: str | None) -> None:
    assume(start != end)
    gradients = Gradients()
    paint = gradients.paint(Light(*start, *end, tones), fill)
    inside = "".join(gradients.definitions()).replace("defs>", "g>")
    found = shape(tmp_path, inside, paint, 'class="muscle"' if fill else 'class="light" data-of="b"')
    assert found.fill == fill
    assert line(found) == pytest.approx((*start, *end), abs=0.011)
    assert found.light
    assert [place for place, _ in found.light.tones] == [place for place, _ in tones]
    assert [tone for _, tone in found.light.tones] == pytest.approx([tone for _, tone in tones], abs=0.03)


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
    "", '<linearGradient id="g"/>', '<linearGradient id="g" xlink:href="#g"/>', '<pattern id="g"/>',
    '<linearGradient id="g"><stop offset="much" stop-color="red"/></linearGradient>'])
@pytest.mark.parametrize(("paint", "fill"), [("url(#g)", "#999999"), ("url(#g) #112233", "#112233"), ("url(#g) none", None)])
def test_what_is_not_understood_is_a_flat_colour(tmp_path: Path, gradient: str, paint: str, fill: str | None) -> None:
    found = shape(tmp_path, gradient, paint)
    assert (found.fill, found.light) == (fill, None)


@pytest.mark.parametrize("how", [
    'x1="nan"', 'x1="here"', 'x1=""', 'x2="0"', 'x2="1e300"', 'gradientUnits="userSpaceOnUse"', 'gradientTransform="scale(0)"',
    'gradientTransform="scale(x)"', 'gradientTransform="skewX(90)"', 'gradientTransform="matrix(1,1,1,1,0,0)"'])
@pytest.mark.parametrize(("paint", "fill"), [("url(#g)", "#808080"), ("url(#g) #112233", "#112233"), ("url(#g) none", None)])
def test_a_gradient_whose_line_makes_no_sense_is_flat(tmp_path: Path, how: str, paint: str, fill: str | None) -> None:
    found = shape(tmp_path, f'<linearGradient id="g" {how}>{STOPS}</linearGradient>', paint)
    assert (found.fill, found.light) == (fill, None)


def test_a_gradient_in_circles_is_the_colour_between_its_stops(tmp_path: Path) -> None:
    stops = f'<linearGradient id="stops">{STOPS.replace("opacity:1", "opacity:0.5")}</linearGradient>'
    found = shape(tmp_path, stops + '<radialGradient id="g" xlink:href="#stops"/>', "url(#g)")
    assert (found.fill, found.opacity, found.light) == ("#808080", 0.75, None)


@pytest.mark.parametrize("paint", ["  url(#g)", "URL(#g)", "url( '#g' )"])
def test_a_reference_may_be_written_in_many_ways(tmp_path: Path, paint: str) -> None:
    assert shape(tmp_path, f'<linearGradient id="g">{STOPS}</linearGradient>', paint).light


def test_a_stop_never_lies_before_the_one_that_it_follows(tmp_path: Path) -> None:
    stops = "".join(f'<stop offset="{place}" stop-color="red"/>' for place in (0.5, 0.2, 0.9))
    light = shape(tmp_path, f'<linearGradient id="g">{stops}</linearGradient>', "url(#g)").light
    assert light and [place for place, _ in light.tones] == [0.5, 0.5, 0.9]


def test_a_line_of_a_gradient_is_the_colour_between_its_stops(tmp_path: Path) -> None:
    found = shape(tmp_path, f'<linearGradient id="g">{STOPS}</linearGradient>', "none", 'stroke="url(#g)"')
    assert found.stroke == "#808080"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(-3, 3), min_size=6, max_size=6), st.lists(st.floats(-90, 90), min_size=4, max_size=4))
def test_any_line_under_any_map_is_a_line_or_a_flat_colour(tmp_path: Path, by: list[float], ends: list[float]) -> None:
    x1, y1, x2, y2 = ends
    given_line = f'gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    matrix = ",".join(f"{value:.9f}" for value in by)
    found = shape(tmp_path, f'<linearGradient id="g" {given_line} gradientTransform="matrix({matrix})">{STOPS}</linearGradient>',
                  "url(#g)")
    assert found.fill == "#808080"
    if found.light:
        # It begins where the map takes its beginning.
        a, b, c, d, e, f = by
        assert line(found)[:2] == pytest.approx((a * x1 + c * y1 + e, b * x1 + d * y1 + f), abs=0.02)
        assert line(found)[:2] != line(found)[2:]


def test_a_gradient_from_outside_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="lies outside the file"):
        shape(tmp_path, '<linearGradient id="g" xlink:href="http://example.org/#g"/>', "url(#g)")
