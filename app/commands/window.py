"""The window, in the state that the options ask for."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app import preflight

if TYPE_CHECKING:
    from app.state.state import State


def run(args: Namespace | None) -> int:
    """Open the window and return its exit code; None stands for no options.

    Raises UserError when the machine lacks something that Qt needs, or an option names what is not there.
    """
    preflight.check(window=True)
    # Imported after the check: without its libraries Qt would end the process.
    from app.ui.start import open_window

    return open_window(None if args is None else _asked(args))


def _asked(args: Namespace) -> State:
    from app.commands.options import state_from
    from app.content.cache import content

    return state_from(args, content().atlas)
