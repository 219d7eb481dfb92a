"""Plots of muscle lengths beside the body: how much each changes, and how it follows a joint. pyqtgraph comes with them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model.knowledge import Atlas
from app.model.posture import Posture
from app.model.problem import UserError
from app.model.reference import Ref
from app.pose.kinematics import posed
from app.pose.lengths import changes
from app.ui.icons import icon, icon_size
from app.ui.late import least_width
from app.ui.plots.bars import States, Unit
from app.ui.plots.bars_view import BarsView
from app.ui.plots.curve_view import CurveView
from app.ui.plots.joints import posture_words
from app.ui.plots.table import bars_table, curves_table
from app.ui.plots.taken import picture_of
from app.ui.segments import Segments
from app.ui.theme import PALETTES, Palette, grown

PAGES = (("bars", "Bars"), ("curves", "Curves"))
UNITS: tuple[tuple[Unit, str], ...] = (("percent", "%"), ("mm", "mm"))
ROOM, CHOICE = 40, 100
"""The margins of a line of buttons, px, and what the box to choose from needs, px of usual text."""
ROOMY = 400
"""In a lower place, px of usual text, the bars need the room of their legend; the body beside them has the same one."""
BEFORE_CROSS = 2
"""The place of the button that copies in the first line; in a shorter one it stands last."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PlotsView(QWidget):
    """Both plots, one at a time, with what they share."""

    told = Signal(str)
    """Something to say in passing."""
    shut = Signal()
    """The cross was pressed."""
    save_asked = Signal(str)
    """A table is to be written to a file; the name that is suggested, without its ending."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.bars, self.curves = BarsView(), CurveView()
        self.pages = QStackedWidget()
        self.kinds, self.units = Segments("Plot"), Segments("Unit")
        self.take, self.close_button = QToolButton(), QToolButton()
        self._names: Mapping[str, str] = {}
        self._states: States = {}
        self._palette = PALETTES["light"]
        self._atlas, self._posture = Atlas(), ""
        self._first, self._unit_line, self._wishes = QHBoxLayout(), QHBoxLayout(), QBoxLayout(ACROSS)
        self._arrange()
        self.close_button.setProperty("quiet", True)
        self.close_button.setAccessibleName("Close the plots")
        self.close_button.setToolTip("Close (Ctrl+Shift+L)")
        self.close_button.clicked.connect(self.shut)
        self.kinds.pressed.connect(self.show_page)
        self.units.pressed.connect(self.show_unit)
        self.show_page("bars")
        self.show_unit("percent")

    def _arrange(self) -> None:
        self.kinds.show_values((value, text, None) for value, text in PAGES)
        self.units.show_values((value, text, None) for value, text in UNITS)
        self.take.setText("Copy")
        self.take.setToolTip("Copy what is shown, as a picture or a table")
        self.take.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.take)
        for text, slot in (("Copy as picture", self.copy_picture), ("Copy as table (CSV)", self.copy_table), ("Save as CSV", self.save_table)):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self.take.setMenu(menu)
        first, second = self._first, self._wishes
        first.setContentsMargins(12, 12, 12, 8)
        first.setSpacing(8)
        second.setContentsMargins(12, 0, 12, 8)
        first.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        first.addStretch(1)
        first.addWidget(self.take)
        first.addWidget(self.close_button)
        second.setSpacing(8)
        self._unit_line.addWidget(self.units, 1, Qt.AlignmentFlag.AlignLeft)
        second.addLayout(self._unit_line)
        second.addWidget(self.bars.order, 1)
        second.addWidget(self.curves.joints, 1)
        for page in (self.bars, self.curves):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, the button that copies stands a line lower, and what is wished in two lines."""
        take = self.take.sizeHint().width()
        lower = self.kinds.wide + take + self.close_button.sizeHint().width() + ROOM > self.width()
        home = self._unit_line if lower else self._first
        if home.indexOf(self.take) < 0:
            home.insertWidget(min(BEFORE_CROSS, home.count()), self.take)
        self._wishes.setDirection(DOWN if lower or self.units.wide + grown(CHOICE) + ROOM > self.width() else ACROSS)
        self.bars.legend.set_room(self.height() >= grown(ROOMY))
        super().resizeEvent(event)

    # What it is told.

    def show_content(self, atlas: Atlas) -> None:
        """Take over the content."""
        self._names = {muscle.id: f"{muscle.name[:1].upper()}{muscle.name[1:]}" for muscle in atlas.muscles.values()}
        self._atlas = atlas
        self.curves.show_content(atlas)

    def show_states(self, states: States) -> None:
        """Take over what is claimed of the muscles; it is seen with the next posture."""
        self._states = states

    def show_muscles(self, refs: tuple[Ref, ...]) -> None:
        """Show what is selected."""
        self.bars.plot.show_selected(frozenset(ref.id for ref in refs))
        self.curves.show_muscles(refs)

    def show_posture(self, now: Posture, moving: bool) -> None:
        """Show the lengths in a posture, one that is passed or one that stays."""
        self._posture = f"Posture: {posture_words(self._atlas, now)}."
        try:
            found = changes(posed(now))
        except UserError as error:
            self.told.emit(f"There are no plots: {error}.")
            return
        self.bars.show_changes(found, self._states, self._names, moving)
        self.curves.show_changes(now, found, moving)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.setMinimumWidth(least_width())
        self.close_button.setIcon(icon("close", palette.ink))
        self.close_button.setIconSize(icon_size())
        self.bars.show_theme(palette)
        self.curves.show_theme(palette)

    def show_page(self, page: str) -> None:
        """Show one of the plots; it takes the keyboard from the other."""
        self.kinds.show_chosen((page,))
        shown = self.curves if page == "curves" else self.bars
        self.pages.setCurrentWidget(shown)
        self.bars.order.setVisible(shown is self.bars)
        self.curves.joints.setVisible(shown is self.curves)
        self.setFocusProxy(shown.plot)

    def show_unit(self, unit: str) -> None:
        """Measure in per cent or in mm."""
        self.units.show_chosen((unit,))
        chosen: Unit = "mm" if unit == "mm" else "percent"
        self.bars.show_unit(chosen)
        self.curves.show_unit(chosen)

    # What is taken away.

    @property
    def is_of_curves(self) -> bool:
        """Whether the curves are shown."""
        return self.pages.currentWidget() is self.curves

    def copy_picture(self) -> None:
        """Put a picture of the plot on the clipboard."""
        if self._is_bare():
            return
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(self.picture())
        self.told.emit("The picture is on the clipboard.")

    def picture(self) -> QImage:
        """The plot as a picture."""
        if self.is_of_curves:
            return picture_of(f"Length against angle. {self._posture}", self.curves.plot, (self.curves.readout,), self._palette)
        return picture_of(f"Length change from the measured body. {self._posture}", self.bars.plot, (self.bars.legend, self.bars.note), self._palette)

    def copy_table(self) -> None:
        """Put the values on the clipboard."""
        if not self._is_bare():
            QGuiApplication.clipboard().setText(self.table())
            self.told.emit("The table is on the clipboard.")

    def save_table(self) -> None:
        """Have a file asked for."""
        if not self._is_bare():
            self.save_asked.emit("length against angle" if self.is_of_curves else "length change")

    def table(self) -> str:
        """The values that are shown, as CSV."""
        if self.is_of_curves:
            return curves_table(self.curves.sheet, self.curves.span.title)
        item = self.bars.plot.item
        return bars_table(item.rows, item.changes, item.states)

    def _is_bare(self) -> bool:
        """Whether there is nothing to take away; that is told."""
        bare = not (self.curves.has_curves if self.is_of_curves else self.bars.has_bars)
        if bare:
            self.told.emit("There is nothing to copy yet.")
        return bare

