"""The middle of the window: what is chosen, the body, and the buttons that zoom it."""

from __future__ import annotations

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

from app.state.sheet import bared
from app.state.state import State
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.sheet import ROOMY
from app.ui.chips import ChipBar
from app.ui.depth_slider import DepthSlider
from app.ui.icons import icon
from app.ui.theme import Palette

SLIDER, SHORT_SLIDER = 148, 96
"""Width of the slider, px, and where labels need the room."""
ZOOM = 1.25
"""What one press of a button zooms by."""


class Stage(QWidget):
    """Labels above, the body beneath; a message stands where the body cannot be shown."""

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("middle")
        self._actions = actions
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chips = ChipBar()
        self.layers = DepthSlider()
        self._depth_word = QLabel("Depth")
        self._depth_word.setObjectName("quiet")
        self.canvas = BodyCanvas()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setContentsMargins(48, 48, 48, 48)
        self._buttons = {"fit": _button(actions["fit"], "Fit"), "minus": _button(actions["zoom_out"]),
                         "plus": _button(actions["zoom_in"])}
        self._button_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = self._with_buttons()
        self._places = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 20, 0)
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

    def show_message(self, text: str) -> None:
        """Say why there is no body."""
        self.message.setText(text)
        self._places.setCurrentWidget(self.message)

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
        self.chips.show_theme(palette)
        self.layers.show_theme(palette)
        self.canvas.set_theme(palette.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room slider and buttons have no words, and the buttons stand one above the other."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        style, direction = Qt.ToolButtonStyle, QBoxLayout.Direction
        self._depth_word.setVisible(roomy)
        self.layers.setFixedWidth(SLIDER if roomy else SHORT_SLIDER)
        self._buttons["fit"].setToolButtonStyle(style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly)
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
    return button
