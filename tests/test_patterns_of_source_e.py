"""The four patterns of source E give exactly the source's own muscles, on both sides or on the chosen one."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from app.commands.explain import answer
from app.content.reader import read_content
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.muscles import muscle_rows
from app.reason.rows import PatternReason
from app.resources import folders
from app.state.choose import choose_pattern
from app.state.state import State

FACTS = Path(__file__).parent.parent.parent / "shared" / "facts" / "patterns.csv"

HAMSTRINGS = "biceps_femoris semitendinosus semimembranosus"
GLUTEALS = "gluteus_maximus gluteus_medius gluteus_minimus"
QUADRICEPS = "rectus_femoris vastus_lateralis vastus_medialis vastus_intermedius"
HIP_FLEXORS = "psoas_major iliacus rectus_femoris tensor_fasciae_latae"
LISTS = {
    "forward_head_and_neck": (
        "anterior_deltoid pectoralis_major pectoralis_minor latissimus_dorsi",
        "middle_trapezius lower_trapezius infraspinatus teres_minor",
    ),
    "forward_tipped_pelvis": (
        f"iliocostalis_lumborum longissimus_lumborum {HIP_FLEXORS} {QUADRICEPS}",
        "rectus_abdominis_upper rectus_abdominis_lower external_oblique internal_oblique transversus_abdominis "
        f"{GLUTEALS} {HAMSTRINGS}",
    ),
    "backward_tipped_pelvis": (
        f"pectoralis_major pectoralis_minor rectus_abdominis_upper {GLUTEALS} {HAMSTRINGS}",
        f"iliocostalis_thoracis longissimus_thoracis spinalis_thoracis {HIP_FLEXORS} {QUADRICEPS}",
    ),
    "high_hip": (
        "quadratus_lumborum psoas_major adductor_longus adductor_brevis adductor_magnus",
        f"{GLUTEALS} {HAMSTRINGS}",
    ),
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_content(folders().data).atlas


def explained(atlas: Atlas, ref: Ref) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The tight and the weak (muscle, side) of a pattern, as ``explain --json`` gives them."""
    rows = answer(atlas, choose_pattern(State(), ref))["muscles"]
    assert isinstance(rows, list)
    tight = {(row["id"], row["side"]) for row in rows if row["state"].startswith("tight")}
    weak = {(row["id"], row["side"]) for row in rows if row["state"] == "weak"}
    assert len(tight) + len(weak) == len(rows)
    return tight, weak


def on(sides: tuple[str, ...], muscles: str) -> set[tuple[str, str]]:
    return {(muscle, side) for muscle in muscles.split() for side in sides}


@pytest.mark.parametrize("pattern", [name for name in LISTS if name != "high_hip"])
def test_both_sides(atlas: Atlas, pattern: str) -> None:
    tight, weak = LISTS[pattern]
    sides = ("right", "left")
    assert explained(atlas, Ref(pattern)) == (on(sides, tight), on(sides, weak))


@pytest.mark.parametrize("side", ["right", "left"])
def test_high_hip_on_the_chosen_side(atlas: Atlas, side: str) -> None:
    tight, weak = LISTS["high_hip"]
    assert explained(atlas, Ref("high_hip", side)) == (on((side,), tight), on((side,), weak))  # type: ignore[arg-type]


@pytest.mark.skipif(not FACTS.exists(), reason="the tables of facts are not beside the checkout")
@pytest.mark.parametrize("pattern", LISTS)
def test_the_lists_are_those_of_the_facts(pattern: str) -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        [row] = [row for row in csv.DictReader(file) if row["id"] == pattern]
    assert set(row["tight_muscle_ids"].split(";")) == set(LISTS[pattern][0].split())
    assert set(row["weak_muscle_ids"].split(";")) == set(LISTS[pattern][1].split())


def test_every_muscle_of_a_pattern_has_its_reason(atlas: Atlas) -> None:
    for pattern in atlas.patterns.values():
        assert all(claim.why.text.endswith(".") and claim.why.sources for claim in pattern.claims)


def test_every_tight_muscle_has_a_release_and_a_stretch_and_every_weak_one_an_exercise(atlas: Atlas) -> None:
    def helped(kind: str) -> set[str]:
        return {muscle for one in atlas.remedies.values() if one.type == kind for muscle in one.muscles}

    for tight, weak in LISTS.values():
        assert set(tight.split()) <= helped("release") & helped("stretch")
        assert set(weak.split()) <= helped("strengthen")


ALL = {"forward_head_and_neck": None, "forward_tipped_pelvis": None, "backward_tipped_pelvis": None, "high_hip": "right"}
OPPOSED = {
    ("forward_tipped_pelvis", "backward_tipped_pelvis"): (
        ("right", "left"), f"{HIP_FLEXORS} {QUADRICEPS} {GLUTEALS} {HAMSTRINGS} rectus_abdominis_upper"),
    ("backward_tipped_pelvis", "high_hip"): (("right",), f"psoas_major {GLUTEALS} {HAMSTRINGS}"),
}
"""The only pairs of the four patterns that disagree, on which sides, and in which muscles."""


@pytest.mark.parametrize("pair", [*combinations(ALL, 2)], ids=" and ".join)
def test_the_pairs_that_disagree(atlas: Atlas, pair: tuple[str, str]) -> None:
    first, second = (Ref(name, ALL[name]) for name in pair)  # type: ignore[arg-type]
    rows = muscle_rows(atlas, State(patterns=(first, second)))
    in_conflict = {(row.muscle, row.side): row for row in rows if row.state == "conflict"}
    sides, muscles = OPPOSED.get(pair, ((), ""))
    assert set(in_conflict) == on(sides, muscles)
    for row in in_conflict.values():
        assert {reason.pattern for reason in row.because if isinstance(reason, PatternReason)} == set(pair)
        assert row.agreeing == 0
    turned = muscle_rows(atlas, State(patterns=(second, first)))
    assert [(row.muscle, row.side, row.state) for row in turned] == [(row.muscle, row.side, row.state) for row in rows]
