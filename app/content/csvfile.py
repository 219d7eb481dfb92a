"""Rows of the tables in ``body/``: CSV as text, with what is wrong with the file or a row in words."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from app.content.wording import hint_for
from app.model.anatomy import ViewName
from app.model.problem import Problem

MAX_BYTES = 4_000_000
MANY = 500
"""A table with more faults than this is not read to its end."""
REACH = 2500.0
"""No point of a body is further from the origin than this, in mm."""

RIGHT_VIEWS: tuple[ViewName, ...] = ("front", "back", "right")
"""The views that show the right side."""

Position = tuple[float, float, float]


class RowError(Exception):
    """What is wrong with a row, in words."""


def read_rows(path: Path, columns: Sequence[str], take: Callable[[int, dict[str, str]], None]) -> list[Problem]:
    """Give the line and the fields of each row below the heads to `take`, which raises RowError where it is wrong.

    Returns the faults. No file is no fault.
    """
    problems: list[Problem] = []
    if not os.path.lexists(path):
        return problems
    try:
        rows = csv.reader(_text(path).splitlines())
    except (OSError, UnicodeDecodeError):
        return [_told(path, 1, "the file cannot be read; save it as UTF-8 text")]
    try:
        if next(rows, None) != list(columns):
            return [_told(path, 1, f"the first row should be '{','.join(columns)}'")]
        for row in filter(None, rows):
            if len(problems) >= MANY:
                return [*problems, _told(path, rows.line_num, "the table was not read from here on; mend what is wrong above it first")]
            try:
                take(rows.line_num, _fields(row, columns))
            except RowError as fault:
                problems.append(_told(path, rows.line_num, str(fault)))
    except csv.Error as error:
        problems.append(_told(path, rows.line_num, f"this is not CSV ({error}); check the quotes"))
    return problems


def _told(path: Path, line: int, message: str) -> Problem:
    return Problem(str(path.absolute()), line, 1, "error", message)


def _fields(row: list[str], columns: Sequence[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise RowError(f"this row has {len(row)} fields; write {', '.join(columns[:-1])} and {columns[-1]}")
    return dict(zip(columns, row, strict=True))


def number_in(row: Mapping[str, str], name: str) -> float:
    """A coordinate of a row (body frame, mm). Raises RowError."""
    try:
        value = float(row[name])
    except ValueError:
        raise RowError(f"{name} should be a number in mm, such as -62.5") from None
    if not abs(value) <= REACH:
        raise RowError(f"{name} lies further than {REACH:.0f} mm from the origin; write it in mm")
    return value


def position_in(row: Mapping[str, str]) -> Position:
    """The point of a row (body frame, mm). Raises RowError."""
    x, y, z = number_in(row, "x"), number_in(row, "y"), number_in(row, "z")
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
