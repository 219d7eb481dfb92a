"""The labels on the canvas: laid out anew when the camera rests, left out while it moves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontInfo, QPainter

from app.paint.labels.drawing import paint_labels, ruler_for
from app.paint.labels.fitting import Fit, Label, labels_of
from app.paint.labels.geometry import Box
from app.paint.labels.words import Letters
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content

USUAL, SMALLER = 13.0, 0.85
"""Names are written smaller than the text of the window, by this factor at a time, down to so many px."""


class Beside:
    """Keeps the labels of what was drawn last; `settled` says whether the camera rests."""

    def __init__(self) -> None:
        self.settled = True
        self._for: tuple[Content, Camera, QRectF, QRectF] | None = None
        self._labels: tuple[Label, ...] = ()
        self._font = QFont()

    def draw(self, painter: QPainter, content: Content, camera: Camera, room: QRectF, locator: QRectF) -> None:
        """Draw the labels of the content into their room, beside the locator, px."""
        self._font = painter.font()
        wanted = (replace(content, theme="light"), camera, room, locator)
        if wanted != self._for:
            if not self.settled:
                return
            self._for, self._labels = wanted, self._laid_out(content, camera, (room, locator))
        paint_labels(painter, self._labels, self._font, content.theme)

    def _laid_out(self, content: Content, camera: Camera, room: tuple[QRectF, QRectF]) -> tuple[Label, ...]:
        x, y = camera.to_widget(0.0, 0.0)
        whole, taken = (Box(box.left(), box.top(), box.right(), box.bottom()) for box in room)
        fit = Fit(camera.scale, x, y, whole, taken)
        size = float(QFontInfo(self._font).pixelSize())
        while True:
            labels = labels_of(content.scene, content.marks, content.seen_depth, fit, Letters(ruler_for(self._font), size))
            # Large names for which there is no room help nobody: rather smaller ones.
            if size <= USUAL or 2 * len(labels) >= len(content.marks.labels):
                return labels
            size = max(USUAL, SMALLER * size)
