"""The second pass: a scanned SVG file becomes typed shapes with absolute path data, transforms and uses applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from app.diagram.drawing import Drawing, LayerName, Part, Shape
from app.diagram.paintservers import Fill, PaintServers, number_in, refers
from app.diagram.pathdata import REACH, plain_data, simplified_data
from app.diagram.scan import scan
from app.model.anatomy import ViewName
from app.model.problem import UserError

if TYPE_CHECKING:
    import svgelements

PARTS: dict[str, Part] = {name: name for name in get_args(Part)}
LAYER_NAMES: dict[str, LayerName] = {name: name for name in get_args(LayerName)}
VIEWS: dict[str, ViewName] = {name: name for name in get_args(ViewName)}
DETAILS = ("cut", "tendon", "shade", "light", "fibre", "line")
NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What svgelements raises at values that make no sense."""


def read_drawing(path: Path) -> Drawing:
    """Read a diagram; coordinates come out in the user units of its frame (mm).

    The view is named by the file: ``front.svg``, ``clinic_back.svg``; any other name counts as the front.
    Raises UserError of the form "file:line: what; remedy".
    """
    found = scan(path)
    if found.box is None:
        raise UserError(f"{path}:1: the diagram has no frame; give <svg> a viewBox in millimetres")
    shapes = tuple(shape for element in _elements("".join(found.markup), path) if (shape := _told(element, path, found.servers)))
    if not shapes:
        raise UserError(f"{path}:1: the diagram draws nothing; add paths with the ids of muscles, such as psoas_major-right")
    return Drawing(view_named(path.stem), found.box, _numbered(shapes))


def view_named(stem: str) -> ViewName:
    """The view that a file's name tells."""
    return next((view for word in stem.lower().replace("-", "_").split("_") if (view := VIEWS.get(word))), "front")


def _elements(markup: str, path: Path) -> list[svgelements.Shape]:
    import svgelements

    try:
        parsed = svgelements.SVG.parse(StringIO(markup), reify=False, parse_display_none=True)
        return [element for element in parsed.elements() if isinstance(element, svgelements.Shape)]
    except NONSENSE as error:
        raise UserError(f"{path}:1: a length, style or transform makes no sense ({error}); save it again as plain SVG") from error


def _told(element: svgelements.Shape, path: Path, servers: PaintServers) -> Shape | None:
    """One drawn element as a shape, or where it stands when its path data makes no sense."""
    try:
        return _shape(element, servers)
    except NONSENSE as error:
        line = element.values.get("data-line", 1)
        why = f" ({error})" if str(error) else ""
        raise UserError(f"{path}:{line}: this path data cannot be read{why}; draw this path again") from error


def _shape(element: svgelements.Shape, servers: PaintServers) -> Shape | None:
    """One drawn element as a shape; None when it is hidden or has no extent."""
    values = element.values
    layer = LAYER_NAMES.get(str(values.get("data-layer")), "other")
    # A layer that somebody switched off in an editor is still part of the body; anything else hidden is not drawn.
    if layer == "other" and str(values.get("display")) == "none":
        return None
    width = round(float(element.implicit_stroke_width or 0.0), 3)
    if not 0 <= width <= REACH:
        raise ValueError(f"a stroke cannot be {width:g} wide")
    data = _outline(element)
    if len(data) < 4:
        return None
    element_id, part = _identity(values)
    fill = _fill(element, part, servers)
    stroke = _stroke(element, servers)
    strongest = fill if fill.colour or fill.light else stroke
    return Shape(
        id=element_id, of=str(values.get("data-of") or element_id), part=part, layer=layer, data=data,
        fill=fill.colour, stroke=stroke.colour, stroke_width=width, light=fill.light,
        opacity=round(strongest.opacity * _opacity(values.get("opacity")), 3),
        line=int(values.get("data-line", 0)), even_odd=values.get("fill-rule") == "evenodd")


def _identity(values: Mapping[str, Any]) -> tuple[str, Part]:
    """The id of an element and what it is, as the element tells that uses it, or else its own."""
    words = str(values.get("data-use-class") or values.get("class") or "").split()
    part: Part = next((PARTS[word] for word in words if word in PARTS), "other")
    return str(values.get("data-use-id") or values.get("id") or ""), part


def _fill(element: svgelements.Shape, part: Part, servers: PaintServers) -> Fill:
    text = element.values.get("fill")
    if isinstance(text, str) and refers(text):
        fill = servers.fill(text, part, element)
        return replace(fill, opacity=fill.opacity * _opacity(element.values.get("fill-opacity")))
    return _plain(element.fill)


def _stroke(element: svgelements.Shape, servers: PaintServers) -> Fill:
    text = element.values.get("stroke")
    return servers.flat(text) if isinstance(text, str) and refers(text) else _plain(element.stroke)


def _plain(colour: Any) -> Fill:
    """A colour of svgelements."""
    if colour is None or colour.value is None:
        return Fill(None)
    return Fill(str(colour.hexrgb), float(colour.opacity))


def _opacity(text: object) -> float:
    """An opacity 0..1, of 1 or in per cent; 1 when it makes no sense."""
    try:
        value = number_in(str(text))
    except ValueError:
        return 1.0
    return 1.0 if isnan(value) else min(1.0, max(0.0, value))


def _outline(element: svgelements.Shape) -> str:
    """The path data of an element; what is plain already is taken as it stands, which is twenty times faster."""
    import svgelements

    written = element.values.get("data-d")
    if written is None:
        return simplified_data(element.reify())
    if element.transform.is_identity():
        plain = plain_data(written)
        if plain is not None:
            return plain
    return simplified_data((svgelements.Path(written) * element.transform).reify())


def _numbered(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Give shapes without an id one of their own, so that every part of the program can name them."""
    return tuple(
        shape if shape.id or shape.part in DETAILS else replace(shape, id=f"other-{number}", of=f"other-{number}")
        for number, shape in enumerate(shapes))
