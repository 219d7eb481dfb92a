"""Names are broken between words, evenly, in as few lines as they need; a word that is too long is divided at a seam."""

from __future__ import annotations

import pytest

from app.paint.labels.words import Letters, broken, wrapped
from app.paint.naming import Name


def ruler(text: str, size: float) -> float:
    """Letters as wide as they are high."""
    return len(text) * size


@pytest.mark.parametrize(("width", "lines"), [
    (300.0, ["rectus abdominis, upper part"]),
    (170.0, ["rectus abdominis,", "upper part"]),
    (100.0, ["rectus", "abdominis,", "upper part"]),
    (90.0, [])])
def test_a_name_takes_as_many_lines_as_it_must(width: float, lines: list[str]) -> None:
    assert broken(["rectus", "abdominis,", "upper", "part"], width, ruler, 10.0) == lines


def test_nothing_is_left_out() -> None:
    words = ["extensor", "digitorum", "longus"]
    assert " ".join(broken(words, 120.0, ruler, 10.0)).split(" ") == words


@pytest.mark.parametrize(("width", "lines"), [
    (150.0, ["semimembranosus"]), (100.0, ["semi-", "membranosus"]), (60.0, None)])
def test_a_long_word_is_divided_only_where_it_must_be(width: float, lines: list[str] | None) -> None:
    found = wrapped(Name((), "semimembranosus"), width, Letters(ruler, 10.0))
    assert (found and [line.text for line in found]) == lines
