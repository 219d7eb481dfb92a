"""The picture of the body on a hand-out: the views on which what is marked is seen best, with nothing hidden or peeled off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF

from app.card.handout_told import matters
from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.posture import NEUTRAL
from app.paint.marks import Marks, build_marks
from app.paint.plate import Plate
from app.reason.muscles import muscle_rows
from app.reason.posture import posture_of
from app.state.state import Depth, State

AT_MOST = 2
"""So many views have room."""
FOR_AREA, LEAST = 6.0, 0.15
"""What a painful area counts as against a muscle, and the share of the best view that a second one needs."""
USUAL: tuple[ViewName, ...] = ("front", "back")


@frozen
class Picture:
    """The body as it is shown on a hand-out."""

    plates: tuple[Plate, ...]
    marks: Marks
    depth: Depth


def pictured(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate]) -> Picture:
    """The picture for a state; `plates` are those of all views."""
    plain = matters(atlas, state).state
    marks = build_marks(atlas, plain, muscle_rows(atlas, plain), plates)
    shown, posture = best_views(tuple(plates.values()), marks), posture_of(atlas, plain)
    if posture != NEUTRAL:
        # Imported here: a hand-out without a posture needs none of it.
        from app.paint.posed import posed_plate
        from app.pose.kinematics import posed

        pose = posed(posture)
        shown = tuple(posed_plate(plate, pose) for plate in shown)
    return Picture(shown, marks, plain.depth)


def best_views(plates: Sequence[Plate], marks: Marks) -> tuple[Plate, ...]:
    """The one or two views on which most of what is marked is seen best, in the order in which they were given."""
    score = dict.fromkeys((plate.view for plate in plates), 0.0)
    for shape in {*marks.states, *marks.roles, *marks.selected}:
        home = marks.homes.get(shape)
        if home in score:
            score[home] += 1.0
    for area in marks.areas:
        seen = {plate.view: _extent(plate.area_by_id[area].box) for plate in plates if area in plate.area_by_id}
        if seen:
            score[max(seen, key=seen.__getitem__)] += FOR_AREA
    most = max(score.values(), default=0.0)
    best = sorted(score, key=score.__getitem__, reverse=True)[:AT_MOST]
    shown = tuple(view for view in best if score[view] >= LEAST * most) if most else USUAL
    return tuple(plate for plate in plates if plate.view in shown)


def _extent(box: QRectF) -> float:
    return box.width() * box.height()
