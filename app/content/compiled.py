"""Values of the model as bytes and back: fast, and nothing but values of the model can come out."""

from __future__ import annotations

import copyreg
import pickle
from collections import deque
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

from app.model import anatomy, basic, knowledge, posture, practice, problem

MODEL = (basic, anatomy, posture, practice, knowledge, problem)
"""Where the classes of the content stand."""

BAD_PICKLE = (pickle.UnpicklingError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError)
"""What `unpacked` raises for bytes that `packed` did not make."""


def packed(value: Any) -> bytes:
    """Values of the model, in any mix of tuples and mappings, as bytes."""
    body = BytesIO()
    found: dict[type, list[Any]] = {}
    _collect(value, found)
    columns = [(name, values, [getattr(one, name) for one in values])
               for values in found.values() for name in values[0].__slots__]
    _Pickler(body, protocol=5).dump((value, columns))
    return body.getvalue()


def unpacked(data: bytes | memoryview) -> Any:
    """What was packed.

    Raises one of BAD_PICKLE for damaged or forged bytes.
    """
    value, columns = Unpickler(BytesIO(data)).load()
    for name, values, column in columns:
        # Frozen values take 2 us each to make by their constructors; to fill one slot of all of them in a loop
        # that runs in C takes a third of that for the whole value.
        deque(map(getattr(type(values[0]), name).__set__, values, column), maxlen=0)
    return value


def _collect(value: Any, found: dict[type, list[Any]]) -> None:
    """List every value of the model inside `value` under its class."""
    if isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    elif isinstance(value, dict):
        for item in value.values():
            _collect(item, found)
    elif is_dataclass(value):
        found.setdefault(type(value), []).append(value)
        for one in fields(value):
            _collect(getattr(value, one.name), found)


class _Pickler(pickle.Pickler):
    """Writes a value of the model as its class alone; what its fields hold is in the columns."""

    def reducer_override(self, value: object) -> Any:
        """How to write one value."""
        if is_dataclass(value) and not isinstance(value, type):
            return copyreg.__newobj__, (type(value),)  # type: ignore[attr-defined]
        return NotImplemented


class Unpickler(pickle.Unpickler):
    """Makes values of the model, and nothing else, so that a forged file cannot run anything."""

    def find_class(self, module: str, name: str) -> type:
        """The class of the model that is named."""
        try:
            return ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong into compiled content") from None


ADMITTED = {(module.__name__, name): value for module in MODEL for name, value in vars(module).items()
            if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__}
