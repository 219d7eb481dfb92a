"""The angles of posture as they are drawn on the views to which they belong."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtGui import QPainterPath

from app.model.anatomy import ViewName
from app.paint.notes import Anchor, Angle, Points
from app.pose.binding import PROJECTIONS, STATURE
from app.pose.kinematics import Pose
from app.pose.measures import Measure, measures

NAMES = {"lumbar_lordosis": "lordosis", "thoracic_kyphosis": "kyphosis", "craniovertebral_angle": "craniovertebral",
         "pelvic_tilt_right": "pelvic tilt", "pelvic_tilt_left": "pelvic tilt", "pelvic_obliquity": "obliquity"}
"""What is drawn, and the short names beside it. The mean of both sides is no line on one of them."""
BEHIND = 92.0
"""So far behind it the line of an end plate goes on, to where the back leaves room for its value, mm."""
AWAY, WORDS = 9.0, 40.0
"""From a line to the words, and what these take above and below their place, mm."""


def angles_of(view: ViewName, pose: Pose, outline: Iterable[QPainterPath] = ()) -> tuple[Angle, ...]:
    """The angles that are drawn on a view, in a pose.

    From the side their values stand in a column behind the back, and behind an outline (mm) that is drawn there too.
    """
    drawn = tuple(_angle(view, one) for one in measures(pose) if view in one.views and one.id in NAMES)
    if view in ("front", "back") or not drawn:
        return drawn
    way = -1.0 if view == "left" else 1.0
    back = min(x * way for angle in drawn for line in (*angle.lines, *angle.against) for x, _ in line)
    high, low = min(angle.at[1] for angle in drawn) - WORDS, max(angle.at[1] for angle in drawn) + WORDS
    back = min((back, *(x * way for path in outline for x, y in _points(path) if high <= y <= low)))
    anchor: Anchor = "start" if view == "left" else "end"
    return tuple(replace(angle, at=((back - AWAY) * way, angle.at[1]), anchor=anchor) for angle in drawn)


def _points(path: QPainterPath) -> Iterator[tuple[float, float]]:
    """Points of an outline, mm."""
    for polygon in path.toSubpathPolygons():
        for place in range(polygon.size()):
            point = polygon.at(place)
            yield point.x(), point.y()


def told(measure: Measure) -> str:
    """An angle in whole degrees, with its change from the measured body where there is one."""
    value, change = round(measure.value), round(measure.value) - round(measure.neutral)
    return f"{value}°".replace("-", "\N{MINUS SIGN}") + (f" ({change:+d})".replace("-", "\N{MINUS SIGN}") if change else "")


def _angle(view: ViewName, measure: Measure) -> Angle:
    onto = PROJECTIONS[view][:2]
    points = tuple((float(onto[0] @ point), float(onto[1] @ point) + STATURE) for point in measure.points)
    name, text = NAMES[measure.id], told(measure)
    if len(points) == 4:
        first, second = (_extended(points[at + 1], points[at]) for at in (0, 2))
        return Angle(measure.id, name, text, (first[1][0], (first[1][1] + second[1][1]) / 2), (first, second))
    if measure.id == "pelvic_obliquity":
        low, high = max(y for _, y in points), min(y for _, y in points)
        middle = (points[0][0] + points[1][0]) / 2
        return Angle(measure.id, name, text, (middle, high - 5 * AWAY), (points,), (tuple((x, low) for x, _ in points),), "middle")
    vertex, end = points
    return Angle(measure.id, name, text, vertex, ((vertex, end),), ((vertex, (end[0], vertex[1])),))


def _extended(start: tuple[float, float], end: tuple[float, float]) -> Points:
    """The line of an end plate, which goes on behind its end."""
    across, down = end[0] - start[0], end[1] - start[1]
    share = 1.0 + BEHIND / max(math.hypot(across, down), 1e-6)
    return start, (start[0] + across * share, start[1] + down * share)
