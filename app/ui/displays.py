"""On which display the presentation goes: another one than the window's, where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Display = TypeVar("Display")


def display_for(displays: Sequence[Display], own: Display, wanted: Display | None = None) -> Display:
    """The wanted display while it is there, or else the first on which the window is not, or else the window's own."""
    if wanted is not None and wanted in displays:
        return wanted
    return next((one for one in displays if one != own), own)


def display_after_loss(displays: Sequence[Display], own: Display, lost: Display) -> Display | None:
    """Where the presentation goes when its display is lost; None: it ends, so that it does not cover the window unasked."""
    return next((one for one in displays if one not in (own, lost)), None)
