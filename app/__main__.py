"""The way in: ``plumbline`` and ``python -m app``."""

from __future__ import annotations

import os
import sys

from app.commands.table import run


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 wrong content or question, 2 wrong usage."""
    # Qt's raster engine hands small spans to a thread pool and waits for it; without the pool the body paints 2-3x
    # faster. Qt reads this when it is loaded.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    try:
        return run(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; that is no fault of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
