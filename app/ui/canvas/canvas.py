"""The body on the screen: shows views with their marks, zooms and pans, and tells what is clicked and pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.anatomy import ViewName
from app.model.look import ThemeName
from app.paint.marks import Marks
from app.paint.plain import plain_title
from app.paint.plate import Plate
from app.paint.scene import Scene, arranged
from app.state.state import Depth
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content
from app.ui.canvas.gestures import Gestures
from app.ui.canvas.lens import Lens
from app.ui.canvas.motion import Motion
from app.ui.canvas.pointing import Clicks, Target
from app.ui.canvas.sheet import Pointer, Sheet, close_to, described, staged, strayed, whole

BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class BodyCanvas(QWidget):
    """Shows the views of a state side by side; it only tells what is done to it."""

    muscle_clicked = Signal(str)
    area_clicked = Signal(str)
    hovered = Signal(str)
    """The id of the muscle or area under the pointer; empty when there is none."""
    cleared = Signal()
    menu_asked = Signal(str, QPoint)
    """A menu is wanted for a muscle (empty beside all muscles) at a place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 240)
        self.setAccessibleName("Body")
        self._plates: Mapping[ViewName, Plate] = {}
        self._names: Mapping[str, str] = {}
        self._views: tuple[ViewName, ...] = ()
        self._picks_areas = False
        self._content = Content(arranged(()), Marks(), "superficial", "light")
        self._by_keyboard = False
        self._pointer = Pointer()
        self._clicks = Clicks()
        self._sheet = Sheet()
        self._motion = Motion(self)
        self._lens = Lens(self._motion, self)
        self._gestures = Gestures(self)
        self._wire()

    def _wire(self) -> None:
        self._lens.moved.connect(self._moved)
        self._lens.rested.connect(self.sharpen)
        self._motion.faded.connect(self.update)
        self._gestures.zoomed.connect(self._lens.zoom)
        self._gestures.dragged.connect(self._drag)
        self._gestures.clicked.connect(self._click)
        self._gestures.double_clicked.connect(self._double_click)
        self._gestures.pointed.connect(self._point)
        self._gestures.left.connect(self._leave)
        self._gestures.fit_wanted.connect(self.fit)

    @property
    def animated(self) -> bool:
        """Whether flights and new colours take their time."""
        return self._motion.animated

    @animated.setter
    def animated(self, wanted: bool) -> None:
        self._motion.animated = wanted

    # What the window sets.

    def set_plates(self, plates: Mapping[ViewName, Plate]) -> None:
        """Take over the diagrams of all views."""
        self._plates = plates
        self._arrange(self._views or tuple(plates))

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take over what shapes are called; only shapes with a name can be clicked."""
        self._names = names

    def set_theme(self, name: ThemeName) -> None:
        """Paint in the colours of a theme."""
        self._show(replace(self._content, theme=name), fade=False)

    def show_marks(self, marks: Marks, depth: Depth, views: tuple[ViewName, ...], fade: float = 0.0) -> None:
        """Show a state: its marks, which views, how much is peeled off, and how strongly (0..1) the next layer remains."""
        if views != self._views:
            self._arrange(views)
        before = self._content.marks
        if marks.labelled != before.labelled:
            self._content = replace(self._content, marks=replace(before, labelled=marks.labelled))
            self._arrange(views)
        marks = replace(marks, show_areas=self._picks_areas)
        self._show(replace(self._content, marks=marks, depth=depth, fade=fade), fade=True)
        self.setAccessibleDescription(described(self._content, self._names))
        if not self._lens.fits and strayed(before, self._content, self.camera, self._lens.zoomed_to):
            self.fit()

    @property
    def pick_areas(self) -> bool:
        """Whether a click picks an area of pain instead of a muscle."""
        return self._picks_areas

    @pick_areas.setter
    def pick_areas(self, wanted: bool) -> None:
        self._picks_areas = wanted
        self._clicks.forget()
        self._light(Pointer())
        self._show(replace(self._content, marks=replace(self._content.marks, show_areas=wanted)), fade=True)

    def hover(self, shape_ids: tuple[str, ...]) -> None:
        """Light up shapes that are pointed at elsewhere, such as in the panel; none ends it."""
        self._light(Pointer(shape_ids))

    # Zooming and panning.

    def fit(self) -> None:
        """Show the whole body."""
        self._leave()
        self._lens.fit()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the view; a factor above 1 comes closer."""
        self._lens.zoom(factor, QPointF(self.rect().center()))

    def zoom_to(self, shape_ids: tuple[str, ...]) -> None:
        """Come close to some muscles, where they can be seen best."""
        box = self._sheet.box_of(self._content, shape_ids)
        if not box.isEmpty():
            self._leave()
            self._lens.look_at(close_to(box, self._fitting()), frozenset(shape_ids))

    def sharpen(self) -> None:
        """Paint the picture for where the camera is now."""
        self._sheet.frames.blur()
        self.update()

    @property
    def camera(self) -> Camera:
        """What part of the scene is shown."""
        return self._lens.camera

    @property
    def scene(self) -> Scene:
        """The views as they stand side by side, mm."""
        return self._content.scene

    def _arrange(self, views: tuple[ViewName, ...]) -> None:
        self._views = views
        self._content = replace(self._content, scene=self._scene())
        self._lens.show_whole(self._fitting())
        self._clicks.forget()
        self._leave()
        self.update()

    def _scene(self) -> Scene:
        plates = [self._plates[view] for view in self._views if view in self._plates]
        return staged(plates, self._content, self.font(), (self.width(), self.height()))

    def _fitting(self) -> Camera:
        return whole(self._content, self.font(), (self.width(), self.height()))

    def _show(self, content: Content, fade: bool) -> None:
        """Show other content; nothing happens when it is the same."""
        if content == self._content:
            return
        if content.seen_depth != self._content.seen_depth:
            self._clicks.forget()
            self._leave()
        changed = self._sheet.take(content)
        self._content = content
        self._lens.learn(self._fitting())
        if fade and changed:
            self._motion.fade()
        self.update()

    def _moved(self) -> None:
        self._clicks.forget()
        if self._pointer.name:
            self._leave()  # What was under the pointer no longer is.
        self.update()

    def _drag(self, by: QPointF) -> None:
        self._lens.drag(by, self.devicePixelRatioF(), self._content.scene.box)

    def _target(self) -> Target:
        content = self._content
        return Target(content.scene, content.seen_depth, self._names or None, self._picks_areas, content.marks.sight)

    def _click(self, at: QPointF) -> None:
        there = self._sheet.located(self._content, self.camera, at)
        if there:
            self._leave()
            self._lens.fly(there)
            return
        found = self._target().all_at(*self.camera.to_scene(at.x(), at.y()))
        chosen = self._clicks.next((at.x(), at.y()), found)
        self._lens.zoomed_to = frozenset()  # Who clicks on the body has found what to look at.
        if chosen:
            (self.area_clicked if self._picks_areas else self.muscle_clicked).emit(chosen)
            # A click that went deeper says what it reached, until the pointer moves.
            self._light(Pointer((chosen,), self._names.get(chosen, ""), at))
        elif not self._picks_areas:
            self.cleared.emit()

    def _double_click(self, at: QPointF) -> None:
        # While the whole body is shown there is nothing to fit, so quick clicks go deeper, too.
        if self._lens.fits or self._picks_areas:
            self._click(at)
        else:
            self.fit()

    def _point(self, at: QPointF) -> None:
        shapes, shape = self._target().told(*self.camera.to_scene(at.x(), at.y()))
        changed = shapes != self._pointer.shapes
        name = self._names.get(shape) or plain_title(shape) if shape and self._names else ""
        self._light(Pointer(shapes, name, at))
        if changed:
            self.hovered.emit(shapes[0] if shapes else "")

    def _leave(self) -> None:
        if self._pointer.shapes:
            self.hovered.emit("")
        self._light(Pointer())

    def _light(self, pointer: Pointer) -> None:
        """Show another pointer and repaint no more than the two need."""
        before, self._pointer = self._pointer, pointer
        for one in (before, pointer) if pointer != before else ():
            for box in self._sheet.touched(self._content, self.camera, one, self.font()):
                self.update(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cached picture, and over it what changes with the pointer."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._sheet.settled = self._lens.settled
        self._sheet.frames.draw(painter, self._content, self.camera, self.devicePixelRatioF(), self._lens.settled)
        self._sheet.frames.draw_fading(painter, self.camera, self._motion.share)
        self._sheet.draw_live(painter, self._content, self.camera, self.devicePixelRatioF(), self._pointer)
        if self._by_keyboard:
            self._sheet.draw_focus(painter, QRectF(self.rect()), self._content.theme)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: ask for a menu, for what is under the pointer, or from the keyboard for what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(next(iter(sorted(self._content.marks.selected)), ""), self.mapToGlobal(self.rect().center()))
        else:
            at = self.camera.to_scene(event.pos().x(), event.pos().y())
            self.menu_asked.emit(replace(self._target(), areas=False).at(*at) or "", event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it came with the keyboard."""
        self._by_keyboard = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus has gone elsewhere."""
        self._by_keyboard = False
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole body, or else keep the middle in the middle."""
        if self._lens.fits:
            self._show(replace(self._content, scene=self._scene()), fade=False)
        self._lens.resize(self._fitting())
        super().resizeEvent(event)
