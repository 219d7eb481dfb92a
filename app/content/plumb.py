"""How the body stands to the plumb line: ``body/plumb_line.csv``, one row for each point, the last one bears the line.

Columns id, name, y, z, basis, source: height and depth in the body frame, mm.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.content.csvfile import RowError, number_in, read_rows
from app.content.wording import hint_for
from app.model.anatomy import PlumbBasis, PlumbPoint
from app.model.problem import Problem

COLUMNS = ("id", "name", "y", "z", "basis", "source")
LONGEST = 60
"""Characters of a name, which stands beside the line."""


def read_plumb_line(path: Path, sources: Collection[str]) -> tuple[tuple[PlumbPoint, ...], list[Problem]]:
    """The points of the table (mm), and what is wrong with it. No file is no fault. `sources` are the ids of all sources."""
    points: dict[str, PlumbPoint] = {}

    def take(_: int, row: dict[str, str]) -> None:
        point = _point(row, sources)
        if point.id in points:
            raise RowError(f"'{point.id[:60]}' has a row already; keep one of the two")
        points[point.id] = point

    problems = read_rows(path, COLUMNS, take)
    return tuple(points.values()), problems


def _point(row: dict[str, str], sources: Collection[str]) -> PlumbPoint:
    name, source = row["name"], row["source"]
    if not (name.isprintable() and 0 < len(name) <= LONGEST):
        raise RowError(f"name should be 1 to {LONGEST} characters on one line")
    if source not in sources:
        raise RowError(f"no source has the id '{source[:60]}'" + hint_for(source, sources, "write unverified"))
    return PlumbPoint(row["id"], name, number_in(row, "y"), number_in(row, "z"), _basis(row["basis"]), source)


def _basis(text: str) -> PlumbBasis:
    if text == "measured":
        return "measured"
    if text == "described":
        return "described"
    raise RowError(f"'{text[:60]}' is no basis; write measured or described")
