"""The navigator at the left: a tab per kind of thing, each with its list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.model.knowledge import Atlas
from app.state.state import State
from app.ui.icons import icon
from app.ui.nav_list import NavList
from app.ui.nav_rows import ListName, NavGroup, chosen_in, filtered, rows_of
from app.ui.theme import Palette

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
    picking_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._atlas: Atlas | None = None
        self._state = State()
        self._filled: set[ListName] = set()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName("Lists")
        self.stack = QStackedWidget()
        self.pages: dict[ListName, NavPage] = {}
        for name, title, checkable, filters in TABS:
            self.pages[name] = self._page(name, title, checkable, filters)
        self.pick = QPushButton("Click where it hurts")
        self.pick.setCheckable(True)
        self._place_pick()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 1, 8)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
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

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.pick.setIcon(icon("target", palette.ink))
        for page in self.pages.values():
            page.list.show_theme(palette)

    def _page(self, name: ListName, title: str, checkable: bool, filters: bool) -> NavPage:
        page = NavPage(name, title, checkable, filters)
        page.list.picked.connect(self.picked)
        self.tabs.addTab(title)
        self.stack.addWidget(page)
        return page

    def _place_pick(self) -> None:
        row = QVBoxLayout()
        row.setContentsMargins(12, 12, 12, 8)
        row.addWidget(self.pick)
        self.pages["area"].column.insertLayout(0, row)

    def _turn_to(self, place: int) -> None:
        name = TABS[place][0]
        if self._atlas and name not in self._filled:
            self._filled.add(name)
            self.pages[name].show_atlas(self._atlas)
            self.pages[name].list.show_chosen(chosen_in(name, self._state, self._atlas))
        self.stack.setCurrentIndex(place)
