"""The presentation: body and labels so large that a whole class can read them, in the dark, with nothing else round them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.card.told import Told
from app.model.anatomy import ViewName
from app.model.look import SHEETS
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.state.state import State
from app.ui.canvas.canvas import BodyCanvas
from app.ui.foot_line import HEIGHT, FootLine
from app.ui.spotlight import Spotlight
from app.ui.theme import PALETTES, Sizes, style_sheet

ACROSS, DOWN = 800.0, 617.0
"""The picture is at least so wide and about so high, px of the picture: whatever the display, all on it is as large."""
LETTERS = 13
"""Size of the letters, px of the picture: on a display of 1080 lines they are 23 px high."""
TEXT_SIZES = (12, 13, 20)
"""Small, normal and title size of what stands over the picture, px of the picture."""
SURROUNDINGS = f"Presentation {{ background: {SHEETS['dark'].paper}; }}"
IDLE = 3000
"""After so long without a move of the mouse, ms, the pointer is in the way."""
REMOTE = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""What a presenter's remote control sends."""


class Presentation(QWidget):
    """A window of its own. It only shows what it is given and tells what is done to it."""

    ended = Signal()
    turned = Signal(int)
    """Whoever presents wants to go on (1) or back (-1)."""
    name_wanted = Signal(int)
    """One more name is to be told (1), or the last hidden again (-1)."""
    search_wanted = Signal()

    def __init__(self, shared: Iterable[QAction]) -> None:
        super().__init__()
        self.on = ""
        """The name of the display that it covers."""
        self.setWindowTitle("Plumbline: presentation")
        self.setAccessibleName("Presentation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.addActions(list(shared))
        self.canvas = BodyCanvas(self, bare=True)
        # The size of the window's letters is no measure here.
        self.canvas.setStyleSheet(f"font-size: {LETTERS}px;")
        self.canvas.set_theme("dark")
        self.foot = FootLine(self)
        self.spotlight = Spotlight(self)
        self._own = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.foot)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.hide_pointer)
        self.canvas.installEventFilter(self)
        self.canvas.menu_asked.connect(self._open_menu)
        self.setFocusProxy(self.canvas)

    def _make_actions(self) -> tuple[QAction, ...]:
        rows = (("Spotlight", "S", self.light), ("Fit the whole body", "Ctrl+0", self.canvas.fit),
                ("Search", "Ctrl+K", self.search_wanted.emit))
        made = []
        for text, key, slot in rows:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(slot)
            made.append(action)
        made[0].setCheckable(True)
        self.addActions(made)
        return tuple(made)

    def open_on(self, screen: QScreen) -> None:
        """Cover a display."""
        self.on = screen.name()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.canvas.setFocus()

    def set_body(self, plates: Mapping[ViewName, Plate], names: Mapping[str, str]) -> None:
        """Take over the diagrams of all views, and what shapes are called."""
        self.canvas.set_names(names)
        self.canvas.set_plates(plates)

    def show_state(self, state: State, marks: Marks, told: Told, aside: str) -> None:
        """Show a state: its marks, what it explains, and what is to be known besides."""
        self.canvas.show_marks(marks, state.depth, state.views, state.fade)
        self.foot.show_told(told, aside)

    def light(self, lit: bool) -> None:
        """Turn the spotlight on or off."""
        self.spotlight.move_to(self.mapFromGlobal(self.cursor().pos()))
        self.spotlight.setVisible(lit)
        self._own[0].setChecked(lit)

    def hide_pointer(self) -> None:
        """Take the pointer off the picture, until the mouse moves again."""
        if self.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor:
            self.canvas.setCursor(Qt.CursorShape.BlankCursor)

    def _show_pointer(self) -> None:
        if self.canvas.cursor().shape() == Qt.CursorShape.BlankCursor:
            self.canvas.unsetCursor()
        self._idle.start()

    def _open_menu(self, _shape: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._own)
        menu.addSeparator()
        menu.addActions([action for action in self.actions() if action not in self._own and action.data() == "" and action.isVisible()])
        menu.popup(at)

    # Qt.

    def sizeHint(self) -> QSize:
        """Qt: a size, px, for a display that covers nothing."""
        return QSize(1280, 720)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the spotlight follows the pointer over the body, and takes the wheel with Shift."""
        if isinstance(event, QWheelEvent) and self.spotlight.isVisible() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turned = event.angleDelta()
            # With some keys held, some platforms turn the wheel sideways.
            self.spotlight.widen((turned.y() or turned.x()) / 120)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            # Here it ends all of this: on the body it would drop what is selected first.
            self.ended.emit()
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self.spotlight.move_to(event.position().toPoint())
            self._show_pointer()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape ends it; the remote control and the space bar tell."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in REMOTE:
            self.turned.emit(REMOTE[key])
        elif key == Qt.Key.Key_Space:
            self.name_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the larger the display, the larger all on it."""
        px = max(min(self.width() / ACROSS, self.height() / DOWN), 0.5)
        if px != self.foot.px:
            self.canvas.measure.px = self.foot.px = px
            self.setStyleSheet(style_sheet(PALETTES["dark"], Sizes(*(round(size * px) for size in TEXT_SIZES))) + SURROUNDINGS)
        self.foot.setFixedHeight(round(HEIGHT * px))
        self.spotlight.setGeometry(self.rect())
        self.spotlight.raise_()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: closed by the window system."""
        super().closeEvent(event)
        self.ended.emit()
