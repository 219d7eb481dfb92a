"""Something long that is told step by step."""

from __future__ import annotations

from app.model.steps import Steps, at_once


def counted(seen: list[int], upto: int) -> Steps[int]:
    for number in range(upto):
        seen.append(number)
        yield
    return sum(seen)


def test_all_steps_are_done_and_the_result_comes() -> None:
    seen: list[int] = []
    assert at_once(counted(seen, 4)) == 6 and seen == [0, 1, 2, 3]


def test_what_has_no_steps_has_a_result() -> None:
    assert at_once(counted([], 0)) == 0
