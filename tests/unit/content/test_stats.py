"""The statistics count every claim once, by what it rests on."""

from __future__ import annotations

from dataclasses import replace

from app.content.stats import Shares, lines, stats
from app.model.basic import Fact, Term
from app.model.knowledge import Atlas
from tests.unit.rich import rich_atlas


def shares(*sources: str) -> Shares:
    """The shares of an atlas with one term."""
    return stats(Atlas(terms={"x": Term("x", "x", "plain", sources)})).all


def test_a_claim_is_counted_by_what_it_rests_on() -> None:
    assert shares("book", "project") == Shares(1, 0, 0, 0)
    assert shares("project") == Shares(0, 1, 0, 0)
    assert shares("book", "unverified") == Shares(0, 0, 1, 0)
    assert shares("unverified", "project") == shares() == Shares(0, 0, 0, 1)


def test_claims_inside_entries_count_too() -> None:
    atlas = rich_atlas()
    before = stats(atlas).shares["cause"]
    cause = atlas.causes["psoas_chain"]
    more = replace(cause, feels=(*cause.feels, Fact("New.", ("unverified",))))
    after = stats(replace(atlas, causes={**atlas.causes, cause.id: more})).shares["cause"]
    assert (after.total, after.unverified) == (before.total + 1, before.unverified + 1)


def test_grades_standings_and_voices() -> None:
    found = stats(rich_atlas())
    assert (found.grades["C"], found.grades["D"]) == (1, 1)
    assert found.standings["opinion"] == 1
    assert found.one_voice["cause"] == ("red_flag_infection", "red_flag_heart")
    text = "\n".join(lines(found))
    assert "one voice only, cause: 2 of 3" in text
    assert "A 0, B 0, C 1, D 1, N 0" in text


def test_nothing_has_no_shares() -> None:
    assert stats(Atlas()).all.total == 0
    assert list(lines(stats(Atlas())))
