"""What lies between muscles and bones: nerves, discs, ligaments, retinacula and sheets of fascia that no fibre grid holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from scipy.interpolate import PchipInterpolator
from shapely.geometry.base import BaseGeometry

from app.body.contour import line_data, lines, smoothed
from app.body.frame import mirrored, project
from app.body.skin import skin_polygon
from app.body.tables import Array, table
from app.model.anatomy import ViewName
from app.model.reference import BodySide

NEARER = 0.4
"""How far above the part that it lies upon a structure is ranked; less than the step to the next part."""

COURSE = 40
"""Points along a course or an edge."""

DISC_HEIGHT = {"c": 0.34, "t": 0.22, "l": 0.30}
"""Height of a disc as a share of the distance between the middles of neighbouring discs; described, not measured."""

STRAND_GAP = 4.5
STRAND_INSET = 1.2
"""mm between the strands of a band, and from its edge."""

INSIDE_SKIN = -0.3


@dataclass(frozen=True, slots=True)
class Form:
    """One structure's part on one side: thing, layer, rank (higher is nearer), area and strands (sheet, mm)."""

    thing: str
    layer: str
    part: str
    rank: float
    area: BaseGeometry
    strands: str


def inner_forms(view: ViewName, ranks: Mapping[str, float], sides: Sequence[BodySide]) -> list[Form]:
    """All such structures that a view can show, on the given sides."""
    inside = skin_polygon(view).buffer(INSIDE_SKIN)
    found = []
    for row in table("structures.csv"):
        anchor = row["right" if view == "left" else view]
        if not anchor:
            continue
        for side in sides if row["side"] == "paired" else ("midline",):
            whole = _area(row, view, side == "left")
            area = whole.intersection(inside)
            if not area.is_empty:
                strands = _strands(row, view, side == "left", area)
                found.append(Form(f"{row['owner']}-{side}", row["layer"], row["part"], ranks[anchor] + NEARER, area, strands))
    return found


def _area(row: dict[str, str], view: ViewName, left: bool) -> BaseGeometry:
    if row["form"] == "disc":
        return _disc(row["part"], view)
    points, second = _courses()[row["part"]]
    if second is None:
        measured = _measured(row)
        course = np.vstack([points, measured]) if len(measured) else points
        return _tube(project(mirrored(course) if left else course, view)[:, :2], float(row["wide"]), float(row["narrow"]))
    first, last = (_edge(edge, view, left) for edge in (points, second))
    return smoothed(shapely.Polygon(np.vstack([first, last[::-1]])).buffer(0), 1.0)


@cache
def _courses() -> dict[str, tuple[Array, Array | None]]:
    """The described points (mm) of each part: of its middle, or of both its edges."""
    rows: dict[str, list[dict[str, str]]] = {row["part"]: [] for row in table("structures.csv")}
    for row in table("structure_points.csv"):
        rows[row["part"]].append(row)
    return {part: (_points(found, ("x", "y", "z")), _points(found, ("x2", "y2", "z2")) if found and found[0]["x2"] else None)
            for part, found in rows.items()}


def _points(rows: list[dict[str, str]], axes: tuple[str, str, str]) -> Array:
    return np.array([[float(row[axis]) for axis in axes] for row in rows]).reshape(-1, 3)


@cache
def _measured_rows() -> dict[int, Array]:
    """The measured stations (x, y, z, width, depth; mm) that are numbered; discs are not."""
    return {int(row["seq"]): _station(row) for row in table("nonmuscle.csv") if not row["structure"].startswith("intervertebral")}


def _station(row: dict[str, str]) -> Array:
    return np.array([float(row[name]) for name in ("x", "y", "z", "width_x", "depth_z")])


def _measured(row: dict[str, str]) -> Array:
    if not row["first"]:
        return np.zeros((0, 3))
    return np.array([_measured_rows()[number][:3] for number in range(int(row["first"]), int(row["last"]) + 1)])


def _along(points: Array) -> Array:
    """A smooth course through points, evenly by their distance."""
    steps = np.maximum(np.linalg.norm(np.diff(points, axis=0), axis=1), 1e-3)
    places = np.r_[0.0, np.cumsum(steps)]
    return np.asarray(PchipInterpolator(places, points, axis=0)(np.linspace(0, places[-1], COURSE)))


def _edge(points: Array, view: ViewName, left: bool) -> Array:
    return _along(project(mirrored(points) if left else points, view)[:, :2])


def _tube(points: Array, wide: float, narrow: float) -> BaseGeometry:
    """A cord along points on the sheet, from `wide` to `narrow` (mm)."""
    course = _along(points)
    radii = np.linspace(wide, narrow, len(course)) / 2
    discs = shapely.buffer(shapely.points(course), radii, quad_segs=6)
    return smoothed(shapely.union_all([shapely.union(one, other).convex_hull for one, other in pairwise(discs)]), 0.8)


@cache
def _discs() -> dict[str, Array]:
    rows = [row for row in table("nonmuscle.csv") if row["structure"].startswith("intervertebral")]
    return {row["structure"]: _station(row) for row in sorted(rows, key=lambda row: -float(row["y"]))}


def _disc(part: str, view: ViewName) -> BaseGeometry:
    """A disc, tilted as the spine is there (sheet, mm)."""
    names, stations = list(_discs()), np.array(list(_discs().values()))
    at = names.index(part)
    above, below = stations[max(at - 1, 0)], stations[min(at + 1, len(names) - 1)]
    spacing = float(np.linalg.norm(above[:3] - below[:3])) / (min(at + 1, len(names) - 1) - max(at - 1, 0))
    height = DISC_HEIGHT[part.split("_")[2][0]] * spacing
    frontal = view in ("front", "back")
    half = max(float(stations[at, 3 if frontal else 4]) - height, 1.0) / 2
    across = np.array([1.0, 0.0, 0.0]) if frontal else np.array([0.0, *_level(above[:3] - below[:3])])
    ends = project(stations[at, :3] + np.outer([-half, half], across), view)[:, :2]
    return shapely.LineString(ends).buffer(height / 2, quad_segs=8)


def _level(rise: Array) -> Array:
    """(y, z) of the direction forwards that is square to the spine."""
    square = np.array([-rise[2], rise[1]])
    return np.asarray(square / np.linalg.norm(square))


def _strands(row: dict[str, str], view: ViewName, left: bool, area: BaseGeometry) -> str:
    """The fibres of a band as path data, along its edges or from one to the other (sheet, mm)."""
    points, second = _courses()[row["part"]]
    if not row["strands"] or second is None:
        return ""
    first, last = (_edge(edge, view, left) for edge in (points, second))
    rows = np.stack([first, last], axis=1)
    inside = area.buffer(-STRAND_INSET)
    courses = _lengthwise(rows) if row["strands"] == "along" else _crosswise(rows)
    return "".join(line_data(np.asarray(part.coords), 0.6) for course in courses
                   for part in lines(shapely.LineString(course).intersection(inside)) if part.length > STRAND_GAP)


def _lengthwise(rows: Array) -> Iterator[Array]:
    widths = np.linalg.norm(rows[:, 1] - rows[:, 0], axis=1)
    count = int(np.clip(np.median(widths) / STRAND_GAP, 1, 6))
    for share in np.linspace(0, 1, count + 2)[1:-1]:
        yield rows[3:-3, 0] * (1 - share) + rows[3:-3, 1] * share


def _crosswise(rows: Array) -> Iterator[Array]:
    length = float(np.linalg.norm(np.diff(rows.mean(axis=1), axis=0), axis=1).sum())
    for at in np.linspace(0, len(rows) - 1, int(length / STRAND_GAP) + 2).round().astype(int)[1:-1]:
        yield rows[at]
