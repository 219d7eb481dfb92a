"""The cached picture of body and marks: painted sharp when it has to be, moved or scaled while it need not be."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from app.model.frozen import frozen
from app.model.look import SHEETS, ThemeName
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.scene import Scene, paint_scene
from app.state.sheet import stronger
from app.state.state import Depth
from app.ui.canvas.camera import Camera


@frozen
class Content:
    """What is painted: it decides whether a cached picture is stale."""

    scene: Scene
    marks: Marks
    depth: Depth
    theme: ThemeName
    fade: float = 0.0
    """How strongly, 0..1, the next layer outside the depth still shows."""
    letters: int = 0
    """Size of the words, px."""
    moving: bool = False
    """Whether the body moves."""
    bare: bool = False
    """Whether the picture stands alone, with no buttons over it: the legend may have their room, and the body more."""

    @property
    def seen_depth(self) -> Depth:
        """The depth of which most is seen."""
        return stronger(self.depth, self.fade)


@frozen
class Frame:
    """A picture in device pixels, and for what it was painted."""

    image: QImage
    camera: Camera
    content: Content


def setting_of(content: Content, camera: Camera, ratio: float) -> Setting:
    """How content is painted through a camera, at `ratio` device px per px."""
    return Setting(content.seen_depth, content.theme, 1.0 / camera.scale, ratio, moving=content.moving)


def blank(content: Content, camera: Camera, ratio: float) -> QImage:
    """The paper on which a frame is painted, in device pixels."""
    image = QImage(math.ceil(camera.width * ratio), math.ceil(camera.height * ratio), QImage.Format.Format_RGB32)
    image.fill(QColor(SHEETS[content.theme].paper))
    return image


def painted(content: Content, camera: Camera, ratio: float) -> Frame:
    """A sharp frame, at `ratio` device px per px."""
    image = blank(content, camera, ratio)
    _paint_part(image, content, camera, ratio, QRectF(0, 0, image.width(), image.height()))
    image.setDevicePixelRatio(ratio)
    return Frame(image, camera, content)


def panned(old: Frame, camera: Camera, ratio: float) -> Frame | None:
    """The frame for a camera that only moved by whole device pixels: what is still there is copied, the rest painted.

    None when the camera did more than that, or so much that nothing is left to copy.
    """
    across, down = (shift * camera.scale * ratio for shift in (old.camera.x - camera.x, old.camera.y - camera.y))
    if replace(camera, x=old.camera.x, y=old.camera.y) != old.camera or not (_whole(across) and _whole(down)):
        return None
    right, low = round(across), round(down)
    width, height = old.image.width(), old.image.height()
    if abs(right) >= width or abs(low) >= height:
        return None
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(SHEETS[old.content.theme].paper))
    source = QImage(old.image)
    source.setDevicePixelRatio(1.0)
    painter = QPainter(image)
    painter.drawImage(QPointF(right, low), source)
    painter.end()
    for strip in _strips(right, low, width, height):
        _paint_part(image, old.content, camera, ratio, strip)
    image.setDevicePixelRatio(ratio)
    return Frame(image, camera, old.content)


def draw(painter: QPainter, frame: Frame, camera: Camera) -> None:
    """Draw a frame on a widget (px): as it is when the camera has not moved, else scaled to where it belongs."""
    if frame.camera == camera:
        painter.drawImage(QPointF(0, 0), frame.image)
        return
    x, y, width, height = frame.camera.exposed()
    left, top = camera.to_widget(x, y)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QRectF(left, top, width * camera.scale, height * camera.scale), frame.image)


def scene_transform(camera: Camera, ratio: float = 1.0) -> QTransform:
    """From mm of the scene to px of the widget, or with a ratio to device px."""
    return QTransform(camera.scale * ratio, 0.0, 0.0, camera.scale * ratio,
                      (camera.width / 2 - camera.x * camera.scale) * ratio,
                      (camera.height / 2 - camera.y * camera.scale) * ratio)


def _paint_part(image: QImage, content: Content, camera: Camera, ratio: float, part: QRectF) -> None:
    """Paint the part of an image (device px) with what belongs there."""
    painter = QPainter(image)
    # With a clip rectangle thin lines are several times faster, even where it clips nothing.
    painter.setClipRect(part)
    to_device = scene_transform(camera, ratio)
    painter.setTransform(to_device)
    exposed = to_device.inverted()[0].mapRect(part.adjusted(-3, -3, 3, 3))
    paint_scene(painter, content.scene, content.marks, setting_of(content, camera, ratio), exposed)
    painter.end()


def _strips(right: int, low: int, width: int, height: int) -> list[QRectF]:
    """What a shift by whole px leaves bare."""
    strips = []
    if right:
        strips.append(QRectF(0 if right > 0 else width + right, 0, abs(right), height))
    if low:
        strips.append(QRectF(0, 0 if low > 0 else height + low, width, abs(low)))
    return strips


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 0.02
