"""What links, lists and search hits do to the state. No Qt."""

from __future__ import annotations

from typing import get_args

from app.card.search import Hit
from app.diagram.drawing import owner
from app.model.knowledge import Atlas
from app.model.reference import BadReferenceError, Ref, body_sides, parse_ref
from app.reason.muscles import with_default_side
from app.state.choose import (
    choose_muscle,
    choose_pain,
    choose_pattern,
    explain,
    toggle_pain,
    toggle_pattern,
)
from app.state.state import State, SubjectKind
from app.ui.nav_rows import ListName

KINDS: tuple[SubjectKind, ...] = get_args(SubjectKind)

SHOW = "show/"
"""A target with this before it is chosen, not only explained."""


def target_of(target: str) -> tuple[SubjectKind, Ref] | None:
    """Read ``KIND/REF``; None for what is no such target."""
    name, _, text = target.partition("/")
    try:
        ref = parse_ref(text)
    except BadReferenceError:
        return None
    return next(((kind, ref) for kind in KINDS if kind == name), None)


def exists(atlas: Atlas, kind: SubjectKind, key: str) -> bool:
    """Whether the content holds a thing of that kind."""
    if kind == "about":
        return True
    found: dict[str, object] = {
        "pattern": atlas.patterns, "area": atlas.areas, "muscle": atlas.muscles, "group": atlas.groups,
        "test": atlas.tests, "remedy": atlas.remedies, "source": atlas.sources,
    }
    among = found[kind]
    return isinstance(among, dict) and key in among


def follow(state: State, atlas: Atlas, target: str) -> State:
    """Follow a link: a muscle is selected, anything else explained; a link to nothing changes nothing.

    ``show/KIND/REF`` chooses a pattern or an area, and so does any link to one on the page that says how to begin.
    """
    wanted = target.removeprefix(SHOW)
    found = target_of(wanted)
    if found is None or not exists(atlas, found[0], found[1].id):
        return state
    kind, ref = found
    if kind == "muscle":
        return choose_muscle(state, ref)
    if wanted != target or state.subject is None:
        return _chosen(state, atlas, kind, ref)
    return explain(state, kind, ref)


def _chosen(state: State, atlas: Atlas, kind: SubjectKind, ref: Ref) -> State:
    if kind == "pattern":
        return choose_pattern(state, with_default_side(atlas, ref))
    if kind == "area":
        paired = atlas.areas[ref.id].side == "paired"
        return choose_pain(state, Ref(ref.id, ref.side or "both") if paired else Ref(ref.id))
    return explain(state, kind, ref)


def pick(state: State, atlas: Atlas, name: ListName, ref: Ref) -> State:
    """Pick a line of a list: patterns and areas are chosen or taken back, a muscle selected, a test explained."""
    if name == "pattern":
        return toggle_pattern(state, ref)
    if name == "area":
        return toggle_pain(state, ref, atlas.areas[ref.id].side == "paired")
    if name == "muscle":
        return choose_muscle(state, ref)
    return explain(state, "test", ref)


def take_hit(state: State, atlas: Atlas, hit: Hit) -> State:
    """Take a result of the search, as if it were picked in its list."""
    if hit.kind == "muscle":
        return choose_muscle(state, Ref(hit.id))
    known = next((ref for ref in state.patterns if hit.kind == "pattern" and ref.id == hit.id), Ref(hit.id))
    return _chosen(state, atlas, hit.kind, known)


def ref_of_shape(shape_id: str) -> Ref:
    """The reference that a shape of the body stands for."""
    name, side = owner(shape_id)
    return Ref(name) if side == "midline" else parse_ref(f"{name}:{side}")


def shapes_of(atlas: Atlas, ref: Ref) -> tuple[str, ...]:
    """The ids of a muscle's outlines, one per side that the reference names; empty for an unknown muscle."""
    muscle = atlas.muscles.get(ref.id)
    if muscle is None:
        return ()
    return tuple(f"{ref.id}-{side}" for side in body_sides(muscle.side == "paired", ref.side))


def shapes_meant(atlas: Atlas, kind: SubjectKind, ref: Ref) -> tuple[str, ...]:
    """The shapes that a link means, to light them up: a muscle, the members of a group, an area of pain."""
    if kind == "muscle":
        return shapes_of(atlas, ref)
    if kind == "group":
        return tuple(shape for muscle in atlas.members(ref.id) for shape in shapes_of(atlas, Ref(muscle)))
    area = atlas.areas.get(ref.id) if kind == "area" else None
    return tuple(f"{ref.id}-{side}" for side in body_sides(area.side == "paired", ref.side)) if area else ()


def shape_names(atlas: Atlas) -> dict[str, str]:
    """What the body calls its shapes: muscles and areas, with their side."""
    names = {}
    for things in (atlas.muscles, atlas.areas):
        for thing in things.values():
            for side in body_sides(thing.side == "paired", None):
                words = thing.name if side == "midline" else f"{thing.name}, {side}"
                names[f"{thing.id}-{side}"] = words[:1].upper() + words[1:]
    return names
