"""Light and shadow on any form: they follow it wherever it is drawn, and stay on its edge."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as some

from app.body.contour import shape_data
from app.body.edges import dark_edges
from app.body.ridge import LIGHTS, TURNS, Field, ridge
from app.diagram.pathdata import commands

RADII = some.lists(some.floats(25, 60), min_size=8, max_size=8)


def blob(radii: list[float]) -> shapely.Polygon:
    """A round form, mm."""
    angles = np.linspace(0, math.tau, len(radii), endpoint=False)
    corners = np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.array(radii)[:, None]
    return shapely.Polygon(corners + 100).buffer(-4).buffer(8).buffer(-4)


def field_of(seed: int, turn: int = 0, aside: float = 0.0) -> Field:
    """Tones that fall off across some points; turned by so many steps and moved (mm)."""
    random = np.random.default_rng(seed)
    x, y = random.uniform(-20, 20, 400), random.uniform(-60, 60, 400)
    tones = 0.2 - 0.6 * ((x + 20) / 40) ** 2
    angle = turn * math.tau / TURNS
    return Field(x * math.cos(angle) - y * math.sin(angle) + aside, x * math.sin(angle) + y * math.cos(angle), tones,
                 random.uniform(0.5, 2, 400))


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 99), some.integers(0, TURNS - 1))
def test_a_light_turns_with_its_form(seed: int, turn: int) -> None:
    still, turned = (ridge([field_of(seed, steps)], LIGHTS) for steps in (0, turn))
    assert turned.tones == still.tones
    before, after = (math.atan2(light.y2 - light.y1, light.x2 - light.x1) for light in (still, turned))
    assert math.cos(after - before - turn * math.tau / TURNS) == pytest.approx(1, abs=0.001)


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 99), some.floats(-500, 500))
def test_a_light_moves_with_its_form(seed: int, aside: float) -> None:
    still, moved = (ridge([field_of(seed, 0, way)], LIGHTS) for way in (0.0, aside))
    assert moved[:4] == pytest.approx((still.x1 + aside, still.y1, still.x2 + aside, still.y2), abs=0.11)


@settings(max_examples=25, deadline=None)
@given(RADII, some.sampled_from((-2.0, -0.8, 1.5)))
def test_a_dark_edge_is_no_wider_than_its_reach(radii: list[float], reach: float) -> None:
    form = blob(radii)
    ends = [numbers[-2:] for _, numbers in commands(dark_edges(shape_data(form), form.exterior, reach)) if numbers]
    assert ends
    assert all(form.exterior.distance(shapely.Point(end)) < abs(reach) + 1 for end in ends)
