"""How the legs stand: the thighs stay upright and the feet on the floor, unless the posture says otherwise."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from app.model.frozen import frozen
from app.model.posture import JointName, Posture
from app.pose.affine import about, after, moved, shifted, turn, turn_x, turn_y, turn_z
from app.pose.skeleton import SIDES, Array, Side, joint_centres, landmark

PATELLA = 0.85
"""How much of the bending of the knee the patella goes along with the shank: the ligament between the two hardly stretches."""
SUBTALAR = np.array([math.sin(math.radians(23)) * math.cos(math.radians(42)), math.sin(math.radians(42)),
                     math.cos(math.radians(23)) * math.cos(math.radians(42))])
"""The axis of pronation of the right foot: 42 degrees up and 23 degrees inward (Inman 1976, the mean)."""
SOLE = ("calcaneus_bottom", "metatarsal_head_1", "metatarsal_head_5")
STANDING = 4.0
"""mm; a foot that is higher than the other by more than some of these bears less and less."""


@frozen
class Legs:
    """The movements of the segments of both legs on hips at their places in the measured body.

    `shift` (mm) is what the whole body moves by, so that the feet stay.
    """

    movements: Mapping[str, Array]
    shift: Array


def standing(posture: Posture) -> Legs:
    """Both legs, hanging from hips that have not moved, and the shift that brings the feet back to the floor where they were."""
    given, more = zip(*(_ankle(posture, side) for side in SIDES), strict=True)
    inward = common(*(_of(posture, "hip_rotation", side) for side in SIDES))
    forward = math.degrees(math.asin(max(-1.0, min(1.0, posture.of("pelvis_forward") / _leg_length()))))
    found: dict[str, Array] = {}
    for side in SIDES:
        found |= _leg(posture, side, (common(*given) + forward, common(*more) + forward, inward))
    return Legs(found, _shift(found))


def common(right: float, left: float) -> float:
    """What two values (degrees) share: the smaller where they have the same sign, else nothing."""
    return math.copysign(min(abs(right), abs(left)), right) if right * left > 0 else 0.0


def _of(posture: Posture, name: str, side: Side) -> float:
    joint: JointName = f"{name}_{side}"  # type: ignore[assignment]
    return posture.of(joint)


def _ankle(posture: Posture, side: Side) -> tuple[float, float]:
    """What an ankle's value goes beyond what a flat sole needs, and what it lacks of that; degrees of dorsiflexion.

    Where hip and knee tip the foot, the ankle makes up for it; what it bends on its own account, the whole leg leans.
    """
    needed, value = _of(posture, "knee_flexion", side) - _of(posture, "hip_flexion", side), _of(posture, "ankle_dorsiflexion", side)
    counted = min(max(value, min(needed, 0.0)), max(needed, 0.0))
    return value - counted, needed - counted


def _leg_length() -> float:
    centres = joint_centres()
    return float(centres["thigh_right"][1] - centres["foot_right"][1])


def _leg(posture: Posture, side: Side, both: tuple[float, float, float]) -> dict[str, Array]:
    """One leg from the hip down. `both` is what both do in degrees: they lean forward as a whole, their ankles bend more than they
    are told so that the soles lie flat, and their feet keep the direction that the thighs would turn them from.
    """
    lean, more, inward = both
    out = -1.0 if side == "right" else 1.0
    centres = joint_centres()
    thigh = about(centres[f"thigh_{side}"], turn_x(lean - _of(posture, "hip_flexion", side))
                  @ turn_z(out * _of(posture, "hip_abduction", side)) @ turn_y(-out * _of(posture, "hip_rotation", side)))
    bend, valgus = _of(posture, "knee_flexion", side), _of(posture, "knee_abduction", side)
    knee = centres[f"shank_{side}"]
    shank = after(thigh, about(knee, turn_z(out * valgus) @ turn_x(bend)))
    patella = after(thigh, about(knee, turn_z(out * valgus * PATELLA) @ turn_x(bend * PATELLA)))
    # Where the knee falls in or bows out, the sole stays flat; what the hip leans the other way does part of that.
    flat = common(valgus, -_of(posture, "hip_abduction", side)) - valgus
    axis = SUBTALAR * (1.0, 1.0, 1.0) if side == "right" else SUBTALAR * (-1.0, 1.0, 1.0)
    rolled = turn(axis * out * math.radians(_of(posture, "foot_pronation", side)))
    foot = (turn_x(-_of(posture, "ankle_dorsiflexion", side) - more) @ turn_z(out * flat) @ turn_y(out * inward) @ rolled)
    return {f"thigh_{side}": thigh, f"shank_{side}": shank, f"patella_{side}": patella,
            f"foot_{side}": after(shank, about(centres[f"foot_{side}"], foot))}


def _shift(found: Mapping[str, Array]) -> Array:
    """The shift (mm) by which the lower foot touches the floor again, and what bears the body stays in its place."""
    soles, places = [], []
    for side in SIDES:
        movement = found[f"foot_{side}"]
        rest = np.array([landmark(name, side) for name in SOLE])
        soles.append(float((moved(movement, rest) - rest)[:, 1].min()))
        ankle = joint_centres()[f"foot_{side}"]
        places.append(moved(movement, ankle) - ankle)
    lowest = min(soles)
    weights = np.exp(-(np.array(soles) - lowest) / STANDING)
    aside = np.average(places, axis=0, weights=weights)
    return np.array([-aside[0], -lowest, -aside[2]])


def on_hips(legs: Mapping[str, Array], hips: Mapping[Side, Array], stretched: bool) -> dict[str, Array]:
    """The legs when the pelvis turned and moved its hips by so much (mm).

    Rigid, they go along. `stretched`, their feet stay and they grow or shrink between: that is how they are drawn.
    """
    found = {}
    for side, by in hips.items():
        for name in ("thigh", "patella", "shank", "foot"):
            movement = legs[f"{name}_{side}"]
            # What the leg grows by is turned with it afterwards.
            grown = movement[:, :3].T @ by
            found[f"{name}_{side}"] = after(movement, _stretch(side, grown, name)) if stretched else shifted(movement, by)
    return found


def _stretch(side: Side, by: Array, name: str) -> Array:
    """What moves by all of `by` (mm) at the hip and not at all at the ankle, in between in proportion to the height."""
    if name == "foot":
        return np.hstack([np.eye(3), np.zeros((3, 1))])
    hip, ankle = joint_centres()[f"thigh_{side}"][1], joint_centres()[f"foot_{side}"][1]
    shear = np.eye(3)
    shear[:, 1] += by / (hip - ankle)
    return np.hstack([shear, (-by * ankle / (hip - ankle))[:, None]])
