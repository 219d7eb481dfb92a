"""The rigid parts of the body, and the points about which they turn: measured on the landmarks of ``data/body``."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.pose.tables import of_tables
from app.resources import folders

Array = NDArray[np.float64]
Side = Literal["right", "left"]

SIDES: tuple[Side, Side] = ("right", "left")
LUMBAR = ("l5", "l4", "l3", "l2", "l1")
THORACIC = tuple(f"t{number}" for number in range(12, 0, -1))
CERVICAL = tuple(f"c{number}" for number in range(7, 0, -1))
SPINE = (*LUMBAR, *THORACIC, *CERVICAL, "head")
"""From the sacrum up: each stands on the one before it, the first on the sacrum."""
RIBS = range(1, 13)
FREE_RIBS = (11, 12)
"""Their fronts end in the flesh."""

SEGMENTS: tuple[str, ...] = (
    "sacrum", "innominate_right", "innominate_left", *SPINE, "sternum",
    *(f"rib{number}_{side}" for side in SIDES for number in RIBS),
    *(f"{name}_{side}" for side in SIDES for name in ("clavicle", "scapula", "arm", "thigh", "patella", "shank", "foot")))
"""All rigid parts. ``arm`` is all below the shoulder, ``head`` holds the lower jaw, the coccyx goes with the sacrum."""

INDEX: Mapping[str, int] = {name: place for place, name in enumerate(SEGMENTS)}

MIRROR = np.array([-1.0, 1.0, 1.0])


@cache
def landmarks() -> Mapping[str, Array]:
    """The bony landmarks of the right side and the midline, mm. Those of the midline lie at x = 0."""
    with (folders().data / "body" / "landmarks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["id"]: np.array([float(row["x"]) if row["side"] == "right" else 0.0, float(row["y"]), float(row["z"])]) for row in rows}


@of_tables
def landmark(name: str, side: str = "right") -> Array:
    """A landmark of a side, mm."""
    point = landmarks()[name]
    return point * MIRROR if side == "left" else point


@cache
@of_tables
def joint_centres() -> Mapping[str, Array]:
    """The point about which each segment turns on the one that carries it, by segment, mm."""
    found = dict(_spine_centres())
    for side in SIDES:
        found |= {f"{name}_{side}": point * MIRROR if side == "left" else point for name, point in _right_centres().items()}
    return found


def _spine_centres() -> Iterator[tuple[str, Array]]:
    """Between two vertebrae it is the middle of their disc; the two highest joints have none."""
    levels = ("S1", *(name.upper() for name in SPINE[:-2]))
    for below, above in itertools.pairwise(levels):
        yield above.lower(), landmarks()[f"disc_{above}_{below}"]
    atlas, axis, mastoid = (landmarks()[name] for name in ("transverse_C1", "transverse_C2", "mastoid"))
    yield "c1", _midline((atlas + axis) / 2)
    yield "head", _midline((atlas + mastoid) / 2)


def _midline(point: Array) -> Array:
    return point * (0.0, 1.0, 1.0)


def _right_centres() -> dict[str, Array]:
    mark = landmarks()
    knee = (mark["lateral_epicondyle_femur"] + mark["medial_epicondyle_femur"]) / 2
    ankle = (mark["lateral_malleolus"] + mark["medial_malleolus"]) / 2
    # The joint between sacrum and innominate lies halfway between the promontory and the back of S2, at the height of the latter.
    sacroiliac = np.array([mark["psis"][0], mark["sacrum_dorsal_S2"][1], (mark["sacral_promontory"][2] + mark["sacrum_dorsal_S2"][2]) / 2])
    ribs = {f"rib{number}": _midline(mark[f"transverse_T{number}"]) * (0, 1, 0) + mark[f"body_T{number}"] * (0, 0, 1)
            + mark[f"transverse_T{number}"] * (0.5, 0, 0) for number in RIBS}
    return {"innominate": sacroiliac, "clavicle": mark["clavicle_medial"], "scapula": mark["clavicle_lateral"], "arm": mark["humeral_head"],
            "thigh": mark["femoral_head"], "patella": knee, "shank": knee, "foot": ankle, **ribs}
