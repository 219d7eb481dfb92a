"""The file of bookmarks: read as it was written, refused in one sentence when it is damaged."""

from __future__ import annotations

import pytest

from app.state.bookmarks import Bookmark, bookmarks_text, read_bookmarks
from app.state.checked import RecordError

TWO = (Bookmark("Monday class: hip & groin “1”", "plumbline:?pattern=high:right"), Bookmark("b", "plumbline:?"))


def test_bookmarks_come_back_in_their_order() -> None:
    assert read_bookmarks(bookmarks_text(TWO)) == TWO


@pytest.mark.parametrize(("data", "said"), [
    (b"{", "line 1, column 2"),
    (b"[]", "must hold names with values"),
    (b"\xff", "nothing in it can be read"),
    (b"[" * 100_000, "nothing in it can be read"),
    (b'{"plumbline": 2, "bookmarks": []}', "'plumbline' must be a number from 1 to 1"),
    (b'{"plumbline": 1}', "'bookmarks' must be a list"),
    (b'{"plumbline": 1, "bookmarks": [{"name": 3}]}', "'name' must be a text"),
    (b'{"plumbline": 1, "bookmarks": [' + b"0," * 600 + b"0]}", "more than 500"),
])
def test_damaged_ones_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        read_bookmarks(data)
