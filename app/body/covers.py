"""How much of each muscle others hide in each view, and which.

Measured on the composed scenes, so it tells what the diagrams show.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from app.body.bones import slug
from app.body.nearness import ARM_X
from app.body.scene import Piece, Thing, scene
from app.body.tables import bones
from app.model.anatomy import ViewName
from app.resources import folders, write_atomically

VIEWS: tuple[ViewName, ...] = ("front", "back", "right")
"""The right view stands for the left, its mirror."""

WORTH_NAMING = 0.12
"""Of a muscle's outline: what hides less is not named."""

MUCH = 0.5
"""Of a muscle's outline: a bone that hides more is named beside the muscles."""

MOST = 3
"""So many are named."""

BONE_WEIGHT = 3.0
"""Nothing is reached through a bone: it counts like so many muscles."""

ELBOW_REACH = 1250.0
"""mm; muscles of the shoulder end above it, those of the arm below."""

SHEETS = ("thoracolumbar_fascia", "linea_alba")
"""What is drawn without fibres of its own and yet hides; of other structures only those with measured fibres do."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """How a muscle fares in a view: the share 0..1 of its outline that others hide, how many lie over it on average
    (a bone counts `BONE_WEIGHT`), and the ids of those that hide most, the greatest first.
    """

    muscle: str
    view: ViewName
    share: float
    layers: float
    by: tuple[str, ...]


def hidden_in(view: ViewName, things: Sequence[Thing]) -> Iterator[Hidden]:
    """How the muscles of the right side and the midline are hidden in a view; `things` are its scene."""
    hiding = [thing for thing in things if _hides(thing)]
    arm = {thing.id for thing in things if _of_the_arm(thing)} if view in ("right", "left") else set()
    for thing in filter(_wanted, things):
        # From the side the arm is faded, so that the trunk is seen through it.
        others = [one for one in hiding if one is not thing and (one.id not in arm or thing.id in arm)]
        yield _hidden(view, thing, others)


def write_table() -> None:
    """Write ``data/body/covers.csv``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["muscle", "view", "share", "layers", "by"])
    found = [one for view in VIEWS for one in hidden_in(view, scene(view))]
    writer.writerows([one.muscle, one.view, f"{one.share:.2f}", f"{one.layers:.2f}", " ".join(one.by)]
                     for one in sorted(found, key=lambda one: one.muscle))
    write_atomically(folders().data / "body" / "covers.csv", text.getvalue().encode())


def _wanted(thing: Thing) -> bool:
    name, _, side = thing.id.rpartition("-")
    return side != "left" and (thing.kind == "muscle" or name == "iliotibial_band") and thing.area.area > 1


def _hides(thing: Thing) -> bool:
    return thing.kind != "structure" or thing.id.startswith(SHEETS) or any(piece.grid is not None for piece in thing.pieces)


def _of_the_arm(thing: Thing) -> bool:
    if thing.kind == "bone":
        return thing.id in {f"{slug(bone.name)}-{side}" for bone in bones() if bone.x_side < ARM_X for side in ("right", "left")}
    grids = [piece.grid for piece in thing.pieces if piece.grid is not None]
    return any(abs(grid[..., 0]).mean() > -ARM_X and grid[..., 1].min() < ELBOW_REACH for grid in grids)


def _hidden(view: ViewName, thing: Thing, others: Sequence[Thing]) -> Hidden:
    overs = [(other, over) for other in others if other.area.intersects(thing.area)
             and (over := _over(thing, other)).area > 0]
    shares: dict[tuple[bool, str], float] = {}
    for other, over in overs:
        key = other.kind == "bone", other.id.rpartition("-")[0]
        shares[key] = shares.get(key, 0.0) + over.area / thing.area.area
    share = shapely.union_all([over for _, over in overs]).area / thing.area.area
    layers = sum(found * (BONE_WEIGHT if bone else 1.0) for (bone, _), found in shares.items())
    return Hidden(thing.id.rpartition("-")[0], view, min(share, 1.0), layers, _named(shares))


def _named(shares: dict[tuple[bool, str], float]) -> tuple[str, ...]:
    """Those that hide most; bones (True) only where they hide much or nothing else does."""
    worth = [key for key in shares if shares[key] >= WORTH_NAMING]
    named = [key for key in worth if not key[0] or shares[key] > MUCH] or worth
    return tuple(name for _, name in sorted(named, key=lambda key: -shares[key])[:MOST])


def _over(thing: Thing, other: Thing) -> BaseGeometry:
    """What of a thing lies under nearer pieces of another."""
    return shapely.union_all([_under(piece, other.pieces) for piece in thing.pieces]).intersection(thing.area)


def _under(piece: Piece, others: Sequence[Piece]) -> BaseGeometry:
    """What of a piece lies under nearer ones."""
    nearer = [other.area for other in others if other.rank > piece.rank]
    return piece.area.intersection(shapely.union_all(nearer)) if nearer else shapely.Polygon()
