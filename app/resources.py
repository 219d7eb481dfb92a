"""Where the product's folders are, where the compiled caches go, and how a file is written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import get_native_id
from time import time

from app.model.problem import UserError

PACKAGE = Path(__file__).resolve().parent
"""This package, wherever it is installed. The current folder never decides: it may contain another ``app``."""


LEFT = 60.0
"""A half written file that is so old, s, is written no more."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The product's content (``data``) and its pictures (``assets``)."""

    data: Path
    assets: Path

    @property
    def diagrams(self) -> Path:
        """The folder of the built-in diagrams."""
        return self.assets / "diagrams"


def folders() -> Folders:
    """The copy inside the installed package, or else the checkout's own folders.

    Raises UserError when there is neither.
    """
    for parent in (PACKAGE / "_bundle", PACKAGE.parent):
        if (parent / "data").is_dir():
            return Folders(parent / "data", parent / "assets")
    raise UserError(f"the content folder is missing (looked for {PACKAGE.parent / 'data'}); install Plumbline again")


def cache_folder() -> Path | None:
    """The folder for compiled content and diagrams, made when need be; None when it cannot be written.

    PLUMBLINE_CACHE names another one. That it cannot be written is told once, on standard error.
    """
    folder = _wanted_cache()
    return folder if folder is not None and _usable(folder) else None


def write_atomically(path: Path, data: bytes, lasting: bool = False) -> None:
    """Write a file so that other processes see the old content or the new, never a part.

    A `lasting` one is on the disk before it takes the place of the old: not even a power cut leaves it half written.
    Raises OSError when the folder cannot be written.
    """
    # The ids of process and thread keep two that write at once from writing into the same temporary file.
    temporary = path.with_name(f"{path.name[:40]}.{os.getpid()}-{get_native_id()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_wanted(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, whole or not at all.

    Raises UserError when it cannot be written.
    """
    check_place(path)
    try:
        write_atomically(path, data, lasting=True)
        _sweep(path)
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}); name a file in a folder that can") from error


def _sweep(path: Path) -> None:
    """Take away what earlier writes of a file left half done when they were killed; one that goes on now is younger."""
    begin = f"{path.name[:40]}."
    for left in path.parent.iterdir():
        with suppress(OSError):
            if left.name.startswith(begin) and left.suffix == ".tmp" and left.stat().st_mtime < time() - LEFT:
                left.unlink()


def check_place(path: Path) -> None:
    """Raise UserError when a file cannot be put there, before much work is done for it."""
    folder = path.absolute().parent
    try:
        if path.is_dir():
            raise UserError(f"{path} is a folder; name a file in it, such as {path / 'plumbline'}{path.suffix}")
        if not folder.is_dir():
            raise UserError(f"{path} cannot be written: the folder {folder} is not there; make it first")
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}); name a file in a folder that can") from error


def _wanted_cache() -> Path | None:
    chosen = os.environ.get("PLUMBLINE_CACHE")
    if chosen:
        return Path(chosen).absolute()
    try:
        return _user_cache(sys.platform) / "plumbline"
    except RuntimeError:
        # A user without a home folder has no place for a cache either.
        return None


def _user_cache(platform: str) -> Path:
    if platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".cache"


@cache
def _usable(folder: Path) -> bool:
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK | os.X_OK):
            return True
    print(f"plumbline: the cache folder {folder} cannot be written, so every start takes longer; "
          "make it writable or name another with PLUMBLINE_CACHE", file=sys.stderr)
    return False
