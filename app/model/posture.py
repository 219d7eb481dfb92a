"""A posture: how far each joint stands from where it is in the measured body; and what is known of the joints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, get_args

from app.model.basic import Fact, Link, MuscleId, SourceId
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

FOLLOWS: Mapping[JointName, JointName] = {"lumbar_lordosis": "pelvic_tilt", "lumbar_side_bend": "pelvic_obliquity"}
"""What takes the value of another joint as long as nothing is said of it, so that the trunk stays upright."""

REACH: Mapping[str, tuple[float, float]] = {
    "pelvic_tilt": (-30, 40), "pelvic_obliquity": (-20, 20), "lumbar_lordosis": (-70, 40), "lumbar_side_bend": (-30, 30),
    "thoracic_kyphosis": (-30, 45), "thoracic_side_bend": (-30, 30), "thoracic_rotation": (-40, 40), "neck_extension": (-60, 70),
    "shoulder_flexion": (-60, 180), "hip_flexion": (-30, 120), "hip_rotation": (-45, 45), "hip_abduction": (-30, 45),
    "knee_flexion": (-10, 140), "knee_abduction": (-15, 15), "ankle_dorsiflexion": (-50, 30), "foot_pronation": (-20, 20)}
"""How far (degrees) lengths are told of joints, without sides, that go farther in the body than the drawings follow."""

JointValues = tuple[tuple[JointName, float], ...]


def joint_of(name: JointName) -> str:
    """The id of a joint's card: its name without a side."""
    return name.removesuffix("_right").removesuffix("_left")


@frozen
class Posture:
    """All joint values together: degrees or mm, changes from the measured body, in the order of `JOINTS`.

    None of them is zero but a joint that would follow another (`FOLLOWS`) and is told not to.
    """

    values: JointValues = ()

    def of(self, name: JointName) -> float:
        """The value of a joint (degrees or mm); 0 while it is as in the measured body."""
        return next((value for known, value in self.values if known == name), 0.0)

    def has(self, name: JointName) -> bool:
        """Whether something is said of a joint: it stands elsewhere than in the measured body, or does not follow another."""
        return any(known == name for known, _ in self.values)


NEUTRAL = Posture()
"""The measured body."""


def posture(values: Mapping[JointName, float] | Iterable[tuple[JointName, float]]) -> Posture:
    """The posture of some joint values (degrees or mm), in any order."""
    pairs = ordered(values)
    moved = {name for name, value in pairs if value}
    return Posture(tuple((name, value) for name, value in pairs if value or FOLLOWS.get(name) in moved))


def completed(some: Posture) -> Posture:
    """A posture with what follows from it written out: by how much the low back follows the pelvis."""
    following = {name: some.of(leader) for name, leader in FOLLOWS.items() if some.of(leader) and not some.has(name)}
    return Posture(ordered({**dict(some.values), **following}))


def ordered(values: Mapping[JointName, float] | Iterable[tuple[JointName, float]]) -> JointValues:
    """Joint values (degrees or mm) in the order of `JOINTS`, those that are zero too; of two for the same joint the last one."""
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

    @property
    def reach(self) -> tuple[float, float]:
        """How far lengths are told: at least as far as the drawings follow."""
        low, high = REACH.get(self.id, (self.low, self.high))
        return min(low, self.low), max(high, self.high)


@frozen
class Assumption:
    """A rule by which the model completes a posture, or leaves something out: named, so that the panel can show it."""

    id: str
    name: str
    text: tuple[Fact, ...]
    sources: tuple[SourceId, ...]
    joints: tuple[str, ...] = ()
    """The joints (without sides) that it is about; empty where it is about all, or about muscles."""
    muscles: tuple[MuscleId, ...] = ()
    """The muscles whose lengths it makes rough; empty where it is about joints."""
