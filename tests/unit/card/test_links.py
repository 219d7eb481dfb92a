"""Names inside sentences."""

from __future__ import annotations

import pytest

from app.card.links import small, source_chips
from app.model.knowledge import Atlas


@pytest.mark.parametrize(("name", "said"), [
    ("Sway back", "sway back"), ("Achilles tendon", "Achilles tendon"), ("Thomas test", "Thomas test"), ("L5/S1 disc", "L5/S1 disc"),
    ("SI joint", "SI joint"), ("Child's pose", "Child's pose"), ("", "")])
def test_a_name_in_a_sentence_keeps_the_capital_of_people_and_vertebrae(name: str, said: str) -> None:
    assert small(name) == said


def test_our_own_reading_is_named_even_where_the_sources_could_not_be_read() -> None:
    assert [chip.text for chip in source_chips(Atlas(), ("project", "unverified"))] == ["our reading", "unverified"]
