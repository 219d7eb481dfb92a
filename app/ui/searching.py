"""Ties the search field to the content: finds as one types, with an index that is made at the first search."""

from __future__ import annotations

from app.card.search import SearchIndex
from app.model.knowledge import Atlas
from app.ui.search_field import SearchField


class Searching:
    """Answers what is typed into the field."""

    def __init__(self, field: SearchField) -> None:
        self._field = field
        self._atlas = Atlas()
        self._index: SearchIndex | None = None
        field.asked.connect(self._search)

    def show_content(self, atlas: Atlas) -> None:
        """Search other content."""
        self._atlas, self._index = atlas, None

    def _search(self, text: str) -> None:
        if self._index is None:
            self._index = SearchIndex(self._atlas)
        self._field.show_hits(self._index.find(text))
