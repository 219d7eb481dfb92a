"""A view of the body in a posture: the same forms with moved paths, made for every frame that is shown.

All paths of a plate stand one behind the other in one block of units of 20 bytes: a unit is an element of a path as QDataStream
writes it (type, x, y), and one between two paths ends the first and begins the second. So a pose moves them in one go, as an
array, and each is made into a painter path only when it is painted.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from app import __version__
from app.diagram.light import Light, MovedLight
from app.model.anatomy import ViewName
from app.paint.cache import Shelf, exposure_of, light_of, rows_of
from app.paint.plate import Detail, Form, Lazy, Plate, PosedPlate
from app.paint.posed_ground import Ground
from app.paint.posed_skin import without_hand
from app.paint.posed_slits import with_slits
from app.pose.binding import STATURE, Binding, Drawn, bound, unpacked
from app.pose.kinematics import Pose, is_neutral
from app.pose.skeleton import Array
from app.pose.tables import of_tables
from app.resources import cache_folder, folders, write_atomically

UNIT = np.dtype([("type", "<i4"), ("at", "<f8", (2,))])
"""An element of a path as QDataStream writes it."""
HEAD = 16
"""Where in the unit before it the count of a path begins, bytes."""
ALIKE = 0.004
"""mm; nodes that move by no more different amounts move alike."""
STAYS = (0.0, 0.0)
"""The shift of what does not move."""
FORMAT = "plumbline binding 18"


def posed_plate(plate: Plate, pose: Pose) -> Plate:
    """The plate in a pose: forms, areas, details, boxes, lights and grain follow. In the neutral pose it is the plate itself."""
    return plate if is_neutral(pose) else model_of(plate).posed(plate, pose)


def posed_alike(plates: Iterable[Plate], like: Iterable[Plate]) -> tuple[Plate, ...]:
    """Plates as they were drawn, each in the pose in which another of the same view is."""
    poses = {one.view: one.pose for one in like if isinstance(one, PosedPlate)}
    return tuple(posed_plate(plate, pose) if isinstance(pose := poses.get(plate.view), Pose) else plate for plate in plates)


class Bound(NamedTuple):
    """The paths of a drawing as one array, and what its nodes are bound to: numbers alone, which a thread may make."""

    layout: _Layout
    binding: Binding


def bound_drawing(plate: Plate) -> Bound:
    """A drawing bound to the body: some tenths of a second, or seconds where nothing of it is kept in the cache."""
    rows = rows_of(plate)
    layout = _Layout(plate.view, rows.block, (*rows.forms, *rows.areas))
    return Bound(layout, _binding(plate.view, layout))


def take_over(plate: Plate, bound_: Bound) -> None:
    """Pose a plate by what was made elsewhere of the same drawing."""
    if plate not in _MODELS and len(bound_.layout.rows) == len(plate.forms) + len(plate.areas):
        _MODELS[plate] = Model(plate, bound_)


def warm(view: ViewName) -> None:
    """Have ready what the marks on a view go with: the flesh of the body, which is worked out once."""
    bound(view, [Drawn("", "area", np.array([[0.0, STATURE / 2]]))])


def model_of(plate: Plate) -> Model:
    """What is known of a plate for posing it; bound to the body when first asked for."""
    if plate not in _MODELS:
        _MODELS[plate] = Model(plate, bound_drawing(plate))
    return _MODELS[plate]


class Model:
    """A plate that can be posed."""

    def __init__(self, plate: Plate, bound_: Bound) -> None:
        self._originals = (*plate.forms, *plate.areas)
        self._layout, self.binding = bound_
        self._ground = Ground(plate.forms, self._layout.whole[:len(plate.forms)], self._layout.units)

    def posed(self, plate: Plate, pose: Pose) -> PosedPlate:
        """The plate, which is the one that this is known of, in a pose."""
        at = self._layout.at + self.binding.shift(pose.drawn)
        made = PosedPlate(plate, pose, _PosedForms(self._originals, self._layout, at).form)
        made.ground = self._ground.form(at, made.box)
        return made


class _Layout:
    """Where the paths of each form stand in the array.

    `rows` are those of the cache with the places in the new block; `first` is the first unit of each form.
    """

    def __init__(self, view: ViewName, block: bytes, rows: Sequence[Any]) -> None:
        self._view = view
        self._block = np.frombuffer(block, np.uint8)
        self._made: list[NDArray[np.uint8]] = [np.zeros(HEAD, np.uint8)]
        self._unit = 0
        self._mended: set[int] = set()
        self.first: list[int] = []
        self.whole: list[tuple[int, int]] = []
        self.seen: list[tuple[int, int]] = []
        self.rows = [self._placed(row) for row in rows]
        self.mended = np.array([place in self._mended for place in range(len(self.rows))], bool)
        self._made.append(np.zeros(4, np.uint8))
        self.units: NDArray[Any] = np.concatenate(self._made).view(UNIT)
        self.at: Array = np.ascontiguousarray(self.units["at"])
        self._made = []
        outlines = [np.concatenate([np.arange(*pair) for pair in dict.fromkeys(pairs)])
                    for pairs in zip(self.whole, self.seen, strict=True)]
        # What has no outline has the unit in its place.
        outlines = [places if len(places) else np.array([pair[0]]) for places, pair in zip(outlines, self.whole, strict=True)]
        self._counts = np.array([len(places) for places in outlines])
        self._starts = np.cumsum([0, *self._counts[:-1]])
        self._outlines = np.concatenate(outlines)
        self._rest = np.ascontiguousarray(self.at[self._outlines].T)

    def _placed(self, row: Any) -> Any:
        name, part, layer, box, outline, cut, details, *middle, light = row
        self.first.append(self._unit)
        skin = self._closed(outline) if part == "skin" and cut is None else None
        if skin is not None:
            self._mended.add(len(self.first) - 1)
        start, whole = self._path(outline) if skin is None else self._added(skin)
        self.whole.append(whole)
        seen_start, seen = self._path(cut) if cut is not None else (start, whole)
        self.seen.append(seen)
        moved = tuple((kind, self._path(place)[0], *rest, self._light(lit)) for kind, place, *rest, lit in details)
        return (name, part, layer, box, start, seen_start if cut is not None else None, moved, *middle, self._light(light))

    def _path(self, place: int) -> tuple[int, tuple[int, int]]:
        """Take over a path; the answer is its new place in bytes, and its units."""
        count = int(self._block[place:place + 4].view("<i4")[0])
        size = 20 * count + 12 if count else 4
        pad = 20 * count + 20 - size
        self._made += [self._block[place:place + size], np.zeros(pad, np.uint8)]
        start = self._unit
        self._unit += count + 1
        return 20 * start + HEAD, (start + 1, start + 1 + count)

    def _closed(self, place: int) -> NDArray[Any] | None:
        """The path of the skin closed behind the hand, or with slits between limbs, as units; None where it needs neither."""
        count = int(self._block[place:place + 4].view("<i4")[0])
        units = self._block[place + 4:place + 4 + 20 * count].view(UNIT)
        found = without_hand(self._view, units["type"], units["at"]) or with_slits(self._view, units["type"], units["at"])
        if found is None:
            return None
        made = np.zeros(len(found[0]), UNIT)
        made["type"], made["at"] = found
        return made

    def _added(self, units: NDArray[Any]) -> tuple[int, tuple[int, int]]:
        """Take in a path of units, filled by winding; the answer is as that of `_path`."""
        count, start = len(units), self._unit
        tail = np.zeros(5, "<i4")
        tail[1] = 1
        self._made += [np.array([count], "<i4").view(np.uint8), units.view(np.uint8), tail[:4].view(np.uint8)]
        self._unit += count + 1
        return 20 * start + HEAD, (start + 1, start + 1 + count)

    def _light(self, light: tuple[Any, ...] | None) -> tuple[int, Any] | None:
        """Both ends of a light as two units more; the answer is where they are, and its tones."""
        if light is None:
            return None
        ends = np.zeros(3, UNIT)
        ends["at"][:2] = ((light[0], light[1]), (light[2], light[3]))
        # The unit before them ends a path, as does the one behind them.
        data = ends.view(np.uint8)
        self._made += [np.zeros(4, np.uint8), data[:40], np.zeros(16, np.uint8)]
        start = self._unit + 1
        self._unit += 3
        return start, light[4]

    def drawn(self) -> Iterator[Drawn]:
        """The nodes of each form with all that is upon it; NaN where a unit is no node."""
        real = np.zeros(len(self.units), bool)
        for row in self.rows:
            for start, end in self._nodes(row):
                real[start:end] = True
        nodes = np.where(real[:, None], self.units["at"], np.nan)
        for number, row in enumerate(self.rows):
            end = self.first[number + 1] if number + 1 < len(self.rows) else len(self.units)
            yield Drawn(row[0], row[1], nodes[self.first[number]:end], row[10])

    def _nodes(self, row: Any) -> Iterator[tuple[int, int]]:
        places = [row[4], *([] if row[5] is None else [row[5]]), *(detail[1] for detail in row[6])]
        for place in places:
            start = (place - HEAD) // 20
            count = int(self.units.view(np.uint8)[place:place + 4].view("<i4")[0])
            yield start + 1, start + 1 + count
        for light in (row[-1], *(detail[-1] for detail in row[6])):
            if light is not None:
                yield light[0], light[0] + 2

    def measured(self, at: Array) -> Measured:
        """What became of the outlines of all forms."""
        # Rows, as numpy sums them up several times as fast as columns.
        now, rest = np.ascontiguousarray(at.take(self._outlines, axis=0).T), self._rest
        rows = np.vstack([now, now - rest])
        least, most = (kind.reduceat(rows, self._starts, axis=1) for kind in (np.minimum, np.maximum))
        alike = ((most - least)[2:].max(axis=0) < ALIKE).tolist()
        shifts = [(x, y) if same else None for same, (x, y) in zip(alike, ((least + most)[2:].T / 2).tolist(), strict=True)]
        boxes = np.vstack([least[:2], (most - least)[:2]]).T.tolist()
        return Measured(boxes, shifts, self._turns(now))

    def _turns(self, now: Array) -> list[float]:
        (x, y), (u, v) = self._rest, now
        rows = np.vstack([x, y, u, v, x * v - y * u, x * u + y * v])
        x, y, u, v, crossed, along = np.add.reduceat(rows, self._starts, axis=1) / self._counts
        found: list[float] = np.degrees(np.arctan2(crossed - (x * v - y * u), along - (x * u + y * v))).tolist()
        return found


class Measured(NamedTuple):
    """Of each form its box (x, y, width, height; mm), by how much all of it moved (mm; None where it did not only move but turned or
    changed its shape), and by how many degrees it turned (clockwise on the sheet)."""

    boxes: list[list[float]]
    shifts: list[tuple[float, float] | None]
    turns: list[float]


class _PosedForms:
    """Makes the forms of one pose, each when it is first asked for. No form refers to this, so that what is shown no longer is
    forgotten at once: to collect such garbage would hold up a body that moves.
    """

    def __init__(self, originals: tuple[Form, ...], layout: _Layout, at: Array) -> None:
        self._paths = _PosedPaths(layout.units, at)
        self._originals, self._rows, self._mended = originals, layout.rows, layout.mended
        self._boxes, self._shifts, self._turns = layout.measured(at)
        self._made: list[Form | None] = [None] * len(originals)

    def form(self, number: int) -> Form:
        """The form of a number in this pose, always the same one; what has not moved is as it was drawn."""
        made = self._made[number]
        if made is None:
            original, shift = self._originals[number], self._shifts[number]
            if shift == STAYS and not self._mended[number]:
                made = original
            elif shift and original.part != "skin":
                made = self._shifted(number, original, shift)
            else:
                made = self._moved(number, original)
            self._made[number] = made
        return made

    def _moved(self, number: int, form: Form) -> Form:
        row, paths = self._rows[number], self._paths
        whole = Lazy(paths.path, row[4])
        seen = whole if row[5] is None else Lazy(paths.path, row[5])
        details = Lazy(paths.details, row[6])
        return Form(form.id, form.part, form.layer, QRectF(*self._boxes[number]), whole, seen, details, form.fill, form.stroke, form.width,
                    form.opacity, (form.grain + self._turns[number]) % 180.0, form.exposures, paths.light(row[-1]))

    def _shifted(self, number: int, form: Form, by: tuple[float, float]) -> Form:
        """A form that only moved along, by so many mm: its paths are made from those at rest, which is faster than to read them."""
        row, paths = self._rows[number], self._paths
        outline = Lazy(_shifted, form.lazy_outline, by)
        seen = outline if form.lazy_seen is form.lazy_outline else Lazy(_shifted, form.lazy_seen, by)
        return Form(form.id, form.part, form.layer, form.box.translated(*by), outline, seen,
                    Lazy(paths.shifted_details, row[6], form, by), form.fill, form.stroke, form.width, form.opacity,
                    form.grain, form.exposures, paths.light(row[-1]))


class _PosedPaths:
    """Gives out the paths and lights of one pose."""

    def __init__(self, rest: NDArray[Any], at: Array) -> None:
        units = rest.copy()
        units["at"] = at
        self.path = Shelf(units.tobytes()).path
        self._at = at

    def shifted_details(self, rows: Iterable[Any], form: Form, by: tuple[float, float]) -> tuple[Detail, ...]:
        """The details of a form that only moved along."""
        return tuple(Detail(one.part, Lazy(_shifted, one.lazy_path, by), one.fill, one.stroke, one.width, one.opacity, self.light(row[-1]))
                     for row, one in zip(rows, form.details, strict=True))

    def details(self, rows: Iterable[Any]) -> tuple[Detail, ...]:
        """The details of a form from their rows."""
        return tuple(Detail(part, Lazy(self.path, place), fill, stroke, width, opacity, self.light(light))
                     for part, place, fill, stroke, width, opacity, light in rows)

    def light(self, light: tuple[int, Any] | None) -> Light | None:
        """A light from its row."""
        if light is None:
            return None
        (x1, y1), (x2, y2) = self._at[light[0]:light[0] + 2].tolist()
        return MovedLight(x1, y1, x2, y2, light[1])


def _shifted(path: Lazy[QPainterPath], by: tuple[float, float]) -> QPainterPath:
    return path.get().translated(*by)


_MODELS: WeakKeyDictionary[Plate, Model] = WeakKeyDictionary()


def _binding(view: ViewName, layout: _Layout) -> Binding:
    """The binding of a plate: from the cache when that is sound and fresh, else made anew."""
    drawn = list(layout.drawn())
    rest = np.vstack([one.nodes for one in drawn])
    key = f"{FORMAT}|{__version__}|{zlib.crc32(layout.units.tobytes()):08x}|{_tables()}"
    kept = cache_folder()
    file = kept / f"binding-{view}-{zlib.crc32(key.encode()):08x}.bin" if kept else None
    if file:
        with suppress(OSError, ValueError, EOFError):
            return _read(file, key, view, rest)
    made = bound(view, drawn)
    if file:
        data = made.packed()
        with suppress(OSError):
            write_atomically(file, f"{key}|{zlib.crc32(data):08x}\n".encode() + data)
    return made


def _read(file: Path, key: str, view: ViewName, rest: Array) -> Binding:
    """The binding of a cache file. Raises OSError or ValueError when there is none, or a stale or damaged one."""
    header, _, data = file.read_bytes().partition(b"\n")
    if header != f"{key}|{zlib.crc32(data):08x}".encode():
        raise ValueError("the binding is stale or damaged")
    return unpacked(view, rest, data)


@of_tables
def _tables() -> str:
    """What the tables of the body are at present."""
    names = ("fibregrid.csv", "described.csv", "parts.csv", "posing.csv", "skeleton.json", "landmarks.csv", "attachments.csv")
    states = (os.stat(folders().data / "body" / name) for name in names)
    return ",".join(f"{state.st_mtime_ns}.{state.st_size}" for state in states)
