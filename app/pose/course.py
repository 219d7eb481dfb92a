"""The lines of action as flat arrays, so that all lengths of a pose are taken at once."""

from __future__ import annotations

import itertools
import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.model.frozen import frozen
from app.pose.lines import Line, LineSide, Node, lines, wraps
from app.pose.skeleton import INDEX, Array
from app.pose.tables import of_tables

Indices = NDArray[np.intp]


@frozen
class Bends:
    """The gaps that are led round a cylinder: which gaps, the cylinder's segment, its axis (y, z; mm), way (+1 front) and radius (mm)."""

    gaps: Indices
    segments: Indices
    axes: Array
    ways: Array
    radii: Array


@frozen
class Course:
    """All lines: their points (n x 3, mm) with their owners, for those that are `shared` the second owner and its share, and the
    gaps between points that can change.

    What lies between two points of one bone keeps its length: `fixed`, mm by line. `keys` are muscles and sides, `muscles` tells
    the place in them of each line, `counts` how many lines each has. After each point that is `hung` come the place behind it as
    it moves with the owners of the point, and as it moves itself.
    """

    keys: tuple[tuple[str, LineSide], ...]
    points: Array
    first: Indices
    shared: Indices
    second: Indices
    share: Array
    hung: Indices
    starts: Indices
    ends: Indices
    gap_lines: Indices
    fixed: Array
    muscles: Indices
    counts: Array
    bends: Bends

    def placed(self, movements: Array) -> Array:
        """The points (mm) where the movements (segments x 3 x 4) of a pose take them."""
        here = _moved(movements[self.first], self.points)
        other = _moved(movements[self.second], self.points[self.shared])
        here[self.shared] += (other - here[self.shared]) * self.share
        here[self.hung] += here[self.hung + 2] - here[self.hung + 1]
        return here

    def lengths(self, movements: Array) -> Array:
        """The mean length of the lines of each muscle and side (mm, in the order of `keys`)."""
        placed = self.placed(movements)
        starts, ends = placed[self.starts], placed[self.ends]
        gaps = np.sqrt(((ends - starts) ** 2).sum(axis=1))
        gaps[self.bends.gaps] = bent(self.bends, movements, starts[self.bends.gaps], ends[self.bends.gaps])
        each = self.fixed + np.bincount(self.gap_lines, gaps, len(self.fixed))
        return np.asarray(np.bincount(self.muscles, each, len(self.keys)) / self.counts)


def _moved(movements: Array, points: Array) -> Array:
    return np.asarray(np.matmul(movements[:, :, :3], points[:, :, None])[:, :, 0] + movements[:, :, 3])


def bent(bends: Bends, movements: Array, starts: Array, ends: Array) -> Array:
    """The lengths of lines that are led round their cylinders where they would pass on the wrong side of its surface (mm).

    `starts` and `ends` (n x 3, mm) are the ends of those gaps, posed. A line round a cylinder is straight where it leaves it and
    where its surface is unrolled; its length changes smoothly as it comes to lie on it.
    """
    turns, shifts = movements[bends.segments][:, :, :3], movements[bends.segments][:, :, 3]
    # In the frame of the cylinder's own segment: out the way that the line bulges, up, and along the axis.
    a, b = (np.matmul((points - shifts)[:, None, :], turns)[:, 0, :] for points in (starts, ends))
    out_a, out_b = ((points[:, 2] - bends.axes[:, 1]) * bends.ways for points in (a, b))
    up_a, up_b = (points[:, 1] - bends.axes[:, 0] for points in (a, b))
    far_a, far_b = np.hypot(out_a, up_a), np.hypot(out_b, up_b)
    radius = np.minimum(bends.radii, np.minimum(far_a, far_b))
    # Angles from the way it bulges: that of the start jumps below the axis, that of the end above it and on the hollow side (a
    # calf that is pressed against the thigh passes right above), where they never lie.
    turn = np.arctan2(-out_a, up_a) - np.arctan2(out_b + up_b, out_b - up_b) + 0.75 * math.pi
    arc = turn - np.arccos(radius / far_a) - np.arccos(radius / far_b)
    round_it = np.sqrt(far_a ** 2 - radius ** 2) + np.sqrt(far_b ** 2 - radius ** 2) + radius * arc
    flat = np.where(arc > 0, round_it, np.hypot(out_a - out_b, up_a - up_b))
    return np.asarray(np.hypot(flat, a[:, 0] - b[:, 0]))


@cache
@of_tables
def course() -> Course:
    """The course of all lines, made once."""
    return _Gathered(lines()).course()


class _Gathered:
    """Gathers lines into arrays."""

    def __init__(self, all_lines: tuple[Line, ...]) -> None:
        self.nodes: list[Node] = []
        self.gaps: list[tuple[int, int, int]] = []
        self.bends: list[tuple[int, int, float, float, float, float]] = []
        self.keys = tuple(dict.fromkeys((line.muscle, line.side) for line in all_lines))
        self.fixed = [self._add(number, line) for number, line in enumerate(all_lines)]
        place = {key: number for number, key in enumerate(self.keys)}
        self.muscles = np.array([place[line.muscle, line.side] for line in all_lines])

    def _add(self, number: int, line: Line) -> float:
        """Adds the gaps of a line that can change; the length (mm) of those that cannot."""
        fixed = 0.0
        for (here, there), wrap in zip(itertools.pairwise(line.nodes), line.wraps, strict=True):
            if not (here.share or there.share or here.behind or there.behind) and here.segment == there.segment:
                fixed += float(np.linalg.norm(np.subtract(here.point, there.point)))
                continue
            if wrap:
                found = wraps()[wrap]
                segment = INDEX[f"{found.segment}_{line.body_side}"]
                self.bends.append((len(self.gaps), segment, *found.axis, 1.0 if found.way == "front" else -1.0, found.radius))
            self.gaps.append((self._place(here), self._place(there), number))
        return fixed

    def _place(self, node: Node) -> int:
        """Adds a point, and what it hangs by; its place among all of them."""
        place = len(self.nodes)
        self.nodes.append(node)
        if node.behind:
            self.nodes += [Node(node.behind.point, node.segment, node.other, node.share), node.behind]
        return place

    def course(self) -> Course:
        shares = np.array([node.share for node in self.nodes])
        shared = np.flatnonzero(shares)
        gaps, bends = np.array(self.gaps), np.array(self.bends).reshape(-1, 6)
        return Course(
            self.keys, np.array([node.point for node in self.nodes]), np.array([INDEX[node.segment] for node in self.nodes]), shared,
            np.array([INDEX[self.nodes[place].other] for place in shared], np.intp), shares[shared][:, None],
            np.array([place for place, node in enumerate(self.nodes) if node.behind], np.intp),
            gaps[:, 0], gaps[:, 1], gaps[:, 2], np.array(self.fixed), self.muscles, np.bincount(self.muscles).astype(float),
            Bends(bends[:, 0].astype(int), bends[:, 1].astype(int), bends[:, 2:4], bends[:, 4], bends[:, 5]))
