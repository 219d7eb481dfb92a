"""Where the last state and the bookmarks are kept, and what happens to a file there that cannot be read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def last_file() -> Path | None:
    """The file of the last state. The environment variable PLUMBLINE_SESSION names another one; empty, it turns keeping off."""
    named = os.environ.get("PLUMBLINE_SESSION")
    if named is not None:
        return Path(named).absolute() if named else None
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "plumbline" / "last.plumbline" if folder else None


def bookmarks_file() -> Path | None:
    """The file of the bookmarks, beside the last state; None where nothing is kept."""
    last = last_file()
    return last.with_name("bookmarks.json") if last else None


def moved_aside(file: Path) -> Path:
    """Give a file that cannot be read another name, so that it is kept; returns where it is now."""
    aside = file
    for number in range(1, 100):
        aside = file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")
        if not aside.exists():
            break
    with suppress(OSError):
        return file.rename(aside)
    return file
