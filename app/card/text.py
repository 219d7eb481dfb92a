"""A page as plain text for the terminal."""

from __future__ import annotations

from textwrap import fill

from app.card.blocks import (
    Acts,
    Block,
    Bullets,
    Chips,
    Columns,
    Heading,
    LengthLine,
    LengthList,
    MuscleLine,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    QuestionLine,
    Questions,
    Ranked,
    RankedLine,
    Rows,
    Steps,
    Text,
    Title,
)
from app.model.look import ROLE_LABELS, STATES

WIDTH = 100
"""Columns of the terminal."""


def to_text(page: Page) -> str:
    """The page as lines of at most 100 columns, longer only for an address; sections are divided by an empty line."""
    return "\n".join(line for block in page.blocks for line in _lines(block)).strip("\n")


def _plain(text: Text) -> str:
    return "".join(span.text for span in text)


def _wrap(text: str, first: str = "", rest: str | None = None) -> str:
    # An address is not broken: whoever reads it wants to copy it.
    return fill(text, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False,
                break_on_hyphens=False)


def _lines(block: Block) -> list[str]:
    if isinstance(block, Notice):
        return _notice(block)
    if isinstance(block, Acts):
        return []  # Nothing can be pressed here.
    if isinstance(block, Columns):
        return _side_by_side(block)
    if isinstance(block, MuscleList | LengthList | Ranked | Questions):
        return _told(block)
    return _listed(block) if isinstance(block, Steps | Bullets | Rows) else _running(block)


def _notice(block: Notice) -> list[str]:
    """A notice with its points beneath it; points alone stand for themselves."""
    if not block.text:
        return ["", *(_wrap(_plain(point), "! ", "    ") for point in block.points)]
    return ["", _wrap(_plain(block.text), "! ", "  "), *(_wrap(_plain(point), "  - ", "    ") for point in block.points)]


def _told(block: MuscleList | LengthList | Ranked | Questions) -> list[str]:
    """The lines of a list, each with what belongs to it."""
    match block:
        case MuscleList(muscles):
            return [line for one in muscles for line in _muscle(one)]
        case LengthList(lengths):
            return [_length(one) for one in lengths]
        case Ranked(causes):
            return [line for one in causes for line in _ranked(one)]
        case Questions(questions):
            return [_question(one) for one in questions]


def _side_by_side(block: Columns) -> list[str]:
    """Two columns as two lines for each row, each beginning with what it is about."""
    heads = [_plain(head) for head in block.heads]
    lines = []
    for row in block.rows:
        lines += [_wrap(_plain(row.label), "* ", "  ")] if row.label else []
        lines += [_wrap(_plain(cell), f"    {head}: ", "      ") for head, cell in zip(heads, (row.left, row.right), strict=True)]
    return lines


def _length(line: LengthLine) -> str:
    """A muscle and its change of length, the numbers below each other."""
    return f"  {_plain(line.name):<44} {line.mm.text:>9} {line.percent.text:>9}".rstrip()


def _ranked(line: RankedLine) -> list[str]:
    """A candidate cause: a bar of at most ten marks, and its reasons."""
    head = _wrap(f"{line.rank}. {_plain(line.name)} ({line.words}) {'#' * round(10 * line.share)}", "", "   ")
    return [head, *(_wrap(_plain(reason), "     ", "       ") for reason in line.reasons)]


def _question(line: QuestionLine) -> str:
    """A question, and its answers with the given one in brackets of its own."""
    told = " ".join(f"[{option.label}]" if option.chosen else option.label for option in line.options)
    return _wrap(f"{_plain(line.text)} {told}", "? ", "  ")


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
        case Steps(steps, _, current):
            return [_wrap(_plain(step), f"{'> ' if number == current else ''}{number}. ", "   ")
                    for number, step in enumerate(steps, start=1)]
        case Bullets(points):
            return [_wrap(_plain(point), "- ", "  ") for point in points]
        case Rows(rows):
            return [_wrap(_plain(row.text), f"{row.label + ':':<11} ", " " * 12) for row in rows]


def _muscle(line: MuscleLine) -> list[str]:
    state = ROLE_LABELS[line.role] if line.role else STATES[line.state].label
    chips = "".join(f" [{chip.text}]" for chip in line.chips)
    head = _wrap(f"{_plain(line.name)} ({state}){chips}", "* ", "  ")
    return [head, _wrap(_plain(line.why), "    ")] if line.why else [head]
