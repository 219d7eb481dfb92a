"""The way in: ``plumbline`` and ``python -m app``."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from app.commands.table import run

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C has ended."""


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 wrong content or question, 2 wrong usage."""
    # Qt's raster engine hands small spans to a thread pool and waits for it; without the pool the body paints 2-3x
    # faster. Qt reads this when it is loaded.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        # Qt would complain of it at length; it differs from this one in nothing but the letters that it knows.
        os.environ["LC_ALL"] = "C.UTF-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no sign for a letter gets its number.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; that is no fault of ours.
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        print(f"plumbline: {_why(error)}", file=sys.stderr)
        code = 1
    else:
        return code
    _forget_output()
    return code


def _run(argv: list[str]) -> int:
    try:
        return run(argv)
    finally:
        # Left to the interpreter, what goes wrong in writing would be told after the end, as an ignored exception.
        if sys.stdout is not None:
            sys.stdout.flush()


def _why(error: OSError) -> str:
    try:
        Path.cwd()
    except OSError:
        return "the current folder is not there any more; change to another one"
    return f"{error.filename or 'the answer cannot be written'} ({error.strerror})"


def _forget_output() -> None:
    """Send what is still unwritten nowhere."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
