"""One entry of a file: where it stands, and what is wrong with it taken by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.content.rules import check_entry, check_id
from app.content.schema import KINDS, NOT_IN_FILES, link_of, validate, walk
from app.content.tree import Loc, Node, locate
from app.content.wording import explain_all, label
from app.model.basic import Link
from app.model.frozen import frozen
from app.model.problem import Problem, Severity


@frozen
class Entry:
    """An entry as it stands in a file: the tree of the file, and the entry's own plain data."""

    kind: str
    id: str
    path: Path
    tree: Node
    data: object

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column where the entry begins."""
        return str(self.path.absolute()), *locate(self.tree, (self.id,), key=True)

    def problem(self, loc: Loc, severity: Severity, message: str, *, key: bool = False) -> Problem:
        """A problem with the value at a place in the entry, or with its key."""
        spot = locate(self.tree, (self.id, *loc), key=key)
        return Problem(str(self.path.absolute()), *spot, severity, f"{label(self.id, loc)}: {message}")

    def links(self) -> Iterator[tuple[Loc, Link, str]]:
        """Every link that the entry holds, valid or not, with its place."""
        for loc, hint, value in walk(self.data, KINDS[self.kind]):
            link = link_of(hint)
            if link is not None and isinstance(value, str) and value:
                yield loc, link, value


def judge(entry: Entry) -> tuple[Any, list[Problem]]:
    """The entry as a value of the model (None when its types are wrong), and all faults that it has by itself."""
    cls = KINDS[entry.kind]
    problems = []
    wrong_id = check_id(entry.id)
    if wrong_id:
        problems.append(entry.problem((), "error", wrong_id, key=True))
    if not isinstance(entry.data, dict):
        problems.append(entry.problem((), "error", f"this should be a {entry.kind} with its fields below it", key=True))
        return None, problems
    problems += [entry.problem((name,), "error", f"'{name}' is not given here; delete it", key=True)
                 for name in NOT_IN_FILES[cls] if name in entry.data]
    data = {name: value for name, value in entry.data.items() if name not in NOT_IN_FILES[cls]}
    value = None
    try:
        value = validate(cls, entry.id, data)
    except ValidationError as error:
        problems += [entry.problem(loc, "error", message, key=key)
                     for loc, key, message in explain_all(cls, error.errors(include_url=False))]
    problems += [entry.problem(loc, severity, message) for loc, severity, message in check_entry(cls, data)]
    return value, problems
