"""The content that commands answer from, with a word of warning when it is not all there."""

from __future__ import annotations

import sys

from app.content.cache import content
from app.model.knowledge import Atlas


def told_atlas() -> Atlas:
    """What is good of the built-in content; that something is wrong with it is told on standard error."""
    loaded = content()
    if loaded.errors:
        errors = "1 error" if loaded.errors == 1 else f"{loaded.errors} errors"
        print(f"plumbline: the content has {errors} and is incomplete; 'plumbline check' shows what is wrong", file=sys.stderr)
    return loaded.atlas
