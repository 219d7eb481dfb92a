"""Checks of joints that need more than one entry: what moves them stays within their cards, and these are of joints there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.content.entry import Entry
from app.content.practice_rules import farthest
from app.content.schema import KINDS, walk
from app.content.wording import hint_for
from app.model import practice
from app.model.posture import JOINTS, JointCard, joint_of
from app.model.problem import Problem

MOVING = ("pattern", "cause")
"""The kinds whose entries move joints."""

NAMES = tuple(dict.fromkeys(joint_of(name) for name in JOINTS))
"""The ids that cards of joints may have."""

Entries = Mapping[str, Mapping[str, Entry]]
"""The entries of each kind, by their ids."""


def check_joints(entries: Entries, cards: Mapping[str, JointCard]) -> Iterator[Problem]:
    """Cards of joints that there are not, assumptions about such, and values beyond how far their joint moves here."""
    for one in entries["joint"].values():
        if one.id not in NAMES:
            yield one.problem((), "error", "no joint of the body has this name" + hint_for(one.id, NAMES, "see the cards of joints"), key=True)
    for one in entries["assumption"].values():
        yield from _misnamed(one)
    for kind in MOVING:
        for one in entries[kind].values():
            yield from _beyond(one, cards)


def _misnamed(assumption: Entry) -> Iterator[Problem]:
    """The joints of an assumption that there are not."""
    named = assumption.data.get("joints") if isinstance(assumption.data, dict) else None
    for number, name in enumerate(named if isinstance(named, list) else ()):
        if isinstance(name, str) and name not in NAMES:
            message = f"no joint has the id '{name[:60]}'" + hint_for(name, NAMES, "write it without a side")
            yield assumption.problem(("joints", number), "error", message)


def _beyond(entry: Entry, cards: Mapping[str, JointCard]) -> Iterator[Problem]:
    """Values outside the range of a joint's card; those that no body reaches are told by the rules of the entry itself."""
    for loc, hint, data in walk(entry.data, KINDS[entry.kind]):
        if hint is not practice.Joint or not isinstance(data, dict):
            continue
        name, value = data.get("joint"), data.get("value")
        if name not in JOINTS or not isinstance(value, (int, float)):
            continue
        card = cards.get(joint_of(name))
        if card and abs(value) <= farthest(name)[0] and not card.low <= value <= card.high:
            yield entry.problem((*loc, "value"), "error", f"{value:g} is beyond how far this joint moves here; "
                                f"write a number from {card.low:g} to {card.high:g} ({card.unit})")
