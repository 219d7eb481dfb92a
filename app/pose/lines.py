"""Lines of action: the course of each muscle from origin to insertion, each point of it owned by a segment.

They are made from the measured fibres (``fibregrid.csv``) by the rules of ``line_rules.csv``. A rule's `path` is a list of
points, each `WHERE:SEGMENT`. WHERE is a station of a fibre (`3`), several (`0-10`), a station of a certain fibre (`3.6`), the
place where the fibre crosses a height (`(=/1042/=)`), a landmark (`gerdy`, with an offset in mm `patella_base(12/0/0)`) or a
point in mm (`(-80/43/-93)`), all of the right side. SEGMENT is a name of `SEGMENTS` without side, `spine` or `rib` (the nearest
vertebra or rib), `wall` (the wall of the belly, spread between pelvis and breastbone), or two that share a point
(`innominate|l5`). `~NAME` between two points leads the line round a cylinder of ``line_wraps.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import numpy as np

from app.model.frozen import frozen
from app.pose.owners import mirrored, owner
from app.pose.skeleton import LUMBAR, Side, joint_centres, landmark
from app.resources import folders

TOKEN = re.compile(r"(?P<where>[^:]*):(?P<owner>\w+)(?:\|(?P<other>\w+))?")
PLACE = re.compile(r"(?P<name>\w*)(?:\((?P<x>[^/]+)/(?P<y>[^/]+)/(?P<z>[^/]+)\))?")
STATIONS = re.compile(r"(?P<first>\d+)(?:-(?P<last>\d+)|\.(?P<fibre>\d+))?")
LAST = 10
"""The last station of a fibre."""
MIDLINE = ("diaphragm", "pelvic_floor")
"""Muscles that are counted as one for both sides."""

Grid = Mapping[tuple[str, str], Sequence[str]]
Place = tuple[float, float, float]
LineSide = Literal["right", "left", "midline"]


@frozen
class Node:
    """A point of a line (mm, measured body), the segment that owns it and another that moves it by a share (0..1).

    Where something lies `behind` it the two only turn it about that place, from which it keeps its distance.
    """

    point: Place
    segment: str
    other: str
    share: float = 0.0
    behind: Node | None = None


@frozen
class Line:
    """A line of action of a muscle. `wraps[i]` names the cylinder between points `i` and `i + 1`; empty where it runs straight."""

    muscle: str
    side: LineSide
    body_side: Side
    nodes: tuple[Node, ...]
    wraps: tuple[str, ...]


@cache
def lines() -> tuple[Line, ...]:
    """All lines of both sides, those of a muscle together. Raises what `read` does for a rule that cannot be read."""
    right = [line for row in _rows("line_rules.csv") for line in read(row)]
    both = right + [_mirror(line) for line in right]
    return tuple(sorted(both, key=lambda line: (line.muscle, line.side)))


def _rows(name: str) -> list[dict[str, str]]:
    with (folders().data / "body" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _grids() -> Mapping[str, Grid]:
    """The measured fibres by part: x, y and z (mm) as they are written, by station and fibre."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    with (folders().data / "body" / "fibregrid.csv").open(encoding="utf-8", newline="") as file:
        next(file)
        for row in file:
            muscle, part, station, fibre, *place = row.split(",", 7)
            found.setdefault(f"{muscle}/{part}" if part else muscle, {})[station, fibre] = place
    return found


def read(row: Mapping[str, str]) -> Iterator[Line]:
    """The lines (right side) of a rule, one per fibre; one alone where it names none.

    Raises ValueError for a path that cannot be read, KeyError for an unknown part, station or landmark.
    """
    for fibre in row["fibres"].split() or [""]:
        nodes: list[Node] = []
        wraps: list[str] = []
        waiting = ""
        for token in row["path"].split():
            if token.startswith("~"):
                waiting = token[1:]
                continue
            for node in _nodes(token, _grids().get(row["part"], {}), fibre):
                wraps += [waiting] if nodes else []
                nodes.append(node)
                waiting = ""
        yield Line(row["muscle"], "midline" if row["muscle"] in MIDLINE else "right", "right", tuple(nodes), tuple(wraps))


def _nodes(token: str, grid: Grid, fibre: str) -> Iterator[Node]:
    found = TOKEN.fullmatch(token)
    if not found:
        raise ValueError(f"{token!r} is not a point of a line")
    for point in _points(found["where"], grid, fibre):
        yield _node(point, found["owner"], found["other"])


def _node(point: Place, first: str, second: str | None) -> Node:
    if first == "wall":
        return _wall(point)
    segment = owner(first, point)
    return Node(point, segment, owner(second, point), 0.5) if second else Node(point, segment, segment)


def _wall(point: Place) -> Node:
    """A point of the wall of the belly: as far from the spine behind it as ever, for what the belly holds keeps its volume.

    How the pelvis and the breastbone are turned against each other is spread evenly over the height between pubis and xiphoid
    process, so that every part of the wall is stretched alike.
    """
    low, high = landmark("pubic_tubercle")[1], landmark("xiphoid_tip")[1]
    share = min(1.0, max(0.0, float((point[1] - low) / (high - low))))
    return Node(point, "innominate_right", "sternum", share, _spine_behind(point[1]))


def _spine_behind(height: float) -> Node:
    """The middle of the spine at a height; above the loin it passes from the lowest rib's vertebra to the breastbone."""
    centres = joint_centres()
    names = ("l5", *LUMBAR[1:], "t12", "t11", "t10", "t9")
    heights, depths = ([float(centres[name][axis]) for name in names] for axis in (1, 2))
    point = (0.0, height, float(np.interp(height, heights, depths)))
    low, high = heights[names.index("t12")], landmark("xiphoid_tip")[1]
    if height > low:
        return Node(point, "t12", "sternum", min(1.0, float((height - low) / (high - low))))
    carrier = next((name for name in reversed(LUMBAR) if centres[name][1] < height), "sacrum")
    return Node(point, carrier, carrier)


def _points(where: str, grid: Grid, fibre: str) -> list[Place]:
    """The points (mm, right side) that a place of a path stands for."""
    stations = STATIONS.fullmatch(where)
    if stations:
        first, across = int(stations["first"]), stations["fibre"] or fibre
        return [_measured(grid, station, across) for station in range(first, int(stations["last"] or first) + 1)]
    place = PLACE.fullmatch(where)
    if not place:
        raise ValueError(f"{where!r} is not a place on the body")
    if place["x"] == "=":
        return [_crossing([_measured(grid, station, fibre) for station in range(LAST + 1)], float(place["y"]))]
    return [_mark(place["name"], *(float(place[axis] or 0) for axis in "xyz"))]


def _measured(grid: Grid, station: int, fibre: str) -> Place:
    x, y, z, *_ = grid[str(station), fibre]
    return float(x), float(y), float(z)


def _mark(name: str, *offset: float) -> Place:
    """A landmark with an offset; without a name the offset alone."""
    base = landmark(name).tolist() if name else (0.0, 0.0, 0.0)
    x, y, z = (there + by for there, by in zip(base, offset, strict=True))
    return x, y, z


def _crossing(fibre: Sequence[Place], height: float) -> Place:
    """Where a fibre that rises crosses a height."""
    points = np.array(fibre)
    x, z = (float(np.interp(height, points[:, 1], points[:, axis])) for axis in (0, 2))
    return x, height, z


def _mirror(line: Line) -> Line:
    nodes = tuple(_mirrored(node) for node in line.nodes)
    return Line(line.muscle, line.side if line.side == "midline" else "left", "left", nodes, line.wraps)


def _mirrored(node: Node) -> Node:
    return Node(_across(node.point), mirrored(node.segment), mirrored(node.other), node.share, node.behind and _mirrored(node.behind))


def _across(point: Place) -> Place:
    x, y, z = point
    return -x, y, z


@frozen
class Wrap:
    """A cylinder from side to side over which a line slides: its segment (without side), y and z of its axis (mm), the way that the
    line bulges, and the radius (mm).
    """

    segment: str
    axis: tuple[float, float]
    way: Literal["front", "back"]
    radius: float


@cache
def wraps() -> Mapping[str, Wrap]:
    """The cylinders of ``line_wraps.csv`` by name; their axes run from side to side."""
    return {row["wrap"]: _wrap(row) for row in _rows("line_wraps.csv")}


def _wrap(row: Mapping[str, str]) -> Wrap:
    _, y, z = joint_centres()[f"{row['joint']}_right"]
    return Wrap(row["segment"], (float(y), float(z)), "front" if row["way"] == "front" else "back", float(row["radius_mm"]))
