"""Everything that the canvas paints: the cached frames, what is live over it, and what stands beside the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPen, QPixmap

from app.model.frozen import frozen
from app.model.look import SHEETS, STATES, ThemeName
from app.paint.legend import entries, legend_size
from app.paint.marks import Marks
from app.paint.plate import Form, Plate
from app.paint.scene import COLUMN, Scene, arranged, paint_pointer, paint_words, sized
from app.ui.canvas.adornment import (
    MARGIN,
    label_box,
    legend_picture,
    locator_box,
    locator_picture,
    paint_label,
    paint_locator,
)
from app.ui.canvas.camera import Box, Camera, fitted
from app.ui.canvas.frame import Content, scene_transform, setting_of
from app.ui.canvas.frames import Frames

if TYPE_CHECKING:
    from app.ui.canvas.beside import Beside

MARGINS: Box = (MARGIN, 12.0, MARGIN, 86.0)
"""Left free round the body (px: left, top, right, bottom), beneath it as much as a legend of three rows takes: it comes and
goes with what is chosen, and the body is to stay where it is."""
NEAR, NEAREST = 0.45, 3.0
"""A flight to muscles goes so close that they take this share 0..1 of the widget, or to this multiple of the whole."""
LOCATED = 1.25
"""The locator shows from this multiple of the fitting scale on."""
REACH = 4
"""How many px a contour reaches beyond its form."""
CORNER, SMALL_CORNER, LIFT = 190.0, 68.0, 44.0
"""Room that the legend leaves for buttons in the lower right corner, px; where there is none it stands above them."""
ROOMY = 560
"""On a widget that is less wide, px, the legend is written smaller and the buttons stand one above the other."""
SMALL = 0.85
"""How much smaller, as a multiple."""
AWAY = 8.0
"""So far, px, a legend keeps away from the row of the views' names on a small widget, where that row is low."""


@frozen
class Pointer:
    """What is pointed at, what it is called (no label when empty), and where the pointer is (px)."""

    shapes: tuple[str, ...] = ()
    name: str = ""
    at: QPointF = field(default_factory=QPointF)


class Sheet:
    """Holds the cached pictures of one canvas and draws them."""

    def __init__(self) -> None:
        self.frames = Frames()
        self.settled = True
        """Whether the camera rests."""
        self._beside: Beside | None = None
        self._legend: QPixmap | None = None
        self._legend_width = 0.0
        self._locator: QPixmap | None = None

    def take(self, content: Content) -> bool:
        """Learn that other content is to be shown; answers whether that is worth fading to."""
        self._legend = self._locator = None
        return self.frames.take(content)

    def draw_live(self, painter: QPainter, content: Content, camera: Camera, ratio: float, pointer: Pointer) -> None:
        """Draw selection, hover, words, legend, locator and label over the body (px, `ratio` device px per px)."""
        painter.save()
        painter.setTransform(scene_transform(camera), True)
        setting = setting_of(content, camera, ratio)
        paint_pointer(painter, content.scene, content.marks, pointer.shapes, setting)
        paint_words(painter, content.scene, setting, painter.font())
        painter.restore()
        width = _legend_width(camera.width)
        if self._legend is None or self._legend_width != width:
            self._legend_width = width
            shown, font = entries(content.marks, content.scene.views), _legend_font(painter.font(), camera.width)
            self._legend = legend_picture(shown, font, width, content.theme, ratio)
        if not self._legend.isNull():
            foot = _legend_foot(self._legend.deviceIndependentSize(), camera.width)
            painter.drawPixmap(QPointF(MARGIN, camera.height - foot), self._legend)
        self._draw_locator(painter, content, camera, ratio)
        if content.marks.labels:
            self._draw_beside(painter, content, camera)
        if pointer.name:
            box = label_box(pointer.name, pointer.at, painter.font(), camera.width, camera.height)
            paint_label(painter, pointer.name, box, painter.font(), content.theme)

    def _draw_beside(self, painter: QPainter, content: Content, camera: Camera) -> None:
        left, top, right, bottom = margins(content, painter.font(), camera.width)
        room = QRectF(left, top, camera.width - left - right, camera.height - top - bottom)
        if self._beside is None:
            # Imported here: most starts show no labels.
            from app.ui.canvas.beside import Beside

            self._beside = Beside()
        self._beside.settled = self.settled
        self._beside.draw(painter, content, camera, room, self._located_at(content, camera))

    def located(self, content: Content, camera: Camera, at: QPointF) -> Camera | None:
        """The camera moved to what a place (px) on the locator shows; None where there is no locator."""
        box = self._located_at(content, camera)
        if not box.contains(at):
            return None
        scale = box.height() / content.scene.box.height()
        return replace(camera, x=(at.x() - box.left()) / scale, y=(at.y() - box.top()) / scale)

    def _located_at(self, content: Content, camera: Camera) -> QRectF:
        """Where the locator stands, px; empty where there is none."""
        return locator_box(camera, self._locator) if self._locator and _is_near(content, camera) else QRectF()

    def _draw_locator(self, painter: QPainter, content: Content, camera: Camera, ratio: float) -> None:
        box = content.scene.box
        if not _is_near(content, camera):
            return
        if self._locator is None:
            self._locator = locator_picture(content, ratio)
        paint_locator(painter, self._locator, camera, box, content.theme)

    def draw_focus(self, painter: QPainter, box: QRectF, theme: ThemeName) -> None:
        """Draw the mark of the keyboard's focus round the widget (px)."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(SHEETS[theme].insertion), 2.0))
        painter.drawRect(box.adjusted(1, 1, -1, -1))

    def touched(self, content: Content, camera: Camera, pointer: Pointer, font: QFont) -> Iterator[QRect]:
        """The parts of the widget (px) that a pointer's light and label cover."""
        for _, box in (pair for shape in pointer.shapes for pair in _boxes(content, shape)):
            x, y = camera.to_widget(box.left(), box.top())
            shown = QRectF(x, y, box.width() * camera.scale, box.height() * camera.scale)
            yield shown.toAlignedRect().adjusted(-REACH, -REACH, REACH, REACH)
        if pointer.name:
            yield label_box(pointer.name, pointer.at, font, camera.width, camera.height).toAlignedRect().adjusted(-2, -2, 2, 2)

    def box_of(self, content: Content, shape_ids: tuple[str, ...]) -> QRectF:
        """The box (mm of the scene) of some shapes on the view that shows them best."""
        best: dict[int, tuple[float, QRectF]] = {}
        for shape in shape_ids:
            for form, box in _boxes(content, shape):
                view = next(n for n, place in enumerate(content.scene.places) if place.box.contains(box.center()))
                covers, known = best.get(view, (0.0, QRectF()))
                best[view] = (covers + form.burial, known.united(box))
        return min(best.values(), key=lambda one: one[0])[1] if best else QRectF()


def staged(plates: Iterable[Plate], content: Content, font: QFont, size: tuple[float, float]) -> Scene:
    """The scene in which plates stand best on a widget of a size (px), with room for names if there are any."""
    left, top, right, bottom = margins(content, font, size[0])
    page = max(size[0] - left - right, 1.0), max(size[1] - top - bottom, 1.0)
    return arranged(plates, page, COLUMN if content.marks.labelled else 0.0)


def whole(content: Content, font: QFont, size: tuple[float, float]) -> Camera:
    """The camera that shows the whole scene on a widget of a size (px), with room for the legend beneath."""
    box = content.scene.box
    return fitted((0.0, 0.0, box.width(), box.height()), size, margins(content, font, size[0]))


def margins(content: Content, font: QFont, width: float) -> Box:
    """What is left free round the body on a widget of a width (px: left, top, right, bottom), with room for the legend."""
    left, top, right, bottom = MARGINS
    shown = entries(content.marks, content.scene.views)
    legend = _legend_foot(legend_size(shown, _legend_font(font, width), _legend_width(width)), width)
    return left, top, right, max(bottom, legend + (0.0 if width >= ROOMY else AWAY))


def _legend_width(whole_width: float) -> float:
    """How wide a legend may be on a widget of a width, px."""
    return max(whole_width - _corner(whole_width) - MARGIN, 160.0)


def _legend_font(font: QFont, whole_width: float) -> QFont:
    """The font of a legend on a widget of a width, px."""
    return font if whole_width >= ROOMY else sized(font, QFontInfo(font).pixelSize() * SMALL)


def _corner(whole_width: float) -> float:
    """The room of the buttons on a widget of a width, px."""
    return CORNER if whole_width >= ROOMY else SMALL_CORNER


def _legend_foot(legend: QSizeF, whole_width: float) -> float:
    """How much of the widget's foot a legend takes, px: beside the buttons, or above them where it is too wide."""
    above = LIFT if legend.width() > whole_width - _corner(whole_width) else 0.0
    return legend.height() + MARGIN + above if legend.height() else 0.0


def close_to(box: QRectF, fitting: Camera) -> Camera:
    """A camera that shows a box of the scene (mm) from near by, with its surroundings."""
    scale = NEAR * min(fitting.width / box.width(), fitting.height / box.height())
    return replace(fitting, x=box.center().x(), y=box.center().y(),
                   scale=max(min(scale, fitting.scale * NEAREST), fitting.scale))


def _is_near(content: Content, camera: Camera) -> bool:
    return bool(content.scene.places) and camera.scale * content.scene.box.height() >= camera.height * LOCATED


def meant(marks: Marks) -> tuple[str, ...]:
    """The shapes that a reader looks for: what is selected, or else what is highlighted and where it hurts."""
    return tuple(marks.selected) or (*marks.highlighted, *marks.areas)


def strayed(before: Marks, content: Content, camera: Camera, zoomed_to: frozenset[str]) -> bool:
    """Whether the marks have changed, and a near camera now misses what is looked for, or shows what no longer is."""
    shapes = meant(content.marks)
    if shapes == meant(before):
        return False
    if zoomed_to and not zoomed_to & content.marks.selected:
        return True
    seen = QRectF(*camera.exposed())
    return bool(shapes) and not any(seen.intersects(box) for shape in shapes for _, box in _boxes(content, shape))


def _boxes(content: Content, shape: str | None) -> Iterator[tuple[Form, QRectF]]:
    """A shape on each view that has it, with its box in the scene (mm)."""
    for place in content.scene.places:
        form = place.plate.by_id.get(shape or "") or place.plate.area_by_id.get(shape or "")
        if form:
            yield form, form.box.translated(place.x, place.y)


def described(content: Content, names: Mapping[str, str]) -> str:
    """The picture in words, for those who do not see it."""
    views = " and ".join(place.plate.view for place in content.scene.places) or "no"
    words = [f"{views} view, down to the {content.seen_depth} layer"]
    marks = content.marks
    words += ["all else faded"] if marks.sight.alone else []
    for what, shapes in (("hidden", marks.hidden), ("selected", marks.selected), ("it hurts here", marks.areas)):
        words += [f"{what}: " + "; ".join(sorted(names.get(shape, shape) for shape in shapes))] if shapes else []
    words += [f"{count} muscles {STATES[state].label}" for state, count in Counter(marks.states.values()).items()]
    if marks.roles:
        words.append(f"{len(marks.roles)} muscles can send pain there")
    return ". ".join(words) + "."
