"""The cached frames of one canvas: one for each depth that is shown, and the one that a new colouring fades out of."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter

from app.model.look import SHEETS
from app.state.sheet import outer
from app.state.state import Depth
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content, Frame, draw, painted, panned
from app.ui.canvas.sprites import Sprites
from app.ui.canvas.unhurried import Unhurried

IDLE = 300
"""When nothing was drawn for so long, ms, the next colouring is got ready."""


class Frames:
    """Paints a frame when it has to, and moves, scales or blends what it has when that will do."""

    def __init__(self) -> None:
        self.unhurried = Unhurried()
        self.moving = False
        """Whether the body moves: a frame that comes too late is of no use."""
        self._frames: dict[Depth, Frame] = {}
        self._last: Frame | None = None
        self._old: Frame | None = None
        self._content: Content | None = None
        self._sprites: Sprites | None = None
        self._blurred = False
        self._idle = QTimer(singleShot=True)
        self._idle.timeout.connect(self._prepare)

    def frame(self, depth: Depth) -> Frame | None:
        """The frame of a depth, if there is one."""
        return self._frames.get(depth)

    def take(self, content: Content) -> bool:
        """Learn that other content is to be shown; answers whether that is worth fading to."""
        before, self._content = self._content, content
        if before is None or _standing(content) == _standing(before):
            return False
        same_layer = before.depth == content.depth
        known = self._frames.get(before.seen_depth)
        if _standing(replace(before, depth=content.depth)) != _standing(content):
            self._frames.clear()
        # Where one layer fades into the next there is motion enough.
        if known is None or before.scene is not content.scene or (not same_layer and (before.fade or content.fade)):
            return False
        self._old = known
        return True

    def blur(self) -> None:
        """Have the next drawing paint sharp, whatever has moved."""
        self._blurred = True

    def draw(self, painter: QPainter, content: Content, camera: Camera, ratio: float, settled: bool) -> tuple[Content, Camera]:
        """Draw the body through a camera, at `ratio` device px per px; sharp when things have `settled`.

        Answers for what content and camera the rest is to be drawn over it: while other views are still being painted, for
        those that were shown before.
        """
        self._content = content
        sharp, self._blurred = settled or self._blurred, False
        known = self._last
        base = self._renewed(replace(content, fade=0.0), camera, ratio, sharp)
        if base is known and base.content.scene != content.scene:
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), QColor(SHEETS[base.content.theme].paper))
            draw(painter, base, base.camera)
            return replace(base.content, marks=replace(base.content.marks, selected=frozenset(), labels=())), base.camera
        self._last = base
        if base.camera != camera:
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), QColor(SHEETS[content.theme].paper))
        draw(painter, base, camera)
        if content.fade > 0.0:
            over = self._renewed(replace(content, depth=outer(content.depth), fade=0.0), camera, ratio, sharp)
            painter.setOpacity(content.fade)
            draw(painter, over, camera)
            painter.setOpacity(1.0)
        # A slider that goes to and fro finds its frames again; those for another place would only take room.
        self._frames = {depth: frame for depth, frame in self._frames.items() if frame.camera == base.camera}
        # While nothing is chosen, the next choice changes the colour of every muscle: there is nothing to get ready.
        if content.marks.chosen and base.camera == camera:
            self._idle.start(IDLE)
        return content, camera

    def draw_fading(self, painter: QPainter, camera: Camera, share: float) -> None:
        """Draw what is left of the old colouring, `share` 0..1 of the way to the new."""
        old = self._old
        # Colours that fade on a body that moves would show it twice.
        if share >= 1.0 or (old and self._last and old.content.scene is not self._last.content.scene):
            self._old = None
        if self._old is None or self._old.camera != camera:
            return
        painter.setOpacity(1.0 - share)
        draw(painter, self._old, camera)
        painter.setOpacity(1.0)

    def _renewed(self, content: Content, camera: Camera, ratio: float, sharp: bool) -> Frame:
        """The frame of one depth as good as it has to be, kept for the next time."""
        frame = self._frames.get(content.depth)
        if frame is None or _standing(frame.content) != _standing(content) or frame.image.devicePixelRatio() != ratio:
            frame = self._recoloured(content, camera, ratio) or self._painted(content, camera, ratio, self._last)
        elif frame.camera != camera:
            frame = panned(frame, camera, ratio) or (self._painted(content, camera, ratio, frame) if sharp else frame)
        if _standing(frame.content) == _standing(content):
            self._frames[content.depth] = frame
        return frame

    def _painted(self, content: Content, camera: Camera, ratio: float, meanwhile: Frame | None) -> Frame:
        """A sharp frame; or, while it is being painted in steps, what is shown meanwhile."""
        between = self._content is not None and self._content.fade > 0.0
        if not self.unhurried.wanted or meanwhile is None or between or self.moving or meanwhile.image.devicePixelRatio() != ratio:
            return painted(content, camera, ratio)
        return self.unhurried.frame(content, camera, ratio) or meanwhile

    def _recoloured(self, content: Content, camera: Camera, ratio: float) -> Frame | None:
        """The frame put together from what is ready; None when that would not be faster."""
        if self._sprites and not self._sprites.fit(content, camera, ratio):
            self._sprites = None
        return self._sprites.composed(content) if self._sprites else None

    def _prepare(self) -> None:
        """Get ready for other colours on what was drawn last, in short steps."""
        frame = self._frames.get(self._content.depth) if self._content else None
        if frame is None:
            return
        ratio = frame.image.devicePixelRatio()
        if self._sprites is None or not self._sprites.fit(frame.content, frame.camera, ratio):
            self._sprites = Sprites(frame.content, frame.camera, ratio)
        if self._sprites.prepare(frame.content):
            self._idle.start(0)


def _standing(content: Content) -> Content:
    """The content without what is painted live: two that agree in it share a frame."""
    marks = content.marks
    selected = marks.selected if marks.alone else frozenset()
    standing = replace(marks, labels=(), painted=(), areas=marks.areas - marks.brushed, brushed=frozenset(), selected=selected)
    return replace(content, marks=standing, fade=0.0)
