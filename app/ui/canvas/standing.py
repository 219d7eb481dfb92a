"""A canvas as far as it holds the diagrams: which are shown, how the body stands on them, and where they stand side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from app.model.anatomy import ViewName
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.paint.scene import Scene, arranged, needs_column
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content
from app.ui.canvas.measure import Measure
from app.ui.canvas.motion import MovingWidget
from app.ui.canvas.sheet import Sheet, staged, whole
from app.ui.canvas.stance import Stance


class StandingWidget(MovingWidget):
    """Holds the diagrams of all views and what is shown of them."""

    def __init__(self, parent: QWidget | None, bare: bool) -> None:
        super().__init__(parent)
        self._plates: Mapping[ViewName, Plate] = {}
        self._names: Mapping[str, str] = {}
        self._views: tuple[ViewName, ...] = ()
        self._content = Content(arranged(()), Marks(), "superficial", "light", bare=bare)
        self._stance = Stance()
        self._boxes: list[QRectF] = []
        self._sheet = Sheet()
        self.unhurried = self._sheet.frames.unhurried
        self.measure = Measure(self)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take over what shapes are called; only shapes with a name can be clicked."""
        self._names = names

    def stand(self, stance: Stance) -> None:
        """Have the body stand otherwise on the same views; where there are as many figures as before, they stay in their places."""
        self._stance, self._sheet.frames.moving = stance, stance.moving
        plates = self._standing()
        before = tuple(place.plate for place in self.scene.places)
        grown = not stance.moving and [plate.box for plate in plates] != self._boxes
        if len(plates) != len(before) or needs_column(plates) != needs_column(before) or grown:
            self._arrange(self._views)
        elif plates != before:
            self._show(replace(self._content, scene=stance.restood(self.scene, plates), moving=stance.moving), fade=False)
        elif self._content.moving != stance.moving:
            self._show(replace(self._content, moving=stance.moving), fade=False)
        self.update()

    @property
    def stance(self) -> Stance:
        """How the body stands."""
        return self._stance

    @property
    def scene(self) -> Scene:
        """The views as they stand side by side, mm."""
        return self._content.scene

    def _standing(self) -> tuple[Plate, ...]:
        return tuple(shown for view in self._views if view in self._plates for shown in self._stance.of(self._plates[view]))

    def _scene(self) -> Scene:
        plates = self._standing()
        self._boxes = [plate.box for plate in plates]
        return staged(plates, self._content, self.font(), self.measure.size)

    def _fitting(self) -> Camera:
        return whole(self._content, self.font(), self.measure.size)

    def _arrange(self, views: tuple[ViewName, ...]) -> None:
        raise NotImplementedError

    def _show(self, content: Content, fade: bool) -> None:
        raise NotImplementedError
