"""Click where it hurts: while it is on, clicks on the body choose areas of pain instead of muscles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

PICK = "pain/pick"
"""The target that means: click where it hurts."""


class Picking(Feature):
    """Turns picking on and off, wherever that was asked for."""

    rows: ClassVar[Rows] = (
        ActionRow("pick", "Go", "Click where it hurts", ("Ctrl+H",), "toggle_picking", checkable=True),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        bench.navigator.picking_toggled.connect(self.set_picking)
        bench.stage.canvas.cleared.connect(self.clear)
        bench.escaped.connect(self.end)

    def follow(self, target: str) -> bool:
        """Follow the link that asks to click where it hurts."""
        if target == PICK:
            self.toggle_picking(True)
        return target == PICK

    def toggle_picking(self, picking: bool) -> None:
        """Let clicks on the body mean pain, with the list of areas beside it, or muscles again."""
        if picking:
            self.bench.navigator.open_list("area")
        self.set_picking(picking)

    def set_picking(self, picking: bool) -> None:
        """Let clicks on the body mean pain, or muscles again, wherever that was asked for."""
        self.bench.stage.canvas.pick_areas = picking
        self.bench.stage.chips.show_picking(picking)
        self.bench.navigator.show_picking(picking)
        self.bench.actions_by_id["pick"].setChecked(picking)

    def end(self) -> None:
        """Let clicks mean muscles again."""
        self.set_picking(False)

    def clear(self) -> None:
        """Escape on the body ends picking; else, as a click beside the body, it drops the selected muscle."""
        if self.bench.stage.canvas.pick_areas:
            self.end()
        else:
            self.bench.controller.click_nothing()
