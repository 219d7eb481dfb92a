"""The blocks of which a page of the panel is made; the window, the terminal and the exports each write them down.

A target is ``KIND/REF``: ``muscle/psoas_major:right``, ``pattern/high_hip``, ``area/low_back:left``, ``test/ober``,
``remedy/rem_042``, ``source/source_e``, ``group/hip_flexors``, ``about/plumbline``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.model.look import MuscleState, Role


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; with a target it is a link."""

    text: str
    target: str | None = None
    tone: Literal["normal", "strong", "quiet"] = "normal"


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What the page is about, and one plain line beneath."""

    text: str
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``quiet`` for what stands behind the rest."""

    text: Text
    tone: Literal["normal", "quiet"] = "normal"


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label in a frame: a source, a grade, "unverified"."""

    text: str
    target: str | None = None
    kind: Literal["source", "grade", "unverified", "note"] = "note"


@dataclass(frozen=True, slots=True)
class Chips:
    """A row of chips."""

    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class MuscleLine:
    """One muscle, or several that share a state and a reason, with the swatch of the state and why it is so."""

    state: MuscleState
    role: Role | None
    name: Text
    why: Text
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class MuscleList:
    """Lines of muscles under one heading, such as "Tight"."""

    lines: tuple[MuscleLine, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbered steps, in their order."""

    steps: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points without an order."""

    points: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what it says: "Nerve", "femoral nerve (L2-L4)"."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Rows:
    """Labelled rows, as on a muscle's card."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to see before the rest: red flags, a caution, a hint."""

    kind: Literal["red_flag", "caution", "hint"]
    text: Text
    points: tuple[Text, ...] = ()


Block = Title | Heading | Paragraph | Chips | MuscleList | Steps | Bullets | Rows | Notice


@dataclass(frozen=True, slots=True)
class Page:
    """What the panel says, top to bottom."""

    title: str
    blocks: tuple[Block, ...]
