"""The cards of joints and of assumptions."""

from __future__ import annotations

from app.card.blocks import Page
from app.card.joint_words import MINUS
from app.card.page import page
from app.card.text import to_text
from app.model.reference import Ref
from app.state.choose import choose_pattern, explain
from app.state.known import exists, fitting, name_of
from app.state.posture import set_joint
from app.state.state import State, SubjectKind
from tests.unit.rich import rich_atlas

ATLAS = rich_atlas()


def plain(made: Page) -> str:
    """A page on one line, with a plain minus."""
    return " ".join(to_text(made).split()).replace(MINUS, "-")


def said(state: State, kind: SubjectKind, key: str) -> str:
    return plain(page(ATLAS, explain(state, kind, Ref(key))))


def test_a_joint_tells_its_range_and_how_people_without_pain_stand() -> None:
    text = said(State(), "joint", "pelvic_tilt")
    assert "Neutral: 4.8° in the measured body." in text
    assert "Range: -20° to +25°. Measured. [A book]" in text
    assert "7° to 15° in all, on average 11°: Men without pain." in text
    assert "-5° to +5° from the measured body: Women." in text
    assert "The trunk stays upright: The low back arches as far." in text
    assert "Tipped: +12°" in text
    assert "Value now: as in the measured body" in text


def test_how_a_joint_stands_now_and_why() -> None:
    tipped = choose_pattern(State(), Ref("tipped"))
    assert "Value now: +12°: the pelvis tips forward. In all 16.8°. As the patterns say." in said(tipped, "joint", "pelvic_tilt")
    assert "Value now: +12°: the hollow deepens. It follows the pelvis." in said(tipped, "joint", "lumbar_lordosis")
    by_hand = set_joint(tipped, "hip_flexion_right", -5)
    assert "Right: -5°: the hip straightens. Set by hand." in said(by_hand, "joint", "hip_flexion")
    assert "Left: +12°: the hip bends. As the patterns say." in said(by_hand, "joint", "hip_flexion")
    assert "Value now: 0° Set by hand." in said(set_joint(tipped, "lumbar_lordosis", 0), "joint", "lumbar_lordosis").replace(". Set", " Set")


def test_an_assumption_tells_its_rule_and_its_joints() -> None:
    text = said(State(), "assumption", "trunk_upright")
    assert "The low back arches as far. [A book]" in text
    assert "Joints: pelvic tilt, lumbar lordosis" in text
    assert "Joints: all of them" in said(State(), "assumption", "straight_lines")


def test_they_are_known_by_their_names() -> None:
    assert exists(ATLAS, "joint", "pelvic_tilt")
    assert not exists(ATLAS, "joint", "hip_flexion_right")
    assert name_of(ATLAS, "assumption", Ref("trunk_upright")) == "The trunk stays upright"
    assert fitting(ATLAS, "joint", Ref("pelvic_tilt", "right")) == Ref("pelvic_tilt")
