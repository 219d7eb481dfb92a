"""No posture within the limits pulls a bone out of its joint."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings

from app.model.posture import Posture
from app.pose.affine import moved
from app.pose.kinematics import posed
from app.pose.skeleton import INDEX, RIBS, SIDES, SPINE, joint_centres
from tests.unit.pose.postures import postures

APART = 3.0
"""mm."""
CARRIED = {"innominate": "sacrum", "clavicle": "sternum", "scapula": "clavicle", "arm": "scapula", "thigh": "innominate",
           "patella": "thigh", "shank": "thigh", "foot": "shank"}
UNSIDED = ("sacrum", "sternum")


def pairs() -> list[tuple[str, str]]:
    """Each segment with the one that carries it."""
    found = [(above, below) for below, above in itertools.pairwise(("sacrum", *SPINE))]
    for side in SIDES:
        found += [(f"rib{number}_{side}", f"t{number}") for number in RIBS]
        found += [(f"{name}_{side}", carrier if carrier in UNSIDED else f"{carrier}_{side}") for name, carrier in CARRIED.items()]
    return found


@settings(max_examples=60, deadline=None)
@given(postures())
def test_bones_stay_in_their_joints(at: Posture) -> None:
    pose = posed(at)
    for segment, carrier in pairs():
        centre = joint_centres()[segment]
        for movements in (pose.rigid, pose.drawn):
            apart = moved(movements[INDEX[segment]], centre) - moved(movements[INDEX[carrier]], centre)
            assert np.linalg.norm(apart) < APART, (segment, carrier)
