"""The window, in the state that the options ask for."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app import preflight

if TYPE_CHECKING:
    from app.state.state import State
    from app.ui.start import Asked


def run(args: Namespace | None, place: str = "") -> int:
    """Open the window and return its exit code; None stands for no options, `place` is a link or the name of a session file.

    Raises UserError when the machine lacks something that Qt needs, or an option or the place names what is not there.
    """
    preflight.check(window=True)
    # Imported after the check: without its libraries Qt would end the process.
    from app.ui.start import Asked, open_window

    if place:
        return open_window(_kept(place))
    return open_window(Asked() if args is None else Asked(_asked(args)))


def _kept(place: str) -> Asked:
    from app.content.cache import content
    from app.state.link import is_link
    from app.ui.start import Asked
    from app.writers.session import read_place

    found = read_place(place, content().atlas)
    return Asked(found.state, None if is_link(place) else Path(place).absolute(), " ".join(found.missing))


def _asked(args: Namespace) -> State:
    from app.commands.options import state_from
    from app.content.cache import content

    return state_from(args, content().atlas)
