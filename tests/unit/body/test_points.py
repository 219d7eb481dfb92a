"""Trigger points: each lies in its muscle, on the right side, where its place in words says."""

from __future__ import annotations

from functools import cache
from math import dist

import numpy as np
import pytest
import yaml

from app.body.landmarks import landmarks
from app.body.points import CORRECTIONS, Point, muscle_grid, trigger_points
from app.body.tables import grids, parts, table
from app.resources import folders

UNMEASURED = "quadratus_plantae"


@cache
def places() -> dict[str, tuple[str, str, float, float]]:
    """Referral id, muscle id, along and across (fractions 0..1) of the content, by id."""
    found = {}
    for file in (folders().data / "referrals").glob("*.yaml"):
        for name, fields in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            found[name] = (name, fields["muscle"], fields["place"]["along"], fields["place"]["across"])
    return found


def from_muscle(point: Point, muscle: str) -> float:
    """The distance (mm) of a point from the nearest measured fibre point of any part of a muscle."""
    keys = {name.grid.partition("/")[::2] for name in parts() if name.owner == muscle}
    names = [part for owner, part in sorted(keys) if (owner, part) in grids() or muscle == UNMEASURED]
    fibres = np.concatenate([grid.reshape(-1, 3) for name in names if (grid := muscle_grid(muscle, name)) is not None])
    return float(np.linalg.norm(fibres - (point.x, point.y, point.z), axis=1).min())


def at(name: str) -> Point:
    """The trigger point of a referral of the content."""
    return trigger_points([places()[name]])[0]


def near(name: str, landmark: str) -> float:
    """The distance (mm, seen from the front or the back) of a trigger point from a landmark."""
    return dist((at(name).x, at(name).y), landmarks()[landmark][:2])


def test_every_point_lies_in_its_muscle_on_the_right() -> None:
    known = places()
    for point in trigger_points(known.values()):
        assert point.x <= 0
        if known[point.id][1] != UNMEASURED:
            assert from_muscle(point, known[point.id][1]) < 30, point


@pytest.mark.parametrize(("name", "landmark", "reach"), [
    ("ref_046", "ischial_tuberosity", 25), ("ref_047", "coccyx_tip", 20), ("ref_009", "rib1_lateral", 35),
    ("ref_008", "scapula_superior_angle", 30), ("ref_034", "spinous_L5", 45), ("ref_070", "tibial_plateau", 30),
    ("ref_052", "asis", 35), ("ref_057", "patella_base", 60), ("ref_007", "inion", 50), ("ref_090", "radial_head", 30),
])
def test_a_point_lies_near_the_bone_that_its_place_names(name: str, landmark: str, reach: float) -> None:
    assert near(name, landmark) < reach


def test_every_referral_has_a_point() -> None:
    assert {point.id for point in trigger_points(places().values())} == set(places())


def test_quadratus_plantae_borrows_the_muscle_that_covers_it() -> None:
    assert near("ref_085", "calcaneus_bottom") < 30


def test_across_counts_from_the_lateral_edge_of_a_muscle_that_runs_up_and_down() -> None:
    outer, inner = trigger_points([("a", "gracilis", 0.5, 0.0), ("b", "gracilis", 0.5, 1.0)])
    assert outer.x <= inner.x


def test_across_counts_from_the_upper_edge_of_a_muscle_that_runs_across() -> None:
    upper, lower = trigger_points([("a", "gluteus_maximus", 0.0, 0.0), ("b", "gluteus_maximus", 0.0, 1.0)])
    assert upper.y > lower.y + 100


def test_across_counts_from_the_front_edge_of_gluteus_medius() -> None:
    front, back = trigger_points([("a", "gluteus_medius", 0.1, 0.0), ("b", "gluteus_medius", 0.1, 1.0)])
    assert front.z > back.z


def test_along_counts_from_the_origin() -> None:
    first, last = trigger_points([("a", "sartorius", 0.0, 0.5), ("b", "sartorius", 1.0, 0.5)])
    assert first.y > last.y + 500


def test_a_muscle_that_was_not_measured_has_no_point() -> None:
    assert trigger_points([("a", UNMEASURED, 0.5, 0.5)]) == []


def test_a_part_that_the_muscle_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="biceps_brachii has no part 'middle'; it has long, short"):
        muscle_grid("biceps_brachii", "middle")


def test_every_correction_is_of_a_referral_and_says_why() -> None:
    rows = table(CORRECTIONS)
    assert {row["id"] for row in rows} <= set(places())
    assert all(row["why"] for row in rows)


def test_the_table_is_what_the_places_give() -> None:
    written = [Point(row["id"], float(row["x"]), float(row["y"]), float(row["z"]), tuple(row["seen"].split()))
               for row in table("trigger_points.csv")]
    assert written == trigger_points(places().values())
