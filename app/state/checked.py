"""Reads values that come from outside, each with one clear sentence when it is not what it must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from app.model.reference import BadReferenceError, Ref, parse_ref

T = TypeVar("T")

LONGEST_ID, LONGEST_LIST = 100, 2000


class RecordError(ValueError):
    """What was read is damaged; the message is one sentence for a user, and names the part."""


def text(value: object, where: str, longest: int) -> str:
    """A text of at most `longest` letters, all of which can be written to a file."""
    if not isinstance(value, str):
        raise RecordError(f"'{where}' must be a text, not {shown(value)}")
    if len(value) > longest:
        raise RecordError(f"'{where}' is longer than {longest} letters")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RecordError(f"'{where}' holds letters that cannot be read")
    return value


def flag(value: object, where: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise RecordError(f"'{where}' must be true or false, not {shown(value)}")
    return value


def number(value: object, where: str, low: float, high: float) -> float:
    """A number from `low` to `high`, in the unit that the record has there."""
    # A comparison first: a whole number may be too large for a float, and what is not a number lies nowhere.
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise RecordError(f"'{where}' must be a number from {low:g} to {high:g}, not {shown(value)}")
    return float(value)


def whole(value: object, where: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    size = number(value, where, low, high)
    if size != int(size):
        raise RecordError(f"'{where}' must be a whole number, not {shown(value)}")
    return int(size)


def one_of(value: object, where: str, choices: Iterable[T]) -> T:
    """One of some words."""
    known = tuple(choices)
    for choice in known:
        if isinstance(value, str) and choice == value:
            return choice
    raise RecordError(f"'{where}' must be one of {', '.join(map(str, known))}, not {shown(value)}")


def listed(value: object, where: str, longest: int = LONGEST_LIST) -> list[object]:
    """A list of at most `longest` things."""
    if not isinstance(value, list):
        raise RecordError(f"'{where}' must be a list, not {shown(value)}")
    if len(value) > longest:
        raise RecordError(f"'{where}' holds more than {longest} things")
    return value


def mapping(value: object, where: str) -> Mapping[str, object]:
    """Names with values."""
    if not isinstance(value, dict):
        raise RecordError(f"'{where}' must hold names with values, not {shown(value)}")
    return value


def reference(value: object, where: str) -> Ref:
    """``ID`` or ``ID:SIDE``."""
    written = text(value, where, LONGEST_ID)
    if not written.isprintable():
        raise RecordError(f"'{where}' holds letters that no id has")
    try:
        return parse_ref(written)
    except BadReferenceError as error:
        raise RecordError(f"'{where}': {error}") from error


def shown(value: object) -> str:
    """A value as a message shows it: short, whatever it is."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "names with values"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    if isinstance(value, int) and abs(value) > 10**15:
        return "a huge number"
    return str(value)


def _quoted(text: str) -> str:
    """The start of a text, on one line and in quotation marks."""
    letters = "".join(letter if letter.isprintable() else " " for letter in text[:40])
    return f"'{letters}{'…' if len(text) > 40 else ''}'"
