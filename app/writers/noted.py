"""What is noted on a figure as SVG: the outline of the neutral body, angles with their values."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from app.diagram.pathdata import number
from app.model.look import SHEETS, ThemeName
from app.paint.noted import (
    DASHES,
    GHOST,
    GLOW,
    HALO,
    KNOB,
    LINE,
    VEIL,
    VEILED,
    anchor_of,
    spelt,
    spread,
)
from app.paint.notes import Angle, Notes, Points
from app.writers.pain import path_data


def note_lines(notes: Notes, theme: ThemeName, pixel: float, prefix: str, within: bool) -> Iterator[str]:
    """The layer of what is noted on a view, `pixel` mm in a px; values `within` the body where names stand beside it."""
    sheet = SHEETS[theme]
    if notes.ghost:
        data = "".join(path_data(path) for path in notes.ghost)
        dashes = " ".join(number(one * GHOST * pixel) for one in DASHES)
        yield f'<g id="{prefix}neutral" inkscape:groupmode="layer" inkscape:label="Outline of the neutral body">'
        yield f'<path d="{data}" fill="none" stroke="{sheet.halo}" stroke-opacity="0.5" stroke-width="{number(GLOW * pixel)}"/>'
        yield (f'<path class="neutral" d="{data}" fill="none" stroke="{sheet.ink}" stroke-opacity="0.7" stroke-width="{number(GHOST * pixel)}" '
               f'stroke-dasharray="{dashes}"/>')
        yield "</g>"
    if notes.angles:
        yield f'<g id="{prefix}angles" inkscape:groupmode="layer" inkscape:label="Angles">'
        for angle in spread(notes.angles, pixel, within):
            yield from _angle(angle, theme, pixel, within)
        yield "</g>"


def _angle(angle: Angle, theme: ThemeName, pixel: float, within: bool) -> Iterator[str]:
    sheet = SHEETS[theme]
    yield f'<g class="angle" data-measure="{escape(angle.id)}">'
    for lines, width, dashes in ((angle.against, 1.0, f' stroke-dasharray="{number(3 * pixel)}"'), (angle.lines, LINE, "")):
        for line in lines:
            yield f'<path d="{_data(line)}" fill="none" stroke="{sheet.halo}" stroke-opacity="0.8" stroke-width="{number(HALO * pixel)}"/>'
            yield f'<path d="{_data(line)}" fill="none" stroke="{sheet.ink}" stroke-width="{number(width * pixel)}"{dashes}/>'
    for line in angle.lines:
        for x, y in (line[0], line[-1]):
            yield f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(KNOB * pixel)}" fill="{sheet.ink}"/>'
    for text, size, across, down, quiet in spelt(angle, within):
        x, y = angle.at[0] + across * pixel, angle.at[1] + down * pixel
        place = (f'x="{number(x)}" y="{number(y)}" font-family="sans-serif" font-size="{number(size * pixel)}" '
                 f'text-anchor="{anchor_of(angle, within)}"')
        for look in (f'stroke="{sheet.paper}" stroke-opacity="{VEILED}" stroke-width="{number(VEIL * pixel)}" stroke-linejoin="round" ', ""):
            yield f'<text {place} {look}fill="{sheet.quiet_ink if quiet else sheet.ink}">{escape(text)}</text>'
    yield "</g>"


def _data(line: Points) -> str:
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in line)
