"""The outline of a scribble is that of its stroke."""

from __future__ import annotations

import math
from random import Random

import pytest
from PySide6.QtCore import QPointF

from app.paint.painted import outline
from app.paint.tracing import traced
from app.state.state import Stroke
from app.state.strokes import covers

pytestmark = pytest.mark.usefixtures("qapp")


def scribble(seed: int) -> Stroke:
    dice = Random(seed)
    points = [(40 * math.sin(n / 3) + dice.uniform(-9, 9), n * 1.5 + dice.uniform(-9, 9)) for n in range(80)]
    return Stroke("back", tuple(points), dice.uniform(4, 25))


@pytest.mark.parametrize("seed", range(12))
def test_it_covers_what_the_stroke_covers_but_for_a_millimetre(seed: int) -> None:
    stroke, dice = scribble(seed), Random(seed)
    path = traced(stroke)
    thin, thick = (Stroke("back", stroke.points, stroke.radius + more) for more in (-1.6, 1.6))
    for _ in range(400):
        point = dice.uniform(-90, 90), dice.uniform(-40, 170)
        inside = path.contains(QPointF(*point))
        assert inside or not covers(thin, point)
        assert not inside or covers(thick, point)


def test_a_ring_keeps_its_hole() -> None:
    ring = Stroke("back", tuple((60 * math.cos(n / 10), 60 * math.sin(n / 10)) for n in range(64)), 10.0)
    assert outline(ring).contains(QPointF(60, 0))
    assert not outline(ring).contains(QPointF(0, 0))
    assert len(outline(ring).toSubpathPolygons()) == 2
