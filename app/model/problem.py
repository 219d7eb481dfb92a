"""What can be wrong with content, a file or a question, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


def one_line(text: str) -> str:
    """The text with all that does not print written as an escape, so that no file can break or colour a message."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a content file; `line` and `column` count from 1, 0 where there is none to name."""

    file: str
    line: int
    column: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        return one_line(f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}")


class UserError(Exception):
    """A mistake of the question or the content: one sentence with the remedy, shown without a traceback."""
