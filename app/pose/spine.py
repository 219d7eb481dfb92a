"""How the spine, the ribs and the breastbone stand: its curves are spread over the vertebrae by shares."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache, lru_cache

import numpy as np

from app.model.posture import Posture
from app.pose.affine import about, after, moved, turn, turn_x, turn_z, vector_of
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
from app.pose.tables import of_tables
from app.resources import folders

NECK = (*CERVICAL, "head")
LOWER_NECK = ("c7", "c6", "c5", "c4", "c3")
"""When the head goes forward these bend forward, those above back, so that it stays level."""
CARRIER = "t4"
"""The vertebra with which the breastbone goes: the middle of those whose ribs reach it."""
MOST_BENT = 75.0
"""The lower neck bends no farther, degrees: soon the head would not get any farther forward or back."""
KEPT = 256
STEPS = 6
"""Of Newton's method; two more do not change the sixth decimal."""

Movements = dict[str, Array]


@cache
@of_tables
def shares() -> Mapping[tuple[str, str], float]:
    """How much (0..1) of a movement each joint of a part of the spine takes, by (segment, movement); from ``spine_shares.csv``."""
    with (folders().data / "body" / "spine_shares.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["joint"]: row for row in csv.DictReader(file)}
    wanted = [(part, kind, kind) for part in (LUMBAR, THORACIC, NECK) for kind in ("bend", "kyphosis", "side_bend", "rotation")]
    wanted += [(LOWER_NECK, "bend", "lower"), (tuple(name for name in NECK if name not in LOWER_NECK), "bend", "upper")]
    found: dict[tuple[str, str], float] = {}
    for part, kind, called in wanted:
        amounts = {name: float(rows[name][kind]) for name in part}
        total = sum(amounts.values())
        found |= {(name, called): amount / total for name, amount in amounts.items() if total}
    return found


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


@lru_cache(maxsize=KEPT)
def _forward_bend(distance: float) -> float:
    """By how many degrees the lower neck bends forward, and the upper back, so that the head goes so many mm forward."""
    angle = 0.0
    for _ in range(STEPS):
        place, slope = _reach(angle)
        angle = min(max(angle + (distance - place) / slope, -MOST_BENT), MOST_BENT)
    return angle


def _reach(degrees: float) -> tuple[float, float]:
    """How far forward (mm) the head's joint stands when the lower neck bends so, and by how much farther for each degree more."""
    place, slope, total, gone = 0.0, 0.0, 0.0, 0.0
    for share, up, forward in _links():
        total += math.radians(degrees) * share
        gone += share
        sine, cosine = math.sin(total), math.cos(total)
        place += up * sine + forward * (cosine - 1.0)
        slope += (up * cosine - forward * sine) * gone
    return place, math.radians(slope)


@cache
def _links() -> tuple[tuple[float, float, float], ...]:
    """Of each joint of the neck its share in bringing the head forward, and how far up and forward (mm) the next one lies."""
    centres = [joint_centres()[name].tolist() for name in NECK]
    return tuple((shares()[name, "lower"] if name in LOWER_NECK else -shares()[name, "upper"], above[1] - here[1], above[2] - here[2])
                 for name, here, above in zip(NECK, centres, centres[1:], strict=False))


def _chest(spine: Mapping[str, Array]) -> Movements:
    """The breastbone, and the ribs: each turns on its vertebra so that its front stays with the breastbone."""
    sternum = spine[CARRIER]
    found: Movements = {"sternum": sternum}
    found |= {f"rib{number}_{side}": spine[f"t{number}"] for number in RIBS for side in SIDES}
    names, centres, fronts = _ribs()
    # All at once, as each is a few tiny products.
    carriers = np.array([found[name] for name in names])
    turned = carriers[:, :, :3]
    wanted = ((moved(sternum, fronts) - carriers[:, :, 3])[:, None, :] @ turned)[:, 0] - centres
    rotations = _smallest(fronts - centres, wanted)
    made = np.concatenate([rotations, (centres - (rotations @ centres[:, :, None])[:, :, 0])[:, :, None]], axis=2)
    made = turned @ made
    made[:, :, 3] += carriers[:, :, 3]
    return found | dict(zip(names, made, strict=True))


@cache
def _ribs() -> tuple[tuple[str, ...], Array, Array]:
    """The ribs that reach the breastbone: their names, where they turn and where their front ends are (n x 3, mm)."""
    known = [(number, side) for number in RIBS for side in SIDES if number not in FREE_RIBS]
    names = tuple(f"rib{number}_{side}" for number, side in known)
    return (names, np.array([joint_centres()[name] for name in names]),
            np.array([landmark(f"rib{number}_front_end", side) for number, side in known]))


def _smallest(starts: Array, ends: Array) -> Array:
    """The smallest rotations (n x 3 x 3) from directions to others (n x 3) that are not their opposites (Rodrigues)."""
    sizes = np.sqrt((starts * starts).sum(axis=1) * (ends * ends).sum(axis=1))
    cosines = (starts * ends).sum(axis=1) / sizes
    x, y, z = (np.roll(starts, -1, axis=1) * np.roll(ends, 1, axis=1) - np.roll(starts, 1, axis=1) * np.roll(ends, -1, axis=1)).T / sizes
    none = np.zeros_like(x)
    across = np.array([[none, -z, y], [z, none, -x], [-y, x, none]]).transpose(2, 0, 1)
    return np.asarray(np.eye(3) + across + across @ across / (1.0 + cosines)[:, None, None])
