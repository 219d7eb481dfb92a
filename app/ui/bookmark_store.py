"""The bookmarks and their file: read once, written whole at each change."""

from __future__ import annotations

from pathlib import Path

from app.resources import write_atomically
from app.state.bookmarks import LARGEST, MOST, Bookmark, bookmarks_text, read_bookmarks
from app.state.checked import RecordError
from app.ui.kept import moved_aside


class BookmarkStore:
    """Holds the bookmarks; without a file they last as long as the window. `problem` is what was wrong with the file."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.problem = ""
        self.bookmarks = self._read() if file and file.is_file() else ()

    def keep(self, bookmarks: tuple[Bookmark, ...]) -> str:
        """Take over the bookmarks and write them; returns what went wrong, or nothing."""
        if len(bookmarks) > MOST:
            return f"There are {MOST} bookmarks already; delete one to make room (Ctrl+B)."
        self.bookmarks = bookmarks
        if self._file is None:
            return ""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, bookmarks_text(bookmarks), lasting=True)
        except OSError as error:
            return f"The bookmarks could not be written to {self._file} ({error.strerror}). They last until the window closes."
        return ""

    def _read(self) -> tuple[Bookmark, ...]:
        assert self._file
        try:
            with self._file.open("rb") as file:
                return read_bookmarks(file.read(LARGEST))
        except OSError as error:
            self.problem = f"The bookmarks in {self._file} cannot be read ({error.strerror})."
        except RecordError as error:
            aside = moved_aside(self._file)
            self.problem = f"The bookmarks could not be read: {error}. Their file is kept as {aside}; new bookmarks begin a new one."
        return ()
