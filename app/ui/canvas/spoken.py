"""The body for those who hear or feel it: what a screen reader is told of the canvas and of each muscle on it.

Each shape has an object of Qt's, and that has the interface. Interfaces are made when they are asked for, by a factory, and
kept by these objects: one that Python let go of would be used after its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from app.model.look import STATES
from app.paint.marks import Marks
from app.ui.canvas.cursor import spots_of
from app.ui.canvas.walking import Walking

Kind = QAccessible.InterfaceType


class Item(QObject):
    """A muscle or an area of the body, for as long as its canvas lives; `spoken` keeps its interface."""

    def __init__(self, shape: str, body: Body) -> None:
        super().__init__(body)
        self.shape = shape
        self.body = body
        self.spoken: QAccessibleInterface | None = None


class Body(QObject):
    """What is to be heard of one canvas now."""

    def __init__(self, canvas: QWidget, walking: Walking) -> None:
        super().__init__(canvas)
        self.canvas, self.walking = canvas, walking
        self.spoken: QAccessibleInterface | None = None
        self._items: dict[str, Item] = {}
        self._known: tuple[object, tuple[str, ...]] = None, ()
        walking.stood.connect(self._tell_place)
        walking.selected_other.connect(self._tell_choice)

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes that are shown, from head to foot; then what is chosen and lies behind others."""
        target, marks = self.walking.look(), self.walking.content.marks
        key = target, marks
        if self._known[0] != key:
            seen = [spot.shape for spot in sorted(spots_of(target), key=_by_height)]
            behind = () if target.areas else sorted({*marks.selected, *marks.highlighted})
            drawn = {shape for place in target.scene.places for shape in place.plate.by_id}
            self._known = key, tuple(dict.fromkeys((*seen, *(shape for shape in behind if shape in drawn and shape in self.names))))
        return self._known[1]

    @property
    def names(self) -> Mapping[str, str]:
        """What shapes are called."""
        return self.walking.names

    def item(self, shape: str) -> Item:
        """The object of a shape; made when it is first asked for."""
        if shape not in self._items:
            self._items[shape] = Item(shape, self)
        return self._items[shape]

    def interface(self, shape: str) -> QAccessibleInterface | None:
        """The interface of a shape that is shown."""
        return QAccessible.queryAccessibleInterface(self.item(shape)) if shape in self.shapes else None

    def shape_at(self, x: int, y: int) -> str:
        """The shape at a place of the screen, px; empty where there is none."""
        at = QPointF(self.canvas.mapFromGlobal(QPoint(x, y)))
        return self.walking.look().at(*self.walking.camera.to_scene(at.x(), at.y())) or ""

    def box(self, shape: str) -> QRect:
        """Where a shape lies on the screen, px: on the view that shows it best, as far as that is in sight."""
        places = self.walking.content.scene.places
        forms = [(form.burial, number) for number, place in enumerate(places)
                 if (form := place.plate.by_id.get(shape) or place.plate.area_by_id.get(shape))]
        if not forms:
            return QRect()
        place, camera = places[min(forms)[1]], self.walking.camera
        form = place.plate.by_id.get(shape) or place.plate.area_by_id[shape]
        x, y = camera.to_widget(form.box.left() + place.x, form.box.top() + place.y)
        box = QRect(round(x), round(y), round(form.box.width() * camera.scale), round(form.box.height() * camera.scale))
        return box.translated(self.canvas.mapToGlobal(QPoint()))

    def _tell_place(self, shape: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.item(shape), QAccessible.Event.Focus))

    def _tell_choice(self) -> None:
        for shape in sorted(self.walking.selected) if QAccessible.isActive() else ():
            QAccessible.updateAccessibility(QAccessibleEvent(self.item(shape), QAccessible.Event.Selection))


def told_of(shape: str, marks: Marks, names: Mapping[str, str]) -> str:
    """What is to be said of a shape beside its name: whether it is tight or weak, and where it sends pain."""
    words = []
    state, role = marks.states.get(shape), marks.roles.get(shape)
    if state:
        words.append(STATES[state].label.replace(", ", " and "))
    if role:
        areas = sorted(names.get(area, area).lower() for area in marks.areas)
        words.append(("refers pain to the " if role == "refers_essential" else "sometimes refers pain to the ") + " and the ".join(areas)
                     if areas else "refers pain")
    if shape in marks.areas:
        words.append("it hurts here")
    elif shape in marks.washes:
        words.append("pain is referred here")
    return "; ".join(words)


class SpokenBody(QAccessibleWidget):
    """The canvas as a list of what it shows."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.canvas, QAccessible.Role.List, body.canvas.accessibleName())
        self._body = body

    def childCount(self) -> int:
        """Qt: how many shapes are shown."""
        return len(self._body.shapes)

    def child(self, index: int) -> QAccessibleInterface:
        """Qt: one of them."""
        shapes = self._body.shapes
        return _or_none(self._body.interface(shapes[index]) if 0 <= index < len(shapes) else None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt: which of them."""
        item = child.object()
        return self._body.shapes.index(item.shape) if isinstance(item, Item) and item.shape in self._body.shapes else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Qt: what is seen at a place of the screen."""
        return _or_none(self._body.interface(self._body.shape_at(x, y)))

    def focusChild(self) -> QAccessibleInterface:
        """Qt: where the keyboard's cursor stands, or the canvas itself."""
        if not self._body.canvas.hasFocus():
            return _or_none(None)
        return self._body.interface(self._body.walking.shape) or self


class Press(QAccessibleActionInterface):
    """Chooses a shape, as Enter does."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item

    def actionNames(self) -> list[str]:
        """Qt: what can be done."""
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Qt: do it."""
        body = self._item.body
        if self._item.shape not in body.shapes:
            return
        if name == QAccessibleActionInterface.pressAction():
            body.walking.taken.emit(self._item.shape)
        elif name == QAccessibleActionInterface.setFocusAction():
            body.canvas.setFocus()
            body.walking.stand_on(self._item.shape)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Qt: with which keys."""
        return ["Return"] if name == QAccessibleActionInterface.pressAction() else []


class SpokenItem(QAccessibleObject):
    """A muscle or an area."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._item = item
        self._press = Press(item)

    def isValid(self) -> bool:
        """Qt: whether it is still shown."""
        return super().isValid() and self._item.shape in self._item.body.shapes

    def role(self) -> QAccessible.Role:
        """Qt: a line of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Qt: its name, or what is to be said of it."""
        body = self._item.body
        if kind == QAccessible.Text.Name:
            return body.names.get(self._item.shape, "")
        return told_of(self._item.shape, body.walking.content.marks, body.names) if kind == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Qt: whether it is selected, has the cursor, is in sight."""
        state, body, shape = QAccessible.State(), self._item.body, self._item.shape
        marks = body.walking.content.marks
        state.focusable = state.selectable = True
        state.selected = shape in marks.selected or shape in marks.areas
        state.focused = body.canvas.hasFocus() and shape == body.walking.shape
        state.invalid = shape not in body.shapes
        shown = QRect(body.canvas.mapToGlobal(QPoint()), body.canvas.size())
        state.offscreen = not shown.intersects(self.rect())
        return state

    def rect(self) -> QRect:
        """Qt: where it lies on the screen, px."""
        return self._item.body.box(self._item.shape)

    def parent(self) -> QAccessibleInterface:
        """Qt: the canvas."""
        return _or_none(QAccessible.queryAccessibleInterface(self._item.body.canvas))

    def childCount(self) -> int:
        """Qt: nothing is part of it."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        """Qt: nothing is part of it."""
        return _or_none(None)

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Qt: nothing is part of it."""
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Qt: it can be pressed."""
        # What is really wanted is a pointer, which PySide makes of the object.
        return cast(int, self._press if kind == Kind.ActionInterface else None)


def body_of(canvas: QWidget) -> Body | None:
    """What is to be heard of a canvas; None for other widgets."""
    found = canvas.findChild(Body)
    walking = canvas.findChild(Walking)
    return found or (Body(canvas, walking) if walking else None)


def listen(canvases: Iterable[QWidget]) -> None:
    """Have the body be heard from now on, also on canvases that were asked for what they are before."""
    _install()
    if QAccessible.isActive():
        for canvas in canvases:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(canvas)))


@cache
def _install() -> None:
    QAccessible.installFactory(_made)


def _made(key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """The interface of a thing of a class; None where Qt knows better."""
    if isinstance(thing, Item):
        thing.spoken = SpokenItem(thing)
        return thing.spoken
    body = body_of(thing) if key == "BodyCanvas" and isinstance(thing, QWidget) else None
    if body is None:
        return None
    body.spoken = SpokenBody(body)
    return body.spoken


def _or_none(found: QAccessibleInterface | None) -> QAccessibleInterface:
    """What Qt may be given, whatever the types of PySide say."""
    return cast(QAccessibleInterface, found)


def _by_height(spot: tuple[str, float, float]) -> float:
    return spot[2]
