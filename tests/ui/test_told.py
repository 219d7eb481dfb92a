"""A short note in passing lies over the body, is in nobody's way and goes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui import told
from app.ui.told import Told
from app.ui.workbench import Workbench


def test_a_note_is_shown_and_goes(qtbot: QtBot, window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "SHORTEST", 10)
    monkeypatch.setattr(told, "PER_LETTER", 1)
    window.tell("Link copied.")
    note = window.findChild(Told)
    assert note.isVisible() and note.text() == "Link copied."
    qtbot.waitUntil(lambda: not note.isVisible(), timeout=3000)


def test_a_new_note_takes_the_place_of_the_old_one(window: Workbench) -> None:
    window.tell("Link copied.")
    window.tell("Kept as a bookmark.")
    assert [note.text() for note in window.findChildren(Told)] == ["Kept as a bookmark."]


def test_a_long_note_stays_inside_and_lets_clicks_through(window: Workbench) -> None:
    window.tell("word " * 60)
    note = window.findChild(Told)
    assert window.stage.canvas.rect().contains(note.geometry())
    assert note.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    window.resize(1100, 700)
    assert window.stage.canvas.rect().contains(note.geometry())
