"""Pictures of single forms for one camera: where few muscles change their colours, the others need not be painted again."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from app.model.frozen import frozen
from app.paint.body import CAST, Look, forms_in, looks, paint_form
from app.paint.palette import Setting
from app.paint.plate import Form
from app.paint.scene import Place, paint_standing
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content, Frame, blank, scene_transform, setting_of

FEW = 90
"""Where more forms than this are to be painted anew, all at once are painted faster."""
ROOM = 6
"""All pictures together take no more bytes than so many whole frames."""
SLICE = 0.008
"""So long, s, may getting ready hold up what the user does."""


@frozen
class _Sprite:
    """A form as it looks, and where its picture stands, device px; without a picture it lies outside."""

    look: Look
    corner: QPoint
    image: QImage | None


class Sprites:
    """The pictures of all forms that one camera shows in one theme, at `ratio` device px per px."""

    def __init__(self, content: Content, camera: Camera, ratio: float) -> None:
        self._scene, self._theme, self._camera, self._ratio = content.scene, content.theme, camera, ratio
        self._transform = scene_transform(camera, ratio)
        self._sheet = blank(content, camera, ratio).rect()
        self._exposed = self._transform.inverted()[0].mapRect(QRectF(self._sheet.adjusted(-3, -3, 3, 3)))
        self._sprites: dict[int, _Sprite] = {}
        self._listed: tuple[object, list[tuple[Place, list[Form]]]] | None = None
        self._room = ROOM * self._sheet.width() * self._sheet.height() * 4

    def fit(self, content: Content, camera: Camera, ratio: float) -> bool:
        """Whether they are of the right size (`ratio`: device pixels to a px), in the right place and of the right theme."""
        return (content.scene is self._scene and content.theme == self._theme
                and (camera, ratio) == (self._camera, self._ratio))

    def prepare(self, content: Content) -> bool:
        """Paint some of what is missing; answers whether there is more to do."""
        if content.marks.sight.alone:
            return False
        end = time.perf_counter() + SLICE
        setting = setting_of(content, self._camera, self._ratio)
        for place, form, look in self._stale(self._shown(content, setting)):
            if self._room < 0:
                return False
            self._sprites[id(form)] = self._painted(place, form, look, setting)
            if time.perf_counter() > end:
                return True
        return False

    def composed(self, content: Content) -> Frame | None:
        """The frame of a content; None when much of it would have to be painted first."""
        if content.marks.sight.alone:
            return None
        setting = setting_of(content, self._camera, self._ratio)
        shown = self._shown(content, setting)
        stale = self._stale(shown)
        if len(stale) > FEW:
            return None
        for place, form, look in stale:
            self._sprites[id(form)] = self._painted(place, form, look, setting)
        image = blank(content, self._camera, self._ratio)
        painter = QPainter(image)
        painter.setClipRect(self._sheet)
        for _, form, _ in shown:
            sprite = self._sprites[id(form)]
            if sprite.image:
                painter.drawImage(sprite.corner, sprite.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._transform)
        paint_standing(painter, content.scene, content.marks, setting, self._exposed)
        painter.end()
        image.setDevicePixelRatio(self._ratio)
        return Frame(image, self._camera, content)

    def _shown(self, content: Content, setting: Setting) -> list[tuple[Place, Form, Look]]:
        """All forms that are shown, from the innermost on; which these are is found out once, as colours do not change it."""
        key = setting.depth, content.marks.hidden
        if self._listed is None or self._listed[0] != key:
            sight = content.marks.sight
            self._listed = key, [(place, forms_in(place.plate, sight, setting, part))
                                 for place, part in content.scene.parts(self._exposed)]
        return [(place, form, look) for place, forms in self._listed[1]
                for form, look in looks(forms, content.marks, content.theme)]

    def _stale(self, shown: list[tuple[Place, Form, Look]]) -> list[tuple[Place, Form, Look]]:
        """What has no picture yet, or one that looks otherwise."""
        known = self._sprites
        return [one for one in shown if (sprite := known.get(id(one[1]))) is None or sprite.look != one[2]]

    def _painted(self, place: Place, form: Form, look: Look, setting: Setting) -> _Sprite:
        to_sheet = QTransform.fromTranslate(place.x, place.y) * self._transform
        box = to_sheet.mapRect(form.box.adjusted(-CAST, -CAST, CAST, CAST)).toAlignedRect()
        spot = box.adjusted(-1, -1, 1, 1).intersected(self._sheet)
        if spot.isEmpty():
            return _Sprite(look, spot.topLeft(), None)
        image = self._canvas(form, spot)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(image.rect())
        painter.setTransform(to_sheet * QTransform.fromTranslate(-spot.x(), -spot.y()))
        paint_form(painter, form, look, setting)
        painter.end()
        return _Sprite(look, spot.topLeft(), image)

    def _canvas(self, form: Form, spot: QRect) -> QImage:
        """An empty picture for a form: the one that it had, wiped clean, or a new one."""
        known = self._sprites.pop(id(form), None)
        image = known.image if known else None
        if image is None:
            image = QImage(spot.size(), QImage.Format.Format_ARGB32_Premultiplied)
            self._room -= image.sizeInBytes()
        image.fill(Qt.GlobalColor.transparent)
        return image
