"""What plots are made of, without a window: the axis of bars, rows, and how the points of curves are found."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from app.model.posture import NEUTRAL, JointName, Posture
from app.model.reference import BodySide
from app.pose.lengths import Change
from app.ui.plots.bars import Wish, axis_of, rows_of, signed
from app.ui.plots.curves import STEPS, Asked, Curves, Line, ends, places, strongest

NAMES = {"one": "One", "two": "Two"}


def change(percent: float) -> Change:
    return Change(100.0, 100.0 + percent, percent, percent)


@given(st.lists(st.floats(-250.0, 250.0), max_size=8))
def test_an_axis_holds_all_values_and_zero(values: list[float]) -> None:
    low, high = axis_of(values)
    assert low < 0.0 < high
    assert all(low - 0.05 <= value <= high + 0.05 for value in values)


def test_sides_that_change_alike_share_a_bar() -> None:
    changes = {("one", "right"): change(2.0), ("one", "left"): change(2.0), ("two", "right"): change(3.0), ("two", "left"): change(-9.0)}
    two, one = rows_of(changes, {}, NAMES, Wish())  # type: ignore[arg-type]
    assert one.joined and one.target(0) == "muscle/one"
    assert not two.joined and two.target(1) == "muscle/two:left"
    apart = rows_of(changes, {("one", "left"): "weak"}, NAMES, Wish())  # type: ignore[arg-type]
    assert not apart[1].joined


def test_changes_have_a_sign_unless_they_are_none() -> None:
    assert signed(-4.06, "percent") == "\N{MINUS SIGN}4.1 %"
    assert signed(-0.01, "mm") == "0.0 mm"


def square(_muscle: str, _side: BodySide, joint: JointName, _at: Posture, values: Iterable[float]) -> list[float]:
    return [100.0 + value * value / (1.0 if joint == "pelvic_tilt" else 50.0) for value in values]


def test_a_curve_takes_shape_before_it_is_fine() -> None:
    line = Line("one", "right", "pelvic_tilt", NEUTRAL)
    curves = Curves(square)
    curves.ask(Asked((line,), (), -10.0, 20.0))
    for _ in range(5):
        assert curves.work(0.0)
    assert curves.points(line, -10.0, 20.0)[0] == [-10.0, -2.5, 5.0, 12.5, 20.0]
    while curves.work(1.0):
        pass
    at, lengths = curves.points(line, -10.0, 20.0)
    assert len(at) == STEPS + 1 == len(set(places(-10.0, 20.0)))
    assert lengths[0] == 200.0


def test_the_strongest_joint_is_that_with_the_largest_change() -> None:
    keys: tuple[tuple[str, BodySide], ...] = (("one", "right"), ("one", "left"))
    spans: tuple[tuple[JointName, float, float], ...] = (("pelvic_tilt", -10.0, 10.0), ("neck_extension", -20.0, 20.0))
    curves = Curves(square)
    curves.sample(ends(keys, spans))
    curves.work(5.0)
    assert strongest(curves, keys, spans) == "pelvic_tilt"
    assert strongest(curves, (), spans) is None
