"""The blocks of which a page of the panel is made; the window, the terminal and the exports each write them down.

A target is ``KIND/REF``: ``muscle/psoas_major:right``, ``pattern/high_hip``, ``area/low_back:left``, ``test/ober``,
``remedy/rem_042``, ``source/source_e``, ``group/hip_flexors``, ``about/plumbline``.
"""

from __future__ import annotations

from typing import Literal

from app.model.frozen import frozen
from app.model.look import MuscleState, Role


@frozen
class Span:
    """A run of text; with a target it is a link."""

    text: str
    target: str | None = None
    tone: Literal["normal", "strong", "quiet"] = "normal"


Text = tuple[Span, ...]


@frozen
class Title:
    """What the page is about, and one plain line beneath."""

    text: str
    plain: str = ""


@frozen
class Heading:
    """The head of a section."""

    text: str


@frozen
class Paragraph:
    """Running text; ``quiet`` for what stands behind the rest."""

    text: Text
    tone: Literal["normal", "quiet"] = "normal"


@frozen
class Chip:
    """A small label in a frame: a source, a grade, "unverified"."""

    text: str
    target: str | None = None
    kind: Literal["source", "grade", "unverified", "note"] = "note"


@frozen
class Chips:
    """A row of chips."""

    chips: tuple[Chip, ...]


@frozen
class MuscleLine:
    """One muscle, or several that share a state and a reason, with the swatch of the state and why it is so."""

    state: MuscleState
    role: Role | None
    name: Text
    why: Text
    chips: tuple[Chip, ...] = ()


@frozen
class MuscleList:
    """Lines of muscles under one heading, such as "Tight"."""

    lines: tuple[MuscleLine, ...]


@frozen
class Steps:
    """Numbered steps, in their order."""

    steps: tuple[Text, ...]


@frozen
class Bullets:
    """Points without an order."""

    points: tuple[Text, ...]


@frozen
class Row:
    """A label and what it says: "Nerve", "femoral nerve (L2-L4)"."""

    label: str
    text: Text


@frozen
class Rows:
    """Labelled rows, as on a muscle's card."""

    rows: tuple[Row, ...]


@frozen
class Notice:
    """Something to see before the rest: red flags, a caution, a hint."""

    kind: Literal["red_flag", "caution", "hint"]
    text: Text
    points: tuple[Text, ...] = ()


Block = Title | Heading | Paragraph | Chips | MuscleList | Steps | Bullets | Rows | Notice


@frozen
class Page:
    """What the panel says, top to bottom."""

    title: str
    blocks: tuple[Block, ...]
