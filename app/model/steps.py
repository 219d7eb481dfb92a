"""Something long that is told step by step, so that whoever does it can do something else between two steps."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar, cast

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Each step takes a few milliseconds; after the last one comes the result."""


def at_once(steps: Steps[T]) -> T:
    """Do all steps, one right after the other; returns what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(T, end.value)
