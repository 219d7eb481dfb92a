"""Which outlines of the body a link or a reference means, and what the body calls its shapes. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.model.knowledge import Atlas
from app.model.reference import Ref, body_sides
from app.reason.muscles import muscle_rows, with_default_side
from app.reason.shapes import part_shapes, structure_shapes
from app.state.state import State, SubjectKind
from app.ui.gestures import cause_with_side


def shapes_of(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    """The ids of a muscle's outlines, one per side that the reference names; empty for an unknown muscle."""
    muscle = atlas.muscles.get(ref.id)
    if muscle is None:
        return ()
    return tuple(f"{ref.id}-{side}" for side in body_sides(muscle.side == "paired", ref.side))


def shapes_meant(atlas: Atlas, kind: SubjectKind, ref: Ref) -> tuple[str, ...]:
    """The shapes that a link means, to light them up: all that a group, a cause, a pattern or a test names."""
    return MEANT[kind](atlas, ref) if kind in MEANT else ()


def _area(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    area = atlas.areas.get(ref.id)
    return tuple(f"{ref.id}-{side}" for side in body_sides(area.side == "paired", ref.side)) if area else ()


def _structure(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    return structure_shapes(atlas.structures[ref.id], ref.side) if ref.id in atlas.structures else ()


def _cause(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    if ref.id not in atlas.causes:
        return ()
    side = cause_with_side(atlas, ref).side
    return tuple(shape for part in atlas.causes[ref.id].parts for shape in part_shapes(atlas, part.of, part.side, side))


def _pattern(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    if ref.id not in atlas.patterns:
        return ()
    return tuple(row.shape_id for row in muscle_rows(atlas, State(patterns=(with_default_side(atlas, ref),))))


def _group(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    return _muscles(atlas, atlas.members(ref.id))


def _test(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    return _muscles(atlas, atlas.tests[ref.id].suggests) if ref.id in atlas.tests else ()


def _remedy(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    return _muscles(atlas, atlas.remedies[ref.id].muscles) if ref.id in atlas.remedies else ()


def _muscles(atlas: Atlas, muscles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(shape for muscle in muscles for shape in shapes_of(atlas, Ref(muscle)))


MEANT: dict[SubjectKind, Callable[[Atlas, Ref], tuple[str, ...]]] = {
    "muscle": shapes_of, "group": _group, "area": _area, "structure": _structure, "cause": _cause, "pattern": _pattern,
    "test": _test, "remedy": _remedy,
}


def shape_names(atlas: Atlas) -> dict[str, str]:
    """What the body calls its shapes: muscles and areas, with their side."""
    names = {}
    for things in (atlas.muscles, atlas.areas):
        for thing in things.values():
            for side in body_sides(thing.side == "paired", None):
                words = thing.name if side == "midline" else f"{thing.name}, {side}"
                names[f"{thing.id}-{side}"] = words[:1].upper() + words[1:]
    return names
