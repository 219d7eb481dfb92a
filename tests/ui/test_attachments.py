"""Trigger points and attachments of the selected muscle, in every view that shows its side."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from shapely.geometry.base import BaseGeometry

from app.commands.table import run
from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.look import SHEETS
from app.model.reference import parse_ref
from app.paint.attachment import knobs, paint_attachments
from app.paint.cache import load_drawings
from app.paint.legend import entries
from app.paint.marks import Attachment, Marks, build_marks, projected
from app.paint.palette import Setting
from app.paint.plate import Form, Plate
from app.reason.muscles import muscle_rows
from app.state.state import State

pytestmark = pytest.mark.usefixtures("qapp")

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
OUTSIDE = 3.0
"""mm; so far a point may lie outside the drawn outline of its muscle."""


@pytest.fixture(scope="module")
def plates() -> dict[ViewName, Plate]:
    return load_drawings(VIEWS)


def marks_of(plates: dict[ViewName, Plate], muscle: str) -> Marks:
    """What is marked while one muscle is selected."""
    atlas, state = content().atlas, State(muscle=parse_ref(muscle))
    return build_marks(atlas, state, muscle_rows(atlas, state), plates)


def ends(attachments: Iterable[Attachment], view: ViewName, behind: bool) -> set[str]:
    """The ends that a view shows before or behind the body."""
    return {one.end for one in attachments if one.view == view and one.behind == behind}


def area(form: Form) -> BaseGeometry:
    """The outline of a form, mm."""
    rings = [[(point.x(), point.y()) for point in ring.toList()] for ring in form.outline.toSubpathPolygons()]
    return shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in rings if len(ring) > 3])


@pytest.mark.parametrize("view", ["front", "back", "right"])
def test_every_trigger_point_lies_in_the_drawn_muscle(plates: dict[ViewName, Plate], view: ViewName) -> None:
    muscles = content().atlas.muscles
    for referral in content().atlas.referrals.values():
        side = "right" if muscles[referral.muscle].side == "paired" else "midline"
        form = plates[view].by_id.get(f"{referral.muscle}-{side}")
        if form and referral.position:
            spot = shapely.Point(projected(referral.position, view, mirrored=False))
            assert area(form).distance(spot) < OUTSIDE, (referral.id, referral.muscle)


def test_a_trigger_point_shows_on_every_view_of_its_side(plates: dict[ViewName, Plate]) -> None:
    triggers = marks_of(plates, "gluteus_medius:left").triggers
    assert {trigger.view for trigger in triggers} == {"front", "back", "left"}
    assert {trigger.view for trigger in triggers if not trigger.behind} == {"back", "left"}


def test_the_left_is_the_mirror_of_the_right(plates: dict[ViewName, Plate]) -> None:
    right, left = (marks_of(plates, f"soleus:{side}").attachments for side in ("right", "left"))
    assert [[(-x, y) for x, y in one.points] for one in right if one.view == "back"] == [
        list(map(tuple, one.points)) for one in left if one.view == "back"]


def test_psoas_starts_before_the_spine_and_ends_behind_the_thigh(plates: dict[ViewName, Plate]) -> None:
    shown = marks_of(plates, "psoas_major:right").attachments
    assert ends(shown, "front", behind=False) == {"origin"} and ends(shown, "front", behind=True) == {"insertion"}
    assert ends(shown, "back", behind=False) == {"insertion"}
    assert not any(one.view == "left" for one in shown)


def test_a_muscle_of_the_midline_is_attached_on_both_sides(plates: dict[ViewName, Plate]) -> None:
    across = [x for one in marks_of(plates, "diaphragm").attachments if one.view == "front" for x, _ in one.points]
    assert min(across) < -50 and max(across) > 50


def test_the_legend_explains_both_ends_only_where_they_are_shown(plates: dict[ViewName, Plate]) -> None:
    marks = marks_of(plates, "soleus:right")
    assert {"origin", "insertion"} <= {entry.label for entry in entries(marks)}
    assert not {"origin", "insertion"} & {entry.label for entry in entries(marks, ["left"])}


def test_a_line_too_short_for_two_ends_has_one() -> None:
    line = Attachment("front", "origin", ((0, 0), (2, 0), (4, 0)), False)
    assert (len(knobs(line, 0.1)), knobs(line, 1.0)) == (2, ((2, 0),))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_origin_and_insertion_differ_by_more_than_their_hue(theme: str) -> None:
    middles = []
    for end in ("origin", "insertion"):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(0x808080)
        painter = QPainter(image)
        setting = Setting("superficial", "light" if theme == "light" else "dark", 1.0)
        spot = Attachment("front", "origin" if end == "origin" else "insertion", ((20, 20),), False)
        paint_attachments(painter, [spot], setting)
        painter.end()
        middles.append(image.pixelColor(20, 20).name())
    sheet = SHEETS["light" if theme == "light" else "dark"]
    assert middles == [sheet.origin, sheet.paper]


def test_svg_writes_the_attachments_of_each_view(tmp_path: Path) -> None:
    run(["render", "--muscle", "psoas_major:right", "--view", "front", "--view", "right", "-o", str(tmp_path / "a.svg")])
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    groups = [element.get("class") or "" for element in root.iter() if (element.get("class") or "").startswith("attachment")]
    assert {"attachment origin", "attachment insertion behind"} <= set(groups)


@pytest.mark.parametrize("x", [0.0, 96.0, 104.0])
def test_what_lies_outside_a_part_is_left_out_of_its_repainting(x: float) -> None:
    line = Attachment("front", "insertion", ((100.0, 20.0), (100.0, 80.0)), False)
    whole = QImage(200, 100, QImage.Format.Format_RGB32)
    whole.fill(0)
    part = QImage(whole)
    for image, clip in ((whole, whole.rect()), (part, QRect(round(x), 0, 4, 100))):
        painter = QPainter(image)
        painter.setClipRect(clip)
        paint_attachments(painter, [line], Setting("superficial", "light", 1.0))
        painter.end()
    assert part.copy(clip) == whole.copy(clip)
