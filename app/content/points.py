"""Where trigger points lie on the body: ``body/trigger_points.csv``, one row for each referral.

Columns id, x, y, z: body frame, mm, on the right side (x <= 0).
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.content.wording import hint_for
from app.model.knowledge import Referral
from app.model.problem import Problem

COLUMNS = ["id", "x", "y", "z"]
MAX_BYTES = 4_000_000
REACH = 2500.0
"""No point of a body is further from the origin than this, in mm."""

Position = tuple[float, float, float]


def place_points(path: Path, referrals: Mapping[str, Referral],
                 ids: Collection[str]) -> tuple[dict[str, Referral], list[Problem]]:
    """The referrals with their positions (body frame, mm), and what is wrong with the file. No file is no fault.

    `ids` are the ids of all referrals, those included that have a fault of their own.
    """
    placed, lines, problems = dict(referrals), dict[str, int](), []
    for line, fault, referral, position in _rows(path):
        message = fault
        if not message and referral not in ids:
            message = f"no referral has the id '{referral[:60]}'" + hint_for(referral, ids, "delete the row")
        elif not message and referral in lines:
            message = f"'{referral}' was placed in line {lines[referral]} already; keep one row"
        if message:
            problems.append(Problem(str(path.absolute()), line, 1, "error", message))
            continue
        lines[referral] = line
        if referral in placed:
            placed[referral] = replace(placed[referral], position=position)
    return placed, problems


def _rows(path: Path) -> Iterator[tuple[int, str | None, str, Position]]:
    """Line, fault, id and position (body frame, mm) of each row."""
    nowhere = (0.0, 0.0, 0.0)
    if not path.exists():
        return
    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError):
        yield 1, "the file cannot be read; save it as UTF-8 text", "", nowhere
        return
    rows = csv.reader(text.splitlines())
    try:
        if next(rows, None) != COLUMNS:
            yield 1, f"the first row should be '{','.join(COLUMNS)}'", "", nowhere
            return
        for row in rows:
            if row:
                fault, position = _position(row)
                yield rows.line_num, fault, row[0], position
    except csv.Error as error:
        yield rows.line_num, f"this is not CSV ({error}); check the quotes", "", nowhere


def _text(path: Path) -> str:
    # A pack may hold anything under a file's name; reading a pipe would wait forever.
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise IsADirectoryError(path)
    return path.read_text(encoding="utf-8-sig")


def _position(row: list[str]) -> tuple[str | None, Position]:
    """The fault or the position (body frame, mm) of a row."""
    nowhere = (0.0, 0.0, 0.0)
    if len(row) != len(COLUMNS):
        return f"this row has {len(row)} fields; write id, x, y and z", nowhere
    try:
        x, y, z = (float(text) for text in row[1:])
    except ValueError:
        return "x, y and z should be numbers in mm, such as -62.5", nowhere
    if not all(abs(value) <= REACH for value in (x, y, z)):
        return f"no point lies further than {REACH:.0f} mm from the origin; write x, y and z in mm", nowhere
    if x > 0:
        return f"x is {x:g}, which is the left side; give the point of the right side (x <= 0)", nowhere
    return None, (x, y, z)
