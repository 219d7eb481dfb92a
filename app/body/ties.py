"""The tie of each drawn node to its fibre grid, by which a later posture can move it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.body.frame import project
from app.body.scene import Thing
from app.body.tables import Array
from app.model.anatomy import ViewName


@dataclass(frozen=True, slots=True)
class Tie:
    """A node in the coordinates of a grid: its part, station and fibre (0..1 along and across), and the offset (mm)."""

    part: str
    station: float
    fibre: float
    right: float
    down: float


def ties(thing: Thing, nodes: Sequence[tuple[float, float]], view: ViewName) -> list[Tie]:
    """For each node of a thing's drawing (sheet, mm) the nearest grid point of its pieces; none for a bone or fascia."""
    pieces = [(piece.part, project(piece.grid, view)[..., :2]) for piece in thing.pieces if piece.grid is not None]
    return [min((_tie(part, sheet, np.array(node)) for part, sheet in pieces), key=_distance) for node in nodes if pieces]


def _tie(part: str, sheet: Array, node: Array) -> Tie:
    offsets = node - sheet
    station, fibre = np.unravel_index(int(np.argmin((offsets ** 2).sum(axis=-1))), sheet.shape[:2])
    right, down = offsets[station, fibre]
    return Tie(part, float(station) / (len(sheet) - 1), float(fibre) / (sheet.shape[1] - 1), float(right), float(down))


def _distance(tie: Tie) -> float:
    return float(np.hypot(tie.right, tie.down))
