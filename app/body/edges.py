"""The shadow side of an outline: a dark edge that swells with the turn from the light, and the shadow it casts."""

from __future__ import annotations

import itertools

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from app.body.contour import bezier, number
from app.body.shading import LIGHT
from app.body.tables import Array
from app.diagram.pathdata import commands

AWAY = -LIGHT[:2] / np.linalg.norm(LIGHT[:2])
"""From the light, on the sheet."""

TURNED = 0.12
"""An edge whose outward normal points away from the light by more than this (-1..1) is dark."""

SAMPLES = 8
"""In each curve, to find where it turns."""

SHORTEST = 14.0
"""mm; shorter edges stay thin."""

NEAR = 0.9
"""mm; an outline that is so far from a border is not part of it."""


def dark_edges(data: str, along: BaseGeometry, reach: float) -> str:
    """Slim shapes along the edges of closed path data that are turned from the light, as path data.

    `along` is where edges count. They are `reach` mm wide where they face away from the light altogether: inwards when
    it is negative, else outwards. At their ends they taper.
    """
    found = []
    for ring in _rings(data):
        if _is_hole(ring, data):
            continue
        for run in _runs(ring, along):
            length = sum(float(np.linalg.norm(curve[3] - curve[0])) for curve in run)
            if length >= SHORTEST:
                found.append(_sliver(run, AWAY * reach))
    return "".join(found)


def _rings(data: str) -> list[list[Array]]:
    """The closed curves of path data, each a list of cubic curves (4 x 2, mm)."""
    rings: list[list[Array]] = []
    at = np.zeros(2)
    for letter, numbers in commands(data):
        points = np.array(numbers).reshape(-1, 2)
        if letter == "M":
            rings.append([])
        elif letter == "C":
            rings[-1].append(np.vstack([at, points]))
        at = points[-1] if len(points) else at
    return [ring for ring in rings if ring]


def _polygon(ring: list[Array]) -> shapely.Polygon:
    places = np.linspace(0, 1, SAMPLES + 1)[:-1]
    return shapely.Polygon(np.vstack([bezier(curve, places) for curve in ring]))


def _is_hole(ring: list[Array], data: str) -> bool:
    others = [_polygon(other).buffer(0) for other in _rings(data) if not np.array_equal(other[0], ring[0])]
    return any(other.contains(shapely.Point(ring[0][0])) for other in others)


def _runs(ring: list[Array], along: BaseGeometry) -> list[list[Array]]:
    """The unbroken parts of a ring that are dark, as curves."""
    dark = _dark(ring, along)
    if dark.all():
        return [ring]
    runs: list[list[Array]] = [[]]
    for curve, steps in zip(ring, dark, strict=True):
        for chosen, group in itertools.groupby(enumerate(steps), key=_second):
            numbers = [at for at, _ in group]
            if not chosen:
                runs.append([])
                continue
            runs[-1].append(_part(curve, numbers[0] / SAMPLES, (numbers[-1] + 1) / SAMPLES))
    # A run that goes on over the start of the ring is one.
    if dark[0, 0] and dark[-1, -1]:
        runs[0] = runs.pop() + runs[0]
    return [run for run in runs if run]


def _second(pair: tuple[int, bool]) -> bool:
    return bool(pair[1])


def _dark(ring: list[Array], along: BaseGeometry) -> NDArray[np.bool_]:
    """For each curve and each of its steps whether it is turned from the light and counts."""
    sense = 1.0 if shapely.is_ccw(_polygon(ring).exterior) else -1.0
    places = (np.arange(SAMPLES) + 0.5) / SAMPLES
    points = np.array([bezier(curve, places) for curve in ring])
    slopes = np.array([bezier(curve, places + 0.01) - bezier(curve, places - 0.01) for curve in ring])
    normals = sense * np.stack([slopes[..., 1], -slopes[..., 0]], axis=-1)
    normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-9)
    shapely.prepare(along)
    return np.asarray((normals @ AWAY > TURNED) & shapely.dwithin(shapely.points(points), along, NEAR))


def _part(curve: Array, first: float, last: float) -> Array:
    """The part of a cubic curve between two parameters 0..1."""
    ends = bezier(curve, np.array([first, last]))
    slope = 3 * np.diff(curve, axis=0)
    tangents = [slope[0] * (1 - t) ** 2 + slope[1] * 2 * t * (1 - t) + slope[2] * t * t for t in (first, last)]
    third = (last - first) / 3
    return np.array([ends[0], ends[0] + tangents[0] * third, ends[1] - tangents[1] * third, ends[1]])


def _sliver(run: list[Array], shift: Array) -> str:
    """The shape between a run and the same run shifted: as wide as the run faces the shift."""
    back = [curve[::-1] + shift for curve in reversed(run)]
    return f"M{_point(run[0][0])}{_curves(run)}L{_point(back[0][0])}{_curves(back)}Z"


def _curves(run: list[Array]) -> str:
    return "".join("C" + " ".join(_point(point) for point in curve[1:]) for curve in run)


def _point(point: Array) -> str:
    return f"{number(point[0])},{number(point[1])}"
