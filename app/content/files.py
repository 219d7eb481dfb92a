"""Which files make up a content folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

KIND_FOLDERS = ("sources", "muscles", "groups", "structures", "areas", "referrals", "patterns", "tests", "remedies", "causes",
                "findings", "disputes", "questions", "terms", "joints", "assumptions")
"""The folders of the kinds, in the order in which a reader meets them."""

POINTS = "body/trigger_points.csv"
"""Where the trigger points lie, beside the folders of the kinds."""

PLUMB_LINE = "body/plumb_line.csv"
"""How the body stands to the plumb line, beside the trigger points."""

ATTACHMENTS = "body/attachment_lines.csv"
"""Where the muscles are attached."""

COVERS = "body/covers.csv"
"""How much of each muscle others hide."""

Stamp = tuple[str, int, int]
"""Path, time of change (ns) and size (bytes) of a file: it has changed when one of these has."""


def content_root(folder: Path) -> Path | None:
    """The folder that holds the folders of the kinds: `folder` itself or its ``data``; None when neither does."""
    return next((root for root in (folder / "data", folder) if any(is_folder(root / kind) for kind in KIND_FOLDERS)), None)


def is_folder(path: Path) -> bool:
    """Whether there is a folder; what cannot be looked at, or cannot be a name, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def content_stamps(root: Path) -> Iterator[Stamp]:
    """The stamps of every file that reading `root` would read or complain about."""
    for kind in KIND_FOLDERS:
        yield from listed(root / kind, (".yaml", ".yml"))
    yield from stamps(root / name for name in (POINTS, ATTACHMENTS, COVERS, PLUMB_LINE))


def listed(folder: Path, endings: tuple[str, ...]) -> list[Stamp]:
    """The stamps of the files in a folder whose names end so; this runs at every start and must be quick."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith(endings)]
    except OSError:
        return []
    return sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found)


def stamps(paths: Iterable[Path]) -> Iterator[Stamp]:
    """The stamps of those of the files that exist."""
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        yield str(path), stat.st_mtime_ns, stat.st_size
