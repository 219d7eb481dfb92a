"""The points beside the plumb line are read from a table; bad rows are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.reader import read_content
from app.model.anatomy import PlumbPoint
from tests.unit.content.pack import good_pack, only_problem, write

FILE = "body/plumb_line.csv"
GOOD = "id,name,y,z,basis,source\near,ear lobe,1600,-15,described,unverified\n"


def test_a_point_has_a_height_and_a_depth_in_mm(tmp_path: Path) -> None:
    write(good_pack(tmp_path), FILE, GOOD)
    loaded = read_content(tmp_path)
    assert loaded.atlas.plumb == (PlumbPoint("ear", "ear lobe", 1600.0, -15.0, "described", "unverified"),)


@pytest.mark.parametrize(("row", "told"), [
    ("hip,hip,900,1", "this row has 4 fields; write id, name, y, z, basis and source"),
    ("hip,hip,high,1,measured,unverified", "y should be a number in mm, such as -62.5"),
    ("hip,hip,nan,1,measured,unverified", "y lies further than 2500 mm from the origin; write it in mm"),
    ("ear,other ear,900,1,measured,unverified", "'ear' has a row already; keep one of the two"),
    ("hip,hip\x07,900,1,measured,unverified", "name should be 1 to 60 characters on one line"),
    ("hip,hip,900,1,guessed,unverified", "'guessed' is no basis; write measured or described"),
    ("hip,hip,900,1,measured,unverifed", "no source has the id 'unverifed'; did you mean 'unverified'?")])
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    write(good_pack(tmp_path), FILE, f"{GOOD}{row}\n")
    assert only_problem(tmp_path) == f"plumb_line.csv:3:1: error: {told}"


def test_a_wrong_first_row(tmp_path: Path) -> None:
    write(good_pack(tmp_path), FILE, "name,y\n")
    assert only_problem(tmp_path).endswith("error: the first row should be 'id,name,y,z,basis,source'")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (good_pack(tmp_path) / FILE).mkdir(parents=True)
    assert only_problem(tmp_path).endswith("error: the file cannot be read; save it as UTF-8 text")


def test_a_link_to_nothing_in_place_of_the_file(tmp_path: Path) -> None:
    (good_pack(tmp_path) / "body").mkdir(exist_ok=True)
    (tmp_path / FILE).symlink_to(tmp_path / "nowhere.csv")
    assert only_problem(tmp_path).endswith("error: the file cannot be read; save it as UTF-8 text")
