"""Light and shade: the surface of a piece as a height over the sheet, lit from the upper left, in few soft steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom
from shapely.geometry.base import BaseGeometry

from app.body.contour import polygons
from app.body.frame import project
from app.body.tables import Array
from app.model.knowledge import ViewName

LIGHT = np.array([-0.45, -0.55, 0.70])
"""Towards the light: sheet x, sheet y (down), towards the viewer."""

@dataclass(frozen=True, slots=True)
class Tone:
    """One step of light or shade: where its brightness (0..1) begins, and its opacity."""

    step: int
    kind: Literal["shade", "light"]
    limit: float
    opacity: float


TONES = (Tone(0, "shade", 0.56, 0.10), Tone(1, "shade", 0.40, 0.11), Tone(2, "shade", 0.20, 0.12),
         Tone(3, "light", 0.86, 0.10), Tone(4, "light", 0.95, 0.12))
BONE_TONES = (Tone(0, "shade", 0.12, 0.10), Tone(1, "shade", 0.44, 0.10), Tone(2, "light", 0.90, 0.16))

SMALL = 700.0
"""mm2; what is smaller gets one step of shade and one of light."""

SMALLEST_SHARE = 0.012

MARGIN = 3
SOFTNESS = 1.6
"""mm over which the light is evened."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Squares of `step` mm from the corner (x, y) on the sheet; True where the area is."""

    x: float
    y: float
    step: float
    inside: NDArray[np.bool_]


def tones(area: BaseGeometry, thickness: float, grid: Array | None, view: ViewName,
          steps: tuple[Tone, ...] = TONES) -> list[tuple[Tone, BaseGeometry]]:
    """The steps of light and shade on one area (sheet, mm).

    `thickness` (mm) says how round its edges are; `grid` gives the large form, where there is one.
    """
    raster = _raster(area)
    light = _brightness(raster, thickness, grid, view)
    found = []
    for tone in steps if area.area > SMALL else steps[1:4:2]:
        chosen = light < tone.limit if tone.kind == "shade" else light > tone.limit
        region = _region(raster, chosen & raster.inside)
        # Islands of tone on a broad muscle would read as bruises.
        edge = area.boundary.buffer(2.5 * raster.step)
        kept = shapely.union_all([part for part in polygons(region) if part.area > SMALLEST_SHARE * area.area
                                  and (part.intersects(edge) or (tone.kind == "light" and _is_long(part)))])
        if not kept.is_empty:
            found.append((tone, kept))
    return found


def _is_long(region: BaseGeometry) -> bool:
    """Whether a highlight follows a belly; a round one would read as a spot."""
    corners = shapely.get_coordinates(region.minimum_rotated_rectangle)
    sides = np.linalg.norm(np.diff(corners[:3], axis=0), axis=1)
    return float(sides.max()) > 3.2 * float(sides.min())


def _raster(area: BaseGeometry) -> Raster:
    left, top, right, bottom = area.bounds
    step = 0.7 if area.area < 2500 else 1.0 if area.area < 20000 else 1.5
    columns = int((right - left) / step) + 2 * MARGIN + 1
    rows = int((bottom - top) / step) + 2 * MARGIN + 1
    x, y = left - MARGIN * step, top - MARGIN * step
    across, down = np.meshgrid(x + (np.arange(columns) + 0.5) * step, y + (np.arange(rows) + 0.5) * step)
    shapely.prepare(area)
    return Raster(x, y, step, np.asarray(shapely.contains_xy(area, across, down)))


def _brightness(raster: Raster, thickness: float, grid: Array | None, view: ViewName) -> Array:
    """Brightness 0..1 of each square."""
    height = _bulge(raster, thickness)
    if grid is not None:
        height = height + _surface(raster, grid, view)
    spread = SOFTNESS / raster.step
    smooth = gaussian_filter(height, spread)
    slope_y, slope_x = np.gradient(smooth, raster.step)
    length = np.sqrt(slope_x ** 2 + slope_y ** 2 + 1)
    lit = (-slope_x * LIGHT[0] - slope_y * LIGHT[1] + LIGHT[2]) / length
    weight = gaussian_filter(raster.inside.astype(float), spread)
    return np.asarray(gaussian_filter(np.where(raster.inside, lit, 0.0), spread) / np.maximum(weight, 1e-3))


def _bulge(raster: Raster, thickness: float) -> Array:
    """How the edges round off (mm): a whole cylinder for a cord, a rounded rim for a sheet."""
    depth = distance_transform_edt(raster.inside) * raster.step
    reach = min(max(thickness * 0.6, 2.0), 16.0, float(depth.max()))
    inward = np.clip(depth / reach, 0.0, 1.0)
    return np.asarray(reach * 0.85 * np.sqrt(1 - (1 - inward) ** 2))


def _surface(raster: Raster, grid: Array, view: ViewName) -> Array:
    """The height of the mid-surface (mm), the nearest where it is folded, evened out."""
    points = zoom(project(grid, view), (4, 4, 1), order=1).reshape(-1, 3)
    columns = ((points[:, 0] - raster.x) / raster.step).astype(int)
    rows = ((points[:, 1] - raster.y) / raster.step).astype(int)
    height, width = raster.inside.shape
    fits = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    top = np.full(raster.inside.shape, -np.inf)
    np.maximum.at(top, (rows[fits], columns[fits]), points[fits, 2])
    known = np.isfinite(top)
    if not known.any():
        return np.zeros(raster.inside.shape)
    level = float(np.median(top[known]))
    spread = float(np.clip(math.sqrt(raster.inside.sum()) * raster.step / 5.5, 5.0, 20.0)) / raster.step
    weight = gaussian_filter(known.astype(float), spread) + 1e-4
    return np.asarray(gaussian_filter(np.where(known, top - level, 0.0), spread) / weight)


def _region(raster: Raster, chosen: NDArray[np.bool_]) -> BaseGeometry:
    """The chosen squares as one area, its runs joined row by row."""
    edges = np.diff(np.pad(chosen, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    x0, x1 = raster.x + starts * raster.step, raster.x + ends * raster.step
    y0 = raster.y + rows * raster.step
    region = shapely.union_all(shapely.box(x0, y0 - 0.01, x1, y0 + raster.step + 0.01))
    return region.buffer(-0.6).buffer(0.6)
