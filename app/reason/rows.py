"""What the reasoning answers of the body: one row per muscle or structure and side, with every reason."""

from __future__ import annotations

from app.model.basic import Length, Tone
from app.model.frozen import frozen
from app.model.look import MuscleState, Role
from app.model.reference import BodySide


@frozen
class PatternReason:
    """A claim of a pattern about a muscle, as its source makes it."""

    pattern: str
    length: Length | None
    tone: Tone | None
    source: str
    text: str


@frozen
class PartReason:
    """How a muscle or a structure takes part in the chosen cause. `plain` says it to a patient."""

    cause: str
    length: Length | None
    tone: Tone | None
    sources: tuple[str, ...]
    text: str
    plain: str | None = None


@frozen
class PainReason:
    """A trigger point of a muscle that refers pain to an area."""

    area: str
    referral: str
    role: Role
    sources: tuple[str, ...]


Reason = PatternReason | PartReason | PainReason


@frozen
class MuscleRow:
    """A muscle that is not neutral or has a role. `shape_id` is the id of its outline in the diagrams.

    `agreeing` counts the patterns and causes that support the state: two that agree make it stronger than one; in a
    conflict none does.
    """

    muscle: str
    side: BodySide
    state: MuscleState
    role: Role | None
    because: tuple[Reason, ...]
    agreeing: int = 0

    @property
    def shape_id(self) -> str:
        """The outline's id: ``MUSCLE-SIDE``."""
        return f"{self.muscle}-{self.side}"


@frozen
class StructureRow:
    """A joint, nerve, disc, fascia or ligament that takes part in the chosen cause, on one side."""

    structure: str
    side: BodySide
    shapes: tuple[str, ...]
    """The ids of its outlines in the diagrams, with their side."""
    because: tuple[PartReason, ...]
