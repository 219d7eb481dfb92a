"""How the spine, the ribs and the breastbone stand: its curves are spread over the vertebrae by shares."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

import numpy as np

from app.model.posture import Posture
from app.pose.affine import about, after, between, moved, turn, turn_x, turn_z, vector_of
from app.pose.skeleton import (
    CERVICAL,
    FREE_RIBS,
    LUMBAR,
    RIBS,
    SIDES,
    THORACIC,
    Array,
    joint_centres,
    landmark,
)
from app.resources import folders

NECK = (*CERVICAL, "head")
LOWER_NECK = ("c7", "c6", "c5", "c4", "c3")
"""When the head goes forward these bend forward, those above back, so that it stays level."""
CARRIER = "t4"
"""The vertebra with which the breastbone goes: the middle of those whose ribs reach it."""
STEPS = 6
"""Of Newton's method; two more do not change the sixth decimal."""

Movements = dict[str, Array]


@cache
def shares() -> Mapping[tuple[str, str], float]:
    """How much (0..1) of a movement each joint of a part of the spine takes, by (segment, movement); from ``spine_shares.csv``."""
    with (folders().data / "body" / "spine_shares.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["joint"]: row for row in csv.DictReader(file)}
    found: dict[tuple[str, str], float] = {}
    for part in (LUMBAR, THORACIC, NECK, LOWER_NECK):
        for kind in ("bend", "kyphosis", "side_bend", "rotation"):
            total = sum(float(rows[name][kind]) for name in part)
            if total:
                mark = "lower" if part is LOWER_NECK else kind
                if part is not LOWER_NECK or kind == "bend":
                    found |= {(name, mark): float(rows[name][kind]) / total for name in part}
    upper = [name for name in NECK if name not in LOWER_NECK]
    total = sum(float(rows[name]["bend"]) for name in upper)
    return found | {(name, "upper"): float(rows[name]["bend"]) / total for name in upper}


def trunk(posture: Posture, sacrum: Array, lean: float) -> Movements:
    """The movements of all vertebrae, the head, the ribs and the breastbone on a sacrum that moved.

    The low back follows the pelvis, so that the trunk stays upright, unless the posture says otherwise; and it leans back by
    `lean` degrees. The head stays level and looks forward.
    """
    found: Movements = {}
    carrier = sacrum
    extension = (posture.of("lumbar_lordosis") if posture.has("lumbar_lordosis") else posture.of("pelvic_tilt")) + lean
    bend = posture.of("lumbar_side_bend") if posture.has("lumbar_side_bend") else posture.of("pelvic_obliquity")
    for name in LUMBAR:
        carrier = found[name] = _on(carrier, name, turn_x(-extension * shares()[name, "bend"]) @ turn_z(bend * shares()[name, "side_bend"]))
    for name in THORACIC:
        carrier = found[name] = _on(carrier, name, _thoracic(posture, name))
    found |= _neck(posture, carrier)
    found |= _chest(found)
    return found


def _on(carrier: Array, name: str, rotation: Array) -> Array:
    """The movement of a segment that turns on another."""
    return after(carrier, about(joint_centres()[name], rotation))


def _thoracic(posture: Posture, name: str) -> Array:
    part = shares()
    bend = turn_x(posture.of("thoracic_kyphosis") * part[name, "kyphosis"]) @ turn_z(posture.of("thoracic_side_bend") * part[name, "side_bend"])
    return np.asarray(bend @ turn(np.array([0.0, -np.radians(posture.of("thoracic_rotation")) * part[name, "rotation"], 0.0])))


def _neck(posture: Posture, chest: Array) -> Movements:
    """Cervical vertebrae and head: the neck takes up whatever the chest leans, and brings the head forward."""
    level = turn_x(-posture.of("neck_extension"))
    whole = vector_of(chest[:, :3].T @ level)
    forward = _forward_bend(posture.of("head_forward"))
    found: Movements = {}
    carrier = chest
    for name in NECK:
        bend = forward * shares()[name, "lower"] if name in LOWER_NECK else -forward * shares()[name, "upper"]
        carrier = found[name] = _on(carrier, name, turn(whole * shares()[name, "bend"]) @ turn_x(bend))
    # What bends forward and back does not quite cancel where the neck is turned as well.
    rest = after(about(moved(found["c1"], joint_centres()["head"]), level @ found["head"][:, :3].T), found["head"])
    return found | {"head": rest}


@cache
def _forward_bend(distance: float) -> float:
    """By how many degrees the lower neck bends forward, and the upper back, so that the head goes so many mm forward."""
    centres = [joint_centres()[name] for name in NECK]
    angle = 0.0
    for _ in range(STEPS):
        reach, slope = _reach(centres, angle), (_reach(centres, angle + 0.01) - _reach(centres, angle - 0.01)) / 0.02
        angle += (distance - reach) / slope
    return angle


def _reach(centres: list[Array], degrees: float) -> float:
    """How far forward (mm) the head's joint stands when the lower neck bends so."""
    place, total = 0.0, 0.0
    for name, here, above in zip(NECK, centres, centres[1:], strict=False):
        total += degrees * shares()[name, "lower"] if name in LOWER_NECK else -degrees * shares()[name, "upper"]
        place += float((turn_x(total) @ (above - here))[2] - (above - here)[2])
    return place


def _chest(spine: Mapping[str, Array]) -> Movements:
    """The breastbone, and the ribs: each turns on its vertebra so that its front stays with the breastbone."""
    found: Movements = {"sternum": spine[CARRIER]}
    for number in RIBS:
        carrier = spine[f"t{number}"]
        for side in SIDES:
            name = f"rib{number}_{side}"
            if number in FREE_RIBS:
                found[name] = carrier
                continue
            centre, front = joint_centres()[name], landmark(f"rib{number}_front_end", side)
            wanted = carrier[:, :3].T @ (moved(found["sternum"], front) - moved(carrier, centre))
            found[name] = after(carrier, about(centre, between(front - centre, wanted)))
    return found


