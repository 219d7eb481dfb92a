"""Every part of the window has a name for those who do not see it, and shows when it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMenu,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.keys_window import KeysWindow
from app.ui.posture.panel import PosturePanel
from app.ui.workbench import Workbench
from tests.ui.hands import open_list

POLICIES = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)
MANY = 400
"""So many presses of Tab lead round the window, links of the panel among them."""


def plain(_qtbot: QtBot, _window: Workbench) -> None:
    """Nothing chosen."""


def chosen(_qtbot: QtBot, window: Workbench) -> None:
    """Patterns, pain and a muscle, something hidden, something faded."""
    window.controller.pick("pattern", Ref("high_hip", "right"))
    window.controller.click_area("low_back-right")
    window.controller.click_muscle("soleus-left")
    window.actions_by_id["hide"].trigger()
    window.controller.click_muscle("gluteus_maximus-left")
    window.actions_by_id["alone"].trigger()


def searched(qtbot: QtBot, window: Workbench) -> None:
    """Results under the search field."""
    qtbot.keyClicks(window.topbar.search, "hip")


def matrix(qtbot: QtBot, window: Workbench) -> None:
    """The matrix beside the panel."""
    window.resize(1400, 800)
    window.actions_by_id["matrix"].trigger()
    qtbot.waitUntil(lambda: window.beside.view is not None)


def postured(qtbot: QtBot, window: Workbench) -> None:
    """The posture panel, with a joint set by hand, and more joints unfolded."""
    window.resize(1600, 1000)
    window.controller.pick("pattern", Ref("kyphosis_lordosis"))
    window.posing.set_joint("pelvic_tilt", 12)
    window.actions_by_id["posture"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(PosturePanel)))
    window.findChildren(PosturePanel)[0].folds["foot"].button.click()


def listed(qtbot: QtBot, window: Workbench) -> None:
    """All lists, one after the other."""
    for name in window.navigator.pages:
        open_list(qtbot, window, name)
        all_named(window)


def picking(_qtbot: QtBot, window: Workbench) -> None:
    """Clicks mean pain."""
    window.actions_by_id["pick"].trigger()


def menus(_qtbot: QtBot, window: Workbench) -> None:
    """The menu on the body, and the list of keys."""
    window.stage.canvas.menu_asked.emit("soleus-left", window.mapToGlobal(window.rect().center()))
    window.actions_by_id["keys"].trigger()


STATES = (plain, chosen, searched, matrix, postured, listed, picking, menus)


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.title() if isinstance(widget, QMenu) else ""
    return widget.accessibleName() or text


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Everything that can have the keyboard, and menus."""
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget, QScrollBar) or isinstance(widget.parent(), QAbstractScrollArea)
        if (isinstance(widget, QMenu) or widget.focusPolicy() in POLICIES) and not inner:
            yield widget


def all_named(window: QWidget) -> None:
    """Fail on a widget without a name."""
    assert [f"{type(widget).__name__} in {widget.parent()}" for widget in focusable(window) if not name_of(widget)] == []


@pytest.mark.parametrize("state", STATES)
def test_everything_has_a_name(qtbot: QtBot, window: Workbench, state: Callable[[QtBot, Workbench], None]) -> None:
    state(qtbot, window)
    QApplication.processEvents()
    all_named(window)
    for dialog in window.findChildren(KeysWindow):
        assert dialog.windowTitle()
        dialog.close()


@pytest.mark.parametrize("state", [plain, chosen])
def test_every_button_without_words_says_what_it_does_and_its_key(qtbot: QtBot, window: Workbench,
                                                                  state: Callable[[QtBot, Workbench], None]) -> None:
    state(qtbot, window)
    for button in window.findChildren(QToolButton):
        bare = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if bare and not button.icon().isNull() and button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            action = button.defaultAction()
            key = action.shortcut().toString() if action else ""
            assert button.toolTip() and key in button.toolTip(), name_of(button)


def tabbed(qtbot: QtBot, window: Workbench) -> list[QWidget]:
    """What Tab leads to from the search field until it is back there."""
    window.topbar.search.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = [window.topbar.search]
    for _ in range(MANY):
        qtbot.keyClick(found[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"the keyboard is lost after {name_of(found[-1])}"
        if now is found[0]:
            return found
        if now is not found[-1]:
            assert now not in found, f"{name_of(now)} is reached twice"
            found.append(now)
    pytest.fail(f"the keyboard is kept by {name_of(found[-1])}")


@pytest.mark.parametrize("state", [plain, chosen, matrix, postured])
def test_tab_leads_through_everything_and_back(qtbot: QtBot, window: Workbench,
                                               state: Callable[[QtBot, Workbench], None]) -> None:
    state(qtbot, window)
    QApplication.processEvents()
    found = tabbed(qtbot, window)
    bench, view = window, window.panel.view
    parts: list[QWidget] = [bench.topbar.search, bench.topbar.presets, bench.navigator.tabs, bench.stage.layers, bench.stage.canvas, view]
    if bench.stage.chips.chips:
        parts.insert(3, bench.stage.chips.chips[0])
    order = [next((n for n, widget in enumerate(found) if widget is part or part.isAncestorOf(widget)), -1) for part in parts]
    assert order == sorted(order) and -1 not in order
    # Of buttons that stand together, and of lists behind tabs, one is enough.
    missed = [name_of(widget) for widget in focusable(window)
              if widget.isVisible() and widget.isEnabled() and widget not in found and not isinstance(widget, QMenu)]
    assert missed == []


def picture(window: Workbench, widget: QWidget) -> QImage:
    """A widget with what lies just around it."""
    corner = widget.mapTo(window, QPoint())
    return window.grab(QRect(corner, widget.size()).adjusted(-3, -3, 3, 3)).toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_has_the_keyboard_is_seen(qtbot: QtBot, window: Workbench, theme: str) -> None:
    window.actions_by_id[f"theme_{theme}"].trigger()
    chosen(qtbot, window)
    QApplication.processEvents()
    for widget in tabbed(qtbot, window):
        window.setFocus()
        QApplication.processEvents()
        without = picture(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert picture(window, widget) != without, name_of(widget)
    window.actions_by_id["theme_light"].trigger()
