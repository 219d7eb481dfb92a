"""How near each measured part is in a view: the measured order, mended where plates show it otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from app.body.tables import Part, neighbours
from app.model.anatomy import ViewName

FACE_RANK = 10_000.0
"""Nothing lies before the muscles of the face."""

OVER_SERRATUS = ("lower_trapezius", "middle_trapezius", "upper_trapezius", "bone:Clavicle")
"""From the side one place in depth holds for the whole serratus, whose top lies under these, farthest first."""

ON_BONE = {"teres_major": "bone:Scapula", "teres_major/angle": "bone:Scapula", "abductor_hallucis": "bone:foot"}
"""What lies upon a bone from behind, whatever is measured: it begins on the side that is seen."""

ON_OBLIQUES = {"pectoralis_major/abdominal": 0.4, "rectus_abdominis": 0.5}
"""What lies upon the oblique muscles from the front, and how many ranks nearer."""

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth")

Ranks = Mapping[str, float]
"""The measured places of grids and of ``bone:GROUP``, farthest 0."""


def rank_of(part: Part, view: ViewName, ranks: Ranks) -> float:
    """How near a part is: a rank without units, higher is nearer."""
    if view in ("front", "back"):
        return _upright(part.grid, view, ranks)
    return _sideways(part, ranks)


def ribs(ranks: Ranks) -> list[float]:
    """How near all ribs are, as ranks without units."""
    return [rank for name, rank in ranks.items() if name.endswith("rib") and "cartilage" not in name]


def _upright(grid: str, view: ViewName, ranks: Ranks) -> float:
    """The measured rank, but the rectus before its sheath, from which a part of pectoralis comes, and what begins on the back of a bone."""
    if view == "back" and grid in ON_BONE:
        return ranks[ON_BONE[grid]] + 0.5
    if view == "front" and grid in ON_OBLIQUES:
        oblique = max(rank for name, rank in ranks.items() if name.startswith(("external_oblique", "internal_oblique")))
        return oblique + ON_OBLIQUES[grid]
    return _measured(grid, ranks)


def _measured(grid: str, ranks: Ranks) -> float:
    """The measured rank, or that of the neighbour or of the whole of a part that was not measured."""
    beside, step = neighbours().get(grid, (grid if grid in ranks else grid.partition("/")[0], 0.0))
    return ranks.get(beside, 0.0) + step


def _sideways(part: Part, ranks: Ranks) -> float:
    """The measured rank, but intercostals behind both their ribs, the external oblique before all ribs, the tensor on its band."""
    if part.owner == "intercostals":
        above = int(part.grid.rpartition("_")[2])
        return min(ranks[f"bone:{ORDINALS[rib]} rib"] for rib in (above - 1, above)) - 0.1
    if part.owner == "diaphragm":
        return min(ribs(ranks)) - 0.5
    if part.owner == "external_oblique":
        return max(*ribs(ranks), *(rank for name, rank in ranks.items() if "Costal cartilage" in name)) + 0.5
    if part.owner in OVER_SERRATUS:
        return _over_serratus(part.owner, ranks)
    if part.owner == "tensor_fasciae_latae":
        return ranks["iliotibial_band"] + 0.5
    return _measured(part.grid, ranks)


def bone_rank(group: str, view: ViewName, ranks: Ranks) -> float:
    """How near a group of bones is: a rank without units, higher is nearer."""
    name = f"bone:{group}"
    if group == "Patella" and view in ("right", "left"):
        # It is measured by its middle, which lies far from the near side; but only its ligament passes before it.
        return ranks["vastus_lateralis"] + 0.5
    return ranks.get(name, 0.0) if view in ("front", "back") or name not in OVER_SERRATUS else _over_serratus(name, ranks)


def _over_serratus(name: str, ranks: Ranks) -> float:
    return ranks["serratus_anterior"] + 0.1 + OVER_SERRATUS.index(name) / 10
