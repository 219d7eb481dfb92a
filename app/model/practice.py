"""What people do with the body's content: tests, remedies, postural patterns, causes of pain, what a person reports."""

from __future__ import annotations

from typing import Literal

from app.model.basic import (
    AreaId,
    CauseId,
    Evidence,
    Fact,
    FindingId,
    Length,
    MuscleId,
    Pairing,
    PartId,
    PatternId,
    RelativeSide,
    RemedyId,
    SourceId,
    TargetId,
    TestId,
    Tone,
)
from app.model.frozen import frozen
from app.model.posture import JointName

Quality = Literal["ache", "burning", "pins_and_needles", "numbness", "stabbing"]
"""How a pain feels."""

@frozen
class Accuracy:
    """How well a test finds one target in one population; fractions 0..1.

    `causes` are those for which the figures may become a likelihood ratio: they were measured on that very condition, with
    the form of the test that is described here. `reason` says why they may, or why not.
    """

    target: str
    sensitivity: float | None
    specificity: float | None
    population: str | None
    sources: tuple[SourceId, ...]
    n: int | None = None
    causes: tuple[CauseId, ...] = ()
    reason: str | None = None


@frozen
class Test:
    """A check that a person or a clinician can do. A positive one speaks for what it `suggests` and for its `causes`."""

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
    synonyms: tuple[str, ...] = ()
    speaks_for: Fact | None = None
    """What a positive result means."""
    speaks_against: Fact | None = None
    """What a negative result means."""
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
    plain: str | None = None
    synonyms: tuple[str, ...] = ()
    muscles: tuple[MuscleId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    home: bool = True
    """Whether it can be done at home without a therapist."""
    equipment: tuple[str, ...] = ()
    brief: str | None = None
    """How, in one to three short sentences, for where there is little room."""
    dose: Fact | None = None
    caution: Fact | None = None
    evidence: Fact | None = None


@frozen
class Claim:
    """What one source says of one muscle or group in a pattern, and why; `side` is relative to the pattern's side."""

    of: TargetId
    source: SourceId
    why: Fact
    tone: Tone | None = None
    length: Length | None = None
    side: RelativeSide = "both"


@frozen
class Sign:
    """What can be seen of a pattern from one view."""

    view: Literal["front", "back", "side"]
    text: str
    sources: tuple[SourceId, ...]
    plain: str | None = None


@frozen
class Joint:
    """How far a pattern moves a joint away from the measured body: degrees, or mm where `JointName` says so.

    Of a pattern with sides, the values are those of its right form; the left one is the mirror.
    """

    joint: JointName
    value: float
    sources: tuple[SourceId, ...]


@frozen
class Step:
    """One step of what restores balance: what to do, with which remedies, in this order."""

    text: str
    remedies: tuple[RemedyId, ...]
    sources: tuple[SourceId, ...]
    plain: str | None = None
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
    mirror: tuple[Fact, ...] = ()
    """How a person can see it on themselves."""
    contradicts: tuple[Fact, ...] = ()
    """What speaks against it, and where schools differ."""
    joints: tuple[Joint, ...] = ()
    side: Fact | None = None

    @property
    def paired(self) -> bool:
        """Whether the user chooses a side."""
        return self.side is not None


@frozen
class Part:
    """A muscle, group or structure that takes part in a cause, and how; `side` is relative to the side of the cause."""

    of: PartId
    why: Fact
    tone: Tone | None = None
    length: Length | None = None
    side: RelativeSide = "same"


@frozen
class MechanismStep:
    """One step of how a cause comes about, with the parts on which it acts."""

    text: str
    acts_on: tuple[PartId, ...]
    sources: tuple[SourceId, ...]
    plain: str | None = None
    side: RelativeSide = "same"
    joints: tuple[Joint, ...] = ()
    """How far it moves which joints, beside what the steps before it moved; a joint that is told again has its new value. As
    for patterns, the values are those of the right form."""


@frozen
class Where:
    """The areas in which a cause is felt: usually, or only sometimes."""

    usual: tuple[AreaId, ...]
    sources: tuple[SourceId, ...]
    sometimes: tuple[AreaId, ...] = ()


@frozen
class Clue:
    """Something that a person reports, as it speaks for a cause when the answer is yes, or against it."""

    finding: FindingId
    sources: tuple[SourceId, ...]
    speaks: Literal["for", "against"] = "for"


@frozen
class Mistaken:
    """What a cause is taken for, or taken instead of, and how to tell. `cause` where that has a card of its own."""

    name: str
    tell: Fact
    cause: CauseId | None = None


@frozen
class Cause:
    """A possible reason for pain; red flags are causes of the kind ``red flag`` whose `advice` says what to do."""

    id: str
    name: str
    kind: Literal["muscle", "joint", "nerve", "disc", "fascia", "control", "habit", "systemic", "red flag"]
    sources: tuple[SourceId, ...]
    plain: str = ""
    side: Pairing = "midline"
    """Whether it has a right and a left form."""
    synonyms: tuple[str, ...] = ()
    what: tuple[Fact, ...] = ()
    parts: tuple[Part, ...] = ()
    mechanism: tuple[MechanismStep, ...] = ()
    feels: tuple[Fact, ...] = ()
    qualities: tuple[Quality, ...] = ()
    where: Where | None = None
    worse: tuple[Fact, ...] = ()
    better: tuple[Fact, ...] = ()
    clues: tuple[Clue, ...] = ()
    mistaken: tuple[Mistaken, ...] = ()
    tests: tuple[TestId, ...] = ()
    relief: tuple[Step, ...] = ()
    cautions: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    muscles: tuple[MuscleId, ...] = ()
    patterns: tuple[PatternId, ...] = ()
    advice: Fact | None = None
    urgency: Literal["now", "soon"] | None = None
    """Of a red flag: an emergency, or a doctor's visit."""
    asked_at: tuple[AreaId, ...] = ()
    """Of a red flag: pain here makes it thinkable, so that its questions are asked."""


@frozen
class Finding:
    """What a person reports, and what to do about a yes."""

    id: str
    name: str
    question: str
    sources: tuple[SourceId, ...]
    plain: str = ""
    means: tuple[Fact, ...] = ()
    advice: Fact | None = None
    red_flags: tuple[CauseId, ...] = ()
