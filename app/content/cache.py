"""The content as every start reads it: compiled once, in the user's cache folder, and rebuilt when anything changed.

Nothing here imports the reader, PyYAML or pydantic unless the compiled file is missing, stale or damaged.
"""

from __future__ import annotations

import copyreg
import os
import pickle
import struct
import sys
import zlib
from collections import deque
from contextlib import suppress
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from app import __version__
from app.content.files import content_root, content_stamps, listed, stamps
from app.content.loaded import Loaded, told_from_here
from app.model import anatomy, basic, knowledge, practice, problem
from app.model.knowledge import Atlas
from app.model.problem import Problem
from app.resources import cache_folder, folders, write_atomically

CODE = Path(__file__).parent
"""The reader itself: when it changes, in a checkout, what it compiled is stale."""

MODEL = (basic, anatomy, practice, knowledge, problem)
"""Where the classes of the content stand."""

MAGIC = b"plumbline content\n"
BAD_PICKLE = (pickle.UnpicklingError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError)

Compiled = tuple[Atlas, tuple[Problem, ...]]


def content(folder: Path | None = None) -> Loaded:
    """The content of a folder, the built-in one without argument; it comes without the places of its entries.

    Raises UserError when the product's own content folder is missing.
    """
    atlas, problems = _compiled((folder or folders().data).absolute())
    return Loaded(atlas, told_from_here(problems))


def _compiled(folder: Path) -> Compiled:
    store = cache_folder()
    if store is None:
        return _read(folder)
    # One file for each content folder, so that two installations do not overwrite each other's all the time.
    path = store / f"content-{zlib.crc32(os.fsencode(folder)):08x}.bin"
    key = _key(folder)
    found = _load(path, key)
    if found is None:
        found = _read(folder)
        # A full disk or the like only means that the next start compiles again.
        with suppress(OSError):
            write_atomically(path, _packed(key, found))
    return found


def _read(folder: Path) -> Compiled:
    from app.content.reader import (
        read_absolute,  # PyYAML and pydantic would make every start slower
    )

    loaded = read_absolute(folder)
    return loaded.atlas, loaded.problems


def _key(folder: Path) -> bytes:
    """All that the compiled content depends on."""
    root = content_root(folder) or folder
    code = (*listed(CODE, (".py",)), *stamps(Path(module.__file__) for module in MODEL if module.__file__))
    return repr((__version__, sys.version, code, *content_stamps(root))).encode(errors="surrogateescape")


def _packed(key: bytes, compiled: Compiled) -> bytes:
    body = BytesIO()
    body.write(struct.pack("<I", len(key)))
    body.write(key)
    found: dict[type, list[Any]] = {}
    _collect(compiled, found)
    columns = [(name, values, [getattr(value, name) for value in values])
               for values in found.values() for name in values[0].__slots__]
    _Pickler(body, protocol=5).dump((compiled, columns))
    return MAGIC + struct.pack("<I", zlib.crc32(body.getbuffer())) + body.getvalue()


def _load(path: Path, key: bytes) -> Compiled | None:
    """The compiled content; None when the file is missing, stale, damaged or cut short."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(MAGIC) + 8
    head, body = data[:start], memoryview(data)[len(MAGIC) + 4:]
    if len(head) < start or head[:-4] != MAGIC + struct.pack("<I", zlib.crc32(body)):
        return None
    if struct.pack("<I", len(key)) != head[-4:] or data[start:start + len(key)] != key:
        return None
    try:
        (atlas, problems), columns = _Unpickler(BytesIO(memoryview(data)[start + len(key):])).load()
        for name, values, column in columns:
            # Frozen values take 2 us each to make by their constructors; to fill one slot of all of them in a loop
            # that runs in C takes a third of that for the whole value.
            deque(map(getattr(type(values[0]), name).__set__, values, column), maxlen=0)
    except BAD_PICKLE:
        return None
    return atlas, problems


def _collect(value: Any, found: dict[type, list[Any]]) -> None:
    """List every value of the model inside `value` under its class."""
    if isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    elif isinstance(value, dict):
        for item in value.values():
            _collect(item, found)
    elif is_dataclass(value):
        found.setdefault(type(value), []).append(value)
        for one in fields(value):
            _collect(getattr(value, one.name), found)


class _Pickler(pickle.Pickler):
    """Writes a value of the model as its class alone; what its fields hold is in the columns."""

    def reducer_override(self, value: object) -> Any:
        """How to write one value."""
        if is_dataclass(value) and not isinstance(value, type):
            return copyreg.__newobj__, (type(value),)  # type: ignore[attr-defined]
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes values of the model, and nothing else, so that a forged file cannot run anything."""

    def find_class(self, module: str, name: str) -> type:
        """The class of the model that is named."""
        try:
            return ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong into compiled content") from None


ADMITTED = {(module.__name__, name): value for module in MODEL for name, value in vars(module).items()
            if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__}
