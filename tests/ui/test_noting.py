"""The note: typed in a small window, kept with the session, undone as one step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.note_window import NoteWindow
from app.ui.workbench import Workbench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def note(qtbot: QtBot, window: Workbench) -> NoteWindow:
    """Press Ctrl+Shift+N."""
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    return window.findChild(NoteWindow)


def test_what_is_typed_is_in_the_session_and_undone_as_one_step(qtbot: QtBot, window: Workbench) -> None:
    opened = note(qtbot, window)
    assert not opened.isModal()
    qtbot.keyClicks(opened.field, "Worse in the evening")
    assert window.session.state.note == "Worse in the evening"
    assert window.actions_by_id["undo"].text() == "Undo: note"
    window.actions_by_id["undo"].trigger()
    assert (window.session.state.note, opened.field.toPlainText()) == ("", "")


def test_the_cursor_stays_while_one_types(qtbot: QtBot, window: Workbench) -> None:
    opened = note(qtbot, window)
    qtbot.keyClicks(opened.field, "ab")
    qtbot.keyClick(opened.field, Qt.Key.Key_Left)
    qtbot.keyClicks(opened.field, "x")
    assert window.session.state.note == "axb"


def test_another_note_is_shown(qtbot: QtBot, window: Workbench) -> None:
    opened = note(qtbot, window)
    window.session.change(replace(window.session.state, note="From a file"))
    assert opened.field.toPlainText() == "From a file"
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible() and window.session.state.note == "From a file"


def test_a_label_above_the_body_tells_of_the_note_and_opens_it(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(replace(window.session.state, note="From a file"))
    label = next(one for one in window.stage.chips.ways_back if one.text() == "Note")
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert window.findChild(NoteWindow).isVisible()
    window.session.change(replace(window.session.state, note=""))
    assert not window.stage.chips.ways_back
