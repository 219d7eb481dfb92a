"""Presenting: the same state, large and dark, on a second display beside the window, or in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QScreen
from PySide6.QtWidgets import QMenu

from app.model.knowledge import Atlas
from app.state.quiz import show_names
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.asking import told_so_far
from app.ui.displays import display_after_loss, display_for
from app.ui.feature import Feature
from app.ui.gestures import target_of
from app.ui.meant import shape_names, shapes_meant

if TYPE_CHECKING:
    from app.ui.presentation import Presentation
    from app.ui.search_over import SearchOver
    from app.ui.workbench import Workbench

SHARED = ("Change", "Steps", "Posture", "Views", "Depth", "Labels", "Names", "Words", "Teach")
"""Sections of which all keys do the same in the presentation as in the window."""
SHARED_IDS = ("back", "forward", "clear", "alone", "hide", "bring_back", "plumb", "next_labels")
STEPS = {1: ".", -1: ","}
"""The keys of the next step of a mechanism and of the one before."""


class Presenting(Feature):
    """Opens the presentation, keeps it in step with the session, and ends it."""

    rows: ClassVar[Rows] = (
        ActionRow("present", "Teach", "Present", ("F11",), "present", checkable=True),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.window: Presentation | None = None
        self._search: SearchOver | None = None
        self._choices: QMenu | None = None
        bench.panel.pointed.connect(self.point)
        bench.stage.canvas.hovered.connect(self.light)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._offer_displays)
            app.screenRemoved.connect(self._lose_display)
        self._offer_displays()

    def present(self, wanted: bool) -> None:
        """Begin the presentation on the second display, where there is one, or end it."""
        if wanted:
            self._begin()
        else:
            self.end()

    def end(self) -> None:
        """End the presentation; the window is in use again."""
        window, self.window, self._search = self.window, None, None
        self.bench.actions_by_id["present"].setChecked(False)
        if window:
            self.bench.posing.canvases.remove(window.canvas)
            # The class has gone, and with it what it was asked.
            self.bench.session.change(show_names(self.bench.session.state))
            own = self.bench.window()
            own.removeEventFilter(self)
            window.hide()
            window.deleteLater()
            if own.isVisible():
                own.activateWindow()

    def show_content(self, atlas: Atlas) -> None:
        """Call things by the names of other content."""
        if self.window:
            self.window.canvas.set_names(shape_names(atlas))

    def show_state(self, _before: State, after: State) -> None:
        """Show another state at once."""
        if self.window:
            self._show(self.window, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the presentation ends with the window."""
        if event.type() == QEvent.Type.Close and watched is self.bench.window():
            self.end()
        return super().eventFilter(watched, event)

    def point(self, target: str) -> None:
        """Light up for all to see what is pointed at in the panel."""
        found = target_of(target)
        if self.window:
            self.window.canvas.hover(shapes_meant(self.bench.atlas, *found) if found else ())

    def light(self, shape_id: str) -> None:
        """Light up for all to see what is pointed at on the window's body."""
        if self.window:
            self.window.canvas.hover((shape_id,) if shape_id else ())

    def turn(self, by: int) -> None:
        """Go on (1) or back (-1): a step of a mechanism where there is one, or a name while they are hidden, or a choice."""
        from app.card.told import mechanism

        state, controller = self.bench.session.state, self.bench.controller
        key = QKeySequence(STEPS[by])
        step = next((action for action in self.bench.actions_by_id.values() if key in action.shortcuts()), None)
        if step and step.isEnabled() and mechanism(self.bench.atlas, state):
            step.trigger()
        elif state.revealed is not None:
            self.tell(by)
        elif by > 0:
            controller.go_forward()
        else:
            controller.go_back()

    def tell(self, by: int) -> None:
        """Tell one more name, or hide the last one again."""
        self.bench.actions_by_id["tell_next" if by > 0 else "hide_last"].trigger()

    def open_search(self) -> None:
        """Open the search over the picture."""
        if self.window and self._search is None:
            # Imported here: who presents seldom searches there.
            from app.ui.search_over import SearchOver

            self._search = SearchOver(self.window, self.bench.atlas)
            self._search.taken.connect(self.bench.controller.take)
        if self._search:
            self._search.open()

    def _begin(self, screen: QScreen | None = None) -> None:
        own = self.bench.screen()
        on = display_for(QGuiApplication.screens(), own, screen)
        if not self.bench.plates:
            self.end()
            return
        if self.window is None:
            self.window = self._make()
            self.bench.window().installEventFilter(self)
        self.window.open_on(on)
        self.bench.actions_by_id["present"].setChecked(True)

    def _make(self) -> Presentation:
        # Imported here: a start needs none of it.
        from app.ui.presentation import Presentation

        bench = self.bench
        made = Presentation(action for name, action in bench.actions_by_id.items()
                            if action.property("section") in SHARED or name in SHARED_IDS)
        made.set_body(bench.plates, shape_names(bench.atlas))
        made.canvas.animated = bench.stage.canvas.animated
        made.canvas.muscle_clicked.connect(bench.controller.click_muscle)
        made.canvas.cleared.connect(bench.controller.click_nothing)
        made.ended.connect(self.end)
        made.turned.connect(self.turn)
        made.name_wanted.connect(self.tell)
        made.search_wanted.connect(self.open_search)
        made.canvas.stand(bench.posing.stance)
        bench.posing.canvases.append(made.canvas)
        self._show(made, bench.session.state)
        return made

    def _show(self, window: Presentation, state: State) -> None:
        from app.card.told import told

        marks = self.bench.marks
        window.canvas.animated = self.bench.stage.canvas.animated
        # While a step is told, the views and the depth are those that show it, as in the window.
        window.show_state(self.bench.shown, marks, told(self.bench.atlas, state), told_so_far(state, marks))

    # Displays.

    def _offer_displays(self) -> None:
        """Let one choose the display, where there are several."""
        several = len(QGuiApplication.screens()) > 1
        if self._choices is None and several:
            self._choices = QMenu("Present on", self.bench)
            self._choices.aboutToShow.connect(self._list_displays)
            self._choices.triggered.connect(self._present_on)
            beside = self.bench.actions_by_id["present"]
            for menu in beside.associatedObjects():
                if isinstance(menu, QMenu):
                    menu.addMenu(self._choices)
        if self._choices:
            self._choices.menuAction().setVisible(several)

    def _list_displays(self) -> None:
        if self._choices:
            self._choices.clear()
            for screen in QGuiApplication.screens():
                here = ", where the window is" if screen == self.bench.screen() else ""
                self._choices.addAction(f"{screen.name()}{here}").setData(screen.name())

    def _present_on(self, action: QAction) -> None:
        self._begin(next((one for one in QGuiApplication.screens() if one.name() == action.data()), None))

    def _lose_display(self, lost: QScreen) -> None:
        self._offer_displays()
        if self.window and self.window.on == lost.name():
            other = display_after_loss(QGuiApplication.screens(), self.bench.screen(), lost)
            if other:
                self.window.open_on(other)
            else:
                self.end()
