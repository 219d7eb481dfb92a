"""How much of a muscle others hide, on small scenes."""

from __future__ import annotations

import pytest
import shapely

from app.body.covers import Hidden, hidden_in
from app.body.scene import Kind, Piece, Thing
from app.content.cache import content


def thing(name: str, rank: float, left: float, right: float, kind: Kind = "muscle") -> Thing:
    """A thing from `left` to `right`, 10 mm high, on the sheet."""
    area = shapely.box(left, 0, right, 10)
    return Thing(name, kind, "deep", [Piece(name, rank, area)], area)


def told(*others: Thing) -> Hidden:
    """How a muscle from 0 to 100 mm fares under others."""
    [found] = [one for one in hidden_in("front", [thing("low-right", 1, 0, 100), *others]) if one.muscle == "low"]
    return found


def test_what_lies_behind_hides_nothing() -> None:
    assert told(thing("behind-right", 0, 0, 100)) == Hidden("low", "front", 0.0, 0.0, ())


def test_what_overlaps_hides_once_but_lies_in_two_layers() -> None:
    found = told(thing("a-right", 2, 0, 60), thing("b-right", 3, 40, 70))
    assert (found.share, found.layers) == pytest.approx((0.7, 0.9))
    assert found.by == ("a", "b")


def test_an_edge_is_not_named() -> None:
    assert told(thing("edge-right", 2, 95, 200)).by == ()


def test_a_small_bone_is_named_only_alone_and_counts_more() -> None:
    bone = thing("rib-right", 2, 0, 20, "bone")
    assert told(bone).by == ("rib",)
    assert told(bone).layers == pytest.approx(0.6)
    assert told(bone, thing("a-right", 3, 0, 30)).by == ("a",)


def test_a_nerve_hides_nothing() -> None:
    assert told(thing("sciatic_nerve-right", 2, 0, 100, "structure")).share == 0.0


def test_every_muscle_is_measured_in_three_views() -> None:
    views = {muscle.id: {cover.view for cover in muscle.covers} for muscle in content().atlas.muscles.values()}
    assert {name for name, seen in views.items() if seen != {"front", "back", "right"}} == set()
