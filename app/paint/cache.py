"""Compiled drawings on disk: one file a view, checked by key and checksum, rebuilt when stale or damaged.

A file is a header line (key and CRC-32 of the rest), and as marshal writes it, which reads fastest, a row for each form,
and one block of painter paths as QDataStream writes them. A view is unpacked when it is first shown or searched, and
its paths when they are first painted, so that loading takes a few milliseconds.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF
from PySide6.QtGui import QPainterPath

from app import __version__
from app.diagram.light import Light, Tones
from app.model.anatomy import ViewName
from app.model.problem import UserError
from app.paint.plate import Detail, Exposure, Form, Lazy, Plate
from app.resources import cache_folder, folders, write_atomically

FORMAT = "plumbline plate 5"
BYTES = QDataStream.ByteOrder.LittleEndian
"""As nearly all machines have it: a quarter faster to read."""


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
    key = f"{FORMAT}|{marshal.version}|{__version__}|{svg.resolve()}|{state.st_mtime_ns}|{state.st_size}"
    kept = cache_folder()
    file = kept / f"plate-{view}-{zlib.crc32(os.fsencode(svg.resolve())):08x}.bin" if kept else None
    plate = _read(file, key, view) if file else None
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
    body = marshal.dumps(tuple(_rows(plate)))
    return f"{key}|{zlib.crc32(body):08x}\n".encode() + body


class Rows(NamedTuple):
    """A plate as plain values: its frame, a row for each form and each area, and the block of paths that they point into."""

    box: tuple[float, ...]
    forms: tuple[Any, ...]
    areas: tuple[Any, ...]
    block: bytes


def rows_of(plate: Plate) -> Rows:
    """A plate as plain values; one from a cache file is read again, so that none of its paths need be made."""
    return Rows(*marshal.loads(plate.body)) if isinstance(plate, _KeptPlate) else _rows(plate)


def _rows(plate: Plate) -> Rows:
    paths = _Paths()
    forms, areas = (tuple(_row(form, paths) for form in group) for group in (plate.forms, plate.areas))
    return Rows(_numbers(plate.box), forms, areas, bytes(paths.block.data()))


def _row(form: Form, paths: _Paths) -> Any:
    details = tuple((detail.part, paths.add(detail.path), detail.fill, detail.stroke, detail.width, detail.opacity,
                     paths.light(detail.light))
                    for detail in form.details)
    cut = paths.add(form.seen) if form.lazy_seen is not form.lazy_outline else None
    return (form.id, form.part, form.layer, _numbers(form.box), paths.add(form.outline), cut, details, form.fill, form.stroke,
            form.width, form.opacity, form.grain, tuple(map(tuple, form.exposures)), paths.light(form.light))


class _Paths:
    """Writes painter paths one behind the other and tells where each begins, in bytes."""

    def __init__(self) -> None:
        self._tones: dict[Tones, Tones] = {}
        self.block = QByteArray()
        self._stream = QDataStream(self.block, QIODevice.OpenModeFlag.WriteOnly)
        self._stream.setByteOrder(BYTES)

    def add(self, path: QPainterPath) -> int:
        """Write a path; the answer is its place."""
        start = self.block.size()
        self._stream << path
        return start

    def light(self, light: Light | None) -> tuple[Any, ...] | None:
        """The row of a light; lights share their tones, which the file then holds only once."""
        return (*light[:4], self._tones.setdefault(light.tones, light.tones)) if light else None


class Shelf:
    """Gives out the painter paths of a file, each when it is asked for."""

    def __init__(self, block: bytes) -> None:
        self._stream = QDataStream(QByteArray(block))
        self._stream.setByteOrder(BYTES)
        self._device = self._stream.device()

    def path(self, place: int) -> QPainterPath:
        """The path that begins at a place, counted in bytes."""
        self._device.seek(place)
        path = QPainterPath()
        self._stream >> path
        return path

    def details(self, rows: Iterable[Any]) -> tuple[Detail, ...]:
        """The details of a form from their rows."""
        return tuple(Detail(part, Lazy(self.path, place), fill, stroke, width, opacity, light_of(light))
                     for part, place, fill, stroke, width, opacity, light in rows)


def light_of(row: tuple[Any, ...] | None) -> Light | None:
    """A light from its row."""
    return Light._make(row) if row else None


def _numbers(box: QRectF) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in (box.x(), box.y(), box.width(), box.height()))


class _KeptPlate(Plate):
    """A plate of a cache file; it is unpacked when its forms are first asked for."""

    def __init__(self, view: ViewName, body: memoryview) -> None:
        self.view = view
        self.body = body

    def __getattr__(self, name: str) -> Any:
        """Python: asked for what is not there yet."""
        if name not in ("box", "forms", "areas"):
            raise AttributeError(name)
        self.box, self.forms, self.areas = _unpacked(self.body)
        return getattr(self, name)


def _read(file: Path, key: str, view: ViewName) -> Plate | None:
    """The plate of a cache file; None when there is none, or a stale or damaged one."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    header, body = _parted(data)
    return _KeptPlate(view, body) if header == f"{key}|{zlib.crc32(body):08x}".encode() else None


def _parted(data: bytes) -> tuple[bytes, memoryview]:
    """The first line of some bytes, and the rest without copying it."""
    end = data.find(b"\n")
    return data[:end], memoryview(data)[end + 1:]


def _unpacked(body: memoryview) -> tuple[QRectF, tuple[Form, ...], tuple[Form, ...]]:
    """The frame, the forms and the areas of a plate."""
    box, forms, areas, block = marshal.loads(body)
    shelf = Shelf(block)
    return QRectF(*box), tuple(_form(shelf, row) for row in forms), tuple(_form(shelf, row) for row in areas)


def _form(shelf: Shelf, row: tuple[Any, ...]) -> Form:
    name, part, layer, box, outline, cut, details, fill, stroke, width, opacity, grain, exposures, light = row
    whole = Lazy(shelf.path, outline)
    seen = whole if cut is None else Lazy(shelf.path, cut)
    return Form(name, part, layer, QRectF(*box), whole, seen, Lazy(shelf.details, details), fill, stroke,
                width, opacity, grain, tuple(map(exposure_of, exposures)), light_of(light))


exposure_of: Callable[[tuple[float, float]], Exposure] = partial(tuple.__new__, Exposure)
"""As `Exposure._make`, without its own checks: thousands are made."""
