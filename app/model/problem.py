"""What can be wrong with content, a file or a question, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a content file; `line` and `column` count from 1, 0 where there is none to name."""

    file: str
    line: int
    column: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}"


class UserError(Exception):
    """A mistake of the question or the content: one sentence with the remedy, shown without a traceback."""
