"""A kill in the middle of saving leaves the old file or the new one, whole."""

from __future__ import annotations

from pathlib import Path

from tests.kill import STATES, notes_after_kills


def test_a_killed_save_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    notes = notes_after_kills(tmp_path, 20)
    assert notes
    assert set(notes) <= {state.note for state in STATES}
