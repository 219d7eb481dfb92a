"""Muscles and areas against the outlines of the diagrams."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.drawn import Outline, check_diagrams
from app.content.reader import read_content
from tests.unit.content.pack import change, good_pack

DRAWN = {"psoas_major-right": "muscle", "psoas_major-left": "muscle", "gluteus_maximus-right": "muscle",
         "gluteus_maximus-left": "muscle", "low_back-right": "area", "low_back-left": "area", "femur-right": "bone"}


def found(folder: Path, drawn: dict[str, str]) -> list[str]:
    outlines = [Outline(one, part, "front.svg", line) for line, (one, part) in enumerate(drawn.items(), start=2)]
    return [f"{Path(problem.file).name}:{problem.line}: {problem.severity}: {problem.message}"
            for problem in check_diagrams(read_content(folder), outlines)]


def without(*ids: str) -> dict[str, str]:
    return {one: part for one, part in DRAWN.items() if one not in ids}


def test_what_matches_is_no_problem(tmp_path: Path) -> None:
    assert found(good_pack(tmp_path), DRAWN) == []


@pytest.mark.parametrize(("drawn", "told"), [
    (without("psoas_major-right", "psoas_major-left"), "hip.yaml:1: error: psoas_major: no diagram draws it; "
     "add a path with the id psoas_major-right and psoas_major-left"),
    (without("psoas_major-left"), "hip.yaml:1: error: psoas_major: no diagram draws one side; add a path with the id psoas_major-left"),
    (without("low_back-left"), "trunk.yaml:1: warning: low_back: no diagram draws one side; add a path with the id low_back-left"),
    (DRAWN | {"psoas_mayor-right": "muscle"},
     "front.svg:9: error: psoas_mayor-right: no muscle has the id 'psoas_mayor'; did you mean 'psoas_major'?"),
    (DRAWN | {"psoas_major": "muscle"},
     "front.svg:9: error: psoas_major: the id should be psoas_major-right or psoas_major-left"),
    (DRAWN | {"toe-right": "area"}, "front.svg:9: error: toe-right: no area has the id 'toe'; it can be low_back")])
def test_what_does_not_match_is_told(tmp_path: Path, drawn: dict[str, str], told: str) -> None:
    assert found(good_pack(tmp_path), drawn) == [told]


@pytest.mark.parametrize(("kind", "count"), [("fascia", 0), ("muscle", 1)])
def test_only_fascia_may_be_drawn_as_a_structure(tmp_path: Path, kind: str, count: int) -> None:
    change(good_pack(tmp_path), "muscles/hip.yaml", "  name: psoas major", f"  kind: {kind}\n  name: psoas major")
    structures = {"psoas_major-right": "structure", "psoas_major-left": "structure"}
    assert len(found(tmp_path, DRAWN | structures)) == count


def test_the_outline_of_a_muscle_with_a_fault_is_no_second_fault(tmp_path: Path) -> None:
    change(good_pack(tmp_path), "muscles/hip.yaml", "layer: deep", "layer: dep")
    assert found(tmp_path, DRAWN) == []
