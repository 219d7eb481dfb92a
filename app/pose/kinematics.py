"""From a posture to where every segment stands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from app.model.frozen import frozen
from app.model.posture import NEUTRAL, Posture
from app.pose.affine import IDENTITY, about, after, moved, shifted, turn_x, turn_y, turn_z
from app.pose.legs import on_hips, standing
from app.pose.skeleton import INDEX, SEGMENTS, SIDES, Array, Side, joint_centres, landmark
from app.pose.spine import trunk


@frozen
class Pose:
    """Where the segments stand. Both arrays are segments (in the order of `SEGMENTS`) x 3 x 4: from the measured body to the pose, mm.

    In `drawn` the feet stay on the floor even where the pelvis is oblique: one leg is longer, the other shorter. In `rigid` no
    bone changes its length; muscle lengths are taken there.
    """

    posture: Posture
    drawn: Array
    rigid: Array

    def at(self, segment: str, points: Array) -> Array:
        """Points (... x 3, mm) of a segment where they are drawn."""
        return moved(self.drawn[INDEX[segment]], points)


@lru_cache(maxsize=64)
def posed(posture: Posture = NEUTRAL) -> Pose:
    """The pose of a posture. The rules by which it is completed are told in ``data/assumptions``."""
    legs = standing(posture)
    hips = {side: joint_centres()[f"thigh_{side}"] for side in SIDES}
    middle = (hips["right"] + hips["left"]) / 2
    tilted = about(middle, turn_z(-posture.of("pelvic_obliquity")) @ turn_x(posture.of("pelvic_tilt")))
    found: dict[str, Array] = {"sacrum": tilted}
    for side, way in zip(SIDES, (0.5, -0.5), strict=True):
        # Half of the torsion each: the sacrum stays between the two.
        found[f"innominate_{side}"] = after(tilted, about(joint_centres()[f"innominate_{side}"], turn_x(posture.of("pelvic_torsion") * way)))
    found |= trunk(posture, tilted, _lean(posture))
    found |= _shoulders(posture, found)
    moves = {side: moved(found[f"innominate_{side}"], hips[side]) - hips[side] for side in SIDES}
    return Pose(posture, *(_stacked({**found, **on_hips(legs.movements, moves, stretched)}, legs.shift) for stretched in (True, False)))


def _lean(posture: Posture) -> float:
    """By how many degrees the trunk leans back when the pelvis goes forward, so that the shoulders stay over the feet."""
    height = joint_centres()["c7"][1] - joint_centres()["thigh_right"][1]
    return math.degrees(math.atan2(posture.of("pelvis_forward"), height))


def _stacked(movements: Mapping[str, Array], shift: Array) -> Array:
    made = np.stack([movements[name] for name in SEGMENTS])
    made[:, :, 3] += shift
    return made


def _shoulders(posture: Posture, found: Mapping[str, Array]) -> dict[str, Array]:
    """Collar bones, shoulder blades and arms: the arms hang, turned with the chest."""
    made: dict[str, Array] = {}
    facing = found["sternum"][:, :3] @ np.array([0.0, 0.0, 1.0])
    hanging = turn_y(math.degrees(math.atan2(facing[0], facing[2])))
    for side in SIDES:
        forward, up, swing = _shoulder(posture, side)
        inner, outer, head = (joint_centres()[f"{name}_{side}"] for name in ("clavicle", "scapula", "arm"))
        clavicle = after(found["sternum"], about(inner, turn_y(forward) @ turn_z(up)))
        # The blade turns in with the collar bone, but does not roll with it.
        blade = after(found["sternum"], shifted(about(outer, turn_y(forward)), moved(about(inner, turn_y(forward) @ turn_z(up)), outer) - outer))
        arm = shifted(about(head, hanging @ turn_x(-swing)), moved(blade, head) - head)
        made |= {f"clavicle_{side}": clavicle, f"scapula_{side}": blade, f"arm_{side}": arm}
    return made


def _shoulder(posture: Posture, side: Side) -> tuple[float, float, float]:
    """How the collar bone turns forward and up, and the arm swings; degrees, signed for the side."""
    values = dict(posture.values)
    out = 1.0 if side == "right" else -1.0
    reach = abs(landmark("clavicle_lateral")[0] - landmark("clavicle_medial")[0])
    forward, up = (math.degrees(math.asin(max(-1.0, min(1.0, values.get(f"{name}_{side}", 0.0) / reach))))  # type: ignore[call-overload]
                   for name in ("shoulder_protraction", "scapular_elevation"))
    return out * forward, -out * up, values.get(f"shoulder_flexion_{side}", 0.0)  # type: ignore[call-overload]


def is_neutral(pose: Pose) -> bool:
    """Whether nothing has moved."""
    return bool(np.allclose(pose.drawn, IDENTITY, atol=1e-9))
