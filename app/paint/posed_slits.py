"""The skin from the front and from behind where thighs touch each other and arms touch the chest: in a posture they may part.

As it is drawn, the outline of the skin runs up between them only as far as one sees between them. Here it goes on up to crotch and
armpits, there and back along the same line, which opens when the limb moves away.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.model.anatomy import ViewName
from app.paint.posed_skin import FEWEST, LINE, MOVE, REST_OF_CURVE, Elements
from app.pose.apart import ARMPIT, CROTCH, is_arm
from app.pose.skeleton import Array

STEP = 12.0
"""The lines have a corner every so many mm of height."""
HALF = 0.8
"""Half of what the two lines are apart, mm."""
WIDE = 40.0
"""The border between arm and chest is looked for so far to both sides of where it was, mm."""
LEGS = (950.0, 1400.0)
ARMS = (500.0, 720.0)
"""Between these heights on the sheet (mm from the top) the outline turns back between thighs, and between arm and chest."""


def with_slits(view: ViewName, kinds: NDArray[np.int32], nodes: Array) -> Elements | None:
    """The outline of the skin with slits up to crotch and armpits; None where it has no such turns."""
    if view not in ("front", "back") or (kinds == MOVE).sum() != 1 or len(kinds) < FEWEST:
        return None
    ends = np.array([place for place in range(len(kinds)) if place + 1 == len(kinds) or kinds[place + 1] != REST_OF_CURVE])
    slits = {}
    for least, most, heights, top in ((-30.0, 30.0, LEGS, CROTCH), (-230.0, -120.0, ARMS, ARMPIT), (120.0, 230.0, ARMS, ARMPIT)):
        place = _turn(nodes, ends, (least, most), heights)
        if place is not None:
            slits[place] = _slit(view, nodes[ends[place]], nodes[ends[place - 1]], top)
    if not slits:
        return None
    pieces, types, start, nodes = [], [], 0, nodes.copy()
    for place in sorted(slits):
        stop = int(ends[place]) + 1
        # The curve before comes to one side of the slit, the one behind begins on the other.
        nodes[stop - 1] = slits[place][0]
        for control, corner in ((stop - 2, 0), (stop, -1)):
            if kinds[stop - 1 if corner == 0 else stop] != LINE:
                nodes[control] = slits[place][corner]
        pieces += [nodes[start:stop], slits[place]]
        types += [kinds[start:stop], np.full(len(slits[place]), LINE)]
        start = stop
    return np.concatenate([*types, kinds[start:]]).astype(np.int32), np.vstack([*pieces, nodes[start:]])


def _turn(nodes: Array, ends: NDArray[np.intp], across: tuple[float, float], heights: tuple[float, float]) -> int | None:
    """Which of the ends is the highest where the outline turns back within a box of the sheet (mm); None if it does not."""
    at = nodes[ends]
    inside = (at[:, 0] > across[0]) & (at[:, 0] < across[1]) & (at[:, 1] > heights[0]) & (at[:, 1] < heights[1])
    if not inside.any():
        return None
    place = int(np.flatnonzero(inside)[at[inside, 1].argmin()])
    around = at[[place - 1, (place + 1) % len(ends)], 1]
    return place if 0 < place < len(ends) - 1 and (around > at[place, 1]).all() else None


def _slit(view: ViewName, turn: Array, before: Array, top: tuple[float, float]) -> Array:
    """Corners from a turn up to a height (mm on the sheet) and back; the outline comes from `before`."""
    heights = np.linspace(turn[1], top[0], max(2, int((turn[1] - top[0]) / STEP)) + 1)
    middle = np.zeros(len(heights)) if top is CROTCH else _border(view, float(turn[0]), heights)
    side = HALF * float(np.sign(before[0] - turn[0]) or 1.0)
    up = np.column_stack([middle + side, heights])
    down = np.column_stack([middle - side, heights])[::-1]
    return np.vstack([up[:-1], (up[-1:] + down[:1]) / 2, down[1:]])


def _border(view: ViewName, start: float, heights: Array) -> Array:
    """Where (mm across) at each height the flesh of the arm is as near as that of the chest."""
    found = []
    for height in heights.tolist():
        across = start + np.arange(-WIDE, WIDE + 1)
        arm = is_arm(view, np.column_stack([across, np.full(len(across), height)]))
        edges = across[1:][arm[1:] != arm[:-1]]
        start = float(edges[np.abs(edges - start).argmin()]) - 0.5 if len(edges) else start
        found.append(start)
    return np.array(found)
