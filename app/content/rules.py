"""What types cannot say about one entry: texts that are empty, lists that repeat, numbers out of range, and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_origin

from app.content.schema import field_types, link_of, walk
from app.content.tree import Loc
from app.content.wording import hint_for
from app.model import anatomy, basic, practice
from app.model.problem import Severity

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s\"'<>]+")

Finding = tuple[Loc, Severity, str]
"""Where in the entry, how bad, and what."""


def check_entry(cls: type, data: object) -> Iterator[Finding]:
    """Every fault of an entry's plain data beyond its types; the data need not be valid."""
    for loc, hint, value in walk(data, cls):
        if isinstance(value, str):
            if not value.strip():
                yield loc, "error", "this text is empty; write it or delete the key"
        elif isinstance(value, list) and get_origin(hint) is tuple:
            yield from _list(loc, hint, value)
        elif isinstance(value, dict) and hint in RULES:
            yield from ((loc + inner, severity, what) for inner, severity, what in RULES[hint](value))


def check_id(entry_id: str) -> str | None:
    """What is wrong with an id; None when nothing is."""
    if SNAKE_CASE.fullmatch(entry_id):
        return None
    better = re.sub(r"[^a-z0-9]+", "_", entry_id.lower()).strip("_")
    hint = f"write '{better}'" if SNAKE_CASE.fullmatch(better) else "use small letters, digits and underscores"
    return f"the id '{entry_id[:60]}' is not snake_case; {hint}"


def _list(loc: Loc, hint: Any, values: list[object]) -> Iterator[Finding]:
    if not values and loc[-1:] == ("sources",):
        yield loc, "error", "no source is named; write [unverified] when nobody has verified this"
    if link_of(get_args(hint)[0]) is None:
        return
    seen: set[str] = set()
    for number, value in enumerate(values):
        if isinstance(value, str):
            if value in seen:
                yield (*loc, number), "warning", f"'{value[:60]}' is named twice; keep one"
            seen.add(value)


def _fractions(*names: str) -> Callable[[Mapping[str, object]], Iterator[Finding]]:
    """A rule that the fields so named lie in 0..1."""

    def rule(data: Mapping[str, object]) -> Iterator[Finding]:
        for name in names:
            value = data.get(name)
            if isinstance(value, (int, float)) and not 0 <= value <= 1:
                yield (name,), "error", f"{value} is not a fraction; write a number from 0 to 1"

    return rule


def _claim(data: Mapping[str, object]) -> Iterator[Finding]:
    if data.get("tone") is None and data.get("length") is None:
        yield (), "error", "the claim says nothing; give 'tone' (tight, weak) or 'length' (short, long)"


def _pattern(data: Mapping[str, object]) -> Iterator[Finding]:
    claims = data.get("claims")
    if data.get("side") is not None or not isinstance(claims, list):
        return
    for number, claim in enumerate(claims):
        if isinstance(claim, dict) and claim.get("side") in ("same", "opposite"):
            yield ("claims", number, "side"), "error", "the pattern has no side to relate to; say at its 'side' what a side means"


def _cause(data: Mapping[str, object]) -> Iterator[Finding]:
    flag = data.get("kind") == "red flag"
    for name in ("advice", "urgency"):
        if flag and data.get(name) is None:
            yield (), "error", f"a red flag tells what to do; give '{name}'"
    for name in ("urgency", "asked_at"):
        if not flag and data.get(name):
            yield (name,), "error", "only a red flag has this; delete it"


def _source(data: Mapping[str, object]) -> Iterator[Finding]:
    url, letter = data.get("url"), data.get("letter")
    if isinstance(url, str) and url and not WEB.fullmatch(url):
        yield ("url",), "error", "this is no web address; it should begin with https:// and hold no spaces"
    if isinstance(letter, str) and letter not in "ABCDE":
        yield ("letter",), "error", f"'{letter[:20]}' is not the letter of an article; write A, B, C, D or E, or delete it"


def _muscle(data: Mapping[str, object]) -> Iterator[Finding]:
    names = data.get("unverified")
    known = [name for name in field_types(anatomy.Muscle) if name != "unverified"]
    for number, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and name.partition(".")[0] not in known:
            yield ("unverified", number), "error", f"a muscle has no field '{name[:60]}'" + hint_for(name, known, "delete it")


def _referral(data: Mapping[str, object]) -> Iterator[Finding]:
    essential, spillover = data.get("essential"), data.get("spillover")
    if isinstance(essential, list) and isinstance(spillover, list):
        if not essential and not spillover:
            yield ("essential",), "error", "the trigger point sends pain nowhere; name an area"
        for number, area in enumerate(spillover):
            if area in essential:
                yield ("spillover", number), "warning", f"'{area}' is essential already; keep it in one of the two"


RULES: Mapping[type, Callable[[Mapping[str, object]], Iterator[Finding]]] = {
    basic.Source: _source,
    anatomy.Muscle: _muscle,
    anatomy.Place: _fractions("along", "across"),
    practice.Accuracy: _fractions("sensitivity", "specificity"),
    practice.Claim: _claim,
    practice.Pattern: _pattern,
    practice.Cause: _cause,
    anatomy.Referral: _referral,
}
