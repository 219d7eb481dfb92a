"""Writes a page of the panel as the HTML that a text document understands. No Qt.

A small label in a frame is a span with the background `palette.chip`; the number of a step has the background
`palette.chosen`, an answer that can be given `palette.raised` and one that was given `palette.accent`; the panel finds
them by these colours, which text in the document has for nothing else, and frames them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from app.card import blocks
from app.card.sections import HEADS
from app.ui.inline_html import SCHEME, WHY, InlineWriter, escape
from app.ui.ranked_html import RankedWriter
from app.ui.swatches import HEIGHT, WIDTH, swatch_name

if TYPE_CHECKING:
    from app.model.look import MuscleState
    from app.ui.theme import Palette, Sizes

T = TypeVar("T")

FLAG_SOURCES, FEW_SOURCES = "flag sources", 6
"""The key of the sources of what a doctor must see first; they are folded when they are more words than so many."""
OPTION, LONG_OPTION = 46, 74
"""Width, px, of the columns for a short and for a long answer."""
FEW, SHORT, COLUMNS = 3, 2, 6
"""More answers than this stand in lines of their own; those of at most so many letters in so many columns."""
MM, PER_CENT = 66, 62
"""Width, px, of the columns for a change of length."""
LETTER, WIDEST_LABEL = 0.62, 116
"""Mean width of a letter as a share of the size of the type, and the widest column, px, for the labels of rows."""
MARK, SECTION = "section-", "section/"
"""Before the number of a section: the mark at its head, and the target that jumps there."""
LONG, MANY = 16000, 4
"""A page of so many letters of HTML, about two screens, with so many sections has an index."""
TONES = {"red_flag": "alarm", "caution": "caution", "hint": "hint"}


class PageWriter:
    """Writes blocks in the colours and sizes (px) of one theme.

    `opened` tells of candidate causes by their keys whether their reasons are open; else those of the first are.
    """

    def __init__(self, palette: Palette, sizes: Sizes, opened: Mapping[str, bool] = MappingProxyType({})) -> None:
        self._palette = palette
        self._sizes = sizes
        self._opened = opened
        inline = InlineWriter(palette, sizes)
        self.text, self._px, self._chip, self._option, self._fold_link = inline.text, inline.px, inline.chip, inline.option, inline.fold_link
        self._ranked_line = RankedWriter(palette, sizes).line
        self._sections: list[str] = []
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
            blocks.Acts: self._acts,
            blocks.Columns: self._columns,
            blocks.LengthList: self._lengths,
        }

    def write(self, page: blocks.Page) -> str:
        """The whole page as one HTML text; red flags stand right under the title."""
        self._sections = []
        ordered = urgent_first(page.blocks)
        written = [self._writers[type(block)](block) for block in ordered]
        if sum(map(len, written)) > LONG and len(self._sections) >= MANY:
            flags = sum(isinstance(block, blocks.Notice) and block.kind == "red_flag" for block in ordered)
            written.insert(1 + flags, index(self._sections, self._palette, self._sizes))
        body = "".join(written)
        return f'<body style="color:{self._palette.ink}; font-size:{self._sizes.normal}px">{body}</body>'

    def _acts(self, block: blocks.Acts) -> str:
        """A quiet word, and what can be pressed behind it."""
        lead = f'<span style="color:{self._palette.quiet}; font-size:{self._sizes.small}px">{escape(block.lead)}</span> &nbsp; ' if block.lead else ""
        row = " &nbsp;&nbsp; ".join(self._option(blocks.Option(act.label.replace(" ", "\u00a0"), act.target, act.chosen), "") for act in block.acts)
        return f'<p style="margin:6px 0 8px 0; line-height:185%">{lead}{row}</p>'

    def _columns(self, block: blocks.Columns) -> str:
        """Two columns of equal width; the label of a row stands above both, so that they are as wide as can be."""
        cell = "padding-top:2px; padding-bottom:8px; padding-right:12px"
        quiet = f"margin:0; color:{self._palette.quiet}; font-size:{self._sizes.small}px; line-height:125%"
        heads = "".join(f'<td width="50%" style="padding-top:6px; padding-bottom:4px; padding-right:12px"><p style="margin:0; font-weight:600; line-height:125%">'
                        f"{self.text(head)}</p></td>" for head in block.heads)
        rows = []
        for row in block.rows:
            if row.label:
                rows.append(f'<tr><td colspan="2" style="padding-top:8px"><p style="{quiet}">{self.text(row.label)}</p></td></tr>')
            states = row.states or (None, None)
            cells = "".join(f'<td width="50%" style="{cell}"><p style="margin:0; line-height:130%">{self._swatch(state)}{self.text(text)}</p></td>'
                            for state, text in zip(states, (row.left, row.right), strict=True))
            rows.append(f"<tr>{cells}</tr>")
        return f'<table cellspacing="0" cellpadding="0" width="100%"><tr>{heads}</tr>{"".join(rows)}</table>'

    def _lengths(self, block: blocks.LengthList) -> str:
        """Names on the left, numbers below each other on the right."""
        cell = "padding-top:3px; padding-bottom:3px"
        widths = (self._px(MM), self._px(PER_CENT))
        rows = ""
        for line in block.lines:
            numbers = "".join(f'<td align="right" width="{width}" style="{cell}"><p style="margin:0; line-height:125%; white-space:pre">{self.text((span,))}</p></td>'
                              for width, span in zip(widths, (line.mm, line.percent), strict=True))
            rows += f'<tr><td style="{cell}"><p style="margin:0; line-height:125%">{self.text(line.name)}</p></td>{numbers}</tr>'
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _swatch(self, state: MuscleState | None) -> str:
        """The picture of a state before its name; nothing where a muscle has none."""
        if state is None or state == "neutral":
            return ""
        return f'<img src="swatch:{swatch_name(state, None)}" width="{WIDTH}" height="{HEIGHT}" style="vertical-align:middle">&nbsp; '

    def _title(self, block: blocks.Title) -> str:
        plain = ""
        if block.plain:
            plain = f'<p style="margin:4px 0 10px 0; color:{self._palette.quiet}">{escape(block.plain)}</p>'
        size = self._sizes.title
        under = 0 if block.plain else 8
        return f'<p style="margin:0 0 {under}px 0; font-size:{size}px; font-weight:600">{escape(block.text)}</p>{plain}'

    def _heading(self, block: blocks.Heading) -> str:
        style = f"margin:22px 0 6px 0; font-size:{self._sizes.normal}px; font-weight:600"
        if block.sub:
            style = f"margin:12px 0 4px 0; font-size:{self._sizes.small}px; font-weight:600; color:{self._palette.quiet}"
        options = "".join(f' &nbsp; <span style="font-weight:400">{self._option(option)}</span>' for option in block.options)
        if options:
            style += "; line-height:140%"
        name = "" if block.sub else self._section(block.text)
        return f'<p style="{style}">{name}{escape(block.text)}{options}</p>'

    def _section(self, head: str) -> str:
        """The mark of a section, by which one can jump to it."""
        self._sections.append(head)
        return f'<a name="{MARK}{len(self._sections)}"></a>'

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
        picture = f'<img src="swatch:{swatch_name(line.state, line.role)}" width="{self._px(WIDTH)}" height="{self._px(HEIGHT)}">'
        name = self.text(line.name)
        if line.chips:
            name += " &nbsp;" + " &nbsp;".join(self._chip(chip) for chip in line.chips)
        why = ""
        if line.why:
            style = f"margin:1px 0 0 0; color:{self._palette.quiet}; font-size:{self._sizes.small}px; line-height:125%"
            why = f'<p style="{style}">{self.text(line.why)}</p>'
        return (
            f'<tr><td width="{self._px(WIDTH) + 10}" style="padding-top:7px">{picture}</td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:125%">{name}</p>{why}</td></tr>'
        )

    def _steps(self, block: blocks.Steps) -> str:
        rows = "".join(
            f'<tr><td width="{self._px(32)}" style="padding-top:4px">{self._number(number, block)}</td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:130%">{self._step(step, number, block.current)}</p></td></tr>'
            for number, step in enumerate(block.steps, start=1)
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _number(self, number: int, block: blocks.Steps) -> str:
        """The number of a step; where it leads somewhere it can be followed, and that of the current step is filled."""
        here = number == block.current
        ground, ink = (self._palette.accent, self._palette.on_accent) if here else (self._palette.chosen, self._palette.ink)
        style = f"background-color:{ground}; color:{ink}; font-size:{self._sizes.small}px; font-weight:600; text-decoration:none"
        label = f'<span style="{style}">&nbsp;{number}&nbsp;</span>'
        if not block.target:
            return label
        said = "This step is shown" if here else f"Show step {number} on the body"
        return f'<a href="{SCHEME}:{block.target}{number}" title="{said}" style="text-decoration:none">{label}</a>'

    def _step(self, text: blocks.Text, number: int, current: int | None) -> str:
        """What a step says: while one is current, that one strong and the others quiet."""
        if current is None:
            return self.text(text)
        if number == current:
            return self.text(tuple(replace(span, tone="strong") if span.tone == "normal" and not span.target else span for span in text))
        calm = InlineWriter(replace(self._palette, link=self._palette.quiet, ink=self._palette.quiet), self._sizes)
        return f'<span style="color:{self._palette.quiet}">{calm.text(text)}</span>'

    def _bullets(self, block: blocks.Bullets) -> str:
        shown, fold = self._folded(block.points, block.key, block.shown, "more", "fewer")
        return self._points(shown) + fold

    def _folded(self, lines: tuple[T, ...], key: str, first: int, more: str, fewer: str) -> tuple[tuple[T, ...], str]:
        """The lines that stand on the page, and the link that opens or folds the rest."""
        rest = len(lines) - first
        if not key or rest <= 0:
            return lines, ""
        opened = self._opened.get(key, False)
        return lines if opened else lines[:first], self._fold_link(fewer if opened else f"{rest} {more}", key)

    def _points(self, points: tuple[blocks.Text, ...]) -> str:
        rows = "".join(
            f'<tr><td width="{self._px(16)}" style="padding-top:3px">&bull;</td>'
            f'<td style="padding-top:3px; padding-bottom:3px"><p style="margin:0; line-height:130%">{self.text(point)}</p></td></tr>'
            for point in points
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _rows(self, block: blocks.Rows) -> str:
        style = f"color:{self._palette.quiet}; padding-top:4px; padding-bottom:4px; padding-right:12px"
        longest = max(len(word) for row in block.rows for word in row.label.split())
        # Qt would break a word that does not fit.
        width = min(max(len(row.label) for row in block.rows) * LETTER * self._sizes.normal, self._px(WIDEST_LABEL))
        width = round(max(width, longest * LETTER * self._sizes.normal)) + 16
        rows = "".join(
            f'<tr><td width="{width}" style="{style}">{escape(row.label)}</td>'
            f'<td style="padding-top:4px; padding-bottom:4px"><p style="margin:0; line-height:130%">{self.text(row.text)}</p></td></tr>'
            for row in block.rows
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'

    def _questions(self, block: blocks.Questions) -> str:
        cell = "padding-top:5px; padding-bottom:5px"
        if any(len(line.options) > FEW for line in block.lines):
            return "".join(self._scale(line) for line in block.lines)
        rest = len(block.lines) - block.shown
        shown, fold = self._folded(block.lines, block.key, block.shown, f"more question{'s' * (rest > 1)}", "fewer questions")
        rows = "".join(
            f'<tr><td style="{cell}; padding-right:8px"><p style="margin:0; line-height:130%">{self.text(line.text)}</p></td>'
            + "".join(f'<td align="center" width="{self._px(OPTION if len(option.label) < 5 else LONG_OPTION)}" style="{cell}"><p style="margin:0; line-height:150%; white-space:pre">'
                      f"{self._option(option)}</p></td>" for option in line.options) + "</tr>"
            for line in shown
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>{fold}'

    def _scale(self, line: blocks.QuestionLine) -> str:
        """A question with many answers: they stand in lines beneath it, short ones in columns."""
        head = f'<p style="margin:8px 0 4px 0; color:{self._palette.quiet}; font-size:{self._sizes.small}px">{self.text(line.text)}</p>'
        answers = [self._option(option) for option in line.options]
        if max(len(option.label) for option in line.options) > SHORT:
            return f'{head}<p style="margin:0 0 6px 0; line-height:200%">{"&nbsp; &nbsp;".join(answers)}</p>'
        cell = f'<td align="center" width="{OPTION}" style="padding-top:7px; padding-bottom:7px">'
        rows = (answers[at:at + COLUMNS] for at in range(0, len(answers), COLUMNS))
        cells = "".join("<tr>" + "".join(f"{cell}{answer}</td>" for answer in row) + "</tr>" for row in rows)
        return f'{head}<table cellspacing="0" cellpadding="0">{cells}</table>'

    def _ranked(self, block: blocks.Ranked) -> str:
        shown, fold = self._folded(block.lines, block.key, block.shown, "more", "fewer")
        rows = "".join(self._ranked_line(line, block.dimmed, self._opened.get(line.key, line is block.lines[0]))
                       for line in shown)
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>{fold}'

    def _notice(self, block: blocks.Notice) -> str:
        ground = getattr(self._palette, TONES[block.kind])
        bar = {"red_flag": self._palette.alarm_ink, "caution": self._palette.caution_ink, "hint": self._palette.focus}
        head = {"red_flag": "Before anything else", "caution": HEADS["care"], "hint": ""}[block.kind]
        title = ""
        if head:
            mark = self._section(head) if block.kind == "caution" else ""
            title = f'<p style="margin:0 0 2px 0; font-weight:600; color:{bar[block.kind]}">{mark}{head}</p>'
        said = self._urgent(block.text) if block.kind == "red_flag" else block.text
        text = f'<p style="margin:0; line-height:130%">{self.text(said)}</p>' if said else ""
        points = self._points(block.points) if block.points else ""
        return (
            '<p style="margin:0; font-size:4px">&nbsp;</p>'
            f'<table cellspacing="0" cellpadding="0" width="100%"><tr><td width="4" bgcolor="{bar[block.kind]}"></td>'
            f'<td bgcolor="{ground}" style="padding:8px 12px 10px 12px">{title}{text}{points}</td></tr></table>'
            '<p style="margin:0; font-size:4px">&nbsp;</p>'
        )

    def _urgent(self, text: blocks.Text) -> blocks.Text:
        """What a doctor must see first: its many sources are folded, so that the ranking does not sink out of sight beneath them."""
        first = next((place for place, span in enumerate(text) if span.tone == "quiet" and span.text == " ["), len(text))
        if len(text) - first <= FEW_SOURCES:
            return text
        opened = self._opened.get(FLAG_SOURCES, False)
        fold = blocks.Span("hide them" if opened else "Sources", f"{WHY}{FLAG_SOURCES}")
        return (*(text if opened else text[:first]), blocks.Span(" " if opened else " · ", tone="quiet"), fold)


def urgent_first(page: tuple[blocks.Block, ...]) -> list[blocks.Block]:
    """The blocks with red flags moved right under the title; everything else keeps its order."""
    flags = [block for block in page if isinstance(block, blocks.Notice) and block.kind == "red_flag"]
    rest = [block for block in page if block not in flags]
    at = 1 if rest and isinstance(rest[0], blocks.Title) else 0
    return [*rest[:at], *flags, *rest[at:]]


def index(heads: Sequence[str], palette: Palette, sizes: Sizes) -> str:
    """The heads of all sections of a page in one line, to jump there."""
    quiet = f"color:{palette.quiet}; text-decoration:none"
    # Spaces at which a line does not break.
    named = (escape(head).replace(" ", "&nbsp;") for head in heads)
    links = (f'<a href="{SCHEME}:{SECTION}{number}" title="Jump to this section (Ctrl+Down, Ctrl+Up)" style="{quiet}">{head}</a>'
             for number, head in enumerate(named, start=1))
    dot = f'&nbsp;<span style="color:{palette.edge}">&middot;</span> '
    return f'<p style="margin:8px 0 0 0; font-size:{sizes.small}px; line-height:140%">{dot.join(links)}</p>'
