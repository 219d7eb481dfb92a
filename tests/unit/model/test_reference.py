"""References and sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.reference import SIDES, BadReferenceError, Ref, body_sides, opposite, parse_ref


@given(st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True), st.sampled_from([None, *SIDES]))
def test_a_reference_reads_back(name: str, side: str | None) -> None:
    ref = Ref(name, side)  # type: ignore[arg-type]
    assert parse_ref(str(ref)) == ref


@pytest.mark.parametrize("text", ["", ":left", "low_back:up", "low_back:"])
def test_a_bad_reference_says_why(text: str) -> None:
    with pytest.raises(BadReferenceError, match=r"side|names nothing"):
        parse_ref(text)


def test_sides() -> None:
    assert body_sides(True, None) == body_sides(True, "both") == ("right", "left")
    assert body_sides(True, "left") == ("left",)
    assert body_sides(False, None) == ("midline",)
    assert [opposite(side) for side in ("right", "left", "midline")] == ["left", "right", "midline"]
