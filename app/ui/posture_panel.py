"""The posture panel is opened beside the explanation, follows the body, and moves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from app.model.knowledge import Atlas
from app.model.posture import JointName, Posture
from app.reason.best_view import unseen, views_to_see
from app.reason.posture import said
from app.state.posture import stand_neutral
from app.state.select import selected
from app.state.sheet import show_views
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.late import Kind, Late
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.posture.joint_block import Stands
    from app.ui.posture.panel import PosturePanel
    from app.ui.workbench import Workbench

OPEN = "posture/open"
"""The target that means: open the posture panel."""
PLOTS = "plots"
"""The action that opens the plots, where there is one."""
KIND = Kind("Posture", ("app.ui.posture.panel", "app.pose.measures", "app.pose.lengths"), width=320, comfort=288)


class Adjusting(Feature):
    """Opens the panel, made when it is first asked for, and passes on what it and the body report to each other."""

    rows: ClassVar[Rows] = (
        ActionRow("posture", "Posture", "Posture panel", ("Ctrl+J",), "show_posture", checkable=True),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._returned = False
        self._late: Late[PosturePanel] = Late(bench.between, KIND, self._made, self)
        self._late.opened.connect(self._begin)
        self._late.toggled.connect(self._note)
        bench.posing.moved.connect(self._move)
        # A timer of its own, which goes with the window: the panel returns when the first frame is out.
        self._return = QTimer(self, singleShot=True, interval=0)
        self._return.timeout.connect(self._come_back)

    @property
    def panel(self) -> PosturePanel | None:
        """The panel, as soon as it was made."""
        return self._late.view

    def show_posture(self, shown: bool) -> None:
        """Open or close the panel."""
        self._late.show(shown)

    def follow(self, target: str) -> bool:
        """Follow the link that opens the panel."""
        if target == OPEN:
            self._late.show(True)
        return target == OPEN

    def show_content(self, atlas: Atlas) -> None:
        """Take over the joints; a panel that was open at the end of the last run comes back."""
        if self.panel:
            self.panel.show_atlas(atlas)
        if self.bench.kept.posture and not self._returned:
            self._return.start()
        self._returned = True

    def show_state(self, _before: State, _after: State) -> None:
        """Show another state."""
        self._fill()

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        if self.panel:
            self.panel.show_theme(palette)

    def _come_back(self) -> None:
        self._late.show(True, keyboard=False)

    def _note(self, shown: bool) -> None:
        self.bench.actions_by_id["posture"].setChecked(shown)
        self.bench.kept = replace(self.bench.kept, posture=shown)

    def _made(self) -> PosturePanel:
        from app.ui.posture.panel import PosturePanel

        panel = PosturePanel()
        panel.show_theme(self.bench.palette_now)
        panel.show_atlas(self.bench.atlas)
        panel.tried.connect(self._try)
        panel.chosen.connect(self._choose)
        panel.freed.connect(self._free)
        panel.extent_tried.connect(self.bench.posing.try_extent)
        panel.extent_chosen.connect(self.bench.posing.set_extent)
        panel.reset.connect(self._reset)
        panel.neutral.connect(self._stand_neutral)
        panel.followed.connect(self.bench.follow)
        # As a link of the explanation does.
        panel.pointed.connect(self.bench.panel.pointed)
        panel.plots_asked.connect(self._open_plots)
        panel.views_asked.connect(self._show_views)
        panel.figures.muscles.more.setVisible(PLOTS in self.bench.actions_by_id)
        panel.shut.connect(self.bench.actions_by_id["posture"].trigger)
        return panel

    def _show_views(self) -> None:
        """Show the views from which the posture is seen best."""
        session, drawn = self.bench.session, self.bench.sheet.views
        session.change(show_views(session.state, views_to_see(self.bench.posing.now, self.bench.shown.views, drawn)))

    def _open_plots(self) -> None:
        action = self.bench.actions_by_id[PLOTS]
        if not action.isChecked():
            action.trigger()

    def _stands(self, shown: Posture) -> Stands:
        from app.ui.posture.joint_block import Stands

        state = self.bench.session.state
        return Stands(shown, tuple(said(self.bench.atlas, state).items()), tuple(name for name, _ in state.joints),
                      tuple(one.id for one in selected(state)), unseen(shown, self.bench.shown.views))

    def _begin(self) -> None:
        self._fill()
        self.bench.posing.make_ready()

    def _fill(self) -> None:
        if self.panel and self._late.is_open and self.bench.atlas.muscles:
            self.panel.show_stands(self._stands(self.bench.posing.aim), self.bench.session.state.extent)

    def _move(self, shown: Posture) -> None:
        """The body moves, by itself or with a slider."""
        if self.panel and self._late.is_open:
            self.panel.show_moving(self._stands(shown))

    def _try(self, values: Mapping[JointName, float]) -> None:
        self.bench.posing.try_joints(values)
        if self.bench.posing.aim != self.bench.posing.now:
            self._move(self.bench.posing.aim)

    def _choose(self, values: Mapping[JointName, float]) -> None:
        self.bench.posing.set_joints(values)
        self._fill()

    def _free(self, names: tuple[JointName, ...]) -> None:
        self.bench.posing.free(*names)

    def _reset(self) -> None:
        self.bench.posing.free()

    def _stand_neutral(self) -> None:
        state = self.bench.session.state
        self.bench.session.change(stand_neutral(state, bool(said(self.bench.atlas, state))))
