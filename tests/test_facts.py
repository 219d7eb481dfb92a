"""The content holds every row of the tables of facts that it was written from; skipped where they are not at hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.content.cache import content

FACTS = Path(__file__).parent.parent.parent / "shared" / "facts"
ATLAS = content().atlas
DOUBTFUL = ("fitness-vip", "thefatlossfactors", "docplayer", "scribd", "vdocuments", "readonlinefree")
KINDS: dict[str, Mapping[str, object]] = {
    "muscles": ATLAS.muscles, "groups": ATLAS.groups, "areas": ATLAS.areas, "referral": ATLAS.referrals,
    "assessments": ATLAS.tests, "remedies": ATLAS.remedies, "causes": ATLAS.causes, "findings": ATLAS.findings}

needs_facts = pytest.mark.skipif(not FACTS.exists(), reason="the tables of facts are not beside the checkout")


def rows(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by their id."""
    with (FACTS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@needs_facts
@pytest.mark.parametrize("table", KINDS)
def test_every_row_is_content(table: str) -> None:
    assert set(rows(table)) == set(KINDS[table])


@needs_facts
def test_muscles_lie_in_their_layer_and_on_their_sides() -> None:
    for id_, row in rows("muscles").items():
        muscle = ATLAS.muscles[id_]
        assert (muscle.layer, muscle.side, muscle.kind) == (row["layer"], row["side"], row["kind"]), id_


@needs_facts
def test_groups_have_their_members() -> None:
    for id_, row in rows("groups").items():
        assert set(ATLAS.groups[id_].members) == set(row["members"].split(";")), id_


@needs_facts
def test_trigger_points_refer_where_the_table_says() -> None:
    for id_, row in rows("referral").items():
        referral = ATLAS.referrals[id_]
        assert referral.muscle == row["muscle_id"]
        assert set(referral.essential) == set(filter(None, row["primary_areas"].split(";"))), id_
        assert set(referral.spillover) == set(filter(None, row["spillover_areas"].split(";"))), id_


def test_no_reposted_book_is_a_source() -> None:
    for source in ATLAS.sources.values():
        assert not any(host in (source.url or "") for host in DOUBTFUL), source.id


def test_whatever_is_not_verified_says_so() -> None:
    for referral in ATLAS.referrals.values():
        assert referral.position is not None
        assert referral.sources
        assert referral.place.sources
    assert any("unverified" in referral.place.sources for referral in ATLAS.referrals.values())
