"""The classes of the model as the schema of the files: kinds, field types, links, and validation without coercion."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import ConfigDict, TypeAdapter

from app.content.tree import Loc
from app.model import anatomy, basic, posture, practice
from app.model.basic import Link

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

KINDS: Mapping[str, type] = {
    "source": basic.Source,
    "muscle": anatomy.Muscle,
    "group": anatomy.Group,
    "structure": anatomy.Structure,
    "area": anatomy.Area,
    "referral": anatomy.Referral,
    "pattern": practice.Pattern,
    "test": practice.Test,
    "remedy": practice.Remedy,
    "cause": practice.Cause,
    "finding": practice.Finding,
    "dispute": basic.Dispute,
    "question": basic.Question,
    "term": basic.Term,
    "joint": posture.JointCard,
    "assumption": posture.Assumption,
}
FOLDERS: Mapping[str, str] = {kind: "remedies" if kind == "remedy" else f"{kind}s" for kind in KINDS}
"""The folder of each kind, which is also its field in the Atlas."""

TARGETS: Mapping[str, tuple[str, ...]] = {kind: (kind,) for kind in KINDS} | {
    "muscle_or_group": ("muscle", "group"), "part": ("muscle", "group", "structure")}
"""The kinds among which a link of a kind may point."""

NOT_IN_FILES: Mapping[type, tuple[str, ...]] = dict.fromkeys(KINDS.values(), ("id",)) | {
    anatomy.Referral: ("id", "position", "seen"), anatomy.Muscle: ("id", "attachments", "covers")}
"""Fields that the reader fills: the key of the entry, and what another file tells."""


@cache
def field_types(cls: type) -> Mapping[str, Any]:
    """The types of the fields that a file may give, links included."""
    hidden = NOT_IN_FILES.get(cls, ())
    return {name: hint for name, hint in get_type_hints(cls, include_extras=True).items() if name not in hidden}


def required(hint: Any) -> Any:
    """The type without ``| None``."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(inner for inner in get_args(hint) if inner is not type(None))
    return hint


def link_of(hint: Any) -> Link | None:
    """The link that a type is annotated with."""
    if get_origin(hint) is Annotated:
        return next((mark for mark in get_args(hint) if isinstance(mark, Link)), None)
    return None


def type_at(cls: type, loc: Loc) -> Any:
    """The type of the value at a place inside a value of `cls`; None where the place does not exist."""
    hint: Any = cls
    for step in loc:
        hint = required(hint)
        if is_dataclass(hint) and isinstance(hint, type):
            hint = field_types(hint).get(str(step))
        elif get_origin(hint) is tuple:
            hint = get_args(hint)[0]
        else:
            return None
    return required(hint)


def choices(hint: Any) -> tuple[str, ...]:
    """The texts that a type allows; empty when it allows any."""
    return get_args(hint) if get_origin(hint) is Literal else ()


def walk(data: object, hint: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any, object]]:
    """Every value with its place and its type, as far as the values fit their types."""
    hint = required(hint)
    yield loc, hint, data
    if isinstance(data, dict) and isinstance(hint, type) and is_dataclass(hint):
        for name, inner in field_types(hint).items():
            if name in data:
                yield from walk(data[name], inner, (*loc, name))
    elif isinstance(data, list) and get_origin(hint) is tuple:
        for number, item in enumerate(data):
            yield from walk(item, get_args(hint)[0], (*loc, number))


def validate(cls: type, entry_id: str, data: Mapping[str, object]) -> Any:
    """The entry as a value of `cls`.

    Raises pydantic's ValidationError, which holds every fault; see `faults_of`.
    """
    # In JSON mode lists are tuples and whole numbers are numbers, and strictly nothing else is coerced.
    text = json.dumps({entry_id: {**data, "id": entry_id}})
    return _adapter(cls).validate_json(text)[entry_id]


def place_of(error: ErrorDetails) -> Loc:
    """Where in the entry a fault is."""
    return error["loc"][1:]


@cache
def _adapter(cls: type) -> TypeAdapter[dict[str, Any]]:
    # The mapping is there because only a type that is no dataclass itself hands the configuration down.
    return TypeAdapter(dict[str, cls], config=ConfigDict(extra="forbid", strict=True))  # type: ignore[valid-type]
