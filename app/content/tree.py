"""YAML text becomes a tree of plain values in which everything knows its line and column.

Content packs come from strangers. The tree is built from the parser's events without recursion, and what could
surprise or harm is refused: anchors and aliases (which can multiply without limit), tags, deep nesting, huge files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from app.content.loaded import Spot
from app.model.frozen import frozen

MAX_BYTES = 4_000_000
MAX_DEPTH = 12
INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}([eE][-+]?[0-9]{1,2})?")
TOP_KEY = re.compile(r"(?m)^([A-Za-z0-9_]+):")
DROPPED = ""
YES = ("y", "yes", "true", "on")

Value = str | int | float | bool | None
Loc = tuple[str | int, ...]


@dataclass(slots=True)
class Node:
    """A value with its place; in a mapping, `keys` tells where each key stands."""

    value: Value | list[Node] | dict[str, Node]
    spot: Spot
    keys: dict[str, Spot] = field(default_factory=dict)


@frozen
class Fault:
    """Something that the file must not contain; `entry` is the id of the entry in which it stands, if any."""

    spot: Spot
    entry: str | None
    message: str


@frozen
class Tree:
    """The entries of a file that could be read, its faults, and the ids of all entries, unreadable ones included."""

    root: Node
    faults: tuple[Fault, ...]
    ids: tuple[str, ...]
    unread: frozenset[Spot] = frozenset()
    """Where values stand that were refused; that nothing is in their place is no second fault."""

    @property
    def entries(self) -> dict[str, Node]:
        """The entries by their ids."""
        return self.root.value if isinstance(self.root.value, dict) else {}


def read_tree(data: bytes) -> Tree:
    """Read the bytes of one YAML file that maps ids to entries."""
    if len(data) > MAX_BYTES:
        return _nothing(Fault((1, 1), None, f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _nothing(Fault((line, 1), None, "this is not UTF-8 text; save the file as UTF-8"))
    builder = _Builder()
    builder.read(text)
    # What stands behind a fault may not have been read, but its ids are no misspellings where others name them.
    behind = TOP_KEY.findall(text) if builder.faults else ()
    return Tree(builder.root, tuple(builder.faults), (*builder.root.keys, *behind), frozenset(builder.unread))


def plain(node: Node) -> object:
    """The value without places: texts, numbers, lists, mappings."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


def locate(node: Node, loc: Loc, *, key: bool = False) -> Spot:
    """Where the value at `loc` stands, or with `key` its key; for what is missing, the key of what lacks it."""
    key_spot = node.spot
    for step in loc:
        if isinstance(node.value, dict) and step in node.value:
            key_spot = node.keys[str(step)]
            node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            key_spot = node.spot
        else:
            return key_spot
    return key_spot if key else node.spot


def _nothing(fault: Fault) -> Tree:
    return Tree(Node({}, (1, 1)), (fault,), ())


def _spot(mark: Any) -> Spot:
    return mark.line + 1, mark.column + 1


class _StopError(Exception):
    """The rest of the file is not worth reading."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read, and in a mapping the key whose value comes next."""

    node: Node
    key: str | None = None
    in_key: bool = False


class _Builder:
    """Turns the parser's events into nodes."""

    def __init__(self) -> None:
        self.root = Node({}, (1, 1))
        self.faults: list[Fault] = []
        self.unread: set[Spot] = set()
        self._open: list[_Open] = []
        self._documents = 0
        self._anchored: set[str | None] = set()
        """Entries that were told of an anchor; a bomb of aliases is one fault, not thousands."""

    def read(self, text: str) -> None:
        """Read all events; after a fault that ends the reading, what was complete before it remains."""
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            while loader.check_event():
                self._take(loader.get_event(), loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = getattr(error, "problem", None) or "a character that YAML does not allow"
            self._fault(_spot(mark) if mark else self._last(text, error), f"this is not YAML: {what}; "
                        "check indentation, colons and quotes on this line and the one before")
        except _StopError:
            pass
        finally:
            loader.dispose()
        if self._open and isinstance(self._open[0].node.value, dict):
            self.root = self._open[0].node

    @staticmethod
    def _last(text: str, error: yaml.YAMLError) -> Spot:
        position = getattr(error, "position", 0) or 0
        return text.count("\n", 0, position) + 1, 1

    def _fault(self, spot: Spot, message: str) -> None:
        entry = self._open[0].key if self._open else None
        self.faults.append(Fault(spot, entry, message))

    def _take(self, event: yaml.Event, loader: Any) -> None:
        spot = _spot(event.start_mark)
        if isinstance(event, yaml.NodeEvent):
            self._refuse(event, spot)
        match event:
            case yaml.ScalarEvent():
                self._add(Node(self._scalar(event, loader, spot), spot))
            case yaml.AliasEvent():
                self.unread.add(spot)
                self._add(Node(None, spot))
            case yaml.MappingStartEvent():
                self._start(Node({}, spot))
            case yaml.SequenceStartEvent():
                self._start(Node([], spot))
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._fault(spot, "a second document begins here; delete the line '---' or make it a second file")
                    raise _StopError

    def _refuse(self, event: yaml.NodeEvent, spot: Spot) -> None:
        entry = self._open[0].key if self._open else None
        if event.anchor is not None and entry not in self._anchored:
            self._anchored.add(entry)
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._fault(spot, f"'{sign}{event.anchor[:40]}' is an anchor or alias, which content may not use; write the value out")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(spot, f"the tag '{tag[:40]}' is not allowed; delete it")

    def _scalar(self, event: yaml.ScalarEvent, loader: Any, spot: Spot) -> Value:
        text: str = event.value
        if event.style:
            return text
        tag = loader.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        if tag == "null":
            return None
        if tag == "bool":
            return text.lower() in YES
        if tag in ("int", "float"):
            return self._number(text, spot)
        return text

    def _number(self, text: str, spot: Spot) -> Value:
        if INTEGER.fullmatch(text):
            return int(text)
        if DECIMAL.fullmatch(text):
            return float(text)
        self._fault(spot, f"'{text[:40]}' is an unusual number; write plain digits, or put text in quotes")
        self.unread.add(spot)
        return None

    def _start(self, node: Node) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._fault(node.spot, f"this is nested more than {MAX_DEPTH} deep; the rest of the file was not read")
            raise _StopError
        if not self._open and isinstance(node.value, list):
            self._fault(node.spot, "the file should map ids to entries ('some_id:' and below it the fields), not be a list")
            raise _StopError
        in_key = bool(self._open) and isinstance(self._open[-1].node.value, dict) and self._open[-1].key is None
        if in_key:
            self._fault(node.spot, "a key must be a plain word, not a list or a mapping; quote the text if it begins so")
        self._open.append(_Open(node, in_key=in_key))

    def _end(self) -> None:
        closed = self._open.pop()
        if not self._open:
            self.root = closed.node
        elif closed.in_key:
            self._open[-1].key = DROPPED
        else:
            self._add(closed.node)

    def _add(self, node: Node) -> None:
        if not self._open:
            if node.value is not None:
                self._fault(node.spot, "the file should map ids to entries ('some_id:' and below it the fields)")
            return
        top = self._open[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif top.key is None:
            self._key(top, node)
        elif isinstance(top.node.value, dict):
            if top.key != DROPPED:
                top.node.value[top.key] = node
            top.key = None

    def _key(self, top: _Open, node: Node) -> None:
        """Note the key whose value comes next; what belongs to a key that cannot be used is read and dropped."""
        if not isinstance(node.value, str) or not node.value:
            read_as = "yes or no" if isinstance(node.value, bool) else "nothing" if not node.value else "a number"
            self._fault(node.spot, f"this key reads as {read_as}, not as text; put it in quotes or give it a name")
            top.key = DROPPED
        elif node.value in top.node.keys:
            line = top.node.keys[node.value][0]
            self._fault(node.spot, f"'{node.value[:60]}' was given in line {line} already; keep one of the two")
            top.key = DROPPED
        else:
            top.key = node.value
            top.node.keys[node.value] = node.spot
