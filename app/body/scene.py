"""Everything that a view shows, as areas on the sheet: muscles, structures and bones with their rank in depth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from app.body.arm import opacity
from app.body.bones import bone_areas
from app.body.contour import solid
from app.body.depths import stretches
from app.body.face import face_areas
from app.body.fascia import (
    between_cartilages,
    linea_alba,
    lowest_intersection,
    lumbar_fascia,
    lumbar_lines,
    slip_area,
    tapered,
)
from app.body.frame import STATURE, mirrored, near_sides, project
from app.body.grid import fine, pulled_in, reaching, slimmed
from app.body.inner import Form, inner_forms
from app.body.ranks import FACE_RANK, bone_rank, rank_of, ribs
from app.body.seams import closed_seams
from app.body.sideform import side_form
from app.body.sidework import side_structures
from app.body.silhouette import calmed, silhouette
from app.body.skin import skin_polygon
from app.body.tables import (
    Array,
    Part,
    clefts,
    described_grids,
    paint_order,
    parts,
    slips,
    tendon_shares,
)
from app.diagram.light import Light
from app.model.anatomy import ViewName
from app.model.reference import BodySide

WRAPPING = ("intercostals", "transversus_abdominis", "serratus_anterior", "internal_oblique", "external_oblique")
"""Sheets that go round the trunk, from within: their near and their far half lie at different depths."""

TRUNK_AXIS_Z = -5.0
"""mm; where such a sheet is divided."""

CHEST_WALL: dict[ViewName, str] = {
    "front": "bone:Vertebra T5", "back": "bone:First rib", "right": "bone:Vertebra T5", "left": "bone:Vertebra T5"}
"""The far wall of the chest in each view."""

SLIM_TENDONS = ("brachioradialis", "wrist_flexors/flexor_carpi_radialis", "wrist_flexors/flexor_pollicis_longus",
                "wrist_extensors/extensor_carpi_radialis_longus", "wrist_extensors/extensor_carpi_radialis_brevis",
                "wrist_extensors/extensor_carpi_ulnaris")
"""Parts whose tendons are drawn slimmer than they were measured."""

BAND_CONVERGES = 0.66
"""From this share of its length the iliotibial band converges on its tubercle."""

FAINT = 1000.0
"""Added to the rank of what is faint, so that it is painted over what is seen through it."""

SLIPS = "/slips"
"""Ends the names of the tendons into which a part divides."""

DIGITATIONS = "digitations/"
"""What of serratus anterior reaches between the slips of the external oblique; described for the front and the back."""

LAYER_ORDER = ("bone", "deep", "intermediate", "superficial")
INSIDE_SKIN = -0.3
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
    glow: Light | None = None
    """What makes it fade into something pale."""
    soft: bool = False
    """Whether it is of the face, whose small forms are drawn with a thin pen and little shade."""


@dataclass(slots=True)
class Thing:
    """A muscle, a structure or a bone of one side in one view. `area` is its whole outline (sheet, mm)."""

    id: str
    kind: Kind
    layer: str
    pieces: list[Piece] = field(default_factory=list)
    area: BaseGeometry = field(default_factory=shapely.Polygon)
    opacity: float = 1.0
    """Below 1 where it is drawn so faintly that what lies behind it is seen through it."""

    @property
    def rank(self) -> float:
        """How near its nearest piece is: a rank without units, higher is nearer."""
        return max(piece.rank for piece in self.pieces)

    @property
    def place(self) -> tuple[int, float, str]:
        """Its place in the document: what is faint comes last in its layer."""
        return LAYER_ORDER.index(self.layer), self.rank + (0.0 if self.opacity == 1 else FAINT), self.id


def scene(view: ViewName) -> list[Thing]:
    """All things of a view in document order: bones, then the layers from deep to superficial.

    The left view has no scene of its own: it is the mirror of the right one.
    """
    ranks = {name: float(rank) for rank, name in enumerate(paint_order(view))}
    things: dict[str, Thing] = {}
    for part in parts():
        for side in near_sides(view):
            _add_part(things, part, side, view, ranks)
    muscles = [thing for thing in things.values() if thing.pieces]
    for thing in muscles:
        thing.area = _joined(thing.pieces)
    closed_seams({thing.id: thing for thing in muscles})
    bones = _bones(view, ranks)
    muscles += _inner(inner_forms(view, ranks, near_sides(view)), view)
    if view in ("front", "back"):
        muscles += _fascia({thing.id: thing for thing in muscles}, view) + _spaces(bones, view)
    else:
        muscles += _aside([*bones, *muscles])
    return sorted([*bones, *muscles], key=lambda thing: thing.place)


def _joined(pieces: list[Piece]) -> BaseGeometry:
    """One area of all pieces, the notches between heads filled, the gaps between slips not."""
    heads = [piece.area for piece in pieces if not piece.pale]
    slips = [piece.area for piece in pieces if piece.pale]
    # Calming the whole may trim a slender tendon, so the heads are added again.
    return shapely.union_all([calmed(shapely.union_all(heads)), *heads, *slips] if len(heads) > 1 else [*heads, *slips])


def _add_part(things: dict[str, Thing], part: Part, side: BodySide, view: ViewName, ranks: dict[str, float]) -> None:
    if part.grid.startswith(DIGITATIONS) and view not in ("front", "back"):
        return
    name = f"{part.owner}-{'midline' if part.side == 'midline' else side}"
    thing = things.setdefault(name, Thing(name, part.kind, part.layer, opacity=opacity(part.owner, view)))
    muscle, _, piece = part.grid.partition("/")
    grid = pulled_in(fine(reaching((muscle, piece))))
    if part.grid in SLIM_TENDONS:
        share = tendon_shares()[part.grid][1]
        grid = slimmed(grid, 1 - 1.2 * share, 1 - 0.8 * share)
    if part.grid == "iliotibial_band":
        grid = slimmed(grid, BAND_CONVERGES, 1.0)
    if side == "left":
        grid = mirrored(grid)
    rank = rank_of(part, view, ranks)
    if part.grid in slips():
        height, ends = slips()[part.grid]
        if side == "left":
            ends = mirrored(ends)
        grid = tapered(grid[:max(int((grid[..., 1].mean(axis=1) > height).sum()), 5)], ends)
        thing.pieces.append(Piece(part.grid + SLIPS, rank, _kept(slip_area(grid, ends, view), part, view, side), None, True))
    if muscle in WRAPPING and view in ("front", "back"):
        thing.pieces += _halves(part, grid, view, ranks, side)
        return
    form = side_form(part.grid, grid, view)
    if view in ("front", "back"):
        form = form.difference(_cleft(part.grid, view, side))
    area = _kept(form, part, view, side)
    if not area.is_empty:
        pieces = stretches(part.grid, area, view, side == "left")
        part_of_whole = part.y_min > 0 or part.y_max < STATURE
        # No line and no light of their own for what is not a head: a stretch, or a described end of a measured belly.
        divided = part_of_whole or len(pieces) > 1 or (muscle, piece) in described_grids()
        # A part of a muscle that is drawn whole as well lies upon it.
        thing.pieces += [Piece(part.grid, one.rank(rank, ranks) + 0.05 * part_of_whole, one.area, grid, form=form if divided else None)
                         for one in pieces]


def _cleft(part: str, view: ViewName, side: BodySide) -> BaseGeometry:
    """The gap between the heads of a part (sheet, mm)."""
    corners = clefts().get(part)
    if corners is None:
        return shapely.Polygon()
    return shapely.Polygon(project(corners if side == "right" else mirrored(corners), view)[:, :2]).buffer(0)


def _halves(part: Part, grid: Array, view: ViewName, ranks: dict[str, float], side: BodySide) -> list[Piece]:
    """The near and the far half of a sheet that goes round the trunk."""
    toward = project(grid, view)[..., 2]
    axis = TRUNK_AXIS_Z if view == "front" else -TRUNK_AXIS_Z
    found = []
    for near in (False, True):
        half = silhouette(grid, view, toward > axis if near else toward <= axis)
        area = _kept(half, part, view, side)
        if area.area > 1:
            rank = ranks.get(part.grid, 0.0)
            limit = max(ribs(ranks)) + WRAPPING.index(part.owner) / 10 + 0.1 if near else ranks[CHEST_WALL[view]] - 1
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
    """The sheets of fascia between the muscles, from the front or from behind."""
    if view == "front":
        recti = [thing for name, thing in things.items() if name.startswith("rectus_abdominis")]
        area, name, rank = linea_alba([thing.area for thing in recti]), "linea_alba-midline", recti[0].rank - 0.1
    else:
        area, name, rank = lumbar_fascia(), "thoracolumbar_fascia-midline", things["latissimus_dorsi-right"].rank + 0.1
    strands = lumbar_lines(area) if view == "back" else ""
    layer = "intermediate" if view == "front" else "superficial"
    bars = [_bar(things, side) for side in near_sides(view)] if view == "front" else []
    return [*bars, Thing(name, "structure", layer, [Piece(name, rank, area, None, True, None, strands)], area), *_face(view)]


def _bar(things: dict[str, Thing], side: BodySide) -> Thing:
    """The tendinous intersection at the umbilicus, over the seam between the upper and the lower rectus."""
    both = [things[f"rectus_abdominis_{half}-{side}"] for half in ("upper", "lower")]
    area, name = lowest_intersection(shapely.union_all([one.area for one in both])), f"tendinous_intersection-{side}"
    rank = max(one.rank for one in both) + 0.2
    return Thing(name, "structure", both[0].layer, [Piece(name, rank, area, pale=True, soft=True)], area)


def _spaces(bones: list[Thing], view: ViewName) -> list[Thing]:
    """What closes the chest between the cartilages of the ribs."""
    found = []
    rank = max(bone.rank for bone in bones if "rib" in bone.id) + 0.1
    for side in near_sides(view) if view == "front" else ():
        name = f"internal_intercostals-{side}"
        area, strands = between_cartilages({bone.id: bone.area for bone in bones}, side)
        found.append(Thing(name, "structure", "deep", [Piece(name, rank, area, lines=strands)], area))
    return found


def _face(view: ViewName) -> list[Thing]:
    """What covers the skull from the front and from behind."""
    return [Thing(one.id, "structure", "superficial",
                  [Piece(one.id, FACE_RANK + number, one.area, None, one.pale, None, one.lines, one.glow, True)], one.area)
            for number, one in enumerate(face_areas(view))]


def _aside(things: list[Thing]) -> list[Thing]:
    """The structures that only the side views show."""
    rank = max(thing.rank for thing in things if thing.id.startswith("latissimus_dorsi"))
    return [Thing(one.id, "structure", "superficial", [Piece(one.id, one.rank, one.area, None, one.pale, None, one.lines,
                                                                     one.glow, one.rank >= FACE_RANK)], one.area, one.opacity)
            for one in side_structures({thing.id: thing.area for thing in things}, rank)]


def _inner(forms: list[Form], view: ViewName) -> list[Thing]:
    """Nerves, discs, ligaments and sheets, one thing each."""
    things: dict[str, Thing] = {}
    for form in forms:
        opaque = opacity(form.thing.rpartition("-")[0], view)
        thing = things.setdefault(form.thing, Thing(form.thing, "structure", form.layer, opacity=opaque))
        # Its parts are one: no line divides them.
        thing.pieces.append(Piece(form.part, form.rank, form.area, pale=True, form=form.area, lines=form.strands))
        thing.area = thing.area.union(form.area)
    return list(things.values())


def _bones(view: ViewName, ranks: dict[str, float]) -> list[Thing]:
    found = []
    for number, (name, group, area) in enumerate(bone_areas(view)):
        rank = bone_rank(group, view, ranks) + number / 1000
        found.append(Thing(name, "bone", "bone", [Piece(name, rank, area)], area, opacity(group, view)))
    return found
