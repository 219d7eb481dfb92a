"""Ties the body to the rest of the window: light for what is pointed at, flights."""

from __future__ import annotations

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.ui.gestures import ref_of_shape, target_of
from app.ui.meant import shape_names, shapes_meant, shapes_of
from app.ui.page_view import PageView
from app.ui.stage import Stage


class BodyLink:
    """Passes on what the body and the page report to each other."""

    def __init__(self, stage: Stage, page: PageView) -> None:
        self._stage = stage
        self._page = page
        self._atlas = Atlas()
        self._names: dict[str, str] = {}
        stage.canvas.hovered.connect(self._mark)

    def show_content(self, atlas: Atlas) -> None:
        """Take over what things are called."""
        self._atlas = atlas
        self._names = shape_names(atlas)
        self._stage.canvas.set_names(self._names)

    def point(self, target: str) -> None:
        """Light up what a link means."""
        found = target_of(target)
        self._stage.canvas.hover(shapes_meant(self._atlas, *found) if found else ())

    def come_close(self, kind: str, ref: Ref) -> None:
        """Come close to a muscle that was chosen by its name; who clicks on the body sees it already."""
        if kind == "muscle":
            self._stage.canvas.zoom_to(shapes_of(self._atlas, ref))

    def _mark(self, shape_id: str) -> None:
        self._page.mark_target(f"muscle/{ref_of_shape(shape_id).id}" if shape_id else None)
