"""The sections of a card, their heads and their order: the same on every page, as far as a page has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from app.card.blocks import Block, Heading, Notice, Page

Section = Literal["rule out", "chosen", "fits", "what", "body", "model", "part of", "comes about", "feels", "check", "do", "care", "mistaken",
                  "sure", "asked", "with", "sources"]

HEADS: dict[Section, str] = {
    "rule out": "Rule these out first",
    "chosen": "In what is chosen",
    "fits": "What fits best",
    "what": "What it is",
    "body": "On the body",
    "model": "What the model says",
    "part of": "Takes part in",
    "comes about": "How it comes about",
    "feels": "How it feels",
    "check": "Check it",
    "do": "What to do, in this order",
    "care": "Take care",
    "mistaken": "Mistaken for",
    "sure": "How sure can one be",
    "asked": "Readers ask",
    "with": "Goes with",
    "sources": "Sources",
}
"""Every section in its place, and the words of its head. Red flags stand above them all."""
WHAT_TO_DO = "What to do"
"""The head of what to do where nobody claims an order."""


def arranged(before: Iterable[Block], parts: Mapping[Section, Iterable[Block]]) -> tuple[Block, ...]:
    """What stands before the first section, and then the sections in their order, without those that are empty."""
    made = list(before)
    for section, head in HEADS.items():
        blocks = tuple(parts.get(section, ()))
        if not blocks:
            continue
        if not isinstance(blocks[0], Heading) or blocks[0].sub:
            # A caution says in its own frame what it is.
            made += [] if section == "care" else [Heading(head)]
        made += blocks
    return tuple(made)


def heads_of(page: Page) -> Iterator[str]:
    """The heads of a page's sections, from its top; a caution is one, too."""
    for block in page.blocks:
        if isinstance(block, Heading) and not block.sub:
            yield block.text
        elif isinstance(block, Notice) and block.kind == "caution":
            yield HEADS["care"]
