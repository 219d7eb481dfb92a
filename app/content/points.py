"""Where trigger points lie on the body: ``body/trigger_points.csv``, one row for each referral.

Columns id, x, y, z: body frame, mm, on the right side (x <= 0); seen: the views in which the point lies on the near
side of the body, with spaces between them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from app.content.csvfile import RowError, position_in, read_rows, views_in
from app.content.wording import hint_for
from app.model.anatomy import Referral
from app.model.problem import Problem

COLUMNS = ("id", "x", "y", "z", "seen")


def place_points(path: Path, referrals: Mapping[str, Referral],
                 ids: Collection[str]) -> tuple[dict[str, Referral], list[Problem]]:
    """The referrals with their positions (body frame, mm), and what is wrong with the file. No file is no fault.

    `ids` are the ids of all referrals, those included that have a fault of their own.
    """
    placed, lines = dict(referrals), dict[str, int]()

    def take(line: int, row: dict[str, str]) -> None:
        position, seen = position_in(row), views_in(row["seen"])
        name = _known(row["id"], ids, lines)
        lines[name] = line
        if name in placed:
            placed[name] = replace(placed[name], position=position, seen=seen)

    problems = read_rows(path, COLUMNS, take)
    return placed, problems


def _known(name: str, ids: Collection[str], lines: Mapping[str, int]) -> str:
    if name not in ids:
        raise RowError(f"no referral has the id '{name[:60]}'" + hint_for(name, ids, "delete the row"))
    if name in lines:
        raise RowError(f"'{name}' was placed in line {lines[name]} already; keep one row")
    return name
