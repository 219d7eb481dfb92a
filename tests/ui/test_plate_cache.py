"""Compiled diagrams: the same as the drawing, rebuilt when stale or damaged, and not needed at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.model.problem import UserError
from app.paint import cache
from app.paint.cache import load_plate
from app.paint.plate import Plate

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g id="layer-bone"><path id="rib-left" class="bone" d="M0,0L90,0L90,90L0,90Z"/></g>
<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#300"/></linearGradient></defs>
<g id="layer-deep"><path id="a-left" class="muscle" fill="url(#g) #c00" d="M0,0L40,0L40,40L0,40ZM10,10L10,30L30,30L30,10Z"/>
<path data-of="a-left" class="tendon" fill="url(#g)" d="M0,0L9,0L9,9Z"/>
<path data-of="a-left" class="fibre" d="M2,0L2,40" fill="none" stroke="#000" stroke-width=".4"/></g>
<g id="layer-superficial"><path id="b-left" class="muscle" d="M20,0L60,0L60,40L20,40Z"/>
<path data-of="b-left" class="cut" d="M50,0L60,0L60,40L50,40Z"/></g>
<g id="layer-areas"><path id="calf-left" class="area" d="M0,50L9,50L9,59L0,59Z"/></g></svg>"""


@pytest.fixture
def diagram(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "front.svg"
    file.write_text(SVG, encoding="utf-8")
    return file


def kept(diagram: Path) -> Path:
    (file,) = (diagram.parent / "cache").glob("plate-*.bin")
    return file


def facts(plate: Plate) -> list[object]:
    return [(form.id, form.part, form.layer, form.grain, form.exposures, form.outline, form.seen,
             form.light, [(detail.part, detail.path, detail.width, detail.light) for detail in form.details]) for form in (*plate.forms, *plate.areas)]


def test_the_cache_gives_what_was_compiled(diagram: Path) -> None:
    assert facts(load_plate(diagram, "front")) == facts(load_plate(diagram, "front"))
    assert kept(diagram).is_file()


def test_the_light_of_a_muscle_and_of_its_tendon_is_kept(diagram: Path) -> None:
    load_plate(diagram, "front")
    form = load_plate(diagram, "front").by_id["a-left"]
    assert form.light and form.light[:4] == (0, 0, 40, 0)
    assert form.details[0].light and form.details[0].light[:4] == (0, 0, 9, 0)


def test_the_second_start_reads_no_svg(diagram: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_plate(diagram, "front")
    monkeypatch.setattr(cache, "_compile", None)
    assert load_plate(diagram, "front").by_id.keys() == {"rib-left", "a-left", "b-left"}


@pytest.mark.parametrize("harm", [b"", b"nonsense", b"plumbline plate 0|\nabc"])
def test_a_damaged_cache_is_built_anew(diagram: Path, harm: bytes) -> None:
    before = facts(load_plate(diagram, "front"))
    kept(diagram).write_bytes(harm)
    assert facts(load_plate(diagram, "front")) == before
    assert kept(diagram).read_bytes() != harm


def test_one_flipped_bit_is_noticed(diagram: Path) -> None:
    before = facts(load_plate(diagram, "front"))
    data = bytearray(kept(diagram).read_bytes())
    data[-9] ^= 1
    kept(diagram).write_bytes(bytes(data))
    assert facts(load_plate(diagram, "front")) == before


def test_a_changed_diagram_is_read_anew(diagram: Path) -> None:
    load_plate(diagram, "front")
    diagram.write_text(SVG.replace("a-left", "c-left"), encoding="utf-8")
    assert "c-left" in load_plate(diagram, "front").by_id


def test_without_a_cache_it_works_as_well(diagram: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda: None)
    assert "a-left" in load_plate(diagram, "front").by_id


def test_a_missing_diagram_is_told(diagram: Path) -> None:
    with pytest.raises(UserError, match="missing"):
        load_plate(diagram.with_name("back.svg"), "back")


def test_holes_cuts_and_layers_decide_a_hit(diagram: Path) -> None:
    plate = load_plate(diagram, "front")
    hits = {point: plate.form_at(*point, "superficial") for point in ((5.0, 5.0), (20.0, 20.0), (55.0, 5.0), (45.0, 45.0), (95.0, 95.0))}
    assert [form.id if form else None for form in hits.values()] == ["a-left", "rib-left", "b-left", "rib-left", None]
    assert [form.id for form in plate.stack_at(35.0, 5.0, "superficial")] == ["a-left", "b-left"]
    assert [form.id for form in plate.stack_at(35.0, 5.0, "deep")] == ["a-left"]


def test_what_is_seen_of_a_muscle_is_measured(diagram: Path) -> None:
    exposure = load_plate(diagram, "front").by_id["a-left"].exposure("superficial")
    assert exposure.seen == pytest.approx(1.0, abs=0.05)
    assert load_plate(diagram, "front").by_id["a-left"].exposure("bone").seen == 0.0


def test_a_cached_start_loads_nothing_heavy(diagram: Path) -> None:
    load_plate(diagram, "front")
    code = ("import sys, pathlib; from app.paint.cache import load_plate; "
            f"load_plate(pathlib.Path({str(diagram)!r}), 'front'); "
            "sys.exit(bool({'svgelements', 'numpy', 'yaml', 'PySide6.QtWidgets'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0


def test_a_huge_frame_is_measured_on_a_picture_that_fits(tmp_path: Path) -> None:
    file = tmp_path / "front.svg"
    path = "M0,0L90000,0L90000,90000L0,90000Z"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100000 100000">'
                    f'<path id="a-left" class="muscle" d="{path}"/></svg>', encoding="utf-8")
    [form] = load_plate(file, "front").forms
    assert form.exposures[-1].seen == pytest.approx(1, abs=0.01)
