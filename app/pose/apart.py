"""What skin lies next to on the sheet but does not go with: the other thigh, the chest beside an arm, the hip beside a hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.model.anatomy import ViewName
from app.pose.flesh import flesh_cloud, joined, skeleton_cloud
from app.pose.skeleton import SEGMENTS, Array

ARMS = [place for place, name in enumerate(SEGMENTS) if name.startswith("arm")]
ARMPIT, CROTCH = (445.0, 500.0), (905.0, 960.0)
"""From the first to the second height (mm from the top of the sheet) limbs part more and more."""
ALONG = 10
"""So many nodes before and behind each tell whether it is of an arm."""
THIN = 3
"""One point of flesh in so many is enough to tell the arm from the rest."""
BLOCK = 64
"""Nodes that are compared with all points at once."""


def is_arm(view: ViewName, nodes: Array) -> NDArray[np.bool_]:
    """Whether nodes (n x 2, mm) on the sheet of the front or the back lie nearer to flesh of an arm than to any other."""
    arm, body = _flesh(view)
    return np.concatenate([_nearest(some, arm) < _nearest(some, body) for some in np.array_split(nodes, len(nodes) // BLOCK + 1)])


def own_flesh(view: ViewName, nodes: Array, sheet: Array, weights: Array) -> Iterator[tuple[Array, NDArray[np.bool_]]]:
    """For skin on the sheet of the front or the back, one after the other: how much of each node (n, 0..1) goes only with some points,
    and with which. The points are told by where they lie (on the sheet, mm) and by their weights (m x segments).
    """
    arm, point_arm = _settled(is_arm(view, nodes)), weights[:, ARMS].sum(axis=1) > 0.5
    parted, split = (np.clip((nodes[:, 1] - first) / (last - first), 0.0, 1.0) for first, last in (ARMPIT, CROTCH))
    yield np.where(arm, 0.0, parted), ~point_arm
    for side in (-1.0, 1.0):
        here, there = nodes[:, 0] * side > 0, sheet[:, 0] * side > 0
        yield np.where(arm & here, parted, 0.0), point_arm & there
        yield np.where(~arm & here, split, 0.0), ~point_arm & there


def _settled(kind: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What most neighbours along the outline are: where a hand hangs beside the hip, single nodes are nearer to the other."""
    ends = np.pad(kind.astype(float), ALONG, mode="wrap" if len(kind) > ALONG else "edge")
    return np.asarray(np.convolve(ends, np.ones(2 * ALONG + 1), mode="valid") > ALONG + 0.5)


@cache
def _flesh(view: ViewName) -> tuple[Array, Array]:
    """The flesh of both arms and all other (n x 2, sheet, mm)."""
    right = joined([flesh_cloud(), skeleton_cloud()])
    cloud = joined([right, right.mirrored()])
    points = np.column_stack([cloud.points[:, 0] * (1.0 if view == "front" else -1.0), 1750.0 - cloud.points[:, 1]])
    arm = cloud.weights[:, ARMS].sum(axis=1) > 0.5
    return points[arm][::THIN], points[~arm][::THIN]


def _nearest(nodes: Array, flesh: Array) -> Array:
    # Without the squares of the nodes, which are the same for both that are compared.
    return np.asarray(((flesh * flesh).sum(axis=1) - 2.0 * nodes @ flesh.T).min(axis=1))
