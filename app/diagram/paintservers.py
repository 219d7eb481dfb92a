"""The gradients that a file defines, and what a fill that refers to one looks like: a colour under a light.

Files come from anywhere. A gradient that is not linear, or whose line makes no sense, is the flat colour between its
stops; whatever else is not understood (patterns, nonsense) is a flat grey.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from app.diagram.drawing import Part
from app.diagram.light import Light, channels, tone_of

if TYPE_CHECKING:
    import svgelements

XLINK_HREF = "http://www.w3.org/1999/xlink href"
GRADIENTS = ("linearGradient", "radialGradient")
REFERENCE = re.compile(r"\s*url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)\s*(.*)", re.DOTALL | re.IGNORECASE)
"""The name that a paint refers to, and the paint for who cannot follow."""

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
    """One gradient as it is written, and its stops."""

    attributes: dict[str, str]
    linear: bool = True
    stops: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def read_stops(self) -> list[Stop]:
        """The stops with what they tell, none before the one that it follows; a thousand shapes may share them."""
        read = [_stop(one) for one in self.stops]
        places = accumulate((stop.place for stop in read), max)
        return [replace(stop, place=place) for stop, place in zip(read, places, strict=True)]


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
        self._open = Gradient(attributes, tag == "linearGradient") if tag in GRADIENTS else None
        if self._open and attributes.get("id"):
            self.gradients.setdefault(attributes["id"], self._open)

    def flat(self, paint: str) -> Fill:
        """The one colour of a paint of the form ``url(#name) colour``."""
        reference = REFERENCE.match(paint)
        if not reference:
            return Fill(GREY)
        second = _colour(reference[2])
        if second or reference[2].strip() == "none":
            return Fill(second)
        try:
            stops = _stops(self._chain(reference[1]))
            return Fill(_mean(stops), _strength(stops))
        except UNREADABLE:
            return Fill(GREY)

    def fill(self, paint: str, part: Part, element: svgelements.Shape) -> Fill:
        """What a fill of the form ``url(#name) colour`` looks like on an element of a drawing."""
        reference = REFERENCE.match(paint)
        try:
            chain = self._chain(reference[1] if reference else "")
            stops, ends = _stops(chain), _ends(chain, element)
        except UNREADABLE:
            return self.flat(paint)
        if part in ("shade", "light"):
            return Fill(None, 1.0, Light(*ends, tuple((stop.place, _overlaid(stop)) for stop in stops)))
        colour = (reference and _colour(reference[2])) or _mean(stops)
        light = Light(*ends, tuple((stop.place, tone_of(stop.colour, colour)) for stop in stops))
        return Fill(colour, _strength(stops), light)

    def _chain(self, name: str) -> list[Gradient]:
        """A gradient and those from which it takes what it lacks, nearest first."""
        found: list[Gradient] = []
        while name in self.gradients and len(found) < MAX_CHAIN:
            found.append(self.gradients[name])
            attributes = found[-1].attributes
            name = attributes.get("href", attributes.get(XLINK_HREF, ""))[1:]
        return found


def refers(paint: str) -> bool:
    """Whether a paint refers to something that is defined elsewhere, as ``url(#name)`` does."""
    return paint.lstrip()[:4].lower() == "url("


def _styled(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of a stop with the properties of its ``style``."""
    pairs = (one.split(":", 1) for one in attributes.get("style", "").split(";") if ":" in one)
    return attributes | {name.strip(): text.strip() for name, text in pairs}


def _stop(attributes: dict[str, str]) -> Stop:
    import svgelements

    colour = svgelements.Color(attributes.get("stop-color", "black"))
    opacity = number_in(attributes.get("stop-opacity", "1")) * float(colour.opacity)
    return Stop(_share(number_in(attributes.get("offset", "0"))), str(colour.hexrgb), round(_share(opacity), 3))


def _colour(text: str) -> str | None:
    """A colour as #rrggbb; None when it is none."""
    import svgelements

    try:
        colour = svgelements.Color(text.strip() or "none")
        return None if colour.value is None else str(colour.hexrgb)
    except UNREADABLE:
        return None


def _stops(chain: list[Gradient]) -> list[Stop]:
    """The stops of the nearest gradient that has any. Raises LookupError when none has."""
    found = [gradient for gradient in chain if gradient.stops]
    return found[0].read_stops


def _mean(stops: list[Stop]) -> str:
    """The colour between all stops."""
    return "#" + "".join(f"{round(sum(parts) / len(stops)):02x}"
                         for parts in zip(*(channels(stop.colour) for stop in stops), strict=True))


def _strength(stops: list[Stop]) -> float:
    """The opacity between all stops."""
    return round(sum(stop.opacity for stop in stops) / len(stops), 3)


def _overlaid(stop: Stop) -> float:
    """The tone that a transparent stop gives to what lies beneath it."""
    return (stop.opacity if sum(channels(stop.colour)) > 382 else -stop.opacity) + 0.0


def _ends(chain: list[Gradient], element: svgelements.Shape) -> tuple[float, float, float, float]:
    """Where the line of a gradient begins and ends on the sheet, in user units."""
    import svgelements

    def told(name: str, otherwise: str) -> str:
        return next((one.attributes[name] for one in chain if name in one.attributes), otherwise)

    if not chain[0].linear:
        raise ValueError("only a linear gradient has a line")
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
    return _moved([number_in(text) for text in texts], (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))


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
    left, top, right, bottom = (round(value, 2) for value in ends)
    if (left, top) == (right, bottom):
        raise ValueError("this gradient has no length")
    return left, top, right, bottom


def number_in(text: str) -> float:
    """A number, or a share in per cent as a fraction (50% is 0.5). Raises ValueError."""
    text = text.strip()
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
