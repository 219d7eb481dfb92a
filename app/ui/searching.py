"""Ties the search field to the content: finds as one types, with an index that is made in moments of rest, or at the first search."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from app.card.search import SearchIndex
from app.card.search_entries import Entry, entries
from app.model.knowledge import Atlas
from app.ui.search_field import SearchField

SLICE = 0.008
"""So long, s, may getting ready hold up what the user does."""


class Searching(QObject):
    """Answers what is typed into the field."""

    def __init__(self, field: SearchField) -> None:
        super().__init__(field)
        self._field = field
        self._atlas = Atlas()
        self._index: SearchIndex | None = None
        self._made: list[Entry] = []
        self._rest: Iterator[Entry] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        field.asked.connect(self._search)

    def show_content(self, atlas: Atlas) -> None:
        """Search other content."""
        self._timer.stop()
        self._atlas, self._index, self._made, self._rest = atlas, None, [], entries(atlas)

    def prepare(self) -> None:
        """Make the index in short steps, so that the first letter need not wait for it."""
        # The library that forgives typing errors.
        import_module("rapidfuzz.process")
        if self._index is None:
            self._timer.start()

    def _step(self) -> None:
        end = time.perf_counter() + SLICE
        for entry in self._rest:
            self._made.append(entry)
            if time.perf_counter() > end:
                return
        self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        if self._index is None:
            self._index = SearchIndex(self._atlas, (*self._made, *self._rest))
            self._made = []

    def _search(self, text: str) -> None:
        self._finish()
        if self._index:
            self._field.show_hits(self._index.find(text))
