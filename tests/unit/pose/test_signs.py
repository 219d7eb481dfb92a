"""Each joint moves the way that its positive direction is named."""

from __future__ import annotations

import numpy as np
import pytest

from app.model.posture import JOINTS, JointName, posture
from app.pose.affine import moved
from app.pose.kinematics import Pose, posed
from app.pose.skeleton import INDEX, Array, joint_centres, landmark

RIGHT, LEFT, UP, FORWARD, BACK = np.array([[-1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, -1]], float)


def pose_of(name: JointName, value: float = 8.0) -> Pose:
    return posed(posture({name: value}))


def against(pose: Pose, carrier: str, segment: str, point: Array) -> Array:
    """By how much a point of a segment moves as seen from another one (mm, in the measured frame)."""
    base = pose.rigid[INDEX[carrier]]
    return np.asarray(base[:, :3].T @ (moved(pose.rigid[INDEX[segment]], point) - base[:, 3]) - point)


T1, CHIN, FRONT = landmark("disc_T1_T2"), landmark("chin"), landmark("xiphoid_tip")
# Joint: the segment from which it is seen (the floor where it is empty), the segment that moves, a point of it, and the way it goes.
WAYS: dict[JointName, tuple[str, str, Array, Array]] = {
    "pelvic_tilt": ("thigh_right", "innominate_right", landmark("iliac_crest_top"), FORWARD),
    "pelvic_obliquity": ("", "innominate_right", landmark("iliac_crest_top"), UP),
    "pelvic_torsion": ("innominate_left", "innominate_right", landmark("iliac_crest_top"), FORWARD),
    "pelvis_forward": ("", "innominate_right", landmark("femoral_head"), FORWARD),
    "lumbar_lordosis": ("sacrum", "t12", landmark("disc_T11_T12"), BACK),
    "lumbar_side_bend": ("sacrum", "t12", landmark("disc_T11_T12"), RIGHT),
    "thoracic_kyphosis": ("t12", "t1", T1, FORWARD),
    "thoracic_side_bend": ("t12", "t1", T1, RIGHT),
    "thoracic_rotation": ("t12", "sternum", FRONT, RIGHT),
    "head_forward": ("t1", "head", landmark("mastoid"), FORWARD),
    "neck_extension": ("t1", "head", CHIN, UP),
}
SIDED: dict[str, tuple[str, str, str, Array]] = {
    "shoulder_protraction": ("sternum", "scapula", "acromion", FORWARD),
    "scapular_elevation": ("sternum", "scapula", "acromion", UP),
    "shoulder_flexion": ("scapula", "arm", "olecranon", FORWARD),
    "hip_flexion": ("innominate", "thigh", "patella", FORWARD),
    "hip_rotation": ("innominate", "thigh", "patella", LEFT),
    "hip_abduction": ("innominate", "thigh", "patella", RIGHT),
    "knee_flexion": ("thigh", "shank", "lateral_malleolus", BACK),
    "knee_abduction": ("thigh", "shank", "lateral_malleolus", RIGHT),
    "ankle_dorsiflexion": ("shank", "foot", "toe_tip_1", UP),
    "foot_pronation": ("shank", "foot", "metatarsal_head_5", UP),
}
"""The same of the right side; the left one is the mirror."""


def ways(name: JointName) -> tuple[str, str, Array, Array]:
    base, _, side = name.rpartition("_")
    if side not in ("right", "left"):
        return WAYS[name]
    carrier, segment, mark, way = SIDED[base]
    mirror = np.array([-1.0, 1.0, 1.0]) if side == "left" else np.ones(3)
    return carrier if carrier == "sternum" else f"{carrier}_{side}", f"{segment}_{side}", landmark(mark, side), way * mirror


@pytest.mark.parametrize("name", JOINTS)
def test_a_joint_moves_the_way_it_is_named(name: JointName) -> None:
    carrier, segment, point, way = ways(name)
    pose = pose_of(name)
    by = against(pose, carrier, segment, point) if carrier else moved(pose.drawn[INDEX[segment]], point) - point
    assert by @ way > 1.0
    assert by @ way > 0.4 * np.linalg.norm(by)


def test_thighs_stay_upright_and_the_trunk_too_when_the_pelvis_tips() -> None:
    pose = pose_of("pelvic_tilt", 15.0)
    for segment in ("thigh_right", "foot_left", "t1", "head"):
        assert np.allclose(pose.rigid[INDEX[segment]][:, :3], np.eye(3), atol=1e-9), segment


def test_a_joint_in_mm_moves_by_so_many() -> None:
    for name, segment, point in (("pelvis_forward", "thigh_right", "thigh_right"), ("head_forward", "head", "head"),
                                 ("shoulder_protraction_right", "scapula_right", "scapula_right")):
        centre = joint_centres()[point]
        by = moved(pose_of(name, 20.0).drawn[INDEX[segment]], centre) - centre  # type: ignore[arg-type]
        assert by[2] == pytest.approx(20.0, abs=1.5)


def test_the_trunk_stays_upright_on_a_tipped_pelvis_unless_the_low_back_is_told_not_to_follow() -> None:
    follows, told = posed(posture({"pelvic_tilt": 10})), posed(posture({"pelvic_tilt": 10, "lumbar_lordosis": 0}))
    assert follows.rigid[INDEX["t12"]][2, 1] == pytest.approx(0.0, abs=1e-9)
    assert told.rigid[INDEX["t12"]][2, 1] == pytest.approx(np.sin(np.radians(10)))


def test_the_feet_stay_on_the_floor_when_the_pelvis_is_oblique() -> None:
    pose = pose_of("pelvic_obliquity", 6.0)
    for side in ("right", "left"):
        sole = landmark("calcaneus_bottom", side)
        assert np.allclose(pose.at(f"foot_{side}", sole), sole, atol=1e-6)


def test_the_soles_stay_flat_when_the_knees_fall_in_with_the_hips() -> None:
    pose = posed(posture({"knee_abduction_right": 8, "hip_abduction_right": -5, "knee_abduction_left": 8, "hip_abduction_left": -5}))
    for side in ("right", "left"):
        assert pose.drawn[INDEX[f"foot_{side}"]][1, 0] == pytest.approx(0.0, abs=0.01)


def test_a_knee_that_begins_to_fall_in_does_not_turn_the_foot_at_once() -> None:
    before, after = (posed(posture({"hip_abduction_right": 20, "knee_abduction_right": valgus})) for valgus in (0.0, 0.01))
    assert np.allclose(before.rigid, after.rigid, atol=0.5)
