"""A posed body is pointed at where it is drawn."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF

from app.model.anatomy import ViewName
from app.model.posture import posture
from app.paint.plate import PLAIN, Form, Plate
from app.paint.posed import posed_plate
from app.pose.kinematics import posed
from app.state.state import Depth


@pytest.mark.parametrize("view", ["front", "right"])
@pytest.mark.parametrize("depth", ["superficial", "bone"])
def test_what_is_pointed_at_is_what_is_seen_there(plates: dict[ViewName, Plate], view: ViewName, depth: Depth) -> None:
    plate = posed_plate(plates[view], posed(posture({"pelvic_tilt": 12.0, "hip_flexion_right": 20.0, "head_forward": 40.0})))
    chance = random.Random(1)
    for _ in range(500):
        x, y = chance.uniform(plate.box.left(), plate.box.right()), chance.uniform(plate.box.top(), plate.box.bottom())
        assert plate.form_at(x, y, depth) is _topmost(plate, QPointF(x, y), depth)


def _topmost(plate: Plate, at: QPointF, depth: Depth) -> Form | None:
    """As a painter would have it, without the grid by which it is found fast."""
    shown = (form for form in reversed(plate.forms) if form.part != "skin" and PLAIN.shows(form, depth))
    # What is faint is pointed at last.
    return min((form for form in shown if form.seen.contains(at)), key=PLAIN.recedes, default=None)
