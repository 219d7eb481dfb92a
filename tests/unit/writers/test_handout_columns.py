"""Blocks in two columns: in order, as equal as they can be, and no more than fit."""

from __future__ import annotations

from app.writers.handout_columns import best_split, fitting


def test_the_columns_are_as_equal_as_the_order_allows() -> None:
    assert best_split([30.0, 10.0, 10.0, 10.0], 0.0) == (30.0, 1)
    assert best_split([10.0, 10.0, 10.0], 2.0) == (22.0, 1)


def test_what_does_not_fit_waits() -> None:
    assert fitting([30.0, 10.0, 10.0], 0.0, 35.0) == (3, 1, 30.0)
    assert fitting([30.0, 30.0, 30.0], 0.0, 35.0) == (2, 1, 30.0)


def test_one_block_stands_even_where_it_is_too_high() -> None:
    assert fitting([90.0, 10.0], 0.0, 35.0) == (1, 1, 90.0)
