"""Faded forms, such as the arm in a side view: seen through, pointed at last, in full when they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model.look import SHEETS
from app.paint.cache import load_plate
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.plate import Plate, Sight
from app.paint.scene import arranged, paint_pointer, paint_scene

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g id="layer-superficial"><path id="trunk-right" class="muscle" d="M0,0L60,0L60,90L0,90Z"/>
<path id="arm-right" class="muscle" opacity=".4" d="M40,0L90,0L90,90L40,90Z"/>
<path data-of="arm-right" class="tendon" opacity=".4" d="M40,0L90,0L90,20L40,20Z"/></g></svg>"""
BOTH, ARM = (50.0, 50.0), (80.0, 50.0)
"""Points, mm: over the trunk behind the arm, and over the arm alone."""


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def plate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plate:
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "right.svg"
    file.write_text(SVG, encoding="utf-8")
    return load_plate(file, "right")


def painted(plate: Plate, marks: Marks) -> QImage:
    """The plate with its selection, one px in a mm."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(SHEETS["light"].paper))
    painter = QPainter(image)
    setting, scene = Setting("superficial", "light", 1.0), arranged((plate,))
    paint_scene(painter, scene, marks, setting, QRectF(0, 0, 100, 100))
    paint_pointer(painter, scene, marks, (), setting)
    painter.end()
    return image


def hue(image: QImage, at: tuple[float, float]) -> str:
    return image.pixelColor(int(at[0]), int(at[1])).name()


def ids(forms: object) -> list[str]:
    return [form.id for form in forms]  # type: ignore[attr-defined]


def test_the_pointer_goes_through_a_faded_form(plate: Plate) -> None:
    assert ids(plate.covering(*BOTH, "superficial")) == ["trunk-right", "arm-right"]
    assert ids(plate.stack_at(*BOTH, "superficial")) == ["trunk-right", "arm-right"]


def test_where_nothing_lies_under_it_a_faded_form_is_pointed_at(plate: Plate) -> None:
    assert ids(plate.covering(*ARM, "superficial")) == ["arm-right"]


def test_a_faded_form_that_is_meant_comes_first(plate: Plate) -> None:
    found = plate.form_at(*BOTH, "superficial", Sight(clear=frozenset(("arm-right",))))
    assert found and found.id == "arm-right"


def test_a_faded_form_is_seen_through(plate: Plate) -> None:
    image = painted(plate, Marks())
    assert hue(image, (20.0, 50.0)) == SHEETS["light"].muscle
    assert hue(image, ARM) not in (SHEETS["light"].muscle, SHEETS["light"].paper)


def test_its_details_fade_with_it_but_not_twice(plate: Plate) -> None:
    detail = plate.by_id["arm-right"].details[0]
    assert detail.opacity == 1.0
    beneath, tendon = QColor(hue(painted(plate, Marks()), ARM)), QColor(SHEETS["light"].tendon)
    shown = painted(plate, Marks()).pixelColor(80, 10)
    assert shown.blue() == pytest.approx(0.6 * beneath.blue() + 0.4 * tendon.blue(), abs=2)


@pytest.mark.parametrize("marks", [Marks(selected=frozenset(("arm-right",))), Marks(roles={"arm-right": "refers_essential"})])
def test_a_faded_form_that_is_meant_is_painted_in_full(plate: Plate, marks: Marks) -> None:
    assert hue(painted(plate, marks), ARM) == SHEETS["light"].muscle


def test_a_faded_form_hides_nothing(plate: Plate) -> None:
    assert plate.by_id["trunk-right"].exposure("superficial").seen == pytest.approx(1.0, abs=0.02)
    assert plate.by_id["arm-right"].exposure("superficial").seen == pytest.approx(1.0, abs=0.02)


def test_a_hidden_form_is_neither_painted_nor_pointed_at(plate: Plate) -> None:
    gone = frozenset(("arm-right",))
    assert ids(plate.covering(*ARM, "superficial", Sight(hidden=gone))) == []
    assert hue(painted(plate, Marks(hidden=gone)), ARM) == SHEETS["light"].paper


def test_what_is_shown_alone_lies_on_a_breath_of_the_others(plate: Plate) -> None:
    image = painted(plate, Marks(roles={"trunk-right": "refers_essential"}, alone=True))
    assert hue(image, BOTH) == SHEETS["light"].muscle
    paper, faint = QColor(SHEETS["light"].paper), image.pixelColor(80, 50)
    assert 0 < paper.green() - faint.green() < 30
