"""What is painted over the body: ghosts of hidden muscles, red outlines, areas, trigger points, selection, hover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.diagram.drawing import owner
from app.model.anatomy import ViewName
from app.model.look import SHEETS, Role
from app.paint.attachment import paint_attachments
from app.paint.body import paint_forms, paint_texture
from app.paint.marks import Marks, Trigger
from app.paint.motifs import paint_place
from app.paint.on_plate import on_plate
from app.paint.palette import (
    CALM_TEXTURE,
    NO_BRUSH,
    NO_PEN,
    ROLE_WIDTHS,
    Setting,
    brush,
    colour,
    form_fill,
    hover_width,
    mark_pen,
    mixed,
    selection_widths,
)
from app.paint.plain import CORDS
from app.paint.plate import RANKS, Form, Plate, PosedPlate
from app.paint.textures import Ink, Stipple, draw_stipple, stipple_brush
from app.state.state import Depth

SEEN_ENOUGH = 0.2
"""A muscle of which less than this share 0..1 is seen counts as hidden."""

CLOSE_CALL = 0.5
"""Of two views on which a muscle lies about as deep (in forms above it), the calmer one shows it."""

NEAR_CORD = 1.5
"""A nerve shines through on each view on which no more lies above it (in forms): its course is what one looks for."""

BONE_FILL = 0.42
"""How strongly (0..1) a bone that takes part shines through: it is large, and not the loudest of what takes part."""

MUSCLE_FILL, CALM_GHOST, CALM_EDGE = 0.74, 0.6, 0.8
"""The same for a muscle; what is left of both where an earlier step acted, and how wide its edge is, px."""

BEHIND_SIZE, BEHIND_STRENGTH = 0.76, 0.78
"""How large and how strong (0..1) a trigger point is that lies behind the body."""

BRUSHED = 0.4
"""How strongly, 0..1, an area shows its outline where paint stands for it."""
GLOW, FEW = 0.25, 6
"""How strongly (0..1) what is pointed at lights up; of more shapes than a few each does less, as they lie over each other."""
BELIES, AS_WELL = 0.5, 1.2
"""From so much of a form on, 0..1, that lies under muscles of another state, another view shows it where no more than so many
forms more lie above it."""
BLUR, CALM_BLUR = 0.6, 0.25
"""From so much of a form on, 0..1, that lies under its like, it is only outlined; and where an earlier step acted."""

Ghost = Literal["covered", "peeled"]
"""A covered form shines through; one that was peeled off, lies under its like, or is at home on another view, is only
outlined."""
STIPPLES: dict[Role, Stipple] = {"refers_essential": Stipple(4.5, 1.1), "refers_spillover": Stipple(9.0, 1.1)}


def hidden(form: Form, depth: Depth) -> Ghost | None:
    """How a form is hidden at a depth: under others, or because it was peeled off; None when it is seen."""
    if form.rank > RANKS[depth]:
        return "peeled"
    return "covered" if form.exposures and form.exposure(depth).seen < SEEN_ENOUGH else None


def concealed(plate: Plate, form: Form, marks: Marks, depth: Depth) -> Ghost | None:
    """How a form is hidden on a plate from which the marks take something away; None when it is seen."""
    known = hidden(form, depth)
    if not marks.alone and (known != "covered" or not marks.hidden):
        return known
    sight = marks.sight
    if not sight.shows(form, depth):
        return "peeled"
    tops = [plate.form_at(point.x(), point.y(), depth, sight) is form for point in _inside(form)]
    return None if sum(tops) >= SEEN_ENOUGH * len(tops) else "covered"


def ghosts(plates: Sequence[Plate], marks: Marks, depth: Depth) -> dict[ViewName, dict[str, Ghost]]:
    """For each view the highlighted forms to be shown through what hides them.

    One that can be seen on any view is no ghost; of several views, the one with the least above it shows the ghost, and a nerve
    each on which it lies near enough.
    One that belongs to a view that is not shown is only outlined. All this is found out on the neutral body, and once while it moves.
    """
    neutral = tuple(plate.rest if isinstance(plate, PosedPlate) else plate for plate in plates)
    if not neutral:
        return {}
    asked, last = (neutral, marks, depth), neutral[0].last
    if last is None or last[0] != asked:
        last = neutral[0].last = asked, _ghosts(*asked)
    found: dict[ViewName, dict[str, Ghost]] = last[1]
    return found


def _ghosts(plates: Sequence[Plate], marks: Marks, depth: Depth) -> dict[ViewName, dict[str, Ghost]]:
    found: dict[ViewName, dict[str, Ghost]] = {plate.view: {} for plate in plates}
    for shape in _to_be_seen(marks):
        here = [(plate, form) for plate in plates if (form := plate.by_id.get(shape))]
        if not here or any(concealed(plate, form, marks, depth) is None for plate, form in here):
            continue
        best, form = _best_shown(here, marks, depth)
        near = [plate for plate, one in here if _near_cord(one)]
        if near:
            for plate in near:
                found[plate.view][shape] = "covered"
            continue
        alike = [plate for plate, one in here if one.burial <= form.burial + CLOSE_CALL and _under_its_like(plate, one, marks, depth)]
        if alike or marks.homes.get(shape, best.view) not in found:
            found[(alike or [best])[0].view][shape] = "peeled"
        else:
            found[best.view][shape] = concealed(best, form, marks, depth) or "covered"
    return found


def _best_shown(here: Sequence[tuple[Plate, Form]], marks: Marks, depth: Depth) -> tuple[Plate, Form]:
    """The view with the least above a form; where it would hide muscles there that are marked otherwise, another about as good."""
    best, form = min(here, key=_burial)
    if not _belies(best, form, marks, depth):
        return best, form
    near_by = (one for one in here if _burial(one) <= form.burial + AS_WELL and not _belies(*one, marks, depth))
    return min(near_by, key=_burial, default=(best, form))


def _to_be_seen(marks: Marks) -> tuple[str, ...]:
    """The highlighted shapes; while something is shown alone, only what belongs to it."""
    sight = marks.sight
    return tuple(shape for shape in marks.highlighted if not sight.alone or shape in sight.clear)


def _under_its_like(plate: Plate, form: Form, marks: Marks, depth: Depth) -> bool:
    """Whether a form lies mostly under muscles of its own state: filled anew, it would only blur them.

    What an earlier step acted on blurs whatever is lit, though only a part of it lies there.
    """
    state = marks.states.get(form.id)
    if state is None:
        return False
    sight, calm = marks.sight, form.id in marks.calm
    over = [plate.form_at(point.x(), point.y(), depth, sight) for point in _inside(form)]
    alike = [marks.states.get(one.id) == state or (calm and one.id in marks.states) for one in over if one]
    return bool(alike) and sum(alike) >= (CALM_BLUR if calm else BLUR) * len(alike)


def _belies(plate: Plate, form: Form, marks: Marks, depth: Depth) -> bool:
    """Whether a form lies mostly under muscles of another state: filled anew, it would say of them what no source does."""
    state, sight = marks.states.get(form.id), marks.sight
    over = [plate.form_at(point.x(), point.y(), depth, sight) for point in _inside(form)]
    others = [one is not None and marks.states.get(one.id, state) != state for one in over]
    return sum(others) > BELIES * len(others)


def _inside(form: Form) -> Iterator[QPointF]:
    """Some points all over a form, mm."""
    box = form.box
    for column in range(1, 5):
        for row in range(1, 5):
            point = QPointF(box.left() + box.width() * column / 5, box.top() + box.height() * row / 5)
            if form.outline.contains(point):
                yield point


def _burial(where: tuple[Plate, Form]) -> float:
    return where[1].burial


def paint_marks(painter: QPainter, plate: Plate, marks: Marks, setting: Setting, through: Mapping[str, Ghost]) -> None:
    """Paint the standing marks of a plate in its own frame (mm): ghosts, red outlines, areas of pain."""
    # The smaller ones last: a sheet of muscle would hide the slender ones behind it again.
    for form, ghost in sorted(((plate.by_id[shape], ghost) for shape, ghost in through.items()), key=_extent, reverse=True):
        paint_ghost(painter, form, marks, setting, ghost)
    wanted = _to_be_seen(marks)
    for shape, role in marks.roles.items():
        muscle = plate.by_id.get(shape)
        if muscle and shape in wanted and concealed(plate, muscle, marks, setting.depth) is None:
            _stroke(painter, muscle.seen, mark_pen(SHEETS[setting.theme].referral, ROLE_WIDTHS[role], setting))
    _paint_areas(painter, plate, marks, setting)


def _paint_areas(painter: QPainter, plate: Plate, marks: Marks, setting: Setting) -> None:
    red = SHEETS[setting.theme].referral
    for area in plate.areas:
        if marks.show_areas:
            # A thin red line would be lost on red muscle.
            _stroke(painter, area.outline, mark_pen(SHEETS[setting.theme].halo, 1.6, setting, 0.3))
            _stroke(painter, area.outline, mark_pen(red, 1.0 / setting.ratio, setting, 0.3))
        if area.id in marks.washes:
            paint_wash(painter, area.outline, marks.washes[area.id], setting)
        if area.id in marks.areas and area.id not in marks.brushed:
            _stroke(painter, area.outline, mark_pen(red, 1.6, setting))


def _extent(ghost: tuple[Form, Ghost]) -> float:
    return ghost[0].box.width() * ghost[0].box.height()


def paint_live(painter: QPainter, plate: Plate, marks: Marks, hovered: tuple[str, ...], setting: Setting) -> None:
    """Paint what is over all else and cheap: the selected forms, the one under the pointer, attachments, trigger points."""
    marks = on_plate(marks, plate)
    _paint_pain(painter, plate, marks, setting)
    for shape in marks.selected:
        form = plate.by_id.get(shape)
        if form:
            _paint_selected(painter, plate, form, marks, setting)
    _paint_pointed(painter, plate, marks, hovered, setting)
    paint_attachments(painter, (one for one in marks.attachments if one.view == plate.view), setting)
    # Last, so that the muscle to which it belongs does not hide it.
    for trigger in marks.triggers:
        if trigger.view == plate.view:
            paint_trigger(painter, trigger, setting)


def _paint_pointed(painter: QPainter, plate: Plate, marks: Marks, hovered: tuple[str, ...], setting: Setting) -> None:
    """Light up what is pointed at, unless it is selected; the more it is, the fainter."""
    for shape in hovered:
        form = plate.by_id.get(shape) or plate.area_by_id.get(shape)
        if form and shape not in marks.selected:
            ghost = None if form.part == "area" else concealed(plate, form, marks, setting.depth)
            _paint_hover(painter, form, setting, ghost, GLOW * min(1.0, FEW / len(hovered)))


def _paint_pain(painter: QPainter, plate: Plate, marks: Marks, setting: Setting) -> None:
    """Paint what the brush painted, with a faint edge round the areas that it chose, and areas of which is told how they feel."""
    for shape in marks.brushed:
        area = plate.area_by_id.get(shape)
        if area:
            _stroke(painter, area.outline, mark_pen(SHEETS[setting.theme].referral, 0.8, setting, BRUSHED))
    for place in marks.painted:
        if place.view == plate.view:
            paint_place(painter, place, setting)


def _paint_selected(painter: QPainter, plate: Plate, form: Form, marks: Marks, setting: Setting) -> None:
    ghost = concealed(plate, form, marks, setting.depth)
    if ghost and not at_home(form, plate, marks):
        paint_ghost(painter, form, marks, setting, "peeled")
        return
    if ghost:
        paint_ghost(painter, form, marks, setting, ghost)
    elif form.opacity < 1.0:
        paint_forms(painter, (form,), replace(marks, chosen=False), setting)
    _paint_contour(painter, form.outline if ghost else form.seen, setting, dashed=bool(ghost))


def at_home(form: Form, plate: Plate, marks: Marks) -> bool:
    """Whether a form is to be shown in full on a view; on the others its faint outline is enough where it is hidden."""
    return marks.homes.get(form.id, plate.view) == plate.view or _near_cord(form)


def _near_cord(form: Form) -> bool:
    """Whether a form is a nerve that lies near enough to be shown on its view."""
    return form.burial <= NEAR_CORD and owner(form.id)[0].endswith(CORDS)


def paint_ghost(painter: QPainter, form: Form, marks: Marks, setting: Setting, ghost: Ghost) -> None:
    """Paint a hidden form through what hides it: translucent fill, texture, dashed outline; peeled off, only the outline."""
    state = marks.states.get(form.id)
    # A selected muscle keeps its natural red, so that it stands out from the grey that covers it.
    calm = form.id in marks.calm
    fill = form_fill(form, state, marks.chosen and form.id not in marks.selected, setting.theme, calm)
    if state == "involved" and form.part == "structure":
        # A nerve or a disc is too slender for a translucent fill and a dashed edge.
        _stroke(painter, form.outline, mark_pen(SHEETS[setting.theme].halo, 2.6, setting, 0.6))
        painter.setPen(NO_PEN)
        painter.setBrush(brush(fill, 0.9))
        painter.drawPath(form.outline)
        return
    if ghost == "covered":
        painter.setPen(NO_PEN)
        painter.setBrush(brush(fill, ghost_fill(form, calm)))
        painter.drawPath(form.outline)
        if state:
            painter.setOpacity(CALM_TEXTURE if calm else 1.0)
            paint_texture(painter, form.outline, form, state, setting)
            painter.setOpacity(1.0)
    role = marks.roles.get(form.id)
    sheet = SHEETS[setting.theme]
    edge = sheet.referral if role else mixed(fill, sheet.ink, 0.5)
    width, strength = (CALM_EDGE, 0.25) if calm else (ROLE_WIDTHS[role] if role else 1.2, 0.45)
    _stroke(painter, form.outline, mark_pen(sheet.halo, width + 1.0, setting, strength))
    _stroke(painter, form.outline, _dashed(mark_pen(edge, width, setting)))


def ghost_fill(form: Form, calm: bool) -> float:
    """How strongly, 0..1, a hidden form shines through."""
    if form.part == "bone":
        return BONE_FILL * (CALM_GHOST if calm else 1.0)
    return MUSCLE_FILL * (CALM_GHOST if calm else 1.0)


def paint_wash(painter: QPainter, area: QPainterPath, role: Role, setting: Setting) -> None:
    """Stipple an area in red: dense for an essential zone, sparse for spillover."""
    sheet = SHEETS[setting.theme]
    painter.save()
    painter.setPen(NO_PEN)
    if role == "refers_essential":
        painter.setBrush(brush(sheet.referral, 0.14))
        painter.drawPath(area)
    ink = Ink(sheet.referral, 0.9)
    if setting.paper:
        painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
        draw_stipple(painter, area.boundingRect(), STIPPLES[role], ink, setting.pixel)
    else:
        painter.setBrush(stipple_brush(STIPPLES[role], ink, setting.pixel, setting.ratio))
        painter.drawPath(area)
    painter.restore()


def paint_trigger(painter: QPainter, trigger: Trigger, setting: Setting) -> None:
    """Paint a trigger point as an X: solid where its place was read in a source, dashed where not; small and pale behind
    the body.
    """
    sheet = SHEETS[setting.theme]
    size, strength = (BEHIND_SIZE, BEHIND_STRENGTH) if trigger.behind else (1.0, 1.0)
    arm = 5.0 * size * setting.pixel
    cross = QPainterPath()
    for rise in (arm, -arm):
        cross.moveTo(QPointF(trigger.x - arm, trigger.y - rise))
        cross.lineTo(QPointF(trigger.x + arm, trigger.y + rise))
    _stroke(painter, cross, mark_pen(sheet.paper, 4.2 * size, setting, 0.75 * strength))
    if trigger.approximate:
        made = QPen(mark_pen(sheet.trigger, 1.9 * size, setting, 0.9 * strength))
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([1.9, 0.9])
        _stroke(painter, cross, made)
    else:
        _stroke(painter, cross, mark_pen(sheet.trigger, 2.4 * size, setting, strength))


def _paint_contour(painter: QPainter, path: QPainterPath, setting: Setting, dashed: bool) -> None:
    sheet = SHEETS[setting.theme]
    halo, line = selection_widths(setting.theme)
    _stroke(painter, path, mark_pen(sheet.halo, halo, setting, 0.85))
    ink = mark_pen(sheet.ink, line, setting)
    _stroke(painter, path, _dashed(ink) if dashed else ink)


def _paint_hover(painter: QPainter, form: Form, setting: Setting, ghost: Ghost | None, glow: float) -> None:
    sheet = SHEETS[setting.theme]
    area = form.part == "area"
    path = form.outline if ghost or area else form.seen
    painter.setPen(NO_PEN)
    painter.setBrush(colour(sheet.referral if area else "#ffffff", glow))
    painter.drawPath(path)
    ink = mark_pen(sheet.referral if area else sheet.ink, hover_width(setting.theme), setting)
    _stroke(painter, path, _dashed(ink) if ghost else ink)


def _dashed(solid: QPen) -> QPen:
    made = QPen(solid)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setDashPattern([3.5, 2.2])
    return made


def _stroke(painter: QPainter, path: QPainterPath, with_pen: QPen) -> None:
    painter.setBrush(NO_BRUSH)
    painter.setPen(with_pen)
    painter.drawPath(path)
