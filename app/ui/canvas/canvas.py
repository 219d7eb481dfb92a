"""The body on the screen: shows views with their marks, zooms and pans, and tells what is clicked and pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.anatomy import ViewName
from app.model.look import ThemeName
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.state.state import Depth
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content
from app.ui.canvas.gestures import Gestures
from app.ui.canvas.lens import Lens
from app.ui.canvas.motion import Motion
from app.ui.canvas.pointing import Clicks, Target
from app.ui.canvas.sheet import close_to, described, strayed, target_of
from app.ui.canvas.standing import StandingWidget
from app.ui.canvas.tip import Pointer, clicked, pointed
from app.ui.canvas.walking import Walking


class BodyCanvas(StandingWidget):
    """Shows the views of a state side by side; it only tells what is done to it."""

    muscle_clicked = Signal(str)
    muscle_added = Signal(str)
    area_clicked = Signal(str)
    hovered = Signal(str)
    """The id of the muscle or area under the pointer; empty when there is none."""
    cleared = Signal()
    menu_asked = Signal(str, QPoint)
    """A menu is wanted for a muscle, while areas are picked for an area (empty beside all), at a place of the screen."""

    def __init__(self, parent: QWidget | None = None, bare: bool = False) -> None:
        super().__init__(parent, bare)
        self.setMinimumSize(240, 240)
        self.setAccessibleName("Body")
        self._picks_areas = False
        self._pointer = Pointer()
        self._clicks = Clicks()
        self._motion = Motion(self)
        self._lens = Lens(self._motion, self)
        self._gestures = Gestures(self, self.measure)
        self._walking = Walking(self.measure, self._lens, self._content, self.target, self._stand)
        self._wire()

    def _wire(self) -> None:
        self._lens.moved.connect(self._moved)
        self._lens.rested.connect(self.sharpen)
        self._motion.faded.connect(self.update)
        self.unhurried.finished.connect(self._motion.fade_on)
        self._gestures.zoomed.connect(self._lens.zoom)
        self._gestures.dragged.connect(self._drag)
        self._gestures.clicked.connect(self._click)
        self._gestures.added.connect(self._add)
        self._gestures.double_clicked.connect(self._double_click)
        self._gestures.pointed.connect(self._point)
        self._gestures.left.connect(self._leave)
        self._gestures.fit_wanted.connect(self.fit)
        self._walking.taken.connect(self._take)
        self._walking.given_up.connect(self.cleared)
        self._walking.menu_asked.connect(self.menu_asked)

    def set_plates(self, plates: Mapping[ViewName, Plate], views: tuple[ViewName, ...] = ()) -> None:
        """Take over the diagrams of all views, and show some of them at first: others need not be unpacked."""
        self._plates = plates
        self._arrange(self._views or views or tuple(plates))

    def set_theme(self, name: ThemeName) -> None:
        """Paint in the colours of a theme, with words as large as the window's."""
        scene = self._scene() if self._lens.fits else self.scene
        self._show(replace(self._content, theme=name, scene=scene, letters=self.fontInfo().pixelSize()), fade=False)

    def show_marks(self, marks: Marks, depth: Depth, views: tuple[ViewName, ...], fade: float = 0.0) -> None:
        """Show a state: its marks, which views, how much is peeled off, and how strongly (0..1) the next layer remains."""
        before = self._content.marks
        if views != self._views or marks.labelled != before.labelled:
            self._content = replace(self._content, marks=replace(before, labelled=marks.labelled))
            self._arrange(views)
        marks = replace(marks, show_areas=self._picks_areas)
        self._show(replace(self._content, marks=marks, depth=depth, fade=fade), fade=True)
        self.setAccessibleDescription(described(self._content, self._names))
        self._walking.learn(self._content, self._names)
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

    def fit(self) -> None:
        """Show the whole body."""
        self._leave()
        self._lens.fit()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the view; a factor above 1 comes closer."""
        self._lens.zoom(factor, self.measure.box.center())

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
    def tip(self) -> tuple[Pointer, QRectF]:
        """What is pointed at with what is said of it, and where that stands, px."""
        return self._pointer, self._sheet.tip_at(self._content, self.camera, self._pointer, self.font())

    @property
    def camera(self) -> Camera:
        """What part of the scene is shown."""
        return self._lens.camera

    def _arrange(self, views: tuple[ViewName, ...]) -> None:
        self._views = views
        self._content = replace(self._content, scene=self._scene())
        self._lens.show_whole(self._fitting())
        self._clicks.forget()
        self._leave()
        self.update()

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
        self._walking.follow()
        self.update()

    def _moved(self) -> None:
        self._clicks.forget()
        if self._pointer.name and not self._walking.lit:
            self._leave()  # What was under the pointer no longer is.
        self.update()

    def _drag(self, by: QPointF) -> None:
        self._lens.drag(by, self.measure.ratio, self._content.scene.box)

    def target(self) -> Target:
        """What can be pointed at now."""
        return target_of(self._content, self._names, self._picks_areas)

    def _click(self, at: QPointF) -> None:
        there = self._sheet.located(self._content, self.camera, at)
        if there:
            self._leave()
            self._lens.fly(there)
            return
        found = self.target().all_at(*self.camera.to_scene(at.x(), at.y()))
        chosen = self._clicks.next((at.x(), at.y()), found)
        self._lens.zoomed_to = frozenset()  # Who clicks on the body has found what to look at.
        if chosen:
            self._take(chosen)
            # A click that went deeper says what it reached, until the pointer moves.
            self._light(clicked(self._content.marks, chosen, self._names, at))
        elif not self._picks_areas:
            self.cleared.emit()

    def _add(self, at: QPointF) -> None:
        found = self.target().all_at(*self.camera.to_scene(at.x(), at.y()))
        chosen = self._clicks.here((at.x(), at.y()), found)
        if chosen:
            (self.area_clicked if self._picks_areas else self.muscle_added).emit(chosen)

    def _take(self, shape: str) -> None:
        (self.area_clicked if self._picks_areas else self.muscle_clicked).emit(shape)

    def _double_click(self, at: QPointF) -> None:
        # While the whole body is shown there is nothing to fit, so quick clicks go deeper, too.
        if self._lens.fits or self._picks_areas:
            self._click(at)
        else:
            self.fit()

    def _point(self, at: QPointF) -> None:
        if self._stance.moving:
            return
        now = pointed(self.target(), self._content.marks, (at, self.camera), self._pointer)
        changed = now.shapes != self._pointer.shapes
        self._light(now)
        if changed:
            self.hovered.emit(now.shapes[0] if now.shapes else "")

    def _stand(self, shape: str, at: QPointF) -> None:
        """Light up where the keyboard's cursor stands; no shape ends it."""
        before = self._pointer.shapes
        self._light(replace(clicked(self._content.marks, shape, self._names, at), ringed=True) if shape else Pointer())
        if self._pointer.shapes != before:
            self.hovered.emit(shape)

    def _leave(self) -> None:
        if self._pointer.shapes:
            self.hovered.emit("")
        self._light(Pointer())

    def _light(self, pointer: Pointer) -> None:
        """Show another pointer and repaint no more than the two need."""
        before, self._pointer = self._pointer, pointer
        self._walking.lit = pointer.ringed
        for one in (before, pointer) if pointer != before else ():
            for box in self._sheet.touched(self._content, self.camera, one, self.font()):
                self.update(self.measure.on_widget(box))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cached picture, and over it what changes with the pointer."""
        painter = self.measure.painter(event)
        settled = self._sheet.settled = self._lens.settled and not self._stance.moving
        content, camera = self._sheet.frames.draw(painter, self._content, self.camera, self.measure.ratio, settled)
        self._sheet.frames.draw_fading(painter, self.camera, self._motion.share)
        self._sheet.draw_live(painter, content, camera, self.measure.ratio, self._pointer)
        if self._walking.by_keyboard:
            self._sheet.draw_focus(painter, self.measure.box, self._content.theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole body, or else keep the middle in the middle."""
        if self._lens.fits:
            self._show(replace(self._content, scene=self._scene()), fade=False)
        self._lens.resize(self._fitting())
        self._walking.follow()
        super().resizeEvent(event)
