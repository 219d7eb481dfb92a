"""Muscles that continue each other: the narrow gaps that measuring them one by one has left are closed."""

from __future__ import annotations

from typing import Protocol

import shapely
from shapely.geometry.base import BaseGeometry

CONTINUOUS = (
    ("upper_trapezius", "middle_trapezius", "lower_trapezius"),
    ("anterior_deltoid", "middle_deltoid", "posterior_deltoid"),
)

REACH = 4.0
"""mm on either side."""


class HasArea(Protocol):
    """Something with an outline on the sheet (mm)."""

    area: BaseGeometry


def closed_seams(things: dict[str, HasArea]) -> None:
    """Give each gap between continuous muscles to its neighbours."""
    for names in CONTINUOUS:
        for side in ("right", "left"):
            row = [things[f"{name}-{side}"] for name in names if f"{name}-{side}" in things]
            if len(row) > 1:
                _close(row)


def _close(row: list[HasArea]) -> None:
    together = shapely.union_all([thing.area for thing in row])
    gaps = together.buffer(REACH, join_style="mitre").buffer(-REACH, join_style="mitre").difference(together)
    for thing in row:
        near = gaps.intersection(thing.area.buffer(2 * REACH))
        thing.area = thing.area.union(near.buffer(0.3)).buffer(0.3).buffer(-1.3).buffer(1.0)
