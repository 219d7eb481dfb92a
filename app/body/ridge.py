"""Linear gradients fitted to tones on the sheet: of a few profiles the best one, where it lies and how it is turned."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from app.body.tables import Array
from app.diagram.light import Light

LIGHTS = np.array((
    (0.13, 0.10, 0.06, -0.03, -0.21, -0.41), (0.13, 0.09, 0.01, -0.13, -0.33, -0.50), (0.09, 0.08, 0.07, 0.03, -0.09, -0.29),
    (0.12, 0.07, -0.02, -0.18, -0.27, -0.34), (0.14, 0.09, 0.02, -0.08, -0.31, -0.62), (0.10, -0.02, -0.05, -0.05, -0.06, -0.26),
    (0.09, 0.09, 0.05, -0.06, -0.15, -0.14), (0.11, 0.10, 0.07, 0.03, 0.02, -0.02), (0.15, 0.07, -0.07, -0.24, -0.43, -0.62),
    (0.05, 0.00, -0.06, -0.08, -0.20, -0.50), (0.12, 0.02, -0.13, -0.15, -0.11, -0.09), (0.16, -0.02, -0.17, -0.13, -0.10, -0.38),
    (-0.10, -0.18, -0.26, -0.33, -0.42, -0.49)))
"""Profiles of tones from the lit edge to the other. All bodies share them: few tables of colours are quick to paint."""

CORRECTIONS = np.array((
    (-0.07, 0.00, 0.04, 0.03, -0.03, -0.13), (0.06, -0.01, -0.02, 0.01, 0.03, -0.08), (0.10, 0.04, -0.02, -0.04, -0.01, 0.04),
    (0.02, -0.01, 0.01, 0.05, 0.01, -0.24), (0.18, 0.02, -0.04, -0.02, 0.01, -0.09), (0.14, 0.12, 0.07, 0.00, -0.13, -0.29)))
"""Profiles of what such a light leaves on one piece of a thing."""

REACHES = tuple((first, last) for first in (0.0, 0.15, 0.3) for last in (1.0, 0.85, 0.7))
"""The part of a profile that lies on the field: a gradient may begin before it and end behind it."""

TURNS = 72
"""Directions that are tried."""

BINS = 24
"""Into which a field is divided along a direction."""


@dataclass(frozen=True, slots=True)
class Field:
    """Tones (-1..1) at the points (x, y) of the sheet, mm, each of which stands for `area` mm2."""

    x: Array
    y: Array
    tones: Array
    area: Array

    def weakened(self, strength: float) -> Field:
        """The same with a part (0..1) of its tones."""
        return replace(self, tones=self.tones * strength)

    def without(self, light: Light) -> Field:
        """What a light leaves of the tones."""
        return replace(self, tones=self.tones - _tones(light, self.x, self.y))

    @property
    def unevenness(self) -> float:
        """The mean distance of its tones from none, weighted by area: the unit of the tones."""
        return float((np.abs(self.tones) * self.area).sum() / max(float(self.area.sum()), 1e-9))


def ridge(fields: list[Field], profiles: Array) -> Light:
    """The light with one of the profiles that is nearest to the tones of all fields together."""
    x, y, tones, area = (np.concatenate([getattr(field, name) for field in fields]) for name in ("x", "y", "tones", "area"))
    whole = Field(x, y, tones, area)
    places = (np.arange(BINS) + 0.5) / BINS
    stops = np.linspace(0, 1, profiles.shape[1])
    shapes = np.array([[np.interp(first + places * (last - first), stops, profile) for first, last in REACHES]
                       for profile in profiles]).reshape(-1, BINS)
    fits = [_fit(whole, shapes, turn * math.tau / TURNS) for turn in range(TURNS)]
    _, turn, shape = min((missed, turn, shape) for turn, (missed, shape) in enumerate(fits))
    number, reach = divmod(shape, len(REACHES))
    return _light(whole, turn * math.tau / TURNS, REACHES[reach], profiles[number])


def _fit(field: Field, shapes: Array, angle: float) -> tuple[float, int]:
    """What the best of the shapes misses along a direction (radians), and its number."""
    along = field.x * math.cos(angle) + field.y * math.sin(angle)
    bins = np.minimum(((along - along.min()) / max(float(np.ptp(along)), 1e-6) * BINS).astype(int), BINS - 1)
    areas = np.bincount(bins, field.area, BINS)
    sums = np.bincount(bins, field.area * field.tones, BINS)
    # The sum of the squares of the differences, without the part that is the same for all.
    missed = shapes ** 2 @ areas - 2 * (shapes @ sums)
    best = int(np.argmin(missed))
    return float(missed[best]), best


def _light(field: Field, angle: float, reach: tuple[float, float], profile: Array) -> Light:
    """The light along a direction (radians) whose reach lies on the field."""
    east, south = math.cos(angle), math.sin(angle)
    along = field.x * east + field.y * south
    # The line runs through the middle of the field, so that it can be found in an editor.
    aside = float(np.median(field.y * east - field.x * south))
    length = max(float(np.ptp(along)), 1.0) / (reach[1] - reach[0])
    start = float(along.min()) - reach[0] * length
    (x1, y1), (x2, y2) = ((at * east - aside * south, at * south + aside * east) for at in (start, start + length))
    stops = zip(np.linspace(0, 1, len(profile)).tolist(), profile.tolist(), strict=True)
    return Light(round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), tuple((round(place, 2), tone) for place, tone in stops))


def _tones(light: Light, x: Array, y: Array) -> Array:
    east, south = light.x2 - light.x1, light.y2 - light.y1
    along = ((x - light.x1) * east + (y - light.y1) * south) / max(east ** 2 + south ** 2, 1e-9)
    places, tones = zip(*light.tones, strict=True)
    return np.asarray(np.interp(along, places, tones))
