"""Trigger points get their positions from a table; bad rows are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.reader import read_content
from tests.unit.content.pack import REFERRALS, change, good_pack, only_problem, problems, write

POINTS = "body/trigger_points.csv"
GOOD = "id,x,y,z,seen\nref_1,-60.5,950,20,right front\n"


def test_a_position_is_in_mm_of_the_body_frame(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, GOOD)
    loaded = read_content(tmp_path)
    assert (loaded.problems, loaded.atlas.referrals["ref_1"].position) == ((), (-60.5, 950.0, 20.0))


def test_the_views_to_which_a_point_is_near_come_in_their_order(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, GOOD)
    assert read_content(tmp_path).atlas.referrals["ref_1"].seen == ("front", "right")


@pytest.mark.parametrize(("row", "told"), [
    ("ref_2,-1,2,3,", "no referral has the id 'ref_2'; did you mean 'ref_1'?"),
    ("ref_1,-1,2,3,", "'ref_1' was placed in line 2 already; keep one row"),
    ("ref_1,-1,2", "this row has 3 fields; write id, x, y, z and seen"),
    ("ref_1,-1,two,3,", "y should be a number in mm, such as -62.5"),
    ("ref_1,-1,nan,3,", "y lies further than 2500 mm from the origin; write it in mm"),
    ("ref_1,5,2,3,", "x is 5, which is the left side; give the point of the right side (x <= 0)"),
    ("ref_1,-1,2,3,bak", "no view of the right side is called 'bak'; did you mean 'back'?")])
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    write(good_pack(tmp_path), POINTS, f"{GOOD}{row}\n")
    assert only_problem(tmp_path) == f"trigger_points.csv:3:1: error: {told}"


def test_a_wrong_first_row(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, "name,x,y,z\n")
    assert only_problem(tmp_path) == "trigger_points.csv:1:1: error: the first row should be 'id,x,y,z,seen'"


def test_a_referral_without_a_row_is_told_where_others_have_one(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, GOOD)
    write(tmp_path, "referrals/more.yaml", REFERRALS.replace("ref_1", "ref_2"))
    assert only_problem(tmp_path) == "more.yaml:1:1: warning: ref_2: body/trigger_points.csv does not place it; add its row"


def test_the_row_of_a_referral_with_a_fault_is_no_second_fault(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, GOOD)
    change(tmp_path, "referrals/hip.yaml", "0.7", "7")
    assert len(problems(tmp_path)) == 1


def test_of_a_table_full_of_faults_the_first_ones_are_told(tmp_path: Path) -> None:
    write(good_pack(tmp_path), POINTS, GOOD + "nobody,-1,2,3,\n" * 30_000)
    told = problems(tmp_path)
    assert len(told) == 501
    assert told[-1].message == ("the table was not read from here on; mend what is wrong above it first")
