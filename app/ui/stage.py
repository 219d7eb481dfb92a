"""The middle of the window: what is chosen, the body, and the buttons that zoom it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.paint.marks import Marks
from app.state.sheet import bared
from app.state.state import State
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.sheet import ROOMY
from app.ui.chips import ChipBar
from app.ui.depth_slider import DepthSlider
from app.ui.icons import icon, icon_size
from app.ui.theme import Palette, grown

SLIDER, SHORT_SLIDER, EDGE = 148, 96, 20
"""Width of the slider, px, and where labels need the room; what lies between the edge and it, px."""
LEAST, FREE = 240, 300
"""On a narrower stage there is no slider, px, nor on one narrower than the second where labels need its room; both grow with the text."""
ZOOM = 1.25
"""What one press of a button zooms by."""


class Stage(QWidget):
    """Labels above, the body beneath; a message stands where the body cannot be shown."""

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("middle")
        self._actions = actions
        self._marks = Marks()
        self.drawing = False
        """Whether pain is being drawn."""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chips = ChipBar()
        self.chips.changed.connect(self._squeeze)
        self.layers = DepthSlider()
        self._depth_word = QLabel("Depth")
        self._depth_word.setObjectName("quiet")
        self.canvas = BodyCanvas()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setContentsMargins(48, 48, 48, 48)
        self._buttons = {"posture": _button(actions["posture"], " Posture"), "fit": _button(actions["fit"], " Fit"),
                         "minus": _button(actions["zoom_out"]), "plus": _button(actions["zoom_in"])}
        actions["posture"].toggled.connect(self._squeeze)
        self._button_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = self._with_buttons()
        self._places = QStackedLayout()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, EDGE, 0)
        head.addWidget(self.chips, 1)
        head.addLayout(_lowered(self._depth_word, self.layers))
        column.addLayout(head)
        column.addLayout(self._places, 1)
        # Only now: a stack that stands nowhere yet would show its first widget as a window of its own.
        for widget in (self._body, self.message):
            self._places.addWidget(widget)

    def show_body(self) -> None:
        """Show the body."""
        self._places.setCurrentWidget(self._body)

    def shows_body(self) -> bool:
        """Whether the body itself is to be seen."""
        return self._places.currentWidget() is self._body

    def show_bar(self, bar: QWidget, parts: Iterable[QWidget]) -> None:
        """Take in a bar of tools above the body; Tab reaches its parts in their order, before the body."""
        self._column.insertWidget(1, bar)
        before: QWidget = self.layers
        for part in parts:
            QWidget.setTabOrder(before, part)
            before = part

    def show_message(self, text: str) -> None:
        """Say why there is no body."""
        self.message.setText(text)
        self._places.setCurrentWidget(self.message)

    def show_above(self, widget: QWidget) -> None:
        """Let a widget stand between what is chosen and the body."""
        self._column.insertWidget(1, widget)

    def show_marks(self, marks: Marks, state: State) -> None:
        """Show what a state has on the body; while pain is drawn, without the answer to it."""
        self._marks = marks
        shown = marks.asking if self.drawing else marks
        self.canvas.show_marks(shown, state.depth, state.views, state.fade)

    def let_draw(self, drawing: bool, state: State) -> None:
        """Have the body wait with its answer while pain is drawn, or answer."""
        if drawing != self.drawing:
            self.drawing = drawing
            self.chips.show_drawing(drawing)
            self.show_marks(self._marks, state)

    def show_sheet(self, state: State) -> None:
        """Show how much is peeled off, and tell what is hidden or faded."""
        faded = state.alone and (state.muscle or state.patterns or state.pain)
        self.layers.show_layers(bared(state))
        self.chips.show_way_back(self._actions["bring_back"], f"{len(state.hidden)} hidden · show all" if state.hidden else "")
        self.chips.show_way_back(self._actions["alone"], "Others faded · show them" if faded else "")

    def fit_body(self) -> None:
        """Show the whole body."""
        self.canvas.fit()

    def zoom_in(self) -> None:
        """Show the middle larger."""
        self.canvas.zoom_by(ZOOM)

    def zoom_out(self) -> None:
        """Show the middle smaller."""
        self.canvas.zoom_by(1 / ZOOM)

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, palette.ink))
            button.setIconSize(icon_size())
        self.chips.show_theme(palette)
        self.layers.show_theme(palette)
        self.canvas.set_theme(palette.name)
        self._squeeze()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room slider and buttons have no words, and the buttons stand one above the other."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        roomy = self.width() >= grown(ROOMY)
        style, direction = Qt.ToolButtonStyle, QBoxLayout.Direction
        free = self.width() - EDGE - SLIDER - self._depth_word.sizeHint().width() - 4
        spare = roomy and self.chips.needs <= free
        self._depth_word.setVisible(spare)
        # In large text the labels of what is chosen need its room; the menu above and two keys do the same.
        crowded = not roomy and self.chips.needs > self.width() - EDGE - SHORT_SLIDER
        self.layers.setVisible(self.width() >= grown(FREE if crowded else LEAST))
        self.layers.setFixedWidth(SLIDER if spare else SHORT_SLIDER)
        for name in ("posture", "fit"):
            self._buttons[name].setToolButtonStyle(style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly)
        # Where they stand one above the other, and its panel is open, that has a cross of its own.
        self._buttons["posture"].setHidden(not roomy and self._buttons["posture"].isChecked())
        self._button_row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)

    def _with_buttons(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.canvas, 0, 0)
        row = self._button_row
        row.setContentsMargins(0, 0, 20, 16)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button)
        grid.addLayout(row, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        return holder


def _lowered(*widgets: QWidget) -> QVBoxLayout:
    """Widgets in line with the first row of labels beside them."""
    column, row = QVBoxLayout(), QHBoxLayout()
    column.setContentsMargins(0, 13, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    column.addLayout(row)
    column.addStretch(1)
    return column


def _button(action: QAction, text: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(text)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    button.setAccessibleName(action.text())
    button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    if action.isCheckable():
        button.setCheckable(True)
        action.toggled.connect(button.setChecked)
    return button
