"""What is at a point is what lies there, whatever is drawn, peeled off, hidden or faded."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from app.diagram.drawing import LayerName, Part
from app.paint.plate import Form, Lazy, Plate, Sight
from app.state.state import DEPTHS, Depth

LAYERS: tuple[LayerName, ...] = ("bone", "deep", "intermediate", "superficial")
PARTS: dict[LayerName, Part] = {"bone": "bone", "deep": "muscle", "intermediate": "muscle", "superficial": "structure"}
IDS = tuple(f"thing_{number}-right" for number in range(12))
SOME_IDS = some.frozensets(some.sampled_from(IDS), max_size=5)
SIGHTS = some.builds(Sight, SOME_IDS, SOME_IDS, some.booleans())


def box_of(x: int, y: int, width: int, height: int) -> QRectF:
    """A box whose edges no whole number meets, mm."""
    return QRectF(x + 0.5, y + 0.5, width, height)


def form(name: str, box: QRectF, layer: LayerName, opacity: float) -> Form:
    """A rectangle."""
    path = QPainterPath()
    path.addRect(box)
    lazy = Lazy(lambda: path)
    return Form(name, PARTS[layer], layer, box, lazy, lazy, Lazy(tuple), "#bb5247", opacity=opacity)


@some.composite
def plates(draw: some.DrawFn) -> Plate:
    """Some rectangles over one another."""
    places = some.integers(-90, 90)
    boxes = some.builds(box_of, places, places, some.integers(1, 120), some.integers(1, 120))
    made = [form(name, draw(boxes), draw(some.sampled_from(LAYERS)), draw(some.sampled_from((1.0, 0.3))))
            for name in IDS[:draw(some.integers(0, len(IDS)))]]
    return Plate("front", QRectF(-100, -100, 400, 400), tuple(made), ())


@settings(max_examples=150, deadline=None)
@given(plates(), some.integers(-95, 215), some.integers(-95, 215), some.sampled_from(DEPTHS), SIGHTS)
def test_the_look_up_finds_what_a_search_through_all_finds(plate: Plate, x: int, y: int, depth: Depth, sight: Sight) -> None:
    here = [one for one in reversed(plate.forms) if one.box.contains(QPointF(x, y)) and sight.shows(one, depth)]
    wanted = sorted(here, key=sight.recedes)
    assert list(plate.covering(x, y, depth, sight)) == wanted
    assert plate.form_at(x, y, depth, sight) is (wanted[0] if wanted else None)
    assert list(plate.stack_at(x, y, depth, sight)) == [one for one in wanted if one.choosable]
