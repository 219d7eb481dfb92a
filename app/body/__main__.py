"""``python -m app.body``: draws the diagrams and writes the tables of ``data/body`` that follow from the measured ones.

With a folder, ``python -m app.body FOLDER``, it draws the diagrams there and leaves the tables as they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.body import attachments, covers, plumb, points
from app.body.plate import plate
from app.model.anatomy import ViewName
from app.resources import folders, write_atomically

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
TABLES = (points, attachments, plumb, covers)
"""Each has a ``write_table``."""


def main(arguments: list[str]) -> int:
    """Draw all views, write the tables, and say what was drawn."""
    folder = Path(arguments[0]) if arguments else folders().diagrams
    folder.mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        text = plate(view)
        write_atomically(folder / f"{view}.svg", text.encode())
        print(f"{folder / view}.svg: {len(text) // 1000} kB, {text.count('C') + text.count('L')} nodes")
    for table in TABLES if not arguments else ():
        table.write_table()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
