"""Smooth outlines: rings and lines as few cubic curves, within a stated distance of what was measured. All in mm."""

from __future__ import annotations

import itertools
from typing import cast

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter1d
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.tables import Array

STEP = 0.8
"""mm between the points to which curves are fitted."""

CORNER_TURN = np.radians(62.0)
CORNER_REACH = 3
MAX_ROUNDS = 4
FIRST_REACH = 24
"""How many points long the first curve is guessed to be."""


def shape_data(shape: BaseGeometry, tolerance: float = 0.4, smooth: float = 1.2, smallest: float = 4.0) -> str:
    """Path data of the polygons in `shape`, holes included.

    `tolerance` is the largest distance from the smoothed ring, `smooth` the width of the smoothing (mm), `smallest`
    the least area that is kept (mm2).
    """
    rings = (ring for polygon in polygons(shape) if polygon.area >= smallest
             for ring in [polygon.exterior, *(hole for hole in polygon.interiors if Polygon(hole).area >= smallest)])
    return "".join(ring_data(np.asarray(ring.coords)[:-1], tolerance, smooth) for ring in rings)


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons in any geometry."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [polygon for part in getattr(shape, "geoms", ()) for polygon in polygons(part)]


def solid(shape: BaseGeometry) -> BaseGeometry:
    """Only the polygons of a geometry, made valid; overlays leave stray lines and points."""
    return shapely.union_all([polygon.buffer(0) for polygon in polygons(shape)])


def common(first: BaseGeometry, second: BaseGeometry) -> BaseGeometry:
    """The area of both, computed on a grid of a hundredth of a millimetre, which never fails."""
    return solid(shapely.intersection(first, second, grid_size=0.01))


def smoothed(shape: BaseGeometry, spread: float) -> BaseGeometry:
    """The shape with its rings evened over `spread` mm; nothing is fitted yet, so neighbours still meet."""
    found = []
    for polygon in polygons(shape):
        outer, *holes = (_even_ring(np.asarray(ring.coords), spread) for ring in (polygon.exterior, *polygon.interiors))
        found.append(Polygon(outer, holes).buffer(0))
    return solid(shapely.union_all(found))


def _even_ring(ring: Array, spread: float) -> Array:
    points = evenly(ring, closed=True)
    return np.asarray(gaussian_filter1d(points, spread / STEP, axis=0, mode="wrap"))


def lines(shape: BaseGeometry) -> list[LineString]:
    """The lines in any geometry."""
    if isinstance(shape, LineString):
        return [] if shape.is_empty else [shape]
    return [line for part in getattr(shape, "geoms", ()) for line in lines(part)]


def ring_data(ring: Array, tolerance: float, smooth: float) -> str:
    """Path data of one closed ring (n x 2, mm)."""
    points = evenly(np.vstack([ring, ring[:1]]), closed=True)
    if smooth > 0:
        points = gaussian_filter1d(points, smooth / STEP, axis=0, mode="wrap")
    corners = _corners(points)
    start = corners[0] if len(corners) else _sharpest(points)
    points = np.roll(points, -start, axis=0)
    breaks = [0, *(int(c - start) for c in corners[1:]), len(points)]
    loop = np.vstack([points, points[:1]])
    seam = None if len(corners) else _unit(points[1] - points[-1])
    curves: list[Array] = []
    for first, last in itertools.pairwise(breaks):
        span = loop[first:last + 1]
        left = seam if seam is not None else _end_tangent(span)
        right = -seam if seam is not None else _end_tangent(span[::-1])
        curves += fit(span, left, right, tolerance)
    return _written(curves) + "Z" if curves else ""


def line_data(line: Array, tolerance: float, smooth: float = 0.0) -> str:
    """Path data of one open line (n x 2, mm)."""
    points = evenly(line, closed=False)
    if smooth > 0 and len(points) > 4:
        inner = gaussian_filter1d(points, smooth / STEP, axis=0, mode="nearest")
        points = np.vstack([points[:1], inner[1:-1], points[-1:]])
    return _written(fit(points, _end_tangent(points), _end_tangent(points[::-1]), tolerance))


def evenly(points: Array, closed: bool) -> Array:
    """The same polyline with points about STEP apart; a closed one loses its last point, which is the first."""
    lengths = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    count = max(int(lengths[-1] / STEP), 12 if closed else 3)
    wanted = np.linspace(0.0, lengths[-1], count + 1)
    even = np.stack([np.interp(wanted, lengths, points[:, axis]) for axis in (0, 1)], axis=1)
    return even[:-1] if closed else even


def fit(points: Array, left: Array, right: Array, tolerance: float) -> list[Array]:
    """Few cubic curves (4 x 2 each, mm) through `points`, nowhere farther than `tolerance` from them.

    `left` and `right` are the unit tangents at the ends, both pointing inwards.
    """
    curves: list[Array] = []
    start, reach = 0, FIRST_REACH
    while start < len(points) - 1:
        curve, reach, left = _longest(points[start:], (left, right), tolerance, reach)
        curves.append(curve)
        start += reach
    return curves


def _longest(points: Array, tangents: tuple[Array, Array], tolerance: float, guess: int) -> tuple[Array, int, Array]:
    """The longest curve from the first point that is found, how many points on it ends, and the tangent there."""
    last = len(points) - 1
    whole = _fitted(points, *tangents, tolerance) if last <= 4 * guess else None
    if whole is not None:
        return whole, last, tangents[1]
    best = (_straight(points[0], points[1], tangents[0], _unit(points[0] - points[1])), 1, _tangent(points, 1))
    fits, fails = 0, last
    at = min(guess, last - 1)
    # Nearly the longest will do: the last few points would cost half of the time.
    while fits < at < fails and fails - fits > 1 + fits // 10:
        onward = _tangent(points, at)
        curve = _fitted(points[:at + 1], tangents[0], -onward, tolerance)
        if curve is None:
            fails = at
        else:
            fits, best = at, (curve, at, onward)
        at = (fits + fails) // 2 if curve is None else min(2 * at, (fits + fails) // 2)
    return best


def _tangent(points: Array, at: int) -> Array:
    """The direction in which a line of points runs at one of them."""
    return _unit(points[min(at + 2, len(points) - 1)] - points[max(at - 2, 0)])


def _fitted(points: Array, left: Array, right: Array, tolerance: float) -> Array | None:
    """One curve through points; None when some would be farther than `tolerance` from it."""
    if len(points) <= 2:
        return _straight(points[0], points[-1], left, right)
    places = _chord_lengths(points)
    for _ in range(MAX_ROUNDS):
        curve = _best_curve(points, places, left, right)
        worst = float(np.linalg.norm(bezier(curve, places) - points, axis=1).max())
        if worst <= tolerance:
            return curve
        if worst > tolerance * 5:
            return None
        places = _nearer(curve, points, places)
    return None


def bezier(curve: Array, places: Array) -> Array:
    """Points of a cubic curve at parameters 0..1."""
    t = places[:, None]
    a, b, c, d = curve
    return cast("Array", a * (1 - t) ** 3 + b * 3 * t * (1 - t) ** 2 + c * 3 * t * t * (1 - t) + d * t ** 3)


def _best_curve(points: Array, places: Array, left: Array, right: Array) -> Array:
    first, last = points[0], points[-1]
    t = places[:, None]
    b1, b2 = 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t)
    fixed = first * ((1 - t) ** 3 + b1) + last * (t ** 3 + b2)
    along = b1 * left
    back = b2 * right
    rest = points - fixed
    c00, c01, c11 = float((along * along).sum()), float((along * back).sum()), float((back * back).sum())
    x0, x1 = float((along * rest).sum()), float((back * rest).sum())
    determinant = c00 * c11 - c01 * c01
    length = float(np.linalg.norm(last - first))
    if abs(determinant) > 1e-9:
        alpha, beta = (x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant
        limit = 2.5 * float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
        if 1e-3 * length < alpha < limit and 1e-3 * length < beta < limit:
            return np.array([first, first + left * alpha, last + right * beta, last])
    return _straight(first, last, left, right)


def _straight(first: Array, last: Array, left: Array, right: Array) -> Array:
    third = float(np.linalg.norm(last - first)) / 3
    return np.array([first, first + left * third, last + right * third, last])


def _nearer(curve: Array, points: Array, places: Array) -> Array:
    """Parameters moved by one Newton step towards the foot of each point."""
    slope = 3 * np.diff(curve, axis=0)
    bend = 2 * np.diff(slope, axis=0)
    t = places[:, None]
    gap = bezier(curve, places) - points
    first = slope[0] * (1 - t) ** 2 + slope[1] * 2 * t * (1 - t) + slope[2] * t * t
    second = bend[0] * (1 - t) + bend[1] * t
    over = (gap * first).sum(axis=1)
    under = (first * first).sum(axis=1) + (gap * second).sum(axis=1)
    moved = places - np.divide(over, under, out=np.zeros_like(over), where=np.abs(under) > 1e-9)
    return np.maximum.accumulate(np.clip(moved, 0.0, 1.0))


def _chord_lengths(points: Array) -> Array:
    lengths = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    return cast("Array", lengths / max(float(lengths[-1]), 1e-9))


def _turns(points: Array) -> Array:
    before = points - np.roll(points, CORNER_REACH, axis=0)
    after = np.roll(points, -CORNER_REACH, axis=0) - points
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return np.asarray(np.abs(np.arctan2(cross, (before * after).sum(axis=1))))


def _corners(points: Array) -> list[int]:
    """Where the ring turns sharply, each only once."""
    turns = _turns(points)
    found: list[int] = []
    for at in np.argsort(-turns, kind="stable"):
        if turns[at] < CORNER_TURN:
            break
        if all(min(abs(at - other), len(points) - abs(at - other)) > 2 * CORNER_REACH for other in found):
            found.append(int(at))
    return sorted(found)


def _sharpest(points: Array) -> int:
    return int(np.argmax(_turns(points)))


def _end_tangent(points: Array) -> Array:
    return _unit(points[min(2, len(points) - 1)] - points[0])


def _unit(vector: Array) -> Array:
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def _written(curves: list[Array]) -> str:
    start = curves[0][0]
    return f"M{number(start[0])},{number(start[1])}" + "".join(
        "C" + " ".join(f"{number(x)},{number(y)}" for x, y in curve[1:]) for curve in curves)


def number(value: float) -> str:
    """A coordinate (mm) as text with a tenth of a millimetre."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") and text != "-0.0" else ("0" if text == "-0.0" else text)
