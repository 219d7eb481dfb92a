"""What is made of the tables of the body (``data/body``) is made whole, or it is said once that they are damaged."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from app.model.problem import UserError

P = ParamSpec("P")
T = TypeVar("T")

DAMAGED = "the tables of the body are missing or damaged, so it cannot be moved; install Plumbline again"


def of_tables(make: Callable[P, T]) -> Callable[P, T]:
    """A function that reads tables or what was read of them; in place of what a gap in them leads to it raises UserError."""

    @wraps(make)
    def made(*args: P.args, **options: P.kwargs) -> T:
        try:
            return make(*args, **options)
        except (OSError, csv.Error, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, StopIteration) as error:
            raise UserError(f"{DAMAGED} ({type(error).__name__}: {error})") from error

    return made
