"""Where muscles are attached and how deep they lie: ``body/attachment_lines.csv`` and ``body/covers.csv``.

The first has one row for each point of a line, in order: muscle, end (origin or insertion), line (a number), seq, x, y, z
(body frame, mm, right side), seen (the views in which it is on the near side), basis. The second has one row for each
muscle and view: the share 0..1 that others hide, how many lie over it on average, and the ids of those that hide most.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from sys import intern

from app.content.csvfile import RIGHT_VIEWS, Position, RowError, position_in, read_rows, views_in
from app.content.wording import hint_for
from app.model.anatomy import AttachmentEnd, AttachmentLine, Cover, Muscle, ViewName
from app.model.problem import Problem

LINE_COLUMNS = ("muscle", "end", "line", "seq", "x", "y", "z", "seen", "basis")
COVER_COLUMNS = ("muscle", "view", "share", "layers", "by")

ID = re.compile(r"[a-z][a-z0-9_]{0,60}")

Spot = tuple[str, AttachmentEnd, str, tuple[ViewName, ...], Position]
"""Muscle, end, number of the line, views, and a point of it."""


def attach(path: Path, muscles: Mapping[str, Muscle], ids: Collection[str]) -> tuple[dict[str, Muscle], list[Problem]]:
    """The muscles with their lines of attachment, and what is wrong with the file. No file is no fault.

    `ids` are the ids of all muscles, those included that have a fault of their own.
    """
    spots: list[Spot] = []

    def take(_: int, row: dict[str, str]) -> None:
        spots.append((_known(row["muscle"], ids), _end(row["end"]), row["line"], views_in(row["seen"]), position_in(row)))

    problems = read_rows(path, LINE_COLUMNS, take)
    lines: dict[str, list[AttachmentLine]] = {}
    for (muscle, end, _, seen), run in groupby(spots, key=_line):
        lines.setdefault(muscle, []).append(AttachmentLine(end, tuple(spot[-1] for spot in run), seen))
    found = {name: replace(muscles[name], attachments=tuple(own)) for name, own in lines.items() if name in muscles}
    return {**muscles, **found}, problems


def cover(path: Path, muscles: Mapping[str, Muscle], ids: Collection[str]) -> tuple[dict[str, Muscle], list[Problem]]:
    """The muscles with what lies over them, and what is wrong with the file. No file is no fault.

    `ids` are the ids of all muscles, those included that have a fault of their own.
    """
    covers: dict[str, list[Cover]] = {}

    def take(_: int, row: dict[str, str]) -> None:
        found = Cover(_view(row["view"]), _number(row["share"], "share", 1.0), _number(row["layers"], "layers", 99.0),
                      tuple(map(_thing, row["by"].split())))
        own = covers.setdefault(_known(row["muscle"], ids), [])
        if any(cover.view == found.view for cover in own):
            raise RowError(f"the {found.view} view of '{row['muscle']}' has a row already; keep one of the two")
        own.append(found)

    problems = read_rows(path, COVER_COLUMNS, take)
    done = {name: replace(muscles[name], covers=tuple(own)) for name, own in covers.items() if name in muscles}
    return {**muscles, **done}, problems


def _line(spot: Spot) -> tuple[str, AttachmentEnd, str, tuple[ViewName, ...]]:
    return spot[:4]


def _known(muscle: str, ids: Collection[str]) -> str:
    if muscle not in ids:
        raise RowError(f"no muscle has the id '{muscle[:60]}'" + hint_for(muscle, ids, "delete the row"))
    return muscle


def _thing(text: str) -> str:
    """The id of something that hides a muscle, which may be a thing without a card. Equal ids share one value."""
    if not ID.fullmatch(text):
        raise RowError(f"'{text[:60]}' is no id; write the ids of what hides it, with spaces between them")
    return intern(text)


def _end(text: str) -> AttachmentEnd:
    if text == "origin":
        return "origin"
    if text == "insertion":
        return "insertion"
    raise RowError(f"no end of a muscle is called '{text[:60]}'" + hint_for(text, ("origin", "insertion")))


def _view(text: str) -> ViewName:
    for view in RIGHT_VIEWS:
        if text == view:
            return view
    raise RowError(f"no view of the right side is called '{text[:60]}'" + hint_for(text, RIGHT_VIEWS))


def _number(text: str, name: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        raise RowError(f"{name} should be a number, not '{text[:60]}'") from None
    if not 0.0 <= value <= most:
        raise RowError(f"{name} is {value:g}; it should be from 0 to {most:g}")
    return value
