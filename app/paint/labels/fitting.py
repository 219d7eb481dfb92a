"""The labels of a scene as it lies on a sheet: measured, laid out, and in the end boxes and lines in px."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from app.model.anatomy import PlumbPoint
from app.model.frozen import frozen
from app.paint.labels.columns import Column, Side, columns
from app.paint.labels.geometry import Box, Point
from app.paint.labels.layout import Anchor, Wish, laid_out
from app.paint.labels.survey import Survey
from app.paint.labels.words import Letters, Line, measured, wrapped
from app.paint.marks import Marks
from app.paint.naming import Name
from app.paint.on_plate import on_plate
from app.paint.overlay import ghosts, hidden
from app.paint.plate import Form, Plate, Sight
from app.paint.plumb import plumb_of
from app.paint.scene import Place, Scene
from app.state.state import Depth

LETTERS = 170.0
"""So far from the middle of a figure the letters beside its head reach, mm."""
KEPT = 8
SLIVER = 0.15
"""A figure of which less than this share 0..1 of the room's width is seen has moved out of sight."""
GLIMPSE = 0.08
"""From this share 0..1 on that is seen of it a muscle is named where nothing shows it better."""
SHORT_OF = 4.0
"""A leader ends so far from a mark of the plumb line, px."""
EDGE = 3.0
"""So far inside the sheet must a point lie, px."""
BLANK = 8.0
"""The line for a name that is to be guessed is as long as so many times the size of its letters, whatever the name."""

@frozen
class Fit:
    """How a scene lies on a sheet: `scale` px per mm, the scene's origin at `x`, `y` px, and the `room` for labels, px."""

    scale: float
    x: float
    y: float
    room: Box
    taken: Box | None = None
    """What stands in the room's upper corner already, px."""


@frozen
class Label:
    """A label as it is drawn, px; `upon` tells that it lies upon the figure."""

    lines: tuple[Line, ...]
    box: Box
    side: Side
    """On which side of it the figure lies."""
    leader: tuple[Point, Point, Point]
    upon: bool
    dot: bool
    """Whether a dot marks the end of its leader; the marks of the plumb line speak for themselves."""
    blank: float = 0.0
    """How long a line, px, stands in place of the name, beneath which there is only the `number`; 0 where the name is told."""
    number: int = 0
    letters: float = 0.0
    """The size of the number's letters, px."""


_surveys: OrderedDict[tuple[int, Depth, Sight], Survey] = OrderedDict()


def survey_of(plate: Plate, depth: Depth, sight: Sight) -> Survey:
    """What is seen on a plate at a depth; the last few are kept."""
    # What is clear makes a difference among faded forms only.
    faded = frozenset(shape for shape in sight.clear if sight.alone or ((form := plate.by_id.get(shape)) and form.opacity < 1.0))
    key = (id(plate), depth, replace(sight, clear=faded))
    found = _surveys.get(key)
    if found is None or found.plate is not plate:
        found = _surveys[key] = Survey(plate, depth, key[2])
        if len(_surveys) > KEPT:
            _surveys.popitem(last=False)
    return found


def labels_of(scene: Scene, marks: Marks, depth: Depth, fit: Fit, letters: Letters) -> tuple[Label, ...]:
    """The labels that the marks ask for."""
    if not marks.labels or not scene.places:
        return ()
    fitting = _Fitting(scene, marks, depth, fit)
    texts: list[dict[int, tuple[Line, ...]]] = []
    wishes, named = [], []
    for name in marks.labels:
        by_column = {index: lines for index, column in enumerate(fitting.columns)
                     if (lines := wrapped(name, math.floor(column.width), letters))}
        sizes = {index: measured(lines, letters.ruler) for index, lines in by_column.items()}
        anchors = fitting.anchors(name)
        if anchors and sizes:
            texts.append(by_column)
            named.append(name)
            wishes.append(Wish(sizes, anchors))
    placed = laid_out(wishes, fitting.columns, fitting.over)
    return tuple(Label(texts[one.wish][one.column], one.box, one.side, (one.start, one.knee, one.end),
                       fitting.columns[one.column].upon, named[one.wish].at is None,
                       0.0 if named[one.wish].told else min(fitting.columns[one.column].width, BLANK * letters.size),
                       named[one.wish].number, letters.size) for one in placed)


class _Fitting:
    """The scene in px of the sheet: its figures by number, and the columns beside them."""

    def __init__(self, scene: Scene, marks: Marks, depth: Depth, fit: Fit) -> None:
        self.depth = depth
        self.fit = fit
        self.places = scene.places
        self.points = [on_plate(marks, place.plate).plumb for place in scene.places]
        self.selected, self.hidden = marks.selected, marks.hidden
        self.surveys = [survey_of(place.plate, depth, marks.sight) for place in scene.places]
        self.columns = tuple(self._columns())
        self.served = {figure for column in self.columns for figure in column.figures}
        self.through = ghosts([place.plate for place in scene.places], marks, depth)
        self.shining = [[place.plate.by_id[shape] for shape, ghost in self.through[place.plate.view].items() if ghost == "covered"]
                        for place in scene.places]
        self.upon = [column.box for column in self.columns if column.upon]

    def _columns(self) -> Iterator[Column]:
        rows: dict[float, list[tuple[int, Box]]] = {}
        room, taken = self.fit.room, self.fit.taken
        for number, place in enumerate(self.places):
            box = self._seen(number)
            if box and not _is_sliver(box, room):
                rows.setdefault(place.box.top(), []).append((number, box))
        for figures in rows.values():
            top, bottom = min(box.top for _, box in figures), max(box.bottom for _, box in figures)
            for column in columns(room._replace(top=max(room.top, top), bottom=min(room.bottom, bottom)), figures):
                lower = column.box._replace(top=taken.bottom) if taken and column.box.meets(taken) else column.box
                yield replace(column, box=lower)

    def _seen(self, number: int) -> Box | None:
        """What is seen of a figure in the room, with the letters beside its head, px; None when nothing is."""
        place, room = self.places[number], self.fit.room
        box = place.plate.box
        left, top = self.to_mm(number, (room.left, room.top))
        right, bottom = self.to_mm(number, (room.right, room.bottom))
        extent = self.surveys[number].extent(max(top, box.top()), min(bottom, box.bottom()))
        if extent is None or extent[1] < left or extent[0] > right:
            return None
        middle = box.center().x()
        one = self.to_px(number, (min(extent[0], middle - LETTERS), max(top, box.top())))
        other = self.to_px(number, (max(extent[1], middle + LETTERS), min(bottom, box.bottom())))
        return Box(*one, *other)

    def to_px(self, number: int, point: Point) -> Point:
        """From mm of a figure's plate to px of the sheet."""
        place, fit = self.places[number], self.fit
        return (point[0] + place.x) * fit.scale + fit.x, (point[1] + place.y) * fit.scale + fit.y

    def to_mm(self, number: int, point: Point) -> Point:
        """From px of the sheet to mm of a figure's plate."""
        place, fit = self.places[number], self.fit
        return (point[0] - fit.x) / fit.scale - place.x, (point[1] - fit.y) / fit.scale - place.y

    def over(self, number: int, a: Point, b: Point) -> float:
        """How many px of a line (px) run over a figure."""
        return self.fit.scale * self.surveys[number].over(self.to_mm(number, a), self.to_mm(number, b))

    def anchors(self, name: Name) -> dict[tuple[int, Side], tuple[Anchor, ...]]:
        """Where a name may point to (px), on that view of those in sight that shows it best, by figure and side of the label."""
        if name.at:
            return dict(self._on_line(name.at))
        figures = self._best(name)
        # A leader across the other half of a figure is better than no name.
        found = (self._on_figure(number, forms, across) for across in (False, True) for number, forms in figures)
        return next((anchors for anchors in found if anchors), {})

    def _on_figure(self, number: int, forms: list[Form], across: bool) -> dict[tuple[int, Side], tuple[Anchor, ...]]:
        """Where some forms of a figure may be pointed to (px), from their own side or from `across` the figure."""
        found: dict[tuple[int, Side], tuple[Anchor, ...]] = {}
        for form in forms:
            on_right = form.box.center().x() > self.places[number].plate.box.center().x()
            for side in self._sides(number, on_right != across):
                points = tuple(self._anchors(number, form, side))
                if points:
                    found[number, side] = points
        return found

    def _on_line(self, point: PlumbPoint) -> Iterator[tuple[tuple[int, Side], tuple[Anchor, ...]]]:
        """Where a point beside the plumb line may be pointed to, on the first view from the side."""
        for number, place in enumerate(self.places):
            plumb = plumb_of(place.plate, self.points[number])
            if plumb:
                x, y = next((x, y) for name, x, y in plumb.places if name == point.name)
                ends = sorted(self.to_px(number, (one, y)) for one in (plumb.x, x))
                if all(self.fit.room.holds(Box(*end, *end)) for end in ends):
                    yield (number, "right"), (Anchor(ends[0][0] - SHORT_OF, ends[0][1], 0.0),)
                    yield (number, "left"), (Anchor(ends[1][0] + SHORT_OF, ends[1][1], 0.0),)
                return

    def _sides(self, number: int, on_right: bool) -> Iterator[Side]:
        """On which side of its label the figure may lie; from front and back each half of the body has its own margin."""
        own: Side = "left" if on_right else "right"
        other: Side = "right" if on_right else "left"
        for side in (own, other):
            if (number, side) in self.served and (side == own or self.places[number].plate.view in ("right", "left")):
                yield side

    def _anchors(self, number: int, form: Form, side: Side) -> Iterator[Anchor]:
        room = self.fit.room
        corner, end = self.to_mm(number, (room.left + EDGE, room.top + EDGE)), self.to_mm(number, (room.right - EDGE, room.bottom - EDGE))
        within = QRectF(corner[0], corner[1], end[0] - corner[0], end[1] - corner[1])
        seen = form.exposure(self.depth).seen >= GLIMPSE and form.id not in self.through[self.places[number].plate.view]
        margin: Side = "right" if side == "left" else "left"
        found = self.surveys[number].anchors(form, margin, seen, within)
        # What shines through lies over all else; a point in it would seem to be its own.
        bare = [anchor for anchor in found if not (self.shining[number] and self._shone_over(number, form, anchor))]
        for anchor in bare or found:
            x, y = self.to_px(number, (anchor.x, anchor.y))
            if not any(box.left <= x <= box.right for box in self.upon):
                yield Anchor(x, y, anchor.cost * self.fit.scale)

    def _shone_over(self, number: int, form: Form, anchor: Anchor) -> bool:
        point = QPointF(anchor.x, anchor.y)
        return any(other is not form and other.box.contains(point) and other.outline.contains(point)
                   for other in self.shining[number])

    def _shown(self, place: Place, form: Form) -> bool:
        """Whether a form is seen on a plate, or shown through what hides it."""
        if form.id in self.hidden:
            return False
        return (form.exposure(self.depth).seen >= GLIMPSE or form.id in self.selected
                or form.id in self.through[place.plate.view])

    def _best(self, name: Name) -> list[tuple[int, list[Form]]]:
        """The figures that have a name's shapes, the one that shows them best first."""
        found = []
        for number, place in enumerate(self.places):
            forms = [form for shape in name.shapes if (form := place.plate.by_id.get(shape)) and self._shown(place, form)]
            if forms:
                found.append((number, forms))

        def rank(one: tuple[int, list[Form]]) -> tuple[bool, bool, int, float]:
            form = min(one[1], key=lambda form: form.burial)
            # At their own depth bones count as seen from all around; what muscles leave of them tells where they lie.
            seen = sum(one.seen for one in form.exposures) if form.part == "bone" else form.exposure(self.depth).seen
            size = seen * form.box.width() * form.box.height()
            shines = form.id in self.through[self.places[one[0]].plate.view]
            return hidden(form, self.depth) is not None, not shines, round(form.burial), -size

        return sorted(found, key=rank)


def _is_sliver(figure: Box, room: Box) -> bool:
    """Whether so little of a figure is still in the room that it is not meant."""
    seen = min(figure.right, room.right) - max(figure.left, room.left)
    return seen < min(SLIVER * room.width, figure.width / 2)
