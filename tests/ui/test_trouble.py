"""When something is missing or fails: said in words, never silent, and the rest works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.model.knowledge import Atlas
from app.model.problem import Problem, UserError
from app.state.session import Session
from app.ui import load
from app.ui.crash import CrashHandler
from app.ui.dialogs import TextWindow
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, page_text

FAULT = Problem("data/muscles/hip.yaml", 3, 5, "error", "unknown key 'orgin'")


@pytest.fixture
def bare(qtbot: QtBot) -> Workbench:
    """A window to which nothing was given yet."""
    window = Workbench(Session())
    qtbot.addWidget(window)
    return window


def test_an_empty_window_teaches_too(bare: Workbench) -> None:
    assert "How to begin" in page_text(bare)


def test_problems_of_the_content_are_counted_and_listed(qtbot: QtBot, bare: Workbench, atlas: Atlas) -> None:
    bare.show_content(atlas, (FAULT, FAULT))
    assert "2 problems" in bare.strip.text.text()
    qtbot.mouseClick(bare.strip.details, Qt.MouseButton.LeftButton)
    shown = bare.findChild(TextWindow)
    assert str(FAULT) in shown.body.toPlainText()


def test_sound_content_shows_no_strip(bare: Workbench, atlas: Atlas) -> None:
    bare.show_content(atlas, ())
    assert bare.strip.isHidden()


def test_missing_diagrams_are_told_and_the_lists_work(
    qtbot: QtBot, bare: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = load.folders()
    monkeypatch.setattr(load, "folders", lambda: type(real)(real.data, tmp_path))
    load.load_into(bare)
    assert "cannot be drawn" in bare.stage.message.text()
    click_line(qtbot, bare, "pattern", "forward_tipped_pelvis")
    assert "Tight" in page_text(bare)


def test_a_missing_data_folder_is_told(bare: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise UserError("the content folder is missing; install Plumbline again")

    monkeypatch.setattr(load, "content", gone)
    load.load_into(bare)
    assert "the content folder is missing" in bare.stage.message.text()


def test_a_fault_is_written_down_and_shown(qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "sub" / "crash.log"
    handler = CrashHandler(log)
    handler(RuntimeError, RuntimeError("a wheel came off"), None)
    assert handler.window
    qtbot.addWidget(handler.window)
    assert "a wheel came off" in log.read_text() and "a wheel came off" in capsys.readouterr().err
    qtbot.mouseClick(handler.window.copy, Qt.MouseButton.LeftButton)
    assert "a wheel came off" in QGuiApplication.clipboard().text()
    told = " ".join(line.text() for line in handler.window.lines)
    assert "went wrong" in told and "saved" in told and "go on" in told and str(log) in told
    qtbot.mouseClick(handler.window.shut, Qt.MouseButton.LeftButton)
    assert handler.window is None or not handler.window.isVisible()


def test_a_second_fault_opens_no_second_window(qtbot: QtBot, tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path / "crash.log")
    for _ in range(2):
        handler(RuntimeError, RuntimeError("again"), None)
    assert handler.window
    qtbot.addWidget(handler.window)
    assert (tmp_path / "crash.log").read_text().count("RuntimeError: again") == 2


def test_a_log_that_cannot_be_written_is_no_second_fault(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    handler = CrashHandler(tmp_path / "file" / "crash.log")
    handler(RuntimeError, RuntimeError("once"), None)
    assert handler.window
    qtbot.addWidget(handler.window)


def test_the_about_page_names_licences_and_what_it_is_not(window: Workbench) -> None:
    window.actions_by_id["about"].trigger()
    text = page_text(window)
    assert all(word in text for word in ("MIT", "Z-Anatomy", "BodyParts3D", "CC BY-SA 4.0"))
    assert "diagnose" in text


def test_everything_that_can_be_done_is_in_the_menu(window: Workbench) -> None:
    menu = window.topbar.menu
    listed = {action.text() for part in (menu, *menu.findChildren(QMenu)) for action in part.actions()}
    assert {action.text() for action in window.actions_by_id.values()} <= listed


def test_a_warning_alone_is_for_authors_and_raises_no_strip(bare: Workbench, atlas: Atlas) -> None:
    bare.show_content(atlas, (Problem("data/sources/book.yaml", 3, 1, "warning", "nothing names this source"),))
    assert bare.strip.isHidden()
