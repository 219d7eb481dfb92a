"""Fibre grids: whole, and refined without moving."""

from __future__ import annotations

import numpy as np
import pytest

from app.body.frame import mirrored, project
from app.body.grid import SLIM, fine, nearest_cell, pulled_in, reaching, slimmed, spans
from app.body.tables import FIBRES, STATIONS, described_grids, grids, neighbours, parts


def test_every_grid_is_whole() -> None:
    assert {grid.shape for grid in grids().values()} == {(STATIONS, FIBRES, 4)}
    assert all(np.isfinite(grid).all() and grid[..., 3].max() > 0 for grid in grids().values())


def test_every_part_has_its_grid() -> None:
    names = {f"{muscle}/{part}" if part else muscle for muscle, part in grids() | described_grids()}
    assert {part.grid for part in parts()} <= names


def test_a_described_patch_bends_through_its_belly() -> None:
    patch = described_grids()["middle_deltoid", ""]
    assert patch[0, 0, :3].tolist() == [-161, 1449, -28]
    assert patch[STATIONS // 2, -1, :3] == pytest.approx([-230, 1394, -52])
    assert patch[-1, -1, :3].tolist() == [-216, 1301, -29]


def test_what_was_not_measured_lies_beside_what_was() -> None:
    names = {part.grid for part in parts()}
    assert set(neighbours()) <= names
    assert {beside for beside, _ in neighbours().values()} <= names


def test_a_tendon_is_drawn_slimmer_than_its_sheath_and_the_belly_is_not() -> None:
    grid = fine(reaching(("brachioradialis", "")))
    before, after = spans(grid), spans(slimmed(grid, 0.52, 0.68))
    assert after[:10] == pytest.approx(before[:10])
    assert after[-3] == pytest.approx(SLIM * before[-3])


def test_refining_keeps_the_ends() -> None:
    grid = grids()["psoas_major", ""]
    assert fine(grid)[0, 0] == pytest.approx(grid[0, 0])
    assert fine(grid)[-1, -1] == pytest.approx(grid[-1, -1])


def test_pulling_in_narrows_every_station() -> None:
    grid = fine(reaching(("soleus", "")))
    assert (spans(pulled_in(grid)) <= spans(grid) + 1e-6).all()


def test_a_point_of_the_grid_finds_its_own_cell() -> None:
    grid = grids()["sartorius", ""]
    assert nearest_cell(grid, grid[4, 2, :3]) == (4.0, 2.0)


def test_the_views_are_those_of_the_contract() -> None:
    point = np.array([-10.0, 1000.0, 30.0])
    assert project(point, "front").tolist() == [-10, 750, 30]
    assert project(point, "back").tolist() == [10, 750, -30]
    assert project(point, "right")[:2].tolist() == [30, 750]
    assert project(point, "left")[:2].tolist() == [-30, 750]
    assert mirrored(point).tolist() == [10, 1000, 30]
