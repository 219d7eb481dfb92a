"""What is marked on the body follows its posture: trigger points, lines of attachment, paint, the points of the plumb line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QPainterPath

from app.model.anatomy import PlumbPoint, ViewName
from app.paint.marks import Attachment, Marks, Trigger
from app.paint.painted import PaintedPlace
from app.pose.binding import Binding, Drawn, bound
from app.pose.kinematics import Pose, is_neutral
from app.pose.skeleton import Array, Side, joint_centres

PAINT = "paint"
"""What lies on the skin goes with what is seen beneath it; no shape has this id."""
CARRIERS: Mapping[str, tuple[str, str]] = {
    "ear_lobe": ("head", "head"), "shoulder": ("scapula_right", "arm_right"), "hip": ("thigh_right", "thigh_right"),
    "knee": ("shank_right", "shank_right"), "ankle": ("foot_right", "foot_right")}
"""For each point of the plumb line the segment that carries it, and the joint that lies at its side."""
FINE = 6
"""Steps by which a point is led back; the last ones move it by less than a hundredth of a millimetre."""

Spot = tuple[float, float]


def posed_spots(view: ViewName, points: Sequence[Spot], owners: Sequence[str], pose: Pose) -> tuple[Spot, ...]:
    """Where points (sheet of a view, mm) are in a pose: each goes with the shape whose id is given, or with the skin
    where it is empty.
    """
    binding = _bound(view, tuple(map(tuple, points)), tuple(owners))
    return tuple((x, y) for x, y in binding.moved(pose.drawn).tolist())


def unposed_spots(view: ViewName, points: Sequence[Spot], pose: Pose) -> tuple[Spot, ...]:
    """Where points on the skin of a posed body (sheet, mm) lie on the measured one: what is painted on it is kept there."""
    wanted = np.array(points, float).reshape(-1, 2)
    found = wanted
    for _ in range(FINE):
        found = found + wanted - bound(view, [Drawn(PAINT, "area", found)]).moved(pose.drawn)
    return tuple((x, y) for x, y in found.tolist())


@lru_cache(maxsize=64)
def _bound(view: ViewName, points: tuple[Spot, ...], owners: tuple[str, ...]) -> Binding:
    # Points of one owner that follow each other are bound together.
    drawn: list[Drawn] = []
    for point, owner in zip(points, owners, strict=True):
        node = np.array([point], float)
        if drawn and drawn[-1].id == (owner or PAINT):
            drawn[-1] = drawn[-1]._replace(nodes=np.vstack([drawn[-1].nodes, node]))
        else:
            drawn.append(Drawn(owner or PAINT, "area", node))
    return bound(view, drawn)


def posed_marks(marks: Marks, pose: Pose, side: Side = "right") -> Marks:
    """The marks of a body in a pose; those of the measured body in the neutral one. The points of the plumb line are those of a side."""
    if is_neutral(pose):
        return marks
    return replace(
        marks, triggers=_triggers(marks.triggers, pose), attachments=_attachments(marks.attachments, pose),
        painted=tuple(_painted(place, pose) for place in marks.painted),
        plumb=tuple(_plumb(point, pose, side) for point in marks.plumb),
        labels=tuple(replace(name, at=_plumb(name.at, pose, side)) if name.at else name for name in marks.labels))


def _triggers(triggers: tuple[Trigger, ...], pose: Pose) -> tuple[Trigger, ...]:
    spots: dict[Trigger, Spot] = {}
    for view in dict.fromkeys(one.view for one in triggers):
        own = [one for one in triggers if one.view == view]
        spots |= zip(own, posed_spots(view, [(one.x, one.y) for one in own], [one.shape for one in own], pose), strict=True)
    return tuple(replace(one, x=spots[one][0], y=spots[one][1]) for one in triggers)


def _attachments(lines: tuple[Attachment, ...], pose: Pose) -> tuple[Attachment, ...]:
    return tuple(replace(line, points=posed_spots(line.view, line.points, [line.shape] * len(line.points), pose)) for line in lines)


def _painted(place: PaintedPlace, pose: Pose) -> PaintedPlace:
    path = place.path
    nodes = np.array([(element.x, element.y) for element in map(path.elementAt, range(path.elementCount()))]).reshape(-1, 2)
    moved = _skin(place.view, place.area or PAINT, nodes.tobytes()).moved(pose.drawn)
    return replace(place, path=_with_nodes(path, moved))


@lru_cache(maxsize=64)
def _skin(view: ViewName, name: str, nodes: bytes) -> Binding:
    return bound(view, [Drawn(name, "area", np.frombuffer(nodes, float).reshape(-1, 2))])


def _with_nodes(path: QPainterPath, nodes: Array) -> QPainterPath:
    made = QPainterPath(path)
    for place, (x, y) in enumerate(nodes.tolist()):
        made.setElementPositionAt(place, x, y)
    return made


def _plumb(point: PlumbPoint, pose: Pose, side: Side) -> PlumbPoint:
    carrier = CARRIERS.get(point.id)
    if carrier is None:
        return point
    segment, beside = (name.replace("right", side) for name in carrier)
    _, y, z = pose.at(segment, np.array([joint_centres()[beside][0], point.y, point.z])).tolist()
    return replace(point, y=round(y, 2), z=round(z, 2))
