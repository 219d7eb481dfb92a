"""Light: from the upper left of the sheet, as a few gradients; edges that swell on the other side."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from app.body.contour import evenly, fit, ring_data, shape_data
from app.body.draw import Stage, draw_thing
from app.body.edges import dark_edges
from app.body.ridge import CORRECTIONS, LIGHTS, Field, ridge
from app.body.scene import Piece, Thing
from app.body.shading import light_field
from app.body.svg import Sheet
from app.diagram.light import Light

BELLY = shapely.LineString([(0, 0), (0, 200)]).buffer(25)


def field(tones: np.ndarray[tuple[int], np.dtype[np.float64]], x: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Field:
    return Field(x, np.zeros_like(x), tones, np.ones_like(x))


def test_light_comes_from_the_upper_left_of_the_sheet() -> None:
    found = light_field(shapely.Point(0, 0).buffer(30), shapely.Point(0, 0).buffer(30), 60, "front")
    upper_left, lower_right = found.x + found.y < -25, found.x + found.y > 25
    assert found.tones[upper_left].mean() > 0.05
    assert found.tones[lower_right].mean() < -0.15


def test_only_what_is_seen_has_light() -> None:
    found = light_field(BELLY, shapely.box(-25, 0, 0, 50), 30, "front")
    assert found.x.max() <= 0 <= found.y.min()


def test_the_light_of_a_belly_runs_across_it() -> None:
    light = ridge([light_field(BELLY, BELLY, 50, "front")], LIGHTS)
    assert abs(light.x2 - light.x1) > 3 * abs(light.y2 - light.y1)
    assert light.x1 < light.x2


def test_a_light_that_has_the_tones_of_a_profile_leaves_nothing() -> None:
    x = np.linspace(0, 100, 600)
    made = field(np.interp(x, np.linspace(0, 100, 6), LIGHTS[4]), x)
    light = ridge([made], LIGHTS)
    assert tuple(tone for _, tone in light.tones) == tuple(LIGHTS[4])
    assert made.without(light).unevenness < 0.01


def test_a_light_is_fitted_to_all_pieces_together() -> None:
    left, right = np.linspace(0, 50, 200), np.linspace(50, 100, 200)
    light = ridge([field(np.full(200, 0.1), left), field(np.full(200, -0.3), right)], LIGHTS)
    tones = -field(np.zeros(400), np.concatenate([left, right])).without(light).tones
    assert tones[:200].mean() > 0 > tones[200:].mean()


@pytest.mark.parametrize("profiles", [LIGHTS, CORRECTIONS])
def test_no_tone_is_so_strong_that_it_would_hide_a_colour(profiles: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    assert -0.65 <= profiles.min() < profiles.max() <= 0.2


def drawn(*pieces: shapely.Polygon) -> str:
    sheet = Sheet()
    whole = shapely.union_all(pieces)
    thing = Thing("any-right", "muscle", "deep", [Piece(str(at), at, piece) for at, piece in enumerate(pieces)], whole)
    draw_thing(sheet, thing, Stage("front", (thing,), (), shapely.Polygon()))
    return sheet.text("front", (0.0, 0.0, 1.0, 1.0))


def test_the_fill_of_a_muscle_is_a_gradient_with_its_colour_as_the_second_paint() -> None:
    assert 'fill="url(#light-1) #bb5247"' in drawn(BELLY)


def test_outlines_are_drawn_with_few_curves() -> None:
    ring = np.asarray(shapely.Point(0, 0).buffer(50, quad_segs=64).exterior.coords)[:-1]
    assert ring_data(ring, 0.3, 0.0).count("C") <= 6


def test_no_curve_is_farther_from_its_points_than_told() -> None:
    x = np.linspace(0, 200, 400)
    points = evenly(np.stack([x, 20 * np.sin(x / 15)], axis=1), closed=False)
    ends = (points[1] - points[0], points[-2] - points[-1])
    left, right = (end / np.linalg.norm(end) for end in ends)
    curves = fit(points, left, right, 0.4)
    places = np.linspace(0, 1, 60)[:, None]
    line = np.vstack([c[0] * (1 - places) ** 3 + 3 * c[1] * places * (1 - places) ** 2 + 3 * c[2] * places ** 2 * (1 - places)
                      + c[3] * places ** 3 for c in curves])
    assert shapely.LineString(line).hausdorff_distance(shapely.LineString(points)) < 0.8


def test_the_lower_right_edge_is_dark_and_the_upper_left_is_not() -> None:
    disc = shapely.Point(0, 0).buffer(30)
    data = dark_edges(shape_data(disc), disc.boundary, -1.0)
    first = [float(number) for number in data[1:].split("C")[0].split(",")]
    assert data.count("M") == 1
    assert first[0] * -0.75 + first[1] * -0.66 < 5


def test_an_edge_counts_only_along_its_border() -> None:
    disc = shapely.Point(0, 0).buffer(30)
    assert dark_edges(shape_data(disc), shapely.LineString([(0, -90), (1, -90)]), 1.0) == ""


def test_a_hole_has_no_dark_edge() -> None:
    ring = shapely.Point(0, 0).buffer(60).difference(shapely.Point(0, 0).buffer(30))
    assert dark_edges(shape_data(ring), ring.boundary, -1.0).count("M") == 1


def test_a_light_is_a_plain_value() -> None:
    assert Light(0, 0, 1, 1, ((0.0, 0.1),)) == Light(0, 0, 1, 1, ((0.0, 0.1),))
