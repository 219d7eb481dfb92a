"""What is to be named beside the body: which muscles, in what words, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.diagram.drawing import owner
from app.model.anatomy import PlumbPoint, ViewName
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import MuscleState, Role
from app.paint.plain import BONES, LATIN, plain_name
from app.paint.plate import Plate
from app.reason.shapes import structure_shapes
from app.state.sheet import stronger
from app.state.state import NameChoice, State

BARE = 0.2
"""A muscle of which less than this share 0..1 is seen does not count as laid bare."""
SHORT = (("Musculus ", "M. "), ("Musculi ", "Mm. "), (" musculi ", " m. "), (" musculorum ", " mm. "))
"""Latin as it stands on a plate."""


@frozen
class Name:
    """One name. `shapes` are those that it may point to: both sides of a muscle when they are marked alike."""

    shapes: tuple[str, ...]
    text: str
    beneath: str = ""
    """A second name, in smaller type."""
    state: MuscleState | None = None
    at: PlumbPoint | None = None
    """What it names when it is no shape."""
    number: int = 0
    """Its place among the names that are to be guessed, from 1; 0 when it is not."""
    told: bool = True
    """Whether it is written; of one that is not only its number is, and a line for the name."""


def names_of(atlas: Atlas, state: State, lit: Mapping[str, MuscleState], roles: Mapping[str, Role],
             selected: Iterable[str], plates: Mapping[ViewName, Plate]) -> tuple[Name, ...]:
    """The names that a state asks for: the selected first, then those with a state, then those that refer pain."""
    if state.labels == "none":
        return ()
    chosen = frozenset(selected)
    bare = _laid_bare(state, plates) if state.labels == "layer" else ()
    wholes = _wholes(atlas, state)
    known = {*atlas.muscles, *atlas.structures, *LATIN, *BONES}
    together: dict[tuple[object, ...], list[str]] = {}
    for shape in dict.fromkeys((*sorted(chosen, reverse=True), *lit, *roles, *bare)):
        muscle = wholes.get(shape, owner(shape)[0])
        if muscle in known:
            alike = together.setdefault((muscle, lit.get(shape) or roles.get(shape)), [])
            # The side that is not selected needs no second name.
            if shape in chosen or not chosen.intersection(alike):
                alike.append(shape)
    named = tuple(_name(_words(atlas, wholes.get(shapes[0], owner(shapes[0])[0])), tuple(shapes), lit.get(shapes[0]), state.names)
                  for shapes in together.values())
    return (*named, *_on_plumb_line(atlas)) if state.plumb else named


def _on_plumb_line(atlas: Atlas) -> Iterator[Name]:
    """The points that the plumb line tells of, in small type."""
    for point in atlas.plumb:
        yield Name((), "", point.name, at=point)


def _laid_bare(state: State, plates: Mapping[ViewName, Plate]) -> Iterator[str]:
    """The muscles, and what else has a name, that a depth lays bare on the shown views, the largest first."""
    seen: dict[str, float] = {}
    others = {**LATIN, **BONES} if state.depth == "bone" and state.fade <= 0.5 else LATIN
    for view in state.views:
        for form in plates[view].forms if view in plates else ():
            share = form.exposure(stronger(state.depth, state.fade)).seen
            if (form.part == "muscle" or owner(form.id)[0] in others) and share >= BARE:
                seen[form.id] = max(seen.get(form.id, 0.0), share * form.box.width() * form.box.height())
    return (shape for shape, _ in sorted(seen.items(), key=_by_size))


def _by_size(entry: tuple[str, float]) -> tuple[float, str]:
    return -entry[1], entry[0]


def _wholes(atlas: Atlas, state: State) -> dict[str, str]:
    """The structures of the chosen cause by their shapes: bones and discs are named as what they are part of in it."""
    parts = atlas.causes[state.cause.id].parts if state.cause else ()
    found = (atlas.structures[part.of] for part in parts if part.of in atlas.structures)
    return {shape: one.id for one in found for shape in structure_shapes(one) if owner(shape)[0] not in LATIN}


def _words(atlas: Atlas, thing: str) -> tuple[str, str]:
    """The English and the Latin name of a muscle, of a structure, or of what has no card."""
    muscle = atlas.muscles.get(thing)
    if muscle is None and thing in atlas.structures and thing not in LATIN:
        name = atlas.structures[thing].name
        name = name[:1].lower() + name[1:] if name[1:2].islower() else name
        return name, atlas.structures[thing].latin or name
    if muscle is None:
        return plain_name(thing), LATIN.get(thing) or BONES[thing]
    latin = muscle.latin
    for long, short in SHORT:
        latin = latin.replace(long, short)
    return muscle.name, latin


def _name(words: tuple[str, str], shapes: tuple[str, ...], lit: MuscleState | None, names: NameChoice) -> Name:
    english, latin = words
    if names == "latin":
        return Name(shapes, latin, state=lit)
    return Name(shapes, english, latin if names == "both" and latin.lower() != english.lower() else "", lit)
