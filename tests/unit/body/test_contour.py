"""Curves stay near what they are fitted to, and outlines close."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from app.body.contour import evenly, line_data, number, ring_data, shape_data, smoothed
from app.diagram.pathdata import commands

RADII = st.lists(st.floats(15, 40), min_size=6, max_size=14)


def blob(radii: list[float]) -> np.ndarray:
    """A ring of points (mm) around the origin, one in each direction."""
    angles = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    return np.asarray(np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.array(radii)[:, None])


def drawn(data: str) -> shapely.LineString:
    """Path data of one ring as a line with many points."""
    at = np.zeros(2)
    points = []
    for letter, numbers in commands(data):
        if letter == "M":
            at = np.array(numbers)
        elif letter == "C":
            a, b, c = np.array(numbers).reshape(3, 2)
            t = np.linspace(0, 1, 25)[:, None]
            points.append(at * (1 - t) ** 3 + a * 3 * t * (1 - t) ** 2 + b * 3 * t * t * (1 - t) + c * t ** 3)
            at = c
    return shapely.LineString(np.vstack(points))


@given(radii=RADII, tolerance=st.sampled_from([0.3, 0.6]))
def test_no_measured_point_is_farther_from_the_curve_than_the_tolerance(radii: list[float], tolerance: float) -> None:
    ring = blob(radii)
    curve = drawn(ring_data(ring, tolerance, smooth=0))
    points = shapely.points(evenly(np.vstack([ring, ring[:1]]), closed=True))
    assert shapely.distance(points, curve).max() <= tolerance + 0.1


@given(radii=RADII)
def test_every_ring_is_closed(radii: list[float]) -> None:
    steps = commands(ring_data(blob(radii), 0.5, 1.0))
    assert steps[0][0] == "M"
    assert steps[-1][0] == "Z"
    assert steps[-2][1][-2:] == pytest.approx(steps[0][1], abs=0.11)


def test_a_circle_takes_few_curves() -> None:
    circle = np.asarray(shapely.Point(0, 0).buffer(30).exterior.coords)[:-1]
    assert ring_data(circle, 0.4, 1.0).count("C") <= 8


def test_a_corner_stays_a_corner() -> None:
    square = np.array([(0, 0), (40, 0), (40, 40), (0, 40)], float)
    curve = drawn(ring_data(square, 0.3, smooth=0))
    assert curve.distance(shapely.Point(40, 40)) < 0.5


def test_holes_are_kept_and_crumbs_are_not() -> None:
    ring = shapely.Point(0, 0).buffer(20).difference(shapely.Point(0, 0).buffer(8))
    crumb = shapely.Point(60, 0).buffer(0.5)
    assert shape_data(ring.union(crumb)).count("M") == 2


def test_smoothing_keeps_the_size() -> None:
    disc = shapely.Point(0, 0).buffer(25)
    assert smoothed(disc, 2.0).area == pytest.approx(disc.area, rel=0.02)


def test_a_line_ends_where_it_was_drawn_to() -> None:
    steps = commands(line_data(np.array([(0.0, 0.0), (10.0, 4.0), (30.0, 5.0)]), 0.5, 1.0))
    assert steps[-1][1][-2:] == [30.0, 5.0]


@pytest.mark.parametrize(("value", "text"), [(0.04, "0"), (-0.04, "0"), (12.0, "12"), (-3.26, "-3.3")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
