"""Which vertebra or rib a point of a muscle is attached to or passes: the one whose measured shape is nearest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np

from app.model.frozen import frozen
from app.pose.skeleton import (
    CERVICAL,
    INDEX,
    LUMBAR,
    RIBS,
    THORACIC,
    Array,
    joint_centres,
    landmark,
    landmarks,
)

PAIRED = ("innominate", "clavicle", "scapula", "arm", "thigh", "patella", "shank", "foot")
"""Segments that a rule names without their side; ribs are paired as well."""

Place = tuple[float, float, float]


@frozen
class Strokes:
    """Bones as straight strokes: the segment of each, where it starts and its way to the end (n x 3, mm)."""

    segments: tuple[str, ...]
    starts: Array
    ways: Array

    def nearest(self, point: Place) -> str:
        """The segment of the stroke that is nearest to a point."""
        to_point = np.array(point) - self.starts
        share = (to_point * self.ways).sum(axis=1) / (self.ways ** 2).sum(axis=1)
        away = to_point - self.ways * np.minimum(1.0, np.maximum(0.0, share))[:, None]
        return self.segments[int((away ** 2).sum(axis=1).argmin())]


def owner(name: str, point: Place) -> str:
    """The segment of the right side that a name stands for: `spine` and `rib` are the nearest vertebra and rib, others one bone."""
    if name == "spine":
        return vertebrae().nearest(point)
    if name == "rib":
        return ribs().nearest(point)
    segment = f"{name}_right" if name in PAIRED or name.startswith("rib") else name
    if segment not in INDEX:
        raise ValueError(f"{name!r} is not a segment")
    return segment


def mirrored(segment: str) -> str:
    """The segment of the left side; the same one in the midline."""
    return segment.removesuffix("_right") + "_left" if segment.endswith("_right") else segment


def _strokes(found: Iterable[tuple[str, Array, Array]]) -> Strokes:
    """Strokes from segment, start and end."""
    segments, starts, ends = zip(*found, strict=True)
    return Strokes(segments, np.array(starts), np.array(ends) - np.array(starts))


@cache
def vertebrae() -> Strokes:
    """Vertebrae as body to spinous process and to both transverse processes; the sacrum down to the coccyx, the back of the head."""
    mark = landmarks()
    centres = _bodies()
    found: list[tuple[str, Array, Array]] = []
    for name, body in centres.items():
        level = name.upper()
        found += [(name, body, mark[f"spinous_{level}"]), *((name, body, landmark(f"transverse_{level}", side)) for side in ("right", "left"))]
    found += [("sacrum", mark["sacral_promontory"], mark["sacrum_dorsal_S2"]), ("sacrum", mark["sacrum_dorsal_S2"], mark["sacral_apex"]),
              ("sacrum", mark["sacral_apex"], mark["coccyx_tip"]),
              ("head", mark["mastoid"], mark["inion"]), ("head", landmark("mastoid", "left"), mark["inion"])]
    return _strokes(found)


def _bodies() -> Mapping[str, Array]:
    """The middles of the vertebral bodies: halfway between the joints below and above."""
    names = (*LUMBAR, *THORACIC, *CERVICAL)
    centres = joint_centres()
    return {name: (centres[name] + centres[above]) / 2 for name, above in zip(names, (*names[1:], "head"), strict=True)}


@cache
def ribs() -> Strokes:
    """The ribs of the right side from the vertebra over angle and side to the front end."""
    mark = landmarks()
    found: list[tuple[str, Array, Array]] = []
    for number in RIBS:
        # The front end of the last rib was measured at its neck: it ends at its side.
        marks = [f"transverse_T{number}", f"rib{number}_angle", f"rib{number}_lateral", f"rib{number}_front_end"]
        found += [(f"rib{number}_right", mark[a], mark[b]) for a, b in itertools.pairwise(marks if number < max(RIBS) else marks[:3])]
    return _strokes(found)
