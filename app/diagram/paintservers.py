"""The linear gradients that a file defines, and what a fill that refers to one looks like: a colour under a light.

Files come from anywhere. Whatever is not understood (other gradients, patterns, nonsense) is a flat colour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from app.diagram.drawing import Part
from app.diagram.light import Light, channels, tone_of

if TYPE_CHECKING:
    import svgelements

XLINK_HREF = "http://www.w3.org/1999/xlink href"
REFERENCE = re.compile(r"\s*url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)\s*(.*)", re.DOTALL)
TRANSFORMS = re.compile(r"(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d.,eE+\-\s]*\)\s*,?)*\s*")
GREY = "#999999"
"""Stands for a paint that is not understood."""

LONGEST_TRANSFORM = 400
"""Characters of the transforms of a gradient."""

MAX_STOPS = 64
MAX_CHAIN = 8
"""Gradients that take something from one another."""

UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What numbers, colours and transforms that make no sense raise."""

Affine = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour (#rrggbb) with its opacity, both 0..1 at a place 0..1."""

    place: float
    colour: str
    opacity: float


@dataclass
class Gradient:
    """One ``<linearGradient>`` as it is written, and its stops."""

    attributes: dict[str, str]
    stops: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def read_stops(self) -> list[Stop]:
        """The stops with what they tell; a thousand shapes may share them."""
        return [_stop(one) for one in self.stops]


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour (#rrggbb; None for none), its opacity 0..1, and the light on it."""

    colour: str | None
    opacity: float = 1.0
    light: Light | None = None


@dataclass(slots=True)
class PaintServers:
    """The gradients of a file by their ids."""

    gradients: dict[str, Gradient] = field(default_factory=dict)
    _open: Gradient | None = None

    def note(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an element that is not drawn itself."""
        if tag == "stop":
            if self._open and len(self._open.stops) < MAX_STOPS:
                self._open.stops.append(_styled(attributes))
            return
        self._open = Gradient(attributes) if tag == "linearGradient" else None
        if self._open and attributes.get("id"):
            self.gradients.setdefault(attributes["id"], self._open)

    def fill(self, paint: str, part: Part, element: svgelements.Shape) -> Fill:
        """What a fill of the form ``url(#name) colour`` looks like on an element of a drawing."""
        reference = REFERENCE.match(paint)
        if not reference:
            return Fill(GREY)
        second = _colour(reference[2])
        try:
            chain = self._chain(reference[1])
            stops = next(gradient for gradient in chain if gradient.stops).read_stops
            ends = _ends(chain, element)
        except (*UNREADABLE, StopIteration):
            return Fill(second or (None if reference[2].strip() == "none" else GREY))
        if part in ("shade", "light"):
            return Fill(None, 1.0, Light(*ends, tuple((stop.place, _overlaid(stop)) for stop in stops)))
        colour = second or _mean(stops)
        light = Light(*ends, tuple((stop.place, tone_of(stop.colour, colour)) for stop in stops))
        return Fill(colour, round(sum(stop.opacity for stop in stops) / len(stops), 3), light)

    def _chain(self, name: str) -> list[Gradient]:
        """A gradient and those from which it takes what it lacks, nearest first."""
        found: list[Gradient] = []
        while name in self.gradients and len(found) < MAX_CHAIN:
            found.append(self.gradients[name])
            attributes = found[-1].attributes
            name = attributes.get("href", attributes.get(XLINK_HREF, ""))[1:]
        return found


def _styled(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of a stop with the properties of its ``style``."""
    pairs = (one.split(":", 1) for one in attributes.get("style", "").split(";") if ":" in one)
    return attributes | {name.strip(): text.strip() for name, text in pairs}


def _stop(attributes: dict[str, str]) -> Stop:
    import svgelements

    colour = svgelements.Color(attributes.get("stop-color", "black"))
    opacity = _number(attributes.get("stop-opacity", "1")) * float(colour.opacity)
    return Stop(_share(_number(attributes.get("offset", "0"))), str(colour.hexrgb), round(_share(opacity), 3))


def _colour(text: str) -> str | None:
    """A colour as #rrggbb; None when it is none."""
    import svgelements

    try:
        colour = svgelements.Color(text.strip() or "none")
        return None if colour.value is None else str(colour.hexrgb)
    except UNREADABLE:
        return None


def _mean(stops: list[Stop]) -> str:
    """The colour between all stops."""
    return "#" + "".join(f"{round(sum(parts) / len(stops)):02x}"
                         for parts in zip(*(channels(stop.colour) for stop in stops), strict=True))


def _overlaid(stop: Stop) -> float:
    """The tone that a transparent stop gives to what lies beneath it."""
    return (stop.opacity if sum(channels(stop.colour)) > 382 else -stop.opacity) + 0.0


def _ends(chain: list[Gradient], element: svgelements.Shape) -> tuple[float, float, float, float]:
    """Where the line of a gradient begins and ends on the sheet, in user units."""
    import svgelements

    def told(name: str, otherwise: str) -> str:
        return next((one.attributes[name] for one in chain if name in one.attributes), otherwise)

    boxed = told("gradientUnits", "objectBoundingBox") != "userSpaceOnUse"
    texts = [told(name, otherwise) for name, otherwise in (("x1", "0"), ("y1", "0"), ("x2", "100%"), ("y2", "0"))]
    if not boxed and any("%" in text for text in texts):
        raise ValueError("a share of the window is no place on the sheet")
    transform = told("gradientTransform", "")
    if len(transform) > LONGEST_TRANSFORM or not TRANSFORMS.fullmatch(transform):
        raise ValueError("this is no list of transforms")
    matrix = svgelements.Matrix(transform)
    if boxed:
        left, top, right, bottom = _box(element)
        matrix *= svgelements.Matrix(right - left, 0, 0, bottom - top, left, top)
    matrix *= element.transform
    return _moved([_number(text) for text in texts], (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))


def _box(element: svgelements.Shape) -> tuple[float, float, float, float]:
    """The frame of an element before its transforms: left, top, right, bottom."""
    import svgelements

    written = element.values.get("data-d")
    shape = element if written is None else svgelements.Path(written)
    left, top, right, bottom = shape.bbox(transformed=False)
    return left, top, right, bottom


def _moved(line: list[float], by: Affine) -> tuple[float, float, float, float]:
    """A line of a gradient under an affine map: even across its line before, so even across it after."""
    a, b, c, d, e, f = by
    x1, y1, x2, y2 = line
    across, down = x2 - x1, y2 - y1
    square = across * across + down * down
    # The slope of the tones is a covector, which the inverse transposed map moves.
    slope_x = (d * across - b * down) / square / (a * d - b * c)
    slope_y = (a * down - c * across) / square / (a * d - b * c)
    start_x, start_y = a * x1 + c * y1 + e, b * x1 + d * y1 + f
    steep = slope_x * slope_x + slope_y * slope_y
    ends = (start_x, start_y, start_x + slope_x / steep, start_y + slope_y / steep)
    if not all(abs(value) < 1e6 for value in ends):
        raise ValueError("this gradient lies nowhere on a sheet")
    return round(ends[0], 2), round(ends[1], 2), round(ends[2], 2), round(ends[3], 2)


def _number(text: str) -> float:
    text = text.strip()
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
