"""Muscles and structures as points in space, each with the segments that it goes along with and how much.

A part goes with the segments that ``posing.csv`` names, each the more the nearer its bone is: at its origin and its insertion it
goes with the bone, between them it turns from one to the other where it passes the joint, and where it lies on a third bone, such
as the brim of the pelvis or the chest, it keeps to that.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from app.model.frozen import frozen
from app.pose.bones import BLENDS, clouds, rib_depths, rib_rings, segment_names, sided
from app.pose.skeleton import INDEX, MIRROR, SEGMENTS, SPINE, Array
from app.resources import folders

STATIONS, FIBRES = 11, 7
FINE = (3, 2)
"""How many times finer a grid is made along and across the fibres."""
SOFT = 6.0
"""mm; bones that are nearer than this are as good as touched."""
BEHIND = 20.0
"""mm; ribs that are seen so near to each other may lie one behind the other."""
LEAST = 0.02
"""Segments that have less of a point are let go, and the others have it."""


@frozen
class Cloud:
    """Points (n x 3, mm, body frame) and how much (n x segments, 0..1, rows add up to 1) each goes with every segment."""

    points: Array
    weights: Array

    def mirrored(self) -> Cloud:
        """The same on the other side of the body."""
        return Cloud(self.points * MIRROR, self.weights[:, _others()])


def joined(some: Sequence[Cloud]) -> Cloud:
    """Several clouds as one."""
    return Cloud(np.vstack([one.points for one in some]), np.vstack([one.weights for one in some]))


@cache
def _others() -> list[int]:
    """For each segment the place of its mirror."""
    swapped = {"right": "left", "left": "right"}
    found = []
    for name in SEGMENTS:
        stem, _, side = name.rpartition("_")
        found.append(INDEX[f"{stem}_{swapped[side]}"] if side in swapped else INDEX[name])
    return found


def owned(name: str, side: str) -> Cloud | None:
    """The points of a muscle or structure that has fibre grids, by its id; None of any other. The midline has both sides."""
    keys = owners().get(name)
    if not keys:
        return None
    right = joined([cloud for key in keys for cloud in (part_cloud(key), *_beyond(key))])
    if side == "midline":
        return joined([right, right.mirrored()])
    return right.mirrored() if side == "left" else right


@cache
def owners() -> Mapping[str, tuple[str, ...]]:
    """The parts of each muscle and structure, by its id."""
    found: dict[str, list[str]] = {}
    for row in _table("parts.csv"):
        if row["part"] in _grids():
            found.setdefault(row["owner"], []).append(row["part"])
    return {owner: tuple(dict.fromkeys(parts)) for owner, parts in found.items()}


@cache
def part_cloud(part: str) -> Cloud:
    """A part of the right side as a fine grid of points with their weights."""
    grid = _grids()[part]
    weights = nearness(grid.reshape(-1, 3), segments_of(part)).reshape(*grid.shape[:2], -1)
    fine = _finer(_finer(np.concatenate([grid, weights], axis=2), 0, FINE[0]), 1, FINE[1])
    flat = fine.reshape(-1, fine.shape[2])
    return Cloud(flat[:, :3], flat[:, 3:])


def forget() -> None:
    """Let go of what takes much room and is only needed while drawings are bound; it is made anew when it is asked for."""
    part_cloud.cache_clear()
    _table.cache_clear()


def _finer(values: Array, axis: int, times: int) -> Array:
    count = values.shape[axis]
    places = np.linspace(0, count - 1, (count - 1) * times + 1)
    low = np.minimum(places.astype(int), count - 2)
    share = (places - low).reshape(-1, *([1] * (values.ndim - axis - 1)))
    return np.asarray(values.take(low, axis) * (1 - share) + values.take(low + 1, axis) * share)


def nearness(points: Array, names: Iterable[str]) -> Array:
    """How much (n x segments) points (n x 3, mm) of the right side go with each of some segments: the nearer its bone, the more."""
    found = np.zeros((len(points), len(SEGMENTS)))
    squares = (points * points).sum(axis=1)
    for name in names:
        bone = _bone_points(name)
        distance = ((bone * bone).sum(axis=1) - 2.0 * points @ bone.T).min(axis=1) + squares
        found[:, INDEX[name]] = 1.0 / (distance + SOFT ** 2) ** 2
    found /= found.sum(axis=1, keepdims=True)
    found = np.maximum(found - LEAST, 0.0)
    return np.asarray(found / found.sum(axis=1, keepdims=True))


def between_ribs(nodes: Array, side: str) -> tuple[Array, Array, Array]:
    """Nodes between the ribs, seen from the side (n x (z, y), mm): how far away the nearest rib is as seen (mm), how far they lie from
    the midline (x of the right side, mm), and how much (n x segments) they go with each rib. The last two follow the ribs as drawn.
    """
    found = np.zeros((len(nodes), len(SEGMENTS)))
    rings = rib_rings()
    near = np.stack([((nodes[:, None] - ring[None]) ** 2).sum(axis=2).min(axis=1) for ring in rings.values()], axis=1)
    away = np.sqrt(near.min(axis=1))
    deep = np.stack([rib_depths(number, nodes) for number in rings], axis=1)
    # Of two ribs that are seen one behind the other the outer one counts.
    outer = np.where(near < near.min(axis=1, keepdims=True) + BEHIND ** 2, deep, 0.0).min(axis=1, keepdims=True)
    near += np.maximum(deep - outer, 0.0) ** 2
    shares = 1.0 / (near + SOFT ** 2) ** 2
    shares = np.maximum(shares / shares.sum(axis=1, keepdims=True) - LEAST, 0.0)
    shares /= shares.sum(axis=1, keepdims=True)
    for place, number in enumerate(rings):
        found[:, INDEX[f"rib{number}_{side}"]] = shares[:, place]
    return away, (shares * deep).sum(axis=1), found


@cache
def _bone_points(segment: str) -> Array:
    stem, _, side = segment.rpartition("_")
    if side in ("right", "left"):
        return sided(clouds()[stem], side == "left")
    points = clouds()[segment]
    return np.vstack([points, points * MIRROR])


def _beyond(part: str) -> Iterator[Cloud]:
    """The bones (right side) along which a part is drawn beyond its measured fibres, such as the toes under their tendons."""
    row = _row(part)
    for name in spelt(row["beyond"]) if row else ():
        points = _bone_points(name)
        weights = np.zeros((len(points), len(SEGMENTS)))
        weights[:, INDEX[name]] = 1.0
        yield Cloud(points, weights)


@cache
def segments_of(part: str) -> tuple[str, ...]:
    """The segments that a part of the right side may go along with; of the longest name in ``posing.csv`` that it begins with."""
    row = _row(part)
    return spelt(row["segments"]) if row else SEGMENTS


def _row(part: str) -> Mapping[str, str] | None:
    return max((row for row in _table("posing.csv") if (part + "/").startswith((row["part"] + "/", row["part"] + "_"))),
               key=_length, default=None)


def _length(row: Mapping[str, str]) -> int:
    return len(row["part"])


def spelt(text: str) -> tuple[str, ...]:
    """Segments of the right side from words such as ``sacrum l5-l1 rib4-rib9 thigh``."""
    found: list[str] = []
    for word in text.split():
        first, _, last = word.partition("-")
        if first.startswith("rib"):
            numbers = sorted((int(first[3:]), int((last or first)[3:])))
            found += [f"rib{number}_right" for number in range(numbers[0], numbers[1] + 1)]
        elif last:
            places = sorted((SPINE.index(first), SPINE.index(last)))
            found += SPINE[places[0]:places[1] + 1]
        else:
            found.append(first if first in INDEX else f"{first}_right")
    return tuple(dict.fromkeys(found))


def bone_weights(bone: str, side: str, points: Array) -> Array:
    """How much (n x segments) points (n x 3, mm) of a bone (id without side) go with each segment."""
    segment = segment_names()[bone]
    made = np.zeros((len(points), len(SEGMENTS)))
    if segment == "neck":
        for name, share in BLENDS.get(bone, (("c5", 1.0),)):
            made[:, INDEX[name]] = share
        return made
    if segment.startswith("cartilage"):
        return _cartilage(int(segment.removeprefix("cartilage")), side, points)
    made[:, INDEX[segment if segment in INDEX else f"{segment}_{side}"]] = 1.0
    return made


def _cartilage(number: int, side: str, points: Array) -> Array:
    """A cartilage turns from its rib to the breastbone, the lower ones to that of the rib above."""
    names = [f"rib{number}_right", "sternum", *(f"rib{other}_right" for other in range(max(7, number - 1), number))]
    own = sided(points, side == "left")
    weights = nearness(own, names)
    return weights[:, _others()] if side == "left" else weights


@cache
def skeleton_cloud() -> Cloud:
    """All bones of the right side and the midline as points, thinned out."""
    made = []
    for name, points in clouds().items():
        thin = points[::3]
        weights = np.zeros((len(thin), len(SEGMENTS)))
        weights[:, INDEX[name if name in INDEX else f"{name}_right"]] = 1.0
        made.append(Cloud(thin, weights))
    return joined(made)


@cache
def flesh_cloud() -> Cloud:
    """All muscles of the right side as points, thinned out."""
    return joined([Cloud(cloud.points[::4], cloud.weights[::4]) for part in _grids()
                   if not part.startswith("platysma") for cloud in (part_cloud(part),)])


@cache
def _grids() -> Mapping[str, Array]:
    """All fibre grids of the right side and the midline (stations x fibres x (x, y, z), mm), by part."""
    found: dict[str, Array] = {}
    for row in _table("fibregrid.csv"):
        grid = found.setdefault(_key(row), np.zeros((STATIONS, FIBRES, 3)))
        grid[int(row["station"]), int(row["fibre"])] = [float(row[axis]) for axis in "xyz"]
    corners: dict[str, dict[tuple[str, str], Array]] = {}
    for row in _table("described.csv"):
        corners.setdefault(_key(row), {})[row["end"], row["edge"]] = np.array([float(row[axis]) for axis in "xyz"])
    return found | {key: _spread(patch) for key, patch in corners.items()}


def _key(row: Mapping[str, str]) -> str:
    return f"{row['muscle']}/{row['part']}" if row["part"] else row["muscle"]


def _spread(corner: Mapping[tuple[str, str], Array]) -> Array:
    """A grid between the corners of a patch, bent through its belly where it has one."""
    t, across = np.linspace(0, 1, STATIONS)[:, None, None], np.linspace(0, 1, FIBRES)[None, :, None]
    rows = {end: (1 - across) * corner[end, "first"] + across * corner[end, "last"] for end, edge in corner if edge == "first"}
    straight = (1 - t) * rows["origin"] + t * rows["insertion"]
    if "belly" in rows:
        straight = straight + 4 * t * (1 - t) * (rows["belly"] - (rows["origin"] + rows["insertion"]) / 2)
    return np.asarray(straight)


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    with (folders().data / "body" / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))

