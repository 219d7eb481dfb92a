"""What a click or the pointer means: which muscle or area lies there, and which comes next at the same spot."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from app.diagram.drawing import owner
from app.model.frozen import frozen
from app.paint.marks import Marks
from app.paint.plain import CORDS, DECORATION, plain_title
from app.paint.plate import PLAIN, Form, Sight
from app.paint.scene import Place, Scene
from app.state.state import Depth

SAME_SPOT = 4.0
"""Clicks at most this far apart (px) are at one spot."""

UNTOLD = "?"
"""What the pointer says of a thing whose name is to be guessed."""


@frozen
class Target:
    """What can be pointed at: muscles that are in sight, only those with a name when there are names, or else areas."""

    scene: Scene
    depth: Depth
    names: Container[str] | None
    areas: bool
    sight: Sight = PLAIN

    def under(self, x: float, y: float) -> Form | None:
        """What is seen at a point of the scene (mm), chosen or not; None on skin, and beside the body."""
        place = self.scene.place_at(x, y)
        if place is None:
            return None
        if self.areas:
            return place.plate.area_at(x - place.x, y - place.y)
        return next((form for form in self._seen(place, x, y) if owner(form.id)[0] not in DECORATION), None)

    def takes(self, form: Form) -> bool:
        """Whether a click chooses a form."""
        return self.areas or (form.choosable and self._named(form.id))

    def told(self, x: float, y: float) -> tuple[tuple[str, ...], str]:
        """What lights up at a point of the scene (mm), and what is named there: what has no card does not light up."""
        form = self.under(x, y)
        return ((form.id,) if form and self.takes(form) else ()), form.id if form else ""

    def at(self, x: float, y: float) -> str | None:
        """What a click at a point of the scene (mm) chooses; None on bone, on skin, on a thing without a card.

        Nerves are so thin that what they lie upon is meant.
        """
        form = self.under(x, y)
        place = self.scene.place_at(x, y)
        if form and place and owner(form.id)[0].endswith(CORDS):
            form = next((one for one in self._seen(place, x, y) if not owner(one.id)[0].endswith(CORDS)), None)
        return form.id if form and self.takes(form) else None

    def all_at(self, x: float, y: float) -> tuple[str | None, ...]:
        """What clicks at a point of the scene (mm) choose one after the other: topmost first, then deeper.

        Where bone or skin lies on top the first is None: one click means that, the next ones what is behind it.
        """
        top = self.at(x, y)
        place = self.scene.place_at(x, y)
        if self.areas or place is None:
            return (top,)
        forms = place.plate.stack_at(x - place.x, y - place.y, self.depth, self.sight)
        beneath = tuple(form.id for form in forms if self._named(form.id))
        return beneath if top else (None, *beneath)

    def _seen(self, place: Place, x: float, y: float) -> Iterator[Form]:
        return place.plate.covering(x - place.x, y - place.y, self.depth, self.sight)

    def _named(self, shape: str) -> bool:
        return self.names is None or shape in self.names


def told_name(marks: Marks, names: Mapping[str, str], shape: str) -> str:
    """What a shape is called, or only a question mark while its name is to be guessed."""
    guessed = [name for name in marks.labels if name.number]
    if guessed and not any(name.told and owner(shape)[0] in map(_thing, name.shapes) for name in guessed):
        return UNTOLD
    return names.get(shape) or plain_title(shape)


def _thing(shape: str) -> str:
    return owner(shape)[0]


class Clicks:
    """Remembers where the last click was, so that the next one at the same spot goes deeper."""

    def __init__(self) -> None:
        self._spot: tuple[float, float] | None = None
        self._turn = 0
        self._found: tuple[str | None, ...] = ()

    def next(self, spot: tuple[float, float], found: tuple[str | None, ...]) -> str | None:
        """What a click at a spot (px of the widget) chooses among what lies there, topmost first.

        What the first click found stays the list for the next ones: a legend that comes or goes may move the body a little.
        """
        same = self._spot is not None and max(abs(spot[0] - self._spot[0]), abs(spot[1] - self._spot[1])) <= SAME_SPOT
        self._turn = self._turn + 1 if same else 0
        if not same:
            self._spot, self._found = spot, found
        return self._found[self._turn % len(self._found)] if self._found else None

    def here(self, spot: tuple[float, float], found: tuple[str | None, ...]) -> str | None:
        """What the last click at a spot (px of the widget) chose; the first one there is one for what is on top."""
        if self._spot is None or max(abs(spot[0] - self._spot[0]), abs(spot[1] - self._spot[1])) > SAME_SPOT:
            return self.next(spot, found)
        return self._found[self._turn % len(self._found)] if self._found else None

    def forget(self) -> None:
        """Begin anew: the picture has moved or changed."""
        self._spot = None
