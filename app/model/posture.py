"""A posture: how far each joint stands from where it is in the measured body; and what is known of the joints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, get_args

from app.model.basic import Fact, Link, SourceId
from app.model.frozen import frozen

JointName = Literal[
    "pelvic_tilt", "pelvic_obliquity", "pelvic_torsion", "pelvis_forward", "lumbar_lordosis", "lumbar_side_bend",
    "thoracic_kyphosis", "thoracic_side_bend", "thoracic_rotation", "head_forward", "neck_extension",
    "shoulder_protraction_right", "shoulder_protraction_left", "scapular_elevation_right", "scapular_elevation_left",
    "shoulder_flexion_right", "shoulder_flexion_left", "hip_flexion_right", "hip_flexion_left", "hip_rotation_right",
    "hip_rotation_left", "hip_abduction_right", "hip_abduction_left", "knee_flexion_right", "knee_flexion_left",
    "knee_abduction_right", "knee_abduction_left", "ankle_dorsiflexion_right", "ankle_dorsiflexion_left",
    "foot_pronation_right", "foot_pronation_left"]
"""The movements of the body. Degrees; `pelvis_forward`, `head_forward`, protraction and elevation are in mm."""

JOINTS: tuple[JointName, ...] = get_args(JointName)
"""All of them, from the pelvis up and then down."""

ORDER: Mapping[str, int] = {name: place for place, name in enumerate(JOINTS)}

AssumptionId = Annotated[str, Link("assumption")]

JointValues = tuple[tuple[JointName, float], ...]


def joint_of(name: JointName) -> str:
    """The id of a joint's card: its name without a side."""
    return name.removesuffix("_right").removesuffix("_left")


@frozen
class Posture:
    """All joint values together: degrees or mm, changes from the measured body, in the order of `JOINTS`, none of them zero."""

    values: JointValues = ()

    def of(self, name: JointName) -> float:
        """The value of a joint; 0 while it is as in the measured body."""
        return next((value for known, value in self.values if known == name), 0.0)

    def has(self, name: JointName) -> bool:
        """Whether a joint stands elsewhere than in the measured body."""
        return any(known == name for known, _ in self.values)


NEUTRAL = Posture()
"""The measured body."""


def posture(values: Mapping[JointName, float] | Iterable[tuple[JointName, float]]) -> Posture:
    """The posture of some joint values, in any order."""
    return Posture(tuple(pair for pair in ordered(values) if pair[1]))


def ordered(values: Mapping[JointName, float] | Iterable[tuple[JointName, float]]) -> JointValues:
    """Joint values in the order of `JOINTS`, those that are zero too; of two for the same joint the last one."""
    pairs = dict(values)
    return tuple((name, float(pairs[name])) for name in sorted(pairs, key=ORDER.__getitem__))


@frozen
class NormalRange:
    """Where people without pain stand: `low` to `high` of the whole angle (`total`) or of the change from the measured body."""

    low: float
    high: float
    who: Fact
    measure: Literal["total", "change"] = "total"
    mean: float | None = None


@frozen
class JointCard:
    """What is known of a joint, under its name without a side.

    `low` and `high` are the ends of its range of motion here (degrees or mm, changes from the measured body), `limits` says
    whose they are. `neutral` is the whole angle of the measured body, where one is measured so; `assumptions` are those
    behind how the model moves it.
    """

    id: str
    name: str
    plain: str
    more: str
    """What moving it in the positive direction does: "tips forward"."""
    less: str
    unit: Literal["degrees", "mm"]
    low: float
    high: float
    limits: Fact
    region: Literal["pelvis", "spine", "head and neck", "shoulder", "hip", "knee", "foot"]
    paired: bool = False
    neutral: float | None = None
    normal: tuple[NormalRange, ...] = ()
    assumptions: tuple[AssumptionId, ...] = ()
    sources: tuple[SourceId, ...] = ()


@frozen
class Assumption:
    """A rule by which the model completes a posture, or leaves something out: named, so that the panel can show it."""

    id: str
    name: str
    text: tuple[Fact, ...]
    sources: tuple[SourceId, ...]
    joints: tuple[str, ...] = ()
    """The joints (without sides) that it is about; empty where it is about all."""
