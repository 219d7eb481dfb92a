"""Keeps the state in a file of its own, a little after each change, so that it returns at the next start and after a kill."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from app.model.knowledge import Atlas
from app.resources import write_atomically
from app.state.session import Session
from app.state.state import State
from app.ui.kept import moved_aside

if TYPE_CHECKING:
    from app.ui.keeping import Keeping
    from app.ui.workbench import Workbench

LATER = 1000
"""So long after a change it is written, ms; more changes meanwhile are written with it."""
RECOVERED = "Plumbline ended without being closed. What you had chosen is back; Ctrl+Backspace begins anew."
ELSEWHERE = "Plumbline is open twice. Only the first window keeps its state for the next start; Ctrl+S saves this one to a file."


class Keeper(QObject):
    """Reads the last state once, then writes each later one when a moment has passed. Without a file it does nothing."""

    said = Signal(str)
    """Something that must be read; an empty text takes it back."""

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._lock: QLockFile | None = None
        self._session: Session | None = None
        self._keeping: Keeping | None = None
        self._was_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER)
        self._timer.timeout.connect(self._write_later)
        self._marks: dict[str, object] = {}

    # The last state.

    def restore(self, atlas: Atlas) -> tuple[State | None, str]:
        """The last state, or None; and what must be told of it. A file that cannot be read is moved aside."""
        if self._file is None or not self._is_mine():
            return None, ELSEWHERE if self._file else ""
        # Imported here: most starts have nothing to read.
        from app.state.session_file import SessionFileError, read_record, read_state

        try:
            record = read_record(self._file.read_bytes())
            self._marks = {name: record.pop(name, None) for name in ("open", "file", "saved")}
            found = read_state(record, atlas)
        except OSError as error:
            return None, f"What was chosen last cannot be read: {self._file} ({error.strerror})."
        except SessionFileError as error:
            aside = moved_aside(self._file)
            return None, f"What was chosen last could not be read: {error}. The file is kept as {aside}."
        return found.state, " ".join((*([RECOVERED] if self._marks["open"] is True else []), *found.missing))

    # Each later one.

    def watch(self, bench: Workbench, file: Path | None) -> None:
        """Keep the state of a window from now on; `file` is the session file that it shows, if not the last one."""
        from app.ui.keeping import Keeping

        self._session = bench.session
        self._keeping = next(one for one in bench.features if isinstance(one, Keeping))
        last = self._marks.get("file")
        if file:
            self._keeping.show_file(file)
        elif isinstance(last, str):
            self._keeping.reopen(Path(last), self._marks.get("saved") is True)
        self.said.connect(bench.strip.say)
        if self._file:
            bench.session.subscribe(self._changed)
            self._keeping.filed.connect(self._wait)

    def save_now(self) -> bool:
        """Write the state before anything else happens; whether it is kept."""
        return self._finish(still_open=True)

    def close(self) -> None:
        """Write the state for the last time, and let go of the file."""
        if self._session and self._file and (is_worth_keeping(self._session.state) or self._file.exists()):
            self._finish(still_open=False)
        self.let_go()

    def let_go(self) -> None:
        """Write no more, and let another window have the file."""
        self._timer.stop()
        self._file = None
        if self._lock:
            self._lock.unlock()

    def _wait(self) -> None:
        """Write a little later, once for all that happens until then."""
        if not self._timer.isActive():
            self._timer.start()

    def _changed(self, _before: State, after: State) -> None:
        self._wait()
        if self._was_told and not is_worth_keeping(after):
            self._was_told = False
            self.said.emit("")

    def tell(self, text: str) -> None:
        """Say something that is over as soon as one begins anew."""
        self._was_told = bool(text)
        if text:
            self.said.emit(text)

    def _write_later(self) -> None:
        # Imported here: a start writes nothing.
        from app.ui.memory import give_back

        if self._session and self._is_mine():
            self._write(self._session.state, self._beside(still_open=True))
            # Often enough, and nobody waits: pictures of all sizes came and went.
            give_back()

    def _finish(self, still_open: bool) -> bool:
        """Write the state here and now."""
        self._timer.stop()
        if self._session is None or not self._is_mine():
            return False
        return self._write(self._session.state, self._beside(still_open))

    def _beside(self, still_open: bool) -> dict[str, object]:
        """What stands in the file beside the state."""
        file = self._keeping.file if self._keeping else None
        return {"open": still_open, **({"file": str(file), "saved": self._keeping.is_saved} if file and self._keeping else {})}

    def _write(self, state: State, marks: dict[str, object]) -> bool:
        """Write a state, or take the file away when there is nothing to keep; whether that went well."""
        from app.state.session_file import file_text

        assert self._file
        try:
            if is_worth_keeping(state):
                write_atomically(self._file, file_text(state, marks), lasting=True)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            self.said.emit(f"What you choose cannot be kept for the next start: {self._file} ({error.strerror}). "
                           "Ctrl+S saves it elsewhere.")
            return False
        return True

    def _is_mine(self) -> bool:
        """Whether this window alone writes the file."""
        if self._file is None:
            return False
        if self._lock is None:
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(self._file.with_suffix(".lock")))
            # A lock is stale when its process is gone, however old it is.
            self._lock.setStaleLockTime(0)
        if self._lock.isLocked():
            return True
        if self._lock.tryLock(0):
            self._sweep()
            return True
        # Any other fault means that the folder cannot be written, and writing tells so.
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def _sweep(self) -> None:
        """Take away what a kill left half written."""
        assert self._file
        for left in self._file.parent.glob(f"{self._file.name}.*.tmp"):
            with suppress(OSError):
                left.unlink()


def is_worth_keeping(state: State) -> bool:
    """Whether there is more than what the settings remember anyway."""
    plain = State()
    return plain != replace(state, views=plain.views, labels=plain.labels, names=plain.names, plumb=plain.plumb, voice=plain.voice)
