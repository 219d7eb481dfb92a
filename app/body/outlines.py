"""Reads the outlines of the areas of pain from ``data/body/areas.yaml``: points that are told by landmarks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import yaml

from app.body.landmarks import landmarks
from app.resources import folders

Sheet: TypeAlias = Literal["front", "back", "right", "soles"]
"""A part of the table: a view, or the inset of the soles. The left view mirrors the right one."""

X, Y, Z = range(3)
AXES: Mapping[Sheet, tuple[int, int]] = {"front": (X, Y), "back": (X, Y), "right": (Z, Y), "soles": (X, Z)}
"""Which coordinates of a landmark a point of an outline has."""

MIDLINE = "midline"
TERM = re.compile(r"(\w+)(?:\s+([+-]\d+(?:\.\d+)?))?")
PLACE = re.compile(r"(\w+)(?:\s+([+-]\d+(?:\.\d+)?)\s+([+-]\d+(?:\.\d+)?))?")

Marks: TypeAlias = Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Outline:
    """One area's outline on the right half of the body, without rounding.

    Its points are coordinates of the body frame, mm: (x, y) from the front and from behind, (z, y) from the side,
    (x, z) on the soles.
    """

    area: str
    midline: bool
    points: tuple[tuple[float, float], ...]


def outlines(sheet: Sheet) -> list[Outline]:
    """The outlines of a part of the table, first wins first."""
    return read_outlines(_document("body/areas.yaml"), sheet, _sides(), landmarks())


def read_outlines(document: Mapping[str, Any], sheet: Sheet, sides: Mapping[str, str], marks: Marks) -> list[Outline]:
    """The outlines of one part of the document; `sides` tells of every known area how it is paired.

    Raises ValueError that names the part, the area and the point.
    """
    found = []
    for area, points in (document.get(sheet) or {}).items():
        where = f"areas.yaml: {sheet}: {area}"
        if area not in sides:
            raise ValueError(f"{where}: there is no such area")
        if not isinstance(points, list) or len(points) < 3:
            raise ValueError(f"{where}: an outline needs a list of at least 3 points")
        read = tuple(_point(str(point), AXES[sheet], marks, where) for point in points)
        found.append(Outline(area, sides[area] == "midline", read))
    return found


def _point(text: str, axes: tuple[int, int], marks: Marks, where: str) -> tuple[float, float]:
    here = f"{where}: '{text}'"
    across, bar, up = text.partition("|")
    if bar:
        return _term(across, axes[0], marks, here), _term(up, axes[1], marks, here)
    match = PLACE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{here} is no point; write LANDMARK, LANDMARK +DX +DY or LANDMARK +DX | LANDMARK +DY")
    first, second = (_coordinate(match[1], axis, marks, here) for axis in axes)
    return first + float(match[2] or 0), second + float(match[3] or 0)


def _term(text: str, axis: int, marks: Marks, where: str) -> float:
    match = TERM.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{where}: '{text.strip()}' is no coordinate; write LANDMARK or LANDMARK +MM")
    return _coordinate(match[1], axis, marks, where) + float(match[2] or 0)


def _coordinate(name: str, axis: int, marks: Marks, where: str) -> float:
    if name == MIDLINE and axis == X:
        return 0.0
    if name not in marks:
        raise ValueError(f"{where}: there is no landmark '{name}'")
    return marks[name][axis]


def _sides() -> dict[str, str]:
    files = sorted((folders().data / "areas").glob("*.yaml"))
    return {area: fields["side"] for file in files for area, fields in _document(f"areas/{file.name}").items()}


def _document(name: str) -> dict[str, Any]:
    return yaml.safe_load((folders().data / name).read_text(encoding="utf-8")) or {}
