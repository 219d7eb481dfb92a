"""The scorer of the cases: places in ties, misses, bad cases, and that the content has what the cases name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.cache import content
from app.model.reference import Ref
from app.reason.ranking import ranked_causes
from app.state.state import State
from tests.cases.__main__ import report, shares
from tests.cases.case import BadCaseError, Case, outcome, place_of, read_cases, unknown_ids
from tests.unit.small import referral, small_atlas

GOOD = "one: {pain: [low_back:right], findings: [thomas=positive:right], expect: [trigger_point/psoas], source: A book}\n"


def written(folder: Path, text: str) -> Path:
    (folder / "cases.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_case_is_read_and_scored(tmp_path: Path) -> None:
    [case] = read_cases(written(tmp_path, GOOD))
    found = outcome(small_atlas(), case)
    assert (found.place, found.best) == (1, "trigger_point/psoas")
    assert found.within(3)


def test_a_tie_counts_at_its_last_place() -> None:
    atlas = small_atlas()
    twin = replace(atlas, referrals={**atlas.referrals, "ref_2": referral("ref_2", "gluteus", ("low_back", "sacrum"))})
    ranked = ranked_causes(twin, State(pain=(Ref("low_back", "right"),)))
    assert [cause.rank for cause in ranked] == [1, 1]
    assert [place_of(ranked, cause) for cause in ranked] == [2, 2]


def test_what_is_not_ranked_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    case = Case("lost", State(pain=(Ref("flank"),)), ("trigger_point/psoas",), ("red_flag_infection",), "A book")
    found = outcome(small_atlas(), case)
    assert found.place is None
    assert shares([found]) == (0.0, 0.0)
    assert not report([found], everything=False)
    told = capsys.readouterr().out
    assert "not flagged: red_flag_infection" in told
    assert "none of what it expects is ranked" in told


@pytest.mark.parametrize("text", [
    GOOD.replace("source:", "sorce:"),
    GOOD.replace("expect: [trigger_point/psoas], ", ""),
    GOOD.replace("=positive", "=yes"),
])
def test_a_bad_case_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadCaseError):
        read_cases(written(tmp_path, text))


def test_an_id_stands_once(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadCaseError, match="another case"):
        read_cases(written(tmp_path, GOOD))


def test_the_content_has_what_the_cases_name() -> None:
    assert {case.id: ids for case in read_cases() if (ids := unknown_ids(content().atlas, case))} == {}


def test_two_cases_of_one_id_are_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    (tmp_path / "more.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadCaseError):
        read_cases(tmp_path)
