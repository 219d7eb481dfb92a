"""The face from the front and the scalp from behind: calm described shapes upon the skull, eyes and mouth closed.

Their fibre grids are not measured; the places are read off the outline of the skull. Sheet coordinates, mm, of the
sheet's right half (the subject's left); the other half is the mirror.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import shapely
from scipy.interpolate import CubicSpline
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.bones import bone_areas, skull
from app.body.contour import common, line_data
from app.body.head import auricle, auricle_courses
from app.body.tables import Array
from app.diagram.light import Light
from app.model.anatomy import ViewName

Points = tuple[tuple[float, float], ...]


Tones = tuple[float, float, float, float, float]
"""A light that fades along a line: (x1, y1, x2, y2) in mm and how bright it is where the line begins, 0..1."""


@dataclass(frozen=True, slots=True)
class FaceShape:
    """One shape: its ring (or half of it, when it lies on the midline), its lines, and where it fades into what is pale.

    `between` (a number) lines more are drawn between each two of its lines; `pale` says that it is no muscle.
    """

    name: str
    ring: Points
    lines: tuple[Points, ...] = ()
    midline: bool = False
    pale: bool = False
    between: int = 0
    fade: Tones | None = None


@dataclass(frozen=True, slots=True)
class Soft:
    """What is drawn of a shape on one side: its area (sheet, mm), path data of its lines, the light that fades on it."""

    id: str
    area: BaseGeometry
    pale: bool
    lines: str
    glow: Light | None


SCALP = "epicranial_aponeurosis"
"""The sheet that ends where the skull does."""

ON_BONE = 0.5
"""mm; how far the muscles of the lower jaw may reach beyond the bone."""

JAW = ("mentalis", "depressor_labii", "depressor_anguli_oris")

SHAPES = (
    FaceShape(SCALP, ((0, 0), (30, 0), (60, 10), (80, 35), (80, 49), (66, 60), (50, 66), (36, 72), (18, 84), (0, 100)),
              (((4.5, 68), (4, 38), (2.5, 9)), ((13, 58), (11.5, 34), (7, 9)), ((23, 51), (20, 30), (12, 10)),
               ((34, 47), (30, 29), (18, 11)), ((46, 47), (40, 31), (25, 13)), ((57, 51), (50, 35), (33, 16))), midline=True, pale=True,
              between=1),
    FaceShape("levator_anguli_oris", ((28, 149), (43, 150), (42, 162), (36, 174), (29.5, 183), (25, 178), (26, 165)),
              (((31, 152), (28.5, 167), (27.5, 179)), ((41, 153), (37, 167), (29.5, 180))), between=1),
    FaceShape("buccinator", ((28, 166), (37, 158), (49, 152), (50, 168), (46, 186), (37, 193), (28, 190), (26, 180)),
              (((31, 170), (39, 164), (47, 160)), ((30, 180), (39, 176), (47, 172)), ((30, 187), (38, 186), (45, 183))), between=2),
    FaceShape("mentalis", ((0.6, 194), (6, 194), (11, 197), (14.5, 205), (14, 212), (8, 216.5), (0.8, 217)),
              (((2.5, 200), (3, 207), (3.2, 214)), ((9, 200), (10.5, 206), (10, 213))), between=1),
    FaceShape("depressor_labii", ((5, 194), (13, 193.5), (21, 191), (26, 189), (30, 196), (31, 205), (27, 212), (19, 214), (13.5, 211.5),
                                  (13, 205), (9, 199.5)),
              (((9, 196.5), (13.5, 203), (16.5, 211.5)), ((22, 192.5), (26, 200), (27, 209))), between=2),
    FaceShape("depressor_anguli_oris", ((26, 184), (30, 182), (33, 186), (38, 193), (43.5, 200), (44.5, 206), (38, 211), (29, 214),
                                        (22.5, 214.5), (27, 205), (28, 195)),
              (((28.5, 186), (30, 197), (25.5, 212)), ((31, 186), (37, 196), (41.5, 206))), between=3),
    FaceShape("risorius", ((28, 182.2), (37, 180.6), (46, 178), (54, 175.5), (56.5, 178.5), (48, 182.6), (38, 185.4), (29, 186)),
              (((31, 183.2), (40, 181.8), (52, 177.3)), ((31, 184.8), (40, 183.9), (53, 179))), between=1),
    FaceShape("levator_labii", ((19.5, 139), (29, 142), (40, 142.5), (37.5, 151), (32, 161), (27, 170), (20, 172), (15.5, 170.5),
                                (17.5, 160), (18.5, 150)),
              (((21.5, 142), (20, 156), (17.5, 169)), ((37.5, 145), (31, 158), (25, 170))), between=3),
    FaceShape("levator_labii_alaeque_nasi", ((9, 122), (12.5, 125), (15, 138), (18.5, 150), (20.5, 161), (18.8, 170.5), (14.2, 169.8),
                                             (15.8, 160), (12.4, 150), (9.6, 138)),
              (((10.6, 126), (15, 148), (16, 168)), ((12, 127), (17.5, 150), (18, 168)))),
    FaceShape("zygomaticus_minor", ((39, 141), (45.5, 143), (41, 154), (34.5, 165), (28, 174), (22, 173), (29.5, 163), (35.5, 152)),
              (((40, 145), (33, 160), (24, 172)), ((43.5, 146), (37, 159), (27, 172.5))), between=1),
    FaceShape("zygomaticus", ((49.5, 140), (57.5, 141), (53, 153), (45, 166), (36, 178.5), (30, 184.5), (26.5, 180), (34, 169), (43, 155)),
              (((51, 144), (42, 162), (29.5, 180)), ((55.5, 145), (46.5, 162), (31.5, 181.5))), between=2),
    FaceShape("orbicularis_oris", ((0, 164.5), (7, 164.2), (15, 166), (22, 170.4), (27.5, 176.5), (31, 182.5), (29.5, 188.5), (25, 193.5),
                                   (17, 197), (9, 198.6), (0, 199.3)),
              (((0, 169), (9, 168), (19, 171.6), (28, 181)), ((0, 175.4), (8, 174.6), (17, 177.4), (26.5, 182.4)),
               ((0, 192.4), (9, 191.6), (18, 188.6), (26.5, 184.6)), ((0, 197), (10, 196.2), (20, 193), (28, 186.2))), midline=True, between=1),
    FaceShape("frontalis", ((1.2, 106), (1.2, 92), (3, 80), (7, 67), (13, 57), (21, 50), (32, 45.5), (44, 45), (54, 48.5), (61, 56),
                            (64.5, 67), (64.5, 80), (62.5, 92), (59.5, 106), (44, 107), (30, 105), (16, 107), (8, 113)),
              (((3.4, 103), (4.6, 90), (7.5, 76), (12.5, 63)), ((17.5, 103), (19, 88), (22.5, 71), (27, 54)),
               ((32, 99), (34.5, 84), (38, 68), (41.5, 50)), ((46.5, 101), (50, 85), (52, 69), (53.5, 54)),
               ((57.5, 106), (60.5, 90), (61.5, 76), (60, 62))), between=3, fade=(36, 47, 31, 84, 0.84)),
    FaceShape("procerus", ((0, 90), (3, 93), (5.6, 102), (5.4, 112), (3.6, 123), (0, 124)),
              (((1.4, 95), (1.6, 108), (1.4, 121)), ((3.6, 98), (4.2, 109), (3, 120))), midline=True),
    FaceShape("orbicularis_oculi", ((7.5, 121), (8.8, 111.5), (13.5, 103.5), (22, 98), (33, 95.6), (44.5, 97.3), (53.5, 103), (59, 112),
                                    (60, 123), (57, 133.5), (49.5, 141), (39, 145), (28, 144.6), (18.5, 140.4), (11.5, 132.5)),
              (((12, 113), (18, 104.5), (31, 98.8), (45, 101), (54.5, 109), (57, 121), (53, 133), (42, 141.6), (29, 141.6), (18, 136.4),
                (11.4, 128)),
               ((14.5, 117.5), (21, 110.5), (32, 107), (43, 109), (50, 114.5), (52, 121.5), (48.5, 129.5), (40, 135), (30, 135.4),
                (21, 132), (14.5, 126.5))), between=3),
    FaceShape("eyelids", ((12.6, 123.4), (17.5, 117.2), (24, 112.6), (32, 111), (40, 112.4), (46, 116.6), (50, 122), (46, 128), (39.5, 131.4),
                          (31, 132.2), (23, 130.4), (17, 127)),
              (((15.5, 119.8), (23, 115), (32, 113.4), (41, 115.4), (47.5, 120.4)),
               ((12.8, 123.2), (17, 124.8), (25, 127.2), (33, 127.9), (41, 126.4), (46.5, 123.8), (50, 121.6)),
               ((16, 125), (24, 127.8), (33, 128.6), (41, 127), (47, 124)),
               ((20, 126.6), (26, 128.4), (33, 129), (40, 127.8))), fade=(32, 104, 32, 140, 0.42)),
    FaceShape("nose", ((0, 112), (3.4, 114), (5, 121), (5.8, 131), (8, 141), (11.4, 148), (15, 153.4), (16.6, 158.6), (15.2, 163), (11, 164.6),
                       (7.4, 164.2), (4.2, 166.6), (0, 167.8)),
              (((12.8, 151.8), (10.8, 156.2), (11.7, 161)), ((4.4, 164.2), (6.6, 162.6), (9, 162.3), (11.2, 163.2)),
               ((4.9, 164), (6.8, 163.1), (8.8, 162.9), (10.6, 163.3)), ((3.2, 152), (5.2, 157.4), (4, 161.8)), ((3.6, 131), (4.2, 142), (3, 152))),
              midline=True, pale=True),
    FaceShape("nasalis", ((0, 134), (4, 135), (8.4, 141), (12.4, 147.6), (15, 152.6), (10.4, 151.8), (5, 147.4), (0, 146)),
              (((0, 137), (5, 139.5), (12.8, 150.6)), ((0, 143.6), (5, 145), (11.4, 150.8))), midline=True, between=1,
              fade=(0, 132, 0, 150, 0.4)),
    FaceShape("lips", ((0, 177.8), (3, 176.4), (6, 176.8), (12, 179), (17, 181.4), (22.4, 183.7), (18, 186.9), (13, 189.9), (6, 191.4),
                       (0, 191.5)),
              (((0, 183.7), (4, 184.2), (10, 183.4), (16, 183.6), (22.2, 183.7)), ((0, 184.3), (4, 184.7), (10, 183.9), (17, 183.9))), midline=True,
              fade=(0, 173, 0, 199, 0.34)),
)
"""From the front, farthest first."""

SHAPES_BEHIND = (
    FaceShape(SCALP, ((0, 0), (30, 0), (60, 10), (85, 40), (85, 90), (76, 112), (66, 125), (40, 120), (14, 118), (0, 123)),
              (((5, 112), (4, 52), (2, 14)), ((19, 88), (17, 50), (9, 13)), ((34, 84), (31, 48), (19, 16)),
               ((49, 85), (47, 54), (33, 22)), ((62, 90), (60, 62), (48, 33))), midline=True, pale=True, between=1),
    FaceShape("occipitalis", ((17, 124.6), (18, 114), (22, 107.5), (34, 106), (48, 108.5), (60, 114), (68, 122), (69.5, 135), (64, 139.5),
                              (52, 133), (38, 127.6), (24, 125)),
              (((21, 123.5), (22, 115), (24, 109)), ((30, 125), (31.5, 116), (33, 108)), ((41, 127), (43, 118), (45, 110)),
               ((53, 131), (55, 122), (56, 114)), ((64, 136.5), (66, 129), (64.5, 121))), between=3, fade=(42, 106, 38, 128, 0.92)),
)
"""From behind, farthest first."""


def face_areas(view: ViewName) -> list[Soft]:
    """What covers the skull from the front or from behind (sheet, mm), farthest first."""
    found = []
    for shape in SHAPES_BEHIND if view == "back" else SHAPES:
        for flip in (1,) if shape.midline else (-1, 1):
            courses = [course * (side, 1) for course in drawn_courses(shape) for side in ((1, -1) if shape.midline else (flip,))]
            side = "midline" if shape.midline else _side(flip, view)
            found.append(Soft(f"{shape.name}-{side}", _area(shape, flip, view), shape.pale, _lines(courses), glow(shape, flip)))
    return found + [Soft(f"auricle-{_side(flip, view)}", auricle(flip), True, _lines(auricle_courses(flip, view == "back")), None)
                    for flip in (-1, 1)]


def _area(shape: FaceShape, flip: float, view: ViewName) -> BaseGeometry:
    ring = np.array(shape.ring)
    area = _smooth(np.vstack([ring, ring[::-1] * (-1, 1)]) if shape.midline else ring * (flip, 1))
    if shape.name == SCALP:
        return area.intersection(skull(view))
    return common(area, _jaw().buffer(ON_BONE)) if shape.name in JAW else area


def _jaw() -> BaseGeometry:
    return shapely.union_all([area for name, _, area in bone_areas("front") if name.startswith(("mandible", "skull"))])


def _side(flip: float, view: ViewName) -> str:
    return "right" if (flip < 0) == (view == "front") else "left"


def _smooth(ring: Array) -> BaseGeometry:
    return Polygon(rounded(ring)).buffer(0).buffer(0.7).buffer(-1.4).buffer(0.7)


def rounded(ring: Array) -> Array:
    """A ring (n x 2, mm) whose corners are cut twice, so that it runs smoothly."""
    for _ in range(2):
        onward = np.roll(ring, -1, axis=0)
        ring = np.stack([0.8 * ring + 0.2 * onward, 0.2 * ring + 0.8 * onward], axis=1).reshape(-1, 2)
    return ring


def glow(shape: FaceShape, flip: float) -> Light | None:
    """The light that fades over a shape, on the half of the sheet that `flip` (-1 or 1) says."""
    if shape.fade is None:
        return None
    x1, y1, x2, y2, most = shape.fade
    return Light(x1 * flip, y1, x2 * flip, y2, ((0.0, most), (0.4, round(0.55 * most, 2)), (1.0, 0.0)))


def drawn_courses(shape: FaceShape) -> list[Array]:
    """The lines of a shape, those between them included (n x 2 each, mm)."""
    guides = [_bent(np.array(line)) for line in shape.lines]
    if not shape.between:
        return guides
    steps = np.linspace(0, 1, shape.between + 1, endpoint=False)
    return [(1 - step) * one + step * other for one, other in itertools.pairwise(guides) for step in steps] + guides[-1:]


def _lines(courses: list[Array]) -> str:
    return "".join(line_data(course, 0.3, 1.0) for course in courses)


def _bent(course: Array) -> Array:
    """A smooth line through the given points (mm), as 25 points."""
    places = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(course, axis=0), axis=1))]
    fine = np.linspace(0.0, places[-1], 25)
    if len(course) == 2:
        return np.stack([np.interp(fine, places, course[:, axis]) for axis in (0, 1)], axis=1)
    return np.asarray(CubicSpline(places, course)(fine))
