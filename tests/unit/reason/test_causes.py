"""Ranking of trigger points for a pain, and red flags."""

from __future__ import annotations

from app.model.reference import Ref
from app.reason.causes import raised_flags, ranked_causes
from app.state.state import Answer, State
from tests.unit.small import small_atlas


def test_essential_ranks_before_spillover() -> None:
    causes = ranked_causes(small_atlas(), State(pain=(Ref("low_back", "right"),)))
    assert [(cause.rank, cause.id, cause.side) for cause in causes] == [
        (1, "trigger_point/psoas", "right"), (2, "trigger_point/gluteus", "right")]
    assert causes[0].score == 1.0


def test_equals_share_a_rank() -> None:
    causes = ranked_causes(small_atlas(), State(pain=(Ref("low_back"),)))
    assert [cause.rank for cause in causes] == [1, 1, 3, 3]


def test_the_score_is_the_sum_of_its_reasons() -> None:
    for cause in ranked_causes(small_atlas(), State(pain=(Ref("low_back"), Ref("sacrum"), Ref("flank")))):
        assert round(sum(reason.weight for reason in cause.because), 4) == cause.score


def test_no_pain_no_causes() -> None:
    assert ranked_causes(small_atlas(), State(patterns=(Ref("tipped"),))) == ()


def test_only_a_yes_raises_a_red_flag() -> None:
    atlas = small_atlas()
    assert raised_flags(atlas, State(answers=(Answer("fever", "negative"),))) == ()
    [flag] = raised_flags(atlas, State(answers=(Answer("fever", "positive"),)))
    assert (flag.id, flag.because) == ("red_flag_infection", ("fever",))
