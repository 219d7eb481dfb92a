"""The legend: what the colours, textures and signs of the present picture mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, get_args

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath

from app.model.anatomy import AttachmentEnd, ViewName
from app.model.frozen import frozen
from app.model.look import QUALITY_LOOKS, ROLE_LABELS, SHEETS, STATES, MuscleState, Role
from app.model.practice import Quality
from app.paint.attachment import paint_attachments
from app.paint.body import paint_texture
from app.paint.marks import Attachment, Marks, Trigger
from app.paint.motifs import paint_feeling
from app.paint.overlay import paint_trigger, paint_wash
from app.paint.palette import (
    CALM_TEXTURE,
    ROLE_WIDTHS,
    Setting,
    brush,
    form_fill,
    is_flat,
    mark_pen,
)
from app.paint.plate import Form, Lazy
from app.paint.plumb import SIGNS, paint_plumb_sample

SWATCH = QSizeF(26.0, 14.0)
SPACE = 8.0
ROW = 20.0
PADDING = 10.0
LETTERS = 13
MANY = 3
"""Sizes of the legend beside letters of so many px (it grows with them, and never shrinks), and from how many entries on the grey of what is not involved is left out."""


@frozen
class Entry:
    """One line of the legend: a sample and its words."""

    label: str
    state: MuscleState | None = None
    role: Role | None = None
    wash: Role | None = None
    trigger: Literal["read", "approximate", "behind"] | None = None
    attachment: AttachmentEnd | None = None
    hurts: bool = False
    """An area that was chosen: it has a red outline."""
    quality: Quality | None = None
    plumb: bool = False
    calm: bool = False
    """Told by an earlier step."""


def entries(marks: Marks, views: Collection[ViewName] = get_args(ViewName)) -> tuple[Entry, ...]:
    """What a picture of some views needs to have explained; while nothing is chosen no more than the plumb line."""
    plumb = (Entry("plumb line: ring ideal, dot this body", plumb=True),) if marks.plumb and SIGNS.keys() & {*views} else ()
    return (*_chosen(marks, views), *plumb)


def _chosen(marks: Marks, views: Collection[ViewName]) -> tuple[Entry, ...]:
    if not marks.chosen:
        return ()
    found = [Entry(f"{look.label} {look.symbol}", state=state) for state, look in STATES.items()
             if state in set(marks.states.values())]
    if marks.calm and marks.told:
        found.append(Entry("told before, paler", state=marks.states[min(marks.calm)], calm=True))
    found += [Entry(label, role=role) for role, label in ROLE_LABELS.items() if role in set(marks.roles.values())]
    found += _signs(marks, views)
    found += _pains(marks, views)
    # Grey explains itself where there is much else to explain.
    return (*found, Entry("not involved", state="neutral")) if 0 < len(found) < MANY else tuple(found)


def _pains(marks: Marks, views: Collection[ViewName]) -> Iterator[Entry]:
    """Where it hurts, how that feels on some views, and where muscles send pain."""
    if marks.areas or marks.painted:
        yield Entry("where it hurts", wash="refers_essential" if _stippled(marks) else None, hurts=True)
    felt = {place.quality for place in marks.painted if place.view in views}
    yield from (Entry(f"{look.label} {look.symbol}", quality=quality) for quality, look in QUALITY_LOOKS.items() if quality in felt)
    if not set(marks.washes) <= marks.areas:
        said: dict[Role, str] = {"refers_essential": "sends pain here", "refers_spillover": "here sometimes"}
        yield from (Entry(label, wash=role) for role, label in said.items() if role in set(marks.washes.values()))


def _stippled(marks: Marks) -> bool:
    """Whether where it hurts is told by the red stipple: not where qualities tell it, or where that means a muscle's zones."""
    known = bool(marks.painted) and all(place.quality for place in marks.painted) and not marks.washes
    return set(marks.washes) <= marks.areas and not known


def _signs(marks: Marks, views: Collection[ViewName]) -> Iterator[Entry]:
    """The trigger points and the ends of attachments that some views show."""
    triggers = [trigger for trigger in marks.triggers if trigger.view in views]
    kinds = {trigger.approximate for trigger in triggers}
    if False in kinds:
        yield Entry("trigger point", trigger="read")
    if True in kinds:
        # The first entry says what the sign is; the next ones need only say what is different.
        yield Entry("place approximate" if False in kinds else "trigger point, place approximate", trigger="approximate")
    if any(trigger.behind for trigger in triggers):
        yield Entry("behind the body", trigger="behind")
    yield from _ends(marks, views)


def _ends(marks: Marks, views: Collection[ViewName]) -> Iterator[Entry]:
    """The ends of a muscle of which some views show where they are attached."""
    ends = {attachment.end for attachment in marks.attachments if attachment.view in views}
    yield from (Entry(end, attachment=end) for end in get_args(AttachmentEnd) if end in ends)


def legend_size(shown: tuple[Entry, ...], font: QFont, width: float) -> QSizeF:
    """The size that a legend takes in px, when it may be at most `width` px wide."""
    places = spots(shown, font, width)
    if not places:
        return QSizeF(0.0, 0.0)
    right = max(spot.x() + _width(entry, font) for spot, entry in zip(places, shown, strict=True))
    return QSizeF(right - 2 * SPACE + PADDING, places[-1].y() + ROW * growth(font) + PADDING / 2)


def growth(font: QFont) -> float:
    """The ratio by which the legend is larger than usual beside a font; at least 1."""
    return max(1.0, QFontInfo(font).pixelSize() / LETTERS)


def paint_legend(painter: QPainter, box: QRectF, shown: tuple[Entry, ...], font: QFont, setting: Setting) -> None:
    """Paint the legend into a box; `box` in px, so the painter must stand in px and the setting's pixel be 1."""
    sheet = SHEETS[setting.theme]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(mark_pen(sheet.quiet_ink, 1.0, setting, 1.0 if is_flat(setting.theme) else 0.35))
    painter.setBrush(brush(sheet.paper, 0.92))
    painter.drawRoundedRect(box, 6.0, 6.0)
    painter.setFont(font)
    row, swatch = ROW * growth(font), SWATCH * growth(font)
    for spot, entry in zip(spots(shown, font, box.width()), shown, strict=True):
        corner = box.topLeft() + spot
        sample = QRectF(corner + QPointF(0.0, (row - swatch.height()) / 2), swatch)
        paint_sample(painter, sample, entry, setting)
        painter.setPen(QColor(sheet.ink))
        text = QRectF(sample.right() + SPACE, corner.y(), box.width(), row)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)


def paint_sample(painter: QPainter, box: QRectF, entry: Entry, setting: Setting) -> None:
    """Paint the sample of one entry into a box of px."""
    sheet = SHEETS[setting.theme]
    if entry.trigger:
        at = box.center()
        paint_trigger(painter, trigger_sample(entry, at.x(), at.y()), setting)
        return
    if entry.attachment:
        paint_attachments(painter, [attachment_sample(entry.attachment, box.left(), box.center().y(), 1.0)], setting)
        return
    if entry.plumb:
        paint_plumb_sample(painter, box, setting)
        return
    path = QPainterPath()
    path.addRoundedRect(box, 2.5, 2.5)
    if entry.quality:
        paint_feeling(painter, path, entry.quality, None, setting)
        painter.strokePath(path, mark_pen(sheet.referral, 1.1, setting, 0.85))
        return
    if entry.wash:
        paint_wash(painter, path, entry.wash, setting)
    if entry.hurts:
        painter.strokePath(path, mark_pen(sheet.referral, 1.6, setting))
    if not (entry.wash or entry.hurts):
        _paint_muscle_sample(painter, box, path, entry, setting)


def _paint_muscle_sample(painter: QPainter, box: QRectF, path: QPainterPath, entry: Entry, setting: Setting) -> None:
    """Paint the fill, the edge and the texture of a state or role."""
    sheet = SHEETS[setting.theme]
    form = Form("", "muscle", "superficial", box, Lazy(lambda: path), Lazy(lambda: path), Lazy(tuple))
    painter.setPen(mark_pen(sheet.referral, ROLE_WIDTHS[entry.role], setting) if entry.role
                   else mark_pen(sheet.muscle_line, 0.8, setting, 0.6))
    painter.setBrush(brush(form_fill(form, entry.state, True, setting.theme, entry.calm)))
    painter.drawPath(path)
    if entry.state:
        painter.setOpacity(CALM_TEXTURE if entry.calm else 1.0)
        paint_texture(painter, path, form, entry.state, setting)
        painter.setOpacity(1.0)


def trigger_sample(entry: Entry, x: float, y: float) -> Trigger:
    """The trigger point that an entry shows at a place (mm or px, as its painter has it)."""
    return Trigger("front", x, y, entry.trigger == "approximate", "", entry.trigger == "behind")


def attachment_sample(end: AttachmentEnd, x: float, y: float, unit: float) -> Attachment:
    """The line of attachment that an entry shows from a place on; one px is `unit` wide."""
    inset, width = 4.0 * unit, SWATCH.width() * unit
    return Attachment("front", end, ((x + inset, y), (x + width - inset, y)), False)


def spots(shown: tuple[Entry, ...], font: QFont, width: float) -> list[QPointF]:
    """Where each entry begins, px from the legend's corner: in rows, broken where the width ends."""
    found: list[QPointF] = []
    x, y = PADDING, PADDING / 2
    # The widest entry has its way, and gives the others room, too.
    width = max([width, *(2 * (PADDING - SPACE) + _width(entry, font) for entry in shown)])
    for entry in shown:
        wide = _width(entry, font)
        if x > PADDING and x + wide - 2 * SPACE + PADDING > width:
            x, y = PADDING, y + ROW * growth(font)
        found.append(QPointF(x, y))
        x += wide
    return found


def _width(entry: Entry, font: QFont) -> float:
    return SWATCH.width() * growth(font) + 3 * SPACE + QFontMetricsF(font).horizontalAdvance(entry.label) + 2.0
