"""Which test tells whether the one or the other claim about a muscle holds.

A conflict is of length (one source says short, another long) or of tone (tight against weak). Length is told by how far the
muscle lets a joint move, weakness by what it holds or lifts; so a test of the right sort is taken before another, and among
those one that a person can do alone, then one that asks for the fewest muscles besides. Where no test of either sort asks for
the muscle, a test of the patterns themselves decides: which of them a person stands in tells which claim is about that person.
The last resort is the test's place in the content.
"""

from __future__ import annotations

from app.model.knowledge import Atlas
from app.model.practice import Test
from app.reason.rows import MuscleRow, PainReason, PatternReason

LENGTH_TESTS = frozenset((
    "thomas", "modified_thomas", "hip_extension_rom", "prone_lying_tension", "heel_to_buttock", "ober", "slr", "knee_cross",
    "supine_hip_internal_rotation", "prone_hip_internal_rotation", "seated_piriformis_stretch", "heel_down_squat", "wall_occiput",
    "overhead_reach_wall", "scalene_side_bend", "supine_spinal_twist", "seated_thoracic_rotation", "side_bend_floor"))
"""Tests of the range that a muscle allows."""

STRENGTH_TESTS = frozenset(("trendelenburg", "single_leg_balance", "active_piriformis"))
"""Tests of what a muscle holds or lifts."""


def deciding_test(atlas: Atlas, row: MuscleRow) -> str | None:
    """The test that decides a conflict; None where there is no such test, or no conflict."""
    if row.state != "conflict":
        return None
    asking = [test for test in atlas.tests.values() if row.muscle in test.suggests]
    sorted_out = [test for test in asking if test.id in LENGTH_TESTS | STRENGTH_TESTS]
    if sorted_out:
        return _of_muscle(sorted_out, row)
    return _of_patterns(atlas, row) or _of_muscle(asking, row)


def _of_muscle(tests: list[Test], row: MuscleRow) -> str | None:
    """The best of the tests that ask for the muscle: of the right sort, then alone, then for the fewest muscles."""
    tones = {reason.tone for reason in row.because if not isinstance(reason, PainReason)}
    fitting = STRENGTH_TESTS if tones >= {"tight", "weak"} else LENGTH_TESTS

    def order(test: Test) -> tuple[bool, bool, int]:
        return test.id not in fitting, "self" not in test.by, len(test.suggests)

    return min(tests, key=order).id if tests else None


def _of_patterns(atlas: Atlas, row: MuscleRow) -> str | None:
    """The test of the most of the patterns that disagree: then alone, then for the fewest patterns besides."""
    patterns = {reason.pattern for reason in row.because if isinstance(reason, PatternReason)}

    def order(test: Test) -> tuple[int, bool, int]:
        return -len(patterns & {*test.patterns}), "self" not in test.by, len(test.patterns)

    telling = [test for test in atlas.tests.values() if patterns & {*test.patterns}]
    return min(telling, key=order).id if telling else None
