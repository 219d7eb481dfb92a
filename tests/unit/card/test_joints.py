"""How far a pattern moves the joints, in words."""

from __future__ import annotations

from dataclasses import replace

from app.card.joints import MINUS, movement, moves
from app.content.cache import content
from app.model.knowledge import Atlas
from app.model.posture import JOINTS
from app.model.practice import Joint, Pattern
from app.model.reference import Ref
from tests.unit.rich import BOOK, rich_atlas

WHOLE = content().atlas
PLAIN = rich_atlas()
"""Without cards of the joints, as a pack may be."""
ATLAS = replace(PLAIN, joints=WHOLE.joints)


def told(atlas: Atlas, ref: Ref, *joints: Joint) -> list[str]:
    """The sentences for a pattern of the small atlas, or for it with other joints."""
    pattern: Pattern = atlas.patterns[ref.id]
    pattern = replace(pattern, joints=joints) if joints else pattern
    return [text[0].text for text in moves(atlas, pattern, ref)]


def test_both_sides_stand_in_one_line_where_they_agree() -> None:
    assert told(ATLAS, Ref("tipped")) == ["The pelvis tips forward by 12°.", "The hip bends on both sides by 12°."]


def test_sides_that_differ_are_told_apart() -> None:
    said = told(ATLAS, Ref("tipped"), Joint("knee_flexion_right", -3, BOOK), Joint("knee_flexion_left", 4, BOOK))
    assert said == ["The right knee bends backward by 3°.", "The left knee bends by 4°."]


def test_the_left_form_is_the_mirror() -> None:
    assert told(ATLAS, Ref("high", "left")) == ["The pelvis stands higher on the left by 4°.", "The left thigh moves in by 4°."]


def test_what_is_measured_in_mm_says_so() -> None:
    assert told(ATLAS, Ref("tipped"), Joint("head_forward", 30, BOOK)) == ["The head moves forward by 30 mm."]


def test_every_joint_has_words_of_its_own() -> None:
    said = {movement(WHOLE, name, value) for name in JOINTS for value in (5, -5)}
    assert len(said) == 2 * len(JOINTS)


def test_content_without_cards_of_the_joints_tells_their_names() -> None:
    assert told(PLAIN, Ref("high", "left")) == [f"Pelvic obliquity: {MINUS}4°.", f"Left hip abduction: {MINUS}4°."]
    assert movement(PLAIN, "shoulder_protraction_right", 5, both=True) == "shoulder protraction on both sides: +5 mm"
