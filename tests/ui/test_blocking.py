"""No action keeps a person waiting: what the bench measures, held to the time that the body itself takes to paint."""

from __future__ import annotations

import pytest

from tests.bench import blocking

MANY = 8
"""So often may the whole body be painted while an action blocks: twice to five times is usual, and a machine has slow moments."""


@pytest.mark.usefixtures("qapp")
def test_no_action_blocks_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "QUIET", 0.15)
    found = blocking.blocks((1280, 800), ("front", "back"))
    floor = found.pop("R")
    assert {name: took / floor for name, took in found.items() if took > max(blocking.MOST, MANY * floor)} == {}
