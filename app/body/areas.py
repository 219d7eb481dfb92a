"""The areas of pain: outlines bounded by landmarks become regions that share the skin of a view without overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from app.body.frame import STATURE
from app.body.outlines import Outline, outlines
from app.body.soles import placed, sole
from app.body.tables import Array
from app.model.anatomy import ViewName

GRID = 0.1
"""mm; all regions have their vertices on this grid, so that neighbours share them exactly."""

CORNER = 22.0
"""mm; how far from a corner its rounding begins, at most (never beyond the middle of an edge)."""

CORNER_STEPS = 8

SLIVER_AREA = 80.0
"""mm2; a smaller piece goes to the neighbour with the longest common border."""

SLIVER_WIDTH = 3.0
"""mm; so does a piece that is nowhere wider."""

CALM, SOLE_CALM = 1.5, 0.8
"""mm; a vertex goes when the triangle with its neighbours is smaller than the square of this, on both sides of a border."""

Skin: TypeAlias = Polygon | MultiPolygon
Regions: TypeAlias = list[tuple[Outline, MultiPolygon]]
Projection: TypeAlias = Callable[[Array], Array]


def area_shapes(view: ViewName, skin: Skin) -> list[tuple[str, str]]:
    """Ids (``AREA-SIDE``) and path data of all areas that a view shows, in the order of the outlines, right before left.

    `skin` and the path data are in the coordinates of the view's sheet: mm, y down. The regions are disjoint; left mirrors
    right, within a view or between the side views. Raises ValueError that names the area and the point when an outline
    cannot be read.
    """
    shapes: list[tuple[str, str]] = []
    for outline, region in area_regions(view, skin):
        mirror = _mirrored(region)
        # Seen from behind, the right half of the body is the right half of the sheet.
        right, left = (mirror, region) if view == "back" else (region, mirror)
        if view in ("right", "left"):
            shapes.append((f"{outline.area}-{'midline' if outline.midline else view}", _path(region)))
        elif outline.midline:
            shapes.append((f"{outline.area}-midline", _path(shapely.union_all([region, mirror], grid_size=GRID))))
        else:
            shapes += [(f"{outline.area}-right", _path(right)), (f"{outline.area}-left", _path(left))]
    return shapes


def area_regions(view: ViewName, skin: Skin) -> list[tuple[Outline, MultiPolygon]]:
    """The outlines of a view, each with what it gets of the skin (sheet, mm).

    From the front and from behind that is only what lies at x <= 0 of the sheet; from behind, the sole there is added.
    """
    if view == "left":
        return [(outline, _mirrored(region)) for outline, region in area_regions("right", _mirrored(skin))]
    if view == "right":
        return _shared(outlines(view), _merged(list(_polygons(skin))), _upright, CALM)
    regions = _shared(outlines(view), _half(skin), _upright, CALM)
    if view == "front":
        return regions
    return _joined(regions, _shared(outlines("soles"), _merged(list(_polygons(sole()))), placed, SOLE_CALM))


def _joined(first: Regions, second: Regions) -> Regions:
    """Both, those of the same area as one."""
    more = {outline.area: region for outline, region in second}
    both = [(outline, MultiPolygon([*region.geoms, *more.pop(outline.area, MultiPolygon()).geoms])) for outline, region in first]
    return [*both, *((outline, region) for outline, region in second if outline.area in more)]


def _shared(found: Sequence[Outline], skin: MultiPolygon, on_sheet: Projection, calm: float) -> Regions:
    """Divide the skin: each piece goes to the first outline that holds it."""
    rounded = [_rounded(on_sheet(np.array(outline.points))) for outline in found]
    owners: list[list[Polygon]] = [[] for _ in found]
    lost: list[Polygon] = []
    for face in _faces(skin, rounded):
        inside = face.representative_point()
        first = next((index for index, polygon in enumerate(rounded) if polygon.contains(inside)), None)
        (lost if first is None else owners[first]).append(face)
    regions = _without_slivers([_merged(faces) for faces in owners], lost)
    kept = [(outline, region) for outline, region in zip(found, regions, strict=True) if not region.is_empty]
    simpler = shapely.coverage_simplify([region for _, region in kept], calm)
    return [(outline, MultiPolygon(list(_polygons(region)))) for (outline, _), region in zip(kept, simpler, strict=True)]


def _upright(points: Array) -> Array:
    """Points (n x 2, body frame, mm) of a view on the sheet (mm, y down)."""
    return points * (1.0, -1.0) + (0.0, STATURE)


def _rounded(corners: Array) -> Polygon:
    """The outline through points (n x 2, sheet, mm), corners replaced by curves that touch the edges."""
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


def _faces(skin: MultiPolygon, rounded: Sequence[Polygon]) -> list[Polygon]:
    """The pieces into which the outlines cut the skin, vertices on the grid, in a fixed order."""
    # Outlines are not cut at the skin first: on the grid, their ends might no longer meet its edge.
    lines = [skin.boundary, *(polygon.boundary for polygon in rounded)]
    noded = shapely.union_all(shapely.set_precision(lines, GRID, mode="pointwise"), grid_size=GRID)
    faces = [face for face in _polygons(shapely.polygonize([noded])) if skin.contains(face.representative_point())]
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
