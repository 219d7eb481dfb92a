"""The gradients of an SVG file: one for each light, with stops that lights of the same tones share."""

from __future__ import annotations

from collections.abc import Iterator

from app.diagram.light import Light, Tones, ink, tinted
from app.diagram.pathdata import number


class Gradients:
    """Collects the gradients that a file needs."""

    def __init__(self) -> None:
        self._tones: dict[Tones, int] = {}
        self._stops: dict[str, str] = {}
        self._lines: list[str] = []

    def paint(self, light: Light, fill: str | None) -> str:
        """The value of a ``fill`` attribute: a colour (#rrggbb) under a light, or the light alone, with transparency."""
        profile = self._tones.setdefault(light.tones, len(self._tones) + 1)
        stops = f"tones-{profile}{(fill or '').replace('#', '-')}"
        self._stops[stops] = "".join(_stop(place, tone, fill) for place, tone in light.tones)
        name = f"light-{len(self._lines) + 1}"
        ends = zip(("x1", "y1", "x2", "y2"), light[:4], strict=True)
        line = " ".join(f'{key}="{number(round(value, 1))}"' for key, value in ends)
        self._lines.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {line} xlink:href="#{stops}"/>')
        # Who cannot draw a gradient takes the second paint.
        return f"url(#{name}) {fill or 'none'}"

    def definitions(self) -> Iterator[str]:
        """The ``<defs>`` of the file."""
        if not self._lines:
            return
        yield "<defs>"
        for name, stops in self._stops.items():
            yield f'<linearGradient id="{name}">{stops}</linearGradient>'
        yield from self._lines
        yield "</defs>"


def _stop(place: float, tone: float, fill: str | None) -> str:
    if fill:
        return f'<stop offset="{place:g}" stop-color="{tinted(fill, tone)}"/>'
    return f'<stop offset="{place:g}" stop-color="{ink(tone)}" stop-opacity="{abs(tone):g}"/>'
