"""Binds every node of a drawing to the segments of the body, so that all of them can be moved for each frame.

The sheet's frame is mm, x to the right, y down. A node lies at a place in space and goes with up to a few segments: where it
is moved to is a product of what is known beforehand with the movements of these segments.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.model.anatomy import ViewName
from app.pose.affine import IDENTITY
from app.pose.apart import own_flesh
from app.pose.bones import flattened, placed, segment_names
from app.pose.flesh import (
    Cloud,
    between_ribs,
    bone_weights,
    flesh_cloud,
    joined,
    owned,
    skeleton_cloud,
)
from app.pose.skeleton import SEGMENTS, Array, joint_centres
from app.pose.tables import of_tables

STATURE = 1750.0
PROJECTIONS: dict[ViewName, Array] = {
    "front": np.array([[1.0, 0, 0], [0, -1, 0], [0, 0, 1]]), "back": np.array([[-1.0, 0, 0], [0, -1, 0], [0, 0, -1]]),
    "right": np.array([[0.0, 0, 1], [0, -1, 0], [-1, 0, 0]]), "left": np.array([[0.0, 0, -1], [0, -1, 0], [1, 0, 0]])}
"""From the body to the sheet: rows are right, down, and towards the viewer; then STATURE is added to what is down."""
INSETS = ("skin_of_sole",)
"""What is drawn beside the body, and all in it, stays where it is."""
NEAREST = 8
"""So many points of its own muscle tell where a node lies and what it goes with."""
AROUND = 12
"""So many points of all flesh do so for what has none of its own, such as skin."""
HIDDEN: dict[ViewName, float] = {"front": 0.6, "back": 0.6, "right": 0.1, "left": 0.1}
"""Of points of all flesh, those deeper by some mm count as if they were this much farther away, per mm. From the side the body is
outlined by what lies deepest."""
OVER = 0.6
"""The same for points of its own muscle: one that runs round the chest is drawn where it is nearest to the viewer."""
BETWEEN = {"intercostals": (1e3, 2e3), "transversus_abdominis": (8.0, 20.0), "diaphragm": (8.0, 20.0)}
"""What fills the gaps that the ribs leave, as these are drawn: so near to one (mm) it goes with the ribs, and so far away not at all."""
CHUNK = 192
"""Nodes that are moved together, at most."""
SMALLEST = 0.01
"""A share of a segment that is less is let go."""
WHOLLY = 0.9
"""A muscle is of the arm when it goes with it by so much."""
SHORT = 0.3
"""A foot is seen from the front and from behind along its length, and bound as if it were this much as long: as long as it is, a small
turn would show its sole, and what lies over each other would part."""
BLOCK = 48
"""Nodes that are compared with points at once: they lie together, so that few points are about them."""
FEW = 400
REACH = 40.0
"""Of more points than FEW only those are compared that lie so near to the nodes, mm."""


class Drawn(NamedTuple):
    """Nodes (n x 2, sheet, mm) that belong to one thing: its id, what it is, and how opaque it is drawn, 0..1."""

    id: str
    part: str
    nodes: Array
    opacity: float = 1.0


class Run(NamedTuple):
    """Nodes one behind the other that go with the same segments (their places in SEGMENTS); `rows` is nodes x (4 per segment)."""

    start: int
    end: int
    segments: NDArray[np.intp]
    rows: NDArray[np.float32]


class Binding:
    """What all nodes of a view (N x 2, sheet, mm) are bound to."""

    def __init__(self, view: ViewName, rest: Array, runs: Iterable[Run]) -> None:
        self.view = view
        self.rest = rest
        # What goes with the same segments is moved at once, wherever it is drawn.
        alike: dict[bytes, list[Run]] = {}
        for run in runs:
            alike.setdefault(run.segments.tobytes(), []).append(run)
        groups = tuple(alike.values())
        self._segments = np.concatenate([group[0].segments for group in groups] or [np.zeros(0, np.intp)])
        self._rows = [np.vstack([run.rows for run in group]) for group in groups]
        self._count = sum(map(len, self._rows))
        self._places = np.full(len(rest), self._count, np.intp)
        at = 0
        for run in (run for group in groups for run in group):
            self._places[run.start:run.end] = np.arange(at, at + run.end - run.start)
            at += run.end - run.start

    @property
    def runs(self) -> Iterator[Run]:
        """Nodes one behind the other that go with the same segments."""
        at = 0
        for rows, segments in self._groups():
            places = np.flatnonzero((self._places >= at) & (self._places < at + len(rows)))
            for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1):
                yield Run(int(run[0]), int(run[-1]) + 1, segments, rows[self._places[run[0]] - at:][:len(run)])
            at += len(rows)

    def _groups(self) -> Iterator[tuple[NDArray[np.float32], NDArray[np.intp]]]:
        first = 0
        for rows in self._rows:
            count = rows.shape[1] // 4
            yield rows, self._segments[first:first + count]
            first += count

    def shift(self, movements: Array) -> NDArray[np.float32]:
        """By how much (N x 2, sheet, mm) all nodes move; exactly 0 where one stays.

        `movements` are segments x 3 x 4, from the measured body to the pose.
        """
        changes = movements - IDENTITY
        changes[np.abs(changes).max(axis=(1, 2)) < 1e-9] = 0.0
        sheet = (PROJECTIONS[self.view][:2] @ changes).transpose(0, 2, 1).astype(np.float32)
        own = sheet[self._segments].reshape(-1, 2)
        # One row more, for what is bound to nothing.
        made = np.zeros((self._count + 1, 2), np.float32)
        at = first = 0
        for rows in self._rows:
            count, width = rows.shape
            np.dot(rows, own[first:first + width], out=made[at:at + count])
            at, first = at + count, first + width
        return made.take(self._places, axis=0)

    def moved(self, movements: Array) -> Array:
        """Where all nodes (N x 2, sheet, mm) are moved to."""
        return self.rest + self.shift(movements)

    def packed(self) -> bytes:
        """The runs as bytes, without the nodes themselves."""
        file, runs = io.BytesIO(), sorted(self.runs, key=_start)
        sizes = np.array([(run.start, run.end, len(run.segments)) for run in runs], dtype=np.int64).reshape(-1, 3)
        np.save(file, sizes, allow_pickle=False)
        np.save(file, np.concatenate([run.segments for run in runs] or [np.zeros(0, np.intp)]).astype(np.int16), allow_pickle=False)
        np.save(file, np.concatenate([run.rows.ravel() for run in runs] or [np.zeros(0, np.float32)]), allow_pickle=False)
        return file.getvalue()


def unpacked(view: ViewName, rest: Array, data: bytes) -> Binding:
    """A binding from its bytes. Raises ValueError where they do not fit."""
    file = io.BytesIO(data)
    sizes, segments, rows = (np.load(file, allow_pickle=False) for _ in range(3))
    runs, place, at = [], 0, 0
    for start, end, count in sizes.tolist():
        size = (end - start) * 4 * count
        runs.append(Run(start, end, segments[place:place + count].astype(np.intp), rows[at:at + size].reshape(end - start, 4 * count)))
        place, at = place + count, at + size
    if place != len(segments) or at != len(rows) or (runs and runs[-1].end > len(rest)) or segments.max(initial=0) >= len(SEGMENTS):
        raise ValueError("the binding does not fit the drawing")
    return Binding(view, rest, runs)


@of_tables
def bound(view: ViewName, drawn: Sequence[Drawn]) -> Binding:
    """Bind all nodes of a view, in their order."""
    rest = np.vstack([one.nodes for one in drawn]) if drawn else np.zeros((0, 2))
    binder = _Binder(view, _inset(drawn))
    runs: list[Run] = []
    start = 0
    for one in drawn:
        if len(one.nodes):
            runs += _runs(start, *binder.place(one))
        start += len(one.nodes)
    return Binding(view, rest, _together(runs))


def _start(run: Run) -> int:
    return run.start


def _together(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs that follow each other and go with the same segments, as one."""
    waiting: list[Run] = []
    for run in runs:
        if waiting and (run.start != waiting[-1].end or not np.array_equal(run.segments, waiting[-1].segments)):
            yield _one(waiting)
            waiting = []
        waiting.append(run)
    if waiting:
        yield _one(waiting)


def _one(runs: list[Run]) -> Run:
    return Run(runs[0].start, runs[-1].end, runs[0].segments, np.vstack([run.rows for run in runs]))


def _inset(drawn: Sequence[Drawn]) -> list[tuple[Array, Array]]:
    """The boxes (least and greatest corner) of what is drawn beside the body."""
    return [(np.nanmin(one.nodes, axis=0) - 2, np.nanmax(one.nodes, axis=0) + 2) for one in drawn if one.id.startswith(INSETS) and len(one.nodes) > 8]


def _runs(start: int, places: Array, weights: Array) -> Iterator[Run]:
    for first in range(0, len(places), CHUNK):
        last = min(first + CHUNK, len(places))
        own = weights[first:last]
        segments = np.flatnonzero(own.max(axis=0) > 0)
        if len(segments):
            homogeneous = np.hstack([places[first:last], np.ones((last - first, 1))])
            rows = (own[:, segments, None] * homogeneous[:, None, :]).reshape(last - first, -1)
            yield Run(start + first, start + last, segments, rows.astype(np.float32))


class _Binder:
    """Finds the place in the body of each node, and what it goes with."""

    def __init__(self, view: ViewName, insets: list[tuple[Array, Array]]) -> None:
        self._view = view
        self._insets = insets
        self._clouds: dict[str, tuple[Array, Cloud]] = {}

    def place(self, one: Drawn) -> tuple[Array, Array]:
        """Places (n x 3, body frame, mm) and weights (n x segments, all 0 where a node stays). What is NaN is no node."""
        real = ~np.isnan(one.nodes[:, 0])
        places, weights = np.zeros((len(real), 3)), np.zeros((len(real), len(SEGMENTS)))
        if real.any():
            places[real], weights[real] = self._anywhere(one._replace(nodes=one.nodes[real]))
        if self._view in ("front", "back"):
            ankle = joint_centres()["foot_right"][2]
            places[:, 2] = ankle + (places[:, 2] - ankle) * (1.0 - (1.0 - SHORT) * weights[:, _FEET].sum(axis=1))
        for least, most in self._insets:
            weights[((one.nodes >= least) & (one.nodes <= most)).all(axis=1)] = 0.0
        weights[weights < SMALLEST] = 0.0
        total = weights.sum(axis=1, keepdims=True)
        return places, weights / np.where(total > 0, total, 1.0)

    def _anywhere(self, one: Drawn) -> tuple[Array, Array]:
        name, _, side = one.id.rpartition("-")
        if name in segment_names():
            places = placed(name, self._view, one.nodes, side == "left")
            return places, bone_weights(name, side, places)
        own = owned(name, side)
        if own is not None:
            places, weights = self._among(one.nodes, onto(own.points, self._view), own, NEAREST, OVER)
            if name in BETWEEN and self._view in ("right", "left"):
                places, weights = _on_ribs(places, weights, self._view, BETWEEN[name])
            return (self._flat(one.nodes, places) if weights[:, _ARMS].sum(axis=1).mean() > WHOLLY else places), weights
        sheet, cloud = self._all(self._which(one))
        places, weights = self._among(one.nodes, sheet, cloud, AROUND, HIDDEN[self._view])
        if one.part == "skin" and self._view in ("front", "back") and not one.id.startswith(INSETS):
            self._part(one.nodes, sheet, cloud, (places, weights))
        return places, weights

    def _part(self, nodes: Array, sheet: Array, cloud: Cloud, found: tuple[Array, Array]) -> None:
        """Skin that lies between two limbs goes with its own: its places and weights are changed."""
        for share, some in own_flesh(self._view, nodes, sheet, cloud.weights):
            here = share > 0
            if here.any():
                only = Cloud(cloud.points[some], cloud.weights[some])
                own = self._among(nodes[here], sheet[some], only, AROUND, HIDDEN[self._view])
                for old, new in zip(found, own, strict=True):
                    old[here] += share[here, None] * (new - old[here])

    def _flat(self, nodes: Array, places: Array) -> Array:
        return self._back(nodes, flattened(nodes, onto(places, self._view)[:, 2]))

    def _back(self, nodes: Array, depths: Array) -> Array:
        """Nodes on the sheet, with their depths (mm towards the viewer), in the body."""
        return np.hstack([nodes - (0.0, STATURE), depths[:, None]]) @ PROJECTIONS[self._view]

    def _which(self, one: Drawn) -> str:
        """Which flesh something without fibres goes with: from the side, the arm hangs before the trunk. It is faint there, as areas of pain
        are anywhere."""
        if self._view in ("front", "back"):
            return "all"
        return "arm" if (one.opacity < 1.0 and one.part != "area") or one.id.startswith(ARM) else "trunk"

    def _all(self, which: str) -> tuple[Array, Cloud]:
        if which not in self._clouds:
            right = joined([flesh_cloud(), skeleton_cloud()])
            arm = right.weights[:, _ARMS].sum(axis=1) > 0.5
            if which != "all":
                keep = arm if which == "arm" else ~arm
                right = Cloud(right.points[keep], right.weights[keep])
            sides = {"right": [right], "left": [right.mirrored()]}.get(self._view, [right, right.mirrored()])
            cloud = joined(sides)
            self._clouds[which] = onto(cloud.points, self._view), cloud
        return self._clouds[which]

    def _among(self, nodes: Array, sheet: Array, cloud: Cloud, count: int, hidden: float) -> tuple[Array, Array]:
        """Places and weights of nodes from those of the nearest points, which `sheet` has as seen (n x right, down, depth)."""
        depths, weights = [], []
        for first in range(0, len(nodes), BLOCK):
            near, shares = _nearest(nodes[first:first + BLOCK], sheet, count, hidden)
            depths.append((shares * sheet[near, 2]).sum(axis=1))
            weights.append(np.einsum("nk,nks->ns", shares, cloud.weights[near]))
        return self._back(nodes, np.concatenate(depths)), np.concatenate(weights)


def _on_ribs(places: Array, weights: Array, side: str, reach: tuple[float, float]) -> tuple[Array, Array]:
    """Places and weights, as they are where a view from the side shows them on or between ribs."""
    away, deep, own = between_ribs(places[:, (2, 1)], side)
    share = np.clip((reach[1] - away) / (reach[1] - reach[0]), 0.0, 1.0)[:, None]
    there = np.column_stack([deep if side == "right" else -deep, places[:, 1:]])
    return share * there + (1.0 - share) * places, share * own + (1.0 - share) * weights


ARM = ("free_upper_limb", "thumb", "finger", "palm", "forearm", "elbow", "wrist", "hand", "upper_arm", "lateral_elbow", "medial_elbow")
_FEET = [place for place, name in enumerate(SEGMENTS) if name.startswith("foot")]
_ARMS = [place for place, name in enumerate(SEGMENTS) if name.startswith("arm")]


def onto(points: Array, view: ViewName) -> Array:
    """Points (n x 3, body frame, mm) on the sheet (right, down) with their depth towards the viewer."""
    return np.asarray(points @ PROJECTIONS[view].T + (0.0, STATURE, 0.0))


def _nearest(nodes: Array, sheet: Array, count: int, hidden: float) -> tuple[NDArray[np.intp], Array]:
    """The nearest points to each node and their shares, which add up to 1."""
    about = _about(nodes, sheet, count)
    close = sheet[about].astype(np.float32)
    across, down = (nodes[:, None, axis].astype(np.float32) - close[None, :, axis] for axis in (0, 1))
    distance = across * across + down * down
    if hidden:
        # What lies deeper than something else about here counts as farther away: marks and skin lie on what is seen.
        front = np.where(distance < distance.min(axis=1, keepdims=True) + 900.0, close[None, :, 2], -1e9).max(axis=1, keepdims=True)
        distance += (hidden * np.maximum(front - close[None, :, 2], 0.0)) ** 2
    count = min(count, distance.shape[1] - 1)
    near = np.argpartition(distance, count, axis=1)[:, :count]
    there = np.take_along_axis(distance, near, axis=1).astype(float)
    # Shares fall to nothing at the farthest of the points, so that they do not jump from node to node.
    edge = there.max(axis=1, keepdims=True) + 1e-9
    shares = np.maximum(1.0 / (there + 4.0) - 1.0 / (edge + 4.0), 0.0) ** 1.5 + 1e-12
    return about[near], shares / shares.sum(axis=1, keepdims=True)


def _about(nodes: Array, sheet: Array, count: int) -> NDArray[np.intp]:
    """Which points are worth comparing with nodes that lie together."""
    if len(sheet) < FEW:
        return np.arange(len(sheet))
    least, most = nodes.min(axis=0), nodes.max(axis=0)
    reach = REACH
    while True:
        inside = ((sheet[:, :2] > least - reach) & (sheet[:, :2] < most + reach)).all(axis=1)
        if inside.sum() > 4 * count:
            return np.flatnonzero(inside)
        reach *= 2
