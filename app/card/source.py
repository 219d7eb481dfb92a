"""The page of a source: what it is, where to find it, what was read of it, how far to trust it; and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache

from app.card.blocks import Block, Bullets, Heading, Page, Paragraph, Row, Rows, Span, Text, Title
from app.card.links import joined, link, muscle_link, words
from app.card.same import Same
from app.card.sections import HEADS
from app.model.basic import Source
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import State

STANDINGS = {
    "sound": "A reviewed work or a work of reference.",
    "weak": "A page of a practice or a study aid; to be taken with care.",
    "opinion": "A practitioner's opinion: shown as a claim, under its name.",
    "project": "What this project defined or concluded itself.",
    "unverified": "No source was read for this.",
}
KINDS = (("pattern", "patterns", "Postures"), ("cause", "causes", "Causes"), ("structure", "structures", "Structures"),
         ("muscle", "muscles", "Muscles"), ("test", "tests", "Tests"), ("remedy", "remedies", "Remedies"),
         ("finding", "findings", "Findings"), ("dispute", "disputes", "Disputes"), ("term", "terms", "Words"))
"""The kinds whose entries cite sources, where the atlas holds them, and their label."""
MANY = 24
"""More links than this of one kind are only counted."""
AT_ONCE = 12
"""So many sources of one standing are listed until more are asked for: all of them would keep the reader waiting."""


def source_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """What a source is, how far to trust it, and where it is used."""
    source = atlas.sources[ref.id]
    facts = (("Title", source.title), ("Author", source.author), ("Year", str(source.year) if source.year else None),
             ("Kind", source.kind), ("DOI", source.doi), ("Address", source.url), ("Read of it", source.read))
    rows = tuple(Row(label, words(text)) for label, text in facts if text and text != "none")
    blocks: list[Block] = [Title(source.name, STANDINGS[source.standing])]
    if rows:
        blocks.append(Rows(rows))
    if source.note:
        blocks.append(Paragraph(words(source.note), "quiet"))
    used = _used(atlas, source.id)
    if used:
        blocks += [Heading(HEADS["with"]), Rows(used)]
    if source.url or source.doi:
        blocks.append(Paragraph(words("Plumbline opens no connection; copy the address to read it."), "quiet"))
    return Page(source.name, tuple(blocks))


def bibliography(atlas: Atlas) -> Page:
    """All sources, those that can be trusted most first."""
    blocks: list[Block] = [Title("Sources", "All that was read for Plumbline, and how far to trust it.")]
    for standing, words_ in STANDINGS.items():
        found = [one for one in atlas.sources.values() if one.standing == standing]
        if found:
            found.sort(key=lambda one: one.name.casefold())
            blocks += [Heading(words_.rstrip(".")), Bullets(tuple(_entry(one) for one in found), standing, AT_ONCE)]
    return Page("Sources", tuple(blocks))


def _entry(source: Source) -> Text:
    told = (source.author, source.title, str(source.year) if source.year else None)
    line = "".join(f" {one.rstrip('.')}." for one in told if one)
    place = f" doi {source.doi}" if source.doi else f" {source.url}" if source.url else ""
    return (link("source", Ref(source.id), source.name), Span(f":{line}{place}" if line or place else "", tone="quiet"))


def _used(atlas: Atlas, source: str) -> tuple[Row, ...]:
    """Where a source is cited: links to what rests on it, counted where they are many."""
    citing = _citing(Same(atlas)).get(source, {})
    found = [(label, _links(kind, getattr(atlas, field), citing.get(kind, ()))) for kind, field, label in KINDS]
    muscles = dict.fromkeys(one.muscle for one in atlas.referrals.values() if source in one.sources)
    points = words(f"of {len(muscles)} muscles") if len(muscles) > MANY else joined(muscle_link(atlas, one) for one in muscles)
    return tuple(Row(label, text) for label, text in (*found, ("Trigger points", points if muscles else ())) if text)


def _links(kind: str, things: Mapping[str, object], keys: Sequence[str]) -> Text:
    if len(keys) > MANY:
        return words(f"{len(keys)} of {len(things)}")
    return joined((link(kind, Ref(key), name_of(things[key]).rstrip(".")) for key in keys), "; ")


@lru_cache(maxsize=1)
def _citing(this: Same) -> dict[str, dict[str, list[str]]]:
    """For each source and kind, the entries that cite it, themselves or in any claim inside."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind, field, _ in KINDS:
        for key, entry in getattr(this.atlas, field).items():
            for source in set(_cited(entry)):
                found.setdefault(source, {}).setdefault(kind, []).append(key)
    return found


def _cited(value: object) -> Iterator[str]:
    """All sources that a value and the values inside it name."""
    if isinstance(value, tuple):
        for item in value:
            yield from _cited(item)
    elif is_dataclass(value):
        yield from getattr(value, "sources", ())
        for one in fields(value):
            yield from _cited(getattr(value, one.name))


def name_of(thing: object) -> str:
    """What an entry is called: its name, or the claim that it is about."""
    return str(getattr(thing, "name", None) or getattr(thing, "claim", ""))
