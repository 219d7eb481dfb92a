"""Frozen values behave as `dataclass(frozen=True, slots=True)` would make them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from app.model.frozen import frozen


@frozen
class Point:
    """A value."""

    x: float
    y: float = 0.0
    tags: tuple[str, ...] = field(default_factory=tuple)


@frozen
class One:
    """A value of one field."""

    text: str


def test_fields_are_filled_in_order_by_name_and_by_default() -> None:
    point = Point(1.0, tags=("a",))
    assert (point.x, point.y, point.tags) == (1.0, 0.0, ("a",))


@pytest.mark.parametrize("given", [((), {}), ((1.0, 2.0, (), 4), {}), ((1.0,), {"z": 2.0}), ((1.0,), {"x": 2.0})])
def test_wrong_values_are_refused(given: tuple[tuple[float, ...], dict[str, float]]) -> None:
    with pytest.raises(TypeError):
        Point(*given[0], **given[1])  # type: ignore[arg-type]


def test_nothing_can_be_changed_or_added() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Point(1.0), "x", 2.0)  # noqa: B010
    with pytest.raises(FrozenInstanceError):
        setattr(Point(1.0), "other", 2.0)  # noqa: B010


def test_equal_means_the_same_class_and_content() -> None:
    assert Point(1.0) == Point(1.0, 0.0)
    assert Point(1.0) != Point(2.0)
    other: object = Point(1.0)
    assert One("a") != other
    assert len({Point(1.0), Point(1.0), One("a"), One("a")}) == 2


def test_replace_and_matching_work() -> None:
    match replace(Point(1.0), y=5.0):
        case Point(x, y):
            assert (x, y) == (1.0, 5.0)
    assert [one.name for one in fields(Point)] == ["x", "y", "tags"]


def test_it_prints_its_fields() -> None:
    assert repr(One("a")) == "One(text='a')"
