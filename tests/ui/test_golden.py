"""Golden pictures of the body, without words, so that fonts do not matter.

``pytest --update-golden tests/ui/test_golden.py`` writes them anew; look at them before keeping them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.look import SHEETS, ThemeName
from app.model.practice import Quality
from app.model.reference import Ref
from app.paint.marks import Marks, Trigger, build_marks
from app.paint.painted import PaintedPlace
from app.paint.palette import Setting
from app.paint.plate import Plate
from app.paint.scene import arranged, paint_pointer, paint_scene
from app.paint.telling import as_told
from app.reason.muscles import muscle_rows
from app.state.choose import choose_cause
from app.state.state import Depth, State
from app.state.steps import show_step

FOLDER = Path(__file__).parents[1] / "golden"
SMALL = (340, 380)
SIZES = {"small": (440, 340), "middle": (880, 680), "large": (1540, 1190)}
"""Sizes of the pictures of all four views, px."""
FRONT_BACK: tuple[ViewName, ...] = ("front", "back")
ALL: tuple[ViewName, ...] = ("front", "back", "right", "left")
LEVELS = 24
SHARE = 0.005
"""Equal means: at most this share 0..1 of the pixels differ by more than LEVELS of 255 in a colour. Qt's versions round edges
differently by a few levels; a muscle in another colour or place changes far more."""


def both(muscle: str) -> tuple[str, str]:
    return f"{muscle}-right", f"{muscle}-left"


TILTED = Marks(chosen=True, states={
    **dict.fromkeys((*both("rectus_femoris"), *both("psoas_major")), "tight_short"),
    **dict.fromkeys(both("biceps_femoris"), "tight_long"),
    **dict.fromkeys((*both("gluteus_maximus"), *both("external_oblique")), "weak"),
    "latissimus_dorsi-right": "conflict"})
PAINFUL = Marks(
    chosen=True, roles={"gluteus_medius-right": "refers_essential", "soleus-right": "refers_spillover"},
    areas=frozenset(("low_back-right",)), washes={"low_back-right": "refers_essential", "buttock-left": "refers_spillover"},
    triggers=(Trigger("back", 120, 790, False, "ref"), Trigger("back", 90, 1390, True, "ref")))


def patch(left: float, top: float, quality: Quality | None) -> PaintedPlace:
    """A painted place 90 mm wide (mm of the back view)."""
    path = QPainterPath()
    path.addRoundedRect(left, top, 90.0, 90.0, 20.0, 20.0)
    return PaintedPlace("back", path, quality, 7.0)


FELT = Marks(chosen=True, areas=frozenset(("buttock-right",)), brushed=frozenset(("buttock-right",)), painted=tuple(
    patch(-100.0 + 110.0 * (n % 2), 340.0 + 110.0 * (n // 2), quality) for n, quality in enumerate((*get_args(Quality), None))))


@dataclass(frozen=True, slots=True)
class Case:
    """What one golden picture shows."""

    marks: Marks = field(default_factory=Marks)
    depth: Depth = "superficial"
    theme: ThemeName = "light"
    hovered: tuple[str, ...] = ()
    views: tuple[ViewName, ...] = FRONT_BACK
    size: tuple[int, int] = SMALL


CASES = {
    "natural": Case(),
    "natural-dark": Case(theme="dark"),
    "intermediate": Case(depth="intermediate"),
    "deep": Case(depth="deep"),
    "bone": Case(depth="bone"),
    "tilted": Case(TILTED),
    "tilted-dark": Case(TILTED, theme="dark"),
    "tilted-deep": Case(TILTED, depth="deep"),
    "painful": Case(PAINFUL),
    "painful-dark": Case(PAINFUL, theme="dark"),
    "selected": Case(Marks(chosen=True, selected=frozenset(both("psoas_major")), homes=dict.fromkeys(both("psoas_major"), "front")),
                     hovered=("pectoralis_major-left",)),
    "picking": Case(Marks(show_areas=True), hovered=("low_back-left",)),
    "picking-sides": Case(Marks(show_areas=True), views=("right", "left")),
    "tilted-sides": Case(TILTED, views=("right", "left")),
    "deep-sides": Case(depth="deep", views=("right", "left")),
    "felt": Case(FELT),
    "felt-dark": Case(FELT, theme="dark"),
    **{f"four-{name}": Case(views=ALL, size=size) for name, size in SIZES.items()},
    **{f"four-{name}-dark": Case(TILTED, theme="dark", views=ALL, size=size) for name, size in SIZES.items()},
}


def picture(case: Case, plates: dict[ViewName, Plate]) -> QImage:
    scene = arranged(plates[view] for view in case.views)
    image = QImage(*case.size, QImage.Format.Format_RGB32)
    image.fill(QColor(SHEETS[case.theme].paper))
    scale = min(case.size[0] / scene.box.width(), case.size[1] / scene.box.height())
    setting = Setting(case.depth, case.theme, 1 / scale)
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.scale(scale, scale)
    paint_scene(painter, scene, case.marks, setting, scene.box)
    paint_pointer(painter, scene, case.marks, case.hovered, setting)
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> float:
    """The share 0..1 of pixels that differ visibly."""
    first, second = (_pillow(image) for image in (one, other))
    if first.size != second.size:
        return 1.0
    red, green, blue = ImageChops.difference(first, second).split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(strongest.histogram()[LEVELS + 1:]) / (one.width() * one.height())


def _pillow(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer("RGB", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)


@pytest.mark.parametrize("name", CASES)
def test_the_body_looks_as_it_did(name: str, plates: dict[ViewName, Plate], request: pytest.FixtureRequest,
                                  tmp_path: Path) -> None:
    now, file = picture(CASES[name], plates), FOLDER / f"{name}.png"
    if request.config.getoption("--update-golden"):
        assert now.save(str(file))
        return
    then = QImage(str(file))
    assert not then.isNull(), f"{file} is missing; write it with --update-golden"
    share = unlike(now, then)
    if share > SHARE:
        now.save(str(tmp_path / file.name))
    assert share <= SHARE, f"{share:.1%} of {name} has changed; it looks like {tmp_path / file.name} now"


def test_a_told_step_looks_as_it_did(atlas: Atlas, plates: dict[ViewName, Plate], request: pytest.FixtureRequest,
                                     tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = as_told(atlas, show_step(atlas, choose_cause(State(), Ref("iliopsoas_chain", "right")), 3), plates)
    marks = build_marks(atlas, state, muscle_rows(atlas, state), plates)
    monkeypatch.setitem(CASES, "told-step", Case(marks, state.depth, views=state.views))
    test_the_body_looks_as_it_did("told-step", plates, request, tmp_path)


def test_the_states_can_be_told_apart_without_hue() -> None:
    grey = [Image.open(FOLDER / f"{name}.png").convert("L") for name in ("natural", "tilted")]
    changed = sum(ImageChops.difference(*grey).histogram()[LEVELS + 1:])
    assert changed / (SMALL[0] * SMALL[1]) > 0.02
