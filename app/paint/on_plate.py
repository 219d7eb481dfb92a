"""The marks as they lie on one plate: on a posed body they go along."""

from __future__ import annotations

from dataclasses import replace

from app.model.anatomy import ViewName
from app.paint.marks import Marks
from app.paint.plate import Plate, PosedPlate


def on_plate(marks: Marks, plate: Plate) -> Marks:
    """The marks as they lie on a plate: on a posed body they go along."""
    if not isinstance(plate, PosedPlate) or not (marks.triggers or marks.attachments or marks.painted or marks.plumb):
        return marks
    if plate.marked is None or plate.marked[0] is not marks:
        # Imported here: until a posture is shown, numpy is not needed.
        from app.paint.posed_marks import posed_marks

        lying = posed_marks(only_on(marks, plate.view), plate.pose, "left" if plate.view == "left" else "right")
        # The line stands where it stood, over the last of its points.
        plate.marked = marks, replace(lying, plumb=(*lying.plumb[:-1], *marks.plumb[-1:]))
    found: Marks = plate.marked[1]
    return found


def only_on(marks: Marks, view: ViewName) -> Marks:
    """The marks without those that have their place on other views."""
    return replace(marks, triggers=tuple(one for one in marks.triggers if one.view == view),
                   attachments=tuple(one for one in marks.attachments if one.view == view),
                   painted=tuple(one for one in marks.painted if one.view == view))
