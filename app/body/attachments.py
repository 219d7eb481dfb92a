"""Where muscles are attached, as lines in the body frame.

The measured lines are divided where they leave a bone, mended by two tables of our own, smoothed and simplified.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely

from app.body.landmarks import landmarks
from app.body.nearness import views_of
from app.body.tables import SECOND_AREA, Array, grids, parts, table
from app.model.anatomy import AttachmentEnd
from app.resources import folders, write_atomically

DROPS = "attachment_drops.csv"
"""Measured points that are left out, by part, end and range of `seq`."""

ADDITIONS = "attachment_additions.csv"
"""Lines that are drawn instead: points, or offsets from a landmark (`at`)."""

GAP = 55.0
"""mm; a line ends where its next point is further away."""

CARTILAGE_GAP = 25.0
"""mm; the same between two costal cartilages."""

FINE = 1.0
"""mm; how far a simplified line may stray."""

ENDS: tuple[AttachmentEnd, ...] = ("origin", "insertion")

APART = re.compile(r"rib\d+|[CTL]\d+")
"""Bones of a row: from one to the next no muscle is attached."""

SPACES = "intercostals"
"""Whose lines are the edges of its fibres: it is attached along whole ribs."""

TRUNK_SIDE_Z = -5.0
"""mm; where a line round the chest passes from the front to the back."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of attachment of the right side: points x (x, y, z), mm; a single point where the area is small."""

    muscle: str
    end: AttachmentEnd
    points: Array
    basis: str


def attachment_lines_of(muscle: str) -> list[Line]:
    """The lines of a muscle, origins first."""
    return [line for line in _all_lines() if line.muscle == muscle]


def write_table() -> None:
    """Write ``data/body/attachment_lines.csv``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["muscle", "end", "line", "seq", "x", "y", "z", "seen", "basis"])
    numbers: dict[tuple[str, str], int] = {}
    for line in _all_lines():
        number = numbers.setdefault((line.muscle, line.end), 0)
        numbers[line.muscle, line.end] = number + 1
        seen = " ".join(views_of(line.muscle, line.end, line.points))
        writer.writerows([line.muscle, line.end, number, seq, *point, seen, line.basis]
                         for seq, point in enumerate(_simple(line.points).round(1).tolist()))
    write_atomically(folders().data / "body" / "attachment_lines.csv", text.getvalue().encode())


@cache
def _all_lines() -> tuple[Line, ...]:
    muscles = dict.fromkeys(part.owner for part in parts() if part.kind == "muscle" or part.owner == "iliotibial_band")
    added = list(_additions())
    found = []
    for muscle in sorted(muscles):
        for end in ENDS:
            found += [Line(muscle, end, run, "mesh") for part in parts() if part.owner == muscle
                      for run in _measured(part.grid, end)]
            found += [line for line in added if (line.muscle, line.end) == (muscle, end)]
    return tuple(found)


def _measured(part: str, end: AttachmentEnd) -> Iterator[Array]:
    """The measured lines of a part, each on one bone."""
    if part.startswith(SPACES):
        edge = _edge(part, end)
        front = edge[:, 2] > TRUNK_SIDE_Z
        yield from (edge[half] for half in (front, ~front) if half.sum() > 1)
        return
    name, _, piece = part.partition("/")
    rows = [row for row in table("attachments.csv") if (row["muscle"], row["part"], row["kind"]) == (name, piece, end)]
    run: list[dict[str, str]] = []
    for row in sorted(rows, key=lambda row: int(row["seq"])):
        if _dropped(part, end, int(row["seq"])):
            continue
        if run and _apart(run[-1], row):
            yield _smooth(_points(run))
            run = []
        run.append(row)
    if run:
        yield _smooth(_points(run))


def _edge(part: str, end: AttachmentEnd) -> Array:
    """The upper edge of the fibres between two ribs as their origin, the lower one as their insertion."""
    name, _, piece = part.partition("/")
    grid = grids()[name, piece][..., :3]
    first, last = grid[:, 0], grid[:, -1]
    upper, lower = (first, last) if first[:, 1].mean() > last[:, 1].mean() else (last, first)
    return upper if end == "origin" else lower


def _apart(first: dict[str, str], second: dict[str, str]) -> bool:
    """Whether a line ends between two of its measured points."""
    if (int(first["seq"]) < SECOND_AREA) != (int(second["seq"]) < SECOND_AREA):
        return True
    distance = float(np.linalg.norm(np.diff(_points([first, second]), axis=0)))
    if first["bone"] == second["bone"]:
        return distance > GAP
    if any(APART.fullmatch(row["bone"]) for row in (first, second)):
        return True
    return distance > (CARTILAGE_GAP if "cc" in first["bone"] + second["bone"] else GAP)


def _dropped(part: str, end: str, seq: int) -> bool:
    return any((row["part"], row["end"]) == (part, end) and int(row["first"]) <= seq <= int(row["last"])
               for row in table(DROPS))


def _points(rows: list[dict[str, str]]) -> Array:
    # What strays over the midline by a millimetre or two lies on it.
    return np.array([[min(float(row["x"]), 0.0), float(row["y"]), float(row["z"])] for row in rows])


def _additions() -> Iterator[Line]:
    lines: dict[tuple[str, AttachmentEnd, int, str], list[list[float]]] = {}
    for row in table(ADDITIONS):
        start = landmarks()[row["at"]] if row["at"] else (0.0, 0.0, 0.0)
        end: AttachmentEnd = "origin" if row["end"] == "origin" else "insertion"
        lines.setdefault((row["muscle"], end, int(row["line"]), row["basis"]), []).append(
            [min(start[0] + float(row["x"]), 0.0), start[1] + float(row["y"]), start[2] + float(row["z"])])
    for (muscle, end, _, basis), points in lines.items():
        yield Line(muscle, end, _smooth(np.array(points)), basis)


def _smooth(points: Array) -> Array:
    """A line with half of each bend of its measured points taken out and rounded."""
    if len(points) < 3:
        return points
    calm = points.copy()
    calm[1:-1] = points[1:-1] / 2 + (points[:-2] + points[2:]) / 4
    for _ in range(2):
        cut = np.stack([calm[:-1] * 0.75 + calm[1:] * 0.25, calm[:-1] * 0.25 + calm[1:] * 0.75], axis=1).reshape(-1, 3)
        calm = np.concatenate([calm[:1], cut, calm[-1:]])
    return calm


def _simple(points: Array) -> Array:
    """A line with as few points as keep it within `FINE` of itself."""
    if len(points) < 3:
        return points
    # Shapely simplifies in the plane and keeps the third coordinate, so each plane has its say.
    kept = {0, len(points) - 1}
    for axes in ((0, 1), (2, 1)):
        plane = points[:, axes]
        left = shapely.LineString(plane).simplify(FINE)
        kept |= {int(np.linalg.norm(plane - spot, axis=1).argmin()) for spot in np.array(left.coords)}
    return points[sorted(kept)]
