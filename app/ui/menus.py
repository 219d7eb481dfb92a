"""The menus of things: what can be done with a muscle, an area of pain or a pattern, wherever it is pointed at.

An entry's data is its target, as links have them: ``select/group/hip_flexors:right``, ``hide/psoas_major``, ``copy/...``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.links import capital, in_words, small
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Ref, Side
from app.reason.kin import groups_of, nerves_of, of_nerve, on_side, opponents
from app.state.select import selected
from app.state.state import State
from app.ui.cut import SIDE_WORDS


@frozen
class Entry:
    """A line of a menu: its words and its target; one with `more` opens a menu beside it; one without words divides."""

    text: str = ""
    target: str = ""
    more: tuple[Entry, ...] = ()
    keys: str = ""
    checked: bool | None = None


LINE = Entry()


@frozen
class Asked:
    """What a menu is about: its head, and its entries."""

    title: str
    entries: tuple[Entry, ...]


def muscle_menu(atlas: Atlas, state: State, ref: Ref) -> Asked:
    """What can be done with a muscle on a side."""
    entries = (
        Entry("Take from the selection" if _is_selected(state, ref) else "Select also", f"add/muscle/{ref}", keys="Ctrl+click"),
        Entry("Show only this", f"only/muscle/{ref}"),
        Entry("Hide", f"hide/muscle/{ref}"),
        LINE,
        *_sides(atlas, state, ref),
        *_kin(atlas, ref),
        *_comparisons(atlas, state, ref),
        LINE,
        Entry("Copy name", f"copy/name/{ref}"),
        Entry("Copy link", f"copy/link/{ref}"),
    )
    return Asked(_named(atlas.muscles[ref.id].name, ref), entries)


def pain_here(atlas: Atlas, state: State, ref: Ref) -> tuple[Entry, ...]:
    """The one line by which a menu of the body says that it hurts there."""
    if ref.id not in atlas.areas:
        return ()
    name = small(_named(atlas.areas[ref.id].name, ref))
    return (Entry(f"{'No pain' if _hurts(state, ref) else 'Pain'} here ({name})", f"hurts/area/{ref}"),)


def _hurts(state: State, ref: Ref) -> bool:
    return any(one.id == ref.id and one.side in (ref.side, "both") for one in state.pain)


def area_menu(atlas: Atlas, state: State, ref: Ref) -> Asked:
    """What can be done with an area of pain on a side."""
    entries = (Entry("No pain here" if _hurts(state, ref) else "Pain here", f"hurts/area/{ref}"), Entry("Explain", f"area/{ref}"),
               LINE, Entry("Copy name", f"copy/area/{ref}"))
    return Asked(_named(atlas.areas[ref.id].name, ref), entries)


def pattern_menu(atlas: Atlas, state: State, ref: Ref) -> Asked:
    """What can be done with a pattern on a side."""
    chosen = any(one.id == ref.id for one in state.patterns)
    others = (Entry(_named(atlas.patterns[one.id].name, one), f"compare/pattern/{one}/{ref}") for one in state.patterns if one.id != ref.id)
    entries = (Entry("Take back" if chosen else "Choose", f"tick/pattern/{ref}"), Entry("Explain", f"pattern/{ref}"),
               *_beside("Compare with", others), LINE, Entry("Copy name", f"copy/pattern/{ref}"))
    return Asked(_named(atlas.patterns[ref.id].name, ref), entries)


def _is_selected(state: State, ref: Ref) -> bool:
    return any(one.id == ref.id and (one.side in (None, "both") or one.side == ref.side) for one in selected(state))


def _sides(atlas: Atlas, state: State, ref: Ref) -> Iterator[Entry]:
    """The sides on which a muscle can be selected; the present one is checked."""
    if atlas.muscles[ref.id].side != "paired":
        return
    now = next((one for one in selected(state) if one.id == ref.id), None)
    for text, side in (("Both sides", None), ("Right only", "right"), ("Left only", "left")):
        target = f"select/muscle/{ref.id}" + (f":{side}" if side else "")
        yield Entry(text, target, checked=now is not None and now.side == side)
    yield LINE


def _kin(atlas: Atlas, ref: Ref) -> Iterator[Entry]:
    """All of its nerves, its antagonists, all of its groups; on the same side, or on both."""
    for nerve in nerves_of(atlas.muscles[ref.id]):
        fed = of_nerve(atlas, nerve)
        if len(fed) > 1:
            yield Entry(f"All muscles of the {nerve} ({len(fed)})", f"select/nerve/{nerve}" + _side(ref))
    against = opponents(atlas, ref.id)
    if against:
        yield Entry(f"Its antagonists ({len(against)})", f"select/against/{ref}")
    groups = [atlas.groups[group] for group in groups_of(atlas, ref.id)]
    lead = "All" if len(groups) == 1 else "All of its group"
    yield from _beside(lead, (Entry(f"{capital(group.name)} ({len(group.members)})", f"select/group/{group.id}" + _side(ref))
                              for group in groups))


def _comparisons(atlas: Atlas, state: State, ref: Ref) -> Iterator[Entry]:
    """The selected muscles with which it can be laid side by side."""
    others = (Entry(_named(atlas.muscles[one.id].name, one), f"compare/muscle/{one}/{ref}")
              for one in selected(state) if one.id != ref.id)
    yield from _beside("Compare with", others)


def _beside(text: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in a menu of their own, one alone in one line with its lead, none at all where there is none."""
    found = tuple(entries)
    if len(found) == 1:
        return (Entry(f"{text} {small(found[0].text)}", found[0].target),)
    return (Entry(text, more=found),) if found else ()


def _side(ref: Ref) -> str:
    return f":{ref.side}" if ref.side in ("right", "left") else ""


def _named(name: str, ref: Ref) -> str:
    return capital(name) + SIDE_WORDS.get(ref.side or "", "")


def name_of(atlas: Atlas, kind: str, ref: Ref) -> str:
    """The name of a muscle, an area or a pattern as it is copied: with its side before it."""
    thing = atlas.areas[ref.id] if kind == "area" else atlas.patterns[ref.id] if kind == "pattern" else atlas.muscles[ref.id]
    return capital(in_words(ref, small(thing.name)))


def muscle_link_text(ref: Ref) -> str:
    """A link to a muscle as text that others can open: ``plumbline:?muscle=ID:SIDE``."""
    return f"plumbline:?muscle={ref}"


def all_of(atlas: Atlas, text: str) -> tuple[Ref, ...]:
    """The muscles that ``group/ID:SIDE``, ``nerve/NAME:SIDE``, ``against/ID:SIDE`` or ``muscle/ID:SIDE`` mean; none if unknown."""
    kind, _, rest = text.partition("/")
    key, _, word = rest.partition(":")
    side: Side | None = "right" if word == "right" else "left" if word == "left" else None
    if kind == "nerve":
        return on_side(atlas, of_nerve(atlas, key), side)
    if kind == "against" and key in atlas.muscles:
        return on_side(atlas, opponents(atlas, key), side)
    known = (kind == "group" and key in atlas.groups) or (kind == "muscle" and key in atlas.muscles)
    return on_side(atlas, atlas.members(key), side) if known else ()
