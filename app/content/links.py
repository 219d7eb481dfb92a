"""Links between entries: which dangle, and what remains of an entry without them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import is_dataclass, replace
from typing import Any, get_args, get_origin

from app.content.schema import FOLDERS, KINDS, TARGETS, field_types, link_of, required
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas

Ids = Mapping[str, Collection[str]]
"""The ids of each kind."""


def exists(target: str, kind: str, ids: Ids) -> bool:
    """Whether an id exists in the kind of a link."""
    return any(target in ids[one] for one in TARGETS[kind])


def candidates(kind: str, ids: Ids) -> list[str]:
    """All ids that a link of a kind may name."""
    return [one for name in TARGETS[kind] for one in ids[name]]


def whole(atlas: Atlas) -> Atlas:
    """The atlas without links to nothing.

    Where such a link stands in a list, it alone goes; elsewhere what needs it goes, up to the nearest list or to the
    entry itself, and then the links to that entry go too. What loses its last source is unverified.
    """
    while True:
        ids = {kind: getattr(atlas, folder) for kind, folder in FOLDERS.items()}
        kept: dict[str, Any] = {FOLDERS[kind]: _kept_entries(ids[kind], cls, ids) for kind, cls in KINDS.items()}
        pruned = Atlas(**kept)
        if pruned == atlas:
            return atlas
        atlas = pruned


def _kept_entries(entries: Mapping[str, Any], cls: type, ids: Ids) -> dict[str, Any]:
    kept = ((entry_id, _kept(entry, cls, ids)) for entry_id, entry in entries.items())
    return {entry_id: entry for entry_id, entry in kept if entry is not None}


def _kept(value: Any, hint: Any, ids: Ids) -> Any:
    """What remains of a value; None when nothing does."""
    hint = required(hint)
    link = link_of(hint)
    if link is not None:
        return value if exists(value, link.kind, ids) else None
    if get_origin(hint) is tuple:
        return tuple(kept for item in value if (kept := _kept(item, get_args(hint)[0], ids)) is not None)
    if is_dataclass(value) and not isinstance(value, type):
        return _kept_fields(value, ids)
    return value


def _kept_fields(value: Any, ids: Ids) -> Any:
    cls: type = type(value)
    changed = {}
    for name, hint in field_types(cls).items():
        old = getattr(value, name)
        if old is None:
            continue
        new = _kept(old, hint, ids)
        if name == "sources" and not new:
            new = (UNVERIFIED,)
        if new is None and required(hint) is hint:
            return None
        if new != old:
            changed[name] = new
    return replace(value, **changed) if changed else value

