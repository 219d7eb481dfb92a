"""Draws one thing: its outline, what is seen of it, tendons, light and shade, fibres, borders of its heads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from app.body import svg
from app.body.boneart import bone_features
from app.body.contour import common, line_data, polygons, shape_data, smoothed, solid
from app.body.cuts import is_ghost, seen_area, seen_pieces
from app.body.fascia import intersections
from app.body.fibres import APONEUROTIC, fibre_lines, inner_borders, tendon_area
from app.body.scene import FACE_RANK, Piece, Thing
from app.body.shading import Tone, tones
from app.body.svg import Sheet
from app.body.tables import Array
from app.model.knowledge import ViewName

BONE_THICKNESS = 14.0
"""mm; how round bones are shaded at most."""

RIM = 3.0
"""mm; half the width of the rims beside a tendon that belong to it."""

ISLAND = 300.0
"""mm2; so do smaller islands of flesh that a tendon cuts off."""

FLAT = 4.0
"""mm; how thick what has no grid is taken to be."""

LEAST_TONE = 20.0
"""mm2; smaller patches of light and shade are not drawn."""

FASCIAE = ("achilles_tendon", "iliotibial_band", "linea_alba", "thoracolumbar_fascia", "nose")
"""Structures that are pale all over."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What surrounds a thing in a view: all things in document order, what nobody looks through, the rectus sheath (mm)."""

    view: ViewName
    things: tuple[Thing, ...]
    screens: tuple[Piece, ...]
    sheath: BaseGeometry


@dataclass(slots=True)
class Details:
    """What is drawn upon a thing, clipped to what is seen of it (sheet, mm)."""

    tones: dict[Tone, list[BaseGeometry]]
    tendons: list[BaseGeometry]
    fibres: list[Array]
    seen: list[BaseGeometry]


def draw_thing(sheet: Sheet, thing: Thing, stage: Stage) -> None:
    """Write the elements of one thing."""
    if thing.kind == "bone":
        _draw_bone(sheet, thing, stage.view)
        return
    pieces = seen_pieces(thing, stage.things, stage.screens, stage.sheath)
    cut = seen_area(thing, pieces)
    if cut is not None and cut.is_empty:
        if is_ghost(thing) and thing.kind == "muscle":
            sheet.path(_outline(thing.area), id=thing.id, kind=thing.kind, fill="none", stroke="none", data_seen="none")
        return
    _draw_outline(sheet, thing, cut)
    details = _details(thing, pieces, thing.area if cut is None else cut, stage)
    if not _is_fascia(thing):
        _draw_tendons(sheet, thing.id, details.tendons)
    _draw_tones(sheet, thing.id, details.tones, 0.6 if _is_fascia(thing) else 1.0)
    _draw_lines(sheet, thing.id, "fibre", details.fibres, (0.4, 0.2 if _is_fascia(thing) else 0.3))
    for piece in thing.pieces:
        sheet.path(piece.lines, data_of=thing.id, kind="line", fill="none", stroke=svg.MUSCLE_LINE, stroke_width=0.4,
                   stroke_opacity=0.25 if _is_fascia(thing) and thing.rank < FACE_RANK else 0.5)
    borders = inner_borders(details.seen, [piece.area for piece in thing.pieces], thing.area)
    _draw_lines(sheet, thing.id, "line", borders, (0.5, 0.7))


def _outline(area: BaseGeometry) -> str:
    """Path data of a whole outline."""
    return shape_data(area, 0.55, 0.7)


def _draw_outline(sheet: Sheet, thing: Thing, cut: BaseGeometry | None) -> None:
    fill, line = (svg.TENDON, svg.TENDON_LINE) if _is_fascia(thing) else (svg.MUSCLE, svg.MUSCLE_LINE)
    if cut is None:
        sheet.path(_outline(thing.area), id=thing.id, kind=thing.kind, fill=fill, stroke=line, stroke_width=0.6)
        return
    sheet.path(_outline(thing.area), id=thing.id, kind=thing.kind, fill="none", stroke="none")
    sheet.path(shape_data(cut, 0.55, 0.5), data_of=thing.id, kind="cut", fill=fill, stroke=line, stroke_width=0.6)


def _details(thing: Thing, pieces: list[BaseGeometry], seen: BaseGeometry, stage: Stage) -> Details:
    found = Details({}, [], [], [])
    for piece, visible in zip(thing.pieces, pieces, strict=True):
        nearer = [other.area for other in thing.pieces if other.rank > piece.rank]
        bare = common(visible.difference(shapely.union_all(nearer)) if nearer else visible, seen)
        found.seen.append(bare)
        if piece.pale:
            found.tendons.append(bare)
        if bare.is_empty:
            continue
        thickness = FLAT if piece.grid is None else float(np.median(piece.grid[..., 3]))
        for tone, region in tones(piece.form or piece.area, thickness, stage.view):
            found.tones.setdefault(tone, []).append(common(region, bare))
        if piece.grid is None:
            continue
        found.tendons.append(_to_the_edge(common(_tendon(thing, piece, stage), bare), bare))
        found.fibres += fibre_lines(piece.grid, bare, stage.view)
    return found


def _to_the_edge(pale: BaseGeometry, whole: BaseGeometry) -> BaseGeometry:
    """The pale area with the red rims beside it that are too narrow to be flesh (sheet, mm)."""
    if pale.is_empty:
        return pale
    red = whole.difference(pale)
    flesh = red.buffer(-RIM).buffer(RIM)
    # Near the belly rims stay red: there they are the flesh between which a tendon begins.
    rims = red.difference(flesh.buffer(2.5 * RIM))
    wide = solid(pale.union(rims.intersection(pale.buffer(3 * RIM))).buffer(0.05))
    # With a margin outside the muscle only the borders towards the belly are evened.
    even = common(smoothed(wide.union(wide.buffer(2 * RIM).difference(whole)), RIM), whole)
    islands = [part for part in polygons(whole.difference(even)) if part.area < min(ISLAND, 0.1 * whole.area)]
    return solid(shapely.union_all([even, *(part.buffer(0.05) for part in islands)]))


def _is_fascia(thing: Thing) -> bool:
    return thing.kind == "structure" and thing.id.startswith(FASCIAE)


def _tendon(thing: Thing, piece: Piece, stage: Stage) -> BaseGeometry:
    if piece.grid is None or thing.id.startswith(APONEUROTIC):
        return stage.sheath
    pale = tendon_area(piece.part, piece.grid, stage.view)
    if thing.id.startswith("rectus_abdominis") and stage.view == "front":
        return pale.union(intersections(-1.0 if piece.area.centroid.x < 0 else 1.0))
    return pale


def _draw_tendons(sheet: Sheet, name: str, tendons: list[BaseGeometry]) -> None:
    sheet.path(shape_data(shapely.union_all(tendons), 0.6, 1.2, LEAST_TONE), data_of=name, kind="tendon", fill=svg.TENDON)


def _draw_tones(sheet: Sheet, name: str, found: dict[Tone, list[BaseGeometry]], strength: float) -> None:
    for tone in sorted(found, key=lambda tone: tone.step):
        data = shape_data(shapely.union_all(found[tone]), 1.2, 2.8, LEAST_TONE)
        sheet.path(data, data_of=name, kind=tone.kind, fill="#000" if tone.kind == "shade" else "#fff",
                   fill_opacity=tone.opacity * strength)


def _draw_lines(sheet: Sheet, name: str, kind: str, courses: list[Array], pen: tuple[float, float]) -> None:
    """Stroke lines with a pen of (width in mm, opacity 0..1)."""
    data = "".join(line_data(course, 0.8, 2.0) for course in courses)
    sheet.path(data, data_of=name, kind=kind, fill="none", stroke=svg.MUSCLE_LINE, stroke_width=pen[0],
               stroke_opacity=pen[1])


def _draw_bone(sheet: Sheet, thing: Thing, view: ViewName) -> None:
    sheet.path(shape_data(thing.area, 0.5, 1.0, 2.0), id=thing.id, kind="bone", fill=svg.BONE, stroke=svg.BONE_LINE,
               stroke_width=0.6)
    found = {tone: [common(region, thing.area)] for tone, region in tones(thing.area, BONE_THICKNESS, view, bone=True)}
    _draw_tones(sheet, thing.id, found, 1.0)
    for kind, data, opacity in bone_features(thing.id, view):
        if kind == "line":
            sheet.path(data, data_of=thing.id, kind="line", fill="none", stroke=svg.BONE_LINE, stroke_width=0.6,
                       stroke_opacity=opacity)
        else:
            sheet.path(data, data_of=thing.id, kind=kind, fill="#5a4a2c" if kind == "shade" else "#fff", fill_opacity=opacity)
