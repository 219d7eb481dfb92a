"""Text from 80 to 200 per cent: all of the window grows at once, and nothing is cut off or covers something else."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.looks import Looks
from app.ui.nav_list import side_rects
from app.ui.workbench import Workbench
from tests.ui.hands import click_line

SIZES = (80, 100, 150, 200)
PLACES = ((960, 600), (1280, 800), (1920, 1080))


def set_text(window: Workbench, size: int) -> None:
    """Give the text a size, per cent."""
    next(one for one in window.features if isinstance(one, Looks)).set_text(size)
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def usual_again(window: Workbench) -> object:
    """The size belongs to the application: the next test begins with the usual one."""
    yield
    set_text(window, 100)


def letters(widget: QWidget) -> int:
    """The size of a widget's text, px."""
    return widget.fontInfo().pixelSize()


def test_all_text_grows_at_once(window: Workbench) -> None:
    click = (window.topbar.search, window.navigator.pages["pattern"].list, window.stage.canvas, window.stage.chips.add, window.panel.view,
             window.topbar.menu, window.navigator.pick)
    before = [letters(one) for one in click]
    set_text(window, 200)
    assert [letters(one) for one in click] == [2 * size for size in before]
    assert window.panel.view.document().begin().begin().fragment().charFormat().font().pixelSize() > 2 * before[0]


def test_lines_grow_with_their_text(window: Workbench) -> None:
    rows = window.navigator.pages["pattern"].list
    index = rows.rows.index_of("high_hip")
    before = rows.visualRect(index).height()
    set_text(window, 200)
    assert rows.visualRect(index).height() >= 2 * before


def test_keys_make_text_larger_smaller_and_usual(qtbot: QtBot, window: Workbench) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    sizes = []
    for key in (Qt.Key.Key_Equal, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(window, key, both)
        sizes.append(window.kept.size)
    assert sizes == [110, 120, 110, 100]


def test_it_ends_at_both_ends(window: Workbench) -> None:
    for action, end in (("text_larger", 200), ("text_smaller", 80)):
        for _ in range(15):
            window.actions_by_id[action].trigger()
        assert window.kept.size == end


def test_the_body_keeps_a_useful_place(window: Workbench) -> None:
    for width, height in PLACES:
        window.resize(width, height)
        set_text(window, 200)
        click_all(window)
        box = window.stage.canvas.scene.box
        assert box.height() * window.stage.canvas.camera.scale > 0.25 * height
        set_text(window, 100)


def click_all(window: Workbench) -> None:
    """Choose so much that every part has something to show."""
    window.controller.pick("pattern", Ref("high_hip", "right"))
    window.controller.follow("show/area/low_back:right")
    QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("width", "height"), PLACES)
def test_nothing_is_cut_off_or_covered(window: Workbench, width: int, height: int, size: int) -> None:
    window.resize(width, height)
    set_text(window, size)
    window.spread()
    click_all(window)
    assert cut_off(window) == []
    assert covered(window) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("action", ["settings", "keys"])
def test_nothing_is_cut_off_in_the_windows_beside(window: Workbench, size: int, action: str) -> None:
    window.resize(960, 600)
    set_text(window, size)
    window.actions_by_id[action].trigger()
    QApplication.processEvents()
    beside = next(one for one in window.findChildren(QDialog) if one.isVisible())
    assert cut_off(beside) == [] and covered(beside) == []
    # It fits where the main window fits.
    assert beside.width() <= window.width() and beside.height() <= window.height()


def cut_off(window: QWidget) -> list[str]:
    """What does not show all of its text, or reaches beyond the part that holds it."""
    found = []
    for one in (*window.findChildren(QLabel), *window.findChildren(QToolButton), *window.findChildren(QPushButton), *window.findChildren(QTabBar)):
        parent = one.parentWidget()
        if not one.isVisible() or one.window() is not window or parent is None or isinstance(parent, QLineEdit):
            continue
        # The arrow of a menu and a frame take no text.
        needed = one.heightForWidth(one.width()) if isinstance(one, QLabel) and one.wordWrap() else one.sizeHint().height()
        wide = 0 if isinstance(one, QLabel) and one.wordWrap() else one.sizeHint().width()
        inside = parent.rect().contains(one.geometry())
        if one.height() < needed or one.width() < wide or not inside:
            found.append(f"{type(one).__name__} {one.objectName() or getattr(one, 'text', str)()!r}: {one.size()} of {one.sizeHint()}, inside {inside}")
    return found


def covered(window: QWidget) -> list[str]:
    """Buttons that lie over one another."""
    buttons = [one for one in (*window.findChildren(QToolButton), *window.findChildren(QPushButton)) if one.isVisible() and one.window() is window]
    places = [(one, QRect(one.mapTo(window, one.rect().topLeft()), one.size())) for one in buttons]
    return [f"{one.text()} over {other.text()}" for (one, here), (other, there) in combinations(places, 2) if here.intersects(there)]


@pytest.mark.parametrize("size", [100, 200])
def test_every_line_of_a_list_can_be_clicked_at_its_side(qtbot: QtBot, window: Workbench, size: int) -> None:
    window.resize(1280, 800)
    set_text(window, size)
    if size == 200:
        assert window.navigator.fold and window.navigator.fold.isVisible()
        window.actions_by_id["list_pattern"].trigger()
        view = window.navigator.pages["pattern"].list
        index = view.rows.index_of("high_hip")
        view.scrollTo(index)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=side_rects(view.visualRect(index))[1].center())
    else:
        click_line(qtbot, window, "pattern", "high_hip", "left")
    assert window.session.state.patterns == (Ref("high_hip", "left"),)


def test_folded_views_and_depths_are_menus(window: Workbench) -> None:
    window.resize(960, 600)
    set_text(window, 200)
    assert window.topbar.depth_menu.isVisible() and window.topbar.presets.text() == "Front · Back"
    window.actions_by_id["depth_deep"].trigger()
    assert window.topbar.depth_menu.text() == "Deep"
    assert [action.isChecked() for action in window.topbar.depth_menu.menu().actions()] == [False, False, True, False]
