"""The body itself: skin, bones, muscles with their states, as far as the depth shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform

from app.model.look import STATES, MuscleState, ThemeName
from app.paint.marks import Marks
from app.paint.palette import (
    CALM_TEXTURE,
    NO_BRUSH,
    NO_PEN,
    Setting,
    brush,
    contour_pen,
    detail_brush,
    detail_pen,
    form_fill,
    is_flat,
    texture_ink,
)
from app.paint.plate import RANKS, Detail, Form, Plate, Sight
from app.paint.textures import draw_texture, texture_brush
from app.paint.veil import paint_veil
from app.state.state import Depth

SLIVER, PLAIN = 0.02, 0.12
"""While the body moves a form of which less is seen (a share 0..1) is left out, and one of which less than the second is has no details."""
STROKED = ("fibre", "line")
VEILS = ("shade", "light")
CLOSE = 0.25
"""Below so many mm in a px everything is painted, however little of it is seen."""
CAST = 3.0
"""How far the shadow of a form reaches beyond it, mm."""
TURN = 35.0
"""Between the lines of a texture and the fibres of its muscle, degrees."""
FRAMEWORK = ("skin", "bone")
"""What stays as it is while something is shown alone."""
FAINT = 0.12
"""How strongly, 0..1, what is faded still shows while something is shown alone."""


class Look(NamedTuple):
    """How marks show a form: two that look alike are painted alike. `opacity` 0..1; what is `calm` has a fainter texture."""

    fill: str
    state: MuscleState | None
    opacity: float
    calm: bool = False


def paint_body(painter: QPainter, plate: Plate, marks: Marks, setting: Setting, exposed: QRectF) -> None:
    """Paint a plate in its own frame (mm), as far as it lies in `exposed`.

    The painter's transform must map mm to the device; set a clip rectangle before, it makes thin lines much faster.
    """
    forms = forms_in(plate, marks.sight, setting, exposed)
    if not marks.sight.alone:
        paint_forms(painter, forms, marks, setting)
        return
    flesh = [form for form in forms if form.part not in FRAMEWORK]
    paint_forms(painter, (form for form in forms if form.part in FRAMEWORK), marks, setting)
    with _veil(painter, exposed.intersected(plate.box), FAINT) as inner:
        # In their natural red: grey would be lost between the bones.
        paint_forms(inner, (form for form in flesh if form.id not in marks.sight.clear), Marks(), setting)
    paint_forms(painter, (form for form in flesh if form.id in marks.sight.clear), marks, setting)


def forms_in(plate: Plate, sight: Sight, setting: Setting, exposed: QRectF) -> list[Form]:
    """What is drawn in a part of a plate (mm), in order."""
    near = exposed.adjusted(-CAST, -CAST, CAST, CAST)
    # Far away, what is covered altogether need not be painted; close up a sliver narrower than a millimetre may show,
    # and where something was taken away, what lay beneath it does.
    everything = setting.pixel < CLOSE or bool(sight.hidden) or sight.alone
    least = -1.0 if everything else SLIVER if setting.moving else 0.0
    shown = [form for form in plate.shown(sight, setting.depth, least) if near.intersects(form.box)]
    # To paint it takes as long as all the rest: while the body moves, it can do without.
    bare = setting.moving or sight.hidden or sight.alone or not plate.ground
    return shown if bare else _on_ground(plate, shown, setting.depth)


def _on_ground(plate: Plate, shown: list[Form], depth: Depth) -> list[Form]:
    """The forms with what lies on the skin, beneath everything else."""
    at = next((place for place, form in enumerate(shown) if form.part != "skin"), len(shown))
    return [*shown[:at], *(form for form in plate.ground if form.rank <= RANKS[depth]), *shown[at:]]


def looks(forms: Iterable[Form], marks: Marks, theme: ThemeName) -> Iterator[tuple[Form, Look]]:
    """Each form with how marks show it; what is highlighted or selected is painted in full."""
    clear = marks.sight.clear
    # What is shown alone keeps its natural red: there is no grey from which it would have to be told.
    alone = clear if marks.alone else ()
    for form in forms:
        state = marks.states.get(form.id)
        calm = form.id in marks.calm
        fill = form_fill(form, state, marks.chosen and form.id not in alone, theme, calm)
        yield form, Look(fill, state, 1.0 if form.id in clear else form.opacity, calm)


def paint_forms(painter: QPainter, forms: Iterable[Form], marks: Marks, setting: Setting) -> None:
    """Paint forms in their order, each with its state and its details."""
    for form, look in looks(forms, marks, setting.theme):
        paint_form(painter, form, look, setting)
    painter.setOpacity(1.0)


def paint_form(painter: QPainter, form: Form, look: Look, setting: Setting) -> None:
    """Paint one form with its details; the painter keeps its opacity."""
    painter.setOpacity(look.opacity)
    painter.setPen(contour_pen(form, setting))
    # PDF does not fade a gradient, so what is faint has no light there.
    flat = (setting.paper and look.opacity < 1.0) or is_flat(setting.theme)
    light = None if flat else form.light
    painter.setBrush(brush(look.fill, 1.0, light) if form.fill or form.part != "other" else NO_BRUSH)
    painter.drawPath(form.seen)
    if setting.moving and form.exposures and form.exposures[RANKS[setting.depth]].seen < PLAIN:
        return
    # Under the details: light, shade, fibres and tendons of a highlighted muscle stay to be seen.
    if look.state:
        painter.setOpacity(look.opacity * (CALM_TEXTURE if look.calm else 1.0))
        paint_texture(painter, form.seen, form, look.state, setting)
        painter.setOpacity(look.opacity)
    details = tuple(replace(detail, light=None) for detail in form.details if not _is_veil(detail)) if flat else form.details
    if is_flat(setting.theme):
        details = tuple(detail for detail in details if detail.part not in VEILS)
    _paint_details(painter, details, setting)


def _is_veil(detail: Detail) -> bool:
    return bool(detail.light) and detail.part in VEILS


@contextmanager
def _veil(painter: QPainter, box: QRectF, opacity: float) -> Iterator[QPainter]:
    """A painter for one pale layer over a box (mm), `opacity` 0..1: each form on its own would shine through the next."""
    to_device = painter.deviceTransform()
    spot = to_device.mapRect(box).toAlignedRect()
    layer = QImage(spot.size().expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    inner = QPainter(layer)
    inner.setRenderHints(painter.renderHints())
    inner.setClipRect(layer.rect())
    inner.setTransform(to_device * QTransform.fromTranslate(-spot.x(), -spot.y()))
    yield inner
    inner.end()
    painter.save()
    painter.resetTransform()
    painter.setOpacity(opacity)
    painter.drawImage(spot.topLeft(), layer)
    painter.restore()


def _paint_details(painter: QPainter, details: tuple[Detail, ...], setting: Setting) -> None:
    for detail in details:
        if setting.paper and detail.light and _is_veil(detail):
            paint_veil(painter, detail.path, detail.light, detail.opacity)
            continue
        if detail.part in STROKED:
            painter.setBrush(NO_BRUSH)
            painter.setPen(detail_pen(detail, setting))
        else:
            painter.setPen(NO_PEN)
            painter.setBrush(detail_brush(detail, setting.theme))
        painter.drawPath(detail.path)


def paint_texture(painter: QPainter, within: QPainterPath, form: Form, state: MuscleState, setting: Setting) -> None:
    """Paint a state's texture inside a path, along the fibres of its form."""
    texture = STATES[state].texture
    if texture == "none":
        return
    ink = texture_ink(state, setting.theme)
    # Mirrored over the midline, so that a symmetric posture gives a symmetric picture.
    turn = TURN if form.box.center().x() < 0 else -TURN
    painter.setPen(NO_PEN)
    if not setting.paper:
        painter.setBrush(texture_brush(texture, form.grain + turn, ink, setting.pixel, setting.ratio))
        painter.drawPath(within)
        return
    painter.save()
    painter.setClipPath(within, Qt.ClipOperation.IntersectClip)
    draw_texture(painter, texture, within.boundingRect(), form.grain + turn, ink, setting.pixel)
    painter.restore()
