"""The picture of a clinic: checked when it is chosen and again when it is shown, since the file may have changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.model.problem import UserError
from app.writers.logo_pieces import drawn_pieces

HEAVIEST = 2_000_000
"""Of a file, bytes."""
LARGEST = 6000
"""Of a picture's side, px."""
PRINTED = QSize(1600, 800)
"""Of a logo on paper, px at most."""
SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
BEGINNINGS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}
"""The first bytes of the files of each format, as its standard has them."""
OUTSIDE = re.compile(r"""(?:href|src)\s*=\s*["']\s*(?!#|data:image/(?:png|jpe?g))[^"']|url\(\s*["']?\s*(?!#|data:image/(?:png|jpe?g))"""
                     "|@import|<script|<foreignObject", re.I)
"""What in an SVG file reaches for something outside it, or is a program."""

INSIDE = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=\s]*)", re.I)
"""A picture in an SVG file."""
LARGEST_INSIDE = 3000
"""Of its side, px."""
MOST_PIECES = 50_000
"""So many things may be drawn for an SVG file, those counted each time that are used again."""


def logo_fault(file: Path) -> str:
    """What is wrong with a file as a logo, for a reader; empty when it can be used."""
    if file.suffix.lower() not in SUFFIXES:
        return "A logo is a PNG, JPEG or SVG file."
    if file.exists() and not file.is_file():
        # A pipe, for one, would be waited for.
        return "This is not a file."
    try:
        size = file.stat().st_size
        text = file.read_text(encoding="utf-8") if file.suffix.lower() == ".svg" and size <= HEAVIEST else ""
    except (OSError, UnicodeDecodeError):
        return "This file cannot be read."
    if size > HEAVIEST:
        return f"This file has {size / 1_000_000:.1f} MB; a logo may have {HEAVIEST // 1_000_000} MB at most."
    return _vector_fault(text) if file.suffix.lower() == ".svg" else _pixel_fault(file)


def is_drawn(path: str) -> bool:
    """Whether it is an SVG file: what Qt draws those with belongs to the window's thread, as does reading them."""
    return path.lower().endswith(".svg")


def logo_image(file: Path, size: QSize) -> QImage:
    """The logo, drawn as large as it fits into a size in device px, a picture no larger than it is; null where it cannot be used."""
    if logo_fault(file):
        return QImage()
    if file.suffix.lower() == ".svg":
        return _drawn(file, size)
    reader = _reader(file)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.width() <= size.width() and image.height() <= size.height():
        return image
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def read_logo(path: str) -> QImage:
    """The logo as fine as paper needs it.

    Raises UserError when it cannot be used.
    """
    fault = logo_fault(Path(path))
    if fault:
        raise UserError(f"{path} cannot be used as a logo. {fault}")
    return logo_image(Path(path), PRINTED)


def _pixel_fault(file: Path) -> str:
    reader = _reader(file)
    if not reader.format() or not reader.canRead():
        return "This file is not a picture."
    if max(reader.size().width(), reader.size().height()) > LARGEST:
        return f"This picture is larger than {LARGEST} pixels."
    return "" if not reader.read().isNull() else "This picture is damaged."


def _reader(file: Path) -> QImageReader:
    """Reads a PNG or JPEG file, whatever its name; it has no format where it is neither.

    Qt is not left to find out which it is: it would ask its reader of SVG files too, which only the window's thread may use.
    """
    try:
        with file.open("rb") as opened:
            begins = opened.read(max(map(len, BEGINNINGS)))
    except OSError:
        begins = b""
    kind = next((kind for beginning, kind in BEGINNINGS.items() if begins.startswith(beginning)), b"")
    reader = QImageReader(str(file), kind)
    reader.setAutoDetectImageFormat(False)
    return reader


def _vector_fault(text: str) -> str:
    from PySide6.QtSvg import QSvgRenderer

    if "<!ENTITY" in text or OUTSIDE.search(text):
        return "This SVG file uses other files or programs. Save it with everything inside it."
    pieces = drawn_pieces(text) if "<svg" in text else 0
    if pieces > MOST_PIECES or any(max(side.width(), side.height()) > LARGEST_INSIDE for side in _sizes_inside(text)):
        return "This SVG file takes too long to draw. Save it in a simpler form, or as a PNG."
    return "" if pieces and QSvgRenderer(text.encode()).isValid() else "This file is not a picture."


def _sizes_inside(text: str) -> Iterator[QSize]:
    """The sizes of the pictures that an SVG file holds, px, from their first bytes."""
    for held in INSIDE.findall(text):
        buffer = QBuffer()
        buffer.setData(QByteArray.fromBase64(held.encode("ascii", "ignore")))
        yield QImageReader(buffer).size()


def _drawn(file: Path, size: QSize) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(file))
    # However thin, there is something of it.
    fitted = renderer.defaultSize().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    image = QImage(fitted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image
