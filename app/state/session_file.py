"""The text of a session file: readable JSON, its version first. Reading one ends in a state or in one clear sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.model.knowledge import Atlas
from app.state.checked import RecordError, shown
from app.state.record import Restored, record_of, state_of
from app.state.state import State

VERSION = 1
MARK = "plumbline"
"""The first name in the file; its value is the version."""
SUFFIX = ".plumbline"
LARGEST = 8_000_000
"""Larger files are not read, bytes."""


class SessionFileError(ValueError):
    """A file is no session; the message says in one sentence what is wrong with it."""


def file_text(state: State, marks: Mapping[str, object] | None = None) -> bytes:
    """The content of a session file; `marks` are further names that stand behind the version."""
    whole = {MARK: VERSION, **(marks or {}), **record_of(state)}
    # What cannot be written is left out rather than the whole file.
    return f"{json.dumps(whole, indent=2, ensure_ascii=False)}\n".encode("utf-8", "replace")


def read_record(data: bytes) -> dict[str, object]:
    """What a session file tells, without its version.

    Raises SessionFileError when it is damaged, of a newer version, or something else.
    """
    found = _parsed(data)
    if not isinstance(found, dict) or MARK not in found:
        raise SessionFileError("it is no session of Plumbline")
    version = found.pop(MARK)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise SessionFileError(f"it is damaged: its version is {shown(version)}")
    if version > VERSION:
        raise SessionFileError(f"a newer Plumbline wrote it (version {shown(version)} of the file, this one reads {VERSION})")
    return found


def _parsed(data: bytes) -> object:
    """What the JSON of a file holds."""
    if len(data) > LARGEST:
        raise SessionFileError(f"it is larger than {LARGEST // 1_000_000} MB, so it is no session of Plumbline")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SessionFileError("it is no text, so it is no session of Plumbline") from error
    except json.JSONDecodeError as error:
        raise SessionFileError(f"it is damaged at line {error.lineno}, column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise SessionFileError("it is damaged: nothing in it can be read") from error


def read_state(record: Mapping[str, object], atlas: Atlas) -> Restored:
    """The state of a record that a file told.

    Raises SessionFileError naming the part that is wrong.
    """
    try:
        return state_of(record, atlas)
    except RecordError as error:
        raise SessionFileError(f"it is damaged: {error}") from error
