"""The window as it looked at rest after the last start: shown at once, until the program is there.

It is one file in the cache folder; its name tells theme, size and layout. It holds bare pixels, which are mapped and not
read: even a large screen's picture is there at once. It is out of date as soon as the content or a diagram is newer.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from app.resources import cache_folder, write_atomically

HEAD = struct.Struct("<8sII")
"""A mark, width and height in device px; the pixels follow, four bytes each."""
MARK = b"plumbln1"


class Mapped(QImage):
    """A picture whose pixels lie in a mapped file; it keeps hold of the map."""

    def __init__(self, memory: mmap, width: int, height: int) -> None:
        super().__init__(memoryview(memory)[HEAD.size:], width, height, 4 * width, QImage.Format.Format_RGB32)
        self._memory = memory


def picture_file(look: str, size: QSize) -> Path | None:
    """Where the picture for a look and a size in device px lies; None where nothing can be kept."""
    folder = cache_folder()
    return folder / f"window-{look}-{size.width()}x{size.height()}.pixels" if folder else None


def read_picture(file: Path | None, sources: Iterable[Path], scale: float) -> QImage | None:
    """The kept picture, for a scale in device px per logical px; None when there is none, or a source is newer."""
    if file is None or not _is_fresh(file, sources):
        return None
    try:
        with file.open("rb") as opened:
            memory = mmap(opened.fileno(), 0, access=ACCESS_READ)
        mark, width, height = HEAD.unpack_from(memory)
    except (OSError, ValueError, struct.error):
        return None
    if mark != MARK or len(memory) != HEAD.size + 4 * width * height:
        return None
    image = Mapped(memory, width, height)
    image.setDevicePixelRatio(scale)
    return image


def keep_picture(file: Path | None, picture: QPixmap) -> None:
    """Keep a picture for the next start, instead of any other; that it cannot be written does not matter."""
    if file is None:
        return
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    with suppress(OSError):
        for other in file.parent.glob("window-*"):
            other.unlink()
        write_atomically(file, HEAD.pack(MARK, image.width(), image.height()) + bytes(image.constBits()))


def _is_fresh(file: Path, sources: Iterable[Path]) -> bool:
    try:
        kept = file.stat().st_mtime
        return all(source.stat().st_mtime < kept for source in sources)
    except OSError:
        return False
