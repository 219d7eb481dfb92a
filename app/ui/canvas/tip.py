"""What is said of the thing under the pointer, and where: beside its outline, so that the words do not cover what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from app.model.frozen import frozen
from app.model.look import ROLE_LABELS, SHEETS, STATES, ThemeName
from app.paint.marks import Marks
from app.paint.palette import brush, colour
from app.paint.scene import sized
from app.ui.canvas.camera import Camera
from app.ui.canvas.frame import Content
from app.ui.canvas.pointing import UNTOLD, Target, told_name

PAD = QPointF(8.0, 4.0)
"""Between the words and the edge of the tip, px."""
GAP = 8.0
"""Between the outline and the tip, px."""
EDGE = 4.0
"""The least distance to the edge of the widget, px."""
FAR = 260.0
"""No tip stands farther from the pointer, px: then it stands right beside that."""
ASIDE = QPointF(16.0, 20.0)
"""There it stands so far from the pointer's tip, px."""
STAYS = 140.0
"""A tip stays where it is while the pointer moves on over the same thing, up to so far, px."""
SMALLER = 0.88
"""The second line, as a multiple of the first."""


@frozen
class Pointer:
    """What is pointed at, what is said of it (no tip when `name` is empty), and where the pointer is (px).

    `of` is the shape that is named: it need not be one that lights up. It is `ringed` where it is the keyboard's cursor.
    """

    shapes: tuple[str, ...] = ()
    name: str = ""
    at: QPointF = field(default_factory=QPointF)
    note: str = ""
    of: str = ""
    ringed: bool = False


def pointed(target: Target, marks: Marks, at: tuple[QPointF, Camera], before: Pointer) -> Pointer:
    """The pointer at a place of the widget (px); it stays the same while it moves a little over one thing."""
    place, camera = at
    spot = camera.to_scene(place.x(), place.y())
    shapes, shape = target.told(*spot)
    names = target.names if isinstance(target.names, Mapping) else {}
    name = told_name(marks, names, shape) if shape and names else ""
    now = Pointer(shapes, name, place, _note(target, marks, spot, shape) if name else "", shape)
    same = (now.shapes, now.name, now.note) == (before.shapes, before.name, before.note)
    return before if same and (place - before.at).manhattanLength() < STAYS else now


def clicked(marks: Marks, shape: str, names: Mapping[str, str], at: QPointF) -> Pointer:
    """The pointer after a click that reached a shape: it says which, until the pointer moves."""
    return Pointer((shape,), told_name(marks, names, shape), at, capital_of(state_words(marks, shape)), shape)


def capital_of(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def state_words(marks: Marks, shape: str) -> str:
    """What the marks say of a shape, in the words of the legend; empty where they say nothing."""
    if shape in marks.areas:
        return "it hurts here"
    words = [STATES[marks.states[shape]].label] if shape in marks.states else []
    return "; ".join((*words, *((ROLE_LABELS[marks.roles[shape]],) if shape in marks.roles else ())))


def _note(target: Target, marks: Marks, spot: tuple[float, float], shape: str) -> str:
    """The state of what is on top, and what is marked beneath it, which a further click reaches."""
    said = capital_of(state_words(marks, shape))
    beneath = _beneath(target, marks, spot, shape)
    if not beneath or not isinstance(target.names, Mapping):
        return said
    words = state_words(marks, beneath)
    name = told_name(marks, target.names, beneath).partition(", ")[0]
    if name == UNTOLD:
        return said
    name = name[:1].lower() + name[1:]
    reach = f"A further click: {name}" + (f" ({words})" if words else "")
    return f"{said}\n{reach}" if said else reach


def _beneath(target: Target, marks: Marks, spot: tuple[float, float], shape: str) -> str:
    """The first muscle under what is on top that is selected, or marked in another way than that; empty where there is none.

    It has to be at home on this view: what lies behind bones is better reached from the other side.
    """
    place = target.scene.place_at(*spot)
    if target.areas or place is None or not marks.homes:
        return ""
    top = state_words(marks, shape)
    return next((one for one in target.all_at(*spot)[1:] if one and one != shape and marks.homes.get(one) == place.plate.view
                 and (one in marks.selected or state_words(marks, one) not in ("", top))), "")


def tip_box(pointer: Pointer, content: Content, camera: Camera, font: QFont) -> QRectF:
    """Where the tip stands, px: beside the outline of what it names where there is room, always inside the widget."""
    size = _size(pointer, font)
    room = QRectF(EDGE, EDGE, camera.width - 2 * EDGE, camera.height - 2 * EDGE)
    beside = [box for box in _beside(pointer, content, camera, size) if room.contains(box) and _away(box, pointer.at) <= FAR]
    if beside:
        return min(beside, key=lambda box: _away(box, pointer.at))
    box = QRectF(pointer.at + ASIDE, size.size())
    if box.right() > room.right():
        box.moveRight(max(pointer.at.x() - GAP, room.left() + box.width()))
    if box.bottom() > room.bottom():
        box.moveBottom(pointer.at.y() - GAP)
    return box


def paint_tip(painter: QPainter, pointer: Pointer, box: QRectF, font: QFont, theme: ThemeName) -> None:
    """Paint what is said into a box (px): the name, and smaller beneath it the note."""
    sheet = SHEETS[theme]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(sheet.quiet_ink, 0.6), 1.0))
    painter.setBrush(brush(sheet.paper, 0.97))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(sheet.ink))
    painter.setFont(font)
    inner = box.adjusted(PAD.x(), PAD.y(), -PAD.x(), -PAD.y())
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, pointer.name)
    if pointer.note:
        painter.setPen(QColor(sheet.quiet_ink))
        painter.setFont(_small(font))
        inner.setTop(inner.top() + QFontMetricsF(font).height())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, pointer.note)


def _size(pointer: Pointer, font: QFont) -> QRectF:
    """The size of a tip at the origin, px."""
    name = QFontMetricsF(font).size(0, pointer.name)
    note = QFontMetricsF(_small(font)).size(0, pointer.note) if pointer.note else name * 0.0
    return QRectF(0.0, 0.0, max(name.width(), note.width()) + 2 * PAD.x() + 2, QFontMetricsF(font).height() + note.height() + 2 * PAD.y())


def _small(font: QFont) -> QFont:
    return sized(font, QFontInfo(font).pixelSize() * SMALLER)


def _beside(pointer: Pointer, content: Content, camera: Camera, size: QRectF) -> Iterator[QRectF]:
    """Boxes right, left, above and beneath the outline, each as near as the outline lets it."""
    outline = _outline(pointer, content, camera)
    if not outline:
        return
    x, y, wide, high = pointer.at.x(), pointer.at.y(), size.width(), size.height()
    across = [(a, b) for a, b in outline if min(a[1], b[1]) <= y + high / 2 + GAP and max(a[1], b[1]) >= y - high / 2 - GAP]
    down = [(a, b) for a, b in outline if min(a[0], b[0]) <= x + wide / 2 + GAP and max(a[0], b[0]) >= x - wide / 2 - GAP]
    if across:
        yield QRectF(max(max(a[0], b[0]) for a, b in across) + GAP, y - high / 2, wide, high)
        yield QRectF(min(min(a[0], b[0]) for a, b in across) - GAP - wide, y - high / 2, wide, high)
    if down:
        yield QRectF(x - wide / 2, min(min(a[1], b[1]) for a, b in down) - GAP - high, wide, high)
        yield QRectF(x - wide / 2, max(max(a[1], b[1]) for a, b in down) + GAP, wide, high)


def _outline(pointer: Pointer, content: Content, camera: Camera) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The edges of what is named, on the view on which it is pointed at, px."""
    place = content.scene.place_at(*camera.to_scene(pointer.at.x(), pointer.at.y()))
    form = (place.plate.by_id.get(pointer.of) or place.plate.area_by_id.get(pointer.of)) if place else None
    if form is None or place is None:
        return []
    points = [camera.to_widget(point.x() + place.x, point.y() + place.y) for point in form.outline.toFillPolygon().toList()]
    return list(zip(points, (*points[1:], points[0]), strict=True)) if points else []


def _away(box: QRectF, at: QPointF) -> float:
    """How far a box is from a place, px."""
    return max(box.left() - at.x(), at.x() - box.right(), 0.0) + max(box.top() - at.y(), at.y() - box.bottom(), 0.0)
