"""What fills the window: it builds the parts, hands them each new state, and turns what they report into changes of the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from app.card.page import hint, page
from app.card.search import Hit
from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.model.problem import Problem
from app.model.reference import Ref
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.paint.shown import marks_of
from app.paint.telling import as_told
from app.state.session import Session
from app.state.state import State
from app.ui.actions import bind_actions, fill_menu, make_actions
from app.ui.beside import Beside
from app.ui.between import Between
from app.ui.body_link import BodyLink
from app.ui.chips import chips_of
from app.ui.controller import Controller
from app.ui.features import FEATURES, ROWS
from app.ui.gestures import target_of
from app.ui.navigator import Navigator
from app.ui.panel import Panel
from app.ui.posing import Posing
from app.ui.searching import Searching
from app.ui.settings import Remembered
from app.ui.sheet_control import SheetControl
from app.ui.side_buttons import SideButtons
from app.ui.stage import Stage
from app.ui.strip import Strip
from app.ui.theme import PALETTES, Palette, apply_theme, grown, theme_name
from app.ui.topbar import TopBar

NAVIGATOR = 280
PANEL = 0.26
"""Share of the window's width that the panel takes at first, within its limits in px."""
PANEL_LIMITS = (352, 460)
WIDEST_LISTS, WIDEST_PANEL = 0.26, 0.34
"""However large the text, they take no larger shares of the width: the body is what one came for."""
LEAST, LARGE_LEAST, LARGE = (260, 400, 300), (320, 336, 300), 160
"""The least widths of navigator, body and panel, px, and those for text that is larger than so many per cent."""
MATRIX = "matrix/open"
"""The target that means: open muscles by patterns."""


class Workbench(QWidget):
    """The only listener of the session. Its parts know neither the session nor each other; what they can do together are features."""

    escaped = Signal()
    """Escape was pressed and no part needed it."""
    posing: Posing

    def __init__(self, session: Session, remembered: Remembered | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.controller = Controller(session)
        self.atlas = Atlas()
        self.plates: Mapping[ViewName, Plate] = {}
        self.marks = Marks()
        self.lengths_in: Callable[[State], Lengths | None] = dict[State, Lengths]().get
        self.kept = remembered or Remembered()
        # Before any part is made: parts that exist would have to be styled again.
        self.palette_now = self._use_theme()
        self.actions_by_id = make_actions(self, ROWS)
        self.sheet = SheetControl(session, self.actions_by_id)
        self.topbar = TopBar(self.actions_by_id)
        self.navigator = Navigator()
        self.stage = Stage(self.actions_by_id)
        self.panel = Panel(self.actions_by_id)
        self.strip = Strip()
        self._link = BodyLink(self.stage, self.panel.view)
        self._side_buttons = SideButtons(self)
        self.setMinimumSize(960, 600)
        self.resize((parent or self).size())
        self._arrange()
        self.between = Between(self.splitter, self)
        self.beside = Beside(self.between, self.actions_by_id["matrix"], self)
        self.searching = Searching(self.topbar.search)
        self.features = tuple(feature(self) for feature in FEATURES)
        self._wire()
        self.show_theme()
        self.actions_by_id["motion"].setChecked(self.kept.motion)
        self.stage.canvas.animated = self.kept.motion
        if self.kept.splitter is None or not self.splitter.restoreState(self.kept.splitter):
            self.spread()
        # What was stored tells this too, and may be damaged.
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self._show_all(session.state)
        if session.state.subject:
            self.navigator.turn_to(session.state.subject.kind)
        # Without a policy, Qt would give the keyboard to the search field whenever the window comes back to the front.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()

    # What the start of the program brings.

    def show_content(self, atlas: Atlas, problems: tuple[Problem, ...]) -> None:
        """Take over the content, and tell of its problems."""
        self.atlas = self.controller.atlas = self.sheet.atlas = atlas
        self.searching.show_content(atlas)
        self.strip.tell(problems)
        self.navigator.show_atlas(atlas)
        self._link.show_content(atlas)
        self.beside.show_content(atlas)
        for feature in self.features:
            feature.show_content(atlas)
        self._show_all(self.session.state)

    def show_plates(self, plates: Mapping[ViewName, Plate]) -> None:
        """Take over the diagrams."""
        self.plates = plates
        self.topbar.show_views(tuple(plates))
        self.stage.canvas.set_plates(plates, self.shown.views)
        self.sheet.keep_to_diagrams(tuple(plates))
        self._show_sheet()
        self._show_body(self.session.state)
        self.posing.show_plates()
        self.stage.show_body()

    def remembered(self) -> Remembered:
        """What is worth keeping until the next run."""
        state = self.session.state
        return replace(self.kept, geometry=self.window().saveGeometry(), splitter=self.between.widths(), labels=state.labels,
                       names=state.names, plumb=state.plumb, views=state.views, voice=state.voice)

    def tell(self, text: str) -> None:
        """Say something in passing: one short sentence over the body that goes by itself."""
        from app.ui.told import tell_over

        tell_over(self.stage.canvas, text)

    @property
    def shown(self) -> State:
        """The state as the body shows it: while a step is told, on the views and at the depth that show what it acts on."""
        return as_told(self.atlas, self.session.state, self.plates)

    @property
    def at_rest(self) -> bool:
        """Whether all is as after a start: nothing chosen, nothing typed, the body whole, the keyboard in the search field."""
        state = self.session.state
        plain = State(views=state.views, labels=state.labels, names=state.names, plumb=state.plumb, voice=state.voice)
        search = self.topbar.search
        return state == plain and not (self.stage.canvas.pick_areas or search.text()) and self.window().focusWidget() is search

    @property
    def is_chosen(self) -> bool:
        """Whether anything is chosen or explained."""
        state = self.session.state
        return bool(state.patterns or state.pain or state.painted or state.muscle or state.cause or state.subject)

    # Parts and wires.

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for part in (self.navigator, self.stage, self.panel):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self.splitter)
        column.addWidget(self.strip)
        column.setStretchFactor(self.splitter, 1)
        fill_menu(self.topbar.menu, self.actions_by_id, ROWS)
        self.stage.chips.follow_in_focus(self.navigator.pages["test"].list)
        QWidget.setTabOrder(self.stage.chips.add, self.stage.layers)
        QWidget.setTabOrder(self.stage.layers, self.stage.canvas)

    def _wire(self) -> None:
        parts = (self, self.controller, self.sheet, self.stage, self.beside, self.navigator, self.topbar)
        bind_actions(self.actions_by_id, ROWS, (*self.features, *parts), self)
        self.session.subscribe(self._show)
        # Who begins anew clicks, paints and steps no longer.
        self.actions_by_id["clear"].triggered.connect(self.escaped)
        self.topbar.view_pressed.connect(self.sheet.toggle_view)
        self.topbar.depth_pressed.connect(self.sheet.peel)
        self.stage.layers.moved_to.connect(self.sheet.lay_bare)
        self.topbar.search.taken.connect(self._take)
        self.navigator.picked.connect(self._pick)
        self.stage.chips.explained.connect(self.follow)
        self.stage.chips.dropped.connect(self.controller.drop)
        self.stage.chips.add_pressed.connect(self.topbar.start_search)
        self.stage.canvas.muscle_clicked.connect(self.controller.click_muscle)
        self.stage.canvas.area_clicked.connect(self.controller.click_area)
        for part in (self.panel, self.beside):
            part.followed.connect(self.follow)
            part.pointed.connect(self._link.point)
        self.panel.voice_pressed.connect(self.sheet.speak)
        self.stage.canvas.hovered.connect(self.beside.mark_muscle)
        QApplication.styleHints().colorSchemeChanged.connect(self.show_theme)
        self._side_buttons.watch((self.stage.canvas, self))
        self._side_buttons.back.connect(self.controller.go_back)
        self._side_buttons.forward.connect(self.controller.go_forward)

    def spread(self) -> None:
        """Give the parts their first widths."""
        self.splitter.setSizes(_first_widths(self.width(), grown(1000) / 1000))

    # What a new state shows.

    def _show(self, before: State, after: State) -> None:
        self._show_sheet()
        self.actions_by_id["back"].setEnabled(self.session.can_go_back)
        self.actions_by_id["forward"].setEnabled(self.session.can_go_forward)
        self._show_body(after)
        if _without_sheet(before) != _without_sheet(after):
            self._show_choice(after)
        for feature in self.features:
            feature.show_state(before, after)

    def _show_sheet(self) -> None:
        shown = self.shown
        self.topbar.show_state(shown)
        self.sheet.show_state(shown)
        self.stage.show_sheet(shown)

    def _show_all(self, state: State) -> None:
        self._show(state, state)
        self._show_choice(state)

    def _show_choice(self, state: State) -> None:
        self.navigator.show_state(state)
        self.beside.show_state(state)
        if self.atlas.muscles:
            self.stage.chips.show_chips(chips_of(self.atlas, state))
        self.show_page(state)

    def _show_body(self, state: State) -> None:
        if self.plates:
            shown = as_told(self.atlas, state, self.plates)
            self.marks = marks_of(self.atlas, shown, self.plates)
            self.stage.show_marks(self.marks, shown)

    def show_page(self, state: State) -> None:
        """Explain what the state has chosen to be explained."""
        if self.atlas.muscles or state.subject is None:
            self.panel.show_voice(state.voice)
            self.panel.show_page(page(self.atlas, state, self.lengths_in(state)), hint(self.atlas, state), self.palette_now, self.session.can_go_forward)

    def show_theme(self) -> None:
        """Paint everything in the theme that is fixed, or else in the system's."""
        self.palette_now = self._use_theme()
        self.actions_by_id[f"theme_{self.kept.theme}"].setChecked(True)
        for place, least in enumerate(LARGE_LEAST if grown(100) > LARGE else LEAST):
            (self.navigator, self.stage, self.panel)[place].setMinimumWidth(least)
        for part in (self.topbar, self.navigator, self.stage, self.beside):
            part.show_theme(self.palette_now)
        for feature in self.features:
            feature.show_theme(self.palette_now)
        self.show_page(self.session.state)

    def _use_theme(self) -> Palette:
        palette = PALETTES[theme_name(self.kept.theme)]
        apply_theme(palette, self.kept.size)
        # Parts that are put into it take its font.
        self.ensurePolished()
        return palette

    # What the parts report.

    def follow(self, target: str) -> None:
        """Follow a link, wherever it stood: a feature that has it for its own, else what the session makes of it."""
        if any(feature.follow(target) for feature in self.features):
            return
        if target == MATRIX and not self.actions_by_id["matrix"].isChecked():
            self.actions_by_id["matrix"].trigger()
        self.controller.follow(target)
        if found := target_of(target):
            self._link.come_close(*found)

    def _pick(self, name: str, ref: Ref) -> None:
        self.controller.pick(name, ref)
        self._link.come_close(name, ref)

    def _take(self, hit: Hit) -> None:
        self.controller.take(hit)
        self._link.come_close(hit.kind, Ref(hit.id, hit.side))

    # The slots of the actions.

    def leave(self) -> None:
        """Close the window that holds all this."""
        self.window().close()

    # Qt.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: tell features that Escape was pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _without_sheet(state: State) -> tuple[object, ...]:
    return (state.patterns, state.pain, state.felt, state.painted, state.muscle, state.also, state.cause, state.answers, state.subject,
            state.step, state.voice, state.joints, state.extent)


def _first_widths(whole: int, growth: float) -> list[int]:
    """The widths of navigator, body and panel in a window that is `whole` px wide, its text larger by a factor `growth`."""
    low, high = (round(limit * growth) for limit in PANEL_LIMITS)
    panel = min(max(round(whole * PANEL), low), high, max(PANEL_LIMITS[0], round(whole * WIDEST_PANEL)))
    lists = min(round(NAVIGATOR * growth), max(NAVIGATOR, round(whole * WIDEST_LISTS)))
    return [lists, whole - lists - panel, panel]
