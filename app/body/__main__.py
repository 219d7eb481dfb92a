"""``python -m app.body [FOLDER]``: draws the diagrams into ``assets/diagrams`` or another folder."""

from __future__ import annotations

import sys
from pathlib import Path

from app.body.plate import plate
from app.model.knowledge import ViewName
from app.resources import folders, write_atomically

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")


def main(arguments: list[str]) -> int:
    """Draw all views and say what was written."""
    folder = Path(arguments[0]) if arguments else folders().diagrams
    folder.mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        text = plate(view)
        write_atomically(folder / f"{view}.svg", text.encode())
        print(f"{folder / view}.svg: {len(text) // 1000} kB, {text.count('C') + text.count('L')} nodes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
