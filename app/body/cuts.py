"""What is really seen of a thing: its area without what stands earlier in the document but lies in front of it."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from app.body.contour import polygons
from app.body.scene import Piece, Thing

SLIVER = 15.0
"""mm2; when less is hidden, nothing is cut."""

CRUMB = 40.0
"""mm2; smaller shreds of a cut are not drawn, unless they are all that is seen."""

FLESH_ONLY = "transversus_abdominis"
"""Its tendon is left out, or nobody could ever look into the belly."""

SHRED = 0.7
"""mm; half the width of strips that are not drawn."""

GHOSTS = frozenset((
    "psoas_major", "iliacus", "quadratus_lumborum", "piriformis", "multifidus", "subscapularis", "obturator_internus",
    "obturator_externus", "superior_gemellus", "inferior_gemellus", "quadratus_femoris", "longus_colli",
    "longus_capitis", "transversus_abdominis", "gluteus_minimus", "tibialis_posterior", "soleus", "semimembranosus",
    "pelvic_floor", "suboccipitals", "quadratus_plantae", "flexor_digitorum_brevis",
    "abductor_hallucis"))
"""Muscles that keep their outline in a view that shows nothing of them, so that they can be shown through others."""


def seen_pieces(thing: Thing, things: Sequence[Thing], screens: Sequence[Piece],
                sheath: BaseGeometry) -> list[BaseGeometry]:
    """For each piece of `thing`, what no earlier element and no nearer piece of its own hides (sheet, mm)."""
    earlier = [other for other in things if _covers(other, thing)]
    found = []
    for piece in thing.pieces:
        near = [other.area for earlier_thing in earlier for other in earlier_thing.pieces if other.rank > piece.rank]
        near += [screen.area for screen in screens if piece.rank < screen.rank]
        area = piece.area.intersection(thing.area)
        if thing.id.startswith(FLESH_ONLY):
            near.append(sheath)
        found.append(without(area, near))
    return found


def _covers(other: Thing, thing: Thing) -> bool:
    """Whether what lies nearer of `other` is cut away from `thing`.

    Something faint hides nothing but what is as faint; from that everything of its layer is cut, or it would show through.
    """
    if thing.opacity < 1:
        return thing.kind == other.kind == "muscle" and other is not thing and (
            other.place < thing.place or other.layer == thing.layer)
    return other.place < thing.place and other.opacity == 1


def without(area: BaseGeometry, near: list[BaseGeometry]) -> BaseGeometry:
    """An area minus all others, without shreds."""
    touching = [other for other in near if other.intersects(area)]
    if not touching:
        return area
    rest = area.difference(shapely.union_all(touching))
    return _without_crumbs(rest.buffer(-SHRED).buffer(SHRED))


def _without_crumbs(area: BaseGeometry) -> BaseGeometry:
    parts = polygons(area)
    # The largest part stays even when it is small, or small muscles could not be found at all.
    least = min(CRUMB, max([SLIVER, *(part.area for part in parts)]))
    return shapely.union_all([part for part in parts if part.area >= least])


def seen_area(thing: Thing, pieces: list[BaseGeometry]) -> BaseGeometry | None:
    """What is seen of the whole thing; None when nothing hides any of it."""
    whole = shapely.union_all(pieces)
    # Closed seams belong to no piece, so they are added back where a seen piece touches them.
    seams = thing.area.difference(shapely.union_all([piece.area for piece in thing.pieces]).buffer(0.1))
    bridged = whole.buffer(4.0).buffer(-4.0).intersection(seams.buffer(0.3)).union(whole) if len(pieces) > 1 else whole
    hidden = thing.area.difference(bridged.buffer(0.5))
    if sum(part.area for part in polygons(hidden) if part.area >= SLIVER) < SLIVER:
        return None
    return _without_crumbs(bridged)


def is_ghost(thing: Thing) -> bool:
    """Whether the thing keeps its outline although nothing of it is seen."""
    return thing.id.rpartition("-")[0] in GHOSTS
