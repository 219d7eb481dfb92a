"""Gives back to the system what the program holds and no longer uses."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Let go of free memory: pictures of all sizes come and go, and what lies between them would stay. About 5 ms; Linux only."""
    if sys.platform != "linux":
        return
    # Imported here: no start needs it.
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
