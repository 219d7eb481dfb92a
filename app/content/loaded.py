"""What reading content gives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.problem import Problem

Spot = tuple[int, int]
"""Line and column of a file, both from 1."""


@frozen
class Loaded:
    """The good entries and every problem. `places` tells where entries stand: (kind, id) to file, line and column."""

    atlas: Atlas
    problems: tuple[Problem, ...] = ()
    places: Mapping[tuple[str, str], tuple[str, int, int]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)


def shown_path(path: str) -> str:
    """A path as a person here would write it: relative when it lies in the current folder, else absolute."""
    try:
        here = Path.cwd()
    except OSError:
        # The current folder may have been deleted.
        return path
    return path.removeprefix(f"{here}{os.sep}")


def told_from_here(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems with the paths of their files as a person here would write them."""
    return tuple(replace(problem, file=shown_path(problem.file)) for problem in problems)
