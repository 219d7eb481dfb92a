"""The areas of pain: outlines bounded by landmarks become regions that share the skin of a view without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import shapely
import yaml
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.frame import STATURE
from app.body.landmarks import landmarks
from app.body.tables import Array
from app.model.knowledge import ViewName
from app.resources import folders

GRID = 0.1
"""mm; all regions have their vertices on this grid, so that neighbours share them exactly."""

CORNER = 22.0
"""mm; how far from a corner its rounding begins, at most (never beyond the middle of an edge)."""

CORNER_STEPS = 8

SLIVER_AREA = 80.0
"""mm2; a smaller piece goes to the neighbour with the longest common border."""

SLIVER_WIDTH = 3.0
"""mm; so does a piece that is nowhere wider."""

CALM = 1.5
"""mm; a vertex goes when the triangle with its neighbours is smaller than the square of this, on both sides of a border."""

MIDLINE = "midline"
TERM = re.compile(r"(\w+)(?:\s+([+-]\d+(?:\.\d+)?))?")
PLACE = re.compile(r"(\w+)(?:\s+([+-]\d+(?:\.\d+)?)\s+([+-]\d+(?:\.\d+)?))?")

Marks: TypeAlias = Mapping[str, tuple[float, float, float]]
Skin: TypeAlias = Polygon | MultiPolygon


@dataclass(frozen=True, slots=True)
class Outline:
    """One area's outline on the right half of the body: points (x, y) of the body frame, mm, without rounding."""

    area: str
    midline: bool
    points: tuple[tuple[float, float], ...]


def area_shapes(view: ViewName, skin: Skin) -> list[tuple[str, str]]:
    """Ids (``AREA-SIDE``) and path data of all areas that a view shows, in the order of the outlines, right before left.

    `skin` and the path data are in the coordinates of the view's sheet: mm, y down. The regions are disjoint and
    symmetrical. Raises ValueError that names the area and the point when an outline cannot be read.
    """
    shapes: list[tuple[str, str]] = []
    for outline, region in area_regions(view, skin):
        mirror = _mirrored(region)
        # Seen from behind, the right half of the body is the right half of the sheet.
        right, left = (mirror, region) if view == "back" else (region, mirror)
        if outline.midline:
            shapes.append((f"{outline.area}-midline", _path(shapely.union_all([region, mirror], grid_size=GRID))))
        else:
            shapes += [(f"{outline.area}-right", _path(right)), (f"{outline.area}-left", _path(left))]
    return shapes


def area_regions(view: ViewName, skin: Skin) -> list[tuple[Outline, MultiPolygon]]:
    """The outlines of a view, each with what it gets of the half of the skin that lies at x <= 0 of the sheet (mm)."""
    outlines = read_outlines(_document("body/areas.yaml"), view, _sides(), landmarks())
    half = _half(skin)
    rounded = [_rounded(outline) for outline in outlines]
    owners: list[list[Polygon]] = [[] for _ in outlines]
    lost: list[Polygon] = []
    for face in _faces(half, rounded):
        inside = face.representative_point()
        first = next((index for index, polygon in enumerate(rounded) if polygon.contains(inside)), None)
        (lost if first is None else owners[first]).append(face)
    regions = _without_slivers([_merged(faces) for faces in owners], lost)
    kept = [(outline, region) for outline, region in zip(outlines, regions, strict=True) if not region.is_empty]
    calm = shapely.coverage_simplify([region for _, region in kept], CALM)
    return [(outline, MultiPolygon(list(_polygons(region)))) for (outline, _), region in zip(kept, calm, strict=True)]


def read_outlines(document: Mapping[str, Any], view: str, sides: Mapping[str, str], marks: Marks) -> list[Outline]:
    """The outlines of one view of the document, first wins first; `sides` tells of every known area how it is paired.

    Raises ValueError that names the view, the area and the point.
    """
    found = []
    for area, points in (document.get(view) or {}).items():
        where = f"areas.yaml: {view}: {area}"
        if area not in sides:
            raise ValueError(f"{where}: there is no such area")
        if not isinstance(points, list) or len(points) < 3:
            raise ValueError(f"{where}: an outline needs a list of at least 3 points")
        read = tuple(_point(str(point), marks, where) for point in points)
        found.append(Outline(area, sides[area] == "midline", read))
    return found


def _point(text: str, marks: Marks, where: str) -> tuple[float, float]:
    across, bar, up = text.partition("|")
    if bar:
        return _term(across, 0, marks, f"{where}: '{text}'"), _term(up, 1, marks, f"{where}: '{text}'")
    match = PLACE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{where}: '{text}' is no point; write LANDMARK, LANDMARK +DX +DY or LANDMARK +DX | LANDMARK +DY")
    x, y = (_coordinate(match[1], axis, marks, f"{where}: '{text}'") for axis in (0, 1))
    return x + float(match[2] or 0), y + float(match[3] or 0)


def _term(text: str, axis: int, marks: Marks, where: str) -> float:
    match = TERM.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{where}: '{text.strip()}' is no coordinate; write LANDMARK or LANDMARK +MM")
    return _coordinate(match[1], axis, marks, where) + float(match[2] or 0)


def _coordinate(name: str, axis: int, marks: Marks, where: str) -> float:
    if name == MIDLINE and axis == 0:
        return 0.0
    if name not in marks:
        raise ValueError(f"{where}: there is no landmark '{name}'")
    return marks[name][axis]


def _rounded(outline: Outline) -> Polygon:
    """The outline on the sheet, corners replaced by curves that touch the edges; neighbours of an area stay calm."""
    corners = np.array([(x, STATURE - y) for x, y in outline.points])
    before, after = np.roll(corners, 1, axis=0) - corners, np.roll(corners, -1, axis=0) - corners
    starts, ends = corners + _shortened(before), corners + _shortened(after)
    t = np.linspace(0.0, 1.0, CORNER_STEPS + 1)[None, :, None]
    curves = (1 - t) ** 2 * starts[:, None] + 2 * t * (1 - t) * corners[:, None] + t**2 * ends[:, None]
    polygon = shapely.make_valid(Polygon(curves.reshape(-1, 2)))
    return polygon if isinstance(polygon, Polygon) else max(_polygons(polygon), key=lambda part: part.area)


def _shortened(edges: Array) -> Array:
    lengths = np.maximum(np.hypot(edges[:, 0], edges[:, 1]), 1e-9)
    return edges * np.minimum(0.5, CORNER / lengths)[:, None]


def _half(skin: Skin) -> MultiPolygon:
    """What of the skin lies at x <= 0 and has its mirror image in the skin."""
    x_min, y_min, _, y_max = skin.bounds
    both = shapely.intersection(skin, _mirrored(skin), grid_size=GRID)
    return _merged(list(_polygons(shapely.intersection(both, shapely.box(x_min - 1, y_min - 1, 0, y_max + 1)))))


def _faces(half: MultiPolygon, rounded: Sequence[Polygon]) -> list[Polygon]:
    """The pieces into which the outlines cut the half body, vertices on the grid, in a fixed order."""
    lines = [half.boundary, *(shapely.intersection(polygon.boundary, half) for polygon in rounded)]
    noded = shapely.union_all(shapely.set_precision(lines, GRID, mode="pointwise"), grid_size=GRID)
    faces = [face for face in _polygons(shapely.polygonize([noded])) if half.contains(face.representative_point())]
    return sorted(faces, key=lambda face: face.wkt)


def _without_slivers(regions: list[MultiPolygon], lost: list[Polygon]) -> list[MultiPolygon]:
    """Give every small or thin piece, owned or not, to the region with which it shares the longest border."""
    while True:
        pieces = [(piece, owner) for owner, region in enumerate(regions) for piece in region.geoms if _is_sliver(piece)]
        pieces += [(piece, -1) for piece in _merged(lost).geoms if _is_sliver(piece)]
        for piece, owner in sorted(pieces, key=lambda item: item[0].area):
            taker = _neighbour(piece, owner, regions)
            if taker >= 0:
                break
        else:
            return regions
        if owner >= 0:
            regions[owner] = MultiPolygon([part for part in regions[owner].geoms if part != piece])
        lost = [part for part in lost if not piece.contains(part.representative_point())]
        regions[taker] = _merged([*regions[taker].geoms, piece])


def _is_sliver(piece: Polygon) -> bool:
    return bool(piece.area < SLIVER_AREA or piece.buffer(-SLIVER_WIDTH / 2).is_empty)


def _neighbour(piece: Polygon, owner: int, regions: Sequence[MultiPolygon]) -> int:
    borders = [0.0 if index == owner else shapely.intersection(piece.boundary, region.boundary).length
               for index, region in enumerate(regions)]
    longest = int(np.argmax(borders))
    return longest if borders[longest] > 0 else -1


def _merged(faces: Sequence[Polygon]) -> MultiPolygon:
    parts = sorted(_polygons(shapely.union_all(faces, grid_size=GRID)), key=lambda part: part.wkt)
    return MultiPolygon(parts)


def _polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    yield from (part for part in shapely.get_parts(shape) if isinstance(part, Polygon) and not part.is_empty)


def _mirrored(shape: Any) -> Any:
    return shapely.transform(shape, lambda points: points * (-1.0, 1.0))


def _path(shape: BaseGeometry) -> str:
    """Path data with one decimal (mm)."""
    rings = [ring for part in _polygons(shape.normalize()) for ring in (part.exterior, *part.interiors)]
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: LineString) -> str:
    # Adding 0.0 turns the -0.0 of a mirrored midline into 0.0.
    points = [f"{x + 0.0:.1f},{y + 0.0:.1f}" for x, y in np.round(shapely.get_coordinates(ring)[:-1], 1)]
    return f"M{'L'.join(points)}Z"


def _sides() -> dict[str, str]:
    files = sorted((folders().data / "areas").glob("*.yaml"))
    return {area: fields["side"] for file in files for area, fields in _document(f"areas/{file.name}").items()}


def _document(name: str) -> dict[str, Any]:
    return yaml.safe_load((folders().data / name).read_text(encoding="utf-8")) or {}
