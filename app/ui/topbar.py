"""The bar at the top: name, search, views, depth, back and forward, colours, menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.state.state import DEPTHS, State
from app.ui.icons import icon
from app.ui.search_field import SearchField
from app.ui.segments import Segments
from app.ui.theme import Palette

HEIGHT = 52
NARROW = 1180
"""Below this width, px, the bar says less."""
SHORT_DEPTHS = {"superficial": "Superf.", "intermediate": "Interm."}
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
        self.brand = QLabel("Plumbline")
        self.search = SearchField()
        self.views = Segments("View")
        self.depths = Segments("Depth", SHORT_DEPTHS)
        self.depths.show_values((depth, depth.capitalize(), actions[f"depth_{depth}"]) for depth in DEPTHS)
        self.presets = _menu_button("Which views together", [action for name, action in actions.items() if name.startswith("view_")])
        self._buttons = {
            "down": self.presets,
            "back": _button(actions["back"]),
            "forward": _button(actions["forward"]),
            "theme": _menu_button("Colours", [actions[f"theme_{name}"] for name in ("system", "light", "dark")]),
            "menu": _menu_button("Menu and help", []),
        }
        self._row = QHBoxLayout(self)
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
        self.views.follow_in_focus(self.search, self.presets)
        self._squeeze()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room it says less."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        narrow = self.width() < NARROW
        self.brand.setHidden(narrow)
        self._row.setSpacing(8 if narrow else 12)
        self.depths.squeeze(narrow)

    def _arrange(self) -> None:
        row = self._row
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(12)
        self.brand.setObjectName("brand")
        row.addWidget(self.brand)
        row.addWidget(self.search, 10)
        views = QHBoxLayout()
        views.setSpacing(2)
        views.addWidget(self.views)
        views.addWidget(self.presets)
        row.addLayout(views)
        row.addWidget(self.depths)
        row.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for button in self._buttons.values():
            button.setProperty("quiet", True)
            if button is not self.presets:
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
