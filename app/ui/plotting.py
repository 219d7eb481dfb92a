"""Plots of muscle lengths, opened beside the body and kept in step with it. Nothing of theirs is read before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from app.model.knowledge import Atlas
from app.state.select import selected
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.late import Kind, Late
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.model.look import MuscleState
    from app.model.posture import JointName, Posture
    from app.model.reference import BodySide
    from app.ui.plots.view import PlotsView
    from app.ui.workbench import Workbench

PLOTS = "plots/open"
"""The target that means: open the plots."""
VIEW = "app.ui.plots.view"
WIDTH = 420
"""At first, px."""
KIND = Kind("Plots", (VIEW,), WIDTH)


class Plotting(Feature):
    """Opens and closes the plots; hands them the posture, and their wishes to the body."""

    rows: ClassVar[Rows] = (
        ActionRow("plots", "Posture", "Plots of muscle length", ("Ctrl+Shift+L",), "show_plots", checkable=True),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._atlas = Atlas()
        self._late: Late[PlotsView] = Late(bench.between, KIND, self._made, self)
        self._late.opened.connect(self._fill)
        self._late.toggled.connect(bench.actions_by_id["plots"].setChecked)
        self._passed: Posture | None = None
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(0)
        self._frame.timeout.connect(self._pass)
        bench.stage.canvas.hovered.connect(self._mark)

    @property
    def view(self) -> PlotsView | None:
        """The plots, as soon as they were made."""
        return self._late.view

    @property
    def is_reading(self) -> bool:
        """Whether what they are made with is being read."""
        return self._late.is_reading

    def follow(self, target: str) -> bool:
        """Follow the link that opens the plots."""
        if target == PLOTS:
            self.show_plots(True)
        return target == PLOTS

    def show_plots(self, shown: bool) -> None:
        """Open or close them."""
        self._late.show(shown)

    def show_content(self, atlas: Atlas) -> None:
        """Take over the content."""
        self._atlas = atlas
        if self._open:
            self._open.show_content(atlas)
            self._fill()

    def show_state(self, _before: State, _after: State) -> None:
        """Show what is selected and claimed."""
        if self._open:
            self._fill()

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        if self.view:
            self.view.show_theme(palette)

    def write_table(self, file: str) -> None:
        """Write the table to a file; what came of it is told."""
        from app.model.problem import UserError
        from app.resources import write_wanted

        if not self.view:
            return
        try:
            write_wanted(Path(file), self.view.table().encode())
        except UserError as error:
            self.bench.tell(f"Nothing was written: {error}")
        else:
            self.bench.tell(f"Saved as {Path(file).name} in {Path(file).parent}.")

    # The view.

    @property
    def _open(self) -> PlotsView | None:
        """The plots while they are to be seen."""
        return self.view if self.view and not self.view.isHidden() else None

    def _made(self) -> PlotsView:
        from app.ui.plots.view import PlotsView

        view = PlotsView()
        view.show_theme(self.bench.palette_now)
        view.show_content(self._atlas)
        # As a link of the explanation does.
        view.bars.plot.pointed.connect(self.bench.panel.pointed)
        view.bars.plot.followed.connect(self.bench.follow)
        view.curves.tried.connect(self._try)
        view.curves.settled.connect(self._settle)
        view.told.connect(self.bench.tell)
        view.save_asked.connect(self._ask_file)
        view.shut.connect(self.bench.actions_by_id["plots"].trigger)
        self.bench.posing.moved.connect(self._note_move)
        self.bench.posing.rested.connect(self._rest)
        return view

    def _fill(self) -> None:
        """Show all anew."""
        view = self._open
        if view and self._atlas.muscles:
            view.show_states(self._states())
            view.show_posture(self.bench.posing.now, self.bench.posing.moving)
            view.show_muscles(selected(self.bench.session.state))

    def _states(self) -> dict[tuple[str, BodySide], MuscleState]:
        """What is claimed of the muscles, as the body shows it."""
        sides: tuple[BodySide, ...] = ("right", "left", "midline")
        split = ((shape.rpartition("-"), state) for shape, state in self.bench.marks.states.items())
        return {(muscle, side): state for (muscle, _, named), state in split for side in sides if side == named}

    # The body.

    def _note_move(self, passed: Posture) -> None:
        """The body passes a posture: it is shown as soon as there is time, the last one where several came."""
        self._passed = passed
        if self._open and not self._frame.isActive():
            self._frame.start()

    def _pass(self) -> None:
        if self._open and self._passed is not None:
            self._open.show_posture(self._passed, moving=True)
        self._passed = None

    def _rest(self, posture: Posture) -> None:
        self._passed = None
        if self._open:
            self._open.show_posture(posture, moving=False)

    def _mark(self, shape: str) -> None:
        """Mark the bar of what is under the pointer on the body."""
        if self._open:
            muscle, _, side = shape.rpartition("-")
            self._open.bars.plot.mark_muscle(muscle, side)

    def _try(self, joint: JointName, value: float) -> None:
        self.bench.posing.try_joint(joint, value)

    def _settle(self, joint: JointName, value: float) -> None:
        self.bench.posing.set_joint(joint, value)

    def _ask_file(self, name: str) -> None:
        from app.ui.ask_file import AskFile, file_name

        ask = AskFile("Save as CSV", f"{file_name(name)}.csv", ("Comma-separated values (*.csv)",), self.bench)
        ask.chosen.connect(self.write_table)
