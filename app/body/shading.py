"""Light and shade: each piece as an inflated form on an inflated body, lit from the upper left of the sheet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates
from scipy.sparse import coo_array
from scipy.sparse.linalg import spsolve
from shapely.geometry.base import BaseGeometry

from app.body.ridge import Field
from app.body.skin import skin_polygon
from app.body.tables import Array
from app.model.anatomy import ViewName

LIGHT = np.array([-0.50, -0.44, 0.746])
"""Towards the light: x and y down on the sheet, z towards the eye."""

FLAT = LIGHT[2]
"""How bright what faces the eye is; it keeps the plain colour."""

DEPTH, GLEAM, RIM = 0.56, 0.22, 0.16
"""The tones of what is turned away from the light, of what faces it, and of what is turned away from the eye."""

OWN, BODY = 0.88, 0.30
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

    @property
    def centres(self) -> tuple[Array, Array]:
        """Where the middle of each square lies (rows x columns, mm)."""
        rows, columns = self.inside.shape
        across, down = np.meshgrid(self.x + (np.arange(columns) + 0.5) * self.step,
                                   self.y + (np.arange(rows) + 0.5) * self.step)
        return across, down


def light_field(area: BaseGeometry, seen: BaseGeometry, thickness: float, view: ViewName) -> Field:
    """The tones of what is seen of an area (sheet, mm); `thickness` (mm) says how flat it is for its width."""
    raster = _raster(area, float(np.clip(math.sqrt(area.area / CELLS), 0.4, 2.0)))
    tones = _tones(raster, thickness, view)
    across, down = raster.centres
    chosen = raster.inside & np.asarray(shapely.contains_xy(seen, across, down))
    return Field(across[chosen], down[chosen], tones[chosen], np.full(int(chosen.sum()), raster.step ** 2))


def _tones(raster: Raster, thickness: float, view: ViewName) -> Array:
    """The tone of each square, -1..1."""
    radius = float(distance_transform_edt(raster.inside).max()) * raster.step
    flatness = float(np.clip(math.sqrt(2 * radius / max(thickness, 0.1)), 1.0, FLATTEST))
    tilt = OWN * _tilt(raster, flatness) + BODY * _body_tilt(raster, view)
    tilt /= np.maximum(1.0, np.hypot(*tilt) / 0.98)
    facing = np.sqrt(1 - (tilt ** 2).sum(axis=0))
    bright = tilt[0] * LIGHT[0] + tilt[1] * LIGHT[1] + facing * LIGHT[2]
    tones = np.where(bright < FLAT, DEPTH * (bright - FLAT) / FLAT, GLEAM * (bright - FLAT) / (1 - FLAT))
    tones -= RIM * (1 - facing) ** 2
    return _evened(tones, raster, float(np.clip(radius * 0.16, 0.7, 6.0)))


def _raster(area: BaseGeometry, step: float) -> Raster:
    left, top, right, bottom = area.bounds
    columns = int((right - left) / step) + 2 * MARGIN + 1
    rows = int((bottom - top) / step) + 2 * MARGIN + 1
    x, y = left - MARGIN * step, top - MARGIN * step
    empty = Raster(x, y, step, np.zeros((rows, columns), dtype=np.bool_))
    shapely.prepare(area)
    return Raster(x, y, step, np.asarray(shapely.contains_xy(area, *empty.centres)))


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
