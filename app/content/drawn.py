"""Whether the diagrams draw what the content knows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.content.loaded import Loaded
from app.content.wording import hint_for
from app.model.anatomy import Area, Muscle, Structure
from app.model.frozen import frozen
from app.model.problem import Problem

SIDED = ("-right", "-left", "-midline")
"""How the ids of outlines end."""


@frozen
class Outline:
    """One closed shape of a diagram: its id (``THING-SIDE``), what it is (muscle, area, structure, bone), and where it is."""

    id: str
    part: str
    file: str
    line: int


def check_diagrams(loaded: Loaded, outlines: Sequence[Outline], complete: bool = True) -> list[Problem]:
    """Where the muscles and areas of the content and the outlines of the diagrams do not match.

    What no outline draws is told only when the outlines are `complete`.
    Needs the places of the entries, which content from the cache does not have.
    """
    problems = [Problem(outline.file, outline.line, 1, "error", f"{outline.id}: {message}")
                for outline in outlines if (message := _stray(outline, loaded))]
    return [*problems, *_lacking(loaded, outlines)] if complete else problems


def _lacking(loaded: Loaded, outlines: Sequence[Outline]) -> Iterator[Problem]:
    """What no outline draws. A muscle must be drawn; an area or a structure may be known without."""
    atlas = loaded.atlas
    for muscle, message in _undrawn(atlas.muscles, _muscles_of(atlas.muscles, outlines)):
        yield Problem(*loaded.places["muscle", muscle], "error", f"{muscle}: {message}")
    for area, message in _undrawn(atlas.areas, {outline.id for outline in outlines if outline.part == "area"}):
        yield Problem(*loaded.places["area", area], "warning", f"{area}: {message}")
    for structure, message in _shapeless(atlas.structures, {outline.id for outline in outlines}):
        yield Problem(*loaded.places["structure", structure], "warning", f"{structure}: {message}")


def _muscles_of(muscles: Mapping[str, Muscle], outlines: Sequence[Outline]) -> set[str]:
    """The ids of the outlines of muscles; a sheet of fascia is drawn as a structure."""
    fasciae = {thing.id for thing in muscles.values() if thing.kind == "fascia"}
    return {outline.id for outline in outlines
            if outline.part == "muscle" or (outline.part == "structure" and outline.id.rpartition("-")[0] in fasciae)}


def _known(part: str, loaded: Loaded) -> Mapping[str, Muscle | Area] | None:
    known: dict[str, Mapping[str, Muscle | Area]] = {"muscle": loaded.atlas.muscles, "area": loaded.atlas.areas}
    return known.get(part)


def _stray(outline: Outline, loaded: Loaded) -> str | None:
    """What is wrong with an outline; None when it is of a known thing on a side that it has."""
    known = _known(outline.part, loaded)
    if known is None:
        return None
    name, dash, side = outline.id.rpartition("-")
    thing = name if dash and side in ("right", "left", "midline") else outline.id
    if thing in known:
        ids = _ids(known[thing])
        return None if outline.id in ids else f"the id should be {' or '.join(ids)}"
    if (outline.part, thing) in loaded.places:
        # The entry has a fault of its own, which is told where it stands.
        return None
    hint = hint_for(thing, known, f"add the {outline.part}, or give the path another class")
    return f"no {outline.part} has the id '{thing[:60]}'{hint}"


def _undrawn(things: Mapping[str, Muscle | Area], drawn: set[str]) -> Iterator[tuple[str, str]]:
    for thing_id, thing in things.items():
        missing = [one for one in _ids(thing) if one not in drawn]
        if missing:
            sides = "no diagram draws one side" if len(missing) < len(_ids(thing)) else "no diagram draws it"
            yield thing_id, f"{sides}; add a path with the id {' and '.join(missing)}"


def _shapeless(structures: Mapping[str, Structure], drawn: set[str]) -> Iterator[tuple[str, str]]:
    """Structures of which no diagram draws a shape, as it has none of that name on any side."""
    shapes = {one.rpartition("-")[0] if one.endswith(SIDED) else one for one in drawn}
    for structure in structures.values():
        for shape in structure.shapes or (structure.id,):
            if shape not in shapes:
                yield structure.id, f"no diagram draws the shape '{shape[:60]}'" + hint_for(shape, shapes, "name another at 'shapes'")


def _ids(thing: Muscle | Area) -> tuple[str, ...]:
    """The ids that its outlines have."""
    sides = ("right", "left") if thing.side == "paired" else ("midline",)
    return tuple(f"{thing.id}-{side}" for side in sides)
