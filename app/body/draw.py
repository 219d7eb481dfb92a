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
from app.body.edges import dark_edges
from app.body.fascia import intersections, spinal_tendon
from app.body.fibres import APONEUROTIC, bordered, fibre_lines, inner_borders, tendon_area
from app.body.loin import EDGE_ON
from app.body.mirror import turned_edges, turned_field
from app.body.ranks import FACE_RANK
from app.body.ridge import CORRECTIONS, LIGHTS, Field, ridge
from app.body.scene import SLIPS, Piece, Thing
from app.body.shading import light_field
from app.body.svg import Sheet
from app.body.tables import Array
from app.diagram.light import Light
from app.model.anatomy import ViewName

BONE_THICKNESS = 14.0
"""mm; how round bones are shaded at most."""

RIM = 3.0
"""mm; half the width of the rims beside a tendon that belong to it."""

ISLAND = 300.0
"""mm2; so do smaller islands of flesh that a tendon cuts off."""

FLAT = 4.0
"""mm; how thick what has no grid is taken to be."""

HIDDEN_TOLERANCE = 0.55
"""mm; how far an outline may lie from what was measured that is never drawn as a whole."""

SLIGHT = 2500.0
"""mm2; smaller structures without flesh have no light and shade."""

LEAST_TENDON = 20.0
"""mm2; smaller pale patches are not drawn."""

STRENGTH_OF_FASCIA, STRENGTH_OF_BONES, STRENGTH_OF_FACE = 0.6, 0.8, 0.5
"""How much of the light pale things show; 1 is all, as for flesh."""

UNEVEN, LARGE = 0.042, 1200.0
"""A piece of more than so many mm2 whose tones the one gradient misses by more than this, on average, gets a second."""

EDGE, CAST = 1.0, 2.6
"""mm; how wide the dark edge and the shadow of an outline are at most."""

CASTING = 3000.0
"""mm2; smaller things cast no shadow."""

SMALL, PEN, THIN_PEN = 700.0, 0.45, 0.3
"""Up to so many mm2 a thing has the thin contour, else the other (mm)."""

SLIM = 3.0
"""mm; half the width up to which a part has no such edge."""

MUSCLE_EDGE, FASCIA_EDGE = 0.5, 0.25
"""How dark such an edge is, 0..1."""

FASCIAE = ("achilles_tendon", "auricle", "epicranial_aponeurosis", "extensor_retinaculum", "flexor_retinaculum",
           "free_upper_limb", "iliotibial_band", "linea_alba", "nose", "patellar_ligament",
           "sternocleidomastoid_aponeurosis", "thoracolumbar_fascia")
"""Structures that are pale all over."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What surrounds a thing in a view: all things in document order, what nobody looks through, the rectus sheath (mm)."""

    view: ViewName
    things: tuple[Thing, ...]
    screens: tuple[Piece, ...]
    sheath: BaseGeometry
    turned: bool = False
    """Whether the sheet will be mirrored, so that the light must fall from the other side."""


@dataclass(slots=True)
class Details:
    """What is drawn upon a thing, clipped to what is seen of it (sheet, mm)."""

    fields: list[tuple[BaseGeometry, Field]]
    """The light on each of its pieces that is seen."""
    tendons: list[BaseGeometry]
    fibres: list[Array]
    seen: list[BaseGeometry]
    slips: list[BaseGeometry]
    """The tendons to fingers and toes, too slim for light and shade."""


def draw_thing(sheet: Sheet, thing: Thing, stage: Stage) -> None:
    """Write the elements of one thing."""
    if thing.kind == "bone":
        _draw_bone(sheet, thing, stage)
        return
    pieces = seen_pieces(thing, stage.things, stage.screens, stage.sheath)
    cut = seen_area(thing, pieces)
    if cut is not None and cut.is_empty:
        if is_ghost(thing) and thing.kind == "muscle":
            sheet.path(_outline(thing.area), id=thing.id, kind=thing.kind, fill="none", stroke="none", data_seen="none")
        return
    details = _details(thing, pieces, thing.area if cut is None else cut, stage)
    light, more = _lights(details.fields, _strength(thing))
    drawn = _draw_outline(sheet, thing, cut, light)
    if not _is_fascia(thing):
        _draw_tendons(sheet, thing.id, details.tendons, light)
        _draw_tendons(sheet, thing.id, details.slips, None)
    _draw_lights(sheet, thing.id, more)
    for glow in [piece.glow for piece in thing.pieces if piece.glow]:
        sheet.path(drawn, data_of=thing.id, kind="shade", fill=sheet.gradients.paint(glow, None))
    if not _is_soft(thing):
        _draw_edges(sheet, thing, drawn, stage)
    _draw_lines(sheet, thing.id, "fibre", details.fibres, (0.4, 0.2 if _is_fascia(thing) else 0.3))
    for piece in thing.pieces:
        sheet.path(piece.lines, data_of=thing.id, kind="line", fill="none", stroke=svg.MUSCLE_LINE,
                   stroke_width=0.3 if piece.soft else 0.4, stroke_opacity=_line_strength(thing))
    # Stretches and described ends are no heads: no line divides them.
    divided = any(piece.form is not None for piece in thing.pieces)
    heads = [bordered(piece.part, piece.area) for piece in thing.pieces]
    borders = [] if divided else inner_borders(details.seen, heads, thing.area)
    _draw_lines(sheet, thing.id, "line", borders, (0.5, 0.7))


def _outline(area: BaseGeometry, tolerance: float = 0.55) -> str:
    """Path data of a whole outline, at most `tolerance` mm from what was measured."""
    return shape_data(area, tolerance, 0.4)


def _draw_outline(sheet: Sheet, thing: Thing, cut: BaseGeometry | None, light: Light | None) -> str:
    """Draw the fill and the contour of what is seen; the answer is its path data."""
    colour, line = _colours(thing)
    fill = _lit(sheet, colour, light)
    pen = PEN if thing.area.area > SMALL else THIN_PEN
    if _is_soft(thing):
        fading = any(piece.glow for piece in thing.pieces)
        line, pen = "none" if fading else svg.FACE_LINE if line == svg.MUSCLE_LINE else line, THIN_PEN
    if cut is None:
        whole = _outline(thing.area)
        sheet.path(whole, id=thing.id, kind=thing.kind, fill=fill, stroke=line, stroke_width=pen)
        return whole
    sheet.path(_outline(thing.area, HIDDEN_TOLERANCE), id=thing.id, kind=thing.kind, fill="none", stroke="none")
    seen = shape_data(cut, 0.55, 0.5)
    sheet.path(seen, data_of=thing.id, kind="cut", fill=fill, stroke=line, stroke_width=pen)
    return seen


def _details(thing: Thing, pieces: list[BaseGeometry], seen: BaseGeometry, stage: Stage) -> Details:
    found = Details([], [], [], [], [])
    # Stretches and described ends share the light of the whole.
    whole = thing.area if len(thing.pieces) > 1 and any(piece.form is not None for piece in thing.pieces) else None
    for piece, visible in zip(thing.pieces, pieces, strict=True):
        nearer = [other.area for other in thing.pieces if other.rank > piece.rank]
        bare = common(visible.difference(shapely.union_all(nearer)) if nearer else visible, seen)
        found.seen.append(bare)
        if piece.pale:
            (found.slips if piece.part.endswith(SLIPS) else found.tendons).append(bare.buffer(0.15))
        if bare.is_empty or piece.part.endswith(SLIPS):
            continue
        thickness = FLAT if piece.grid is None else float(np.median(piece.grid[..., 3]))
        if not _is_slight(piece):
            found.fields.append((bare, _field(whole or piece.form or piece.area, bare, thickness, stage)))
        if piece.grid is None:
            continue
        found.tendons.append(_to_the_edge(common(_tendon(thing, piece, stage), bare), bare))
        found.fibres += fibre_lines(piece.part, piece.grid, bare, stage.view)
    return found


def _field(area: BaseGeometry, seen: BaseGeometry, thickness: float, stage: Stage) -> Field:
    """The light on an area of the sheet."""
    return turned_field(area, seen, thickness) if stage.turned else light_field(area, seen, thickness, stage.view)


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


def _colours(thing: Thing) -> tuple[str, str]:
    """Fill and line of a muscle or a structure."""
    if not _is_fascia(thing):
        return svg.MUSCLE, svg.MUSCLE_LINE
    if "_nerve" in thing.id or "plexus" in thing.id:
        return svg.NERVE, svg.NERVE_LINE
    return (svg.DISC, svg.DISC_LINE) if thing.id.startswith("disc_") else (svg.TENDON, svg.TENDON_LINE)


def _is_soft(thing: Thing) -> bool:
    """Whether it is a part of the face."""
    return all(piece.soft for piece in thing.pieces)


def _strength(thing: Thing) -> float:
    """How much of the light (0..1) a muscle or a structure shows."""
    if _is_fascia(thing):
        return STRENGTH_OF_FASCIA
    return STRENGTH_OF_FACE if _is_soft(thing) else 1.0


def _line_strength(thing: Thing) -> float:
    """How dark (0..1) the lines are that no grid gives."""
    if _is_soft(thing):
        return 0.32
    return 0.25 if _is_fascia(thing) else 0.5


def _is_slight(piece: Piece) -> bool:
    """Whether a piece is a nerve, a disc or a ligament, too slight for light and shade."""
    return piece.pale and piece.grid is None and piece.rank < FACE_RANK and piece.area.area < SLIGHT


def _is_fascia(thing: Thing) -> bool:
    """Whether a structure is pale all over: it has no flesh."""
    bare = all(piece.pale and piece.grid is None for piece in thing.pieces)
    return thing.kind == "structure" and (bare or thing.id.startswith(FASCIAE))


def _tendon(thing: Thing, piece: Piece, stage: Stage) -> BaseGeometry:
    if piece.grid is None or thing.id.startswith(APONEUROTIC):
        return stage.sheath
    if stage.view == "right" and thing.id.startswith(EDGE_ON):
        return shapely.Polygon()
    pale = tendon_area(piece.part, piece.grid, stage.view)
    if thing.id.startswith("lower_trapezius") and stage.view == "back":
        return pale.union(spinal_tendon(_sign(piece)))
    if thing.id.startswith("rectus_abdominis") and stage.view == "front":
        return pale.union(intersections(_sign(piece)))
    return pale


def _sign(piece: Piece) -> float:
    """The side of the sheet on which a piece is drawn: -1 left of the middle, else 1."""
    return -1.0 if piece.area.centroid.x < 0 else 1.0


def _lights(fields: list[tuple[BaseGeometry, Field]],
            strength: float) -> tuple[Light | None, list[tuple[BaseGeometry, Light]]]:
    """The light on a whole thing, and what single pieces need beside it; `strength` (0..1) says how much of it to show."""
    shown = [(area, field.weakened(strength)) for area, field in fields if len(field.x)]
    if not shown:
        return None, []
    light = ridge([field for _, field in shown], LIGHTS)
    rests = [(area, field.without(light)) for area, field in shown]
    return light, [(area, ridge([rest], CORRECTIONS)) for area, rest in rests
                   if area.area > LARGE and rest.unevenness > UNEVEN]


def _lit(sheet: Sheet, colour: str, light: Light | None) -> str:
    """A fill, under its light if it has one."""
    return sheet.gradients.paint(light, colour) if light else colour


def _draw_tendons(sheet: Sheet, name: str, tendons: list[BaseGeometry], light: Light | None) -> None:
    data = shape_data(shapely.union_all(tendons), 0.75, 1.2, LEAST_TENDON)
    if data:
        sheet.path(data, data_of=name, kind="tendon", fill=_lit(sheet, svg.TENDON, light))


def _draw_lights(sheet: Sheet, name: str, lights: list[tuple[BaseGeometry, Light]]) -> None:
    for area, light in lights:
        data = shape_data(area, 0.6, 0.6, LEAST_TENDON)
        if data:
            sheet.path(data, data_of=name, kind="shade", fill=sheet.gradients.paint(light, None))


def _draw_edges(sheet: Sheet, thing: Thing, data: str, stage: Stage) -> None:
    """Make the contour heavier on the shadow side, and let it cast a shadow where something lies beneath it."""
    dark = MUSCLE_EDGE if not _is_fascia(thing) else FASCIA_EDGE
    edges = turned_edges if stage.turned else dark_edges
    # A heavy edge would fill what is as slim as the tendons of the fingers.
    broad = thing.area.boundary.intersection(thing.area.buffer(-SLIM).buffer(SLIM + 1.0))
    sheet.path(edges(data, broad, -EDGE), data_of=thing.id, kind="shade", fill=svg.MUSCLE_LINE, fill_opacity=dark)
    beneath = [other.area for other in stage.things if other.place < thing.place and other.area.intersects(thing.area)]
    if thing.area.area > CASTING and beneath:
        within = broad.intersection(shapely.union_all(beneath).buffer(-CAST))
        sheet.path(edges(data, within, CAST), data_of=thing.id, kind="shade", fill=svg.MUSCLE_LINE, fill_opacity=0.16)


def _draw_lines(sheet: Sheet, name: str, kind: str, courses: list[Array], pen: tuple[float, float]) -> None:
    """Stroke lines with a pen of (width in mm, opacity 0..1)."""
    data = "".join(line_data(course, 1.0, 2.0) for course in courses)
    sheet.path(data, data_of=name, kind=kind, fill="none", stroke=svg.MUSCLE_LINE, stroke_width=pen[0],
               stroke_opacity=pen[1])


def _draw_bone(sheet: Sheet, thing: Thing, stage: Stage) -> None:
    light, _ = _lights([(thing.area, _field(thing.area, thing.area, BONE_THICKNESS, stage))], STRENGTH_OF_BONES)
    sheet.path(shape_data(thing.area, 0.6, 1.0, 2.0), id=thing.id, kind="bone", fill=_lit(sheet, svg.BONE, light),
               stroke=svg.BONE_LINE, stroke_width=0.6)
    for kind, data, opacity in bone_features(thing.id, stage.view):
        if kind == "line":
            sheet.path(data, data_of=thing.id, kind="line", fill="none", stroke=svg.BONE_LINE, stroke_width=0.6,
                       stroke_opacity=opacity)
        else:
            sheet.path(data, data_of=thing.id, kind=kind, fill="#5a4a2c" if kind == "shade" else "#fff", fill_opacity=opacity)
