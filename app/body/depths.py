"""Parts that pass over a neighbour in one place and under it in another, which one rank for the whole cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from app.body.frame import mirrored, project
from app.body.tables import table
from app.model.anatomy import ViewName

BEYOND = 4000.0
"""mm; farther than any sheet is wide."""

NEARER = 0.3
"""How far above the neighbour a part is ranked where it passes over it; less than the step to the next part."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What of a part lies at one depth: its area on the sheet (mm), and the part that it passes over, if any."""

    over: str
    area: BaseGeometry

    def rank(self, own: float, ranks: Mapping[str, float]) -> float:
        """How near it is (a rank without units, higher is nearer), where `own` is the rank of the whole part."""
        return ranks[self.over] + NEARER if self.over else own


def stretches(part: str, area: BaseGeometry, view: ViewName, left: bool) -> list[Stretch]:
    """The stretches of a part (of the left side when `left`); a single one where the table says nothing."""
    found = []
    for row in table("depths.csv"):
        if row["part"] == part and row["view"] == view:
            half = _half(row, view, left)
            found.append(Stretch(row["over"], area.intersection(half)))
            area = area.difference(half)
    return [stretch for stretch in (Stretch("", area), *found) if not stretch.area.is_empty]


def _half(row: dict[str, str], view: ViewName, left: bool) -> BaseGeometry:
    """The half of the sheet to the left of the way from a row's first point to its second, on the right side of the body.

    From the side, a row's x stands for z.
    """
    frontal = view in ("front", "back")
    first, second = (np.array([float(row[f"x{end}"]), float(row[f"y{end}"])]) for end in (1, 2))
    along = (second - first) / np.linalg.norm(second - first) * BEYOND
    inward = np.array([-along[1], along[0]])
    corners = np.array([first - along, first + along, first + along + inward, first - along + inward])
    corners = np.insert(corners, 2 if frontal else 0, 0.0, axis=1)[:, [0, 1, 2] if frontal else [0, 2, 1]]
    return shapely.Polygon(project(mirrored(corners) if left else corners, view)[:, :2])
