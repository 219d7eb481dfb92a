"""A compiled drawing: shapes with painter paths in paint order, and exact answers to "what is here?".

The frame is the diagram's: millimetres, x to the right of the sheet, y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from app.diagram.drawing import LayerName, Part
from app.diagram.light import Light
from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.paint.notes import Notes
from app.state.state import Depth

T = TypeVar("T")

SPARE, MARGIN = 30.0, 12.0
"""A posed body may reach so far beyond its frame, mm; else the frame grows, and leaves so much free."""

CELL = 50.0
"""Width of a cell of the look-up grid, mm."""

RANKS: dict[str, int] = {"bone": 0, "deep": 1, "intermediate": 2, "superficial": 3}
"""How far out a layer or a depth lies: a depth shows all layers up to its own rank."""


class Lazy(Generic[T]):
    """A value that is made when it is first asked for: most of a compiled drawing is not needed for the first picture."""

    __slots__ = ("_given", "_make", "_value")

    def __init__(self, make: Callable[..., T], *given: object) -> None:
        self._make = make
        self._given = given
        self._value: T | None = None

    def get(self) -> T:
        """The value."""
        if self._value is None:
            self._value = self._make(*self._given)
        return self._value


@frozen
class Detail:
    """One part of a form: a pale tendon, a shadow, a light, fibres, lines. `width` in mm, `opacity` 0..1."""

    part: Part
    lazy_path: Lazy[QPainterPath]
    fill: str | None
    stroke: str | None
    width: float
    opacity: float
    light: Light | None = None

    @property
    def path(self) -> QPainterPath:
        """Its path, mm."""
        return self.lazy_path.get()


class Exposure(NamedTuple):
    """How a form fares at one depth: the share 0..1 of it that is seen, and how many forms lie over it on average."""

    seen: float
    covers: float


HIDDEN = Exposure(0.0, 9.0)


@frozen
class Form:
    """One thing of the body with its details. `box` in mm, `width` of its contour in mm, `opacity` 0..1.

    `grain` is the direction of its fibres in degrees, 0 along x, clockwise, 0..180.
    """

    id: str
    part: Part
    layer: LayerName
    box: QRectF
    lazy_outline: Lazy[QPainterPath]
    lazy_seen: Lazy[QPainterPath]
    lazy_details: Lazy[tuple[Detail, ...]]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    opacity: float = 1.0
    grain: float = 0.0
    exposures: tuple[Exposure, ...] = ()
    """At the depths bone, deep, intermediate, superficial."""
    light: Light | None = None
    """The light on its fill, whatever colour that has."""

    @property
    def outline(self) -> QPainterPath:
        """The whole of it, mm."""
        return self.lazy_outline.get()

    @property
    def seen(self) -> QPainterPath:
        """What of it is not behind something that is drawn earlier, mm."""
        return self.lazy_seen.get()

    @property
    def details(self) -> tuple[Detail, ...]:
        """What is drawn upon it, in order."""
        return self.lazy_details.get()

    @property
    def rank(self) -> int:
        """How far out it lies: 0 (bone, skin, anything without a layer) to 3 (superficial)."""
        return RANKS.get(self.layer, 0)

    @property
    def choosable(self) -> bool:
        """Whether a click may choose it: a muscle, or a structure (such as a band of fascia) with an id."""
        return self.part in ("muscle", "structure")

    def exposure(self, depth: Depth) -> Exposure:
        """How much of it is seen at a depth."""
        return self.exposures[RANKS[depth]] if self.exposures else HIDDEN

    @property
    def burial(self) -> float:
        """How deep it lies on this view, first with its own layer laid bare: of two views, the smaller shows it better."""
        if not self.exposures:
            return HIDDEN.covers
        return self.exposures[self.rank].covers + 0.1 * sum(exposure.covers for exposure in self.exposures)


@frozen
class Sight:
    """What of a plate is to be seen besides its depth: nothing that is `hidden`; all that is `clear` in full.

    While `alone`, everything else but the skeleton is faded, as those forms always are that are drawn translucent.
    """

    hidden: frozenset[str] = frozenset()
    clear: frozenset[str] = frozenset()
    alone: bool = False

    def recedes(self, form: Form) -> bool:
        """Whether what lies beneath a form is pointed at before it."""
        return form.id not in self.clear and (self.alone or form.opacity < 1.0)

    def shows(self, form: Form, depth: Depth) -> bool:
        """Whether a form is drawn at a depth; what alone is clear is never peeled off."""
        return form.id not in self.hidden and (form.rank <= RANKS[depth] or (self.alone and form.id in self.clear))


PLAIN = Sight()


class Plate:
    """One view of the body. Forms are in paint order, deepest first; areas of pain stand apart."""

    notes = Notes()
    """What is noted on this figure besides."""
    ground: tuple[Form, ...] = ()
    """What lies beneath all flesh of a posed body; it cannot be pointed at."""
    last: Any = None
    """What of it was found out last, with for what: while the body moves the same is asked for each frame."""
    _asked: tuple[Sight, Depth, float] | None = None
    _places: list[int]

    def __init__(self, view: ViewName, box: QRectF, forms: tuple[Form, ...], areas: tuple[Form, ...]) -> None:
        self.view = view
        self.box = box
        self.forms = forms
        self.areas = areas

    def shown(self, sight: Sight, depth: Depth, least: float) -> list[Form]:
        """The forms that are drawn at a depth, in order; what is seen of each is a larger share than `least`, 0..1.

        Below 0 it does not matter how much of a form is seen.
        """
        return [self.forms[number] for number in self.places(sight, depth, least)]

    def places(self, sight: Sight, depth: Depth, least: float) -> list[int]:
        """Where the forms that `shown` gives stand among all; known for what was asked last, as no posture changes it."""
        asked = sight, depth, least
        if self._asked != asked:
            rank = RANKS[depth]
            self._places = [number for number, form in enumerate(self.forms) if sight.shows(form, depth)
                            and (least < 0.0 or form.exposures[rank].seen > least)]
            self._asked = asked
        return self._places

    @cached_property
    def by_id(self) -> Mapping[str, Form]:
        """Every form that has an id of its own."""
        return {form.id: form for form in self.forms}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Where every form that has an id of its own stands among all."""
        return {form.id: number for number, form in enumerate(self.forms)}

    @cached_property
    def area_by_id(self) -> dict[str, Form]:
        """Every area of pain of this view."""
        return {area.id: area for area in self.areas}

    @cached_property
    def _cells(self) -> dict[tuple[int, int], tuple[Form, ...]]:
        """For each cell of the grid the forms that may reach into it, topmost first."""
        cells: dict[tuple[int, int], list[Form]] = {}
        for form in reversed(self.forms):
            if form.part != "skin":
                for cell in _cells_of(form.box):
                    cells.setdefault(cell, []).append(form)
        return {cell: tuple(forms) for cell, forms in cells.items()}

    def _near(self, x: float, y: float) -> tuple[Form, ...]:
        return self._cells.get((int(x // CELL), int(y // CELL)), ())

    def form_at(self, x: float, y: float, depth: Depth, sight: Sight = PLAIN) -> Form | None:
        """The topmost form that is seen at a point (mm) at a depth, bones included; None beside the body."""
        return next(self.covering(x, y, depth, sight), None)

    def covering(self, x: float, y: float, depth: Depth, sight: Sight = PLAIN) -> Iterator[Form]:
        """All forms that are drawn at a point (mm) at a depth, topmost first; those that are faded come last."""
        point, rank, hidden = QPointF(x, y), RANKS[depth], sight.hidden
        kept = sight.clear if sight.alone else ()
        faded = []
        # As `sight.shows` has it, without a call for each form: this runs whenever the pointer moves.
        for form in self._near(x, y):
            if (form.rank <= rank or form.id in kept) and form.seen.contains(point) and form.id not in hidden:
                if sight.recedes(form):
                    faded.append(form)
                else:
                    yield form
        yield from faded

    def stack_at(self, x: float, y: float, depth: Depth, sight: Sight = PLAIN) -> tuple[Form, ...]:
        """All choosable forms at a point (mm), topmost first; then what is faded, last what lies behind bone there."""
        point = QPointF(x, y)
        here = [(not form.seen.contains(point), sight.recedes(form), form) for form in self._near(x, y)
                if form.choosable and sight.shows(form, depth) and (form.outline.contains(point) or form.seen.contains(point))]
        return tuple(form for _, _, form in sorted(here, key=_by_prominence))

    def area_at(self, x: float, y: float) -> Form | None:
        """The topmost area of pain at a point (mm)."""
        point = QPointF(x, y)
        for area in reversed(self.areas):
            if area.box.contains(point) and area.outline.contains(point):
                return area
        return None


class PosedPlate(Plate):
    """A view in a pose. `rest` is the plate as it was drawn, `pose` what moved it (a `Pose` of the package ``app.pose``).

    `posed` gives the form of a number, forms first and then areas, always the same one. A form is made when it is first asked
    for: on a body that moves most that are covered never are.
    """

    def __init__(self, rest: Plate, pose: Any, posed: Callable[[int], Form]) -> None:
        self.view, self.rest, self.pose = rest.view, rest, pose
        self.box = framed(rest.box, [posed(number).box for number, form in enumerate(rest.forms) if form.part == "skin"])
        self.marked: Any = None
        self.by_id = _ById(rest.numbers, posed)
        self._posed = posed

    def __getattr__(self, name: str) -> Any:
        """Python: asked for what is not there yet."""
        if name not in ("forms", "areas"):
            raise AttributeError(name)
        first = len(self.rest.forms)
        if name == "forms":
            self.forms = tuple(map(self._posed, range(first)))
        else:
            self.areas = tuple(map(self._posed, range(first, first + len(self.rest.areas))))
        return getattr(self, name)

    def shown(self, sight: Sight, depth: Depth, least: float) -> list[Form]:
        """The forms that are drawn at a depth, of which more than `least` is seen."""
        return [self._posed(number) for number in self.rest.places(sight, depth, least)]


class _ById(Mapping[str, Form]):
    """The forms of a posed plate by their ids, each made when it is first asked for."""

    def __init__(self, numbers: Mapping[str, int], posed: Callable[[int], Form]) -> None:
        self._numbers, self._posed = numbers, posed

    def __getitem__(self, shape: str) -> Form:
        return self._posed(self._numbers[shape])

    def __contains__(self, shape: object) -> bool:
        return shape in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def framed(box: QRectF, skins: Iterable[QRectF]) -> QRectF:
    """The frame (mm) of a posed body, whose skin has these boxes: that of the neutral one, unless it reaches far beyond."""
    reach = QRectF(box)
    for skin in skins:
        reach = reach.united(skin)
    left, top, right = (by + MARGIN if by > SPARE else 0.0 for by in
                        (box.left() - reach.left(), box.top() - reach.top(), reach.right() - box.right()))
    return box.adjusted(-left, -top, right, 0.0)


def outlines(plate: Plate) -> tuple[QPainterPath, ...]:
    """The outlines of the whole body on a view, mm."""
    return tuple(form.outline for form in plate.forms if form.part == "skin")


def _by_prominence(found: tuple[bool, bool, Form]) -> tuple[bool, bool]:
    return found[:2]


def _cells_of(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // CELL), int(box.right() // CELL) + 1):
        for row in range(int(box.top() // CELL), int(box.bottom() // CELL) + 1):
            yield column, row
