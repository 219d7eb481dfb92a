"""Small pieces that all pages share: links, chips of sources, words for sides."""

from __future__ import annotations

from collections.abc import Iterable

from app.card.blocks import Chip, Span, Text
from app.model.anatomy import Muscle
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.reference import Ref, Side

PEOPLE = frozenset(("Achilles", "Adams", "Gillet", "Janda", "Kendall", "Laslett", "Ober", "Thomas", "Trendelenburg"))
"""Names of people with which names of tests and structures begin."""


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def words(text: str) -> Text:
    """Plain text as spans."""
    return (Span(text),)


def link(kind: str, ref: Ref, text: str, hint: str = "") -> Span:
    """A link to a thing of the content; `hint` says in plain words what it is."""
    return Span(text, f"{kind}/{ref}", hint=hint)


def muscle_link(atlas: Atlas, muscle: str, side: str | None = None) -> Span:
    """A link to a muscle by its name, which plain words explain; with a side, to that side only."""
    target = f"muscle/{muscle}:{side}" if side in ("right", "left") else f"muscle/{muscle}"
    return Span(atlas.muscles[muscle].name, target, hint=atlas.muscles[muscle].plain or "")


def joined(spans: Iterable[Span], between: str = "") -> Text:
    """Spans with a separator between them: a comma, or a semicolon where one of them holds a comma itself."""
    listed = tuple(spans)
    between = between or ("; " if any(", " in span.text for span in listed) else ", ")
    out: list[Span] = []
    for span in listed:
        if out:
            out.append(Span(between))
        out.append(span)
    return tuple(out)


def source_chip(atlas: Atlas, source: str) -> Chip:
    """A chip that names a source; ``unverified`` gets its own quiet kind."""
    if source == UNVERIFIED:
        return Chip("unverified", f"source/{source}", "unverified")
    if source == "project":
        return Chip("our reading", f"source/{source}", "source")
    found = atlas.sources[source]
    return Chip(f"source {found.letter}" if found.letter else found.name, f"source/{source}", "source")


def source_chips(atlas: Atlas, sources: Iterable[str]) -> tuple[Chip, ...]:
    """One chip per source, each once."""
    return tuple(source_chip(atlas, source) for source in dict.fromkeys(sources))


def mark(atlas: Atlas, sources: Iterable[str]) -> Text:
    """Sources in quiet brackets, each a link: a letter for the five articles, author and year for a study, the number of a guideline."""
    chips = source_chips(atlas, sources)
    shorts = [_short(chip.text) for chip in chips]
    # Two pages of one work are told apart by their whole names.
    named = joined(Span(short if shorts.count(short) == 1 else chip.text, chip.target, "quiet")
                   for short, chip in zip(shorts, chips, strict=True))
    return (Span(" [", tone="quiet"), *named, Span("]", tone="quiet")) if named else ()


def _short(name: str) -> str:
    """A source's name without its subtitle: "Herrington 2011, pelvic tilt" becomes "Herrington 2011"."""
    study, _, _ = name.partition(", ")
    return study if study[-2:].isdigit() else name.partition(": ")[0]


def source_short(atlas: Atlas, source: str) -> str:
    """A source's name as it stands in a sentence: "source E", author and year of a study."""
    return _short(source_chip(atlas, source).text)


def in_words(ref: Ref, name: str) -> str:
    """A name with its side in front: "right low back"; both sides and the midline go without saying."""
    return f"{ref.side} {name}" if ref.side in ("right", "left") else name


def part_link(atlas: Atlas, part: str, side: Side | None = None) -> Span:
    """A link to a muscle, a group or a structure; with a side, to that side where the part has one."""
    if part in atlas.muscles:
        return muscle_link(atlas, part, side if atlas.muscles[part].side == "paired" else None)
    if part in atlas.groups:
        return link("group", Ref(part), atlas.groups[part].name)
    found = atlas.structures[part]
    one = side if found.side == "paired" and side in ("right", "left") else None
    return link("structure", Ref(part, one), small(found.name), found.plain)


def is_paired(atlas: Atlas, part: str) -> bool:
    """Whether a muscle, a group or a structure has a right and a left form."""
    one = atlas.muscles.get(part) or atlas.structures.get(part)
    return one is None or one.side == "paired"


def area_link(atlas: Atlas, area: str, side: Side | None = None) -> Span:
    """A link to an area of pain; with a side, to that side where the area has two."""
    found = atlas.areas[area]
    one = side if found.side == "paired" and side in ("right", "left") else None
    return link("area", Ref(area, one), small(found.name))


def small(name: str) -> str:
    """A name as it stands inside a sentence; names of people and of vertebrae keep their capital."""
    first = name.partition(" ")[0]
    proper = first.endswith("'s") or first in PEOPLE
    return name if proper or not name[1:2].islower() else name[:1].lower() + name[1:]


def layer_words(muscle: Muscle) -> str:
    """Where a muscle lies, for its card."""
    return {"superficial": "under the skin", "intermediate": "in the middle layer", "deep": "deep"}[muscle.layer]
