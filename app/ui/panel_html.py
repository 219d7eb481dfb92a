"""Writes a page of the panel as the HTML that a text document understands. No Qt.

A small label in a frame is a span with the background `palette.chip`; the number of a step has the background
`palette.chosen`, an answer that can be given `palette.raised` and one that was given `palette.accent`; the panel finds
them by these colours, which text in the document has for nothing else, and frames them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.card import blocks
from app.ui.swatches import BAR, HEIGHT, WIDTH, bar_name, swatch_name

if TYPE_CHECKING:
    from app.ui.theme import Palette, Sizes

SCHEME = "plumbline"
WHY = "why/"
"""A target with this before it folds the reasons of a candidate cause away, or opens them; the panel itself follows it."""
OPTION, LONG_OPTION, WEIGHT = 46, 74, 58
"""Width, px, of the columns for a short and for a long answer, and for the weight of a reason."""
LETTER, WIDEST_LABEL = 0.62, 116
"""Mean width of a letter as a share of the size of the type, and the widest column, px, for the labels of rows."""
TONES = {"red_flag": "alarm", "caution": "caution", "hint": "hint"}


def escape(text: str) -> str:
    """Text as HTML; the standard library's function would load a table of all entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def tip(text: str) -> str:
    """Text as the attribute of a tip. Qt takes a tip with a mark of HTML for HTML, so that it is written as such."""
    return escape(escape(" ".join(text.split())) if "<" in text else text)


class PageWriter:
    """Writes blocks in the colours and sizes (px) of one theme.

    `opened` tells of candidate causes by their keys whether their reasons are open; else those of the first are.
    """

    def __init__(self, palette: Palette, sizes: Sizes, opened: Mapping[str, bool] = MappingProxyType({})) -> None:
        self._palette = palette
        self._sizes = sizes
        self._opened = opened
        self._writers: dict[type, Callable[[Any], str]] = {
            blocks.Title: self._title,
            blocks.Heading: self._heading,
            blocks.Paragraph: self._paragraph,
            blocks.Chips: self._chip_row,
            blocks.MuscleList: self._muscles,
            blocks.Steps: self._steps,
            blocks.Bullets: self._bullets,
            blocks.Rows: self._rows,
            blocks.Notice: self._notice,
            blocks.Ranked: self._ranked,
            blocks.Questions: self._questions,
        }

    def write(self, page: blocks.Page) -> str:
        """The whole page as one HTML text; red flags stand right under the title."""
        body = "".join(self._writers[type(block)](block) for block in urgent_first(page.blocks))
        return f'<body style="color:{self._palette.ink}; font-size:{self._sizes.normal}px">{body}</body>'

    def text(self, spans: blocks.Text) -> str:
        """A run of spans as HTML."""
        return "".join(self._span(span) for span in spans)

    def _span(self, span: blocks.Span) -> str:
        text = escape(span.text)
        quiet = span.tone == "quiet"
        if span.target:
            term = bool(span.hint) and span.target.startswith("term/")
            colour = self._palette.quiet if quiet else self._palette.ink if term else self._palette.link
            line = "none" if quiet and not term else "underline"
            hint = f' title="{tip(span.hint)}"' if span.hint else ""
            text = f'<a href="{SCHEME}:{escape(span.target)}"{hint} style="color:{colour}; text-decoration:{line}">{text}</a>'
        if quiet:
            return f'<span style="color:{self._palette.quiet}; font-size:{self._sizes.small}px">{text}</span>'
        return f"<b>{text}</b>" if span.tone == "strong" else text

    def _chip(self, chip: blocks.Chip) -> str:
        # Spaces and hyphens at which a line does not break: a label keeps together in its frame.
        text = escape(chip.text).replace(" ", "&nbsp;").replace("-", "&#8209;")
        style = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px; text-decoration:none"
        label = f'<span style="background-color:{self._palette.chip}; {style}">&nbsp;{text}&nbsp;</span>'
        if chip.target:
            label = f'<a href="{SCHEME}:{escape(chip.target)}" style="text-decoration:none">{label}</a>'
        return label

    def _option(self, option: blocks.Option) -> str:
        """One answer: filled when it was given, in a frame when it can be given."""
        ground, ink = (self._palette.accent, self._palette.on_accent) if option.chosen else (self._palette.raised, self._palette.ink)
        style = f"background-color:{ground}; color:{ink}; font-size:{self._sizes.small}px; text-decoration:none"
        said = ' title="Click again to take it back"' if option.chosen else ""
        label = f'<span style="{style}">&nbsp;&nbsp;{escape(option.label)}&nbsp;&nbsp;</span>'
        return f'<a href="{SCHEME}:{escape(option.target)}"{said} style="text-decoration:none">{label}</a>'

    def _title(self, block: blocks.Title) -> str:
        plain = ""
        if block.plain:
            plain = f'<p style="margin:4px 0 10px 0; color:{self._palette.quiet}">{escape(block.plain)}</p>'
        size = self._sizes.title
        under = 0 if block.plain else 8
        return f'<p style="margin:0 0 {under}px 0; font-size:{size}px; font-weight:600">{escape(block.text)}</p>{plain}'

    def _heading(self, block: blocks.Heading) -> str:
        style = f"margin:20px 0 6px 0; font-size:{self._sizes.normal}px; font-weight:600; color:{self._palette.quiet}"
        return f'<p style="{style}">{escape(block.text)}</p>'

    def _paragraph(self, block: blocks.Paragraph) -> str:
        quiet = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px; " if block.tone == "quiet" else ""
        return f'<p style="margin:4px 0 6px 0; {quiet}line-height:130%">{self.text(block.text)}</p>'

    def _chip_row(self, block: blocks.Chips) -> str:
        row = " &nbsp; ".join(self._chip(chip) for chip in block.chips)
        return f'<p style="margin:4px 0 4px 0; line-height:150%">{row}</p>'

    def _muscles(self, block: blocks.MuscleList) -> str:
        rows = "".join(self._muscle_line(line) for line in block.lines)
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _muscle_line(self, line: blocks.MuscleLine) -> str:
        picture = f'<img src="swatch:{swatch_name(line.state, line.role)}" width="{WIDTH}" height="{HEIGHT}">'
        name = self.text(line.name)
        if line.chips:
            name += " &nbsp;" + " &nbsp;".join(self._chip(chip) for chip in line.chips)
        why = ""
        if line.why:
            style = f"margin:1px 0 0 0; color:{self._palette.quiet}; font-size:{self._sizes.small}px; line-height:125%"
            why = f'<p style="{style}">{self.text(line.why)}</p>'
        return (
            f'<tr><td width="{WIDTH + 10}" style="padding-top:7px">{picture}</td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:125%">{name}</p>{why}</td></tr>'
        )

    def _steps(self, block: blocks.Steps) -> str:
        colour = self._palette.chosen
        style = f"background-color:{colour}; font-size:{self._sizes.small}px; font-weight:600"
        rows = "".join(
            f'<tr><td width="32" style="padding-top:4px"><span style="{style}">&nbsp;{number}&nbsp;</span></td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:130%">{self.text(step)}</p></td></tr>'
            for number, step in enumerate(block.steps, start=1)
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _bullets(self, block: blocks.Bullets) -> str:
        return self._points(block.points)

    def _points(self, points: tuple[blocks.Text, ...]) -> str:
        rows = "".join(
            f'<tr><td width="16" style="padding-top:3px">&bull;</td>'
            f'<td style="padding-top:3px; padding-bottom:3px"><p style="margin:0; line-height:130%">{self.text(point)}</p></td></tr>'
            for point in points
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _rows(self, block: blocks.Rows) -> str:
        style = f"color:{self._palette.quiet}; padding-top:4px; padding-bottom:4px; padding-right:12px"
        longest = max(len(word) for row in block.rows for word in row.label.split())
        # Qt would break a word that does not fit.
        width = min(max(len(row.label) for row in block.rows) * LETTER * self._sizes.normal, WIDEST_LABEL)
        width = round(max(width, longest * LETTER * self._sizes.normal)) + 16
        rows = "".join(
            f'<tr><td width="{width}" style="{style}">{escape(row.label)}</td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:130%">{self.text(row.text)}</p></td></tr>'
            for row in block.rows
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _questions(self, block: blocks.Questions) -> str:
        cell = "padding-top:5px; padding-bottom:5px"
        more = len(block.lines) - block.shown if block.key else 0
        opened = more <= 0 or self._opened.get(block.key, False)
        rows = "".join(
            f'<tr><td style="{cell}; padding-right:8px"><p style="margin:0; line-height:130%">{self.text(line.text)}</p></td>'
            + "".join(f'<td align="center" width="{OPTION if len(option.label) < 5 else LONG_OPTION}" style="{cell}"><p style="margin:0; line-height:150%; white-space:pre">'
                      f"{self._option(option)}</p></td>" for option in line.options) + "</tr>"
            for line in (block.lines if opened else block.lines[:block.shown])
        )
        fold = self._fold_link("fewer questions" if opened else f"{more} more question{'s' * (more > 1)}", block.key) if more > 0 else ""
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>{fold}'

    def _fold_link(self, text: str, key: str) -> str:
        """A line that opens or folds what belongs to a key."""
        link = self.text((blocks.Span(text, f"{WHY}{key}"),))
        return f'<p style="margin:2px 0 4px 0; font-size:{self._sizes.small}px">{link}</p>'

    def _ranked(self, block: blocks.Ranked) -> str:
        rows = "".join(self._ranked_line(line, block.dimmed, self._opened.get(line.key, line is block.lines[0]))
                       for line in block.lines)
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _ranked_line(self, line: blocks.RankedLine, dimmed: bool, opened: bool) -> str:
        """Place and name, then the bar with its words, then each reason on a line of its own, or a link that opens them."""
        quiet = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px"
        bar = f'<img src="swatch:{bar_name(line.share, dimmed)}" width="{BAR}" height="{HEIGHT}">'
        why = self._reasons(line.reasons) if opened else ""
        name = self.text(line.name)
        calm = PageWriter(replace(self._palette, link=self._palette.quiet), self._sizes)
        if dimmed:
            name = f'<span style="color:{self._palette.quiet}">{calm.text(line.name)}</span>'
        fold = ""
        if line.key and line.reasons:
            fold = (calm if dimmed else self).text((blocks.Span("hide" if opened else "why", f"{WHY}{line.key}"),))
        return (
            f'<tr><td width="28" style="padding-top:6px; color:{self._palette.quiet}">{line.rank}</td>'
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
            rows.append(f'<tr><td width="{WEIGHT}" style="padding-top:3px"><p style="{line}">{self.text(weight)}</p></td>'
                        f'<td style="padding-top:3px"><p style="{line}">{self.text(reason[len(weight):])}</p></td></tr>')
        return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>'

    def _notice(self, block: blocks.Notice) -> str:
        ground = getattr(self._palette, TONES[block.kind])
        bar = {"red_flag": self._palette.alarm_ink, "caution": self._palette.caution_ink, "hint": self._palette.focus}
        head = {"red_flag": "Before anything else", "caution": "Take care", "hint": ""}[block.kind]
        title = ""
        if head:
            title = f'<p style="margin:0 0 2px 0; font-weight:600; color:{bar[block.kind]}">{head}</p>'
        text = f'<p style="margin:0; line-height:130%">{self.text(block.text)}</p>' if block.text else ""
        points = self._points(block.points) if block.points else ""
        return (
            '<p style="margin:0; font-size:4px">&nbsp;</p>'
            f'<table cellspacing="0" cellpadding="0" width="100%"><tr><td width="4" bgcolor="{bar[block.kind]}"></td>'
            f'<td bgcolor="{ground}" style="padding:8px 12px 10px 12px">{title}{text}{points}</td></tr></table>'
            '<p style="margin:0; font-size:4px">&nbsp;</p>'
        )


def urgent_first(page: tuple[blocks.Block, ...]) -> list[blocks.Block]:
    """The blocks with red flags moved right under the title; everything else keeps its order."""
    flags = [block for block in page if isinstance(block, blocks.Notice) and block.kind == "red_flag"]
    rest = [block for block in page if block not in flags]
    at = 1 if rest and isinstance(rest[0], blocks.Title) else 0
    return [*rest[:at], *flags, *rest[at:]]
