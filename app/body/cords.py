"""Slender muscles from the side, drawn from their measured cross-sections: a grid on a mid-surface loses their depth."""

from __future__ import annotations

from functools import cache

import numpy as np
import shapely
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d
from shapely.geometry.base import BaseGeometry

from app.body.contour import smoothed
from app.body.frame import STATURE
from app.body.tables import Array, table

SLENDER, THINNEST, THICKEST = 8.5, 40.0, 13.0
"""Length over the greatest depth, and the bounds of length over the median depth: no sheets, no mere threads."""

STEEP = 0.85
"""Sections across a muscle tell its depth only where it runs up or down: mean of the cosine of its slope."""

FLATTEST = 0.55
"""The least cosine by which a depth is divided."""

POINTS = 60
EVENING = 3.0
TIP = 0.5
"""How wide the ends are, beyond the first and last section, for their width there."""


def cord(part: str, area: BaseGeometry) -> BaseGeometry:
    """The area of a slender, steep part on the sheet of the right view (mm); that of any other as it is."""
    sections = _sections().get(part)
    if sections is None:
        return area
    share, depth = sections[:, 0], sections[:, 3]
    length = float(np.linalg.norm(np.diff(sections[:, 4:], axis=0), axis=1).sum())
    if length < SLENDER * depth.max() or not THICKEST < length / np.median(depth) < THINNEST or (np.diff(share) <= 0).any():
        return area
    places = np.linspace(share[0], share[-1], POINTS)
    course = PchipInterpolator(share, sections[:, 1:4])(places)
    along = gaussian_filter1d(np.gradient(course[:, :2], axis=0), EVENING, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    steepness = np.abs(along[:, 1])
    return area if steepness.mean() < STEEP else _band(course, along, (share[0], 1 - share[-1]))


def _band(course: Array, along: Array, ends: tuple[float, float]) -> BaseGeometry:
    """The strip around a course (z, y, depth in mm) with its directions, led on by shares (0..1) of its length."""
    length = float(np.linalg.norm(np.diff(course[:, :2], axis=0), axis=1).sum())
    half = course[:, 2] / 2 / np.maximum(np.abs(along[:, 1]), FLATTEST)
    middle = np.vstack([course[:1, :2] - along[:1] * length * ends[0], course[:, :2], course[-1:, :2] + along[-1:] * length * ends[1]])
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    across = np.vstack([across[:1], across, across[-1:]]) * np.r_[half[0] * TIP, half, half[-1] * TIP][:, None]
    sides = np.stack([middle + across, middle - across], axis=1)
    strips = shapely.convex_hull(shapely.multipoints(np.concatenate([sides[:-1], sides[1:]], axis=1)))
    return smoothed(shapely.union_all(strips), 1.5)


@cache
def _sections() -> dict[str, Array]:
    """Cross-sections by part: place along it (0..1), z and y on the sheet, depth, and the centre x, y, z (mm)."""
    found: dict[str, list[list[float]]] = {}
    for row in table("sections.csv"):
        x, y, z = (float(row[axis]) for axis in "xyz")
        found.setdefault(row["part"], []).append([float(row["t"]), z, STATURE - y, float(row["depth_sagittal_mm"]), x, y, z])
    return {part: np.array(rows) for part, rows in found.items()}
