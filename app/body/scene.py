"""Everything that a view shows, as areas on the sheet: muscles, structures and bones with their rank in depth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_areas
from app.body.contour import solid
from app.body.face import face_areas
from app.body.fascia import linea_alba, lumbar_fascia, lumbar_lines, slip_area
from app.body.frame import STATURE, mirrored, project
from app.body.grid import fine, pulled_in, reaching
from app.body.seams import closed_seams
from app.body.silhouette import calmed, silhouette
from app.body.skin import skin_polygon
from app.body.tables import Array, Part, paint_order, parts, slips
from app.model.knowledge import ViewName
from app.model.reference import BodySide

WRAPPING = ("intercostals", "transversus_abdominis", "serratus_anterior", "internal_oblique", "external_oblique")
"""Sheets that go round the trunk, from within: their near and their far half lie at different depths."""

TRUNK_AXIS_Z = -5.0
"""mm; where such a sheet is divided."""

CHEST_WALL: dict[ViewName, str] = {
    "front": "bone:Vertebra T5", "back": "bone:First rib", "right": "bone:Vertebra T5", "left": "bone:Vertebra T5"}
"""The far wall of the chest in each view."""

LAYER_ORDER = ("bone", "deep", "intermediate", "superficial")
SAME_DEPTH = {"quadratus_plantae": "flexor_digitorum_brevis"}
"""Whose rank a part takes that was not measured."""

INSIDE_SKIN = -0.3
FACE_RANK = 10_000.0
"""Nothing lies before the muscles of the face."""

Kind = Literal["muscle", "structure", "bone"]


@dataclass(slots=True)
class Piece:
    """A measured part on one side: what it covers, how near it is (higher is nearer), and its fibre grid (mm)."""

    part: str
    rank: float
    area: BaseGeometry
    grid: Array | None = None
    pale: bool = False
    form: BaseGeometry | None = None
    """The whole shape of which `area` is a part, for its light and shade."""
    lines: str = ""
    """Path data of lines that no grid gives."""


@dataclass(slots=True)
class Thing:
    """A muscle, a structure or a bone of one side in one view. `area` is its whole outline (sheet, mm)."""

    id: str
    kind: Kind
    layer: str
    pieces: list[Piece] = field(default_factory=list)
    area: BaseGeometry = field(default_factory=shapely.Polygon)

    @property
    def rank(self) -> float:
        """How near its nearest piece is."""
        return max(piece.rank for piece in self.pieces)

    @property
    def place(self) -> tuple[int, float, str]:
        """Its place in the document."""
        return LAYER_ORDER.index(self.layer), self.rank, self.id


def scene(view: ViewName) -> list[Thing]:
    """All things of a view in document order: bones, then the layers from deep to superficial."""
    ranks = {name: float(rank) for rank, name in enumerate(paint_order(view))}
    things: dict[str, Thing] = {}
    for part in parts():
        for side in near_sides(view):
            _add_part(things, part, side, view, ranks)
    muscles = [thing for thing in things.values() if thing.pieces]
    for thing in muscles:
        thing.area = _joined(thing.pieces)
    closed_seams({thing.id: thing for thing in muscles})
    muscles += _fascia({thing.id: thing for thing in muscles}, view)
    return sorted([*_bones(view, ranks), *muscles], key=lambda thing: thing.place)


def near_sides(view: ViewName) -> tuple[BodySide, ...]:
    """The sides of the body that a view shows: both from the front and from behind, else the one that is near."""
    sides: dict[ViewName, tuple[BodySide, ...]] = {"right": ("right",), "left": ("left",)}
    return sides.get(view, ("right", "left"))


def _joined(pieces: list[Piece]) -> BaseGeometry:
    """One area of all pieces, the notches between heads filled, the gaps between slips not."""
    heads = [piece.area for piece in pieces if not piece.pale]
    slips = [piece.area for piece in pieces if piece.pale]
    return shapely.union_all([calmed(shapely.union_all(heads)) if len(heads) > 1 else heads[0], *slips])


def _add_part(things: dict[str, Thing], part: Part, side: BodySide, view: ViewName, ranks: dict[str, float]) -> None:
    name = f"{part.owner}-{'midline' if part.side == 'midline' else side}"
    thing = things.setdefault(name, Thing(name, part.kind, part.layer))
    muscle, _, piece = part.grid.partition("/")
    grid = pulled_in(fine(reaching((muscle, piece))))
    if side == "left":
        grid = mirrored(grid)
    rank = _rank(part.grid, view, ranks)
    if part.grid in slips():
        height, ends = slips()[part.grid]
        if side == "left":
            ends = mirrored(ends)
        grid = grid[:max(int((grid[..., 1].mean(axis=1) > height).sum()), 5)]
        thing.pieces.append(Piece(f"{part.grid}/slips", rank, _kept(slip_area(grid, ends, view), part, view, side), None, True))
    if muscle in WRAPPING and view in ("front", "back"):
        thing.pieces += _halves(part, grid, view, ranks, side)
        return
    form = silhouette(grid, view)
    area = _kept(form, part, view, side)
    if not area.is_empty:
        divided = part.y_min > 0 or part.y_max < STATURE
        thing.pieces.append(Piece(part.grid, rank, area, grid, form=form if divided else None))


def _rank(part: str, view: ViewName, ranks: dict[str, float]) -> float:
    """The measured rank, but the rectus before its sheath, as plates show it."""
    if part == "rectus_abdominis" and view == "front":
        return max(rank for name, rank in ranks.items() if name.startswith(("external_oblique", "internal_oblique"))) + 0.5
    return ranks.get(SAME_DEPTH.get(part, part), 0.0)


def _halves(part: Part, grid: Array, view: ViewName, ranks: dict[str, float], side: BodySide) -> list[Piece]:
    """The near and the far half of a sheet that goes round the trunk."""
    toward = project(grid, view)[..., 2]
    axis = TRUNK_AXIS_Z if view == "front" else -TRUNK_AXIS_Z
    ribs = [rank for name, rank in ranks.items() if name.endswith("rib") and "cartilage" not in name]
    found = []
    for near in (False, True):
        half = silhouette(grid, view, toward > axis if near else toward <= axis)
        area = _kept(half, part, view, side)
        if area.area > 1:
            rank = ranks.get(part.grid, 0.0)
            limit = max(ribs) + WRAPPING.index(part.owner) / 10 + 0.1 if near else ranks[CHEST_WALL[view]] - 1
            found.append(Piece(part.grid, max(rank, limit) if near else min(rank, limit), area, grid))
    return found


def _kept(area: BaseGeometry, part: Part, view: ViewName, side: BodySide) -> BaseGeometry:
    """What of an area lies inside the skin, on its side, and between the heights that the part has."""
    left, right = -1000.0, 1000.0
    if part.side == "paired" and view in ("front", "back"):
        on_sheet_left = (side == "right") == (view == "front")
        left, right = (-1000.0, 0.0) if on_sheet_left else (0.0, 1000.0)
    band = shapely.box(left, STATURE - min(part.y_max, 3000), right, STATURE - max(part.y_min, -1000))
    inside = skin_polygon(view).buffer(INSIDE_SKIN)
    return solid(area.intersection(inside).intersection(band))


def _fascia(things: dict[str, Thing], view: ViewName) -> list[Thing]:
    """The sheets of fascia that a view shows between the muscles."""
    face: list[Thing] = []
    if view == "front":
        recti = [thing for name, thing in things.items() if name.startswith("rectus_abdominis")]
        area, name, rank = linea_alba([thing.area for thing in recti]), "linea_alba-midline", recti[0].rank - 0.1
        face = [Thing(name, "structure", "superficial", [Piece(name, FACE_RANK + number, area, None, pale, None, lines)], area)
                for number, (name, area, pale, lines) in enumerate(face_areas())]
    elif view == "back":
        area, name, rank = lumbar_fascia(), "thoracolumbar_fascia-midline", things["latissimus_dorsi-right"].rank + 0.1
    else:
        return []
    strands = lumbar_lines(area) if view == "back" else ""
    layer = "intermediate" if view == "front" else "superficial"
    return [Thing(name, "structure", layer, [Piece(name, rank, area, None, True, None, strands)], area), *face]


def _bones(view: ViewName, ranks: dict[str, float]) -> list[Thing]:
    found = []
    for number, (name, group, area) in enumerate(bone_areas(view)):
        rank = ranks.get(f"bone:{group}", 0.0) + number / 1000
        found.append(Thing(name, "bone", "bone", [Piece(name, rank, area)], area))
    return found
