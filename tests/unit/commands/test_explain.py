"""``plumbline explain``: the JSON that other programs rely on, and the text for a person."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.__main__ import main
from app.content.cache import content
from app.content.loaded import Loaded
from app.model.problem import Problem
from tests.unit.small import small_atlas

KEYS = {"state", "muscles", "causes", "next_test", "red_flags", "card"}
SHORT = {"tight_short", "tight_long", "weak", "conflict", "neutral"}


def explained(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["explain", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_form_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    found = explained(capsys, "--pattern", "high_hip:left", "--pain", "low_back:left", "--muscle", "psoas_major:left")
    assert set(found) >= KEYS
    assert found["state"].items() >= {"patterns": ["high_hip:left"], "pain": ["low_back:left"],
                                      "muscle": "psoas_major:left", "findings": []}.items()
    for row in found["muscles"]:
        assert set(row) >= {"id", "side", "state", "role", "because"}
        assert row["state"] in SHORT
        assert row["side"] in {"right", "left", "midline"}
        assert row["state"] != "neutral" or row["role"]
    assert found["card"]["id"] == "psoas_major"
    assert found["card"]["depth"].startswith("Deep: lies under")


def test_the_posture_is_part_of_the_state_and_the_text_lays_claims_beside_the_model(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--pattern", "forward_tipped_pelvis", "--joint", "pelvic_tilt=15", "--extent", "120")
    state = explained(capsys, *words)["state"]
    assert (state["joints"], state["extent"]) == ({"pelvic_tilt": 15.0}, 120)
    assert main(["explain", *words]) == 0
    told = capsys.readouterr().out
    assert "The model agrees" in told
    assert "pelvic tilt +15°" in told


def test_a_reason_names_its_pattern_or_its_area(capsys: pytest.CaptureFixture[str]) -> None:
    found = explained(capsys, "--pattern", "high_hip", "--pain", "low_back:right")
    [lumborum] = [row for row in found["muscles"] if (row["id"], row["side"]) == ("quadratus_lumborum", "right")]
    [claim] = [reason for reason in lumborum["because"] if "pattern" in reason]
    assert (claim["pattern"], claim["length"], claim["tone"], claim["source"]) == ("high_hip", None, "tight", "source_e")
    areas = {reason["area"] for row in found["muscles"] for reason in row["because"] if "area" in reason}
    assert areas == {"low_back"}


@pytest.mark.parametrize("area", sorted(content().atlas.areas))
def test_causes_are_ranked_and_cite_what_exists(capsys: pytest.CaptureFixture[str], area: str) -> None:
    causes = explained(capsys, "--pain", area)["causes"]
    scores = [cause["score"] for cause in causes]
    assert scores == sorted(scores, reverse=True)
    for place, cause in enumerate(causes, start=1):
        assert cause["rank"] == scores.index(cause["score"]) + 1 <= place
        assert set(cause["sources"]) <= set(content().atlas.sources)


def test_a_finding_raises_its_red_flag(capsys: pytest.CaptureFixture[str]) -> None:
    flags = explained(capsys, "--pain", "low_back", "--finding", "saddle_numbness=positive")["red_flags"]
    assert "red_flag_cauda_equina" in {flag["id"] for flag in flags}
    assert all(flag["advice"] and flag["because"] == ["saddle_numbness"] for flag in flags)


def test_the_text_tells_of_everything_that_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--pattern", "forward_tipped_pelvis", "--pain", "groin:left", "--finding", "fever=positive"]) == 0
    text = capsys.readouterr().out
    for piece in ("Forward tipped pelvis", "Left groin", "What to do, in this order", "infection"):
        assert piece.lower() in text.lower()


def test_the_ranking_adds_up_and_the_next_test_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    found = explained(capsys, "--pain", "buttock:right=7,ache", "--pain", "posterior_thigh:right", "--finding", "slr=negative:right")
    assert found["state"]["felt"] == [{"area": "buttock:right", "intensity": 7.0, "quality": "ache", "share": 1.0}]
    for cause in found["causes"]:
        assert cause["score"] == round(sum(reason["weight"] for reason in cause["because"]), 2)
        assert {"text", "weight", "source", "estimate"} <= set(cause["because"][0])
    assert found["next_test"]["id"] != "slr"
    assert {"why", "if_positive", "if_negative"} <= set(found["next_test"])


def test_a_conflict_names_the_test_that_decides(capsys: pytest.CaptureFixture[str]) -> None:
    found = explained(capsys, "--pattern", "forward_tipped_pelvis", "--pattern", "backward_tipped_pelvis")
    conflicts = {row["id"]: row for row in found["muscles"] if row["state"] == "conflict"}
    assert {reason["pattern"] for reason in conflicts["psoas_major"]["because"]} == {"forward_tipped_pelvis", "backward_tipped_pelvis"}
    assert conflicts["psoas_major"]["decided_by"] in content().atlas.tests
    assert not [row for row in found["muscles"] if row["state"] != "conflict" and "decided_by" in row]


def test_an_emergency_is_told_before_all_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--pain", "low_back", "--finding", "saddle_numbness=positive"]) == 0
    assert capsys.readouterr().out.startswith("Emergency: Possible cauda equina")


def test_answers_alone_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--finding", "ober=positive:left"]) == 0
    assert "Trigger point in tensor fasciae latae" in capsys.readouterr().out
    assert main(["explain", "--finding", "ober=negative:left"]) == 0
    assert "speaks for no cause" in capsys.readouterr().out


def test_a_cause_brings_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    found = explained(capsys, "--cause", "piriformis_syndrome")
    assert found["state"]["cause"] == "piriformis_syndrome"
    cause = content().atlas.causes["piriformis_syndrome"]
    assert {row["id"] for row in found["muscles"]} >= {part.of for part in cause.parts if part.of in content().atlas.muscles}


def test_nothing_asked_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 1
    assert "add --pattern" in capsys.readouterr().err


def test_a_mistyped_id_gets_near_matches_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--pattern", "forward_tiped_pelvis"]) == 1
    error = capsys.readouterr().err
    assert "forward_tipped_pelvis" in error
    assert error.count("\n") == 1


def test_incomplete_content_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Problem("a.yaml", 1, 1, "error", "wrong")
    monkeypatch.setattr("app.commands.whole.content", lambda: Loaded(small_atlas(), (fault,)))
    assert main(["explain", "--muscle", "psoas"]) == 0
    told = capsys.readouterr()
    assert "Psoas" in told.out
    assert "1 error and is incomplete" in told.err
