"""How much there is to draw in an SVG file: a few lines that use each other again and again can keep a program busy for years."""

from __future__ import annotations

import re

from PySide6.QtCore import QXmlStreamReader

USED = re.compile(r"#([^\s\"')]+)")
"""Another thing of the same file that is used here."""
DEEPEST = 200
"""Things stand in each other at most so deep."""
ENDLESS = 10**9


def drawn_pieces(text: str) -> int:
    """How many things are drawn, those that are used again counted each time; 0 where it is no sound XML."""
    reader = QXmlStreamReader(text)
    uses: dict[str, list[str]] = {"": []}
    pieces = {"": 0}
    within: list[str] = [""]
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.EndElement:
            within.pop()
        elif token == QXmlStreamReader.TokenType.StartElement:
            given = reader.attributes()
            attributes = [given.at(place) for place in range(given.size())]
            found = [one for attribute in attributes for one in USED.findall(attribute.value())]
            name = next((one.value() for one in attributes if one.qualifiedName() == "id"), "")
            within.append(name)
            if len(within) > DEEPEST:
                return ENDLESS
            for owner in set(within):
                pieces[owner] = pieces.get(owner, 0) + 1
                uses.setdefault(owner, []).extend(found)
    return 0 if reader.hasError() else _with_used("", pieces, uses, {}, 0)


def _with_used(name: str, pieces: dict[str, int], uses: dict[str, list[str]], known: dict[str, int], deep: int) -> int:
    """The pieces of a thing and of all that it uses."""
    if deep > DEEPEST:
        return ENDLESS
    if name not in known:
        # Until it is known; what uses itself is refused by who draws it.
        known[name] = 0
        known[name] = min(pieces.get(name, 0) + sum(_with_used(one, pieces, uses, known, deep + 1) for one in uses.get(name, ())), ENDLESS)
    return known[name]
