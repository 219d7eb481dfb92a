"""``plumbline list``: the content of one kind, as text or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.commands.command import Command
from app.commands.whole import told_atlas

KINDS = ("muscles", "groups", "patterns", "causes", "areas", "tests", "findings", "remedies", "sources", "structures", "referrals",
         "disputes", "questions", "terms", "joints", "assumptions")


def as_text(entries: Mapping[str, Any]) -> str:
    """One line for each entry: its id and its name, in two columns."""
    width = max(map(len, entries), default=0)
    return "\n".join(f"{entry_id:<{width}}  {_name(entry)}" for entry_id, entry in entries.items())


def as_json(entries: Mapping[str, Any]) -> str:
    """An array of objects with at least id, name and sources."""
    return json.dumps([_plain(entry) for entry in entries.values()], indent=1)


def _plain(entry: Any) -> dict[str, Any]:
    # A source is its own source: whoever reads the list may rely on the key.
    return asdict(entry) | {"name": _name(entry), "sources": list(getattr(entry, "sources", (entry.id,)))}


def _name(entry: Any) -> str:
    """What an entry is called: a dispute by its claim, a question by itself."""
    return next(str(getattr(entry, field)) for field in ("name", "claim", "question") if hasattr(entry, field))


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _run(args: Namespace) -> int:
    entries = getattr(told_atlas(), args.kind)
    text = as_json(entries) if args.json else as_text(entries)
    if text:
        print(text)
    return 0


COMMAND = Command("list", "list the content of one kind", _add_arguments, _run)
