"""Places: where one was, and named bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer

from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.keeping import Keeping
from app.ui.kept import bookmarks_file

if TYPE_CHECKING:
    from app.state.bookmarks import Bookmark
    from app.ui.bookmark_store import BookmarkStore
    from app.ui.places_window import PlacesWindow
    from app.ui.workbench import Workbench

LONG = 500
"""A press on the back button that lasts so long, ms, opens the list."""


class Places(Feature):
    """Opens the list of places, and goes where it is told. Nothing is read before it is asked for."""

    rows: ClassVar[Rows] = (
        ActionRow("places", "Go", "Places: where you were, and bookmarks", ("Ctrl+B",), "show_places"),
        ActionRow("bookmark", "Go", "Bookmark this", ("Ctrl+D",), "bookmark_this"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._window: PlacesWindow | None = None
        self._kept: BookmarkStore | None = None
        self._press = QTimer(self)
        self._press.setSingleShot(True)
        self._press.setInterval(LONG)
        self._press.timeout.connect(self._pressed_long)
        back = bench.topbar.back
        back.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        back.customContextMenuRequested.connect(self.show_places)
        back.pressed.connect(self._press.start)
        back.released.connect(self._press.stop)

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """All bookmarks, in the user's order."""
        return self._store().bookmarks

    def show_places(self) -> None:
        """Open the list beneath the back button."""
        from app.card.place_name import visited_name
        from app.ui.places_window import PlacesWindow

        if self._window is None:
            self._window = PlacesWindow(self.bench.window())
            self._window.visited.connect(self._go_back_to)
            self._window.opened.connect(self._open)
            self._window.ordered.connect(self._keep)
            self._window.add.clicked.connect(self.bookmark_this)
        session, atlas = self.bench.session, self.bench.atlas
        self._window.show_visited([visited_name(atlas, state) for state in session.visited], visited_name(atlas, session.state))
        self._window.show_bookmarks(self.bookmarks)
        back = self.bench.topbar.back
        self._window.open_at(back.mapToGlobal(QPoint(back.width(), back.height() + 4)))

    def bookmark_this(self) -> None:
        """Keep what is shown under a proposed name."""
        from app.card.place_name import proposed_name
        from app.state.bookmarks import Bookmark
        from app.state.link import LinkError, link_of

        state = self.bench.session.state
        try:
            link = link_of(state)
        except LinkError as error:
            self.bench.tell(str(error))
            return
        self._store()
        known = next((one for one in self.bookmarks if one.link == link), None)
        if known:
            self.bench.tell(f"Bookmarked already: {known.name}")
            return
        name = proposed_name(self.bench.atlas, state)
        if self._keep((*self.bookmarks, Bookmark(name, link))):
            self.bench.tell(f"Bookmarked: {name}")
        if self._window:
            self._window.show_bookmarks(self.bookmarks)

    def _store(self) -> BookmarkStore:
        """The bookmarks, read at the first need; what was wrong with their file is told."""
        if self._kept is None:
            from app.ui.bookmark_store import BookmarkStore

            self._kept = BookmarkStore(bookmarks_file())
            if self._kept.problem:
                self.bench.strip.say(self._kept.problem)
        return self._kept

    def _keep(self, bookmarks: tuple[Bookmark, ...]) -> bool:
        problem = self._store().keep(bookmarks)
        if problem:
            self.bench.strip.say(problem)
        return not problem

    def _go_back_to(self, steps: int) -> None:
        self.bench.session.go_back(steps)

    def _open(self, link: str) -> None:
        from app.state.link import LinkError, from_link

        try:
            found = from_link(link, self.bench.atlas)
        except LinkError as error:
            self.bench.strip.say(f"The bookmark cannot be opened. {error}")
            return
        keeping = next(one for one in self.bench.features if isinstance(one, Keeping))
        keeping.show_state_of(found, keep_note=True)

    def _pressed_long(self) -> None:
        self.bench.topbar.back.setDown(False)
        self.show_places()
