"""Session files on the disk: written whole or not at all, read with one clear sentence when they are no session."""

from __future__ import annotations

from pathlib import Path

from app.model.knowledge import Atlas
from app.model.problem import UserError
from app.resources import write_wanted
from app.state.link import LinkError, from_link, is_link
from app.state.record import Restored
from app.state.session_file import (
    LARGEST,
    SessionFileError,
    file_text,
    read_record,
    read_state,
)
from app.state.state import State

LONGEST_NAME, SHOWN_OF_NAME = 300, 40
"""A name of a file with more letters is told by so many of its last ones."""


def write_session(path: Path, state: State) -> None:
    """Write a state to a session file.

    Raises UserError when it cannot be written.
    """
    write_wanted(path, file_text(state))


def read_session(path: Path, atlas: Atlas) -> Restored:
    """The state that a session file holds.

    Raises UserError when it cannot be read or is no session.
    """
    try:
        if path.is_fifo() or path.is_char_device() or path.is_socket():
            # It would be waited for.
            raise UserError(f"{_named(path)} was not opened: it is no file")
        with path.open("rb") as file:
            # One byte more than there may be tells that there are too many, without reading them all.
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(f"{_named(path)} cannot be opened ({error.strerror})") from error
    except ValueError as error:
        raise UserError("The session cannot be opened: no file can have such a name") from error
    try:
        return read_state(read_record(data), atlas)
    except SessionFileError as error:
        raise UserError(f"{_named(path)} was not opened: {error}") from error


def _named(path: Path) -> str:
    """The name of a file; of one that no message has room for, its end."""
    name = str(path)
    return name if len(name) <= LONGEST_NAME else f"…{name[-SHOWN_OF_NAME:]}"


def read_place(place: str, atlas: Atlas) -> Restored:
    """The state that a link, or the name of a session file, stands for.

    Raises UserError when it is wrong or cannot be read.
    """
    if not is_link(place):
        return read_session(Path(place), atlas)
    try:
        return from_link(place, atlas)
    except LinkError as error:
        raise UserError(str(error)) from error

