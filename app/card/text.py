"""A page as plain text for the terminal."""

from __future__ import annotations

from textwrap import fill

from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Rows,
    Steps,
    Text,
    Title,
)
from app.model.look import ROLE_LABELS, STATES

WIDTH = 100
"""Columns of the terminal."""


def to_text(page: Page) -> str:
    """The page as lines of at most 100 columns, sections divided by an empty line."""
    return "\n".join(line for block in page.blocks for line in _lines(block)).strip("\n")


def _plain(text: Text) -> str:
    return "".join(span.text for span in text)


def _wrap(text: str, first: str = "", rest: str | None = None) -> str:
    return fill(text, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest)


def _lines(block: Block) -> list[str]:
    match block:
        case Title(text, plain):
            return [text, "=" * len(text), *([_wrap(plain)] if plain else [])]
        case Heading(text):
            return ["", text, "-" * len(text)]
        case Paragraph(text):
            return [_wrap(_plain(text))]
        case Chips(chips):
            return [_wrap(" ".join(f"[{chip.text}]" for chip in chips))]
        case Steps(steps):
            return [_wrap(_plain(step), f"{number}. ", "   ") for number, step in enumerate(steps, start=1)]
        case Bullets(points):
            return [_wrap(_plain(point), "- ", "  ") for point in points]
        case Rows(rows):
            return [_wrap(_plain(row.text), f"{row.label + ':':<12}", " " * 12) for row in rows]
        case Notice(_, text, points):
            return ["", _wrap(_plain(text), "! ", "  "), *(_wrap(_plain(point), "  - ", "    ") for point in points)]
        case MuscleList():
            return _muscles(block)


def _muscles(block: MuscleList) -> list[str]:
    out = []
    for line in block.lines:
        state = ROLE_LABELS[line.role] if line.role else STATES[line.state].label
        chips = "".join(f" [{chip.text}]" for chip in line.chips)
        out.append(_wrap(f"{_plain(line.name)} ({state}){chips}", "* ", "  "))
        if line.why:
            out.append(_wrap(_plain(line.why), "    "))
    return out
