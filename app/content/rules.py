"""What types cannot say about one entry: texts that are empty, lists that repeat, numbers out of range, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from app.content.practice_rules import PRACTICE_RULES, Finding, Rule, filled, fractions
from app.content.schema import field_types, link_of, walk
from app.content.tree import Loc
from app.content.wording import hint_for
from app.model import anatomy, basic, posture

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s\"'<>]+")
DOI = re.compile(r"10\.\d{4,9}/\S+")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that do not show, and those that turn the direction in which a text runs."""

MOST_CHARACTERS = 10_000
"""No text of the panel is longer than this."""
LONG_NAME = 200
YEARS = range(1500, 2101)


def check_entry(cls: type, data: object) -> Iterator[Finding]:
    """Every fault of an entry's plain data beyond its types; the data need not be valid."""
    for loc, hint, value in walk(data, cls):
        if isinstance(value, str):
            yield from _text(loc, value)
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


def _text(loc: Loc, text: str) -> Iterator[Finding]:
    most = LONG_NAME if loc[-1:] == ("name",) else MOST_CHARACTERS
    if not text.strip():
        yield loc, "error", "this text is empty; write it or delete the key"
    elif len(text) > most:
        yield loc, "error", f"this has {len(text)} characters; write no more than {most}"
    elif unseen := UNSEEN.search(text):
        yield loc, "error", f"this holds the character U+{ord(unseen[0]):04X}, which nobody sees; delete it"


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


def _source(data: Mapping[str, object]) -> Iterator[Finding]:
    yield from _address(data)
    yield from _work(data)
    letter, year = data.get("letter"), data.get("year")
    if isinstance(letter, str) and letter not in "ABCDE":
        yield ("letter",), "error", f"'{letter[:20]}' is not the letter of an article; write A, B, C, D or E, or delete it"
    if isinstance(year, int) and year not in YEARS:
        yield ("year",), "error", f"{year} is no year of a source; write one from {YEARS[0]} to {YEARS[-1]}"


def _work(data: Mapping[str, object]) -> Iterator[Finding]:
    if data.get("url") or data.get("doi") or data.get("letter") is not None or data.get("kind") in ("project", "none"):
        return
    missing = next((name for name in ("author", "title", "year") if not data.get(name)), None)
    if missing:
        yield (), "error", f"nobody can find this source; give 'url' or 'doi', or of a printed work '{missing}' as well"


def _address(data: Mapping[str, object]) -> Iterator[Finding]:
    url, doi = data.get("url"), data.get("doi")
    if isinstance(url, str) and url and not WEB.fullmatch(url):
        yield ("url",), "error", "this is no web address; it should begin with https:// and hold no spaces"
    elif isinstance(url, str) and ("..." in url or "…" in url):
        yield ("url",), "error", "this address is shortened; write the whole of it"
    if isinstance(doi, str) and doi and not DOI.fullmatch(doi):
        yield ("doi",), "error", f"'{doi[:60]}' is no DOI; write it as 10.1000/xyz, without 'doi:' or https://doi.org/"


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


def _joint_card(data: Mapping[str, object]) -> Iterator[Finding]:
    low, high = data.get("low"), data.get("high")
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and not low < 0 < high:
        yield ("low",), "error", f"from {low:g} to {high:g} holds no movement both ways; 0 is the measured body and lies between the two"


def _normal_range(data: Mapping[str, object]) -> Iterator[Finding]:
    low, high = data.get("low"), data.get("high")
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high:
        yield ("low",), "error", f"{low:g} is more than {high:g}, the upper end; exchange the two"


RULES: Mapping[type, Rule] = {
    **PRACTICE_RULES,
    basic.Source: _source,
    anatomy.Muscle: _muscle,
    anatomy.Group: filled("members"),
    anatomy.Place: fractions("along", "across"),
    anatomy.Referral: _referral,
    posture.JointCard: _joint_card,
    posture.NormalRange: _normal_range,
}
