"""What each muscle goes along with: its bones at its ends, and what it lies on between them."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from app.pose.flesh import owned, owners, part_cloud, segments_of, spelt
from app.pose.skeleton import INDEX, SEGMENTS
from app.resources import folders


def table(name: str) -> list[dict[str, str]]:
    with (folders().data / "body" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_part_that_is_drawn_is_told_what_it_moves_with() -> None:
    parts = {part for group in owners().values() for part in group}
    assert {row["part"] for row in table("parts.csv")} == parts
    assert not [part for part in parts if segments_of(part) == SEGMENTS]


def test_only_known_segments_are_named() -> None:
    for row in table("posing.csv"):
        assert set(spelt(row["segments"])) <= set(SEGMENTS)


def test_words_are_spelt_out() -> None:
    assert spelt("l2-t12 rib4-rib5 thigh") == ("l2", "l1", "t12", "rib4_right", "rib5_right", "thigh_right")


@pytest.mark.parametrize(("part", "first", "last"), [
    ("rectus_femoris", "innominate_right", "shank_right"), ("biceps_femoris/long", "innominate_right", "shank_right"),
    ("gluteus_maximus", "sacrum", "thigh_right"), ("psoas_major", "t12", "thigh_right"), ("pectoralis_major/sternal", "sternum", "arm_right")])
def test_ends_go_with_their_bones(part: str, first: str, last: str) -> None:
    rows = part_cloud(part).weights.reshape(31, 13, -1).mean(axis=1)
    assert rows[0, INDEX[first]] == pytest.approx(rows[:, INDEX[first]].max(), abs=0.3) and rows[0, INDEX[first]] > 0.2
    assert rows[-1, INDEX[last]] > 0.4


def test_psoas_keeps_to_the_brim_of_the_pelvis() -> None:
    along = part_cloud("psoas_major").weights.reshape(31, 13, -1).mean(axis=1)[:, INDEX["innominate_right"]]
    assert along.max() > 0.5 and 10 < int(along.argmax()) < 30


@pytest.mark.parametrize("name", ["soleus", "diaphragm", "latissimus_dorsi"])
def test_shares_add_up(name: str) -> None:
    cloud = owned(name, "left")
    assert cloud is not None
    assert np.allclose(cloud.weights.sum(axis=1), 1.0)
