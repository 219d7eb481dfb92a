"""The skin from the side where the hand hangs before the thigh: in a posture the two move apart.

As it is drawn, the outline of the skin runs round the hand and not behind it. Here it is closed along the flesh of trunk and leg; the
hand is then as faint as the rest of the arm.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.model.anatomy import ViewName
from app.pose.binding import onto
from app.pose.flesh import Cloud, flesh_cloud, joined, skeleton_cloud
from app.pose.skeleton import SEGMENTS, Array

FORWARD: dict[ViewName, float] = {"right": 1.0, "left": -1.0}
"""Which way forward is, along the sheet."""
REACH = 22.0
"""Skin that is nearer to the flesh of the arm than to any other, and at most so far from it, is that of the arm, mm."""
STEP = 12.0
"""The new border has a corner every so many mm of height."""
THICK = 9.0
"""It is nowhere nearer to the flesh, mm."""
FEWEST = 4
MOVE, LINE, REST_OF_CURVE = 0, 1, 3
"""Kinds of elements, as Qt counts them."""

Elements = tuple[NDArray[np.int32], Array]
"""Kinds (n) and nodes (n x 2, mm) of a path."""


def without_hand(view: ViewName, kinds: NDArray[np.int32], nodes: Array) -> Elements | None:
    """The outline of the skin (mm) closed behind the hand; None where it does not run round one."""
    forward = FORWARD.get(view)
    if forward is None or len(kinds) < FEWEST or (kinds == MOVE).sum() != 1:
        return None
    arm, trunk = _clouds(view)
    ends = np.array([place for place in range(len(kinds)) if place + 1 == len(kinds) or kinds[place + 1] != REST_OF_CURVE])
    own = _nearest(nodes[ends], arm) < np.minimum(_nearest(nodes[ends], trunk), REACH)
    run = _run(own) if FEWEST <= own.sum() < len(own) - FEWEST else None
    if run is None:
        return None
    begin, end = run
    rest = _elements(ends, kinds, nodes, end + 1, (begin - 1 - (end + 1)) % len(ends))
    border = _border(trunk, rest[1][-1], rest[1][0], forward)
    return np.concatenate([rest[0], np.full(len(border), LINE)]).astype(np.int32), np.vstack([rest[1], border])


def _run(own: NDArray[np.bool_]) -> tuple[int, int] | None:
    """First and last place (counted round) of the only run of the arm's places; None where there are several."""
    turns = np.flatnonzero(own != np.roll(own, 1))
    if len(turns) != 2:
        return None
    begin = next(int(place) for place in turns if own[place])
    end = next(int(place) for place in turns if not own[place])
    return begin, end - 1 if end > begin else end - 1 + len(own)


def _elements(ends: NDArray[np.intp], kinds: NDArray[np.int32], nodes: Array, start: int, count: int) -> Elements:
    """The stretch of a closed path from the end of one of its pieces on, over so many pieces more."""
    total = len(ends)
    places = [int(ends[start % total])]
    for step in range(1, count + 1):
        piece = (start + step) % total
        before = int(ends[piece - 1]) if piece else -1
        # The first piece only says where the path begins, which is where it ends.
        places += range(before + 1, int(ends[piece]) + 1) if piece else ()
    made = kinds[places].copy()
    made[0] = MOVE
    return made, nodes[places]


def _border(flesh: Array, start: Array, end: Array, forward: float) -> Array:
    """Corners (n x 2, mm) along the border of flesh from one height to another, both left out; then the end."""
    heights = np.linspace(start[1], end[1], max(2, int(abs(end[1] - start[1]) / STEP)) + 1)[1:-1]
    edges = np.array([_edge(flesh, y, forward) for y in (start[1], *heights, end[1])])
    # As far from the flesh as the skin is at both ends.
    share = (heights - start[1]) / (end[1] - start[1])
    away = (1 - share) * (start[0] - edges[0]) + share * (end[0] - edges[-1])
    away = forward * np.maximum(forward * away, THICK)
    return np.vstack([np.column_stack([edges[1:-1] + away, heights]), end])


def _edge(flesh: Array, height: float, forward: float) -> float:
    """How far forward flesh reaches about a height, along the sheet, mm."""
    near = flesh[np.abs(flesh[:, 1] - height) < STEP, 0]
    return forward * float((forward * near).max()) if len(near) else 0.0


def _nearest(nodes: Array, flesh: Array) -> Array:
    return np.asarray(np.sqrt(((nodes[:, None] - flesh[None]) ** 2).sum(axis=2).min(axis=1)))


def _clouds(view: ViewName) -> tuple[Array, Array]:
    """The flesh of the near arm and all other (n x 2, sheet, mm)."""
    cloud: Cloud = joined([flesh_cloud(), skeleton_cloud()])
    arm = cloud.weights[:, [place for place, name in enumerate(SEGMENTS) if name.startswith("arm")]].sum(axis=1) > 0.5
    points = onto((cloud if view == "right" else cloud.mirrored()).points, view)[:, :2]
    return points[arm], points[~arm]
