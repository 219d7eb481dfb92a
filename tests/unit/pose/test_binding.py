"""Nodes of drawings in a posture: nothing moves in the neutral one, sides mirror, no outline is turned inside out."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.cache import content
from app.diagram.pathdata import commands
from app.diagram.svg import read_drawing
from app.model.anatomy import ViewName
from app.model.posture import JOINTS, JointName, joint_of, posture
from app.model.reference import Ref
from app.pose.binding import Binding, Drawn, bound, unpacked
from app.pose.kinematics import posed
from app.pose.skeleton import Array
from app.reason.posture import pattern_values
from app.resources import folders

SMALL = 60.0
"""mm2; what encloses less is a sliver."""
MIRRORED = np.array([-1.0, 1.0])


@cache
def drawn(view: ViewName) -> tuple[Drawn, ...]:
    """The outlines of a view, each subpath apart."""
    found = []
    for shape in read_drawing(folders().diagrams / f"{view}.svg").shapes:
        if shape.part in ("skin", "bone", "muscle"):
            pieces: list[list[float]] = []
            for letter, numbers in commands(shape.data):
                if letter == "M":
                    pieces.append([])
                pieces[-1] += numbers
            found += [Drawn(shape.id, shape.part, np.array(piece).reshape(-1, 2)) for piece in pieces]
    return tuple(found)


@cache
def binding(view: ViewName) -> Binding:
    return bound(view, drawn(view))


def areas(view: ViewName, nodes: Array) -> list[float]:
    found, start = [], 0
    for one in drawn(view):
        x, y = nodes[start:start + len(one.nodes)].T
        found.append(float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2))
        start += len(one.nodes)
    return found


@st.composite
def one_joint(draw: st.DrawFn) -> dict[JointName, float]:
    """A joint anywhere within its limits."""
    name = draw(st.sampled_from(JOINTS))
    card = content().atlas.joints[joint_of(name)]
    return {name: draw(st.sampled_from((card.low, card.high)) | st.floats(card.low, card.high))}


@st.composite
def several_joints(draw: st.DrawFn) -> dict[JointName, float]:
    """Several joints at once, each within six tenths of its limits."""
    found: dict[JointName, float] = {}
    for name in draw(st.lists(st.sampled_from(JOINTS), min_size=2, max_size=8, unique=True)):
        card = content().atlas.joints[joint_of(name)]
        found[name] = 0.6 * draw(st.sampled_from((card.low, card.high)) | st.floats(card.low, card.high))
    return found


def test_neutral_posture_moves_no_node() -> None:
    assert np.array_equal(binding("front").moved(posed().drawn), binding("front").rest)


@settings(max_examples=25, deadline=None)
@given(one_joint() | several_joints(), st.sampled_from(("front", "right")))
def test_no_outline_is_turned_inside_out(values: dict[JointName, float], view: ViewName) -> None:
    rest = areas(view, binding(view).rest)
    moved = areas(view, binding(view).moved(posed(posture(values)).drawn))
    turned = [one.id for one, before, after in zip(drawn(view), rest, moved, strict=True) if abs(before) > SMALL and before * after <= 0]
    assert not turned


@pytest.mark.parametrize("pattern", ["thoracic_kyphosis", "sway_back", "layered_syndrome", "knee_valgus", "lateral_pelvic_tilt"])
def test_patterns_half_as_far_again_turn_nothing_inside_out(pattern: str) -> None:
    values = {name: 1.5 * value for name, value in pattern_values(content().atlas, Ref(pattern)).items()}
    for view in ("front", "right"):
        rest, moved = areas(view, binding(view).rest), areas(view, binding(view).moved(posed(posture(values)).drawn))
        assert all(before * after > 0 for before, after in zip(rest, moved, strict=True) if abs(before) > SMALL)


@pytest.mark.parametrize("name", ["rectus_femoris", "femur", "latissimus_dorsi", "fifth_rib", "nothing_known"])
def test_sides_mirror(name: str) -> None:
    nodes = np.array([(-90.0, 500.0), (-100.0, 700.0), (-60.0, 900.0)])
    pair = [Drawn(f"{name}-right", "muscle", nodes), Drawn(f"{name}-left", "muscle", nodes * MIRRORED)]
    one = posed(posture({"hip_abduction_right": 12.0, "pelvic_obliquity": 5.0, "thoracic_side_bend": 8.0}))
    other = posed(posture({"hip_abduction_left": 12.0, "pelvic_obliquity": -5.0, "thoracic_side_bend": -8.0}))
    first, second = (bound("front", pair).moved(pose.drawn) for pose in (one, other))
    assert np.allclose(first[:3], second[3:] * MIRRORED, atol=0.05)
    assert np.allclose(first[3:], second[:3] * MIRRORED, atol=0.05)


def test_bones_keep_their_shape_where_they_turn_in_the_plane_of_the_sheet() -> None:
    nodes = np.array([(-70.0, 900.0), (-90.0, 1200.0), (-60.0, 1000.0)])
    moved = bound("front", [Drawn("femur-right", "bone", nodes)]).moved(posed(posture({"hip_abduction_right": 20.0})).drawn)
    lengths = [np.linalg.norm(np.diff(points, axis=0), axis=1) for points in (nodes, moved)]
    assert np.allclose(*lengths, atol=0.05)
    assert np.abs(moved - nodes).max() > 30


def test_soles_stay_beside_the_body() -> None:
    sole = np.array([(x, y) for x in (-200.0, -160.0) for y in (1500.0, 1550.0, 1600.0, 1650.0, 1700.0)])
    pair = [Drawn("skin_of_sole-left", "skin", sole), Drawn("sole-left", "area", sole[2:5])]
    made = bound("back", pair)
    assert np.array_equal(made.moved(posed(posture({"pelvic_tilt": 20.0, "hip_abduction_left": 20.0})).drawn), made.rest)


def test_tendons_of_the_toes_go_with_the_foot() -> None:
    pose = posed(posture({"knee_flexion_right": 20.0, "knee_flexion_left": 20.0, "hip_flexion_right": 10.0, "hip_flexion_left": 10.0}))
    toes = np.array([(60.0, 1710.0), (90.0, 1725.0), (120.0, 1735.0)])
    tendon, bone = (bound("right", [Drawn(name, "muscle", toes)]).moved(pose.drawn)
                    for name in ("extensor_digitorum_longus-right", "calcaneus-right"))
    assert np.allclose(tendon, bone, atol=0.5)


def test_areas_of_pain_go_with_what_they_lie_on_however_faint() -> None:
    nodes = np.array([(-80.0, 1000.0), (-70.0, 1100.0), (-75.0, 1150.0)])
    pose = posed(posture({"pelvis_forward": 40.0}))
    area, thigh = (bound("right", [Drawn(name, "area", nodes, 0.4)]).moved(pose.drawn) for name in ("posterior_thigh-right", "femur-right"))
    assert np.allclose(area, thigh, atol=6.0)


def test_skin_of_one_thigh_does_not_follow_the_other() -> None:
    nodes = np.array([(side * 8.0, height) for side in (-1, 1) for height in (1080.0, 1120.0, 1160.0)])
    pose = posed(posture({"hip_abduction_right": 15.0}))
    skin, right, left = (bound("front", [Drawn(name, "skin", nodes)]).moved(pose.drawn) for name in ("skin", "femur-right", "femur-left"))
    assert np.allclose(skin[:3], right[:3], atol=5.0)
    assert np.allclose(skin[3:], left[3:], atol=3.0)


@pytest.mark.parametrize("joint", ["thoracic_kyphosis", "thoracic_side_bend", "thoracic_rotation"])
@pytest.mark.parametrize("view", ["right", "left"])
def test_what_lies_between_ribs_goes_with_them(joint: JointName, view: ViewName) -> None:
    rib = next(one for one in drawn(view) if one.id == f"sixth_rib-{view}" and one.part == "bone")
    nodes = rib.nodes[np.abs(rib.nodes[:, 0]) < 30]
    pose = posed(posture({joint: 12.0}))
    rib_moved, flesh = (bound(view, [Drawn(f"{name}-{view}", "muscle", nodes)]).moved(pose.drawn) for name in ("sixth_rib", "intercostals"))
    assert np.abs(flesh - rib_moved).max() < 3.0


def test_what_is_no_node_stays_none() -> None:
    nodes = np.array([(-70.0, 900.0), (np.nan, np.nan), (-90.0, 1200.0)])
    moved = bound("front", [Drawn("femur-right", "bone", nodes)]).moved(posed(posture({"hip_abduction_right": 20.0})).drawn)
    assert np.isnan(moved[1]).all() and np.isfinite(moved[[0, 2]]).all()


def test_a_kept_binding_is_the_same() -> None:
    pose = posed(posture({"thoracic_kyphosis": 15.0}))
    made = binding("right")
    again = unpacked("right", made.rest, made.packed())
    assert np.array_equal(made.moved(pose.drawn), again.moved(pose.drawn))


def test_a_binding_of_another_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        unpacked("right", np.zeros((3, 2)), binding("right").packed())
