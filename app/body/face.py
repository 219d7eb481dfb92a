"""The face from the front: its muscles and the nose as calm described shapes between the bones, eyes and mouth closed.

Their fibre grids are not measured; the places are read off the outline of the skull. Sheet coordinates, mm, of the
sheet's right half (the subject's left); the other half is the mirror.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.contour import line_data
from app.body.tables import Array

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FaceShape:
    """One shape: its ring (or half of it, when it lies on the midline) and its lines; `pale` where it is no muscle."""

    name: str
    ring: Points
    lines: tuple[Points, ...] = ()
    midline: bool = False
    pale: bool = False


SHAPES = (
    FaceShape("frontalis", ((2.5, 106), (2, 92), (5, 72), (11, 55), (22, 45), (38, 41), (51, 47), (58, 62), (59, 80), (56, 96),
                            (50, 104), (36, 100), (20, 99), (10, 104)),
              (((7, 100), (8, 80), (15, 56)), ((13, 98), (16, 76), (23, 51)), ((20, 96), (24, 74), (30, 49)),
               ((28, 95), (32, 73), (37, 48)), ((36, 95), (41, 74), (44, 50)), ((44, 97), (49, 76), (51, 56)))),
    FaceShape("buccinator", ((28, 163), (38, 155), (48, 151), (48, 168), (44, 186), (36, 195), (27, 189)),
              (((31, 169), (45, 161)), ((31, 175), (45, 170)), ((31, 182), (43, 180)))),
    FaceShape("levator_labii", ((11, 136), (20, 140), (35, 142), (35, 149), (29, 159), (24, 172), (13, 172), (14, 160), (10, 148)),
              (((16, 141), (17, 154), (17, 170)), ((22, 143), (21, 156), (19, 170)), ((30, 145), (27, 156), (22, 170)))),
    FaceShape("zygomaticus", ((40, 143), (50, 138), (56, 142), (49, 153), (40, 167), (31, 180), (24, 178), (29, 166), (35, 154)),
              (((46, 142), (38, 157), (27, 177)), ((52, 142), (43, 157), (30, 177)))),
    FaceShape("depressor_anguli_oris", ((22, 181), (30, 180), (34, 192), (36, 205), (28, 212), (17, 214), (16, 204), (20, 193)),
              (((25, 185), (25, 198), (21, 210)), ((29, 185), (30, 198), (28, 209)))),
    FaceShape("mentalis", ((0, 192), (9, 192), (18, 197), (19, 208), (10, 215), (0, 215.5)),
              (((4, 196), (5, 212)), ((9, 197), (12, 211))), midline=True),
    FaceShape("orbicularis_oculi", ((8, 112), (15, 103), (27, 99), (41, 99), (52, 106), (58, 118), (55, 131), (45, 140), (31, 143),
                                    (18, 139), (10, 130), (8, 121)),
              (((13, 113), (20, 106.5), (30, 103.5), (42, 105), (50, 111), (53, 120), (49, 131), (40, 137), (28, 138), (17, 132)),
               ((14.5, 119), (22, 111.5), (32, 108.5), (42, 111), (49, 119), (44, 129.5), (35, 133.5), (25, 132.5), (16.5, 127)))),
    FaceShape("eyelid", ((15, 124), (19, 119), (25, 115.5), (32, 114), (39, 116), (45, 120), (48, 123), (43, 127.5), (35, 130),
                         (26, 129.5), (19, 127)),
              (((15.5, 124), (22, 127), (30, 128.3), (38, 127.3), (47.5, 123)), ((18, 125), (25, 126.6), (33, 126.8), (42, 125)),
               ((19, 119.5), (27, 116.8), (35, 117), (43, 120.5)))),
    FaceShape("nose", ((0, 106), (5.5, 107), (6.5, 120), (9, 138), (13.5, 149), (16, 158), (13, 163.5), (7, 163), (3, 166.5),
                       (0, 167)),
              (((13, 152), (11, 158), (13, 162)), ((3.5, 162.5), (6.5, 161), (10, 162.8))), midline=True, pale=True),
    FaceShape("orbicularis_oris", ((0, 168), (9, 167.5), (19, 171), (26, 177), (28, 182), (24, 188), (14, 193.5), (0, 195)),
              (((2, 171), (12, 171.8), (21, 176), (26, 181.5)), ((2, 192), (12, 190.8), (21, 187), (26, 182.5))), midline=True),
    FaceShape("lips", ((0, 178), (4, 176.6), (10, 178.6), (17, 181.6), (20, 182.8), (14, 186), (7, 188.2), (0, 188.6)),
              (((0, 182.6), (4, 182), (10, 182.8), (20, 182.6)),), midline=True),
)
"""Farthest first."""


def face_areas() -> list[tuple[str, BaseGeometry, bool, str]]:
    """(id, area, pale, path data of its lines) of the face's structures, farthest first."""
    found = []
    for shape in SHAPES:
        if shape.midline:
            ring = np.vstack([np.array(shape.ring), np.array(shape.ring)[::-1] * (-1, 1)])
            courses = [np.array(line) for line in shape.lines] + [np.array(line) * (-1, 1) for line in shape.lines]
            found.append((f"{shape.name}-midline", _smooth(ring), shape.pale, _lines(courses)))
            continue
        for side, flip in (("right", -1), ("left", 1)):
            courses = [np.array(line) * (flip, 1) for line in shape.lines]
            found.append((f"{shape.name}-{side}", _smooth(np.array(shape.ring) * (flip, 1)), shape.pale, _lines(courses)))
    return found


def _smooth(ring: Array) -> BaseGeometry:
    return Polygon(ring).buffer(0).buffer(1.5).buffer(-3.0).buffer(1.5)


def _lines(courses: list[Array]) -> str:
    return "".join(line_data(course, 0.3, 2.0) for course in courses)
