"""What the cards say of lengths: each claim beside the model, why little changes, and what every number rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.card.amounts import signed_mm
from app.card.blocks import LengthLine, LengthList, Page
from app.card.joint_words import MINUS, NARROW
from app.card.model_section import NEVER_PROOF
from app.card.page import page
from app.card.text import to_text
from app.content.cache import content
from app.model.length import Change, JointPart, Lengths
from app.model.posture import NEUTRAL, Posture, posture
from app.model.reference import Ref
from app.pose.account import lengths_of
from app.reason.posture import posture_of
from app.state.choose import choose_cause, choose_muscle, choose_pattern, explain
from app.state.posture import set_extent, set_joint
from app.state.state import State
from tests.test_plain_voice import READING_AGE, reading_age
from tests.unit.rich import rich_atlas

ATLAS = rich_atlas()
TIPPED = choose_pattern(State(), Ref("tipped"))
STANCE = posture_of(ATLAS, TIPPED)


def lengths(psoas: float, gluteus: float, parts: tuple[JointPart, ...] = (), at: Posture = STANCE) -> Lengths:
    """Two muscles of 200 mm that change by so many mm on both sides."""
    both = [(muscle, side, by) for muscle, by in (("psoas", psoas), ("gluteus", gluteus)) for side in ("right", "left")]
    parts = parts or (JointPart("pelvic_tilt", psoas),)
    return Lengths(at, {(muscle, side): Change(200, 200 + by) for muscle, side, by in both},  # type: ignore[misc]
                   {(muscle, side): parts for muscle, side, _ in both})  # type: ignore[misc]


def plain(made: Page) -> str:
    """A page on one line, with a plain minus."""
    return " ".join(to_text(made).split()).replace(MINUS, "-")


def told(made: Page) -> str:
    """The section of the model, on one line."""
    _, _, rest = plain(made).partition("What the model says")
    return rest.partition("How it feels")[0].partition("Check it")[0]


def lines(made: Page) -> list[LengthLine]:
    return [line for block in made.blocks if isinstance(block, LengthList) for line in block.lines]


def test_who_claims_what_and_what_the_model_says_to_it() -> None:
    said = told(page(ATLAS, TIPPED, lengths(-8, 9)))
    assert "The model agrees" in said
    assert "Source E calls it tight (short or long it does not say); the model shortens it. psoas -8.0 mm -4.0 %" in said
    assert "The model does not speak" in said
    assert "Source E calls it weak. That says nothing of its length. gluteus +9.0 mm +4.5 %" in said
    said = told(page(ATLAS, TIPPED, lengths(8, 9)))
    assert "The other way round" in said
    assert "Source E calls it tight (short or long it does not say); the model lengthens it. psoas +8.0 mm +4.0 %" in said


def test_the_model_never_proves_a_claim_and_says_what_it_rests_on() -> None:
    said = told(page(ATLAS, TIPPED, lengths(-8, 9)))
    assert NEVER_PROOF in said
    assert "What the numbers rest on: the trunk stays upright" in said
    [first, _] = lines(page(ATLAS, TIPPED, lengths(-8, 9)))
    assert first.mm.target == first.percent.target == "assumption/trunk_upright"
    assert "Muscles run in straight lines" in first.mm.hint


def test_a_muscle_without_a_joint_between_its_ends() -> None:
    said = told(page(ATLAS, TIPPED, lengths(0, 9)))
    assert "Pelvic tilt, lumbar lordosis and hip flexion leave it as it is: no joint that moves lies between its ends. psoas 0 mm 0 %" in said


def test_two_joints_that_cancel_are_told() -> None:
    said = told(page(ATLAS, TIPPED, lengths(-1, 9, (JointPart("pelvic_tilt", -8.0), JointPart("lumbar_lordosis", 7.0, True)))))
    assert "too little is left. psoas -1.0 mm -0.5 %" in said
    assert "Psoas: pelvic tilt alone would shorten it by 8.0 mm, while lumbar lordosis, which follows it, would lengthen it by 7.0 mm." in said


def test_a_muscle_that_passes_close_by_the_low_back() -> None:
    parts = (JointPart("pelvic_tilt", -8.0), JointPart("lumbar_lordosis", -0.2, True))
    said = told(page(ATLAS, TIPPED, lengths(-8.2, 9, parts)))
    assert "Psoas: pelvic tilt shortens it by 8.0 mm at the hip. Lumbar lordosis moves with the pelvis, but shortens it by only 0.2 mm" in said


def test_a_muscle_without_a_line() -> None:
    assert "The model has no line for it. psoas no line" in told(page(ATLAS, TIPPED, Lengths(STANCE, {}, {})))


def test_lengths_of_another_posture_are_not_told() -> None:
    for state in (set_extent(TIPPED, 50), set_joint(TIPPED, "pelvic_tilt", 3)):
        assert not told(page(ATLAS, state, lengths(-8, 9)))
    assert not told(page(ATLAS, TIPPED))


def test_a_pattern_that_is_only_looked_up_is_not_compared() -> None:
    assert not told(page(ATLAS, explain(choose_pattern(State(), Ref("high", "right")), "pattern", Ref("tipped")),
                         lengths(-8, 9, at=posture_of(ATLAS, choose_pattern(State(), Ref("high", "right"))))))


def test_where_nothing_moves_that_is_said() -> None:
    still = set_extent(TIPPED, 0)
    assert posture_of(ATLAS, still) == NEUTRAL
    assert "The body stands as it was measured" in told(page(ATLAS, still, Lengths(NEUTRAL, {}, {})))


def test_one_side_is_named() -> None:
    high = choose_pattern(State(), Ref("high", "right"))
    made = page(ATLAS, high, lengths(-8, 9, at=posture_of(ATLAS, high)))
    assert ["".join(span.text for span in line.name) for line in lines(made)] == ["left psoas", "right gluteus"]


def test_a_cause_is_compared_in_the_posture_that_is_shown() -> None:
    state = set_joint(choose_cause(State(), Ref("psoas_chain", "right")), "pelvic_tilt", 9)
    made = page(ATLAS, state, lengths(-8, 9, at=posture({"pelvic_tilt": 9})))
    assert "calls it tight and short; the model shortens it. right psoas" in told(made)


def test_the_card_of_a_muscle_tells_its_length_and_what_each_joint_does() -> None:
    parts = (JointPart("pelvic_tilt", -9.0), JointPart("lumbar_lordosis", 1.0, True), JointPart("hip_flexion", 0.0))
    state = choose_muscle(TIPPED, Ref("psoas"))
    said = plain(page(ATLAS, state, lengths(-8, 9, parts)))
    assert "Length: 200 mm in the measured body, now 192 mm: -8.0 mm (-4.0 %)" in said
    assert "By joint: pelvic tilt -9.0 mm; lumbar lordosis +1.0 mm (it follows). Each is told as if it moved alone." in said
    assert "Source E calls it tight (short or long it does not say); the model shortens it." in said
    apart = lengths(-8, 9, parts)
    apart = replace(apart, changes={**apart.changes, ("psoas", "left"): Change(200, 203)})
    said = plain(page(ATLAS, state, apart))
    assert "Right: 200 mm in the measured body, now 192 mm" in said
    assert "Left: 200 mm in the measured body, now 203 mm: +3.0 mm (+1.5 %)" in said


def test_a_muscle_that_nothing_moves_says_so() -> None:
    assert "None of the joints that move lies between its ends." in plain(page(ATLAS, choose_muscle(TIPPED, Ref("psoas", "right")), lengths(0, 9)))


@pytest.mark.parametrize("key", [key for key, one in content().atlas.patterns.items() if one.joints])
def test_every_pattern_is_compared_in_words_that_a_patient_can_read(key: str) -> None:
    atlas = content().atlas
    state = choose_pattern(State(), Ref(key, "right") if atlas.patterns[key].paired else Ref(key))
    made = page(atlas, state, lengths_of(posture_of(atlas, state)))
    said = told(made)
    assert NEVER_PROOF in said
    assert all("joint" not in line.mm.text for line in lines(made))
    claimed = {muscle for claim in atlas.patterns[key].claims for muscle in atlas.members(claim.of)}
    assert {(line.name[-1].target or "").partition("/")[2].partition(":")[0] for line in lines(made)} == claimed
    assert reading_age(NEVER_PROOF) <= READING_AGE + 1


def test_changes_stand_beneath_each_other_with_one_decimal() -> None:
    told = [signed_mm(mm).replace(NARROW, " ") for mm in (10.6, -4.44, 0.0, 104.0)]
    assert told == ["+10.6 mm", f"{MINUS}4.4 mm", "0 mm", "+104.0 mm"]


def test_a_muscle_whose_number_is_rough_says_so_and_why() -> None:
    atlas = content().atlas
    state = set_joint(State(), "pelvic_tilt", 10)
    rough, fine = (plain(page(atlas, choose_muscle(state, Ref(muscle, "right")), lengths_of(posture_of(atlas, state))))
                   for muscle in ("quadratus_lumborum", "iliacus"))
    assert "A rough number: the model is rough for muscles of the trunk" in rough
    assert "A rough number" not in fine
    assert "Muscles: external oblique" in plain(page(atlas, explain(state, "assumption", Ref("rough_trunk_lines"))))
