"""What a fibre grid tells of a muscle's inside: the course of its fibres, its tendons, the borders between its heads."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter, gaussian_filter1d, zoom
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from app.body.contour import lines
from app.body.frame import project
from app.body.grid import aspect
from app.body.tables import Array, tendon_edges, tendon_shares, tendon_slants
from app.model.anatomy import ViewName

SPACING = 5.5
"""mm between fibres on the sheet, at the widest."""

SHORTEST = 7.0
"""mm; shorter pieces of a fibre are not drawn."""

CORD = 3.0
"""Span over thickness below which a belly is drawn as round."""

SHEET = 8.0
"""Span over thickness above which it is drawn as a sheet, even if folded."""

CELL = 6.0
HIDDEN = 26.0
"""mm; squares in which depths are compared, and how far behind the nearest a fibre is hidden."""

LEAST_COSINE = 0.4
"""Of the angle between a fibre and its whole course, in a side view."""

LEAST_RUN = 0.72
"""The least distance of a fibre's ends, for its length, in a side view."""

INSET = 0.8
"""mm that fibres keep from the edge."""

APONEUROTIC = ("external_oblique", "internal_oblique", "transversus_abdominis")
"""Their tendon is the sheet in front of the rectus; it is bounded on the sheet, not along the fibres."""


SLANTED = {"multifidus": 0.07, "multifidus_lumbar": 0.26}
"""Parts whose bundles climb towards the spines, and how far each does: a share of the part's length."""

OUTGROWTH = ("digitations/", "multifidus_lumbar")
"""Parts that grow out of another part of their muscle."""

RADIAL = {"diaphragm": (0.0, 492.0, 26.0)}
"""Parts whose fibres leave a tendon in the middle: its place on the front's sheet, and how far from it they begin (mm)."""

BUNDLES = 12.0
"""mm between such bundles."""


def _courses(part: str, grid: Array, view: ViewName) -> list[Array]:
    """The whole courses of the fibres, as the part's build asks for: lines of sheet points."""
    if part in RADIAL and view in ("front", "back"):
        return _spokes(*RADIAL[part])
    if part in SLANTED:
        return _slanted(grid, SLANTED[part], view)
    return _chords(grid, view) if _is_cord(grid, view) else _columns(grid, view)


def fibre_lines(part: str, grid: Array, seen: BaseGeometry, view: ViewName) -> list[Array]:
    """The fibres of a fine grid (mm) inside what is seen of it: lines of sheet points, from origin to insertion."""
    inside = seen.buffer(-INSET)
    if inside.is_empty:
        return []
    shapely.prepare(inside)
    courses = _courses(part, grid, view)
    if view not in ("front", "back"):
        courses = [_without_hooks(course) for course in courses if len(course) > 2]
    found: list[Array] = []
    for course in courses:
        line = LineString(course)
        kept = line if inside.covers(line) else line.intersection(inside)
        found += [np.asarray(part.coords) for part in lines(kept) if part.length > SHORTEST and _runs(part, view)]
    return found


def _without_hooks(course: Array) -> Array:
    """The longest run of a line that keeps its direction; from the side, the ends of sheets seen edge-on turn back."""
    steps = np.diff(course, axis=0)
    overall = course[-1] - course[0]
    lengths = np.linalg.norm(steps, axis=1) * max(float(np.linalg.norm(overall)), 1e-6)
    ahead = (steps @ overall) > LEAST_COSINE * lengths
    runs = np.split(np.arange(len(steps)), np.flatnonzero(np.diff(ahead)) + 1)
    best = max((run for run in runs if ahead[run[0]]), key=len, default=np.arange(1))
    return course[best[0]:best[-1] + 2]


def _runs(line: LineString, view: ViewName) -> bool:
    """Whether a fibre leads somewhere; from the side, edge-on sheets have curls instead."""
    first, last = (shapely.get_point(line, end) for end in (0, -1))
    return view in ("front", "back") or float(shapely.distance(first, last)) > LEAST_RUN * line.length


def _is_cord(grid: Array, view: ViewName) -> bool:
    """Whether the fibres are spread over the width in view, since the grid is round or turned on itself."""
    sheet = project(grid, view)[..., :2]
    direct = np.linalg.norm(sheet[:, -1] - sheet[:, 0], axis=1)
    around = np.linalg.norm(np.diff(sheet, axis=1), axis=2).sum(axis=1)
    form = aspect(grid)
    return form < CORD or (form < SHEET and float(np.percentile(direct / np.maximum(around, 0.1), 30)) < 0.8)


def _chords(grid: Array, view: ViewName) -> list[Array]:
    """Lines that share the width of a round belly evenly."""
    middle, across, low, high = _widths(grid, view)
    count = int(np.clip(np.percentile(high - low, 75) / SPACING, 2, 14))
    return [middle + across * (low + (high - low) * share)[:, None] for share in np.linspace(0, 1, count + 2)[1:-1]]


def _spokes(x: float, y: float, reach: float) -> list[Array]:
    """Rays from around a place on the sheet, `reach` mm from it and farther."""
    angles = np.radians(np.arange(-20.0, 201.0, 8.0))
    away = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.array([(x, y) + reach * ray, (x, y) + 260 * ray]) for ray in away]


def _slanted(grid: Array, climb: float, view: ViewName) -> list[Array]:
    """Bundles from the outer edge of a long part to its inner edge, each `climb` (share of the length) higher there."""
    middle, across, low, high = _widths(grid[::-1] if grid[0, 0, 1] > grid[-1, 0, 1] else grid, view)
    low_edge, high_edge = (middle + across * edge[:, None] for edge in (low, high))
    inner_is_high = np.abs(high_edge[:, 0]).mean() < np.abs(low_edge[:, 0]).mean()
    outer, inner = (low_edge, high_edge) if inner_is_high else (high_edge, low_edge)
    length = float(np.linalg.norm(np.diff(middle, axis=0), axis=1).sum())
    places = np.linspace(0, 1, len(middle))
    found = []
    for start in np.arange(0.0, 1 - climb / 2, BUNDLES / length):
        along, share = start + climb * np.linspace(0, 1, 9), np.linspace(0, 1, 9)[:, None]
        edges = [np.stack([np.interp(along, places, edge[:, axis]) for axis in (0, 1)], axis=1) for edge in (outer, inner)]
        found.append((edges[0] * (1 - share) + edges[1] * share)[along <= 1])
    return [course for course in found if len(course) > 1]


def _widths(grid: Array, view: ViewName) -> tuple[Array, Array, Array, Array]:
    """The middle line of a belly, the direction across it, and where it begins and ends there (sheet, mm).

    It does not matter how the grid is turned about its middle line.
    """
    places = gaussian_filter(project(grid, view)[..., :2], (1.6, 0, 0), mode="nearest")
    middle = places.mean(axis=1)
    along = gaussian_filter1d(np.gradient(middle, axis=0), 2.0, axis=0, mode="nearest")
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    offsets = ((places - middle[:, None]) * across[:, None]).sum(axis=2)
    radius = np.median(grid[..., 3], axis=1) / 2
    low = gaussian_filter1d(offsets.min(axis=1) - radius, 1.5, mode="nearest")
    high = gaussian_filter1d(offsets.max(axis=1) + radius, 1.5, mode="nearest")
    return middle, across, low, high


def _columns(grid: Array, view: ViewName) -> list[Array]:
    """Lines along the fibres of a sheet, without what is turned away."""
    sheet = project(grid, view)
    # Broad sheets are measured the most coarsely for their size.
    evening = (2.8, 1.6, 0) if aspect(grid) > SHEET else (1.6, 0.8, 0)
    places = gaussian_filter(sheet, evening, mode="nearest")
    widths = np.linalg.norm(places[:, -1, :2] - places[:, 0, :2], axis=1)
    count = int(np.clip(np.percentile(widths, 75) / SPACING, 2, 14))
    columns = np.linspace(0, grid.shape[1] - 1, count + 2)[1:-1]
    courses = np.moveaxis(PchipInterpolator(np.arange(grid.shape[1]), places, axis=1)(columns), 1, 0)
    front = _nearest_depth(sheet)
    found: list[Array] = []
    for course in courses:
        cells = np.floor(course[:, :2] / CELL).astype(int)
        near = [course[i, 2] > front.get((int(x), int(y)), -np.inf) - HIDDEN for i, (x, y) in enumerate(cells)]
        runs = np.split(course[:, :2], np.flatnonzero(np.diff(near)) + 1)
        found += [run for run, visible in zip(runs, near[:1] + [near[at] for at in np.flatnonzero(np.diff(near)) + 1],
                                              strict=True) if visible and len(run) > 1]
    return found


def _nearest_depth(sheet: Array) -> dict[tuple[int, int], float]:
    """The nearest point of a projected grid in each square of CELL mm."""
    points = zoom(sheet, (3, 3, 1), order=1).reshape(-1, 3)
    found: dict[tuple[int, int], float] = {}
    for (x, y), depth in zip(np.floor(points[:, :2] / CELL).astype(int).tolist(), points[:, 2].tolist(), strict=True):
        found[x, y] = max(found.get((x, y), -np.inf), depth)
    return found


def tendon_area(part: str, grid: Array, view: ViewName) -> BaseGeometry:
    """The pale ends of a fine grid on the sheet (mm), each with a curved border towards the belly."""
    origin, insertion = tendon_shares().get(part, (0.0, 0.0))
    fibres = grid.shape[1]
    swing = np.sin(np.linspace(0, np.pi, fibres)) - 0.3
    bow, tip = (_reach(part, end, share, swing) for end, share in (("origin", origin), ("insertion", insertion)))
    areas = []
    if origin > 0:
        areas.append(_band(grid, view, np.zeros(fibres), np.clip(bow, 0.005, 1)))
    if insertion > 0:
        areas.append(_band(grid, view, np.clip(1 - tip, 0, 0.995), np.ones(fibres)))
    return shapely.union_all(areas)


def _reach(part: str, end: str, share: float, swing: Array) -> Array:
    """How far a tendon reaches along each fibre (0..1): in a bow, or tapering from where it is longest."""
    across = np.linspace(0, 1, len(swing))
    profiles = {"first": (1 - across) ** 1.5, "middle": np.sin(np.pi * across) ** 2, "last": across ** 1.5}
    edge = tendon_edges().get((part, end))
    slant = tendon_slants().get((part, end), 0.0) * (across - 0.5)
    return np.asarray((share + (0.03 + 0.12 * share) * swing if edge is None else share * profiles[edge]) + slant)


def _band(grid: Array, view: ViewName, first: Array, last: Array) -> BaseGeometry:
    """The part of a grid between two places (0..1 along it, one for each fibre), widened to beyond the outline."""
    course = PchipInterpolator(np.linspace(0, 1, len(grid)), project(grid, view)[..., :2], axis=0)
    rows = np.stack([course(np.linspace(a, b, 9))[:, fibre] for fibre, (a, b) in
                     enumerate(zip(first, last, strict=True))], axis=1)
    rows = gaussian_filter1d(rows, 1.0, axis=0, mode="nearest")
    near_end = grid[:6] if first.max() <= 0 else grid[-6:]
    radius = float(np.median(near_end[..., 3])) / 2 + 6.0
    # Only the ends of the muscle are lengthened; towards the belly the border stays where it is.
    if first.max() <= 0:
        rows = np.concatenate([rows[:1] + _unit(rows[:1] - rows[1:2]) * (radius + 4), rows])
    if last.min() >= 1:
        rows = np.concatenate([rows, rows[-1:] + _unit(rows[-1:] - rows[-2:-1]) * (radius + 4)])
    middle = rows.mean(axis=1, keepdims=True)
    left, right = (rows[:, end:end + 1] if end == 0 else rows[:, end:] for end in (0, -1))
    rows = np.concatenate([left + _unit(left - middle) * radius, rows, right + _unit(right - middle) * radius], axis=1)
    corners = np.stack([rows[:-1, :-1], rows[1:, :-1], rows[1:, 1:], rows[:-1, 1:]], axis=2).reshape(-1, 4, 2)
    return shapely.union_all(shapely.convex_hull(shapely.multipoints(corners))).buffer(0.4)


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 0.5))


def bordered(part: str, area: BaseGeometry) -> BaseGeometry:
    """The area whose edge is drawn where the part lies on another of its muscle; digitations are drawn out of it instead."""
    return shapely.Polygon() if part.startswith(OUTGROWTH) else area


def inner_borders(pieces: list[BaseGeometry], areas: list[BaseGeometry], whole: BaseGeometry) -> list[Array]:
    """Where one head of a muscle lies over another: the seen edges of each piece inside the whole outline."""
    inside = whole.buffer(-1.2)
    found: list[Array] = []
    for seen, area in zip(pieces, areas, strict=True):
        if seen.is_empty or inside.is_empty:
            continue
        edge = seen.boundary.intersection(area.boundary.buffer(0.6)).intersection(inside)
        merged = shapely.line_merge(edge) if edge.geom_type == "MultiLineString" else edge
        found += [np.asarray(line.coords) for line in lines(merged) if line.length > SHORTEST]
    return found
