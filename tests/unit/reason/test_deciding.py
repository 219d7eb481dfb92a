"""Which test decides a conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.basic import Length, Tone
from app.model.knowledge import Atlas
from app.reason.deciding import LENGTH_TESTS, STRENGTH_TESTS, deciding_test
from app.reason.muscles import state_of
from app.reason.rows import MuscleRow, PatternReason
from tests.unit.reason.thinking import test_of
from tests.unit.small import small_atlas


def atlas_with(*ids: str) -> Atlas:
    """Tests of the psoas by these ids; those in capitals can be done alone."""
    tests = (replace(test_of(one.lower(), suggests=("psoas",)), by=("self",) if one.isupper() else ("clinician",)) for one in ids)
    return replace(small_atlas(), tests={one.id: one for one in tests})


def row(*said: tuple[Tone | None, Length | None]) -> MuscleRow:
    because = tuple(PatternReason(f"p{turn}", length, tone, "book", "So.") for turn, (tone, length) in enumerate(said))
    return MuscleRow("psoas", "right", state_of([one[0] for one in said], [one[1] for one in said]), None, because)


TONE = row(("tight", None), ("weak", None))
LENGTH = row((None, "short"), (None, "long"))


@pytest.mark.parametrize(("tests", "of", "expected"), [
    (("thomas", "trendelenburg"), LENGTH, "thomas"), (("thomas", "trendelenburg"), TONE, "trendelenburg"),
    (("thomas", "PRONE_LYING_TENSION"), LENGTH, "prone_lying_tension"), (("faber",), TONE, "faber"), ((), TONE, None),
])
def test_the_right_sort_then_the_easier(tests: tuple[str, ...], of: MuscleRow, expected: str | None) -> None:
    assert deciding_test(atlas_with(*tests), of) == expected


def test_a_test_of_the_patterns_decides_where_none_asks_for_the_muscle() -> None:
    tests = (replace(test_of("mirror"), patterns=("p0", "p1")), replace(test_of("look"), patterns=("p0",)))
    atlas = replace(small_atlas(), tests={one.id: one for one in tests})
    assert deciding_test(atlas, TONE) == "mirror"


def test_no_conflict_nothing_to_decide() -> None:
    assert deciding_test(atlas_with("thomas"), row(("tight", None), ("tight", "short"))) is None


def test_the_sorts_do_not_overlap() -> None:
    assert not LENGTH_TESTS & STRENGTH_TESTS
