"""How the body stands to the plumb line: ``body/plumb_line.csv``, one row for each point, the last one bears the line.

Columns id, name, y, z, basis, source: height and depth in the body frame, mm.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import get_args

from app.content.wording import hint_for
from app.model.knowledge import PlumbBasis, PlumbPoint
from app.model.problem import Problem

COLUMNS = ["id", "name", "y", "z", "basis", "source"]
MAX_BYTES = 100_000
REACH = 2500.0
"""No point of a body is further from the origin than this, in mm."""


def read_plumb_line(path: Path, sources: Collection[str]) -> tuple[tuple[PlumbPoint, ...], list[Problem]]:
    """The points of the table, and what is wrong with it. No file is no fault. `sources` are the ids of all sources."""
    points, problems = [], []
    for line, found in _rows(path):
        fault = found if isinstance(found, str) else None
        if isinstance(found, PlumbPoint) and found.source not in sources:
            fault = f"no source has the id '{found.source[:60]}'" + hint_for(found.source, sources, "write unverified")
        if fault:
            problems.append(Problem(str(path.absolute()), line, 1, "error", fault))
        elif isinstance(found, PlumbPoint):
            points.append(found)
    return tuple(points), problems


def _rows(path: Path) -> Iterator[tuple[int, PlumbPoint | str]]:
    """The line of each row with its point, or with what is wrong with it."""
    if not path.exists():
        return
    try:
        # A pack may hold anything under a file's name; reading a pipe would wait forever.
        text = path.read_text(encoding="utf-8-sig") if path.is_file() and path.stat().st_size <= MAX_BYTES else None
    except (OSError, UnicodeDecodeError):
        text = None
    if text is None:
        yield 1, "the file cannot be read; save it as UTF-8 text"
        return
    rows = csv.reader(text.splitlines())
    try:
        if next(rows, None) != COLUMNS:
            yield 1, f"the first row should be '{','.join(COLUMNS)}'"
            return
        for row in rows:
            if row:
                yield rows.line_num, _point(row)
    except csv.Error as error:
        yield rows.line_num, f"this is not CSV ({error}); check the quotes"


def _point(row: list[str]) -> PlumbPoint | str:
    """The point of a row, or what is wrong with it."""
    if len(row) != len(COLUMNS):
        return f"this row has {len(row)} fields; write {', '.join(COLUMNS)}"
    name, words, height, depth, basis, source = row
    try:
        y, z = float(height), float(depth)
    except ValueError:
        return "y and z should be numbers in mm, such as -62.5"
    if not (abs(y) <= REACH and abs(z) <= REACH):
        return f"no point lies further than {REACH:.0f} mm from the origin; write y and z in mm"
    for known in get_args(PlumbBasis):
        if basis == known:
            return PlumbPoint(name, words, y, z, known, source)
    return f"'{basis[:60]}' is no basis; write {' or '.join(get_args(PlumbBasis))}"
