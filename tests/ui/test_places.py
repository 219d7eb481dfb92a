"""Where one was, and bookmarks: reached by keys and mouse, kept in a file that may be damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.state.bookmarks import read_bookmarks
from app.ui.kept import bookmarks_file
from app.ui.places import LONG
from app.ui.places_window import PlacesWindow
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, page_text

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def places(qtbot: QtBot, window: Workbench) -> PlacesWindow:
    """Press Ctrl+B."""
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    return window.findChild(PlacesWindow)


def names(listing: PlacesWindow) -> list[str]:
    """The names of the bookmarks."""
    return [listing.marks.item(row).text() for row in range(listing.marks.count())]


@pytest.fixture
def two(qtbot: QtBot, window: Workbench) -> Iterator[PlacesWindow]:
    """Two bookmarks were made, and the list is open."""
    for pattern in ("high_hip", "forward_tipped_pelvis"):
        click_line(qtbot, window, "pattern", pattern)
        qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL)
    yield places(qtbot, window)


def file_names() -> list[str]:
    """The names in the file."""
    file = bookmarks_file()
    assert file
    return [one.name for one in read_bookmarks(file.read_bytes())]


def test_the_list_names_where_one_was_and_enter_goes_there(qtbot: QtBot, window: Workbench) -> None:
    for name, key in (("pattern", "high_hip"), ("muscle", "soleus"), ("test", "slr")):
        click_line(qtbot, window, name, key)  # type: ignore[arg-type]
    listing = places(qtbot, window)
    shown = [listing.been.item(row).text() for row in range(listing.been.count())]
    assert shown[0].startswith("Straight leg raise") and shown[1:] == ["Soleus", "High hip, right", "How to begin"]
    assert not listing.isModal()
    qtbot.keyClick(listing.been, Qt.Key.Key_Down)
    qtbot.keyClick(listing.been, Qt.Key.Key_Return)
    assert page_text(window).startswith("Right high hip") and not listing.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert page_text(window).lower().startswith("soleus")


def test_a_right_click_and_a_long_press_on_back_open_the_list(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    back = window.topbar.back
    qtbot.mousePress(back, Qt.MouseButton.LeftButton)
    qtbot.wait(LONG + 150)
    qtbot.mouseRelease(back, Qt.MouseButton.LeftButton)
    listing = window.findChild(PlacesWindow)
    assert listing.isVisible() and window.session.state.muscle
    listing.close()
    back.customContextMenuRequested.emit(back.rect().center())
    assert listing.isVisible()


def test_a_bookmark_opens_what_was_chosen(qtbot: QtBot, window: Workbench, two: PlacesWindow) -> None:
    assert names(two) == ["High hip, right", "High hip, right; Forward tipped pelvis"] == file_names()
    two.marks.setCurrentRow(0)
    qtbot.keyClick(two.marks, Qt.Key.Key_Return)
    assert chip_texts(window) == ["High hip, right"]


def test_a_bookmark_is_renamed_moved_and_deleted(qtbot: QtBot, two: PlacesWindow) -> None:
    two.marks.setCurrentRow(0)
    qtbot.mouseClick(two.rename, Qt.MouseButton.LeftButton)
    editor = two.marks.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Monday class")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: file_names()[0] == "Monday class")
    qtbot.keyClick(two.marks, Qt.Key.Key_Down, ALT)
    assert file_names()[1] == names(two)[1] == "Monday class"
    qtbot.mouseClick(two.up, Qt.MouseButton.LeftButton)
    assert file_names()[0] == "Monday class"
    qtbot.keyClick(two.marks, Qt.Key.Key_Delete)
    assert file_names() == ["High hip, right; Forward tipped pelvis"]


def test_the_same_is_bookmarked_once(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "soleus")
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    assert file_names() == ["Soleus"]


def test_damaged_bookmarks_are_told_and_kept_aside(qtbot: QtBot, window: Workbench) -> None:
    file = bookmarks_file()
    assert file
    file.parent.mkdir(parents=True)
    file.write_text('{"plumbline": 1, "bookmarks": [3]}')
    listing = places(qtbot, window)
    assert names(listing) == [] and listing.none.isVisible()
    assert "bookmarks-damaged-1.json" in window.strip.text.text()
    assert (file.parent / "bookmarks-damaged-1.json").is_file() and not file.exists()


@pytest.mark.usefixtures("window")
def test_nothing_is_made_before_the_list_is_asked_for() -> None:
    file = bookmarks_file()
    assert file and not file.parent.exists()


def test_bookmarks_that_cannot_be_written_are_told(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    assert "could not be written" in window.strip.text.text()
