"""Muscles by patterns: what each pattern claims of each muscle, and which muscles tell the patterns apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import MuscleState
from app.model.reference import BodySide, Ref
from app.reason.muscles import muscle_rows
from app.state.state import State

OPPOSED, ONE_SIDED, ALIKE = 1.0, 0.5, 0.0
"""How far two patterns differ in a muscle: tight in one and weak in the other; claimed by one only; the same."""


@frozen
class MatrixRow:
    """A muscle, on one side where the sides differ, with its state in each pattern.

    `apart` (0..1) is how well it tells the patterns apart: the mean over all pairs of patterns of how far they differ.
    """

    muscle: str
    side: BodySide | None
    cells: tuple[MuscleState, ...]
    apart: float


@frozen
class Matrix:
    """The patterns as columns and the muscles as rows, those first that tell the patterns apart."""

    patterns: tuple[Ref, ...]
    rows: tuple[MatrixRow, ...]


def matrix(atlas: Atlas, patterns: Iterable[Ref]) -> Matrix:
    """What some patterns claim, each with its side; rows that tell equally much keep the order of the content."""
    columns = tuple(patterns)
    states: dict[str, dict[BodySide, dict[int, MuscleState]]] = {}
    for place, ref in enumerate(columns):
        for row in muscle_rows(atlas, State(patterns=(ref,))):
            states.setdefault(row.muscle, {}).setdefault(row.side, {})[place] = row.state
    found = [row for muscle in atlas.muscles if muscle in states for row in _rows(muscle, states[muscle], len(columns))]
    return Matrix(columns, tuple(sorted(found, key=_by_apart)))


def _rows(muscle: str, sides: dict[BodySide, dict[int, MuscleState]], columns: int) -> Iterable[MatrixRow]:
    """One row where both sides are alike, else one for each side of which anything is claimed."""
    cells = {side: tuple(found.get(place, "neutral") for place in range(columns)) for side, found in sides.items()}
    if len(cells) == 2 and cells["right"] == cells["left"]:
        yield MatrixRow(muscle, None, cells["right"], _apart(cells["right"]))
        return
    for side, row in cells.items():
        yield MatrixRow(muscle, None if side == "midline" else side, row, _apart(row))


def _apart(cells: tuple[MuscleState, ...]) -> float:
    pairs = [_differ(*pair) for pair in combinations(cells, 2)]
    return round(sum(pairs) / len(pairs), 4) if pairs else 0.0


def _differ(one: MuscleState, other: MuscleState) -> float:
    if one == other:
        return ALIKE
    return ONE_SIDED if "neutral" in (one, other) else OPPOSED


def _by_apart(row: MatrixRow) -> float:
    return -row.apart
