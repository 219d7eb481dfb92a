"""Named bookmarks: links with names, in an order of the user's own, and the text of their file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from app.model.frozen import frozen
from app.state.checked import RecordError, listed, mapping, text, whole
from app.state.link import LONGEST

VERSION = 1
LONGEST_NAME = 200
MOST = 500
LARGEST = 30_000_000
"""Larger files are not read, bytes."""


@frozen
class Bookmark:
    """A name, and the link to the state that it stands for."""

    name: str
    link: str


def bookmarks_text(bookmarks: Iterable[Bookmark]) -> bytes:
    """The content of the file of bookmarks."""
    listing = [{"name": one.name, "link": one.link} for one in bookmarks]
    whole_text = json.dumps({"plumbline": VERSION, "bookmarks": listing}, indent=2, ensure_ascii=False)
    return f"{whole_text}\n".encode("utf-8", "replace")


def read_bookmarks(data: bytes) -> tuple[Bookmark, ...]:
    """The bookmarks that a file holds.

    Raises RecordError, with one sentence, when it is damaged or of a newer version.
    """
    try:
        found = mapping(json.loads(data.decode("utf-8")), "bookmarks")
    except json.JSONDecodeError as error:
        raise RecordError(f"it is damaged at line {error.lineno}, column {error.colno}") from error
    except RecordError:
        raise
    except (RecursionError, ValueError) as error:
        raise RecordError("nothing in it can be read") from error
    whole(found.get("plumbline"), "plumbline", 1, VERSION)
    return tuple(_bookmark(one) for one in listed(found.get("bookmarks"), "bookmarks", MOST))


def _bookmark(value: object) -> Bookmark:
    found = mapping(value, "bookmarks")
    return Bookmark(text(found.get("name"), "name", LONGEST_NAME), text(found.get("link"), "link", LONGEST))
