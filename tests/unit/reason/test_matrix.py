"""The muscles by which patterns differ."""

from __future__ import annotations

from app.content.cache import content
from app.model.reference import Ref
from app.reason.matrix import matrix
from tests.unit.small import small_atlas

FORWARD, BACKWARD = Ref("forward_tipped_pelvis"), Ref("backward_tipped_pelvis")


def test_what_is_claimed_otherwise_comes_first() -> None:
    found = matrix(content().atlas, (FORWARD, BACKWARD))
    assert found.rows[0].apart == 1.0
    assert {row.muscle for row in found.rows if row.apart == 1.0} == {
        "psoas_major", "iliacus", "rectus_femoris", "tensor_fasciae_latae", "vastus_lateralis", "vastus_medialis",
        "vastus_intermedius", "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "biceps_femoris", "semitendinosus",
        "semimembranosus", "rectus_abdominis_upper"}


def test_one_pattern_alone_tells_nothing_apart() -> None:
    assert {row.apart for row in matrix(content().atlas, (FORWARD,)).rows} == {0.0}


def test_a_pattern_with_a_side_divides_its_muscles() -> None:
    rows = matrix(small_atlas(), (Ref("high", "right"), Ref("tipped"))).rows
    assert [(row.muscle, row.side, row.cells) for row in rows if row.muscle == "gluteus"] == [
        ("gluteus", "right", ("tight_short", "weak")), ("gluteus", "left", ("neutral", "weak"))]


def test_no_patterns_have_no_rows() -> None:
    assert matrix(small_atlas(), ()).rows == ()
