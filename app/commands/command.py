"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.model.frozen import frozen

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


@frozen
class Command:
    """One word of the command line. `run` returns the exit code: 0 done, 1 the content or the question is wrong.

    It may raise UserError, which becomes one line on standard error and exit code 1.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
