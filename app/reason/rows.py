"""What the reasoning answers: one row per muscle and side, with every reason."""

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
class PainReason:
    """A trigger point of a muscle that refers pain to an area."""

    area: str
    referral: str
    role: Role
    sources: tuple[str, ...]


@frozen
class MuscleRow:
    """A muscle that is not neutral or has a role. `shape_id` is the id of its outline in the diagrams."""

    muscle: str
    side: BodySide
    state: MuscleState
    role: Role | None
    because: tuple[PatternReason | PainReason, ...]

    @property
    def shape_id(self) -> str:
        """The outline's id: ``MUSCLE-SIDE``."""
        return f"{self.muscle}-{self.side}"
