"""What all content is made of: links, facts in two voices, sources, grades of evidence.

A field annotated ``Annotated[str, Link(KIND)]`` holds the id of a value of that kind; the reader checks that it exists.
``unverified`` is the id of the source that means: nobody has verified this.
"""

from __future__ import annotations

from typing import Annotated, Literal

from app.model.frozen import frozen

UNVERIFIED = "unverified"

Grade = Literal["A", "B", "C", "D", "N"]
"""A supported, B mixed or association only, C weak or practitioners' opinion, D contradicted, N no evidence found."""

Pairing = Literal["paired", "midline"]
Length = Literal["short", "long"]
Tone = Literal["tight", "weak"]
RelativeSide = Literal["both", "same", "opposite"]
"""A side in relation to the one that the user chose for a pattern or a cause."""


@frozen
class Link:
    """Marks a text as the id of a value of `kind`; ``muscle_or_group`` and ``part`` (muscle, group or structure) allow any."""

    kind: str


SourceId = Annotated[str, Link("source")]
MuscleId = Annotated[str, Link("muscle")]
TargetId = Annotated[str, Link("muscle_or_group")]
PartId = Annotated[str, Link("part")]
AreaId = Annotated[str, Link("area")]
PatternId = Annotated[str, Link("pattern")]
TestId = Annotated[str, Link("test")]
RemedyId = Annotated[str, Link("remedy")]
CauseId = Annotated[str, Link("cause")]
FindingId = Annotated[str, Link("finding")]


@frozen
class Fact:
    """What is stated, with the sources that were read for it.

    `text` is the clinical voice; `plain` says the same to a patient, and is absent where `text` serves both.
    """

    text: str
    sources: tuple[SourceId, ...]
    plain: str | None = None


@frozen
class Source:
    """Where a claim comes from. `letter` is A to E for the five articles that the product digests.

    `name` is short (author, year, subject); `title`, `author`, `year` with `doi` or `url` let anyone find it; `read` says
    what was read of it. `standing` is how far to trust it: ``sound`` (reviewed or a reference work), ``weak`` (a practice's
    or a study card's page), ``opinion`` (a practitioner's claim), ``project`` (this project's reading), ``unverified``.
    """

    id: str
    name: str
    kind: Literal["article", "study", "review", "guideline", "textbook", "reference", "web page", "project", "none"]
    standing: Literal["sound", "weak", "opinion", "project", "unverified"]
    title: str | None = None
    author: str | None = None
    year: int | None = None
    doi: str | None = None
    url: str | None = None
    read: str | None = None
    letter: str | None = None
    note: str | None = None


@frozen
class Evidence:
    """How strong a claim is: a grade, why, and who disputes it."""

    claim: str
    grade: Grade
    text: str
    sources: tuple[SourceId, ...]
    plain: str | None = None


@frozen
class Dispute:
    """A claim that evidence contradicts, limits or cannot support: who makes it, the grade, and what its `sources` say.

    `said_by` are those that make the claim; empty where it is a common belief. The cards of all that it names show it.
    """

    id: str
    claim: str
    grade: Grade
    text: str
    plain: str
    sources: tuple[SourceId, ...]
    said_by: tuple[SourceId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    tests: tuple[TestId, ...] = ()
    remedies: tuple[RemedyId, ...] = ()
    muscles: tuple[MuscleId, ...] = ()
    limits: tuple[str, ...] = ()
    """Where the grade differs for a part of the claim: "weakness and endurance: B"."""


@frozen
class Term:
    """A clinical term in plain words. `forms` are other ways in which texts write it."""

    id: str
    name: str
    plain: str
    sources: tuple[SourceId, ...]
    forms: tuple[str, ...] = ()


@frozen
class Question:
    """What readers ask, with its answer and what it concerns. `asks` are the words by which people search for it."""

    id: str
    question: str
    answer: tuple[Fact, ...]
    asks: tuple[str, ...]
    asked_by: tuple[SourceId, ...]
    patterns: tuple[PatternId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    tests: tuple[TestId, ...] = ()
    remedies: tuple[RemedyId, ...] = ()
