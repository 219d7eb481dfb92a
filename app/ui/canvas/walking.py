"""The keyboard on the body: arrows move a cursor from muscle to muscle, Enter chooses, Shift+Enter goes deeper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent

from app.ui.canvas.camera import Camera
from app.ui.canvas.cursor import (
    Direction,
    Spot,
    beneath,
    buried_spot,
    end_spot,
    nearest_spot,
    next_spot,
    prepared,
    spots_of,
    view_spot,
)
from app.ui.canvas.frame import Content
from app.ui.canvas.lens import Lens
from app.ui.canvas.measure import Measure
from app.ui.canvas.pointing import Target

BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
REST = 120
"""So long after the body got the keyboard, or something else is shown, ms, where the cursor can stand is sought."""
KEEP = 72.0
"""In a near picture the cursor keeps so far from the edge, px, or a quarter of the widget."""
WAYS: dict[int, Direction] = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

Stand = Callable[[str, QPointF], None]
"""Lights up a shape and names it beside a place of the picture (px); no shape ends it."""


class Walking(QObject):
    """Holds the cursor. It asks what can be stood upon when a key is pressed, and not before."""

    taken = Signal(str)
    """Enter chose a shape."""
    given_up = Signal()
    """Escape was pressed while there was no cursor."""
    stood = Signal(str)
    """The cursor was moved to a shape."""
    selected_other = Signal()
    menu_asked = Signal(str, QPoint)
    """A menu is wanted for a muscle or an area (empty beside all) at a place of the screen."""

    def __init__(self, measure: Measure, lens: Lens, content: Content, look: Callable[[], Target], stand: Stand) -> None:
        super().__init__(measure.widget)
        self.lit = False
        """Whether the cursor is to be seen."""
        self.by_keyboard = False
        """Whether the keyboard brought the focus here."""
        self._measure, self._lens, self._stand, self.look = measure, lens, stand, look
        self._spot: Spot | None = None
        self._target: Target | None = None
        self._meant: tuple[str, ...] = ()
        self.content = content
        self.names: Mapping[str, str] = {}
        self._prepares: Target | None = None
        self._steps: Iterator[None] = iter(())
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._prepare)
        lens.moved.connect(self.follow)
        measure.widget.installEventFilter(self)

    @property
    def shape(self) -> str:
        """The shape on which the cursor is seen to stand; empty where it is not to be seen."""
        return self._spot.shape if self._spot and self.lit else ""

    @property
    def camera(self) -> Camera:
        """What part of the scene is shown."""
        return self._lens.camera

    @property
    def selected(self) -> frozenset[str]:
        """What is selected."""
        return self.content.marks.selected

    def learn(self, content: Content, names: Mapping[str, str]) -> None:
        """Learn what is shown: the next key begins at what was chosen elsewhere."""
        before, self.content, self.names = self.selected, content, names
        if self._measure.widget.hasFocus():
            self._rest.start(REST)
        if self.selected == before:
            return
        if self.selected and not (self._spot and self._spot.shape in self.selected):
            self._meant = tuple(sorted(self.selected, reverse=True))
        self.selected_other.emit()

    def place(self) -> QPointF:
        """Where the cursor stands, px of the picture."""
        spot = self._spot
        return QPointF(*self._lens.camera.to_widget(spot.x, spot.y)) if spot else self._measure.box.center()

    def stand_on(self, shape: str) -> None:
        """Put the cursor on a shape, as if keys had moved it there."""
        self._meant = (shape,)
        self._go(self._here(spots_of(self.look())))

    def follow(self) -> None:
        """Keep the cursor's light where its shape is, when the picture has moved."""
        if self.lit and self._spot:
            self._stand(self._spot.shape, self.place())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keys that mean the cursor go no further."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QContextMenuEvent):
            self._ask_menu(event)
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._rest.start(REST)
            self.by_keyboard = event.reason() in BY_KEYBOARD
            if self.by_keyboard and self._spot and not self._meant and self.look() == self._target:
                self._go(self._spot)
        elif event.type() == QEvent.Type.FocusOut:
            self.by_keyboard = False
            self._leave()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and held == PLAIN:
            return self._escape()
        known = ((key in WAYS and held == PLAIN) or (key in ENTERS and held in (PLAIN, SHIFT))
                 or (key in ENDS and held in (PLAIN, CONTROL)))
        if known:
            self.by_keyboard = True
            # The frame round the widget may be new.
            self._measure.widget.update()
            self._walk(key, held)
        return known

    def _walk(self, key: int, held: Qt.KeyboardModifier) -> None:
        target = self.look()
        spots = spots_of(target)
        was_lit, fresh = self.lit and not self._meant, target != self._target
        here = self._here(spots)
        if here is None or not was_lit or (fresh and here != self._spot):
            self._go(here)
        elif key in WAYS:
            self._go(next_spot(spots, here, WAYS[key]) or here)
        elif key in ENDS:
            ends = view_spot if held == CONTROL else end_spot
            self._go(ends(spots, target.scene, here, key == Qt.Key.Key_End) or here)
        elif held == SHIFT:
            self._take(here._replace(shape=beneath(target, here) or here.shape))
        else:
            self._take(here)

    def _here(self, spots: tuple[Spot, ...]) -> Spot | None:
        """Where the cursor stands in what is shown now: where it was, else on what was chosen, else in the middle."""
        target = self.look()
        meant, self._meant = self._meant, ()
        camera, old, known = self._lens.camera, self._spot, self._target
        if meant and not target.areas:
            seen = nearest_spot((spot for spot in spots if spot.shape in meant), camera.x, camera.y)
            found = seen or buried_spot(target.scene, meant)
            if found:
                return found
        if old and known and known.scene is target.scene and known.areas == target.areas:
            # What lies beneath a muscle was reached by going deeper, and is still there.
            return old if old in spots or target == known else nearest_spot(spots, old.x, old.y)
        same = nearest_spot((spot for spot in spots if old and spot.shape == old.shape), camera.x, camera.y)
        return same or nearest_spot(spots, camera.x, camera.y)

    def _take(self, spot: Spot) -> None:
        self._spot = spot
        self.taken.emit(spot.shape)
        # What was chosen may have moved the picture, and its name is told once more.
        self._meant = ()
        self._go(spot)

    def _go(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._spot, self._target = spot, self.look()
        self._bring_into_view()
        self._stand(spot.shape, self.place())
        self.stood.emit(spot.shape)

    def _bring_into_view(self) -> None:
        if self._lens.fits:
            return
        at, camera = self.place(), self._lens.camera
        across, down = (_short_of(place, room) for place, room in ((at.x(), camera.width), (at.y(), camera.height)))
        if across or down:
            self._lens.fly(camera.panned(across, down))

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, for what is under the pointer, or from the keyboard for the cursor's muscle, else the selected one."""
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            shape = self.shape or next(iter(sorted(self.selected)), "")
            at = self.place() if self.lit else self._measure.box.center()
            self.menu_asked.emit(shape, self._measure.on_screen(at))
        else:
            x, y = self._lens.camera.to_scene(*self._measure.of(QPointF(event.pos())).toTuple())
            self.menu_asked.emit(self.look().at(x, y) or "", event.globalPos())

    def _prepare(self) -> None:
        """Get ready for the next key, one view after the other."""
        target = self.look()
        if self._prepares != target:
            self._prepares, self._steps = target, prepared(target)
        if next(self._steps, self) is None:
            self._rest.start(0)

    def _escape(self) -> bool:
        if not self.lit:
            self.given_up.emit()
            return False
        self._leave()
        return True

    def _leave(self) -> None:
        if self.lit:
            self._stand("", QPointF())


def _short_of(place: float, room: float) -> float:
    """By how many px the picture must move so that a place is well inside a room (px)."""
    margin = min(KEEP, room / 4)
    return min(max(place, margin), room - margin) - place
