"""The bar at the top: name, search, views, depth, back and forward, colours, menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.state.state import DEPTHS, Depth, State
from app.ui.icons import icon, icon_size
from app.ui.search_field import SearchField
from app.ui.segments import Segments
from app.ui.theme import Palette, grown

HEIGHT = 52
NARROW = 1240
"""Below this width, px, the bar says less; as its height it grows with the text."""
UNNAMED, SHORT = 1440, 1560
"""Below these widths, px, the bar leaves the room of the product's name, and that of long words for depths, to the search."""
TINY = 640
"""Below this width, px, it says even less."""
LEAST = 320
"""So narrow, px, the bar may get: what finds no room then folds into menus."""
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
        self.setMinimumWidth(LEAST)
        self.brand = QLabel("Plumbline")
        self.search = SearchField()
        self.views = Segments("View")
        self.depths = Segments("Depth", SHORT_DEPTHS)
        self.depths.show_values((depth, depth.capitalize(), actions[f"depth_{depth}"]) for depth in DEPTHS)
        self.depth_menu = _menu_button("Depth", [actions[f"depth_{depth}"] for depth in DEPTHS])
        self.presets = _menu_button("Which views together", [action for name, action in actions.items() if name.startswith("view_")])
        self._buttons = {
            "down": self.presets,
            "back": _button(actions["back"]),
            "forward": _button(actions["forward"]),
            "theme": _menu_button("Colours", [actions[f"theme_{name}"] for name in ("system", "light", "dark", "contrast")]),
            "menu": _menu_button("Menu and help", []),
        }
        self._depth: Depth = "superficial"
        self._views = ""
        """The shown views in words, for where their buttons have no room."""
        self.handout = _wide_button(actions["handout"], "Hand-out")
        self.present = _wide_button(actions["present"])
        self._tools = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._arrange()
        self.views.pressed.connect(self.view_pressed)
        self.depths.pressed.connect(self.depth_pressed)

    @property
    def menu(self) -> QMenu:
        """The menu behind the last button."""
        return self._buttons["menu"].menu()

    @property
    def back(self) -> QToolButton:
        """The button that goes back."""
        return self._buttons["back"]

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
        self._depth = state.depth
        self._views = " · ".join(VIEW_WORDS[view] for view in state.views)
        self._squeeze()

    def show_theme(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        self.setFixedHeight(grown(HEIGHT))
        for name, wide in (("present", self.present), ("handout", self.handout)):
            wide.setIcon(icon(name, palette.ink))
            wide.setIconSize(icon_size())
        for name, button in self._buttons.items():
            button.setIconSize(icon_size())
            action = button.defaultAction()
            if action:
                action.setIcon(icon(name, palette.ink))
            else:
                button.setIcon(icon(name, palette.ink))
        self.depth_menu.setIcon(icon("down", palette.ink))
        self.depth_menu.setIconSize(icon_size())
        self.search.show_theme(palette)
        self._squeeze()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: only now is known how large the text is."""
        super().showEvent(event)
        self._squeeze()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room it says less."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        """Say less, and fold depths and then views into a menu each, until all has room."""
        narrow = self.width() < grown(NARROW)
        self.brand.setHidden(self.width() < grown(UNNAMED))
        self._row.setSpacing(6 if narrow else 12)
        self._tools.setSpacing(0 if narrow else 4)
        self.depths.squeeze(self.width() < grown(SHORT))
        self.search.setMinimumWidth(136 if narrow else 160)
        for wide in (self.present, self.handout):
            _say_less(wide, narrow)
        self._row.setContentsMargins(8 if narrow else 16, 0, 8 if narrow else 12, 1)
        self._fold()

    def _fold(self) -> None:
        """Fold depths, and then views, into a menu each where they have no room."""
        # Where even two menus leave the search little, the one for depths is short.
        whole = self._depth.capitalize()
        self.depth_menu.setText(SHORT_DEPTHS.get(self._depth, whole) if self.width() < grown(TINY) else whole)
        views_fold = self._needed(self.depth_menu.sizeHint().width()) > self.width()
        depths_fold = views_fold or self._needed(self.depths.wide) > self.width()
        self.depths.setHidden(depths_fold)
        self.depth_menu.setVisible(depths_fold)
        self.views.setHidden(views_fold)
        self.presets.setText(self._views if views_fold else "")
        styles = Qt.ToolButtonStyle
        self.presets.setToolButtonStyle(styles.ToolButtonTextBesideIcon if views_fold else styles.ToolButtonIconOnly)

    def _needed(self, depth: int) -> int:
        """How much room the bar needs with its buttons for views, and so many px for depths."""
        tools = len(self._buttons) * (self._buttons["menu"].sizeHint().width() + 4)
        words = self.present.sizeHint().width() + self.handout.sizeHint().width()
        brand = 0 if self.brand.isHidden() else self.brand.sizeHint().width()
        return brand + self.search.minimumWidth() + self.views.wide + depth + tools + words + 7 * self._row.spacing() + 28

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
        self.depth_menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(self.depth_menu)
        row.addStretch(1)
        tools = self._tools
        tools.setSpacing(4)
        for button in self._buttons.values():
            button.setProperty("quiet", True)
            if button is not self.presets:
                tools.addWidget(button)
        row.addLayout(tools)
        row.addWidget(self.handout)
        row.addWidget(self.present)


def _say_less(button: QToolButton, less: bool) -> None:
    """Show a button's icon instead of its words, or its words."""
    styles = Qt.ToolButtonStyle
    button.setToolButtonStyle(styles.ToolButtonIconOnly if less else styles.ToolButtonTextOnly)
    if less != bool(button.styleSheet()):
        button.setStyleSheet("padding: 5px;" if less else "")


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    action.setIconVisibleInMenu(False)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text())
    # Of the action itself: whenever that changes the button takes its words over.
    action.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    return button


def _wide_button(action: QAction, words: str = "") -> QToolButton:
    """A button with the action's words, or shorter ones, and a frame; where there is little room, with its icon."""
    button = QToolButton()
    action.setIconVisibleInMenu(False)
    if words:
        action.setIconText(words)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setProperty("wide", True)
    button.setAccessibleName(action.text())
    button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    return button


def _menu_button(name: str, actions: list[QAction]) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setAccessibleName(name)
    menu.addActions(actions)
    button.setMenu(menu)
    return button
