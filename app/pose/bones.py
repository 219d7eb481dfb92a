"""The bones as points in space: where each drawn node of a bone lies, and how far flesh is from each segment.

The outlines of ``skeleton.json`` are seen from the front and from the side; each tells how deep the other lies. Curved bones are
corrected by landmarks and measured attachments, ribs follow their landmarks.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from app.model.anatomy import ViewName
from app.pose.skeleton import MIRROR, RIBS, SPINE, Array, landmark
from app.resources import folders

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
STEP = 4.0
"""Outlines and ribs become points at most so far apart, mm."""
BIN = 3.0
"""Depths are told for heights so far apart, mm."""
NEAR = 35.0
"""How far around a measured point (mm) its depth counts more than the middle of the outline."""
STEEP = 0.6
"""mm of depth for each mm of the sheet; so much can turn by 59 degrees before it is seen from behind."""
CORNERS: Mapping[str, tuple[str, ...]] = {
    "innominate": ("asis", "aiis", "psis", "iliac_crest_top", "iliac_crest_lateral", "ischial_tuberosity", "pubic_symphysis",
                   "pubic_tubercle"),
    "scapula": ("acromion", "coracoid", "scapula_inferior_angle", "scapula_superior_angle", "scapular_spine_root", "acromial_angle"),
    "clavicle": ("clavicle_medial", "clavicle_lateral"),
    "sternum": ("sternal_notch", "sternal_angle", "xiphoid_tip")}
"""Landmarks of curved bones, of the right side."""
ATTACHED = {"hip": "innominate", "scapula": "scapula", "clavicle": "clavicle"}
"""Curved bones as ``attachments.csv`` names them."""
BLENDS: Mapping[str, tuple[tuple[str, float], ...]] = {
    "hyoid_bone": (("head", 0.5), ("c4", 0.5)), "thyroid_cartilage": (("c4", 0.4), ("c5", 0.6)),
    "arytenoid_cartilage": (("c4", 0.4), ("c5", 0.6)), "cricoid_cartilage": (("c5", 0.5), ("c6", 0.5)),
    "corniculate_cartilage": (("c4", 0.4), ("c5", 0.6))}
"""What hangs in the neck between skull and breastbone goes with the vertebrae behind it."""


def slug(name: str) -> str:
    """The id of a bone without its side: ``Fifth rib.r`` is ``fifth_rib``, ``Atlas (C1)`` is ``atlas_c1``."""
    plain = "_".join(name.removesuffix(".r").replace("(", "").replace(")", "").lower().split())
    return f"{plain}_bone" if plain in ("sacrum", "coccyx") else plain


@cache
def segment_names() -> Mapping[str, str]:
    """For each bone (id without side) its segment, without side; ``cartilage4`` for the cartilage of the fourth rib."""
    groups: dict[str, list[str]] = _json("bonegroups.json")
    found = {"skull": "head"}
    for group, names in groups.items():
        for name in names:
            found[slug(name)] = _segment(group, slug(name))
    return found


def _segment(group: str, bone: str) -> str:
    plain = {"foot": "foot", "Femur": "thigh", "Fibula": "shank", "Tibia": "shank", "Patella": "patella", "Hip bone": "innominate",
             "hand": "arm", "Humerus": "arm", "Radius": "arm", "Ulna": "arm", "Clavicle": "clavicle", "Scapula": "scapula",
             "skull": "head", "Mandible": "head", "sternum": "sternum", "Coccyx": "sacrum", "Sacrum": "sacrum",
             "Atlas (C1)": "c1", "Axis (C2)": "c2"}
    if group in plain:
        return plain[group]
    if group.startswith("Vertebra "):
        return group.removeprefix("Vertebra ").lower()
    if "rib" in bone:
        number = next(place for place, word in enumerate(ORDINALS, start=1) if word in bone.split("_"))
        return f"cartilage{number}" if "cartilage" in bone else f"rib{number}"
    return "neck"


@cache
def rib_course(number: int) -> Array:
    """Points (n x 3, mm) along the middle of a right rib, from its vertebra to its front end."""
    names = (f"transverse_T{number}", f"rib{number}_angle", f"rib{number}_lateral", f"rib{number}_front_end")
    corners = np.array([landmark(name) for name in names])
    return _curve(corners)


@cache
def rib_rings() -> Mapping[int, Array]:
    """Points (n x (z, y), mm) on the outline of each right rib as it is seen from the side, by its number."""
    return {int(segment[3:]): _outlines()[bone][1] for bone, segment in segment_names().items()
            if segment.startswith("rib") and bone in _outlines()}


def rib_depths(number: int, nodes: Array) -> Array:
    """How far to the right (x, mm) nodes on or about a right rib lie that are seen from the side (n x (z, y), mm)."""
    course = rib_course(number)
    return _near_depths(course[:, (2, 1)], course[:, 0], nodes)


def _curve(corners: Array) -> Array:
    """A smooth course through corners (Catmull and Rom 1974, ends doubled), with points about STEP mm apart."""
    ends = np.vstack([2 * corners[0] - corners[1], corners, 2 * corners[-1] - corners[-2]])
    pieces = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        t = np.linspace(0, 1, max(2, int(np.linalg.norm(c - b) / STEP)), endpoint=False)[:, None]
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3))
    return np.vstack([*pieces, corners[-1:]])


@cache
def clouds() -> Mapping[str, Array]:
    """Points (n x 3, mm) on the bones of each segment of the right side and the midline, by segment without side."""
    found: dict[str, list[Array]] = {}
    for bone, segment in segment_names().items():
        if segment.startswith(("rib", "cartilage", "neck")) or bone not in _outlines():
            continue
        found.setdefault(segment, []).append(_points(bone))
    for segment, points in _anchors().items():
        found.setdefault(segment, []).append(points)
    found |= {f"rib{number}": [rib_course(number)] for number in RIBS}
    return {segment: np.vstack(pieces) for segment, pieces in found.items()}


def _points(bone: str) -> Array:
    front, side = _outlines()[bone]
    first = placed(bone, "front", np.stack([front[:, 0], 1750.0 - front[:, 1]], axis=1))
    second = placed(bone, "right", np.stack([side[:, 0], 1750.0 - side[:, 1]], axis=1))
    return np.vstack([first, second])


def placed(bone: str, view: ViewName, nodes: Array, left: bool = False) -> Array:
    """Where nodes (n x 2, sheet, mm) of a bone (id without side) lie in the body (n x 3, mm)."""
    frontal = view in ("front", "back")
    flip = -1.0 if view in ("back", "left") else 1.0
    across, y = nodes[:, 0] * flip, 1750.0 - nodes[:, 1]
    segment = segment_names()[bone]
    mirrored = -1.0 if left else 1.0
    own = np.stack([across * mirrored if frontal else across, y], axis=1)
    if segment.startswith("rib"):
        course = rib_course(int(segment[3:]))
        seen = course[:, (0, 1) if frontal else (2, 1)]
        deep = _near_depths(seen, course[:, 2 if frontal else 0], own)
    elif segment == "clavicle":
        deep = _along(_anchors()[segment], frontal, own)
    elif segment in SPINE:
        deep = np.full(len(own), _middles(bone, frontal)[1].mean())
    else:
        deep = _depths(bone, frontal, own)
        deep = flattened(own, deep) if segment == "arm" else deep
    x, z = (own[:, 0], deep) if frontal else (deep, own[:, 0])
    return np.stack([x * mirrored, y, z], axis=1)


def _along(anchors: Array, frontal: bool, nodes: Array) -> Array:
    """How deep nodes (across, y) of a bone that lies across are: a curve through its measured points."""
    seen, real = (0, 2) if frontal else (2, 0)
    return np.asarray(np.polyval(np.polyfit(anchors[:, seen], anchors[:, real], 3 if frontal else 1), nodes[:, 0]))


def flattened(nodes: Array, deep: Array) -> Array:
    """Depths of nodes (n x 2, sheet, mm) that rise no more steeply than STEEP over the sheet.

    Fingers are seen from the front along their length: as deep as they are, a small turn would show them from behind.
    """
    centred = np.column_stack([nodes - nodes.mean(axis=0), np.ones(len(nodes))])
    slope = np.linalg.lstsq(centred, deep, rcond=None)[0][:2]
    share = min(1.0, STEEP / max(float(np.hypot(*slope)), 1e-9))
    return np.asarray(deep.mean() + share * (deep - deep.mean()))


def _near_depths(seen: Array, depths: Array, nodes: Array) -> Array:
    distance = ((nodes[:, None] - seen[None]) ** 2).sum(axis=2) + 4.0
    weights = distance ** -3.0
    return np.asarray((weights @ depths) / weights.sum(axis=1))


def _depths(bone: str, frontal: bool, nodes: Array) -> Array:
    """How deep nodes (across, y) lie: the middle of the other outline at their height, nearer the measured points about them."""
    heights, middles = _middles(bone, frontal)
    deep = np.interp(nodes[:, 1], heights, middles)
    anchors = _anchors().get(segment_names()[bone])
    if anchors is None:
        return np.asarray(deep)
    seen, real = anchors[:, (0, 1) if frontal else (2, 1)], anchors[:, 2 if frontal else 0]
    residual = real - np.interp(seen[:, 1], heights, middles)
    distance = ((nodes[:, None] - seen[None]) ** 2).sum(axis=2)
    weights = 1.0 / (distance + 9.0) ** 1.5
    share = 1.0 / (1.0 + distance.min(axis=1) / NEAR ** 2)
    return np.asarray(deep + share * (weights @ residual) / weights.sum(axis=1))


@cache
def _middles(bone: str, frontal: bool) -> tuple[Array, Array]:
    """Heights (mm) and the middle of the other outline there: depth z for the front, x for the side."""
    front, side = _outlines()[bone]
    ring = side if frontal else front
    bins = np.round(ring[:, 1] / BIN).astype(int)
    heights = np.unique(bins)
    middles = [(ring[bins == height, 0].min() + ring[bins == height, 0].max()) / 2 for height in heights]
    return heights * BIN, np.array(middles)


@cache
def _anchors() -> Mapping[str, Array]:
    """Measured points (n x 3, mm) on curved bones, by segment without side."""
    found = {segment: [landmark(name) for name in names] for segment, names in CORNERS.items()}
    with (folders().data / "body" / "attachments.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] != "via" and row["bone"] in ATTACHED:
                found[ATTACHED[row["bone"]]].append(np.array([float(row[axis]) for axis in "xyz"]))
    return {segment: np.array(points) for segment, points in found.items()}


@cache
def _outlines() -> Mapping[str, tuple[Array, Array]]:
    """Points (n x 2, mm) on the outline of each bone from the front (x, y) and from the side (z, y), by its id without side."""
    shapes: dict[str, Any] = _json("skeleton.json")
    skull = _json("bonegroups.json")["skull"]
    found = {slug(name): (_dense(shape["front"]), _dense(shape["side"])) for name, shape in shapes.items() if shape["front"]}
    for place in (0, 1):
        pieces = [found[slug(name)][place] for name in skull]
        both = [points * (-1.0, 1.0) for points in pieces] if place == 0 else []
        found["skull"] = (np.vstack([*pieces, *both]), np.zeros((0, 2))) if place == 0 else (found["skull"][0], np.vstack(pieces))
    return found


def _dense(polygons: list[list[list[list[float]]]]) -> Array:
    points = []
    for polygon in polygons:
        ring = np.array(polygon[0])
        for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            count = max(1, int(np.linalg.norm(b - a) / STEP))
            points.append(a + (b - a) * (np.arange(count) / count)[:, None])
    return np.vstack(points)


def _json(name: str) -> Any:
    return json.loads((folders().data / "body" / name).read_text(encoding="utf-8"))


def sided(points: Array, left: bool) -> Array:
    """Points of the right side, or their mirrors on the left."""
    return points * MIRROR if left else points
