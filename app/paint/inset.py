"""What is drawn beside the body has a name above it: the soles of the back view."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from app.paint.plate import Plate

WORDS: dict[str, str] = {"skin_of_sole-right": "Sole", "skin_of_sole-left": "Sole"}
"""By the id of the inset's skin. Right and left are told by the letters beside the head."""

GAP = 22.0
"""Between an inset and the middle of its word, mm."""


def inset_words(plate: Plate) -> Iterator[tuple[QPointF, str]]:
    """The words above the insets of a view, each with the place of its middle in the plate's frame, mm."""
    for shape, word in WORDS.items():
        form = plate.by_id.get(shape)
        if form:
            yield QPointF(form.box.center().x(), form.box.top() - GAP), word
