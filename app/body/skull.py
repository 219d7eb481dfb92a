"""Marks on skull and mandible from the side. Sheet of the right view, mm, read off the measured bones."""

from __future__ import annotations

import numpy as np

from app.body.bones import INFRATEMPORAL, TEETH_FROM_THE_SIDE
from app.body.contour import line_data, ring_data

Points = tuple[tuple[float, float], ...]

Feature = tuple[str, str, float]
"""``line``, ``shade`` or ``light``; path data; opacity 0..1."""

ORBIT: Points = ((66, 112), (71, 107.5), (78, 107.5), (83, 111), (82, 118), (78.5, 127), (77, 134), (72, 138), (66.5, 135), (63.5, 127),
                 (64, 118))
ORBIT_DEPTH: Points = ((66.5, 114), (71, 110.5), (75, 113), (74, 122), (73, 131), (69.5, 135), (66, 129), (65, 120))
NASAL_OPENING: Points = ((94.5, 138.5), (97.5, 138.5), (94, 143), (90, 149), (89.5, 155), (92.5, 159), (89, 160), (85.5, 157), (85.5, 149),
                         (89, 142.5))
TEMPORAL_FOSSA: Points = ((44, 106), (50, 116), (52, 126), (47, 131), (34, 132), (20, 131.5), (23, 126), (31, 121), (36, 113))
EAR_OPENING: Points = ((-6.2, 136.8), (-2.8, 136.2), (-0.8, 139), (-1.8, 143), (-4.8, 144.6), (-7.2, 142), (-7.4, 139))
MASTOID: Points = ((-10, 136), (-14, 144), (-19, 153), (-26, 157), (-33, 153), (-41, 146))
ARCH: Points = ((1, 134), (9, 131.5), (26, 131.6), (40, 131), (48, 130.5), (60, 127), (63, 139), (54, 143), (44, 141), (33, 140.5), (22, 138.5), (12, 138.5),
                (5, 137))
CORONAL: Points = ((20, 10), (23.5, 19), (26, 28), (27, 37), (29, 46), (31, 56), (33.5, 66), (35.5, 76), (38, 86), (38, 94), (39, 104))
LAMBDOID: Points = ((-101.3, 70), (-96.5, 79), (-88, 88), (-83, 97), (-75, 105), (-68, 111), (-58, 116), (-50, 121.5))
SQUAMOUS: Points = ((-52, 121.5), (-40, 117.5), (-30, 113), (-23, 107), (-19, 100), (-11, 93), (0, 90.5), (10, 92), (20, 96.5), (30, 97),
                    (38, 96))
OCCIPITOMASTOID: Points = ((-51, 122), (-49, 131), (-46, 140), (-41, 146))
SPHENOSQUAMOUS: Points = ((34, 97), (35, 107), (37, 117), (35, 127))
TEMPORAL_LINE: Points = ((58, 105), (56, 94), (51, 82), (43, 71), (28, 58), (8, 50), (-14, 48), (-32, 53), (-45, 64), (-50, 78), (-46, 92))
FRONTAL_PROCESS: Points = ((62, 104), (61, 114), (61, 124), (64, 133), (70, 139))
ZYGOMA: Points = ((49, 118), (47, 125), (49, 131))
CHEEK_EDGE: Points = ((33, 142), (45, 149), (52, 156), (58, 159.5), (64, 156), (69, 149), (74, 143), (80, 140))
NASAL_SUTURE: Points = ((82, 108), (86, 119), (91, 129), (95, 138))
BITE: Points = ((50, 181), (60, 182), (74, 183.5), (88, 184.2), (95.5, 184))
TOOTH_EDGES = (55, 61, 67, 72.5, 77.5, 82, 86.2, 90)
SUTURES = ((CORONAL, 0.5), (LAMBDOID, 0.5), (SQUAMOUS, 0.45), (OCCIPITOMASTOID, 0.35), (SPHENOSQUAMOUS, 0.25), (TEMPORAL_LINE, 0.22),
           (FRONTAL_PROCESS, 0.45), (ZYGOMA, 0.35), (CHEEK_EDGE, 0.45), (NASAL_SUTURE, 0.35), (MASTOID, 0.5), (BITE, 0.8))

RAMUS: Points = ((13, 150), (15, 164), (20, 178), (29, 190), (42, 199))
MENTAL_FORAMEN: Points = ((70, 202), (72, 201.4), (73.2, 203), (71.6, 204.4), (69.9, 203.8))
OBLIQUE_LINE: Points = ((40, 170), (43, 182), (50, 193), (60, 199))


def skull_features() -> list[Feature]:
    """The marks on the skull."""
    found = [("shade", _ring(TEMPORAL_FOSSA), 0.13), ("shade", _ring(INFRATEMPORAL), 0.36), ("light", _ring(ARCH), 0.16),
             ("shade", _ring(ORBIT), 0.26), ("shade", _ring(ORBIT_DEPTH), 0.24), ("shade", _ring(NASAL_OPENING), 0.36),
             ("shade", _ring(EAR_OPENING), 0.5), ("light", _ring(TEETH_FROM_THE_SIDE), 0.25)]
    found += [("line", _line(course), strength) for course, strength in SUTURES]
    found += [("line", _line(ARCH[:5]), 0.4), ("line", _line(ARCH[7:]), 0.5), ("line", _ring(ORBIT), 0.5)]
    return found + [("line", _line(((x, 175.6), (x + 0.7, 184), (x - 0.6, 193))), 0.28) for x in TOOTH_EDGES]


def mandible_features() -> list[Feature]:
    """The marks on the mandible."""
    return [("shade", _ring(MENTAL_FORAMEN), 0.4), ("line", _line(OBLIQUE_LINE), 0.35), ("line", _line(RAMUS), 0.18)]


def _ring(points: Points) -> str:
    return ring_data(np.array(points, float), 0.3, 1.2)


def _line(points: Points) -> str:
    return line_data(np.array(points, float), 0.3, 1.2)
