"""When something fails that should not: a log file and a message that can be copied, never a silent end."""

from __future__ import annotations

import faulthandler
import signal
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, qVersion
from PySide6.QtWidgets import QApplication

from app import __version__

if TYPE_CHECKING:
    from app.ui.dialogs import TextWindow

LEAD = (
    "Something went wrong inside Plumbline. Nothing of yours is lost: it keeps no records. You can go on; if it behaves "
    "oddly, close it and open it again. The text below helps to mend it."
)


def install(log: Path) -> None:
    """Catch what nobody caught, from now on.

    A fault inside Qt leaves at least a trace on standard error, and Ctrl+C in a terminal ends the program.
    """
    sys.excepthook = CrashHandler(log)
    faulthandler.enable()
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def log_file() -> Path:
    """Where crashes are written down."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder or tempfile.gettempdir()) / "plumbline" / "crash.log"


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What happened, with the versions that matter."""
    # Imported here: a start without faults needs none of this.
    import platform
    import traceback
    from datetime import UTC, datetime

    head = f"Plumbline {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return f"{when}\n{head}\n{''.join(traceback.format_exception(kind, error, trace))}"


class CrashHandler:
    """Writes the log, prints the report, and shows it once; further faults are only logged."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self.window: TextWindow | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Python calls this with an exception that nobody caught."""
        text = report(kind, error, trace)
        print(text, file=sys.stderr)
        where = self._write(text)
        if QApplication.instance() is not None and self.window is None:
            self._show(text, where)

    def _write(self, text: str) -> str:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")
        except OSError:
            return "It could not be written to a file."
        return f"It is also in {self._log}."

    def _show(self, text: str, where: str) -> None:
        from app.ui.dialogs import TextWindow

        self.window = TextWindow("Plumbline: something went wrong", f"{LEAD} {where}", text, QApplication.activeWindow())
        self.window.destroyed.connect(self._forget)
        self.window.show()

    def _forget(self) -> None:
        self.window = None
