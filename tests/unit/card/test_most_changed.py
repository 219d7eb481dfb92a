"""The muscles that change most."""

from __future__ import annotations

from app.card.most_changed import MOST, ChangedMuscle, most_changed
from app.model.frozen import frozen


@frozen
class Change:
    """A change in mm and per cent."""

    change_mm: float
    change_percent: float


def test_sides_that_change_alike_are_one_and_others_two() -> None:
    shorter, longer = most_changed({
        ("psoas_major", "right"): Change(-4, -2), ("psoas_major", "left"): Change(-4.01, -2),
        ("gluteus_medius", "right"): Change(3, 4), ("gluteus_medius", "left"): Change(-3, -4),
        ("diaphragm", "midline"): Change(1, 1)}.items())
    assert shorter == (ChangedMuscle("gluteus_medius", "left", -3, -4), ChangedMuscle("psoas_major", "", -4, -2))
    assert longer == (ChangedMuscle("gluteus_medius", "right", 3, 4), ChangedMuscle("diaphragm", "", 1, 1))


def test_only_the_most_are_named_and_no_change_is_none() -> None:
    shorter, longer = most_changed({(f"muscle_{number}", "midline"): Change(number, number) for number in range(20)}.items())
    assert shorter == () and [one.mm for one in longer] == list(range(19, 19 - MOST, -1))
    assert most_changed({("soleus", "midline"): Change(0.2, 0.1)}.items()) == ((), ())
