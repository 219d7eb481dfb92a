"""The skin from the side: a described outline close to the measured one, with the profile of a face, heel and toes.

Measuring has left notches, and no nose, lips or chin. Sheet of the right view (mm, y down); the arm hangs before the
trunk and adds only its hand, drawn around the bones.
"""

from __future__ import annotations

import numpy as np
import shapely
from scipy.interpolate import CubicSpline
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.tables import Array

FRONT = (
    # head and face
    (-12, -4), (22, 0), (51, 13), (74, 32), (89, 54), (96, 78), (97, 96), (95.5, 107), (100.5, 117), (107.5, 130), (114.5, 142),
    (121.5, 152), (124.3, 158), (121.5, 163), (114.5, 165.5), (107.5, 168.5), (105.5, 174), (107.6, 179), (104.4, 183.6), (105.3, 188.5),
    (99.5, 195), (97.8, 200), (99.3, 207), (96.5, 215.5), (88.5, 222.5), (76, 226.5),
    # neck
    (63, 230), (53, 238), (49, 250), (49.5, 262), (49, 275), (52, 289), (57.5, 302), (65, 315),
    # chest and belly
    (75, 330), (90, 353), (106, 378), (122, 408), (132, 436), (136.5, 460), (137, 483), (136.5, 510), (138, 545), (138.5, 580),
    (136, 612), (131.5, 645), (126.5, 678), (122.5, 708), (119, 738), (114.5, 766), (106, 794), (93, 826), (79, 856), (68, 880),
    # thigh, knee, leg
    (61.5, 908), (59, 940), (61.5, 976), (66.5, 1012), (70.5, 1050), (70.5, 1090), (66, 1130), (59, 1170), (49.5, 1210),
    (38.5, 1246), (29, 1272), (25, 1291), (22.5, 1308), (18.5, 1326), (17.5, 1345), (14.5, 1364), (12, 1386), (11.5, 1412),
    (10, 1442), (5.5, 1474), (-1, 1510), (-7.5, 1550), (-11.5, 1588), (-11.5, 1616), (-8, 1637), (2, 1655), (21, 1672),
    # foot
    (48, 1688), (76, 1703), (104, 1716), (127, 1722.5), (144, 1726.5), (152, 1734), (151, 1743), (141, 1747.5))
SOLE = ((120, 1747), (104, 1745.5), (86, 1749), (62, 1749.5), (36, 1746.5), (4, 1743.5), (-30, 1744.5), (-62, 1748.5), (-88, 1749.5))
BACK = (
    # heel, leg, thigh
    (-104, 1744.5), (-111.5, 1731), (-110.5, 1712), (-104.5, 1690), (-97, 1666), (-91, 1642), (-88, 1616), (-87.5, 1588),
    (-91, 1552), (-98, 1514), (-107, 1476), (-113.5, 1440), (-115.5, 1408), (-112, 1372), (-105, 1338), (-95, 1308),
    (-87, 1286), (-83.5, 1262), (-84, 1232), (-86.5, 1196), (-88.5, 1150), (-88.5, 1104), (-86, 1060), (-82, 1020), (-80, 992),
    (-82.5, 972),
    # buttock and back
    (-91, 952), (-105, 930), (-116.5, 906), (-123, 880), (-124, 856), (-119.5, 828), (-110, 802), (-100.5, 778), (-95, 750),
    (-93, 720), (-94, 690), (-98.5, 655), (-105, 620), (-111, 585), (-116, 548), (-122, 512), (-130, 477), (-136, 444),
    (-138.5, 412), (-136.5, 380), (-130.5, 348), (-121, 316), (-111, 290),
    # neck and the back of the head
    (-101, 268), (-89, 249), (-78, 230), (-71.5, 211), (-70, 192), (-74, 174), (-83, 157), (-94.5, 141), (-104.5, 124),
    (-111, 104), (-112.5, 82), (-107.5, 58), (-95, 34), (-72, 14), (-44, 0.5))

STEP = 1.5
"""mm between the points of the outline."""


def profile() -> BaseGeometry:
    """The silhouette of head, trunk and leg on the sheet of the right view (mm)."""
    return Polygon(_curve(np.array((*FRONT, *SOLE, *BACK), float))).buffer(0)


def _curve(ring: Array) -> Array:
    """A smooth closed curve through the points of a ring (mm)."""
    closed = np.vstack([ring, ring[:1]])
    # The square root of the chords keeps the curve tight where points are close, as at nose and lips.
    at = np.r_[0.0, np.cumsum(np.sqrt(np.linalg.norm(np.diff(closed, axis=0), axis=1)))]
    length = float(np.linalg.norm(np.diff(closed, axis=0), axis=1).sum())
    return np.asarray(CubicSpline(at, closed, bc_type="periodic")(np.linspace(0.0, at[-1], int(length / STEP))))


def with_hand(body: BaseGeometry, bones: list[BaseGeometry], flesh: float, web: float) -> BaseGeometry:
    """The body and a hand drawn with `flesh` mm around its bones; gaps narrower than twice `web` mm are closed."""
    hand = shapely.union_all(bones).buffer(flesh + web).buffer(-web)
    return body.union(shapely.union_all([Polygon(part.exterior) for part in getattr(hand, "geoms", [hand])]))
