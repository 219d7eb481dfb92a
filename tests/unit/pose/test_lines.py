"""Rules are read into lines; what cannot be read is told."""

from __future__ import annotations

import numpy as np
import pytest

from app.pose.lines import Line, lines, read
from app.pose.owners import owner
from app.pose.skeleton import INDEX, landmark


def rule(path: str, fibres: str = "", part: str = "") -> list[Line]:
    return list(read({"muscle": "some_muscle", "part": part, "fibres": fibres, "path": path}))


def test_a_rule_gives_a_line_for_each_fibre() -> None:
    first, second = rule("0:innominate 10:thigh", "1 5", "gluteus_medius")
    assert [node.segment for node in first.nodes] == ["innominate_right", "thigh_right"]
    assert first.nodes[0].point != second.nodes[0].point


def test_landmarks_offsets_and_points_stand_where_they_should() -> None:
    line, = rule("asis:innominate patella_base(12/0/-1):patella (-80/43/-93):foot")
    assert np.allclose(line.nodes[0].point, landmark("asis"))
    assert np.allclose(line.nodes[1].point, landmark("patella_base") + np.array([12, 0, -1]))
    assert line.nodes[2].point == (-80, 43, -93)


def test_a_fibre_is_cut_at_a_height() -> None:
    line, = rule("0:wall (=/1042/=):wall", "3", "rectus_abdominis")
    assert line.nodes[1].point[1] == 1042


@pytest.mark.parametrize("path", ["asis", "asis:nowhere gerdy:shank", "as is:thigh", "1+2:thigh"])
def test_what_is_no_path_is_told(path: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        rule(path)


@pytest.mark.parametrize(("name", "mark", "segment"), [
    ("spine", "spinous_L3", "l3"), ("spine", "transverse_T7", "t7"), ("spine", "coccyx_tip", "sacrum"), ("spine", "inion", "head"),
    ("rib", "rib5_angle", "rib5_right"), ("rib", "rib10_front_end", "rib10_right"), ("rib12", "psis", "rib12_right"), ("thigh", "asis", "thigh_right")])
def test_a_point_belongs_to_the_nearest_bone_or_to_the_one_that_is_named(name: str, mark: str, segment: str) -> None:
    x, y, z = landmark(mark).tolist()
    assert owner(name, (x, y, z)) == segment


def test_every_line_runs_through_known_segments_and_has_a_mirror() -> None:
    for line in lines():
        assert len(line.nodes) == len(line.wraps) + 1 >= 2
        assert {node.segment for node in line.nodes} | {node.other for node in line.nodes} <= set(INDEX)
    assert len([line for line in lines() if line.body_side == "right"]) == len([line for line in lines() if line.body_side == "left"])
