"""The bar at the top: name, search, views, depth, back and forward, colours, menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.state.state import DEPTHS, State
from app.ui.icons import icon
from app.ui.search_field import SearchField
from app.ui.segments import Segments
from app.ui.theme import Palette

HEIGHT = 52
VIEW_WORDS = {"front": "Front", "back": "Back", "right": "Right", "left": "Left"}


class TopBar(QWidget):
    """Shows the state's views and depth, and reports what is pressed."""

    view_pressed = Signal(str)
    depth_pressed = Signal(str)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.search = SearchField()
        self.views = Segments("View")
        self.depths = Segments("Depth")
        self.depths.show_values((depth, depth.capitalize(), actions[f"depth_{depth}"]) for depth in DEPTHS)
        self._buttons = {
            "back": _button(actions["back"]),
            "forward": _button(actions["forward"]),
            "theme": _menu_button("Colours", [actions[f"theme_{name}"] for name in ("system", "light", "dark")]),
            "menu": _menu_button("Menu and help", []),
        }
        self._arrange()
        self.views.pressed.connect(self.view_pressed)
        self.depths.pressed.connect(self.depth_pressed)

    @property
    def menu(self) -> QMenu:
        """The menu behind the last button."""
        return self._buttons["menu"].menu()

    def start_search(self) -> None:
        """Give the search field the keyboard."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_views(self, views: tuple[str, ...]) -> None:
        """Offer the views for which there are diagrams."""
        self.views.show_values((view, VIEW_WORDS[view], None) for view in views)
        self.views.follow_in_focus(self.search)

    def show_state(self, state: State) -> None:
        """Press the buttons of the state."""
        self.views.show_chosen(state.views)
        self.depths.show_chosen((state.depth,))

    def show_theme(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        for name, button in self._buttons.items():
            action = button.defaultAction()
            if action:
                action.setIcon(icon(name, palette.ink))
            else:
                button.setIcon(icon(name, palette.ink))
        self.search.show_theme(palette)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(12)
        brand = QLabel("Plumbline")
        brand.setObjectName("brand")
        row.addWidget(brand)
        row.addSpacing(4)
        row.addWidget(self.search, 10)
        row.addWidget(self.views)
        row.addWidget(self.depths)
        row.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for button in self._buttons.values():
            button.setProperty("quiet", True)
            tools.addWidget(button)
        row.addLayout(tools)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    action.setIconVisibleInMenu(False)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text())
    button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    return button


def _menu_button(name: str, actions: list[QAction]) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.addActions(actions)
    button.setMenu(menu)
    return button
