"""The canvas: exact hit tests, clicks that go deeper, zoom, pan, fit, hover, sharp frames."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.paint.marks import Marks
from app.paint.plate import RANKS, Plate
from app.resources import folders
from app.state.state import DEPTHS, Depth
from app.ui.canvas.camera import Camera, fitted
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.frame import painted, panned
from app.ui.load import load_plates

PLATES = load_plates(folders().diagrams)[0]
FRONT = PLATES["front"]
BELLY = (-40.0, 800.0)
"""A point of the front view (mm) over the rectus abdominis, with the psoas far beneath it."""


@pytest.fixture
def canvas(qtbot: QtBot) -> BodyCanvas:
    made = BodyCanvas()
    made.animated = False
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.set_plates(PLATES)
    made.show_marks(Marks(), "superficial", ("front", "back"))
    made.show()
    qtbot.waitExposed(made)
    return made


def spot(canvas: BodyCanvas, point: tuple[float, float], view: ViewName = "front") -> QPoint:
    """Where a point of a view (mm) is on the canvas, px."""
    place = next(one for one in canvas.scene.places if one.plate.view == view)
    x, y = canvas.camera.to_widget(point[0] + place.x, point[1] + place.y)
    return QPoint(round(x), round(y))


def wheel(canvas: BodyCanvas, at: QPoint, notches: int) -> None:
    """Turn the wheel over a place of the canvas (px)."""
    event = QWheelEvent(QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(canvas, event)


def brute_force(plate: Plate, x: float, y: float, depth: Depth) -> str | None:
    """The topmost form at a point (mm), found without any index."""
    point = QPointF(x, y)
    here = [form for form in reversed(plate.forms)
            if form.part != "skin" and form.rank <= RANKS[depth] and form.seen.contains(point)]
    # What is faded lets the pointer through.
    return next((form.id for form in sorted(here, key=lambda form: form.opacity < 1)), None)


@settings(max_examples=300, deadline=None)
@given(some.floats(-370, 370), some.floats(-20, 1760), some.sampled_from(DEPTHS), some.sampled_from(sorted(PLATES)))
def test_a_hit_is_what_a_search_through_all_forms_finds(x: float, y: float, depth: Depth, view: ViewName) -> None:
    found = PLATES[view].form_at(x, y, depth)
    assert (found.id if found else None) == brute_force(PLATES[view], x, y, depth)


@settings(max_examples=100, deadline=None)
@given(some.floats(-300, 300), some.floats(0, 1700), some.sampled_from(DEPTHS))
def test_the_stack_begins_with_what_is_seen_and_holds_all_beneath(x: float, y: float, depth: Depth) -> None:
    stack = FRONT.stack_at(x, y, depth)
    top = FRONT.form_at(x, y, depth)
    assert {form.id for form in stack} == {
        form.id for form in FRONT.forms
        if form.choosable and form.rank <= RANKS[depth]
        and (form.outline.contains(QPointF(x, y)) or form.seen.contains(QPointF(x, y)))}
    assert top is None or not top.choosable or stack[0] is top


def test_a_hole_belongs_to_what_lies_in_it() -> None:
    for area in FRONT.areas:
        centre = area.box.center()
        found = FRONT.area_at(centre.x(), centre.y())
        assert not area.outline.contains(centre) or (found and found.outline.contains(centre))


def test_clicks_at_one_spot_go_deeper_and_come_round(canvas: BodyCanvas, qtbot: QtBot) -> None:
    beneath = [form.id for form in FRONT.stack_at(*BELLY, "superficial")]
    assert len(beneath) > 2
    clicked: list[str] = []
    canvas.muscle_clicked.connect(clicked.append)
    for _ in (*beneath, "again"):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, BELLY))
    assert clicked == [*beneath, beneath[0]]


def test_a_click_elsewhere_begins_at_the_top(canvas: BodyCanvas, qtbot: QtBot) -> None:
    clicked: list[str] = []
    canvas.muscle_clicked.connect(clicked.append)
    for _ in range(2):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, BELLY))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, (-BELLY[0], BELLY[1])))
    assert clicked[0].removesuffix("-right") == clicked[2].removesuffix("-left")


def test_a_click_beside_the_body_clears(canvas: BodyCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.cleared):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def test_only_shapes_with_a_name_are_clicked(canvas: BodyCanvas, qtbot: QtBot) -> None:
    names = {form.id: form.id for form in FRONT.forms if form.id.startswith("psoas_major")}
    canvas.set_names(names)
    clicked: list[str] = []
    canvas.muscle_clicked.connect(clicked.append)
    for _ in range(2):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, BELLY))
    assert set(clicked) <= set(names)


def test_picking_areas_tells_the_area(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.pick_areas = True
    area = FRONT.area_at(*BELLY)
    assert area
    with qtbot.waitSignal(canvas.area_clicked) as told:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, BELLY))
    assert told.args == [area.id]


def test_hovering_tells_the_muscle_once_and_leaving_it_tells_nothing_is_there(canvas: BodyCanvas, qtbot: QtBot) -> None:
    told: list[str] = []
    canvas.hovered.connect(told.append)
    for place in (BELLY, (BELLY[0] + 1, BELLY[1]), (-360.0, 20.0)):
        qtbot.mouseMove(canvas, spot(canvas, place))
        QApplication.processEvents()
    top = FRONT.form_at(*BELLY, "superficial")
    assert top
    assert told[-2:] == [top.id, ""]


@pytest.mark.parametrize("notches", [1, -1, 5])
def test_the_wheel_keeps_what_is_under_the_pointer(canvas: BodyCanvas, notches: int) -> None:
    at = spot(canvas, (120.0, 400.0))
    before = canvas.camera.to_scene(at.x(), at.y())
    wheel(canvas, at, notches)
    assert canvas.camera.to_scene(at.x(), at.y()) == pytest.approx(before)


def test_a_double_click_fits_what_was_zoomed(canvas: BodyCanvas, qtbot: QtBot) -> None:
    whole = canvas.camera
    wheel(canvas, QPoint(300, 200), 4)
    assert canvas.camera != whole
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert canvas.camera == whole


def test_a_drag_moves_the_body_and_clicks_nothing(canvas: BodyCanvas, qtbot: QtBot) -> None:
    clicked: list[str] = []
    canvas.muscle_clicked.connect(clicked.append)
    wheel(canvas, QPoint(300, 200), 4)
    before, start = canvas.camera, spot(canvas, BELLY)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 40, 60):
        qtbot.mouseMove(canvas, start + QPoint(step, step // 2))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 30))
    wanted = before.panned(60, 30)
    assert (canvas.camera.x, canvas.camera.y) == pytest.approx((wanted.x, wanted.y))
    assert clicked == []


@pytest.mark.parametrize(("key", "grows"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_keys_zoom(canvas: BodyCanvas, qtbot: QtBot, key: Qt.Key, grows: bool) -> None:
    before = canvas.camera.scale
    qtbot.keyClick(canvas, key)
    assert (canvas.camera.scale > before) is grows


def test_arrows_with_alt_and_shift_pan_and_0_fits(canvas: BodyCanvas, qtbot: QtBot) -> None:
    whole = canvas.camera
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    x = canvas.camera.x
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera.x > x
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.camera == whole


def test_zooming_to_a_muscle_brings_it_into_sight(canvas: BodyCanvas) -> None:
    canvas.zoom_to(("psoas_major-right", "psoas_major-left"))
    place = canvas.scene.places[0]
    box = FRONT.by_id["psoas_major-right"].box.translated(place.x, place.y)
    left, top, width, height = canvas.camera.exposed()
    assert left < box.left() and box.right() < left + width
    assert top < box.top() and box.bottom() < top + height


def test_a_resize_keeps_the_whole_body_in_sight(canvas: BodyCanvas) -> None:
    canvas.resize(600, 500)
    left, top, width, height = canvas.camera.exposed()
    assert left <= 0 and top <= 0
    assert left + width >= canvas.scene.box.width() and top + height >= canvas.scene.box.height()


def test_the_picture_is_told_in_words(canvas: BodyCanvas) -> None:
    canvas.set_names({"soleus-left": "Soleus, left"})
    marks = Marks(chosen=True, states={"soleus-left": "weak"}, selected=frozenset(("soleus-left",)))
    canvas.show_marks(marks, "deep", ("back",))
    assert "Soleus, left" in canvas.accessibleDescription()
    assert "deep" in canvas.accessibleDescription()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_panned_frame_is_the_one_that_would_be_painted(canvas: BodyCanvas, ratio: float) -> None:
    content = canvas._content
    camera = fitted((0.0, 200.0, 700.0, 400.0), (301.0, 211.0), (0.0, 0.0, 0.0, 0.0))
    moved = camera.panned(18 / ratio, -7 / ratio)
    copied, fresh = panned(painted(content, camera, ratio), moved, ratio), painted(content, moved, ratio)
    assert copied
    assert (copied.image.width(), copied.image.height()) == (-(-301 * ratio // 1), -(-211 * ratio // 1))
    assert differing(copied.image, fresh.image) < 0.002


def differing(one: QImage, other: QImage) -> float:
    """The share 0..1 of bytes that differ by more than 24 of 255."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(a - b) > 24 for a, b in zip(first, second, strict=True)) / len(first)


@given(some.floats(0.1, 9.0), some.floats(0.01, 0.99))
def test_a_flight_never_leaves_the_way(scale: float, share: float) -> None:
    start, end = Camera(0, 0, 1.0, 100, 100), Camera(10, -20, scale, 100, 100)
    between = start.between(end, share)
    assert 0 <= between.x <= 10 and -20 <= between.y <= 0
    assert min(1.0, scale) * 0.999 <= between.scale <= max(1.0, scale) * 1.001


def test_marks_alone_make_no_new_scene(canvas: BodyCanvas) -> None:
    before: Mapping[ViewName, Plate] | object = canvas.scene
    canvas.show_marks(Marks(chosen=True, states={"soleus-left": "weak"}), "superficial", ("front", "back"))
    assert canvas.scene is before


def test_a_new_colouring_fades_in_and_ends(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.animated = True
    canvas.repaint()
    old = canvas.grab().toImage()
    canvas.show_marks(Marks(chosen=True, states={"rectus_femoris-right": "weak"}), "superficial", ("front", "back"))
    assert canvas._motion.share < 1.0
    qtbot.waitUntil(lambda: canvas._motion.share == 1.0)
    assert canvas.grab().toImage() != old


def test_motion_can_be_switched_off(canvas: BodyCanvas) -> None:
    canvas.show_marks(Marks(chosen=True, states={"rectus_femoris-right": "weak"}), "superficial", ("front", "back"))
    assert canvas._motion.share == 1.0
    canvas.zoom_to(("soleus-left",))
    assert not canvas._motion.flying


def test_the_picture_is_scaled_at_once_and_sharp_when_the_wheel_rests(canvas: BodyCanvas, qtbot: QtBot) -> None:
    canvas.repaint()
    wheel(canvas, QPoint(300, 200), 3)
    canvas.repaint()
    frame = canvas._sheet.frames.frame("superficial")
    assert frame and frame.camera != canvas.camera
    qtbot.waitUntil(lambda: sharp(canvas))


def sharp(canvas: BodyCanvas) -> bool:
    """Whether the frame was painted for where the camera is."""
    frame = canvas._sheet.frames.frame("superficial")
    return frame is not None and frame.camera == canvas.camera
