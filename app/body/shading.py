"""Light and shade: each piece as an inflated form on an inflated body, lit from the upper left, in few faint steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates
from scipy.sparse import coo_array
from scipy.sparse.linalg import spsolve
from shapely.geometry.base import BaseGeometry

from app.body.contour import polygons
from app.body.skin import skin_polygon
from app.body.tables import Array
from app.model.knowledge import ViewName

LIGHT = np.array([-0.77, -0.64])
"""Towards the light on the sheet (x, y down)."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One step of light or shade: where it begins (-1 turned away from the light .. 1 towards it), and its opacity."""

    step: int
    kind: Literal["shade", "light"]
    limit: float
    opacity: float


TONES = (Tone(0, "shade", -0.20, 0.06), Tone(1, "shade", -0.36, 0.07), Tone(2, "shade", -0.52, 0.08),
         Tone(3, "shade", -0.67, 0.08), Tone(4, "light", 0.34, 0.055), Tone(5, "light", 0.50, 0.06), Tone(6, "light", 0.66, 0.06))
SMALL_TONES = (Tone(1, "shade", -0.34, 0.14), Tone(5, "light", 0.42, 0.10))
BONE_TONES = (Tone(0, "shade", -0.32, 0.08), Tone(1, "shade", -0.56, 0.09), Tone(2, "light", 0.46, 0.2))
SMALL_BONE_TONES = (Tone(1, "shade", -0.36, 0.13), Tone(2, "light", 0.5, 0.2))

SMALL = 700.0
"""mm2; what is smaller gets only one step of shade and one of light."""

LEAST = 120.0
LEAST_SHARE = 0.04
"""Patches smaller than this (mm2), or than this share of a small area, are not drawn."""

OWN, BODY = 0.72, 0.42
"""How much the form of a piece and that of the whole body tell."""

FLATTEST = 1.7
"""How much flatter than a cylinder a sheet is drawn at most."""

CELLS = 3000
"""Squares into which an area is divided, about."""

BODY_STEP = 5.0
"""mm; the squares of the whole body."""

MARGIN = 4


@dataclass(frozen=True, slots=True)
class Raster:
    """Squares of `step` mm from the corner (x, y) on the sheet; True where the area is."""

    x: float
    y: float
    step: float
    inside: NDArray[np.bool_]


def tones(area: BaseGeometry, thickness: float, view: ViewName,
          bone: bool = False) -> list[tuple[Tone, BaseGeometry]]:
    """The steps of light and shade on one area (sheet, mm); they reach a little beyond its edge.

    `thickness` (mm) says how flat it is for its width.
    """
    raster = _raster(area, float(np.clip(math.sqrt(area.area / CELLS), 0.4, 2.0)))
    radius = float(distance_transform_edt(raster.inside).max()) * raster.step
    flatness = float(np.clip(math.sqrt(2 * radius / max(thickness, 0.1)), 1.0, FLATTEST))
    tilt = OWN * _tilt(raster, flatness) + BODY * _body_tilt(raster, view)
    light = _evened(tilt[0] * LIGHT[0] + tilt[1] * LIGHT[1], raster, float(np.clip(radius * 0.16, 0.7, 6.0)))
    least = min(LEAST, LEAST_SHARE * area.area)
    found = []
    for tone in _steps(area.area > SMALL, bone):
        chosen = light < tone.limit if tone.kind == "shade" else light > tone.limit
        region = _rounded(_region(raster, chosen).simplify(0.6 * raster.step), float(np.clip(radius * 0.14, 0.6, 5.0)))
        # What does not reach the edge would read as a bruise or a spot.
        kept = [part for part in polygons(region) if part.intersection(area).area > least
                and part.intersects(area.boundary)]
        if kept:
            found.append((tone, shapely.union_all(kept)))
    return found


def _steps(large: bool, bone: bool) -> tuple[Tone, ...]:
    if bone:
        return BONE_TONES if large else SMALL_BONE_TONES
    return TONES if large else SMALL_TONES


def _raster(area: BaseGeometry, step: float) -> Raster:
    left, top, right, bottom = area.bounds
    columns = int((right - left) / step) + 2 * MARGIN + 1
    rows = int((bottom - top) / step) + 2 * MARGIN + 1
    x, y = left - MARGIN * step, top - MARGIN * step
    across, down = np.meshgrid(x + (np.arange(columns) + 0.5) * step, y + (np.arange(rows) + 0.5) * step)
    shapely.prepare(area)
    return Raster(x, y, step, np.asarray(shapely.contains_xy(area, across, down)))


def _tilt(raster: Raster, flatness: float) -> Array:
    """How far the inflated form is turned to the right and down (2 x rows x columns, -1..1), nothing outside it."""
    swelling = _swelling(raster.inside)
    down, right = np.gradient(swelling)
    slope = np.stack([right, down]) / -2
    steepness = np.sqrt((slope ** 2).sum(axis=0) + flatness ** 2 * swelling + 1e-9)
    return np.asarray(np.where(raster.inside, slope / steepness, 0.0))


def _swelling(inside: NDArray[np.bool_]) -> Array:
    """A membrane blown up over the squares; its root is a half cylinder over a strip (squares)."""
    height = np.zeros(inside.shape)
    count = int(inside.sum())
    if not count:
        return height
    numbers = np.full(inside.shape, -1)
    numbers[inside] = np.arange(count)
    rows, columns, values = [np.arange(count)], [np.arange(count)], [np.full(count, 4.0)]
    for axis in (0, 1):
        first, second = (np.take(numbers, range(a, inside.shape[axis] - 1 + a), axis=axis).ravel() for a in (0, 1))
        both = (first >= 0) & (second >= 0)
        rows += [first[both], second[both]]
        columns += [second[both], first[both]]
        values.append(np.full(2 * int(both.sum()), -1.0))
    system = coo_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(count, count))
    height[inside] = spsolve(system.tocsc(), np.full(count, 2.0))
    return height


@cache
def _body(view: ViewName) -> tuple[Raster, Array]:
    raster = _raster(skin_polygon(view), BODY_STEP)
    return raster, np.stack([gaussian_filter(part, 2.0) for part in _tilt(raster, 1.0)])


def _body_tilt(raster: Raster, view: ViewName) -> Array:
    """How far the body as a whole is turned at each square of a raster."""
    body, tilt = _body(view)
    rows, columns = (np.arange(size) + 0.5 for size in raster.inside.shape)
    at = np.meshgrid((raster.y + rows * raster.step - body.y) / body.step - 0.5,
                     (raster.x + columns * raster.step - body.x) / body.step - 0.5, indexing="ij")
    return np.stack([map_coordinates(part, at, order=1) for part in tilt])


def _evened(values: Array, raster: Raster, spread: float) -> Array:
    """The values evened over `spread` mm and led on beyond the edge; 0 far from it."""
    weight = gaussian_filter(raster.inside.astype(float), spread / raster.step)
    even = gaussian_filter(np.where(raster.inside, values, 0.0), spread / raster.step)
    near = distance_transform_edt(~raster.inside) <= MARGIN - 1
    return np.asarray(np.where(near, even / np.maximum(weight, 1e-3), 0.0))


def _region(raster: Raster, chosen: NDArray[np.bool_]) -> BaseGeometry:
    """The chosen squares as one area, its runs joined row by row."""
    edges = np.diff(np.pad(chosen, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    x0, x1 = raster.x + starts * raster.step, raster.x + ends * raster.step
    y0 = raster.y + rows * raster.step
    return shapely.union_all(shapely.box(x0, y0 - 0.01, x1, y0 + raster.step + 0.01))


def _rounded(region: BaseGeometry, radius: float) -> BaseGeometry:
    """The region without necks, bays and corners narrower than twice `radius` mm."""
    for reach in (0.5 * radius, -radius, 0.5 * radius):
        region = region.buffer(reach, quad_segs=4)
    return region
