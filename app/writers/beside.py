"""What stands beside the body as SVG: words, labels with their leaders, the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from app.diagram.pathdata import number
from app.model.look import SHEETS, ThemeName
from app.paint.caption import HEIGHT, caption_font
from app.paint.figure import FONT, Plan, figure_font
from app.paint.labels.blank import blank_of
from app.paint.labels.drawing import DOT, HALO, RULE
from app.paint.labels.fitting import Label
from app.paint.labels.words import LINE
from app.paint.legend import ROW, SPACE, SWATCH, spots
from app.paint.palette import is_flat
from app.writers.patterns import Patterns
from app.writers.signs import sample

RISE = 0.36
"""From the middle of a line to the foot of its letters, as a multiple of their size."""


def words(text: str, x: float, y: float, size: float, colour: str, anchor: str = "start") -> str:
    """A line of words about the height `y` (mm), letters of a size (mm); `anchor` says which end of it stands at `x`."""
    return (f'<text x="{number(x)}" y="{number(y + size * RISE)}" font-family="sans-serif" font-size="{number(size)}" '
            f'text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>')


def label_lines(labels: Iterable[Label], theme: ThemeName, pixel: float) -> Iterator[str]:
    """Labels with their leaders, `pixel` mm in a px."""
    sheet = SHEETS[theme]
    for label in labels:
        points = " ".join(f"{number(x * pixel)},{number(y * pixel)}" for x, y in label.leader)
        line = f'<polyline class="leader" points="{points}" fill="none"'
        x, y = label.leader[2]
        yield '<g class="label">'
        yield f'{line} stroke="{sheet.paper}" stroke-opacity="0.8" stroke-width="{number(HALO * pixel)}"/>'
        yield f'{line} stroke="{sheet.ink}" stroke-opacity="0.85" stroke-width="{number(0.8 * pixel)}"/>'
        if label.dot:
            yield (f'<circle cx="{number(x * pixel)}" cy="{number(y * pixel)}" r="{number(DOT * pixel)}" fill="{sheet.ink}" '
                   f'stroke="{sheet.paper}" stroke-width="{number(pixel)}"/>')
        if label.blank:
            yield from _blank(label, theme, pixel)
            yield "</g>"
            continue
        edge, anchor = (label.box.right, "end") if label.side == "right" else (label.box.left, "start")
        top = label.box.top
        for text, size, second in label.lines:
            middle, top = top + size * LINE / 2, top + size * LINE
            yield words(text, edge * pixel, middle * pixel, size * pixel, sheet.quiet_ink if second else sheet.ink, anchor)
        yield "</g>"


def _blank(label: Label, theme: ThemeName, pixel: float) -> Iterator[str]:
    """The number of a name that is to be guessed, and the line to write it on."""
    blank, sheet = blank_of(label), SHEETS[theme]
    yield words(blank.text, blank.x * pixel, blank.middle * pixel, label.letters * pixel, sheet.ink,
                "end" if blank.ends else "start")
    y = number(blank.y * pixel)
    yield (f'<line class="blank" x1="{number(blank.start * pixel)}" y1="{y}" x2="{number(blank.end * pixel)}" y2="{y}" '
           f'stroke="{sheet.quiet_ink}" stroke-width="{number(RULE * pixel)}"/>')


def legend_lines(plan: Plan, patterns: Patterns) -> Iterator[str]:
    """The legend of a plan."""
    if not plan.shown:
        return
    box, pixel, sheet = plan.legend, patterns.pixel, SHEETS[patterns.theme]
    yield '<g id="legend" inkscape:groupmode="layer" inkscape:label="Legend">'
    yield (f'<rect x="{number(box.x() * pixel)}" y="{number(box.y() * pixel)}" width="{number(box.width() * pixel)}" '
           f'height="{number(box.height() * pixel)}" rx="{number(6 * pixel)}" fill="{sheet.paper}" fill-opacity="0.92" '
           f'stroke="{sheet.quiet_ink}" stroke-opacity="{1 if is_flat(patterns.theme) else 0.35}" stroke-width="{number(pixel)}"/>')
    for spot, entry in zip(spots(plan.shown, figure_font(), box.width()), plan.shown, strict=True):
        x, y = box.x() + spot.x(), box.y() + spot.y()
        yield from sample(entry, patterns, x, y + (ROW - SWATCH.height()) / 2)
        yield words(entry.label, (x + SWATCH.width() + SPACE) * pixel, (y + ROW / 2) * pixel, FONT * pixel, sheet.ink)
    yield "</g>"


def caption_lines(plan: Plan, theme: ThemeName, pixel: float) -> Iterator[str]:
    """What a step says, above the bodies, `pixel` mm in a px."""
    if plan.caption:
        size = caption_font(figure_font()).pixelSize() * pixel
        yield '<g id="caption" inkscape:groupmode="layer" inkscape:label="Caption">'
        for place, line in enumerate(plan.caption):
            y = (plan.top.y() + (place + 0.5) * HEIGHT) * pixel
            yield words(line, plan.top.x() * pixel, y, size, SHEETS[theme].ink, "middle")
        yield "</g>"
