"""Compiled drawings on disk: one file a view, checked by key and checksum, rebuilt when stale or damaged.

A file is a header line (key and CRC-32 of the rest), a table with a line for each form, and the painter paths as
QDataStream writes them. Paths are unpacked when they are first painted, so that loading takes a few milliseconds.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF
from PySide6.QtGui import QPainterPath

from app import __version__
from app.diagram.drawing import LayerName, Part
from app.model.knowledge import ViewName
from app.model.problem import UserError
from app.paint.plate import Detail, Exposure, Form, Lazy, Plate
from app.resources import cache_folder, folders, write_atomically

FORMAT = "plumbline plate 1"
PARTS: dict[str, Part] = {name: name for name in get_args(Part)}
LAYERS: dict[str, LayerName] = {name: name for name in get_args(LayerName)}
VIEWS: dict[str, ViewName] = {name: name for name in get_args(ViewName)}


def load_drawings(views: Iterable[ViewName], folder: Path | None = None) -> dict[ViewName, Plate]:
    """The plates of the views that have a diagram in the folder (the built-in one unless told).

    Raises UserError when a diagram is missing or wrong.
    """
    place = folder or folders().diagrams
    return {view: load_plate(place / f"{view}.svg", view) for view in views}


def load_plate(svg: Path, view: ViewName) -> Plate:
    """The plate of one SVG file: from the cache when that is sound and fresh, else read and compiled anew."""
    try:
        state = svg.stat()
    except OSError as error:
        raise UserError(f"{svg}: the diagram of the {view} view is missing; install Plumbline again, "
                        "or choose views that have a diagram") from error
    key = f"{FORMAT}|{__version__}|{svg.resolve()}|{state.st_mtime_ns}|{state.st_size}"
    kept = cache_folder()
    file = kept / f"plate-{view}-{zlib.crc32(str(svg.resolve()).encode()):08x}.bin" if kept else None
    plate = _read(file, key) if file else None
    return plate or _compile(svg, view, file, key)


def _compile(svg: Path, view: ViewName, file: Path | None, key: str) -> Plate:
    from app.diagram.svg import read_drawing
    from app.paint.compile import compiled

    plate = compiled(read_drawing(svg))
    plate.view = view
    if file:
        # Without a cache everything works, only slower to start.
        with suppress(OSError):
            write_atomically(file, packed(plate, key))
    return plate


def packed(plate: Plate, key: str) -> bytes:
    """A plate as the bytes of its cache file."""
    paths = _Paths()
    lines = [_line(plate.view, _numbers(plate.box))]
    for form in (*plate.forms, *plate.areas):
        cut = paths.add(form.seen) if form.lazy_seen is not form.lazy_outline else ""
        exposures = ";".join(f"{exposure.seen},{exposure.covers}" for exposure in form.exposures)
        details = ";".join(_line(detail.part, detail.fill, detail.stroke, detail.width, detail.opacity,
                                 paths.add(detail.path)).replace("\t", ",") for detail in form.details)
        lines.append(_line(form.id, form.part, form.layer, form.fill, form.stroke, form.width, form.opacity, form.grain,
                           _numbers(form.box), paths.add(form.outline), cut, exposures, details))
    text = "\n".join(lines).encode()
    body = f"{len(text)}\n".encode() + text + bytes(paths.block.data())
    return f"{key}|{zlib.crc32(body):08x}\n".encode() + body


class _Paths:
    """Writes painter paths one behind the other and tells where each lies."""

    def __init__(self) -> None:
        self.block = QByteArray()
        self._stream = QDataStream(self.block, QIODevice.OpenModeFlag.WriteOnly)

    def add(self, path: QPainterPath) -> str:
        """Write a path; the answer is its place, "START:END" in bytes."""
        start = self.block.size()
        self._stream << path
        return f"{start}:{self.block.size()}"


def _line(*values: object) -> str:
    return "\t".join("" if value is None else str(value) for value in values)


def _numbers(box: QRectF) -> str:
    return f"{box.x():.2f},{box.y():.2f},{box.width():.2f},{box.height():.2f}"


def _read(file: Path, key: str) -> Plate | None:
    """The plate of a cache file; None when there is none, or a stale or damaged one."""
    try:
        header, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    if header != f"{key}|{zlib.crc32(body):08x}".encode():
        return None
    try:
        return _unpacked(body)
    except ValueError:
        return None


def _unpacked(body: bytes) -> Plate:
    size, _, rest = body.partition(b"\n")
    first, *lines = rest[:int(size)].decode().split("\n")
    view, box = first.split("\t")
    paths = rest[int(size):]
    forms = [_form(line, paths) for line in lines]
    return Plate(VIEWS[view], _box(box), tuple(form for form in forms if form.part != "area"),
                 tuple(form for form in forms if form.part == "area"))


def _form(line: str, paths: bytes) -> Form:
    (name, part, layer, fill, stroke, width, opacity, grain, box, outline, cut, exposures, details) = line.split("\t")
    lazy_outline = Lazy(partial(_path, paths, outline))
    return Form(
        id=name, part=PARTS[part], layer=LAYERS[layer], box=_box(box), lazy_outline=lazy_outline,
        lazy_seen=Lazy(partial(_path, paths, cut)) if cut else lazy_outline,
        lazy_details=Lazy(partial(_details, paths, details)), fill=fill or None, stroke=stroke or None,
        width=float(width), opacity=float(opacity), grain=float(grain),
        exposures=tuple(Exposure(*map(float, pair.split(","))) for pair in exposures.split(";") if pair))


def _details(paths: bytes, text: str) -> tuple[Detail, ...]:
    return tuple(_detail(paths, *one.split(",")) for one in text.split(";") if one)


def _detail(paths: bytes, *words: str) -> Detail:
    part, fill, stroke, width, opacity, place = words
    return Detail(PARTS[part], Lazy(partial(_path, paths, place)), fill or None, stroke or None, float(width), float(opacity))


def _path(paths: bytes, place: str) -> QPainterPath:
    start, _, end = place.partition(":")
    stream = QDataStream(QByteArray(paths[int(start):int(end)]))
    path = QPainterPath()
    stream >> path
    return path


def _box(text: str) -> QRectF:
    return QRectF(*map(float, text.split(",")))
