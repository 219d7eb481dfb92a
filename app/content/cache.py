"""The content as every start reads it: compiled once, in the user's cache folder, and rebuilt when anything changed.

Nothing here imports the reader, PyYAML or pydantic unless the compiled file is missing, stale or damaged.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import suppress
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from app import __version__
from app.content.compiled import BAD_PICKLE, MODEL, packed, unpacked
from app.content.files import content_root, content_stamps, listed, stamps
from app.content.loaded import Loaded, told_from_here
from app.model.knowledge import Atlas
from app.model.problem import Problem
from app.resources import cache_folder, folders, write_atomically

CODE = Path(__file__).parent
"""The reader itself: when it changes, in a checkout, what it compiled is stale."""

MAGIC = b"plumbline content\n"
AT_ONCE = ("muscles", "groups", "areas", "patterns", "plumb")
"""What every window shows; the rest of the content is unpacked when something asks for it."""

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
    found = _load(path, key, partial(_read, folder))
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
    """The file: a checksum, the key, the lengths of the sections, and the sections, of which the first is read at once."""
    atlas, problems = compiled
    names = [one.name for one in fields(Atlas)]
    now = {name: getattr(atlas, name) for name in names if name in AT_ONCE}
    sections = [packed((now, problems)), *(packed(getattr(atlas, name)) for name in names if name not in AT_ONCE)]
    lengths = struct.pack(f"<{len(sections)}I", *map(len, sections))
    body = b"".join((struct.pack("<I", len(key)), key, lengths, *sections))
    return MAGIC + struct.pack("<I", zlib.crc32(body)) + body


def _load(path: Path, key: bytes, again: Callable[[], Compiled]) -> Compiled | None:
    """The compiled content; None when the file is missing, stale, damaged or cut short. `again` reads it afresh."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(MAGIC) + 8
    if len(data) < start or data[:start - 4] != MAGIC + struct.pack("<I", zlib.crc32(memoryview(data)[start - 4:])):
        return None
    if struct.pack("<I", len(key)) != data[start - 4:start] or data[start:start + len(key)] != key:
        return None
    later = [one.name for one in fields(Atlas) if one.name not in AT_ONCE]
    lengths = struct.Struct(f"<{1 + len(later)}I")
    at = start + len(key) + lengths.size
    first, *rest = lengths.unpack_from(data, start + len(key))
    try:
        now, problems = unpacked(memoryview(data)[at:at + first])
    except BAD_PICKLE:
        return None
    at += first
    for name, length in zip(later, rest, strict=True):
        now[name] = Later(memoryview(data)[at:at + length], partial(_field, name, again))
        at += length
    return Atlas(**now), problems


def _field(name: str, again: Callable[[], Compiled]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(again()[0], name)
    return found


class Later(Mapping[str, Any]):
    """The entries of a kind, unpacked when the first of them is asked for; `again` reads them afresh should that fail."""

    def __init__(self, data: memoryview, again: Callable[[], Mapping[str, Any]]) -> None:
        self._data = data
        self._again = again
        self._entries: Mapping[str, Any] | None = None

    def _all(self) -> Mapping[str, Any]:
        if self._entries is None:
            try:
                self._entries = unpacked(self._data)
            except BAD_PICKLE:
                self._entries = self._again()
            self._data = memoryview(b"")
        return self._entries

    def __getitem__(self, key: str) -> Any:
        return self._all()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._all()

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def values(self) -> ValuesView[Any]:
        """Its values, at the speed of the mapping within."""
        return self._all().values()

    def items(self) -> ItemsView[str, Any]:
        """Its ids and values, at the speed of the mapping within."""
        return self._all().items()
