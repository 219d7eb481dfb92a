"""When something fails that should not: a log file and a message that can be copied, never a silent end."""

from __future__ import annotations

import faulthandler
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, qVersion
from PySide6.QtWidgets import QApplication

from app import __version__

if TYPE_CHECKING:
    from app.ui.trouble import TroubleWindow

HAPPENED = "Something went wrong inside Plumbline."
SAFE = "The content is not touched, and what you saved is still there."
SAVED = "What you have chosen is saved and returns at the next start. The content is not touched."
NEXT = "You can go on. If it behaves oddly, close Plumbline and open it again."


def install(log: Path) -> CrashHandler:
    """Catch what nobody caught, from now on; returns what catches it.

    A fault inside Qt leaves at least a trace on standard error, and Ctrl+C in a terminal ends the program.
    """
    sys.excepthook = handler = CrashHandler(log)
    faulthandler.enable()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return handler


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
    """Saves the state, writes the log, prints the report, and shows it once; further faults are only saved and logged.

    `save_first` saves the state and tells whether it could.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        self.save_first: Callable[[], bool] | None = None
        self.window: TroubleWindow | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Python calls this with an exception that nobody caught."""
        saved = self._save()
        text = report(kind, error, trace)
        print(text, file=sys.stderr)
        where = self._write(text)
        if QApplication.instance() is not None and self.window is None:
            self._show(text, saved, where)

    def _save(self) -> bool:
        try:
            return self.save_first is not None and self.save_first()
        except (OSError, ValueError, RuntimeError):
            # The fault may lie in what is to be saved; it must be told all the same.
            return False

    def _write(self, text: str) -> str:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")
        except OSError:
            return "The report below helps to mend it; it could not be written to a file."
        return f"The report below helps to mend it; it is also in {self._log}."

    def _show(self, text: str, saved: bool, where: str) -> None:
        from app.ui.trouble import TroubleWindow

        told = ((HAPPENED, "What happened"), (SAVED if saved else SAFE, "What is safe"), (f"{NEXT} {where}", "What to do"))
        self.window = TroubleWindow(told, text, QApplication.activeWindow())
        self.window.destroyed.connect(self._forget)
        self.window.show()

    def _forget(self) -> None:
        self.window = None
