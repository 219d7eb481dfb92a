"""The content as typed, frozen values. The classes are the schema of the YAML files in ``data/``.

A mapping key of a file becomes the ``id`` of the value. A field annotated ``Annotated[str, Link(KIND)]`` holds the id
of a value of that kind; the reader checks that it exists. ``unverified`` is the id of the source that means:
nobody has verified this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from app.model.frozen import frozen

UNVERIFIED = "unverified"

Grade = Literal["A", "B", "C", "D", "N"]
"""A supported, B mixed or association only, C weak or practitioners' opinion, D contradicted, N no evidence found."""

Layer = Literal["superficial", "intermediate", "deep"]
PlumbBasis = Literal["measured", "described"]
Pairing = Literal["paired", "midline"]
Length = Literal["short", "long"]
Tone = Literal["tight", "weak"]
ViewName = Literal["front", "back", "right", "left"]
AttachmentEnd = Literal["origin", "insertion"]


@frozen
class Link:
    """Marks a text as the id of a value of `kind`; ``muscle_or_group`` allows either."""

    kind: str


SourceId = Annotated[str, Link("source")]
MuscleId = Annotated[str, Link("muscle")]
TargetId = Annotated[str, Link("muscle_or_group")]
AreaId = Annotated[str, Link("area")]
PatternId = Annotated[str, Link("pattern")]
TestId = Annotated[str, Link("test")]
RemedyId = Annotated[str, Link("remedy")]
CauseId = Annotated[str, Link("cause")]


@frozen
class Fact:
    """One sentence with the sources that were read for it."""

    text: str
    sources: tuple[SourceId, ...]


@frozen
class Source:
    """Where a claim comes from. `letter` is A to E for the five articles that the product digests.

    `standing` is how far to trust it: ``sound`` (reviewed or a reference work), ``weak`` (a practice's or a study
    card's page), ``opinion`` (a practitioner's claim), ``project`` (this project's reading), ``unverified``.
    """

    id: str
    name: str
    kind: Literal["article", "study", "review", "guideline", "textbook", "reference", "web page", "project", "none"]
    standing: Literal["sound", "weak", "opinion", "project", "unverified"]
    url: str | None = None
    author: str | None = None
    year: int | None = None
    letter: str | None = None
    note: str | None = None


@frozen
class Identifiers:
    """Ids of public anatomical vocabularies: Terminologia Anatomica 2, FMA, UBERON."""

    ta2: str | None = None
    fma: str | None = None
    uberon: str | None = None
    note: str | None = None


@frozen
class Antagonists:
    """Muscles that oppose; `basis` tells whether a source names them or they follow from opposite movements."""

    muscles: tuple[MuscleId, ...]
    basis: Literal["named", "partly named", "opposite movement", "unverified"]
    sources: tuple[SourceId, ...]


@frozen
class AttachmentLine:
    """A line along which one end of a muscle is attached: points (x, y, z) in the body frame, mm, right side (x <= 0).

    A single point is a small area. `seen` are the views in which it lies on the near side of the body.
    """

    end: AttachmentEnd
    points: tuple[tuple[float, float, float], ...]
    seen: tuple[ViewName, ...]


@frozen
class Cover:
    """How a muscle is hidden in a view: the share 0..1 of its outline that lies under others, how many lie over it on
    average, and the ids of those that hide most of it (muscles, fasciae or bones), the greatest first.
    """

    view: ViewName
    share: float
    layers: float
    by: tuple[str, ...]


@frozen
class Muscle:
    """A muscle (or the iliotibial band) as the panel shows it. `unverified` names fields that no source was read for."""

    id: str
    name: str
    latin: str
    region: str
    division: str
    layer: Layer
    side: Pairing
    origin: tuple[str, ...]
    insertion: tuple[str, ...]
    nerve: tuple[str, ...]
    actions: tuple[str, ...]
    antagonists: Antagonists
    identifiers: Identifiers
    sources: tuple[SourceId, ...]
    roots: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    plain: str | None = None
    kind: Literal["muscle", "fascia"] = "muscle"
    note: str | None = None
    unverified: tuple[str, ...] = ()
    attachments: tuple[AttachmentLine, ...] = ()
    """From ``data/body/attachment_lines.csv``, not from YAML."""
    covers: tuple[Cover, ...] = ()
    """One for each view that draws it; from ``data/body/covers.csv``, not from YAML."""


@frozen
class Group:
    """A name that stands for its members."""

    id: str
    name: str
    members: tuple[MuscleId, ...]
    basis: str
    sources: tuple[SourceId, ...]
    synonyms: tuple[str, ...] = ()


@frozen
class Area:
    """A region of the skin where pain is felt. ``data/body/areas.yaml`` tells in which views it is drawn and what bounds it."""

    id: str
    name: str
    body_part: str
    side: Pairing
    plain: str
    sources: tuple[SourceId, ...]
    synonyms: tuple[str, ...] = ()


@frozen
class Place:
    """Where on its muscle a trigger point lies: fractions 0..1 from origin to insertion and from edge to edge."""

    text: str
    along: float
    across: float
    basis: Literal["read", "estimated"]
    sources: tuple[SourceId, ...]


@frozen
class Referral:
    """A trigger point and the areas to which it sends pain; `spillover` only in some people."""

    id: str
    muscle: MuscleId
    name: str
    place: Place
    essential: tuple[AreaId, ...]
    spillover: tuple[AreaId, ...]
    sources: tuple[SourceId, ...]
    note: Fact | None = None
    position: tuple[float, float, float] | None = None
    """Body frame, mm, right side (x <= 0); from ``data/body/trigger_points.csv``, not from YAML."""
    seen: tuple[ViewName, ...] = ()
    """The views in which the point of the right side lies on the near side of the body; from the same table."""


@frozen
class Accuracy:
    """How well a test finds one target in one population; fractions 0..1."""

    target: str
    sensitivity: float | None
    specificity: float | None
    population: str | None
    sources: tuple[SourceId, ...]
    n: int | None = None


@frozen
class Test:
    """A check that a person or a clinician can do."""

    id: str
    name: str
    by: tuple[Literal["self", "helper", "clinician"], ...]
    steps: tuple[str, ...]
    positive: str
    sources: tuple[SourceId, ...]
    suggests: tuple[MuscleId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    plain: str | None = None
    normal: Fact | None = None
    reliability: Fact | None = None
    accuracy: Accuracy | None = None
    caution: Fact | None = None


@frozen
class Remedy:
    """Something that may help: how, how much where a source gives it, and what to mind."""

    id: str
    name: str
    type: Literal["release", "stretch", "strengthen", "mobility", "habit"]
    how: tuple[str, ...]
    sources: tuple[SourceId, ...]
    muscles: tuple[MuscleId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    dose: Fact | None = None
    caution: Fact | None = None
    evidence: Fact | None = None


@frozen
class Claim:
    """What one source says of one muscle or group in a pattern, and why.

    `side` is relative to the side that the user chose for the pattern: ``same``, ``opposite``, or ``both``.
    """

    of: TargetId
    source: SourceId
    why: Fact
    tone: Tone | None = None
    length: Length | None = None
    side: Literal["both", "same", "opposite"] = "both"


@frozen
class Sign:
    """What can be seen of a pattern from one view."""

    view: Literal["front", "back", "side"]
    text: str
    sources: tuple[SourceId, ...]


@frozen
class Evidence:
    """How strong a claim is: a grade, why, and who disputes it."""

    claim: str
    grade: Grade
    text: str
    sources: tuple[SourceId, ...]


@frozen
class Step:
    """One step of what restores balance: what to do, to which muscles, with which remedies, in this order."""

    text: str
    remedies: tuple[RemedyId, ...]
    sources: tuple[SourceId, ...]
    caution: Fact | None = None


@frozen
class Pattern:
    """A way of standing, with whose claim it is. `side` tells what choosing a side means; absent where it has none."""

    id: str
    name: str
    plain: str
    family: str
    what: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    signs: tuple[Sign, ...]
    checks: tuple[TestId, ...]
    balance: tuple[Step, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[SourceId, ...]
    region: Literal["pelvis", "head, neck and upper back", "whole posture", "feet and knees"]
    synonyms: tuple[str, ...] = ()
    who: tuple[Fact, ...] = ()
    feels: tuple[Fact, ...] = ()
    side: Fact | None = None

    @property
    def paired(self) -> bool:
        """Whether the user chooses a side."""
        return self.side is not None


@frozen
class Cause:
    """A possible reason for pain; red flags are causes of the kind ``red flag`` whose `advice` says what to do."""

    id: str
    name: str
    kind: Literal["muscle", "joint", "nerve", "disc", "fascia", "control", "habit", "systemic", "red flag"]
    sources: tuple[SourceId, ...]
    muscles: tuple[MuscleId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    advice: str | None = None


@frozen
class Finding:
    """What a person reports; `red_flags` are the causes that a yes raises."""

    id: str
    name: str
    question: str
    sources: tuple[SourceId, ...]
    red_flags: tuple[CauseId, ...] = ()


@frozen
class PlumbPoint:
    """A point of the body that the ideal posture has on the plumb line: its height and depth in the body frame, mm."""

    id: str
    name: str
    y: float
    z: float
    basis: PlumbBasis
    source: SourceId


@frozen
class Atlas:
    """All content by kind and id, in the order of its files."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    muscles: Mapping[str, Muscle] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    referrals: Mapping[str, Referral] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    tests: Mapping[str, Test] = field(default_factory=dict)
    remedies: Mapping[str, Remedy] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    plumb: tuple[PlumbPoint, ...] = ()
    """From the top down; the last one bears the line. From ``data/body/plumb_line.csv``, not from YAML."""

    def members(self, target: str) -> tuple[str, ...]:
        """The muscles that an id of a muscle or a group stands for; empty for an unknown id."""
        if target in self.groups:
            return self.groups[target].members
        return (target,) if target in self.muscles else ()
