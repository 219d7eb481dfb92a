"""The window as it looked at rest after the last start: shown at once, until the program is there.

It is one file in the cache folder, uncompressed because that reads fastest; its name tells theme, size and layout. It is
out of date as soon as the content or a diagram is newer.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from app.resources import cache_folder


def picture_file(look: str, size: QSize) -> Path | None:
    """Where the picture for a look and a size in device px lies; None where nothing can be kept."""
    folder = cache_folder()
    return folder / f"window-{look}-{size.width()}x{size.height()}.bmp" if folder else None


def read_picture(file: Path | None, sources: Iterable[Path], scale: float) -> QPixmap | None:
    """The kept picture, for a scale in device px per logical px; None when there is none, or a source is newer."""
    if file is None or not _is_fresh(file, sources):
        return None
    image = QImage(str(file))
    if image.isNull():
        return None
    image.setDevicePixelRatio(scale)
    return QPixmap.fromImage(image)


def keep_picture(file: Path | None, picture: QPixmap) -> None:
    """Keep a picture for the next start, instead of any other; that it cannot be written does not matter."""
    if file is None:
        return
    with suppress(OSError):
        for other in file.parent.glob("window-*.bmp"):
            other.unlink()
    picture.toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(file))


def _is_fresh(file: Path, sources: Iterable[Path]) -> bool:
    try:
        kept = file.stat().st_mtime
        return all(source.stat().st_mtime < kept for source in sources)
    except OSError:
        return False
