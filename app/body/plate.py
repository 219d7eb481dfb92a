"""Composes one view: skin, bones, muscles from deep to superficial with their details, areas of pain."""

from __future__ import annotations

from app.body import svg
from app.body.areas import area_shapes
from app.body.arm import faded
from app.body.contour import line_data, shape_data
from app.body.draw import Stage, draw_thing
from app.body.fascia import aponeurosis
from app.body.feet import toe_lines
from app.body.frame import BOXES
from app.body.loin import sheath_side
from app.body.mirror import mirrored_text
from app.body.scene import LAYER_ORDER, Thing, scene
from app.body.screens import screens
from app.body.skin import skin_polygon
from app.body.soles import sole_lines, sole_skins
from app.body.svg import Sheet
from app.model.anatomy import ViewName


def plate(view: ViewName) -> str:
    """The SVG text of a view."""
    if view != "left":
        return _composed(view, False).text(view, BOXES[view])
    return mirrored_text(_composed("right", True).text(view, BOXES[view]))


def _composed(view: ViewName, turned: bool) -> Sheet:
    """All elements of a view; `turned` if they will be mirrored, so that the light falls from the other side."""
    sheet = Sheet()
    sheet.open_layer("skin")
    _draw_skin(sheet, view)
    sheet.close_layer()
    things = scene(view)
    stage = Stage(view, tuple(things), screens(view, things), sheath_side() if view == "right" else aponeurosis(view), turned)
    for layer in LAYER_ORDER:
        sheet.open_layer(layer)
        for thing in things:
            if thing.layer == layer:
                _draw(sheet, thing, stage)
        sheet.close_layer()
    _draw_areas(sheet, view)
    return sheet


def _draw(sheet: Sheet, thing: Thing, stage: Stage) -> None:
    start = len(sheet.lines)
    draw_thing(sheet, thing, stage)
    if thing.opacity < 1:
        sheet.lines[start:] = [faded(line, thing.opacity) for line in sheet.lines[start:]]


def _draw_skin(sheet: Sheet, view: ViewName) -> None:
    for name, outline, smooth in [("skin", skin_polygon(view), 2.5), *((*found, 0.8) for found in sole_skins(view))]:
        sheet.path(shape_data(outline, 0.4, smooth), id=name, kind="skin", fill=svg.SKIN, stroke=svg.SKIN_LINE,
                   stroke_width=0.8)
        for course in toe_lines(view) if name == "skin" else sole_lines(name):
            sheet.path(line_data(course, 0.4, 12.0), data_of=name, kind="line", fill="none", stroke=svg.SKIN_LINE,
                       stroke_width=0.8, stroke_opacity=0.6)


def _draw_areas(sheet: Sheet, view: ViewName) -> None:
    sheet.open_layer("areas")
    for name, data in area_shapes(view, skin_polygon(view)):
        sheet.path(data, id=name, kind="area", fill=svg.AREA, fill_opacity=0.0, stroke="none")
    sheet.close_layer()
