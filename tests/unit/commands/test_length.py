"""``plumbline length``: the JSON that other programs rely on, the table for a person, and what is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.__main__ import main
from app.content.cache import content


def measured(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["length", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def changes(found: dict[str, Any]) -> dict[tuple[str, str], float]:
    return {(row["id"], row["side"]): row["change_percent"] for row in found["muscles"]}


def test_the_form_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(capsys, "--pattern", "forward_tipped_pelvis", "--joint", "pelvic_tilt=15")
    assert set(found) == {"joints", "muscles"}
    assert found["joints"] == {"pelvic_tilt": 15.0}
    assert all(set(row) == {"id", "side", "neutral_mm", "length_mm", "change_percent"} for row in found["muscles"])
    assert all(row["neutral_mm"] > 0 for row in found["muscles"])
    keys = [(row["id"], row["side"]) for row in found["muscles"]]
    assert len(keys) == len(set(keys))


def test_every_muscle_has_a_row_for_each_side(capsys: pytest.CaptureFixture[str]) -> None:
    rows = set(changes(measured(capsys)))
    for muscle in content().atlas.muscles.values():
        sides = {side for key, side in rows if key == muscle.id}
        assert sides == ({"right", "left"} if muscle.side == "paired" else {"midline"}), muscle.id


def test_the_measured_body_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(capsys)
    assert found["joints"] == {}
    assert all(row["length_mm"] == row["neutral_mm"] and row["change_percent"] == 0 for row in found["muscles"])
    assert changes(measured(capsys, "--pattern", "sway_back", "--extent", "0")) == changes(found)


def test_a_forward_tilt_shortens_the_front_of_the_hip_and_lengthens_the_back(capsys: pytest.CaptureFixture[str]) -> None:
    by = changes(measured(capsys, "--joint", "pelvic_tilt=10"))
    assert all(by[muscle, side] < 0 for muscle in ("iliacus", "rectus_femoris", "tensor_fasciae_latae", "quadratus_lumborum", "multifidus")
               for side in ("right", "left"))
    assert all(by[muscle, side] > 0 for muscle in ("biceps_femoris", "gluteus_maximus", "rectus_abdominis_lower") for side in ("right", "left"))
    assert by["vastus_lateralis", "right"] == 0


def test_a_side_and_its_mirror(capsys: pytest.CaptureFixture[str]) -> None:
    right, left = (changes(measured(capsys, "--pattern", f"high_hip:{side}")) for side in ("right", "left"))
    assert right["quadratus_lumborum", "right"] == pytest.approx(left["quadratus_lumborum", "left"], abs=0.01)
    assert right["quadratus_lumborum", "right"] != pytest.approx(right["quadratus_lumborum", "left"], abs=0.01)


def test_a_low_back_that_is_told_not_to_follow_stays(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(capsys, "--joint", "pelvic_tilt=10", "--joint", "lumbar_lordosis=0")
    assert found["joints"] == {"pelvic_tilt": 10.0, "lumbar_lordosis": 0.0}
    assert changes(found)["rectus_abdominis_lower", "right"] == 0


@pytest.mark.parametrize("words", [
    "hip_flexion_right=120", "hip_flexion_left=-20", "hip_abduction_right=30", "hip_abduction_right=-20", "hip_rotation_left=30",
    "hip_rotation_right=-30", "knee_flexion_right=120", "ankle_dorsiflexion_right=-30", "ankle_dorsiflexion_left=20", "shoulder_flexion_right=180"])
def test_joints_go_as_far_as_in_the_body_whatever_the_drawings_follow(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["length", "--joint", words, "--json"]) == 0
    told = capsys.readouterr()
    name, _, value = words.partition("=")
    assert not told.err
    found = json.loads(told.out)
    assert found["joints"] == {name: float(value)}
    assert any(abs(row["change_percent"]) > 2 for row in found["muscles"])
    assert all(abs(row["change_percent"]) < 150 for row in found["muscles"])


def test_patterns_joints_and_how_far_come_together(capsys: pytest.CaptureFixture[str]) -> None:
    whole, half = (measured(capsys, "--pattern", "sway_back", "--joint", "knee_flexion_left=90", "--joint", "hip_flexion_left=0",
                            "--extent", extent)["joints"] for extent in ("100", "50"))
    assert whole["knee_flexion_left"] == half["knee_flexion_left"] == 90.0
    assert whole["hip_flexion_left"] == 0.0
    assert half["pelvis_forward"] == pytest.approx(whole["pelvis_forward"] / 2)


def test_the_table_is_sorted_by_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["length", "--pattern", "forward_tipped_pelvis"]) == 0
    posture, head, *lines = capsys.readouterr().out.splitlines()
    assert posture.startswith("Posture: Pelvic tilt +")
    assert head.split()[:2] == ["muscle", "side"]
    values = [float(line.split()[-1]) for line in lines]
    assert values == sorted(values)
    assert len({len(line) for line in lines}) == 1
    assert main(["length"]) == 0
    assert capsys.readouterr().out.startswith("Posture: the measured body")


@pytest.mark.parametrize(("words", "code", "says"), [
    (("--joint", "hip_flexion_right=200"), 1, "write -30 to 120 degrees"), (("--joint", "head_forward=150"), 1, "write -20 to 60 mm"),
    (("--joint", "pelvic_tlit=5"), 1, "did you mean pelvic_tilt"), (("--joint", "pelvic_tilt=500"), 1, "write "),
    (("--pattern", "high_hop"), 1, "did you mean high_hip"), (("--extent", "200"), 1, "0 to 150")])
def test_what_is_wrong_is_told_in_one_line(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, says: str) -> None:
    assert main(["length", *words]) == code
    told = capsys.readouterr()
    assert says in told.err
    assert len(told.err.splitlines()) == 1
    assert not told.out


@pytest.mark.parametrize("words", [("--extent", "far"), ("--pain", "low_back"), ("--joint",)])
def test_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["length", *words])


def test_joints_go_as_far_as_in_a_body_not_only_as_far_as_drawings_follow(capsys: pytest.CaptureFixture[str]) -> None:
    main(["length", "--joint", "hip_abduction_right=30", "--json"])
    assert json.loads(capsys.readouterr().out)["joints"] == {"hip_abduction_right": 30.0}
    main(["length", "--joint", "hip_abduction_right=30"])
    assert "+30°" in capsys.readouterr().out
