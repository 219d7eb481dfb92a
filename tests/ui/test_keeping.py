"""Save, open, drag, copy a link: as a person does it, and with what they may bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.state.state import State
from app.ui.keeping import Keeping
from app.ui.open_window import OpenWindow
from app.ui.opening import Opening
from app.ui.told import Told
from app.ui.workbench import Workbench
from app.writers.session import read_session, write_session
from tests.ui.hands import chip_texts, click_line

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HIGH = choose_pattern(State(), Ref("high_hip", "left"))


def told(window: Workbench) -> str:
    """The note in passing."""
    return window.findChild(Told).text()


def dialog(window: Workbench) -> QFileDialog:
    """The window that asks for a file's name."""
    return next(one for one in window.findChildren(QFileDialog) if one.isVisible())


def save_as(window: Workbench, file: Path) -> None:
    """Choose a name in the dialog that is open."""
    asked = dialog(window)
    asked.selectFile(str(file))
    asked.accept()
    # Without a desktop no window comes to the front by itself.
    window.activateWindow()
    QApplication.processEvents()


def test_ctrl_s_asks_for_a_name_once_and_the_title_shows_it(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "low back.plumbline"
    click_line(qtbot, window, "pattern", "high_hip", "left")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    save_as(window, file)
    assert window.windowTitle() == "low back.plumbline[*]" and not window.isWindowModified()
    assert told(window) == "Saved as low back.plumbline"
    click_line(qtbot, window, "area", "groin", "left")
    assert window.isWindowModified()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not window.isWindowModified()
    assert read_session(file, window.atlas).state == window.session.state


def test_each_command_does_what_its_own_part_says(window: Workbench) -> None:
    for owner in window.features:
        for row in owner.rows:
            if hasattr(owner, row.slot) and not row.argument:
                # What is not bound to it cannot be taken from it.
                assert window.actions_by_id[row.id].triggered.disconnect(getattr(owner, row.slot))


def test_the_next_dialog_begins_in_the_folder_of_the_last_file(window: Workbench, tmp_path: Path) -> None:
    keeping = next(one for one in window.features if isinstance(one, Keeping))
    keeping._chosen(str(tmp_path / "anna.plumbline"))
    keeping.save_as()
    assert keeping._dialog
    assert Path(keeping._dialog.directory().absolutePath()) == tmp_path
    keeping._dialog.reject()


def test_save_as_adds_the_ending(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    save_as(window, tmp_path / "plain")
    assert (tmp_path / "plain.plumbline").is_file()


def test_a_file_that_cannot_be_written_is_told(window: Workbench, tmp_path: Path) -> None:
    keeping = next(one for one in window.features if isinstance(one, Keeping))
    keeping.file = tmp_path / "gone" / "x.plumbline"
    window.actions_by_id["save"].trigger()
    assert window.strip.text.text().startswith("The session was not saved:")
    assert window.strip.text.text().endswith("It is still in this window.")


def test_ctrl_l_copies_a_link_that_ctrl_o_opens(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "high_hip", "left")
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert told(window) == "Link copied"
    assert QGuiApplication.clipboard().text().startswith("plumbline:?pattern=high_hip:left")
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    asked = window.findChild(OpenWindow)
    assert not asked.isModal() and asked.field.text() == QGuiApplication.clipboard().text()
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert chip_texts(window) == ["High hip, left"] and not asked.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert chip_texts(window) == []


def test_what_is_on_the_clipboard_but_no_link_stays_there(qtbot: QtBot, window: Workbench) -> None:
    QApplication.clipboard().setText("a shopping list")
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    asked = window.findChild(OpenWindow)
    assert asked.field.text() == "" and not asked.open_link.isEnabled()


def test_a_wrong_link_is_told_where_it_was_typed(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    asked = window.findChild(OpenWindow)
    asked.field.clear()
    qtbot.keyClicks(asked.field, "plumbline:?colour=red")
    qtbot.mouseClick(asked.open_link, Qt.MouseButton.LeftButton)
    assert asked.isVisible() and "'colour=red' is no part of a link" in asked.problem.text()
    assert asked.problem.height() >= asked.problem.heightForWidth(asked.problem.width()), "it is cut off"
    assert chip_texts(window) == []


def test_a_file_is_chosen_and_opened(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    write_session(tmp_path / "a.plumbline", HIGH)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    qtbot.mouseClick(window.findChild(OpenWindow).files, Qt.MouseButton.LeftButton)
    save_as(window, tmp_path / "a.plumbline")
    assert chip_texts(window) == ["High hip, left"]
    assert window.windowTitle() == "a.plumbline[*]" and told(window) == "Opened a.plumbline"


def drop(window: QWidget, file: Path) -> bool:
    """Drag a file into the window or a part of it; whether it is taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 400), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPoint(500, 400), Qt.DropAction.CopyAction, data, buttons, keys))
    return enter.isAccepted()


def test_a_file_that_is_dragged_in_is_opened(window: Workbench, tmp_path: Path) -> None:
    write_session(tmp_path / "b.plumbline", HIGH)
    assert drop(window, tmp_path / "b.plumbline")
    assert chip_texts(window) == ["High hip, left"]
    assert not drop(window, tmp_path / "picture.png")


def test_the_search_field_takes_a_dragged_file_for_no_words(window: Workbench, tmp_path: Path) -> None:
    write_session(tmp_path / "b.plumbline", HIGH)
    assert drop(window.topbar.search, tmp_path / "b.plumbline")
    assert chip_texts(window) == ["High hip, left"] and window.topbar.search.text() == ""


@pytest.mark.parametrize("data", [b"", b"{", b'{"plumbline": 2}', b'{"plumbline": 1, "pain": 3}', b"[" * 100_000, b"\xff", b" " * 9_000_000])
def test_a_hostile_file_is_told_and_nothing_changes(qtbot: QtBot, window: Workbench, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c.plumbline").write_bytes(data)
    click_line(qtbot, window, "pattern", "high_hip", "left")
    drop(window, tmp_path / "c.plumbline")
    assert "c.plumbline was not opened" in window.strip.text.text()
    assert chip_texts(window) == ["High hip, left"]
    qtbot.mouseClick(window.strip.shut, Qt.MouseButton.LeftButton)
    assert window.strip.isHidden()


def test_what_is_unknown_in_a_file_is_named(window: Workbench, tmp_path: Path) -> None:
    (tmp_path / "d.plumbline").write_text('{"plumbline": 1, "patterns": ["high_hip:left", "gone"]}')
    drop(window, tmp_path / "d.plumbline")
    assert "'gone'" in window.strip.text.text()
    assert chip_texts(window) == ["High hip, left"]


def test_who_begins_anew_leaves_the_file(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    write_session(tmp_path / "e.plumbline", HIGH)
    drop(window, tmp_path / "e.plumbline")
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL)
    assert window.windowTitle() == "Plumbline"
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert dialog(window).isVisible()
    assert read_session(tmp_path / "e.plumbline", window.atlas).state == HIGH


def test_a_link_leaves_the_note_and_a_file_brings_its_own(window: Workbench, tmp_path: Path) -> None:
    window.session.change(replace(window.session.state, note="mine"))
    opening = next(one for one in window.features if isinstance(one, Opening))
    assert opening.open_place("plumbline:?pattern=high_hip:left") == ""
    assert window.session.state.note == "mine"
    write_session(tmp_path / "f.plumbline", replace(HIGH, note="theirs"))
    assert opening.open_place(str(tmp_path / "f.plumbline")) == ""
    assert window.session.state.note == "theirs"
