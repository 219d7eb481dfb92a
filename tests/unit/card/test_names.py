"""In running text the names of what has a card are links: nearly all, none twice in one paragraph, and no page full of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.card.blocks import (
    Bullets,
    MuscleLine,
    MuscleList,
    Notice,
    Page,
    Paragraph,
    Row,
    Rows,
    Steps,
    Text,
)
from tests.unit.card.test_whole_content import ATLAS, KINDS, made, spans

CARDS = ("pattern", "cause", "area", "muscle", "group", "structure", "test", "remedy", "finding", "dispute", "question")
NAMES = {thing.name.lower(): f"{kind}/{key}" for kind, things in (
    ("area", ATLAS.areas), ("structure", ATLAS.structures), ("group", ATLAS.groups), ("muscle", ATLAS.muscles))
    for key, thing in things.items()}
"""Of two things of one name the later kind is meant."""
NAME = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE)
MOST = 7
"""So many found names at most stand in one paragraph."""


def texts(page: Page) -> Iterator[Text]:
    """The paragraphs of running text."""
    for block in page.blocks:
        match block:
            case Paragraph(text) | Notice(text=text) if text:
                yield text
            case Bullets(points=listed) | Steps(steps=listed):
                yield from listed
            case Rows(rows):
                yield from (row.text for row in rows if isinstance(row, Row))
            case MuscleList(lines):
                yield from ((*line.name, *line.why) for line in lines if isinstance(line, MuscleLine))


def pages() -> Iterator[tuple[str, Page]]:
    for kind in CARDS:
        for key in KINDS[kind]:
            yield f"{kind}/{key}", made(kind, key)


def test_nearly_every_name_on_a_page_is_a_link_somewhere() -> None:
    linked, bare = Counter[str](), Counter[str]()
    for own, page in pages():
        targets = {span.target.partition(":")[0] for span in spans(page.blocks) if span.target}
        said = {NAMES[name[1].lower()] for text in texts(page) for span in text if not span.target for name in NAME.finditer(span.text)}
        for target in said - {own}:
            (linked if target in targets else bare)[target] += 1
    share = linked.total() / (linked.total() + bare.total())
    assert share > 0.95, f"{share:.0%}; not linked: {bare.most_common(20)}"


def test_no_name_is_found_twice_in_a_paragraph_nor_crowds_it() -> None:
    for own, page in pages():
        for text in texts(page):
            found = [span.target for span in text if span.found]
            given = {span.target.partition(":")[0] for span in text if span.target and not span.found}
            assert len(found) == len(set(found)) <= MOST, f"{own}: {found}"
            assert not given.intersection(found), f"{own}: {given}"
            assert own not in found
