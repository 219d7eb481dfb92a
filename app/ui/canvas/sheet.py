"""Everything that the canvas paints: the cached frames, what is live over it, and what stands beside the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPen, QPixmap

from app.model.look import SHEETS, STATES, ThemeName
from app.paint.legend import Entry, entries, legend_size
from app.paint.marks import Marks
from app.paint.motifs import feeling_words
from app.paint.plate import Form, Plate
from app.paint.scene import (
    COLUMN,
    Scene,
    arranged,
    needs_column,
    paint_numbers,
    paint_pointer,
    paint_words,
    sized,
)
from app.ui.canvas.adornment import (
    MARGIN,
    legend_picture,
    locator_box,
    locator_picture,
    paint_locator,
    paint_ring,
    ring_box,
)
from app.ui.canvas.camera import Box, Camera, fitted
from app.ui.canvas.frame import Content, scene_transform, setting_of
from app.ui.canvas.frames import Frames
from app.ui.canvas.pointing import Target, told_name
from app.ui.canvas.tip import Pointer, paint_tip, tip_box

if TYPE_CHECKING:
    from app.ui.canvas.beside import Beside

MARGINS: Box = (MARGIN, 12.0, MARGIN, 86.0)
"""Left free round the body (px: left, top, right, bottom), beneath it as much as a legend of three rows takes: it comes and
goes with what is chosen, and the body is to stay where it is."""
BARE: Box = (MARGIN, 12.0, MARGIN, 50.0)
"""The same on a picture that stands alone: it has room for one row, and the letters are large."""
NEAR, NEAREST = 0.45, 3.0
"""A flight to muscles goes so close that they take this share 0..1 of the widget, or to this multiple of the whole."""
LOCATED = 1.25
"""The locator shows from this multiple of the fitting scale on."""
REACH = 4
"""How many px a contour reaches beyond its form."""
LETTERS = 13
"""The lengths below are px beside letters of so many px, and grow with them."""
CORNER, SMALL_CORNER, LIFT = 288.0, 68.0, 44.0
"""Room that the legend leaves for buttons in the lower right corner, px; where there is none it stands above them."""
NARROW = 32
"""Words on the sheet are no larger than this share of its width: so many of them would stand side by side."""
OVERGROWN = 0.45
"""A legend in large text that would take more than this share 0..1 of the height is left out."""
HIGHEST, TALL = 0.3, 1e6
"""A legend in large text takes no more than this share 0..1 of the height; a height, px, at which that does not matter."""
ROOMY = 560
"""On a widget that is less wide, px, the legend is written smaller and the buttons stand one above the other."""
SMALL = 0.85
"""How much smaller, as a multiple."""
AWAY = 8.0
"""So far, px, a legend keeps away from the row of the views' names on a small widget, where that row is low."""


class Sheet:
    """Holds the cached pictures of one canvas and draws them."""

    def __init__(self) -> None:
        self.frames = Frames()
        self.settled = True
        """Whether the camera rests."""
        self._beside: Beside | None = None
        self._drawn: Content | None = None
        self._legend: QPixmap | None = None
        self._legend_for = (0.0, 0.0)
        self._locator: QPixmap | None = None
        self._located_for: Content | None = None
        self._tip: tuple[object, QRectF] = None, QRectF()

    def take(self, content: Content) -> bool:
        """Learn that other content is to be shown; answers whether that is worth fading to."""
        return self.frames.take(content)

    def draw_live(self, painter: QPainter, content: Content, camera: Camera, ratio: float, pointer: Pointer) -> None:
        """Draw selection, hover, words, legend, locator and label over the body (px, `ratio` device px per px)."""
        if self._drawn is None or _explains(content) != _explains(self._drawn):
            self._legend = None
        self._drawn = content
        painter.save()
        painter.setTransform(scene_transform(camera), True)
        setting = setting_of(content, camera, ratio)
        paint_pointer(painter, content.scene, content.marks, pointer.shapes, setting)
        paint_words(painter, content.scene, setting, sheet_font(painter.font(), camera.width))
        paint_numbers(painter, content.scene, content.marks, setting)
        painter.restore()
        width = _legend_width(content, painter.font(), camera.width)
        if self._legend is None or self._legend_for != (width, camera.height):
            self._legend_for = width, camera.height
            shown = _explained(content, painter.font(), (camera.width, camera.height))
            font = _legend_font(content, shown, painter.font(), (camera.width, camera.height))
            self._legend = legend_picture(shown, font, width, content.theme, ratio)
        if not self._legend.isNull():
            foot = _legend_foot(content, self._legend.deviceIndependentSize(), painter.font(), camera.width)
            painter.drawPixmap(QPointF(MARGIN, camera.height - foot), self._legend)
        self._draw_locator(painter, content, camera, ratio)
        if content.marks.labels:
            self._draw_beside(painter, content, camera)
        if pointer.ringed:
            paint_ring(painter, pointer.at, content.theme)
        if pointer.name:
            paint_tip(painter, pointer, self.tip_at(content, camera, pointer, painter.font()), painter.font(), content.theme)

    def _draw_beside(self, painter: QPainter, content: Content, camera: Camera) -> None:
        left, top, right, bottom = margins(content, painter.font(), camera.width, camera.height)
        room = QRectF(left, top, camera.width - left - right, camera.height - top - bottom)
        if self._beside is None:
            # Imported here: most starts show no labels.
            from app.ui.canvas.beside import Beside

            self._beside = Beside()
        self._beside.settled = self.settled
        painter.save()
        painter.setFont(sheet_font(painter.font(), camera.width))
        self._beside.draw(painter, content, camera, room, self._located_at(content, camera))
        painter.restore()

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
        if self.settled and self._located_for is not content:
            self._located_for, self._locator = content, locator_picture(content, ratio)
        known = self._located_for
        # On the way to another place the picture of other colours will do.
        if self._locator and known and (known.scene.views, known.scene.box, known.theme) == (content.scene.views, box, content.theme):
            paint_locator(painter, self._locator, camera, box, content.theme)

    def draw_focus(self, painter: QPainter, box: QRectF, theme: ThemeName) -> None:
        """Draw the mark of the keyboard's focus round the widget (px)."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = 3.0 if theme == "contrast" else 2.0
        painter.setPen(QPen(QColor(SHEETS[theme].insertion), wide))
        painter.drawRect(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))

    def touched(self, content: Content, camera: Camera, pointer: Pointer, font: QFont) -> Iterator[QRect]:
        """The parts of the widget (px) that a pointer's light and label cover."""
        for _, box in (pair for shape in pointer.shapes for pair in _boxes(content, shape)):
            x, y = camera.to_widget(box.left(), box.top())
            shown = QRectF(x, y, box.width() * camera.scale, box.height() * camera.scale)
            yield shown.toAlignedRect().adjusted(-REACH, -REACH, REACH, REACH)
        if pointer.ringed:
            yield ring_box(pointer.at).toAlignedRect()
        if pointer.name:
            yield self.tip_at(content, camera, pointer, font).toAlignedRect().adjusted(-2, -2, 2, 2)

    def tip_at(self, content: Content, camera: Camera, pointer: Pointer, font: QFont) -> QRectF:
        """Where the tip of a pointer stands, px; it is measured once."""
        wanted = (pointer, camera, content.scene, font.key())
        if self._tip[0] != wanted:
            self._tip = wanted, tip_box(pointer, content, camera, font)
        return self._tip[1]

    def box_of(self, content: Content, shape_ids: tuple[str, ...]) -> QRectF:
        """The box (mm of the scene) of some shapes on the view that shows them best."""
        best: dict[int, tuple[float, QRectF]] = {}
        for shape in shape_ids:
            for form, box in _boxes(content, shape):
                view = next(n for n, place in enumerate(content.scene.places) if place.box.contains(box.center()))
                covers, known = best.get(view, (0.0, QRectF()))
                best[view] = (covers + form.burial, known.united(box))
        return min(best.values(), key=lambda one: one[0])[1] if best else QRectF()


def _explains(content: Content) -> tuple[object, ...]:
    """What of a content the legend depends on."""
    return content.marks, content.scene.views, content.theme, content.letters, content.bare


def staged(plates: Iterable[Plate], content: Content, font: QFont, size: tuple[float, float]) -> Scene:
    """The scene in which plates stand best on a widget of a size (px), with room for names if there are any."""
    left, top, right, bottom = margins(content, font, *size)
    page = max(size[0] - left - right, 1.0), max(size[1] - top - bottom, 1.0)
    shown = tuple(plates)
    return arranged(shown, page, COLUMN if content.marks.labelled or needs_column(shown) else 0.0)


def whole(content: Content, font: QFont, size: tuple[float, float]) -> Camera:
    """The camera that shows the whole scene on a widget of a size (px), with room for the legend beneath."""
    box = content.scene.box
    return fitted((0.0, 0.0, box.width(), box.height()), size, margins(content, font, *size))


def margins(content: Content, font: QFont, width: float, height: float = TALL) -> Box:
    """What is left free round the body on a widget of a size (px: left, top, right, bottom), with room for the legend."""
    left, top, right, bottom = BARE if content.bare else MARGINS
    shown = _explained(content, font, (width, height))
    size = legend_size(shown, _legend_font(content, shown, font, (width, height)), _legend_width(content, font, width))
    legend = _legend_foot(content, size, font, width)
    return left, top, right, max(bottom, legend + (0.0 if _is_roomy(font, width) else AWAY))


def _growth(font: QFont) -> float:
    """How much larger than usual the text of the window is."""
    return QFontInfo(font).pixelSize() / LETTERS


def _is_roomy(font: QFont, whole_width: float) -> bool:
    return whole_width >= ROOMY * _growth(font)


def _legend_width(content: Content, font: QFont, whole_width: float) -> float:
    """How wide a legend may be on a widget of a width, px."""
    return max(whole_width - _corner(content, font, whole_width) - MARGIN, 160.0)


def sheet_font(font: QFont, whole_width: float) -> QFont:
    """The font of words on and beside the body on a widget of a width, px: large text, but not so large that none finds room."""
    size = QFontInfo(font).pixelSize()
    largest = max(LETTERS, round(whole_width / NARROW))
    return font if size <= largest else sized(font, largest)


def _explained(content: Content, font: QFont, whole: tuple[float, float]) -> tuple[Entry, ...]:
    """What the legend explains: nothing where large text would leave it more room than the body; the panel explains it, too."""
    shown = entries(content.marks, content.scene.views)
    if _growth(font) <= 1.0:
        return shown
    least = legend_size(shown, _legend_font(content, shown, font, whole), _legend_width(content, font, whole[0])).height()
    return shown if least <= OVERGROWN * whole[1] else ()


def _legend_font(content: Content, shown: tuple[Entry, ...], font: QFont, whole: tuple[float, float]) -> QFont:
    """The font of a legend on a widget of a size, px: where large text would take the body's room, no larger than fits."""
    size = QFontInfo(font).pixelSize() * (1.0 if _is_roomy(font, whole[0]) else SMALL)
    room = _legend_width(content, font, whole[0])
    while size > LETTERS and legend_size(shown, sized(font, size), room).height() > HIGHEST * whole[1]:
        size = max(size - 2, LETTERS)
    return font if size == QFontInfo(font).pixelSize() else sized(font, size)


def _corner(content: Content, font: QFont, whole_width: float) -> float:
    """The room of the buttons on a widget of a width, px."""
    if content.bare:
        return MARGIN
    return (CORNER if _is_roomy(font, whole_width) else SMALL_CORNER) * _growth(font)


def _legend_foot(content: Content, legend: QSizeF, font: QFont, whole_width: float) -> float:
    """How much of the widget's foot a legend takes, px: beside the buttons, or above them where it is too wide."""
    above = LIFT * _growth(font) if legend.width() > whole_width - _corner(content, font, whole_width) else 0.0
    return legend.height() + MARGIN + above if legend.height() else 0.0


def close_to(box: QRectF, fitting: Camera) -> Camera:
    """A camera that shows a box of the scene (mm) from near by, with its surroundings."""
    scale = NEAR * min(fitting.width / box.width(), fitting.height / box.height())
    return replace(fitting, x=box.center().x(), y=box.center().y(),
                   scale=max(min(scale, fitting.scale * NEAREST), fitting.scale))


def target_of(content: Content, names: Mapping[str, str], areas: bool) -> Target:
    """What can be pointed at in a content: areas, or what has a name, or anything while there are no names."""
    return Target(content.scene, content.seen_depth, names or None, areas, content.marks.sight)


def _is_near(content: Content, camera: Camera) -> bool:
    return bool(content.scene.places) and camera.scale * content.scene.box.height() >= camera.height * LOCATED


def meant(marks: Marks) -> tuple[str, ...]:
    """The shapes that a reader looks for: what is selected, on what a told step acts, or else what is highlighted and where it hurts.

    Not what was painted: who paints looks there already.
    """
    return tuple(marks.selected) or tuple(sorted(marks.told)) or (*marks.highlighted, *(marks.areas - marks.brushed))


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


def _painted_words(content: Content) -> Iterator[str]:
    """How the pain feels that was painted, view by view."""
    for view in content.scene.views:
        felt = [feeling_words(one.quality, one.intensity) for one in content.marks.painted if one.view == view]
        if felt:
            yield f"painted on the {view} view: " + "; ".join(felt)


def described(content: Content, names: Mapping[str, str]) -> str:
    """The picture in words, for those who do not see it."""
    views = " and ".join(place.plate.view for place in content.scene.places) or "no"
    words = [f"{views} view, down to the {content.seen_depth} layer"]
    marks = content.marks
    words += ["all else faded"] if marks.sight.alone else []
    for what, shapes in (("hidden", marks.hidden), ("selected", marks.selected), ("it hurts here", marks.areas)):
        said = sorted(names.get(shape, shape) if shape in marks.areas else told_name(marks, names, shape) for shape in shapes)
        words += [f"{what}: " + "; ".join(said)] if said else []
    words += _painted_words(content)
    words += [f"{count} muscles {STATES[state].label}" for state, count in Counter(marks.states.values()).items()]
    words += [marks.caption.rstrip(".")] if marks.caption else []
    if marks.roles:
        words.append(f"{len(marks.roles)} muscles can send pain there")
    return ". ".join(words) + "."
