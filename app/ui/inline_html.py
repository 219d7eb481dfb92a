"""Writes what stands within a line of the panel as HTML: text with links, labels, answers. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.card import blocks

if TYPE_CHECKING:
    from app.ui.theme import Palette, Sizes

SCHEME = "plumbline"
WHY = "why/"
"""A target with this before it folds the reasons of a candidate cause away, or opens them; the panel itself follows it."""
BASE, LARGE = 13, 18
"""Size of the text, px, for which widths are; from which on labels may break over lines."""


def escape(text: str) -> str:
    """Text as HTML; the standard library's function would load a table of all entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def tip(text: str) -> str:
    """Text as the attribute of a tip. Qt takes a tip with a mark of HTML for HTML, so that it is written as such."""
    return escape(escape(" ".join(text.split())) if "<" in text else text)


class InlineWriter:
    """Writes spans in the colours and sizes (px) of one theme."""

    def __init__(self, palette: Palette, sizes: Sizes) -> None:
        self._palette = palette
        self._sizes = sizes

    def px(self, length: float) -> int:
        """A length, px, that grows with the text."""
        return round(length * self._sizes.normal / BASE)

    def text(self, spans: blocks.Text) -> str:
        """A run of spans as HTML."""
        return "".join(self._span(span) for span in spans)

    def _span(self, span: blocks.Span) -> str:
        text = escape(span.text)
        quiet = span.tone == "quiet"
        if span.target:
            colour = self._palette.quiet if quiet else self._palette.ink if span.found else self._palette.link
            line = "none" if quiet and not span.found else "underline"
            hint = f' title="{tip(span.hint)}"' if span.hint else ""
            text = f'<a href="{SCHEME}:{escape(span.target)}"{hint} style="color:{colour}; text-decoration:{line}">{text}</a>'
        if quiet:
            return f'<span style="color:{self._palette.quiet}; font-size:{self._sizes.small}px">{text}</span>'
        return f"<b>{text}</b>" if span.tone == "strong" else text

    def chip(self, chip: blocks.Chip) -> str:
        """A small label in its frame; one with a target is a link."""
        text = escape(chip.text)
        if self._sizes.normal < LARGE:
            # Spaces and hyphens at which a line does not break: a label keeps together in its frame.
            text = text.replace(" ", "&nbsp;").replace("-", "&#8209;")
        style = f"color:{self._palette.quiet}; font-size:{self._sizes.small}px; text-decoration:none"
        label = f'<span style="background-color:{self._palette.chip}; {style}">&nbsp;{text}&nbsp;</span>'
        if chip.target:
            label = f'<a href="{SCHEME}:{escape(chip.target)}" style="text-decoration:none">{label}</a>'
        return label

    def option(self, option: blocks.Option, given: str = "Click again to take it back") -> str:
        """One answer: filled when it was `given`, as its tip tells, in a frame when it can be given."""
        ground, ink = (self._palette.accent, self._palette.on_accent) if option.chosen else (self._palette.raised, self._palette.ink)
        style = f"background-color:{ground}; color:{ink}; font-size:{self._sizes.small}px; text-decoration:none"
        said = given if option.chosen else option.hint
        said = f' title="{tip(said)}"' if said else ""
        label = f'<span style="{style}">&nbsp;&nbsp;{escape(option.label)}&nbsp;&nbsp;</span>'
        return f'<a href="{SCHEME}:{escape(option.target)}"{said} style="text-decoration:none">{label}</a>'

    def fold_link(self, text: str, key: str) -> str:
        """A line that opens or folds what belongs to a key."""
        link = self.text((blocks.Span(text, f"{WHY}{key}"),))
        return f'<p style="margin:2px 0 4px 0; font-size:{self._sizes.small}px">{link}</p>'
