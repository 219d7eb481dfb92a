"""Several views side by side as one picture, in millimetres, and its whole painting."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.model.frozen import frozen
from app.model.knowledge import ViewName
from app.model.look import SHEETS
from app.paint.body import paint_body
from app.paint.inset import inset_words
from app.paint.marks import Marks
from app.paint.overlay import ghosts, paint_live, paint_marks
from app.paint.palette import Setting
from app.paint.plate import Plate

GAP = 30.0
"""Between two views, mm."""

CAPTION = 70.0
"""Room beneath the feet for the name of the view, mm."""

VIEW_LABELS: dict[ViewName, str] = {"front": "Front", "back": "Back", "right": "Right side", "left": "Left side"}
SIDE_LETTERS: dict[ViewName, tuple[str, str]] = {"front": ("R", "L"), "back": ("L", "R"), "right": ("", ""), "left": ("", "")}
"""The subject's sides as they stand on the sheet, left and right of the head."""


@frozen
class Place:
    """A plate and where the origin of its frame lies in the scene (mm)."""

    plate: Plate
    x: float
    y: float

    @property
    def box(self) -> QRectF:
        """The plate's frame in the scene, mm."""
        return self.plate.box.translated(self.x, self.y)


@frozen
class Scene:
    """Plates in a row. `box` (mm) holds them with their captions; its top left corner is (0, 0)."""

    places: tuple[Place, ...]
    box: QRectF

    @property
    def views(self) -> tuple[ViewName, ...]:
        """The views that it shows."""
        return tuple(place.plate.view for place in self.places)

    def place_at(self, x: float, y: float) -> Place | None:
        """The plate on whose frame a point (mm) lies."""
        return next((place for place in self.places if place.box.contains(x, y)), None)


def arranged(plates: Iterable[Plate]) -> Scene:
    """The scene of some plates, from left to right."""
    places: list[Place] = []
    x = height = 0.0
    for plate in plates:
        places.append(Place(plate, x - plate.box.left(), -plate.box.top()))
        x += plate.box.width() + GAP
        height = max(height, plate.box.height())
    return Scene(tuple(places), QRectF(0.0, 0.0, max(x - GAP, 1.0), height + CAPTION))


def paint_scene(painter: QPainter, scene: Scene, marks: Marks, setting: Setting, exposed: QRectF) -> None:
    """Paint bodies and standing marks, without words, as far as they lie in `exposed` (mm of the scene)."""
    through = ghosts([place.plate for place in scene.places], marks, setting.depth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in scene.places:
        part = exposed.translated(-place.x, -place.y)
        if not part.intersects(place.plate.box):
            continue
        painter.save()
        painter.translate(place.x, place.y)
        paint_body(painter, place.plate, marks, setting, part)
        paint_marks(painter, place.plate, marks, setting, through[place.plate.view])
        painter.restore()


def paint_pointer(painter: QPainter, scene: Scene, marks: Marks, hovered: tuple[str, ...], setting: Setting) -> None:
    """Paint the selection and what the pointer is over, in the frame of the scene (mm)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in scene.places:
        painter.save()
        painter.translate(place.x, place.y)
        paint_live(painter, place.plate, marks, hovered, setting)
        painter.restore()


def paint_words(painter: QPainter, scene: Scene, setting: Setting, font: QFont) -> None:
    """Paint R and L beside each head, the names of views beneath the feet and of insets; the font keeps its size in px."""
    sheet = SHEETS[setting.theme]
    painter.setFont(font)
    painter.setPen(QColor(sheet.quiet_ink))
    for place in scene.places:
        box = place.box
        right, left = SIDE_LETTERS[place.plate.view]
        _word(painter, QPointF(box.center().x() - 150, box.top() + 120), right, setting)
        _word(painter, QPointF(box.center().x() + 150, box.top() + 120), left, setting)
        _word(painter, QPointF(box.center().x(), box.bottom() + CAPTION / 2), VIEW_LABELS[place.plate.view], setting)
        for middle, text in inset_words(place.plate):
            _word(painter, middle + QPointF(place.x, place.y), text, setting)


def _word(painter: QPainter, centre: QPointF, text: str, setting: Setting) -> None:
    painter.save()
    painter.translate(centre)
    painter.scale(setting.pixel, setting.pixel)
    painter.drawText(QRectF(-200, -40, 400, 80), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
