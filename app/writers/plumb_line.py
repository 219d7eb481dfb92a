"""The plumb line as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from app.diagram.pathdata import number
from app.model.look import SHEETS, ThemeName
from app.paint.plumb import BOLD, GLOW, RING, SPOT, THIN, Plumb, lines_of


def plumb_lines(plumb: Plumb, theme: ThemeName, pixel: float) -> Iterator[str]:
    """The plumb line with its marks, `pixel` mm in a px."""
    sheet = SHEETS[theme]
    data = "".join(f"M{number(a.x())},{number(a.y())}L{number(b.x())},{number(b.y())}" for a, b in lines_of(plumb))
    for width, ink, opacity in ((GLOW, sheet.halo, 0.5), (THIN, sheet.ink, 0.75)):
        yield (f'<path class="plumb" d="{data}" fill="none" stroke="{ink}" stroke-opacity="{opacity}" '
               f'stroke-width="{number(width * pixel)}"/>')
    for name, x, y in plumb.places:
        yield (f'<circle class="ideal" cx="{number(plumb.x)}" cy="{number(y)}" r="{number(RING * pixel)}" '
               f'fill="{sheet.paper}" stroke="{sheet.ink}" stroke-width="{number(BOLD * pixel)}"/>')
        yield (f'<circle class="measured" cx="{number(x)}" cy="{number(y)}" r="{number(SPOT * pixel)}" '
               f'fill="{sheet.ink}"><title>{escape(name)}</title></circle>')
