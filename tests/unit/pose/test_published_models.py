"""Lengths and moment arms against published models of the leg and the trunk; `pytest -s` prints the table.

The table of the models lies beside the project; without it there is nothing to compare with.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from app.model.frozen import frozen
from app.model.posture import NEUTRAL, JointName, posture
from app.pose.kinematics import posed
from app.pose.lengths import changes, moment_arm

TABLE = Path(__file__).parents[4] / "shared" / "atlas" / "model_lengths.csv"
OURS: Mapping[str, tuple[str, ...]] = {"rectus_abdominis": ("rectus_abdominis_upper", "rectus_abdominis_lower"),
                                       "erector_spinae": ("iliocostalis_lumborum", "longissimus_thoracis")}
"""Muscles that have another name, or two, here."""
JOINT: Mapping[str, JointName] = {"lumbar_lateral_bend_right": "lumbar_side_bend"}
CLEAR = 1.0
"""Percent: from here on a change has a sign that counts."""
CLEAR_ARM = 8.0
"""mm: from here on a moment arm is compared."""
MARGIN = 0.3
ARMS = ("iliacus", "psoas_major", "rectus_femoris", "semimembranosus", "semitendinosus", "biceps_femoris", "gluteus_maximus", "gluteus_medius",
        "adductor_longus")
TRUNK = ("rectus_abdominis_upper", "rectus_abdominis_lower", "iliocostalis_lumborum", "longissimus_thoracis")
"""Muscles of the trunk whose arms at the low back are those of the models."""
HIP_AND_KNEE = ("hip_flexion_right", "hip_abduction_right", "hip_rotation_right", "knee_flexion_right")
POOR = {("superior_gemellus", "hip_abduction_right"): "the model has one path for both gemelli; ours crosses the axis"}
"""Where the sign is known to differ, and why."""

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the published models' table is not beside the project")


@frozen
class Row:
    """What the models say of a muscle at an angle of a joint: percent of change and moment arms, one of each per model."""

    muscle: str
    joint: JointName
    degrees: float
    percents: tuple[float, ...]
    arms: tuple[float, ...]


@cache
def rows() -> tuple[Row, ...]:
    found = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            # Of biceps femoris the long head is compared, which alone crosses the hip.
            if not row["note"].startswith("short head"):
                for muscle in OURS.get(row["muscle"], (row["muscle"],)):
                    key = muscle, JOINT.get(row["joint"], row["joint"]), float(row["angle_deg"])
                    found[key].append((float(row["change_percent"]), float(row["moment_arm_mm"])))
    return tuple(Row(*key, *zip(*values, strict=True)) for key, values in found.items())  # type: ignore[arg-type]


def clear(row: Row) -> bool:
    """Whether the models agree on the sign of a change that counts."""
    return all(one > CLEAR for one in row.percents) or all(one < -CLEAR for one in row.percents)


def percent(row: Row) -> float:
    return changes(posed(posture({row.joint: row.degrees})))[row.muscle, "right"].change_percent


def wrong() -> list[Row]:
    return [row for row in rows() if clear(row) and percent(row) * row.percents[0] <= 0]


def test_lengths_change_in_the_direction_on_which_the_models_agree() -> None:
    compared = [row for row in rows() if clear(row)]
    print(f"\n{len(compared)} changes compared; of another sign:")
    for row in wrong():
        print(f"  {row.muscle} {row.joint} {row.degrees:+.0f}: {percent(row):+.1f} %, models {row.percents}")
    assert len(compared) > 300
    assert {(row.muscle, row.joint) for row in wrong()} <= set(POOR)
    assert len(wrong()) <= 3


def standing_arm(row: Row) -> float:
    """Our arm in standing; of rectus abdominis that of both parts, which follow one another, as the models have the whole."""
    parts = OURS["rectus_abdominis"] if row.muscle in OURS["rectus_abdominis"] else (row.muscle,)
    return sum(moment_arm(part, "right", row.joint, NEUTRAL) for part in parts)


def within(row: Row) -> bool:
    """Whether an arm lies within the models' range and a margin, on their side of the axis."""
    arm = standing_arm(row)
    sizes = [abs(one) for one in row.arms]
    return min(sizes) * (1 - MARGIN) <= abs(arm) <= max(sizes) * (1 + MARGIN) and arm * row.arms[0] > 0


def test_moment_arms_in_standing_are_those_of_the_models() -> None:
    standing = [row for row in rows() if row.degrees == 0]
    named = [row for row in standing if row.muscle in ARMS and row.joint in HIP_AND_KNEE and max(map(abs, row.arms)) > CLEAR_ARM]
    print("\nmoment arms in standing, mm per radian (+ lengthens):")
    for row in standing:
        arm = standing_arm(row)
        mark = "*" if row in named else " "
        print(f"{mark} {row.muscle:24}{row.joint:26}{arm:7.1f}   models {', '.join(f'{one:.1f}' for one in row.arms)}"
              f"{'' if within(row) else '   outside'}")
    assert len(named) > 20
    assert {row.muscle for row in standing if row.joint == "lumbar_lordosis" and within(row)} >= set(TRUNK)
    assert not [(row.muscle, row.joint) for row in named if not within(row)]


def test_psoas_changes_little_with_the_low_back_as_in_the_model() -> None:
    for row in rows():
        if row.muscle == "psoas_major" and row.joint == "lumbar_lordosis":
            assert abs(percent(row)) < 1.5
