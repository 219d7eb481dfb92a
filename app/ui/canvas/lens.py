"""Where the canvas looks: it fits the whole body, flies to a part of it, is zoomed and dragged."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

from app.ui.canvas.camera import CLOSEST, Camera
from app.ui.canvas.motion import Motion

REST = 90
"""So long after the last step of zooming (ms) the picture is painted sharp."""


class Lens(QObject):
    """Holds the camera, and whether it shows the whole body or has been moved away from it."""

    moved = Signal()
    rested = Signal()
    """The picture is to be painted sharp for where the camera is now."""

    def __init__(self, motion: Motion, parent: QObject) -> None:
        super().__init__(parent)
        self.camera = Camera(0.0, 0.0, 1.0, 1.0, 1.0)
        self.fits = True
        self.zoomed_to: frozenset[str] = frozenset()
        """The shapes to which it has flown, until it goes elsewhere."""
        self._whole = self.camera
        self._motion = motion
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rested)
        motion.moved.connect(self._move_to)
        motion.landed.connect(self.rested)

    @property
    def settled(self) -> bool:
        """Whether it neither flies nor was just zoomed."""
        return not (self._rest.isActive() or self._motion.flying)

    def learn(self, whole: Camera) -> None:
        """Take over the camera that shows the whole body, and go on showing it whole if it was."""
        self._whole = whole
        if self.fits and not self._motion.flying:
            self.camera = whole

    def show_whole(self, whole: Camera) -> None:
        """Show another whole at once."""
        self._motion.stop()
        self.fits, self.camera, self._whole = True, whole, whole

    def resize(self, whole: Camera) -> None:
        """Keep showing the whole body, or else keep the middle in the middle of a widget of another size."""
        self._whole = whole
        if self.fits:
            self._motion.stop()
            self.camera = whole
        else:
            self.camera = replace(self.camera, width=whole.width, height=whole.height)

    def fit(self) -> None:
        """Go back to the whole body."""
        self.fits, self.zoomed_to = True, frozenset()
        self.fly(self._whole)

    def look_at(self, goal: Camera, shapes: frozenset[str]) -> None:
        """Come close to some shapes."""
        self.fits, self.zoomed_to = False, shapes
        self.fly(goal)

    def fly(self, goal: Camera) -> None:
        """Move to another camera of the same size."""
        self._motion.fly(self.camera, goal)

    def zoom(self, factor: float, at: QPointF) -> None:
        """Come closer by a factor, staying over a place of the widget (px)."""
        self._leave_whole()
        least = self._whole.scale
        self._move_to(self.camera.zoomed(factor, (at.x(), at.y()), (least * 0.6, least * CLOSEST)))
        self._rest.start()

    def drag(self, by: QPointF, ratio: float, within: QRectF) -> None:
        """Move the picture by some px, its middle staying on a box of the scene (mm)."""
        self._leave_whole()
        # Whole device pixels, so that what is still in sight can be copied.
        camera = self.camera.panned(round(by.x() * ratio) / ratio, round(by.y() * ratio) / ratio)
        self._move_to(camera.kept_on((within.x(), within.y(), within.width(), within.height())))
        # What stands beside the body comes back when the hand rests.
        self._rest.start()

    def _leave_whole(self) -> None:
        self._motion.stop()
        self.fits, self.zoomed_to = False, frozenset()

    def _move_to(self, camera: Camera) -> None:
        self.camera = camera
        self.moved.emit()
