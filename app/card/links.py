"""Small pieces that all pages share: links, chips of sources, words for sides."""

from __future__ import annotations

from collections.abc import Iterable

from app.card.blocks import Chip, Span, Text
from app.model.anatomy import Muscle
from app.model.basic import UNVERIFIED, Fact
from app.model.knowledge import Atlas
from app.model.reference import Ref

GRADES = {
    "A": "supported",
    "B": "mixed, or association only",
    "C": "weak, or practitioners' opinion",
    "D": "contradicted",
    "N": "no evidence found",
}
"""What each grade of evidence means, in the words of the panel."""


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def words(text: str) -> Text:
    """Plain text as spans."""
    return (Span(text),)


def link(kind: str, ref: Ref, text: str) -> Span:
    """A link to a thing of the content."""
    return Span(text, f"{kind}/{ref}")


def muscle_link(atlas: Atlas, muscle: str, side: str | None = None) -> Span:
    """A link to a muscle by its name; with a side, to that side only."""
    target = f"muscle/{muscle}:{side}" if side in ("right", "left") else f"muscle/{muscle}"
    return Span(atlas.muscles[muscle].name, target)


def joined(spans: Iterable[Span], between: str = ", ") -> Text:
    """Spans with a separator between them."""
    out: list[Span] = []
    for span in spans:
        if out:
            out.append(Span(between))
        out.append(span)
    return tuple(out)


def source_chip(atlas: Atlas, source: str) -> Chip:
    """A chip that names a source; ``unverified`` gets its own quiet kind."""
    if source == UNVERIFIED:
        return Chip("unverified", f"source/{source}", "unverified")
    found = atlas.sources[source]
    if source == "project":
        return Chip("our reading", f"source/{source}", "source")
    return Chip(f"source {found.letter}" if found.letter else found.name, f"source/{source}", "source")


def source_chips(atlas: Atlas, sources: Iterable[str]) -> tuple[Chip, ...]:
    """One chip per source, each once."""
    return tuple(source_chip(atlas, source) for source in dict.fromkeys(sources))


def cited(atlas: Atlas, fact: Fact, tone: str = "normal") -> Text:
    """A fact with its sources in quiet brackets behind it."""
    return (Span(fact.text, tone="quiet" if tone == "quiet" else "normal"), *mark(atlas, fact.sources))


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


def in_words(ref: Ref, name: str) -> str:
    """A name with its side in front: "right low back"; both sides and the midline go without saying."""
    return f"{ref.side} {name}" if ref.side in ("right", "left") else name


def layer_words(muscle: Muscle) -> str:
    """Where a muscle lies, for its card."""
    return {"superficial": "under the skin", "intermediate": "in the middle layer", "deep": "deep"}[muscle.layer]
