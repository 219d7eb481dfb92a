"""Structures can be shown, and whoever has a tight or weak muscle finds what to do for it at home."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.content.cache import content

ATLAS = content().atlas
DRAWN = {shape for picture in Path(__file__).parents[1].glob("assets/diagrams/*.svg")
         for shape in re.findall(r'\bid="([^"]+)"', picture.read_text(encoding="utf-8"))}
CALLED = sorted({(claim.tone, muscle) for pattern in ATLAS.patterns.values() for claim in pattern.claims if claim.tone
                 for muscle in ATLAS.members(claim.of)})
NEEDED = {"tight": ("release", "stretch"), "weak": ("strengthen",)}
HAMSTRINGS = {"biceps_femoris", "semitendinosus", "semimembranosus"}


@pytest.mark.parametrize("key", ATLAS.structures)
def test_every_structure_can_be_shown(key: str) -> None:
    one = ATLAS.structures[key]
    for shape in one.shapes or (one.id,):
        on_both = {f"{shape}-left", f"{shape}-right"} <= DRAWN
        assert on_both or (one.side == "midline" and f"{shape}-midline" in DRAWN)
    assert one.latin


@pytest.mark.parametrize(("tone", "muscle"), CALLED)
def test_what_a_pattern_calls_tight_or_weak_can_be_treated_at_home(tone: str, muscle: str) -> None:
    at_home = {remedy.type for remedy in ATLAS.remedies.values() if muscle in remedy.muscles and remedy.home}
    assert at_home >= {*NEEDED[tone]}


@pytest.mark.parametrize("key", [key for key, one in ATLAS.remedies.items() if one.type == "stretch" and HAMSTRINGS & {*one.muscles}])
def test_a_hamstring_stretch_comes_after_the_muscles_that_tilt_the_pelvis(key: str) -> None:
    caution = ATLAS.remedies[key].caution
    assert caution is not None and "source_d" in caution.sources
    for voice in (caution.text, caution.plain or ""):
        assert "after" in voice and "released" in voice and "No trial" in voice


@pytest.mark.parametrize("key", ATLAS.remedies)
def test_a_remedy_says_what_it_is_for_and_what_to_mind(key: str) -> None:
    one = ATLAS.remedies[key]
    assert one.plain and one.how and one.caution


@pytest.mark.parametrize("key", ATLAS.tests)
def test_a_test_says_what_both_results_mean(key: str) -> None:
    one = ATLAS.tests[key]
    assert one.plain and one.speaks_for and one.speaks_against and one.normal and one.reliability
    assert one.accuracy is None or one.accuracy.reason
