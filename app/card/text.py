"""A page as plain text for the terminal."""

from __future__ import annotations

from textwrap import fill

from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    MuscleLine,
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
    if isinstance(block, MuscleList):
        return [line for one in block.lines for line in _muscle(one)]
    if isinstance(block, Notice):
        points = (_wrap(_plain(point), "  - ", "    ") for point in block.points)
        return ["", _wrap(_plain(block.text), "! ", "  "), *points]
    return _listed(block) if isinstance(block, Steps | Bullets | Rows) else _running(block)


def _running(block: Title | Heading | Paragraph | Chips) -> list[str]:
    match block:
        case Title(text, plain):
            return [text, "=" * len(text), *([_wrap(plain)] if plain else [])]
        case Heading(text):
            return ["", text, "-" * len(text)]
        case Paragraph(spans):
            return [_wrap(_plain(spans))]
        case Chips(chips):
            return [_wrap(" ".join(f"[{chip.text}]" for chip in chips))]


def _listed(block: Steps | Bullets | Rows) -> list[str]:
    match block:
        case Steps(steps):
            return [_wrap(_plain(step), f"{number}. ", "   ") for number, step in enumerate(steps, start=1)]
        case Bullets(points):
            return [_wrap(_plain(point), "- ", "  ") for point in points]
        case Rows(rows):
            return [_wrap(_plain(row.text), f"{row.label + ':':<12}", " " * 12) for row in rows]


def _muscle(line: MuscleLine) -> list[str]:
    state = ROLE_LABELS[line.role] if line.role else STATES[line.state].label
    chips = "".join(f" [{chip.text}]" for chip in line.chips)
    head = _wrap(f"{_plain(line.name)} ({state}){chips}", "* ", "  ")
    return [head, _wrap(_plain(line.why), "    ")] if line.why else [head]
