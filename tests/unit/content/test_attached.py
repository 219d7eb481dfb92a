"""Attachments and covers come from tables; bad rows are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.reader import read_content
from app.model.anatomy import AttachmentLine, Cover
from tests.unit.content.pack import change, good_pack, only_problem, problems, write

LINES = "body/attachment_lines.csv"
HEAD = "muscle,end,line,seq,x,y,z,seen,basis\n"
GOOD = f"{HEAD}psoas_major,origin,0,0,-20,1100,5,front,mesh\npsoas_major,origin,0,1,-21,1080,5,front,mesh\n"
COVERS = "body/covers.csv"
COVER = "muscle,view,share,layers,by\npsoas_major,front,0.9,2.5,gluteus_maximus hip_bone\n"


def test_the_points_of_a_line_stay_together(tmp_path: Path) -> None:
    write(good_pack(tmp_path), LINES, f"{GOOD}psoas_major,insertion,0,0,-98,811,-33,,described\n")
    loaded = read_content(tmp_path)
    assert (loaded.problems, loaded.atlas.muscles["psoas_major"].attachments) == ((), (
        AttachmentLine("origin", ((-20.0, 1100.0, 5.0), (-21.0, 1080.0, 5.0)), ("front",)),
        AttachmentLine("insertion", ((-98.0, 811.0, -33.0),), ())))


@pytest.mark.parametrize(("row", "told"), [
    ("psoas_majr,origin,1,0,-1,2,3,,mesh", "no muscle has the id 'psoas_majr'; did you mean 'psoas_major'?"),
    ("psoas_major,orign,1,0,-1,2,3,,mesh", "no end of a muscle is called 'orign'; did you mean 'origin'?"),
    ("psoas_major,origin,1,0,-1,2,3,left,mesh", "no view of the right side is called 'left'; it can be front, back, right"),
    ("psoas_major,origin,1,0,7,2,3,,mesh", "x is 7, which is the left side; give the point of the right side (x <= 0)"),
    ("psoas_major,origin", "this row has 2 fields; write muscle, end, line, seq, x, y, z, seen and basis")])
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    write(good_pack(tmp_path), LINES, f"{GOOD}{row}\n")
    assert only_problem(tmp_path) == f"attachment_lines.csv:4:1: error: {told}"


def test_a_cover_tells_what_hides_a_muscle(tmp_path: Path) -> None:
    write(good_pack(tmp_path), COVERS, COVER)
    assert read_content(tmp_path).atlas.muscles["psoas_major"].covers == (
        Cover("front", 0.9, 2.5, ("gluteus_maximus", "hip_bone")),)


@pytest.mark.parametrize(("row", "told"), [
    ("psoas_major,top,0.1,0.1,", "no view of the right side is called 'top'; it can be front, back, right"),
    ("psoas_major,back,1.5,2,", "share is 1.5; it should be from 0 to 1"),
    ("psoas_major,front,0.5,2,", "the front view of 'psoas_major' has a row already; keep one of the two"),
    ("psoas_major,back,0.5,2,Hip<b>", "'Hip<b>' is no id; write the ids of what hides it, with spaces between them"),
    ("psoas_major,back,some,2,", "share should be a number, not 'some'")])
def test_a_bad_cover_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    write(good_pack(tmp_path), COVERS, f"{COVER}{row}\n")
    assert only_problem(tmp_path) == f"covers.csv:3:1: error: {told}"


def test_the_rows_of_a_muscle_with_a_fault_are_no_second_fault(tmp_path: Path) -> None:
    write(good_pack(tmp_path), LINES, GOOD)
    write(tmp_path, COVERS, COVER)
    change(tmp_path, "muscles/hip.yaml", "layer: deep", "layer: low")
    assert len(problems(tmp_path)) == 1
