"""Fibre grids: led to the attachments, finer, and with their edges pulled in by the thickness that is added around them again."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d

from app.body.tables import Array, attachment_lines, described_grids, grids

__all__ = ["aspect", "fine", "grids", "nearest_cell", "pulled_in", "reaching", "spans"]

FINE_STATIONS = 27
FINE_FIBRES = 13

FARTHEST = 40.0
"""mm from a grid's end to its attachment line; what is farther belongs to another slip."""

THICKNESS_EVENING = 0.5
"""Stations over which the thickness is evened; the course itself is not, which would cost width."""

END_THICKNESS = 3.0
"""mm at most, where a muscle meets the bone."""

SLIM = 0.55
"""Tendons of the forearm were measured with their sheaths, the iliotibial band with what joins it at the knee; this is theirs."""


def fine(grid: Array) -> Array:
    """A grid (stations x fibres x (x, y, z, thickness), mm) with more of both; no smoothing, which would cost width."""
    stations = np.linspace(0, len(grid) - 1, FINE_STATIONS)
    along = PchipInterpolator(np.arange(len(grid)), grid, axis=0)(stations)
    fibres = np.linspace(0, grid.shape[1] - 1, FINE_FIBRES)
    return np.asarray(PchipInterpolator(np.arange(grid.shape[1]), along, axis=1)(fibres))


def reaching(key: tuple[str, str]) -> Array:
    """A grid with its attachment lines as first and last stations, where they lie within FARTHEST mm of its ends."""
    grid = (grids() | described_grids())[key]
    rows = [grid]
    for kind, end in (("origin", 0), ("insertion", -1)):
        line = attachment_lines().get((*key, kind))
        if line is None:
            continue
        row = _along(line, grid.shape[1])
        if _gap(row[::-1], grid[end]) < _gap(row, grid[end]):
            row = row[::-1]
        if _gap(row, grid[end]) <= FARTHEST:
            thickness = np.minimum(grid[end, :, 3:], END_THICKNESS)
            rows.insert(0 if end == 0 else len(rows), np.concatenate([row, thickness], axis=1)[None])
    whole = np.concatenate(rows)
    whole[..., 3] = gaussian_filter1d(whole[..., 3], THICKNESS_EVENING, axis=0, mode="nearest")
    return whole


def _along(line: Array, count: int) -> Array:
    lengths = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    wanted = np.linspace(0.0, lengths[-1], count)
    return np.stack([np.interp(wanted, lengths, line[:, axis]) for axis in range(3)], axis=1)


def _gap(row: Array, station: Array) -> float:
    return float(np.linalg.norm(row - station[:, :3], axis=1).mean())


def spans(grid: Array) -> Array:
    """The length of each station from edge to edge (mm)."""
    return np.asarray(np.linalg.norm(np.diff(grid[..., :3], axis=1), axis=2).sum(axis=1))


def aspect(grid: Array) -> float:
    """Ratio of span to thickness: about 1 for a cord, more than 2.6 for a sheet."""
    return float(np.median(spans(grid)) / max(float(np.median(grid[..., 3])), 1e-6))


def pulled_in(grid: Array) -> Array:
    """The grid with its edges drawn towards the middle fibre, more so where the belly is round."""
    span = np.maximum(spans(grid), 1e-6)
    radius = np.minimum(np.median(grid[..., 3], axis=1) / 2, span / 2)
    pull = float(np.clip(0.5 - (aspect(grid) - 2.2) * 0.22, 0.25, 0.5))
    factors = np.clip(1 - radius * 2 / span * pull, 0.04, 1)
    places = np.linspace(0, 1, grid.shape[1])
    result = grid.copy()
    for station, factor in enumerate(factors):
        wanted = 0.5 + (places - 0.5) * factor
        for axis in range(3):
            result[station, :, axis] = np.interp(wanted, places, grid[station, :, axis])
    result[..., 3] = np.minimum(grid[..., 3], span[:, None])
    return result


def slimmed(grid: Array, start: float, end: float) -> Array:
    """A grid that narrows to SLIM of the width that was measured between two places (0..1) of its length."""
    factors = np.interp(np.linspace(0, 1, len(grid)), (start, end), (1.0, SLIM))[:, None, None]
    middle = grid[..., :3].mean(axis=1, keepdims=True)
    return np.concatenate([middle + (grid[..., :3] - middle) * factors, grid[..., 3:]], axis=2)


def nearest_cell(grid: Array, point: Array) -> tuple[float, float]:
    """Station and fibre (in units of the grid's own rows and columns) nearest to a point (x, y, z in mm)."""
    distance = np.linalg.norm(grid[..., :3] - point, axis=-1)
    station, fibre = np.unravel_index(int(np.argmin(distance)), distance.shape)
    return float(station), float(fibre)
