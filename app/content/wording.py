"""Faults in plain words: what is wrong, and what would be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, get_origin

from rapidfuzz import process

from app.content.schema import choices, field_types, place_of, type_at
from app.content.tree import Loc

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MANY = 12
"""More names than this are not listed."""

SHOWN = 60
"""More characters than this of a wrong text are neither shown nor compared."""

LIKENESS = 75
"""From this likeness in per cent on, a text is taken for a misspelling."""


def near(text: str, known: Collection[str]) -> str | None:
    """The known text that was probably meant."""
    best = process.extractOne(text[:SHOWN], list(known), score_cutoff=LIKENESS)
    return best[0] if best else None


def hint_for(text: str, known: Collection[str], otherwise: str = "") -> str:
    """The end of a message: the near match, else the known texts when they are few, else `otherwise`."""
    match = near(text, known)
    if match is not None:
        return f"; did you mean '{match}'?"
    if 0 < len(known) <= MANY:
        return f"; it can be {', '.join(known)}"
    return f"; {otherwise}" if otherwise else ""


def label(entry_id: str, loc: Loc) -> str:
    """A place as text: ``upper_trapezius.actions[1]``."""
    return entry_id + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)


def explain_all(cls: type, errors: Collection[ErrorDetails]) -> Iterator[tuple[Loc, bool, str]]:
    """Every fault of an entry as its place, whether the place is a key, and the message.

    A misspelt key makes another one missing; that is told once.
    """
    unknown = [place_of(error) for error in errors if _is_unknown(error)]
    misspelt = {(*loc[:-1], meant) for loc in unknown if (meant := near(str(loc[-1]), _keys(cls, loc[:-1])))}
    for error in errors:
        loc = place_of(error)
        if _is_unknown(error):
            name = str(loc[-1])
            yield loc, True, f"unknown key '{name[:SHOWN]}'" + hint_for(name, _keys(cls, loc[:-1]), "delete it")
        elif error["type"] == "missing":
            if loc not in misspelt:
                yield loc, True, f"'{loc[-1]}' is missing; add it"
        else:
            yield loc, False, _value(error, type_at(cls, loc))


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] in ("unexpected_keyword_argument", "extra_forbidden")


def _keys(cls: type, loc: Loc) -> list[str]:
    hint = type_at(cls, loc)
    return list(field_types(hint)) if isinstance(hint, type) and is_dataclass(hint) else []


def _value(error: ErrorDetails, hint: Any) -> str:
    given = error["input"]
    allowed = choices(hint)
    if allowed:
        return f"unknown value '{str(given)[:SHOWN]}'{hint_for(str(given), allowed)}"
    if get_origin(hint) is tuple:
        return f"this should be a list, not {_what(given)}; write [one, two] or one '- ' line for each"
    if isinstance(hint, type) and is_dataclass(hint):
        return f"this should have the keys {', '.join(field_types(hint))}, not be {_what(given)}"
    if hint is bool:
        return f"this should be true or false, not {_what(given)}"
    if hint is int:
        return f"this should be a whole number, not {_what(given)}; write digits without quotes"
    if hint is float:
        return f"this should be a number, not {_what(given)}; write it without quotes, such as 0.5"
    return f"this should be text, not {_what(given)}; " + ("give one text" if isinstance(given, (list, dict)) else "put it in quotes")


def _what(given: object) -> str:
    if given is None:
        return "empty"
    if isinstance(given, bool):
        return "yes or no"
    if isinstance(given, (int, float)):
        return f"the number {given}"
    return "a list" if isinstance(given, list) else "a mapping" if isinstance(given, dict) else "text"
