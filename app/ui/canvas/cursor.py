"""Where the keyboard's cursor can stand on the body, and where it goes from there. It knows no widgets."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.diagram.drawing import owner
from app.paint.plain import CORDS, DECORATION
from app.paint.plate import Form, Plate, Sight
from app.paint.scene import Scene
from app.state.state import Depth
from app.ui.canvas.pointing import Target

GRAIN = 3.0
"""What is seen is sought in cells of so many mm."""
ASIDE = 1.25
"""How much dearer a mm across the direction is than one along it."""
WIDE = 4.0
"""So many mm across for one along still count as lying in a direction, where nothing lies more straight ahead."""
TRIED = 12
"""So many cells of a shape are tried for one at which a click means it."""
KEPT = 12
"""The seen spots of a view are kept for so many ways of looking at it."""


class Spot(NamedTuple):
    """A shape, and a point (mm of the scene) well inside the part of it that is seen on one view."""

    shape: str
    x: float
    y: float


Direction = tuple[int, int]
"""Across (right is 1) and down (down is 1); one of them is 0."""


def spots_of(target: Target) -> tuple[Spot, ...]:
    """All spots of a scene: for each view, whatever a click there can choose without going deeper."""
    return tuple(
        Spot(shape, x + place.x, y + place.y)
        for place in target.scene.places
        for shape, x, y in _spots_on(place.plate, target.depth, target.sight, target.areas)
        if target.names is None or shape in target.names)


def prepared(target: Target) -> Iterator[None]:
    """Find the spots view by view, in steps, so that the first key need not wait for them."""
    for place in target.scene.places:
        _spots_on(place.plate, target.depth, target.sight, target.areas)
        yield


def next_spot(spots: Iterable[Spot], here: Spot, way: Direction) -> Spot | None:
    """The nearest spot in a direction, as seen on the sheet; None where there is none.

    Nearest is what lies within 45 degrees of the direction, and only where nothing does what lies further aside.
    """
    others = [spot for spot in spots if spot != here]
    for share in (1.0, WIDE):
        ahead = [(cost, spot) for spot in others if (cost := _cost(here, spot, way, share)) is not None]
        if ahead:
            return min(ahead)[1]
    return None


def _cost(here: Spot, there: Spot, way: Direction, share: float) -> float | None:
    """How far a spot is in a direction, mm and dearer aside; None where it lies more aside than a share of that."""
    across, down = there.x - here.x, there.y - here.y
    along = across * way[0] + down * way[1]
    aside = abs(across * way[1]) + abs(down * way[0])
    if along <= 0.0 or aside > along * share:
        return None
    return along + ASIDE * aside


def nearest_spot(spots: Iterable[Spot], x: float, y: float) -> Spot | None:
    """The spot nearest to a point of the scene (mm)."""
    return min(((math.hypot(spot.x - x, spot.y - y), spot) for spot in spots), default=(0.0, None))[1]


def end_spot(spots: Iterable[Spot], scene: Scene, here: Spot, last: bool) -> Spot | None:
    """The topmost spot of the view on which a spot lies, or the lowest."""
    place = scene.place_at(here.x, here.y)
    on_view = [spot for spot in spots if place is None or scene.place_at(spot.x, spot.y) is place]
    return min(((spot.y * (-1 if last else 1), spot) for spot in on_view), default=(0.0, None))[1]


def view_spot(spots: Iterable[Spot], scene: Scene, here: Spot, last: bool) -> Spot | None:
    """The spot on the first view, or the last, that lies most as a spot lies on its own."""
    place, there = scene.place_at(here.x, here.y), scene.places[-1 if last else 0] if scene.places else None
    if place is None or there is None:
        return None
    return nearest_spot((spot for spot in spots if scene.place_at(spot.x, spot.y) is there),
                        here.x - place.box.x() + there.box.x(), here.y - place.box.y() + there.box.y())


def buried_spot(scene: Scene, shapes: Iterable[str]) -> Spot | None:
    """The middle of one of some shapes that are nowhere in sight, on the view that shows it best."""
    found = [(form.burial, Spot(shape, form.box.center().x() + place.x, form.box.center().y() + place.y))
             for shape in shapes for place in scene.places if (form := place.plate.by_id.get(shape))]
    return min(found)[1] if found else None


def beneath(target: Target, here: Spot) -> str | None:
    """The shape that lies beneath the cursor's at its spot; after the innermost, the topmost."""
    found = [shape for shape in target.all_at(here.x, here.y) if shape]
    if not found:
        return None
    return found[(found.index(here.shape) + 1) % len(found)] if here.shape in found else found[0]


Look = tuple[Depth, Sight, bool]

# A view in a posture is another one in each: what is known of it must not keep it.
_SPOTS: WeakKeyDictionary[Plate, dict[Look, tuple[Spot, ...]]] = WeakKeyDictionary()


def _spots_on(plate: Plate, depth: Depth, sight: Sight, areas: bool) -> tuple[Spot, ...]:
    """The spots of one view, in the frame of its plate (mm)."""
    known, look = _SPOTS.setdefault(plate, {}), (depth, sight, areas)
    if look not in known:
        if len(known) >= KEPT:
            del known[next(iter(known))]
        known[look] = _found(plate, depth, sight, areas)
    return known[look]


def _found(plate: Plate, depth: Depth, sight: Sight, areas: bool) -> tuple[Spot, ...]:
    forms = plate.areas if areas else _from_the_back(plate, depth, sight)
    means = plate.area_at if areas else _clicked(plate, depth, sight)
    seen: dict[int, list[tuple[int, int, int]]] = {}
    for row, line in enumerate(_numbered(plate.box, forms, areas)):
        at = 0
        for pixel, cells in groupby(line):
            wide, number = sum(1 for _ in cells), pixel & 0xFFFFFF
            if number:
                seen.setdefault(number, []).append((row, at, wide))
            at += wide
    spots = []
    for number, runs in sorted(seen.items()):
        form = forms[number - 1]
        spot = _inside(form, runs, plate.box, means) if areas or form.choosable else None
        if spot:
            spots.append(spot)
    return tuple(spots)


def _from_the_back(plate: Plate, depth: Depth, sight: Sight) -> tuple[Form, ...]:
    """What is drawn of a view, the topmost last, without what a click goes through."""
    shown = [form for form in plate.forms if form.part != "skin" and sight.shows(form, depth) and not _is_thin(form)]
    return tuple(sorted(shown, key=lambda form: not sight.recedes(form)))


def _is_thin(form: Form) -> bool:
    name = owner(form.id)[0]
    return name in DECORATION or name.endswith(CORDS)


def _clicked(plate: Plate, depth: Depth, sight: Sight) -> Callable[[float, float], Form | None]:
    def means(x: float, y: float) -> Form | None:
        return next((form for form in plate.covering(x, y, depth, sight) if not _is_thin(form)), None)
    return means


def _numbered(box: QRectF, forms: tuple[Form, ...], whole: bool) -> Iterable[memoryview]:
    """For each row of cells of a view the number (from 1) of the form that is seen there; 0 is none."""
    image = QImage(math.ceil(box.width() / GRAIN), math.ceil(box.height() / GRAIN), QImage.Format.Format_RGB32)
    image.fill(0xFF000000)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(1 / GRAIN, 1 / GRAIN)
    painter.translate(-box.topLeft())
    for number, form in enumerate(forms, 1):
        painter.setBrush(QColor.fromRgb(number))
        painter.drawPath(form.outline if whole else form.seen)
    painter.end()
    cells, width = memoryview(bytes(image.constBits())).cast("I"), image.width()
    return [cells[row * width:(row + 1) * width] for row in range(image.height())]


def _inside(form: Form, runs: list[tuple[int, int, int]], box: QRectF,
            means: Callable[[float, float], Form | None]) -> Spot | None:
    """The middle of what is seen of a form, moved to where a click means it; None where there is no such point."""
    count = sum(wide for _, _, wide in runs)
    x = sum((at + wide / 2) * wide for _, at, wide in runs) / count
    y = sum((row + 0.5) * wide for row, _, wide in runs) / count
    # Of each run its cell nearest to the middle, those first that lie nearest and well inside.
    cells = sorted((abs(row + 0.5 - y) + abs(_within(at, wide, x) - x) - 0.3 * min(wide, 6), row, at, wide) for row, at, wide in runs)
    for _, row, at, wide in cells[:TRIED]:
        here = box.left() + _within(at, wide, x) * GRAIN, box.top() + (row + 0.5) * GRAIN
        if means(*here) is form:
            return Spot(form.id, *here)
    return None


def _within(at: int, wide: int, x: float) -> float:
    """The place of a run of cells that lies nearest to `x`, not on its very edge."""
    edge = min(1.5, wide / 2)
    return min(max(x, at + edge), at + wide - edge)
