"""Plates in a posture: the same forms with moved paths, from the cache or compiled; files and marks follow."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from app.__main__ import main
from app.diagram.svg import read_drawing
from app.model.anatomy import PlumbPoint, ViewName
from app.model.posture import NEUTRAL, JointName, Posture, posture
from app.paint.body import forms_in
from app.paint.cache import load_plate
from app.paint.compile import compiled
from app.paint.marks import Attachment, Marks, Trigger
from app.paint.palette import Setting
from app.paint.plate import Plate, PosedPlate, Sight
from app.paint.posed import model_of, posed_alike, posed_plate
from app.paint.posed_ground import GROUND
from app.paint.posed_marks import posed_marks, posed_spots, unposed_spots
from app.pose.kinematics import posed
from app.resources import cache_folder, folders

pytestmark = pytest.mark.usefixtures("qapp")
KYPHOSIS = posture({"thoracic_kyphosis": 15.0, "shoulder_protraction_right": 20.0})
SMALL = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="-370 -24 740 1792">
<defs><linearGradient id="l" gradientUnits="userSpaceOnUse" x1="-120" y1="900" x2="-60" y2="900">
<stop offset="0" stop-color="#c16055"/><stop offset="1" stop-color="#702f28"/></linearGradient></defs>
<g id="layer-bone"><path id="femur-right" class="bone" fill="#efe6d0" d="M-110,870L-70,870L-70,1270L-110,1270Z"/></g>
<g id="layer-deep"><path id="iliacus-right" class="muscle" fill="url(#l) #bb5247" d="M-120,780C-100,800 -80,900 -60,940L-90,950Z"/>
<path data-of="iliacus-right" class="fibre" fill="none" stroke="#4a1210" d="M-100,800L-70,930"/>
<path id="our_own_thing" class="structure" fill="#fff" d="M-90,1000L-60,1000L-60,1100Z"/></g></svg>"""


@cache
def plate(view: ViewName) -> Plate:
    return load_plate(folders().diagrams / f"{view}.svg", view)


def middle(where: Plate, shape: str) -> tuple[float, float]:
    box = where.by_id[shape].outline.boundingRect()
    return box.center().x(), box.center().y()


def test_the_neutral_plate_is_the_plate() -> None:
    assert posed_plate(plate("right"), posed(NEUTRAL)) is plate("right")


def test_forms_move_with_boxes_and_details() -> None:
    rest = plate("right")
    moved = posed_plate(rest, posed(posture({"head_forward": 30.0})))
    assert [form.id for form in moved.forms] == [form.id for form in rest.forms]
    assert [area.id for area in moved.areas] == [area.id for area in rest.areas]
    assert middle(moved, "skull-midline")[0] - middle(rest, "skull-midline")[0] == pytest.approx(30, abs=3)
    for shape in ("skull-midline", "sternocleidomastoid-right", "upper_trapezius-right"):
        form, before = moved.by_id[shape], rest.by_id[shape]
        assert form.box.adjusted(-0.1, -0.1, 0.1, 0.1).contains(form.outline.boundingRect())
        assert len(form.details) == len(before.details)
        assert all(form.box.adjusted(-9, -9, 9, 9).intersects(detail.path.boundingRect()) for detail in form.details)
    assert moved.by_id["femur-right"] is rest.by_id["femur-right"]


def test_what_lies_at_a_point_is_found_where_it_is_drawn() -> None:
    moved = posed_plate(plate("front"), posed(posture({"pelvic_obliquity": 8.0, "hip_abduction_right": 10.0})))
    x, y = middle(moved, "patella-right")
    found = moved.form_at(x, y, "bone")
    assert found is not None and found.id == "patella-right"


def test_light_goes_along() -> None:
    rest, moved = plate("front"), posed_plate(plate("front"), posed(posture({"hip_abduction_right": 15.0})))
    before, after = rest.by_id["tibia-right"].light, moved.by_id["tibia-right"].light
    assert before is not None and after is not None
    assert after.tones == before.tones and abs(after.x1 - before.x1) > 30


def test_grain_turns_with_the_muscle() -> None:
    rest, moved = plate("front"), posed_plate(plate("front"), posed(posture({"hip_abduction_right": 20.0})))
    turn = (moved.by_id["rectus_femoris-right"].grain - rest.by_id["rectus_femoris-right"].grain) % 180
    assert turn == pytest.approx(20, abs=4)


def test_a_drawing_of_ones_own_is_posed(tmp_path: Path) -> None:
    (tmp_path / "front.svg").write_text(SMALL, encoding="utf-8")
    rest = compiled(read_drawing(tmp_path / "front.svg"))
    moved = posed_plate(rest, posed(posture({"hip_abduction_right": 20.0})))
    assert middle(moved, "femur-right")[0] < middle(rest, "femur-right")[0] - 50
    assert middle(moved, "our_own_thing")[0] < middle(rest, "our_own_thing")[0] - 40
    assert len(moved.by_id["iliacus-right"].details) == 1


def test_a_damaged_binding_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "front.svg").write_text(SMALL, encoding="utf-8")
    pose = posed(posture({"hip_abduction_right": 20.0}))
    wanted = middle(posed_plate(compiled(read_drawing(tmp_path / "front.svg")), pose), "femur-right")
    kept = cache_folder()
    assert kept is not None
    for file in kept.glob("binding-front-*.bin"):
        file.write_bytes(file.read_bytes()[:-40])
    assert middle(posed_plate(compiled(read_drawing(tmp_path / "front.svg")), pose), "femur-right") == wanted


def test_plates_that_are_read_anew_take_the_same_pose() -> None:
    shown = posed_plate(plate("right"), posed(KYPHOSIS))
    again, = posed_alike([plate("right")], [shown])
    assert isinstance(again, PosedPlate) and middle(again, "skull-midline") == middle(shown, "skull-midline")


def test_marks_go_with_what_they_are_on() -> None:
    pose = posed(posture({"hip_abduction_right": 20.0}))
    marks = Marks(triggers=(Trigger("front", -100, 1100, False, "ref", False, "rectus_femoris-right"),
                            Trigger("front", 100, 1100, False, "ref", False, "rectus_femoris-left")),
                  attachments=(Attachment("front", "origin", ((-100.0, 1000.0), (-100.0, 1100.0)), False, "vastus_lateralis-right"),))
    moved = posed_marks(marks, pose)
    assert moved.triggers[0].x < -150 and moved.triggers[1].x == pytest.approx(100, abs=40)
    assert all(x < -110 for x, _ in moved.attachments[0].points)
    assert posed_marks(marks, posed(NEUTRAL)) is marks


def test_the_points_of_the_plumb_line_go_with_the_body() -> None:
    ear = PlumbPoint("ear_lobe", "ear lobe", 1596.5, -14.7, "described", "unverified")
    moved, = posed_marks(Marks(plumb=(ear,)), posed(posture({"head_forward": 30.0}))).plumb
    assert moved.z - ear.z == pytest.approx(30, abs=2)


@pytest.mark.parametrize("values", [KYPHOSIS, posture({"pelvic_tilt": 15.0}), posture({"thoracic_side_bend": 10.0})])
def test_what_is_painted_on_a_posed_body_is_led_back(values: Posture) -> None:
    pose, spots = posed(values), ((-60.0, 500.0), (40.0, 700.0), (-90.0, 1100.0))
    seen = posed_spots("front", spots, [""] * 3, pose)
    back = unposed_spots("front", seen, pose)
    assert all(abs(a - b) < 0.3 for one, other in zip(spots, back, strict=True) for a, b in zip(one, other, strict=True))


def test_a_posed_svg_has_the_same_ids_and_is_a_diagram(tmp_path: Path) -> None:
    for name, told in (("posed", ["--pattern", "thoracic_kyphosis"]), ("plain", [])):
        assert main(["render", *told, "--view", "right", "-o", str(tmp_path / f"{name}_right.svg")]) == 0
    drawings = {name: read_drawing(tmp_path / f"{name}_right.svg") for name in ("posed", "plain")}
    ids = {name: {(shape.id, shape.part, shape.layer) for shape in one.shapes if shape.part in ("muscle", "bone", "structure", "area", "skin")}
           for name, one in drawings.items()}
    assert ids["posed"] == ids["plain"]
    skulls = [next(shape.data for shape in one.shapes if shape.id == "skull-midline") for one in drawings.values()]
    assert skulls[0] != skulls[1]
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "posed_right.svg").rename(tmp_path / "diagrams" / "right.svg")
    assert main(["check", str(tmp_path)]) == 0


def test_the_binding_is_made_once() -> None:
    assert model_of(plate("right")) is model_of(plate("right"))


def test_flesh_lies_beneath_a_posed_body_and_cannot_be_pointed_at() -> None:
    moved = posed_plate(plate("front"), posed(KYPHOSIS))
    shown = forms_in(moved, Sight(), Setting(depth="superficial", theme="light", pixel=1.0), moved.box)
    parts = [form.part for form in shown]
    assert shown[parts.index("skin") + 1].id == GROUND
    assert GROUND not in moved.by_id
    assert not plate("front").ground
    assert moved.ground[0].outline.contains(moved.by_id["levator_scapulae-right"].outline.pointAtPercent(0.5))
    for depth, sight in (("deep", Sight()), ("superficial", Sight(hidden=frozenset({"upper_trapezius-right"})))):
        some = forms_in(moved, sight, Setting(depth=depth, theme="light", pixel=1.0), moved.box)
        assert GROUND not in [form.id for form in some]


@pytest.mark.parametrize(("view", "joint", "spot"), [
    ("front", "hip_abduction_right", (-30.0, 1150.0)), ("right", "shoulder_flexion_right", (86.0, 1007.0))])
def test_skin_opens_between_the_thighs_and_closes_behind_the_hand(view: ViewName, joint: JointName, spot: tuple[float, float]) -> None:
    skin = posed_plate(plate(view), posed(posture({joint: 20.0}))).by_id["skin"]
    assert plate(view).by_id["skin"].outline.contains(QPointF(*spot))
    assert not skin.outline.contains(QPointF(*spot))
