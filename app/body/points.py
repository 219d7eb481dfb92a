"""Where trigger points lie: a fraction along and across the measured fibres becomes a point in the body frame."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import yaml

from app.body.nearness import views_of
from app.body.tables import Array, grids, parts, table
from app.model.anatomy import ViewName
from app.resources import folders, write_atomically

CORRECTIONS = "trigger_point_corrections.csv"
"""Which part of a muscle a point is in, and where the fractions in words do not fit the measured fibres."""

FIRST_EDGE: dict[str, tuple[float, float, float]] = {
    "sternocleidomastoid": (0, 0, -1),
    "gluteus_medius": (0, 0, 1),
    "gluteus_minimus": (0, 0, 1),
}
"""Towards which edge `across` 0 lies (body frame) for muscles whose edges are a front and a back one."""

LATERAL, UPPER = (-1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Point:
    """A referral's trigger point in the body frame, mm, on the right side (x <= 0), and the views that it is near to."""

    id: str
    x: float
    y: float
    z: float
    seen: tuple[ViewName, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands in for the given: a measured muscle, a part of it (empty: the largest), fractions 0..1."""

    muscle: str = ""
    part: str = ""
    along: float | None = None
    across: float | None = None


def trigger_points(rows: Iterable[tuple[str, str, float, float]]) -> list[Point]:
    """The points of (referral id, muscle id, along, across), fractions 0..1 from origin to insertion and from the
    lateral or upper edge to the other, sorted by id. A muscle that was not measured has no point.
    """
    corrections = {row["id"]: _correction(row) for row in table(CORRECTIONS)}
    found = []
    for name, muscle, along, across in sorted(rows):
        correction = corrections.get(name, Correction())
        grid = muscle_grid(correction.muscle or muscle, correction.part)
        if grid is None:
            continue
        x, y, z = _interpolated(grid, along if correction.along is None else correction.along,
                                across if correction.across is None else correction.across)
        # Fibres near the midline may stray over it by a millimetre or two.
        x = min(x, 0.0)
        found.append(Point(name, round(x, 1), round(y, 1), round(z, 1), views_of(muscle, "trigger", np.array([[x, y, z]]))))
    return found


def muscle_grid(muscle: str, part: str = "") -> Array | None:
    """The fibre grid of a part of a muscle, or of its largest part: stations x fibres x (x, y, z), mm; None if unmeasured.

    Fibre 0 is the lateral edge of a muscle that runs up and down, the upper edge of one that runs across the body.
    """
    owned = {piece.grid for piece in parts() if piece.owner == muscle}
    pieces = {key[1]: grid[:, :, :3] for key, grid in sorted(grids().items()) if "/".join(filter(None, key)) in owned}
    if not pieces:
        return None
    if part and part not in pieces:
        raise ValueError(f"{CORRECTIONS}: {muscle} has no part '{part}'; it has {', '.join(pieces)}")
    grid = pieces[part] if part else max(pieces.values(), key=_area)
    return grid[:, ::-1] if _starts_at_other_edge(muscle, grid) else grid


def write_table() -> None:
    """Write ``data/body/trigger_points.csv`` from the places of all referrals."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", "x", "y", "z", "seen"])
    writer.writerows([point.id, point.x, point.y, point.z, " ".join(point.seen)] for point in trigger_points(_places()))
    write_atomically(folders().data / "body" / "trigger_points.csv", text.getvalue().encode())


def _starts_at_other_edge(muscle: str, grid: Array) -> bool:
    """Whether the last fibre lies nearer than the first to where `across` 0 should be."""
    across = (grid[1:-1, -1] - grid[1:-1, 0]).mean(axis=0)
    course = (grid[1:] - grid[:-1]).mean(axis=(0, 1))
    course /= np.linalg.norm(course)
    # The edges of an oblique muscle are shifted against each other along its fibres, which says nothing of their side.
    across -= across @ course * course
    towards = FIRST_EDGE.get(muscle, LATERAL if abs(across[0]) >= abs(across[1]) else UPPER)
    return bool(across @ np.array(towards) > 0)


def _area(grid: Array) -> float:
    """The area of the sheet of fibres, mm2."""
    along, across = np.diff(grid, axis=0)[:, :-1], np.diff(grid, axis=1)[:-1]
    return float(np.linalg.norm(np.cross(along, across), axis=-1).sum())


def _interpolated(grid: Array, along: float, across: float) -> tuple[float, float, float]:
    station, fibre = along * (grid.shape[0] - 1), across * (grid.shape[1] - 1)
    row, column = min(int(station), grid.shape[0] - 2), min(int(fibre), grid.shape[1] - 2)
    u, v = station - row, fibre - column
    cell = grid[row:row + 2, column:column + 2]
    point = (1 - u) * ((1 - v) * cell[0, 0] + v * cell[0, 1]) + u * ((1 - v) * cell[1, 0] + v * cell[1, 1])
    return float(point[0]), float(point[1]), float(point[2])


def _correction(row: dict[str, str]) -> Correction:
    along, across = (float(row[name]) if row[name] else None for name in ("along", "across"))
    return Correction(row["muscle"], row["part"], along, across)


def _places() -> Iterator[tuple[str, str, float, float]]:
    for file in sorted((folders().data / "referrals").glob("*.yaml")):
        for name, fields in (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).items():
            yield name, fields["muscle"], float(fields["place"]["along"]), float(fields["place"]["across"])
