"""Several views side by side as one picture, in millimetres, and its whole painting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.look import SHEETS
from app.paint.body import paint_body
from app.paint.inset import inset_words
from app.paint.marks import Marks
from app.paint.motifs import paint_number
from app.paint.noted import paint_notes
from app.paint.on_plate import on_plate
from app.paint.overlay import ghosts, paint_live, paint_marks
from app.paint.palette import Setting
from app.paint.plate import SPARE as BEYOND
from app.paint.plate import Plate, PosedPlate
from app.paint.plumb import paint_plumb

GAP = 30.0
"""Between two views, mm."""

CAPTION = 70.0
"""Room beneath the feet for the name of the view, mm."""

ASIDE = 150.0
"""The letters of the sides stand so far from the middle of a view, mm."""

COLUMN = 152.0
"""Room for labels beside a figure, px."""

FOLDS = 4
"""So many views may stand in two rows."""

SHRINKS = ((1.0, 0.75), (0.87, 0.64), (0.65, 0.58))
"""Labels may make the figures smaller, down to the second share 0..1 of their size; then a column has only the first of the
width that was wanted."""

ROOMY = 1.5
"""Where there is space to spare, a column is wider by this factor."""

LETTING = 8.0
"""Between the names of two neighbours, px."""

SPARE = 20.0
"""Of the frames of two neighbours so much is paper, mm."""

VIEW_LABELS: dict[ViewName, str] = {"front": "Front", "back": "Back", "right": "Right side", "left": "Left side"}
SIDE_LETTERS: dict[ViewName, tuple[str, str]] = {"front": ("R", "L"), "back": ("L", "R"), "right": ("R", ""), "left": ("", "L")}
"""The subject's sides as they stand on the sheet, left and right of the head; in a view from the side the near one, behind it."""


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
    """Plates in one row or two. `box` (mm) holds them with their captions; its top left corner is (0, 0)."""

    places: tuple[Place, ...]
    box: QRectF

    @property
    def views(self) -> tuple[ViewName, ...]:
        """The views that it shows."""
        return tuple(place.plate.view for place in self.places)

    def place_at(self, x: float, y: float) -> Place | None:
        """The plate on whose frame a point (mm) lies, or near whose frame: a posed body may reach beyond it."""
        near = [place for place in self.places if place.box.adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND).contains(x, y)]
        return next((place for place in near if place.box.contains(x, y)), near[0] if near else None)

    def parts(self, exposed: QRectF) -> Iterator[tuple[Place, QRectF]]:
        """The plates that lie in a part of the scene, each with that part in its own frame, mm."""
        for place in self.places:
            if exposed.intersects(place.box):
                yield place, exposed.translated(-place.x, -place.y)


def arranged(plates: Iterable[Plate], page: tuple[float, float] | None = None, column: float = 0.0) -> Scene:
    """The scene of some plates, from left to right, in one row or two, whichever is larger on a page (width, height in px).

    Beside each figure a `column` of so many px stays free for labels, as far as that leaves the figures large enough.
    """
    shown = tuple(plates)
    if page is None:
        return _in_rows((shown,), 0.0, 0.0)
    both = (shown, (shown[:len(shown) // 2], shown[len(shown) // 2:]))
    choices = [_fitted(rows, page, column) for rows in ((both[0],), both[1])[:2 if len(shown) >= FOLDS else 1]]
    return max(choices, key=_first)[1]


def needs_column(plates: Iterable[Plate]) -> bool:
    """Whether values of angles stand beside a figure."""
    return any(angle.anchor != "middle" for plate in plates for angle in plate.notes.angles)


def _first(choice: tuple[float, Scene]) -> float:
    return choice[0]


def _fitted(rows: tuple[tuple[Plate, ...], ...], page: tuple[float, float], column: float) -> tuple[float, Scene]:
    """The plates in rows with columns for labels, and the scale (px per mm) at which they fit a page (px)."""
    bare = _in_rows(rows, 0.0, 0.0)
    largest = _scale(bare, page)
    if not column or not bare.places:
        return largest, bare
    number = max(len(row) for row in rows)
    figures = bare.box.width() - (number - 1) * GAP
    # All gaps get a column, a narrower one if need be; where the figures would be too small even so, only the margins.
    for narrower, least in SHRINKS:
        scale = min((page[0] - (number + 1) * column * narrower) / figures, page[1] / bare.box.height())
        if scale >= least * largest:
            wide = min((page[0] / scale - figures) / (number + 1), ROOMY * column / scale)
            scene = _in_rows(rows, wide, max(wide - SPARE, 0.0))
            return _scale(scene, page), scene
    margins = (((page[0] - 2 * column * narrower) / bare.box.width(), least * largest) for narrower, least in SHRINKS)
    scale = next((scale for scale, least in margins if scale >= least), SHRINKS[-1][1] * largest)
    scene = _in_rows(rows, max((page[0] / scale - bare.box.width()) / 2, 0.0), 0.0)
    return _scale(scene, page), scene


def _scale(scene: Scene, page: tuple[float, float]) -> float:
    return min(page[0] / scene.box.width(), page[1] / scene.box.height())


def _in_rows(rows: tuple[tuple[Plate, ...], ...], margin: float, more: float) -> Scene:
    """The plates in rows, with a margin at both ends and so much more than `GAP` between two (mm)."""
    places: list[Place] = []
    widths = [sum(plate.box.width() + GAP + more for plate in row) - GAP - more for row in rows]
    y = 0.0
    for row, width in zip(rows, widths, strict=True):
        x = margin + (max(widths) - width) / 2
        for plate in row:
            places.append(Place(plate, x - plate.box.left(), y - plate.box.top()))
            x += plate.box.width() + GAP + more
        y += max((plate.box.height() for plate in row), default=0.0) + CAPTION
    return Scene(tuple(places), QRectF(0.0, 0.0, max(max(widths) + 2 * margin, 1.0), y))


def paint_scene(painter: QPainter, scene: Scene, marks: Marks, setting: Setting, exposed: QRectF) -> None:
    """Paint bodies and standing marks, without words, as far as they lie in `exposed` (mm of the scene)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, part in scene.parts(exposed):
        painter.save()
        painter.translate(place.x, place.y)
        paint_body(painter, place.plate, marks, setting, part)
        painter.restore()
    paint_standing(painter, scene, marks, setting, exposed)


def paint_standing(painter: QPainter, scene: Scene, marks: Marks, setting: Setting, exposed: QRectF) -> None:
    """Paint over the bodies what stands there, in the frame of the scene (mm)."""
    through = ghosts([place.plate for place in scene.places], marks, setting.depth)
    for place, _ in scene.parts(exposed):
        painter.save()
        painter.translate(place.x, place.y)
        paint_marks(painter, place.plate, marks, setting, through[place.plate.view])
        paint_plumb(painter, place.plate, on_plate(marks, place.plate).plumb, setting)
        if place.plate.notes.drawn:
            paint_notes(painter, place.plate.notes, setting, marks.labelled)
        painter.restore()


def paint_pointer(painter: QPainter, scene: Scene, marks: Marks, hovered: tuple[str, ...], setting: Setting) -> None:
    """Paint the selection and what the pointer is over, in the frame of the scene (mm)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in scene.places:
        painter.save()
        painter.translate(place.x, place.y)
        paint_live(painter, place.plate, marks, hovered, setting)
        painter.restore()


def paint_numbers(painter: QPainter, scene: Scene, marks: Marks, setting: Setting) -> None:
    """Write the intensity into each painted place, in the frame of the scene (mm)."""
    for place in scene.places:
        painter.save()
        painter.translate(place.x, place.y)
        for painted in on_plate(marks, place.plate).painted:
            if painted.view == place.plate.view:
                paint_number(painter, painted, setting)
        painter.restore()


def paint_words(painter: QPainter, scene: Scene, setting: Setting, font: QFont) -> None:
    """Paint R and L beside each head, the names of views beneath the feet and of insets; the font keeps its size in px."""
    sheet = SHEETS[setting.theme]
    painter.setFont(font)
    painter.setPen(QColor(sheet.quiet_ink))
    for place in scene.places:
        room = (place.box.width() + GAP) / setting.pixel
        cramped = painter.fontMetrics().horizontalAdvance(caption_of(place.plate)) + LETTING > room
        for spot, text in words_of(place.plate, cramped):
            _word(painter, spot + QPointF(place.x, place.y), text, setting)


def words_of(plate: Plate, cramped: bool = False) -> Iterator[tuple[QPointF, str]]:
    """The words that belong to a view, each with the place of its middle in the plate's frame, mm; shortly where they are cramped."""
    # Words stay in their places while the body moves.
    box = (plate.rest if isinstance(plate, PosedPlate) else plate).box
    for across, letter in zip((-ASIDE, ASIDE), SIDE_LETTERS[plate.view], strict=True):
        if letter:
            yield QPointF(box.center().x() + across, box.top() + 120), letter
    yield QPointF(box.center().x(), box.bottom() + CAPTION / 2), caption_of(plate, cramped)
    yield from inset_words(plate)


def caption_of(plate: Plate, cramped: bool = False) -> str:
    """What a figure is called beneath its feet; of two of one view shortly, as they stand close: at the least which of them it is."""
    name, word = VIEW_LABELS[plate.view], plate.notes.word
    if not word:
        return name
    return word.removeprefix(", ").capitalize() if cramped else name.removesuffix(" side") + word


def _word(painter: QPainter, centre: QPointF, text: str, setting: Setting) -> None:
    painter.save()
    painter.translate(centre)
    painter.scale(setting.pixel, setting.pixel)
    painter.drawText(QRectF(-200, -40, 400, 80), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def sized(font: QFont, size: float) -> QFont:
    """A font with letters of a size, px."""
    made = QFont(font)
    made.setPixelSize(max(round(size), 1))
    return made
