"""The face from the front and the scalp from behind: calm described shapes upon the skull, eyes and mouth closed.

Their fibre grids are not measured; the places are read off the outline of the skull. Sheet coordinates, mm, of the
sheet's right half (the subject's left); the other half is the mirror.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import skull
from app.body.contour import line_data
from app.body.head import auricle, auricle_courses
from app.body.tables import Array
from app.model.knowledge import ViewName

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FaceShape:
    """One shape: its ring (or half of it, when it lies on the midline) and its lines; `pale` where it is no muscle."""

    name: str
    ring: Points
    lines: tuple[Points, ...] = ()
    midline: bool = False
    pale: bool = False


SCALP = "epicranial_aponeurosis"
"""The sheet that ends where the skull does."""

SHAPES = (
    FaceShape(SCALP, ((0, 0), (30, 0), (60, 10), (80, 35), (80, 49), (66, 54), (54, 58), (40, 66), (20, 80),
                                         (0, 96)),
              (((6, 60), (5, 34), (3, 12)), ((17, 52), (14, 30), (8, 11)), ((29, 46), (24, 27), (14, 12)),
               ((43, 44), (37, 29), (23, 13)), ((56, 47), (49, 34), (35, 18))), midline=True, pale=True),
    FaceShape("orbicularis_oris", ((0, 166), (9, 165), (18, 167.5), (26, 173), (31, 181), (30.5, 187), (24, 193), (13, 196.5),
                                   (0, 197.3)),
              (((2, 168.6), (10, 168.2), (19, 171.5), (26.5, 178)), ((3, 172), (12, 173), (20, 176.5)),
               ((2, 194.5), (12, 193.8), (20, 191)), ((22, 187.8), (26.5, 185.5))), midline=True),
    FaceShape("buccinator", ((29, 163), (38, 155), (48, 151), (48, 168), (44, 186), (36, 192), (29, 188), (27, 180)),
              (((31, 169), (45, 161)), ((31, 175), (45, 170)), ((31, 182), (43, 180)))),
    FaceShape("mentalis", ((1.2, 199), (7, 197.6), (12, 200), (14, 207), (9, 213), (2, 214)),
              (((3.5, 200), (4.5, 211)), ((8, 200), (9.5, 210)))),
    FaceShape("depressor_labii", ((7, 193), (14, 192), (21, 190.5), (26, 197), (29, 206), (23, 211), (16, 209), (11, 201)),
              (((11, 195), (20, 208)), ((15.5, 194), (24.5, 206.5)), ((20, 193.5), (27, 203)))),
    FaceShape("depressor_anguli_oris", ((26.5, 182.5), (30.5, 182.5), (35, 190), (38.5, 199), (36, 207), (28, 212), (20.5, 213),
                                        (24.5, 206), (26.5, 196)),
              (((28, 186), (29.5, 196), (25, 210)), ((30, 186), (33.5, 197), (31, 209)))),
    FaceShape("risorius", ((29, 181.5), (37, 180.5), (48, 177), (51, 179), (44, 183.5), (36, 185.8), (29.5, 185.5)),
              (((32, 183.5), (40, 182.5), (48, 179)),)),
    FaceShape("levator_labii", ((22, 139), (38, 142), (36, 150), (30, 161), (23.5, 173), (16, 171), (17.5, 160), (19.5, 149)),
              (((25, 143), (22, 156), (19.5, 169)), ((33, 145), (27, 157), (22, 170)))),
    FaceShape("levator_labii_alaeque_nasi", ((8.5, 128), (12.5, 128), (14.5, 140), (18, 152), (19.5, 163), (18, 170), (13.8, 169.5),
                                             (14.8, 160), (11.5, 150), (8.5, 140)),
              (((11, 133), (15.5, 153), (16.2, 167)),)),
    FaceShape("zygomaticus_minor", ((40, 141), (45, 144.5), (39.5, 156), (32, 168), (25.5, 175), (22.5, 172), (29, 162), (35.5, 151)),
              (((41.5, 145), (34.5, 159), (25, 173)),)),
    FaceShape("zygomaticus", ((50, 140), (56.5, 143), (50, 157), (41, 170), (32, 183), (27.5, 180), (34, 169), (43, 155)),
              (((51, 145), (41, 163), (29.5, 180)), ((54, 146), (45, 161), (32, 180)))),
    FaceShape("frontalis", ((1, 106), (1, 88), (2.5, 70), (7, 56), (15, 47.5), (27, 43.5), (42, 42), (55, 43.5), (63.5, 50), (67, 62),
                            (67, 77), (63, 92), (59, 106), (44, 105), (30, 103), (16, 104), (8, 112)),
              (((5, 102), (5, 84), (8, 61)), ((12.5, 100), (13.5, 78), (17.5, 51)), ((21, 97), (23, 75), (27.5, 47)),
               ((30.5, 96), (33, 74), (38, 46)), ((40, 97), (43.5, 76), (48.5, 46)), ((49.5, 99), (54, 79), (58, 51)))),
    FaceShape("procerus", ((0, 90), (3.5, 93), (6, 103), (5, 114), (3.5, 123), (0, 124)),
              (((2, 95), (2.5, 120)),), midline=True),
    FaceShape("orbicularis_oculi", ((6.5, 121), (8.5, 110), (16, 101), (28, 96.5), (42, 97), (54, 103.5), (60.5, 115), (60, 128),
                                    (53, 138.5), (42, 144.5), (29, 144.5), (17, 139.5), (9.5, 131)),
              (((12, 112), (19, 104.5), (30, 100.5), (43, 101.5), (53, 108), (57, 119), (54, 131), (44, 140), (30, 140.7), (18, 136),
                (12.5, 130)),
               ((14, 115.5), (21, 108.5), (31, 105.2), (42, 106.5), (50, 112.5), (53, 121), (49, 130.5), (41, 136.5), (30, 137),
                (20, 133), (14.5, 128)),
               ((17, 118.5), (24, 113), (33, 111.2), (42, 113.2), (48.5, 119)),
               ((19.5, 128.5), (27, 132.6), (35, 133.2), (42.5, 131), (48, 127)))),
    FaceShape("eyelids", ((14.5, 124.2), (20, 125.2), (27, 127.2), (34, 127.7), (41, 126.2), (47.5, 122.8), (49.5, 122.6),
                          (46.5, 125.4), (41, 128.4), (34, 129.9), (26.5, 129.2), (19.5, 126.8))),
    FaceShape("nose", ((0, 121), (4, 122), (6, 130), (8.5, 140), (12.5, 149), (16, 157.5), (14.5, 163), (9, 164), (3.5, 166.5),
                       (0, 167)),
              (((12.5, 152.5), (10.4, 157), (11.5, 162)), ((4, 164), (6.5, 161.8), (10, 162.8)), ((2.6, 152), (5, 157.5), (3.6, 162))),
              midline=True, pale=True),
    FaceShape("nasalis", ((0, 133), (4.5, 134.5), (8.5, 141), (13, 149), (14.5, 154), (10, 152), (5, 147), (0, 145.5)),
              (((2, 136), (8, 143), (12, 150)), ((1.5, 142), (7, 146.5))), midline=True),
    FaceShape("lips", ((0, 177), (3.5, 175.6), (8.5, 176.9), (15, 179.8), (21.5, 183), (16, 187.2), (8, 190), (0, 190.6)),
              (((0, 182.6), (4, 183.1), (10, 182.2), (16, 182.4), (21.5, 183)),), midline=True),
)
"""From the front, farthest first."""

SHAPES_BEHIND = (
    FaceShape(SCALP, ((0, 0), (30, 0), (60, 10), (85, 40), (85, 70), (74, 92), (58, 98), (40, 94), (20, 98),
                                         (0, 108)),
              (((4, 84), (4, 48), (2, 14)), ((18, 82), (17, 48), (9, 13)), ((33, 80), (31, 46), (19, 16)),
               ((48, 82), (47, 52), (33, 22)), ((61, 84), (60, 60), (48, 33))), midline=True, pale=True),
    FaceShape("occipitalis", ((5, 123), (6, 110), (11, 101), (24, 95.5), (40, 94), (53, 97.5), (62, 106), (65, 117), (62, 126), (48, 121.5),
                              (32, 121.5), (16, 124.5)),
              (((11, 119), (13, 104)), ((20, 119), (23, 100)), ((29, 118), (33, 98)), ((38, 118), (43, 98)),
               ((47, 118), (52, 101)), ((56, 120), (59, 108)))),
)
"""From behind, farthest first."""


def face_areas(view: ViewName) -> list[tuple[str, BaseGeometry, bool, str]]:
    """(id, area, pale, path data of its lines) of what covers the skull from the front or from behind, farthest first."""
    found = []
    for shape in SHAPES_BEHIND if view == "back" else SHAPES:
        if shape.midline:
            ring = np.vstack([np.array(shape.ring), np.array(shape.ring)[::-1] * (-1, 1)])
            courses = [np.array(line) for line in shape.lines] + [np.array(line) * (-1, 1) for line in shape.lines]
            area = _smooth(ring) if shape.name != SCALP else _smooth(ring).intersection(skull(view))
            found.append((f"{shape.name}-midline", area, shape.pale, _lines(courses)))
            continue
        for flip in (-1, 1):
            courses = [np.array(line) * (flip, 1) for line in shape.lines]
            name = f"{shape.name}-{_side(flip, view)}"
            found.append((name, _smooth(np.array(shape.ring) * (flip, 1)), shape.pale, _lines(courses)))
    return found + [(f"auricle-{_side(flip, view)}", auricle(flip), True, _lines(auricle_courses(flip, view == "back")))
                    for flip in (-1, 1)]


def _side(flip: float, view: ViewName) -> str:
    return "right" if (flip < 0) == (view == "front") else "left"


def _smooth(ring: Array) -> BaseGeometry:
    return Polygon(ring).buffer(0).buffer(0.7).buffer(-1.4).buffer(0.7)


def _lines(courses: list[Array]) -> str:
    return "".join(line_data(_bent(course), 0.3, 1.0) for course in courses)


def _bent(course: Array) -> Array:
    """A smooth line through the given points."""
    places = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(course, axis=0), axis=1))]
    if len(course) == 2:
        return course
    return np.asarray(CubicSpline(places, course)(np.linspace(0.0, places[-1], 24)))
