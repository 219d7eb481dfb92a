"""The page of several selected muscles: each with its state, what they share, what can be done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.card.blocks import (
    Act,
    Acts,
    Block,
    Heading,
    MuscleLine,
    MuscleList,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.links import capital, in_words, words
from app.card.traits import Trait, Traits, shortest, told, traits_of
from app.model.knowledge import Atlas
from app.model.look import MuscleState
from app.model.reference import Ref, body_sides
from app.reason.muscles import muscle_rows
from app.reason.rows import MuscleRow
from app.state.select import selected
from app.state.state import State

NOTHING = "No muscle is selected. Click one on the body; hold Ctrl to select more."
ALONE = "One muscle is selected. Hold Ctrl and click to select more."
NO_MORE = "On record here they have nothing in common."
HOW = "Ctrl+click adds a muscle, or takes one away."
NAMES = "N writes names beside the body, or takes them away."
UNSHARED: tuple[Trait, ...] = ("Lies", "Origin", "Insertion")
"""Traits that are not worth telling of some of the muscles only."""


def selection_page(atlas: Atlas, state: State) -> Page:
    """The selected muscles, and what all of them, or most, have in common."""
    chosen = selected(state)
    if len(chosen) < 2:
        title = "Selected muscles"
        return Page(title, (Title(title), Paragraph(words(ALONE if chosen else NOTHING))))
    title = f"{len(chosen)} muscles selected"
    rows = muscle_rows(atlas, state)
    lines = tuple(_line(atlas, rows, ref) for ref in chosen)
    blocks: list[Block] = [Title(title, HOW)]
    blocks += _compare(chosen)
    blocks += [MuscleList(lines), Heading("What they share"), *_shared(atlas, chosen), Paragraph(words(NAMES), "quiet")]
    return Page(title, tuple(blocks))


def other_selected(state: State, ref: Ref) -> list[Block]:
    """On the card of one of several selected muscles, the way to all of them."""
    chosen = selected(state)
    if len(chosen) < 2 or ref not in chosen:
        return []
    return [Paragraph((Span(f"One of {len(chosen)} selected muscles. "), Span("What they share", "about/selection")), "quiet")]


def _compare(chosen: tuple[Ref, ...]) -> list[Block]:
    """The two that were selected last, side by side."""
    one, other = chosen[-2:]
    label = "Compare side by side" if len(chosen) == 2 else "Compare the last two"
    return [Acts("", (Act(label, f"compare/muscle/{one}/{other}"),))]


def _line(atlas: Atlas, rows: Iterable[MuscleRow], ref: Ref) -> MuscleLine:
    """A selected muscle with the state that it has in what is chosen."""
    muscle = atlas.muscles[ref.id]
    sides = body_sides(muscle.side == "paired", ref.side)
    states: set[MuscleState] = {row.state for row in rows if row.muscle == ref.id and row.side in sides}
    name = Span(capital(in_words(ref, muscle.name)), f"muscle/{ref}", hint=muscle.plain or "")
    return MuscleLine(states.pop() if len(states) == 1 else "neutral", None, (name,), words(muscle.plain or ""))


def _shared(atlas: Atlas, chosen: tuple[Ref, ...]) -> list[Block]:
    """A row for each trait that at least half of the muscles have in common, what all have first."""
    every = [traits_of(atlas, ref) for ref in chosen]
    rows = tuple(Row(trait, text) for trait in every[0] if (text := _common(every, trait)))
    return [Rows(rows)] if rows else [Paragraph(words(NO_MORE))]


def _common(every: list[Traits], trait: Trait) -> Text:
    counts = Counter(key for traits in every for key in traits[trait])
    least = len(every) if trait in UNSHARED else max(2, (len(every) + 1) // 2)
    texts = _shortest_texts(every, trait)
    held: dict[str, Text] = {}
    for key, count in counts.most_common():
        if count >= least:
            of_all = f" ({count} of {len(every)})" if count < len(every) else ""
            first = texts[key][0]
            held[key] = (Span(first.text + of_all, first.target, first.tone, first.hint),)
    return told(trait, held) if held else ()


def _shortest_texts(every: list[Traits], trait: Trait) -> dict[str, Text]:
    """For each key of a trait the shortest of its texts."""
    texts: dict[str, Text] = {}
    for key, text in (item for traits in every for item in traits[trait].items()):
        texts[key] = shortest(texts.get(key, text), text)
    return texts
