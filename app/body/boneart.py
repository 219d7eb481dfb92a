"""Marks on bones that their outlines do not hold: the calm face of the skull, the spine of the scapula."""

from __future__ import annotations

import numpy as np

from app.body.bones import TEETH, bone_holes
from app.body.contour import line_data, ring_data
from app.body.frame import mirrored, project
from app.body.landmarks import landmarks
from app.body.skull import mandible_features, skull_features
from app.body.tables import Array, table
from app.model.anatomy import ViewName

Feature = tuple[str, str, float]
"""``line``, ``shade`` or ``light``; path data; opacity 0..1."""

Ring = tuple[tuple[float, float], ...]

ORBIT: Ring = ((16, 108), (26, 104.5), (38, 106), (46, 113), (48, 122), (44, 132), (35, 137), (24, 133), (16, 125), (14, 116))
ORBIT_DEPTH: Ring = ((19, 113), (28, 109), (38, 111), (44, 119), (40, 129), (30, 130), (21, 124))
CHEEK: Ring = ((50, 133), (58, 137), (56, 146), (46, 154), (42, 148), (44, 139))
NASAL_OPENING: Ring = ((0, 131), (5, 137), (11, 147), (12.5, 156), (8, 161), (0, 163.5), (-8, 161), (-12.5, 156), (-11, 147),
                       (-5, 137))
BITE = ((-31, 180), (-18, 183.3), (0, 184.5), (18, 183.3), (31, 180))
TOOTH_EDGES = (-26.5, -21.5, -17, -12.5, -8.5, -4.3, 0.0, 4.3, 8.5, 12.5, 17, 21.5, 26.5)
TEMPLE = ((51, 104), (56, 90), (60, 72), (57, 55))
LAMBDA = ((-50, 98), (-36, 83), (-20, 70), (0, 56), (20, 70), (36, 83), (50, 98))
NUCHAL_LINE = ((-62, 142), (-46, 133), (-26, 127), (-9, 127.5), (0, 124), (9, 127.5), (26, 127), (46, 133), (62, 142))


def bone_features(name: str, view: ViewName) -> list[Feature]:
    """The marks on a bone in a view, on the sheet (mm)."""
    return _special(name, view) + _tabled(name, view)


def _tabled(name: str, view: ViewName) -> list[Feature]:
    """The marks that the table holds: crests, lines, foramina."""
    bone, _, side = name.rpartition("-")
    rows = [row for row in table("bone_marks.csv") if row["bone"] == bone and row["view"] == view]
    found: list[Feature] = []
    for mark in sorted({int(row["mark"]) for row in rows}):
        own = [row for row in rows if int(row["mark"]) == mark]
        points = np.array([[float(row["x"]), float(row["y"]), 0.0] for row in own])
        places = project(mirrored(points) if side == "left" else points, view)[:, :2]
        data = ring_data(places, 0.4, 0.8) if own[0]["form"] == "ring" else line_data(places, 0.4, 4.0)
        found.append((own[0]["kind"], data, float(own[0]["opacity"])))
    return found


def _special(name: str, view: ViewName) -> list[Feature]:
    if name == "skull-midline":
        return {"front": _face, "back": _occiput}.get(view, skull_features)()
    if name == "mandible-midline" and view == "right":
        return mandible_features()
    if name == "sacrum_bone-midline":
        return [("shade", ring_data(hole, 0.4, 1.0), 0.4) for hole in bone_holes("sacrum_bone", view)]
    return _behind(name) if view == "back" else []


def _behind(name: str) -> list[Feature]:
    if name.startswith("scapula-"):
        return _scapular_spine(-1.0 if name.endswith("left") else 1.0)
    if name.startswith("vertebra_"):
        return _spinous(name.removeprefix("vertebra_").removesuffix("-midline"))
    return []


def _face() -> list[Feature]:
    found: list[Feature] = []
    for side in (1, -1):
        found += [("shade", _ring(ORBIT, side), 0.30), ("shade", _ring(ORBIT_DEPTH, side), 0.22),
                  ("shade", _ring(CHEEK, side), 0.10), ("line", _line(TEMPLE, side), 0.35)]
    found += [("line", _line(((x, 175.3 - x * x / 280), (x * 0.98, 192.8 - x * x / 200))), 0.28) for x in TOOTH_EDGES]
    found += [("light", _ring(TEETH), 0.22), ("line", _line(BITE), 0.8), ("shade", _ring(NASAL_OPENING), 0.38)]
    found += [("line", _line(((0, 107), (0, 131))), 0.4), ("line", _line(((9, 108), (10, 122), (8, 138))), 0.35),
              ("line", _line(((-9, 108), (-10, 122), (-8, 138))), 0.35)]
    return found


def _occiput() -> list[Feature]:
    return [("line", _line(LAMBDA), 0.55), ("line", _line(((0, 6), (1, 30), (0, 56))), 0.55),
            ("line", _line(NUCHAL_LINE), 0.35)]


def _scapular_spine(side: float) -> list[Feature]:
    names = ("scapular_spine_root", "acromial_angle", "acromion")
    root, angle, tip = (project(np.array(landmarks()[name]), "back")[:2] * (side, 1) for name in names)
    upper = np.array([_shift(root, 0, -3), _shift((root + angle) / 2, 0, -6), _shift(angle, 0, -8)])
    lower = np.array([_shift(angle, side, 3), _shift((root + angle) / 2, 0, 3), _shift(root, 0, 4)])
    return [("light", ring_data(np.vstack([upper, lower]), 0.5, 1.0), 0.35),
            ("shade", ring_data(np.vstack([lower, _shift(lower[::-1], 0, 7)]), 0.5, 1.0), 0.16),
            ("line", line_data(np.vstack([lower[::-1], tip[None]]), 0.5), 0.6)]


def _shift(points: Array, right: float, down: float) -> Array:
    return np.asarray(points + np.array([right, down]))


def _spinous(level: str) -> list[Feature]:
    place = landmarks().get(f"spinous_{level.upper()}")
    if place is None:
        return []
    x, y = project(np.array(place), "back")[:2]
    ring = np.array([(x - 2.6, y - 12), (x + 2.6, y - 12), (x + 3.2, y - 2), (x, y + 2), (x - 3.2, y - 2)])
    return [("light", ring_data(ring, 0.4, 1.0), 0.4), ("line", ring_data(ring, 0.4, 1.0), 0.5)]


def _ring(points: Ring, side: float = 1) -> str:
    return ring_data(np.array(points, float) * (side, 1), 0.4, 1.6)


def _line(points: tuple[tuple[float, float], ...], side: float = 1) -> str:
    return line_data(np.array(points, float) * (side, 1), 0.4, 1.6)
