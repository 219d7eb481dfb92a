"""Painting a frame in short steps between what the user does, so that a large or full picture holds up no input."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from app.paint.body import forms_in, paint_body, paint_forms
from app.paint.scene import paint_standing
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content, Frame, blank, scene_transform, setting_of

SLICE = 0.012
"""So long, s, may one step hold up what the user does."""
BUNCH = 12
"""So many forms are painted between two looks at the clock."""


class Unhurried(QObject):
    """At most one frame that is being painted; another that is wanted instead begins anew."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = False
        """Whether frames are painted so at all: where there is no loop of events nothing would come of it."""
        self._for: tuple[Content, Camera, float] | None = None
        self._steps: Iterator[None] = iter(())
        self._image = QImage()
        self._done: Frame | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def frame(self, content: Content, camera: Camera, ratio: float) -> Frame | None:
        """The frame, at `ratio` device px per px, if it is done; else it is begun or goes on, and `finished` will tell."""
        if (content, camera, ratio) != self._for:
            self._for, self._done = (content, camera, ratio), None
            self._image = blank(content, camera, ratio)
            self._steps = _painting(self._image, content, camera, ratio)
            self._timer.start()
        return self._done

    def stop(self) -> None:
        """Let go of what is being painted."""
        self._timer.stop()
        self._for, self._done, self._steps, self._image = None, None, iter(()), QImage()

    def _step(self) -> None:
        end = time.perf_counter() + SLICE
        for _ in self._steps:
            if time.perf_counter() > end:
                return
        self._timer.stop()
        if self._for:
            content, camera, ratio = self._for
            self._image.setDevicePixelRatio(ratio)
            self._done = Frame(self._image, camera, content)
            self.finished.emit()


def _painting(image: QImage, content: Content, camera: Camera, ratio: float) -> Iterator[None]:
    """Paint as `painted` does, bit by bit."""
    scene, marks, setting = content.scene, content.marks, setting_of(content, camera, ratio)
    to_device = scene_transform(camera, ratio)
    exposed = to_device.inverted()[0].mapRect(QRectF(image.rect()).adjusted(-3, -3, 3, 3))
    for place, part in scene.parts(exposed):
        forms = [] if marks.sight.alone else forms_in(place.plate, marks.sight, setting, part)
        for first in range(0, max(len(forms), 1), BUNCH):
            painter = _begun(image, camera, ratio)
            painter.translate(place.x, place.y)
            if marks.sight.alone:
                # Its pale layer is one piece.
                paint_body(painter, place.plate, marks, setting, part)
            paint_forms(painter, forms[first:first + BUNCH], marks, setting)
            painter.end()
            yield
    painter = _begun(image, camera, ratio)
    paint_standing(painter, scene, marks, setting, exposed)
    painter.end()


def _begun(image: QImage, camera: Camera, ratio: float) -> QPainter:
    painter = QPainter(image)
    painter.setClipRect(QRectF(image.rect()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(scene_transform(camera, ratio))
    return painter
