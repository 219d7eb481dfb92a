"""What a hand-out is made of: a title and parts, some of which may be left out. Every claim comes with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, get_args

from app.model.frozen import frozen

OptionalPart = Literal["picture", "what", "causes", "note", "do", "in_full", "sure", "sources"]
"""The parts that a therapist may leave out; `in_full` has every step of every exercise, `sources` the list of them."""

PartId = OptionalPart | Literal["red_flags", "limits"]

Unchecked = Literal["no", "in part", "all"]

OPTIONAL: tuple[OptionalPart, ...] = get_args(OptionalPart)

USUALLY_LEFT_OUT: tuple[OptionalPart, ...] = ("in_full", "sources")
"""What is ticked on by whoever wants it: without these one page is enough."""

PART_NAMES: dict[OptionalPart, str] = {
    "picture": "Picture of the body", "what": "What it is", "causes": "What may be behind it", "note": "Your note",
    "do": "What you can do", "in_full": "All exercises, with every step", "sure": "How sure is this", "sources": "List of sources"}
"""What the parts are called where they are chosen."""

LEAST_EXERCISES = 2
"""So many exercises stay, however little room there is."""


@frozen
class Told:
    """A sentence or two, with the ids of the sources that were read for it; `lead` is said first, and strongly."""

    text: str
    sources: tuple[str, ...] = ()
    lead: str = ""


@frozen
class Likely:
    """A cause that the pain makes thinkable: how well it fits in words, and what it is."""

    name: str
    fits: str
    told: Told


@frozen
class Exercise:
    """One step: what it is for, and how one thing is done for it; without a `name` there is nothing more to do than the step says."""

    told: Told
    name: str = ""
    how: Told | None = None
    steps: tuple[str, ...] = ()
    need: str = ""
    dose: Told | None = None
    caution: Told | None = None
    unchecked: Unchecked = "no"
    """Whether no research was read for what is said of it."""
    kind: str = ""
    """What the one thing does: release, strengthen and so on."""
    brief: str = ""
    """How it is done, in one to three sentences."""
    rank: int = 0
    """From 1 on, the most wanted first: where there is no room the last one goes. 0 stays."""


@frozen
class Part:
    """A part of the hand-out: a heading, running text, then points, causes or exercises. `framed` stands out from the rest."""

    id: PartId
    heading: str
    told: tuple[Told, ...] = ()
    likely: tuple[Likely, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    framed: bool = False
    points: tuple[Told, ...] = ()


@frozen
class Handout:
    """The page for a patient. `numbers` gives each source that it cites its number, in the order of the list at its end."""

    title: str
    parts: tuple[Part, ...]
    offered: tuple[OptionalPart, ...]
    """The parts that there are to be left out, whether they were or not."""
    numbers: Mapping[str, int]
    """Empty while the list is left out."""
    sources: tuple[str, ...]
    """What the sources are called, in the order of their numbers."""

    def part(self, wanted: PartId) -> Part | None:
        """A part, or None where it is left out or there is nothing to say."""
        return next((one for one in self.parts if one.id == wanted), None)

    def shorter(self) -> Handout | None:
        """The same without the least wanted exercise, or None where none may go any more."""
        part = self.part("do")
        last = max((one.rank for one in part.exercises), default=0) if part else 0
        if part is None or last <= LEAST_EXERCISES:
            return None
        fewer = replace(part, exercises=tuple(one for one in part.exercises if one.rank != last))
        return replace(self, parts=tuple(fewer if one is part else one for one in self.parts))


def all_told(part: Part) -> Iterator[Told]:
    """Everything that a part claims, with its sources, in the order of the page."""
    yield from (*part.told, *part.points)
    for likely in part.likely:
        yield likely.told
    for exercise in part.exercises:
        yield exercise.told
        yield from filter(None, (exercise.how, exercise.dose, exercise.caution))
