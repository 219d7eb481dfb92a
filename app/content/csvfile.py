"""Rows of the tables in ``body/``: CSV as text, with what is wrong with the file or a row in words."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from app.content.wording import hint_for
from app.model.knowledge import ViewName
from app.model.problem import Problem

MAX_BYTES = 4_000_000
REACH = 2500.0
"""No point of a body is further from the origin than this, in mm."""

RIGHT_VIEWS: tuple[ViewName, ...] = ("front", "back", "right")
"""The views that show the right side."""

Position = tuple[float, float, float]


class RowError(Exception):
    """What is wrong with a row, in words."""


def told(path: Path, line: int, message: str) -> Problem:
    """A fault of a line as a problem."""
    return Problem(str(path.absolute()), line, 1, "error", message)


def csv_rows(path: Path, columns: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of each whole row below the heads; faults go to the problems. No file is no fault."""
    if not path.exists():
        return
    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError):
        problems.append(told(path, 1, "the file cannot be read; save it as UTF-8 text"))
        return
    rows = csv.reader(text.splitlines())
    try:
        if next(rows, None) != list(columns):
            problems.append(told(path, 1, f"the first row should be '{','.join(columns)}'"))
            return
        for row in rows:
            if row and len(row) != len(columns):
                wanted = f"{', '.join(columns[:-1])} and {columns[-1]}"
                problems.append(told(path, rows.line_num, f"this row has {len(row)} fields; write {wanted}"))
            elif row:
                yield rows.line_num, dict(zip(columns, row, strict=True))
    except csv.Error as error:
        problems.append(told(path, rows.line_num, f"this is not CSV ({error}); check the quotes"))


def position_in(row: dict[str, str]) -> Position:
    """The point of a row (body frame, mm). Raises RowError."""
    try:
        x, y, z = (float(row[axis]) for axis in "xyz")
    except ValueError:
        raise RowError("x, y and z should be numbers in mm, such as -62.5") from None
    if not all(abs(value) <= REACH for value in (x, y, z)):
        raise RowError(f"no point lies further than {REACH:.0f} mm from the origin; write x, y and z in mm")
    if x > 0:
        raise RowError(f"x is {x:g}, which is the left side; give the point of the right side (x <= 0)")
    return x, y, z


@cache
def views_in(text: str) -> tuple[ViewName, ...]:
    """The views that a text names, with spaces between them. Raises RowError."""
    # Equal texts share one value, which makes the compiled content smaller.
    words = text.split()
    for word in words:
        if word not in RIGHT_VIEWS:
            raise RowError(f"no view of the right side is called '{word[:60]}'" + hint_for(word, RIGHT_VIEWS))
    return tuple(view for view in RIGHT_VIEWS if view in words)


def _text(path: Path) -> str:
    # A pack may hold anything under a file's name; reading a pipe would wait forever.
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise IsADirectoryError(path)
    return path.read_text(encoding="utf-8-sig")
