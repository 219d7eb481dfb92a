"""The search and the body: what is marked among the hits glows on it, can be hidden from there, and gets the keys when taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.card.search import Hit
from app.model.reference import Ref
from app.reason.kin import on_side
from app.ui.feature import Feature
from app.ui.meant import shapes_meant

if TYPE_CHECKING:
    from app.ui.workbench import Workbench


class Seeking(Feature):
    """Passes on to the body what the search reports."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        bench.topbar.search.pointed.connect(self._glow)
        bench.topbar.search.hidden.connect(self._hide)
        bench.topbar.search.taken.connect(self._go_on)

    def _glow(self, hit: Hit | None) -> None:
        """Light up what a hit means on the body; nothing when the results close."""
        self.bench.stage.canvas.hover(shapes_meant(self.bench.atlas, hit.kind, Ref(hit.id, hit.side)) if hit else ())

    def _hide(self, hit: Hit | None) -> None:
        """Hide the muscles of a hit, or what is selected."""
        if hit is None:
            self.bench.sheet.hide_selected()
        else:
            self.bench.sheet.hide_all(on_side(self.bench.atlas, self.bench.atlas.members(hit.id), hit.side))

    def _go_on(self, _hit: Hit) -> None:
        """Give the body the keys once something was found, unless one goes on searching; who took it with the keyboard sees where they are."""
        if self.bench.topbar.search.hasFocus():
            return
        reason = Qt.FocusReason.ShortcutFocusReason if self.bench.topbar.search.by_keyboard else Qt.FocusReason.OtherFocusReason
        self.bench.stage.canvas.setFocus(reason)
