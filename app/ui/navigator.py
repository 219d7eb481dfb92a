"""The navigator at the left: a tab per kind of thing, each with its list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model.knowledge import Atlas
from app.state.state import State
from app.ui.icons import icon, icon_size
from app.ui.nav_list import NavList
from app.ui.nav_rows import ListName, NavGroup, chosen_in, filtered, rows_of
from app.ui.theme import Palette, grown

PICK = "Click where it hurts"
FRAME = 20
"""The room that the frame of a button takes from its words, px."""
TABS: tuple[tuple[ListName, str, bool, bool], ...] = (
    ("pattern", "Patterns", True, False),
    ("area", "Pain", True, False),
    ("muscle", "Muscles", False, True),
    ("cause", "Causes", False, True),
    ("test", "Tests", False, True),
)
"""Name, title, whether its lines have check boxes, whether it can be filtered."""


class NavPage(QWidget):
    """One list with what stands above it. Its lines are made when it is first shown."""

    def __init__(self, name: ListName, title: str, checkable: bool, filters: bool) -> None:
        super().__init__()
        self.name = name
        self.list = NavList(name, title, checkable)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(f"Filter {title.lower()}")
        self.filter.setAccessibleName(f"Filter {title.lower()}")
        self.filter.setClearButtonEnabled(True)
        if not filters:
            self.filter.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12 if filters else 0, 12, 8 if filters else 0)
        head.addWidget(self.filter)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self._groups: tuple[NavGroup, ...] = ()
        self.filter.textChanged.connect(self._filter)

    def show_atlas(self, atlas: Atlas) -> None:
        """List what the content holds."""
        self._groups = rows_of(self.name, atlas)
        self._filter(self.filter.text())

    def _filter(self, text: str) -> None:
        self.list.show_groups(filtered(self._groups, text) if text else self._groups)


class Navigator(QWidget):
    """Tabs and lists. It shows what is chosen and reports what is picked."""

    picked = Signal(str, object)
    added = Signal(str, object)
    menu_asked = Signal(str, object, QPoint)
    picking_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._atlas: Atlas | None = None
        self._state = State()
        self._filled: set[ListName] = set()
        self._ink = "#000000"
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName("Lists")
        self.stack = QStackedWidget()
        self.pages: dict[ListName, NavPage] = {}
        for name, title, checkable, filters in TABS:
            self.pages[name] = self._page(name, title, checkable, filters)
        self.pick = QPushButton(PICK)
        self.pick.setAccessibleName(PICK)
        self.pick.setCheckable(True)
        self.paint = QPushButton(" Paint")
        self.paint.setCheckable(True)
        self.paint.setAccessibleName("Paint where it hurts")
        self.paint.setToolTip("Paint where it hurts (B)")
        self._place_pick()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 1, 8)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self._column = column
        self.fold: QToolButton | None = None
        """The same lists in a menu, where their tabs have no room; made when it is first needed."""
        self.tabs.currentChanged.connect(self._turn_to)
        self.pick.toggled.connect(self.picking_toggled)

    def show_atlas(self, atlas: Atlas) -> None:
        """List what the content holds; lists that are not in sight wait."""
        self._atlas = atlas
        self._filled.clear()
        self._turn_to(self.tabs.currentIndex())

    def show_state(self, state: State) -> None:
        """Mark what is chosen."""
        self._state = state
        if self._atlas:
            for name in self._filled:
                self.pages[name].list.show_chosen(chosen_in(name, state, self._atlas))

    def turn_to(self, name: str) -> None:
        """Turn to the list of a kind of thing; what has no list turns nothing."""
        names: list[str] = list(self.pages)
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def show_list(self, action: QAction) -> None:
        """Turn to the list that an action names."""
        name = next(one for one in self.pages if one == action.data())
        self.open_list(name)

    def open_list(self, name: ListName) -> None:
        """Turn to a list and give it the keyboard."""
        self.turn_to(name)
        self.pages[name].list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_picking(self, picking: bool) -> None:
        """Press or release the button for clicking where it hurts."""
        self.pick.setChecked(picking)

    def show_painting(self, painting: bool) -> None:
        """Press or release the button for painting where it hurts."""
        self.paint.setChecked(painting)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._ink = palette.ink
        self.paint.setIcon(icon("brush", palette.ink))
        self.paint.setIconSize(icon_size())
        self.pick.setIcon(icon("target", palette.ink))
        self.pick.setIconSize(icon_size())
        for page in self.pages.values():
            page.list.show_theme(palette)
        self._squeeze()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: tabs that have no room fold into a menu."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        # Rather the whole words than their picture.
        room = self.width() - 2 * 12 - grown(FRAME)
        shown = self.pick.fontMetrics().horizontalAdvance(PICK) + icon_size().width() + 8 <= room
        if shown == self.pick.icon().isNull():
            self.pick.setIcon(icon("target", self._ink) if shown else QIcon())
        self.pick.setText(f" {PICK}" if shown else PICK)
        wide = self.pick.sizeHint().width() + self.paint.sizeHint().width() + 8 + 2 * 12
        directions = QBoxLayout.Direction
        self._pick_row.setDirection(directions.TopToBottom if wide >= self.width() else directions.LeftToRight)
        folded = self.tabs.sizeHint().width() > self.width() - 1
        if self.fold is None and folded:
            self.fold = self._folded()
            self._column.insertWidget(0, self.fold)
        if self.fold:
            self.fold.setIcon(icon("down", self._ink))
            self.fold.setIconSize(icon_size())
            self.fold.setVisible(folded)
            self.tabs.setHidden(folded)

    def _folded(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("lists")
        button.setAccessibleName("Lists")
        button.setToolTip("Lists (Ctrl+1 to Ctrl+5)")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(TABS[self.tabs.currentIndex()][1])
        menu = QMenu(button)
        for place, (_, title, _, _) in enumerate(TABS):
            menu.addAction(title).setData(place)
        menu.triggered.connect(self._choose_tab)
        button.setMenu(menu)
        return button

    def _choose_tab(self, action: QAction) -> None:
        self.tabs.setCurrentIndex(action.data())

    def _page(self, name: ListName, title: str, checkable: bool, filters: bool) -> NavPage:
        page = NavPage(name, title, checkable, filters)
        page.list.picked.connect(self.picked)
        page.list.added.connect(self.added)
        page.list.menu_asked.connect(self.menu_asked)
        self.tabs.addTab(title)
        self.stack.addWidget(page)
        return page

    def _place_pick(self) -> None:
        self._pick_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(12, 12, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.pick, 1)
        row.addWidget(self.paint)
        self.pages["area"].column.insertLayout(0, row)

    def _turn_to(self, place: int) -> None:
        name = TABS[place][0]
        if self._atlas and name not in self._filled:
            self._filled.add(name)
            self.pages[name].show_atlas(self._atlas)
            self.pages[name].list.show_chosen(chosen_in(name, self._state, self._atlas))
        self.stack.setCurrentIndex(place)
        if self.fold:
            self.fold.setText(TABS[place][1])
