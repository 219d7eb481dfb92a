"""Every muscle and every area of pain of the content can be clicked at a place where it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.reference import body_sides
from app.paint.plate import Form, Plate
from app.state.sheet import peel, show_views
from app.state.state import DEPTHS, Depth
from app.ui.gestures import ref_of_shape
from app.ui.workbench import Workbench

FINENESS = 48
"""A form is looked for on a grid of so many by so many points over its box."""
MARGINS = (4.0, 2.0, 1.0)
"""mm that must lie around a point, tried in turn: a click lands up to half a pixel beside it."""
ATLAS = content().atlas
MUSCLES = [f"{muscle.id}-{side}" for muscle in ATLAS.muscles.values() for side in body_sides(muscle.side == "paired", None)]
AREAS = [f"{area.id}-{side}" for area in ATLAS.areas.values() for side in body_sides(area.side == "paired", None)]


def points(form: Form) -> Iterator[tuple[float, float]]:
    """A grid of points over a form (mm), the middle ones first."""
    steps = sorted(range(FINENESS), key=lambda step: abs(step - FINENESS / 2))
    for column in steps:
        for row in steps:
            yield (form.box.left() + form.box.width() * (column + 0.5) / FINENESS,
                   form.box.top() + form.box.height() * (row + 0.5) / FINENESS)


def inside(answers: Callable[[float, float], object], form: Form, margin: float) -> tuple[float, float] | None:
    """A point (mm) at which and around which a question is answered with the form."""
    # Near enough to one another that no nerve runs between them.
    steps = (0.0, -margin / 2, margin / 2, -margin, margin)
    around = tuple(product(steps, steps))
    return next(((x, y) for x, y in points(form)
                 if all(answers(x + right, y + down) is form for right, down in around)), None)


def seen_muscle(plates: Mapping[ViewName, Plate], shape: str) -> tuple[ViewName, Depth, tuple[float, float]] | None:
    """A view, a depth and a point (mm) at which a muscle is on top."""
    for margin, depth, (view, plate) in product(MARGINS, DEPTHS, plates.items()):
        form = plate.by_id.get(shape)
        if form and form.exposure(depth).seen > 0:
            at = inside(partial(plate.form_at, depth=depth), form, margin)
            if at:
                return view, depth, at
    return None


def seen_area(plates: Mapping[ViewName, Plate], shape: str) -> tuple[ViewName, tuple[float, float]] | None:
    """A view and a point (mm) at which an area is on top."""
    for margin, (view, plate) in product(MARGINS, plates.items()):
        area = plate.area_by_id.get(shape)
        at = inside(plate.area_at, area, margin) if area else None
        if at:
            return view, at
    return None


def click(qtbot: QtBot, window: Workbench, view: ViewName, shape: str, at: tuple[float, float]) -> None:
    """Show one view, come close to a shape and click a point of it (mm)."""
    canvas = window.stage.canvas
    window.session.change(show_views(window.session.state, (view,)))
    canvas.zoom_to((shape,))
    place = canvas.scene.places[0]
    across, down = canvas.camera.to_widget(at[0] + place.x, at[1] + place.y)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(across), round(down)))


def test_every_muscle_can_be_clicked(qtbot: QtBot, window: Workbench, plates: dict[ViewName, Plate]) -> None:
    window.resize(960, 600)
    missed = []
    for shape in MUSCLES:
        window.controller.clear_all()
        found = seen_muscle(plates, shape)
        if found:
            view, depth, at = found
            window.session.change(peel(window.session.state, depth))
            click(qtbot, window, view, shape, at)
        if window.session.state.muscle != ref_of_shape(shape):
            missed.append(shape)
    assert not missed


def test_every_area_can_be_clicked(qtbot: QtBot, window: Workbench, plates: dict[ViewName, Plate]) -> None:
    window.resize(960, 600)
    window.actions_by_id["pick"].trigger()
    missed = []
    for shape in AREAS:
        window.controller.clear_all()
        found = seen_area(plates, shape)
        if found:
            view, at = found
            click(qtbot, window, view, shape, at)
        if window.session.state.pain != (ref_of_shape(shape),):
            missed.append(shape)
    assert not missed
