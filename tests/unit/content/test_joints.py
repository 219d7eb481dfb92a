"""What a clinic's pack may get wrong in joints, and in what moves them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.content.cache import content
from app.content.joint_rules import NAMES
from app.model.posture import JOINTS, joint_of
from app.resources import folders
from app.state.posture import FARTHEST
from tests.unit.content.pack import change, good_pack, only_problem, problems, write

CARD = """\
pelvic_tilt:
  name: Pelvic tilt
  plain: The pelvis tips.
  more: the pelvis tips forward
  less: the pelvis tips backward
  unit: degrees
  region: pelvis
  low: -20
  high: 25
  limits: {text: So far., sources: [book]}
  normal: [{low: 0, high: 23, who: {text: Thirty., sources: [book]}}]
  assumptions: [upright]
  sources: [book]
"""
ASSUMPTION = "upright:\n  name: Upright\n  text: [{text: The thighs stay., sources: [book]}]\n  joints: [pelvic_tilt]\n  sources: [book]\n"
MOVES = "  joints: [{joint: pelvic_tilt, value: 12, sources: [book]}]\n"
CAUSE = ("chain:\n  name: chain\n  kind: muscle\n  side: midline\n  where: {usual: [low_back], sources: [book]}\n  mechanism:\n"
         "    - text: It tips.\n      acts_on: [psoas_major]\n      sources: [book]\n    " + MOVES + "  sources: [book]\n")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A good pack with a joint that a pattern and a step move."""
    good_pack(tmp_path)
    write(tmp_path, "joints/one.yaml", CARD)
    write(tmp_path, "assumptions/one.yaml", ASSUMPTION)
    write(tmp_path, "causes/one.yaml", CAUSE)
    change(tmp_path, "patterns/swayed.yaml", "  evidence: []\n", "  evidence: []\n" + MOVES)
    return tmp_path


def test_the_good_pack_has_no_problem(pack: Path) -> None:
    assert problems(pack) == []


@pytest.mark.parametrize(("file", "old", "new", "told"), [
    ("patterns/swayed.yaml", "value: 12", "value: 26",
     "swayed.joints[0].value: 26 is beyond how far this joint moves here; write a number from -20 to 25 (degrees)"),
    ("causes/one.yaml", "value: 12", "value: -21",
     "chain.mechanism[0].joints[0].value: -21 is beyond how far this joint moves here; write a number from -20 to 25 (degrees)"),
    ("patterns/swayed.yaml", "value: 12", "value: 91",
     "swayed.joints[0].value: 91 degrees is more than this joint moves; write a number from -90 to 90"),
    ("causes/one.yaml", "{joint: pelvic_tilt, value: 12, sources: [book]}",
     "{joint: pelvic_tilt, value: 1, sources: [book]}, {joint: pelvic_tilt, value: 2, sources: [book]}",
     "chain.mechanism[0].joints[1].joint: 'pelvic_tilt' is given twice; keep one"),
    ("joints/one.yaml", "low: -20", "low: 2", "from 2 to 25 holds no movement both ways"),
    ("joints/one.yaml", "low: 0, high: 23", "low: 23, high: 0", "pelvic_tilt.normal[0].low: 23 is more than 0, the upper end"),
    ("assumptions/one.yaml", "[pelvic_tilt]", "[pelvic_titl]", "upright.joints[0]: no joint has the id 'pelvic_titl'; did you mean 'pelvic_tilt'?"),
    ("assumptions/one.yaml", "[pelvic_tilt]", "[hip_flexion_right]", "no joint has the id 'hip_flexion_right'")])
def test_one_fault_is_one_line(pack: Path, file: str, old: str, new: str, told: str) -> None:
    change(pack, file, old, new)
    assert told in only_problem(pack)


def test_a_card_of_a_joint_that_no_body_has(pack: Path) -> None:
    write(pack, "joints/two.yaml", CARD.replace("pelvic_tilt:", "tail_wag:"))
    assert "1:1: error: tail_wag: no joint of the body has this name" in only_problem(pack)


def test_every_joint_has_a_card_with_limits_and_assumptions() -> None:
    cards = content().atlas.joints
    assert sorted(cards) == sorted(NAMES)
    assert {joint_of(name) for name in JOINTS if name != joint_of(name)} == {card.id for card in cards.values() if card.paired}
    assert [card.id for card in cards.values() if not (card.limits.plain and card.assumptions and card.sources)] == []


def test_cards_and_assumptions_name_each_other() -> None:
    atlas = content().atlas
    there = {(card.id, rule) for card in atlas.joints.values() for rule in card.assumptions}
    back = {(joint, rule.id) for rule in atlas.assumptions.values() for joint in rule.joints}
    assert back <= there
    assert {rule for _, rule in there - back} <= {rule.id for rule in atlas.assumptions.values() if not rule.joints}


def test_what_a_total_is_counted_from_is_told_or_not_measured() -> None:
    """The whole of a range lies within what the joint can show, counted from the measured body."""
    for card in content().atlas.joints.values():
        if card.neutral is not None:
            assert all(one.low - card.neutral < card.high and one.high - card.neutral > card.low for one in card.normal), card.id


def test_the_shares_of_the_spine_name_their_sources() -> None:
    with (folders().data / "body" / "spine_shares.csv").open(encoding="utf-8", newline="") as file:
        named = {row["source"] for row in csv.DictReader(file)}
    assert named <= set(content().atlas.sources)


def test_postures_stay_within_their_joints_as_far_as_they_can_be_taken() -> None:
    atlas = content().atlas
    told = [joint for one in atlas.patterns.values() for joint in one.joints]
    told += [joint for one in atlas.causes.values() for step in one.mechanism for joint in step.joints]
    cards = [(joint, atlas.joints[joint_of(joint.joint)]) for joint in told]
    assert len(told) > 100
    assert [joint for joint, card in cards if not card.low <= joint.value * FARTHEST / 100 <= card.high] == []
