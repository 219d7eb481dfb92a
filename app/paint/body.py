"""The body itself: skin, bones, muscles with their states, as far as the depth shows them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from app.model.look import STATES, MuscleState
from app.paint.marks import Marks
from app.paint.palette import Setting, brush, contour_pen, detail_brush, detail_pen, form_fill, texture_ink
from app.paint.plate import RANKS, Detail, Form, Plate
from app.paint.textures import draw_texture, texture_brush

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
STROKED = ("fibre", "line")
CLOSE = 0.25
"""Below so many mm in a px everything is painted, however little of it is seen."""
TURN = 35.0
"""Between the lines of a texture and the fibres of its muscle, degrees."""

def paint_body(painter: QPainter, plate: Plate, marks: Marks, setting: Setting, exposed: QRectF) -> None:
    """Paint a plate in its own frame (mm), as far as it lies in `exposed`.

    The painter's transform must map mm to the device; set a clip rectangle before, it makes thin lines much faster.
    """
    rank = RANKS[setting.depth]
    # Far away, what is covered altogether need not be painted; close up a sliver narrower than a millimetre may show.
    everything = setting.pixel < CLOSE
    for form in plate.forms:
        if form.rank <= rank and exposed.intersects(form.box) and (everything or form.exposures[rank].seen > 0.0):
            state = marks.states.get(form.id)
            fill = form_fill(form, state, marks.chosen, setting.theme)
            painter.setPen(contour_pen(form, setting))
            painter.setBrush(brush(fill) if form.fill or form.part != "other" else NO_BRUSH)
            painter.drawPath(form.seen)
            # Under the details: light, shade, fibres and tendons of a highlighted muscle stay to be seen.
            if state:
                paint_texture(painter, form.seen, form, state, setting)
            _paint_details(painter, form.details, setting)


def _paint_details(painter: QPainter, details: tuple[Detail, ...], setting: Setting) -> None:
    for detail in details:
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
