"""Light and shade on one fill: tones along a line, from deep shade to bright light, whatever the colour beneath."""

from __future__ import annotations

from typing import NamedTuple

SHADE = "#240c08"
GLOW = "#fff2e2"
"""What a fill is mixed with: warm, as the shadows and lights of flesh and bone are."""


Tones = tuple[tuple[float, float], ...]
"""(place 0..1 along a line, tone): -1 is all shade, 0 the plain fill, 1 all glow."""


class Light(NamedTuple):
    """Tones along the line from (x1, y1) to (x2, y2), mm: even across it, going on as they end beyond it."""

    x1: float
    y1: float
    x2: float
    y2: float
    tones: Tones


class MovedLight(Light):
    """The light on a body that moves: another one in every frame."""

    __slots__ = ()


def ink(tone: float) -> str:
    """What a tone (strength 0..1, negative for shade) is mixed with."""
    return SHADE if tone < 0 else GLOW


def tinted(fill: str, tone: float) -> str:
    """A fill (#rrggbb) in a tone (strength 0..1, negative for shade)."""
    pairs = zip(channels(fill), channels(ink(tone)), strict=True)
    return "#" + "".join(f"{round(own + (other - own) * abs(tone)):02x}" for own, other in pairs)


def tone_of(colour: str, fill: str) -> float:
    """The tone (strength 0..1, negative for shade) in which a fill comes nearest to a colour (both #rrggbb)."""
    wanted = [one - own for one, own in zip(channels(colour), channels(fill), strict=True)]
    sign = -1.0 if sum(wanted) < 0 else 1.0
    way = [one - own for one, own in zip(channels(ink(sign)), channels(fill), strict=True)]
    length = sum(step * step for step in way)
    share = sum(a * b for a, b in zip(wanted, way, strict=True)) / length if length else 0.0
    return round(sign * min(1.0, max(0.0, share)), 2) + 0.0


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
