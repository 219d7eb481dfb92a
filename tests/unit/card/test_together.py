"""Where several patterns agree."""

from __future__ import annotations

from app.card.page import page
from app.card.text import to_text
from app.content.cache import content
from app.model.reference import Ref
from app.state.state import State, Subject

FORWARD, HIGH = Ref("forward_tipped_pelvis"), Ref("high_hip", "right")


def told(*patterns: Ref) -> str:
    """The page of the first of some chosen patterns."""
    return to_text(page(content().atlas, State(patterns=patterns, subject=Subject("pattern", patterns[0]))))


def test_what_two_patterns_claim_alike_is_told_with_its_side() -> None:
    text = " ".join(told(FORWARD, HIGH).split())
    part = text[text.index("Where the chosen patterns agree"):text.index("Tight -----")]
    assert "Tight, short in forward tipped pelvis and high hip: right psoas major" in part
    assert "Weak in forward tipped pelvis and high hip: right gluteus maximus" in part


def test_one_pattern_alone_agrees_with_none() -> None:
    assert "patterns agree" not in told(FORWARD)
