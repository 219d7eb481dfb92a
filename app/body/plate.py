"""Composes one view: skin, bones, muscles from deep to superficial with their details, areas of pain."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from app.body import svg
from app.body.contour import shape_data
from app.body.draw import Stage, draw_thing
from app.body.fascia import aponeurosis
from app.body.frame import BOXES
from app.body.scene import LAYER_ORDER, scene
from app.body.screens import screens
from app.body.skin import skin_polygon
from app.body.svg import Sheet
from app.model.knowledge import ViewName


def plate(view: ViewName) -> str:
    """The SVG text of a view."""
    sheet = Sheet()
    sheet.open_layer("skin")
    sheet.path(shape_data(skin_polygon(view), 0.4, 2.5), id="skin", kind="skin", fill=svg.SKIN, stroke=svg.SKIN_LINE,
               stroke_width=0.8)
    sheet.close_layer()
    things = scene(view)
    stage = Stage(view, tuple(things), screens(view, things), aponeurosis(view))
    for layer in LAYER_ORDER:
        sheet.open_layer(layer)
        for thing in things:
            if thing.layer == layer:
                draw_thing(sheet, thing, stage)
        sheet.close_layer()
    _draw_areas(sheet, view)
    return sheet.text(view, BOXES[view])


def _draw_areas(sheet: Sheet, view: ViewName) -> None:
    sheet.open_layer("areas")
    if find_spec("app.body.areas") is not None:
        for name, data in import_module("app.body.areas").area_shapes(view, skin_polygon(view)):
            sheet.path(data, id=name, kind="area", fill=svg.AREA, fill_opacity=0.0, stroke="none")
    sheet.close_layer()
