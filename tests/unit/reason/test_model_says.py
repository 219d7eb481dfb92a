"""Claims beside the model: the three outcomes, why the model is silent, and sides that are alike."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.basic import Length, Tone
from app.model.length import Change, JointPart, Lengths
from app.model.posture import posture
from app.model.reference import Ref
from app.reason.model_says import (
    LEAST_MM,
    Outcome,
    Silence,
    claimed_length,
    compare,
    compared,
    of_cause,
    of_pattern,
    passes_close,
    silence_of,
)
from app.reason.muscles import muscle_rows
from app.reason.rows import PartReason, PatternReason
from app.state.choose import choose_cause, choose_pain, choose_pattern
from app.state.state import State
from tests.unit.rich import rich_atlas

ATLAS = rich_atlas()
TILT = posture({"pelvic_tilt": 9})
SHORTER, LONGER = Change(200, 192), Change(200, 208)


def claim(tone: Tone | None, length: Length | None) -> PatternReason:
    return PatternReason("tipped", length, tone, "source_e", "Because.")


def lengths(changes: dict[str, Change], parts: dict[str, tuple[JointPart, ...]] | None = None) -> Lengths:
    sides = ("right", "left")
    return Lengths(TILT, {(muscle, side): change for muscle, change in changes.items() for side in sides},
                   {(muscle, side): one for muscle, one in (parts or {}).items() for side in sides})


@pytest.mark.parametrize(("tone", "length", "change", "outcome"), [
    ("tight", "short", SHORTER, "agrees"), ("tight", "short", LONGER, "other way"), ("tight", None, SHORTER, "agrees"),
    ("tight", None, LONGER, "other way"), ("tight", "long", LONGER, "agrees"), ("tight", "long", SHORTER, "other way"),
    ("weak", "long", LONGER, "agrees"), ("weak", "long", SHORTER, "other way"), ("weak", "short", SHORTER, "agrees"),
    (None, "short", LONGER, "other way"), ("weak", None, LONGER, "does not speak"), ("weak", None, SHORTER, "does not speak")])
def test_a_claim_of_length_agrees_or_not_and_one_of_tone_alone_is_left(
        tone: Tone | None, length: Length | None, change: Change, outcome: Outcome) -> None:
    assert compare(claim(tone, length), change).outcome == outcome


def test_that_a_source_says_only_tight_is_told() -> None:
    assert compare(claim("tight", None), SHORTER).open
    assert not compare(claim("tight", "short"), SHORTER).open
    assert compare(claim("weak", None), SHORTER).silence == "tone"


@pytest.mark.parametrize(("change", "parts", "silence"), [
    (None, (), "unmeasured"), (Change(300, 300), (), "not crossed"), (Change(300, 300), (JointPart("pelvic_tilt", 0.0),), "not crossed"),
    (Change(300, 299), (JointPart("pelvic_tilt", -1.0),), "little"),
    (Change(300, 299), (JointPart("pelvic_tilt", -8.0), JointPart("lumbar_lordosis", 7.0, True)), "cancels"),
    # Nothing is left, and yet the ends move.
    (Change(300, 300), (JointPart("pelvic_tilt", -8.0), JointPart("lumbar_lordosis", 8.0, True)), "cancels"),
    (Change(300, 296.5), (JointPart("pelvic_tilt", -3.5),), None), (Change(600, 600 - LEAST_MM), (), None)])
def test_why_the_model_is_silent(change: Change | None, parts: tuple[JointPart, ...], silence: Silence | None) -> None:
    assert silence_of(change, parts) == silence


@given(st.floats(50, 600), st.floats(-0.4, 0.4), *(st.sampled_from(values) for values in (("tight", "weak", None), ("short", "long", None))))
def test_what_is_longer_agrees_with_just_one_of_two_claims(neutral: float, share: float, tone: Tone | None, length: Length | None) -> None:
    change = Change(neutral, neutral * (1 + share))
    told = compare(claim(tone, length), change).outcome
    mirrored = compare(claim(tone, length), Change(neutral, neutral * (1 - share))).outcome
    if told == "does not speak":
        assert mirrored == "does not speak"
        assert claimed_length(length, tone) is None or silence_of(change)
    else:
        assert {told, mirrored} == {"agrees", "other way"}


def test_every_pair_of_claims_is_compared() -> None:
    for tone, length in product(("tight", "weak", None), ("short", "long", None)):
        assert compare(claim(tone, length), SHORTER).outcome in ("agrees", "other way", "does not speak")  # type: ignore[arg-type]


def test_two_sides_that_are_alike_share_a_row_and_others_do_not() -> None:
    rows = muscle_rows(ATLAS, choose_pattern(State(), Ref("tipped")))
    alike = compared(rows, lengths({"psoas": SHORTER, "gluteus": LONGER}))
    assert {(row.muscle, row.sides) for row in alike} == {("psoas", ("right", "left")), ("gluteus", ("right", "left"))}
    known = lengths({"psoas": SHORTER, "gluteus": LONGER})
    apart = compared(rows, Lengths(TILT, {**known.changes, ("psoas", "left"): LONGER}, {}))
    assert [(row.sides, row.claims[0].outcome) for row in apart if row.muscle == "psoas"] == [(("right",), "agrees"), (("left",), "other way")]


def test_claims_of_one_pattern_or_one_cause_are_told_apart_and_pain_claims_nothing() -> None:
    state = choose_pain(choose_cause(choose_pattern(State(), Ref("tipped")), Ref("psoas_chain", "right")), Ref("low_back", "right"))
    rows, known = muscle_rows(ATLAS, state), lengths({"psoas": SHORTER, "gluteus": LONGER})
    assert all(isinstance(one.claim, PatternReason) for row in compared(of_pattern(rows, "tipped"), known) for one in row.claims)
    by_cause = compared(of_cause(rows, "psoas_chain"), known)
    assert all(isinstance(one.claim, PartReason) for row in by_cause for one in row.claims)
    assert [(row.muscle, row.sides) for row in by_cause] == [("psoas", ("right",)), ("gluteus", ("left",))]
    assert not compared(muscle_rows(ATLAS, choose_pain(State(), Ref("low_back", "right"))), known)


def test_who_says_the_same_twice_says_it_once() -> None:
    rows = muscle_rows(ATLAS, choose_pattern(State(), Ref("tipped")))
    twice = [type(row)(row.muscle, row.side, row.state, row.role, (*row.because, *row.because), row.agreeing) for row in rows]
    assert compared(twice, lengths({"psoas": SHORTER})) == compared(rows, lengths({"psoas": SHORTER}))


def test_a_muscle_that_hardly_feels_the_low_back_follow() -> None:
    hip = JointPart("pelvic_tilt", -5.0)
    assert passes_close((hip, JointPart("lumbar_lordosis", -0.2, True))) == (hip, JointPart("lumbar_lordosis", -0.2, True))
    assert passes_close((hip, JointPart("lumbar_lordosis", 0.0, True))) is None, "it does not cross it"
    assert passes_close((hip, JointPart("lumbar_lordosis", 4.0, True))) is None
