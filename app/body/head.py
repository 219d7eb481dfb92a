"""Head and neck from the front and from behind: the skin's half widths and the ears, described where measuring failed.

Z-Anatomy has no skin of the ears, and what was completed there bulges. Sheet coordinates, mm, of the sheet's right half.
"""

from __future__ import annotations

import numpy as np
import shapely
from scipy.interpolate import PchipInterpolator
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from app.body.tables import Array

Points = tuple[tuple[float, float], ...]

HALF_WIDTHS: Points = ((50, 80.0), (60, 82.2), (72, 83.2), (86, 83.0), (100, 81.4), (115, 78.6), (130, 75.0), (145, 71.0), (160, 66.6),
                       (175, 62.4), (190, 58.8), (205, 56.4), (220, 56.4), (235, 58.8), (250, 64.0), (264, 73.0))
"""Height on the sheet (y down) and half width of the skin, mm: temples, cheeks, jaw and neck without the ears."""

AURICLE: Points = ((72, 124), (75, 114), (80, 108.5), (85.5, 108), (89.5, 111.5), (91, 119), (89.5, 128), (86.5, 137), (83, 146),
                   (80.5, 154), (77.5, 160.5), (73.5, 162.5), (69.5, 158), (69, 146), (70, 134))
"""The ear as it stands off the head."""

HELIX: Points = ((75.5, 122), (78.5, 114.8), (83, 111.8), (86.8, 114), (87.8, 120), (86, 129), (82.8, 138), (79, 147.5))
ANTIHELIX: Points = ((78.5, 122), (82, 118.8), (84, 122), (82.5, 130), (79.5, 138.5), (76, 146), (73.5, 148.5))
TRAGUS: Points = ((72.5, 136), (75.2, 140), (74, 145.5), (76.5, 149.5))
BEHIND: Points = ((76, 119), (80, 123), (79.5, 134), (76.5, 146), (74, 155))


def with_head(sheet: BaseGeometry) -> BaseGeometry:
    """The body's silhouette (sheet, mm) with calm temples, cheeks and neck, and with ears."""
    heights, widths = np.array(HALF_WIDTHS, float).T
    fine = np.linspace(heights[0], heights[-1], 80)
    edge = np.stack([PchipInterpolator(heights, widths)(fine), fine], axis=1)
    middle = Polygon(np.vstack([edge, edge[::-1] * (-1, 1)]))
    between = shapely.box(-110, heights[0], 110, heights[-1])
    head = shapely.union_all([sheet.difference(between), middle.buffer(0.05)]).buffer(3).buffer(-6).buffer(3)
    return shapely.union_all([head, *(auricle(side) for side in (-1.0, 1.0))])


def auricle(side: float) -> BaseGeometry:
    """The ear on the left (-1) or the right (1) of the sheet, mm."""
    return Polygon(np.array(AURICLE) * (side, 1)).buffer(2).buffer(-4).buffer(2)


def auricle_courses(side: float, behind: bool) -> list[Array]:
    """The folds of the ear seen from the front or from behind (sheet, mm)."""
    return [np.array(points) * (side, 1) for points in ((BEHIND,) if behind else (HELIX, ANTIHELIX, TRAGUS))]
