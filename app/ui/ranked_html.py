"""Writes the candidate causes of a ranked list as HTML: place, name, bar, reasons. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.card import blocks
from app.ui.inline_html import WHY, InlineWriter, escape
from app.ui.swatches import BAR, HEIGHT, bar_name

if TYPE_CHECKING:
    from app.ui.theme import Palette, Sizes

WEIGHT = 58
"""Width, px, of the column for the weight of a reason."""


class RankedWriter:
    """Writes rows of a table in the colours and sizes (px) of one theme."""

    def __init__(self, palette: Palette, sizes: Sizes) -> None:
        self._palette = palette
        self._sizes = sizes
        self._inline = InlineWriter(palette, sizes)

    def line(self, line: blocks.RankedLine, dimmed: bool, opened: bool) -> str:
        """Place and name, then the bar with its words, then each reason on a line of its own, or a link that opens them."""
        quiet = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px"
        bar = f'<img src="swatch:{bar_name(line.share, dimmed)}" width="{self._inline.px(BAR)}" height="{self._inline.px(HEIGHT)}">'
        why = self._reasons(line.reasons) if opened else ""
        name = self._inline.text(line.name)
        calm = InlineWriter(replace(self._palette, link=self._palette.quiet), self._sizes)
        if dimmed:
            name = f'<span style="color:{self._palette.quiet}">{calm.text(line.name)}</span>'
        fold = ""
        if line.key and line.reasons:
            fold = (calm if dimmed else self._inline).text((blocks.Span("hide" if opened else "why", f"{WHY}{line.key}"),))
        return (
            f'<tr><td width="{self._inline.px(28)}" style="padding-top:6px; color:{self._palette.quiet}">{line.rank}</td>'
            f'<td style="padding-top:6px; padding-bottom:6px"><p style="margin:0; line-height:125%">{name}</p>'
            f'<p style="margin:1px 0 2px 0; {quiet}">{bar}&nbsp; {escape(line.words)}&nbsp; {fold}</p>{why}</td></tr>'
        )

    def _reasons(self, reasons: tuple[blocks.Text, ...]) -> str:
        """The reasons one below the other; weights stand in a column of their own."""
        quiet = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px"
        line = f"margin:0; {quiet}; line-height:125%"
        rows = []
        for reason in reasons:
            weight = (reason[0],) if len(reason) > 1 and reason[0].tone == "strong" else ()
            rows.append(f'<tr><td width="{self._inline.px(WEIGHT)}" style="padding-top:3px"><p style="{line}">{self._inline.text(weight)}</p></td>'
                        f'<td style="padding-top:3px"><p style="{line}">{self._inline.text(reason[len(weight):])}</p></td></tr>')
        return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>'
