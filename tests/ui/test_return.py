"""The last state returns at the next start: after closing, after a kill, and never when it is damaged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model.problem import UserError
from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.state.state import State
from app.ui import keeper, start
from app.ui.crash import CrashHandler
from app.ui.keeping import Keeping
from app.ui.kept import last_file
from app.ui.picture import window_picture
from app.ui.settings import Remembered
from app.ui.start import Asked, Starter
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line

pytestmark = pytest.mark.usefixtures("own_cache", "qapp")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own, and no long waiting."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("app.ui.first_picture.cache_folder", lambda: folder)
    monkeypatch.setattr(start, "SETTLED", 1)
    monkeypatch.setattr(keeper, "LATER", 20)
    folder.mkdir()
    yield folder


@pytest.fixture
def last() -> Path:
    """The file of the last state."""
    file = last_file()
    assert file
    return file


def opened(qtbot: QtBot, asked: Asked | None = None) -> Starter:
    """Start, and wait until everything is there."""
    starter = Starter(Remembered("light"), asked or Asked())
    qtbot.addWidget(starter.window)
    starter.window.show()
    qtbot.waitUntil(lambda: isinstance(starter.window.centralWidget(), Workbench), timeout=20000)
    qtbot.waitUntil(bench_of(starter).isVisible)
    return starter


def bench_of(starter: Starter) -> Workbench:
    """What fills the window."""
    bench = starter.window.centralWidget()
    assert isinstance(bench, Workbench)
    return bench


def killed(starter: Starter) -> None:
    """End without closing: what the system does with a dead process' lock."""
    starter._keeper.let_go()  # type: ignore[union-attr]


def written(qtbot: QtBot, last: Path, text: str) -> None:
    """Wait until the file of the last state holds a text."""
    qtbot.waitUntil(lambda: last.is_file() and text in last.read_text(), timeout=5000)


def test_what_was_chosen_returns_after_closing(qtbot: QtBot) -> None:
    first = opened(qtbot)
    bench = bench_of(first)
    click_line(qtbot, bench, "pattern", "high_hip", "left")
    bench.session.change(replace(bench.session.state, note="Worse in the evening", depth="deep"))
    first.window.close()
    again = bench_of(opened(qtbot))
    assert chip_texts(again) == ["High hip, left"]
    assert (again.session.state.note, again.session.state.depth) == ("Worse in the evening", "deep")
    assert again.strip.isHidden() and not again.session.can_go_back


def test_it_returns_after_a_kill_and_says_so_until_one_begins_anew(qtbot: QtBot, last: Path) -> None:
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "pattern", "high_hip", "left")
    written(qtbot, last, "high_hip:left")
    killed(first)
    again = bench_of(opened(qtbot))
    assert chip_texts(again) == ["High hip, left"]
    assert not again.strip.isHidden() and "Ctrl+Backspace begins anew" in again.strip.text.text()
    first.window.hide()
    again.window().activateWindow()
    qtbot.waitUntil(again.window().isActiveWindow)
    qtbot.keyClick(again, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert again.strip.isHidden()
    qtbot.waitUntil(lambda: not last.exists(), timeout=5000)


def test_a_start_with_nothing_kept_makes_no_file(qtbot: QtBot, last: Path) -> None:
    opened(qtbot).window.close()
    assert not last.parent.exists()


def test_what_is_asked_for_goes_before_the_last_state(qtbot: QtBot) -> None:
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "muscle", "soleus")
    first.window.close()
    asked = Asked(choose_pattern(State(), Ref("high_hip", "left")))
    assert chip_texts(bench_of(opened(qtbot, asked))) == ["High hip, left"]


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xff", b'{"plumbline": 9}', b'{"plumbline": 1, "views": 3}', b"[" * 100_000])
def test_a_damaged_one_is_moved_aside_and_told(qtbot: QtBot, last: Path, damage: bytes) -> None:
    last.parent.mkdir(parents=True)
    last.write_bytes(damage)
    bench = bench_of(opened(qtbot))
    assert chip_texts(bench) == []
    aside = last.with_name("last-damaged-1.plumbline")
    assert aside.read_bytes() == damage and str(aside) in bench.strip.text.text()


def test_a_second_window_keeps_out_of_the_firsts_way(qtbot: QtBot, last: Path) -> None:
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "pattern", "high_hip", "left")
    written(qtbot, last, "high_hip:left")
    second = opened(qtbot)
    assert chip_texts(bench_of(second)) == [] and "open twice" in bench_of(second).strip.text.text()
    click_line(qtbot, bench_of(second), "muscle", "soleus")
    second.window.close()
    first.window.close()
    assert "high_hip:left" in last.read_text()


def test_the_file_that_was_open_is_named_again(qtbot: QtBot, tmp_path: Path) -> None:
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "pattern", "high_hip", "left")
    keeping = next(one for one in bench_of(first).features if isinstance(one, Keeping))
    keeping._chosen(str(tmp_path / "monday.plumbline"))
    click_line(qtbot, bench_of(first), "area", "groin", "left")
    first.window.close()
    again = opened(qtbot)
    assert again.window.windowTitle() == "monday.plumbline[*]" and again.window.isWindowModified()


def test_a_file_saved_just_before_a_kill_is_named_again(qtbot: QtBot, tmp_path: Path, last: Path) -> None:
    starter = opened(qtbot)
    click_line(qtbot, bench_of(starter), "pattern", "forward_tipped_pelvis")
    written(qtbot, last, "forward_tipped_pelvis")
    next(one for one in bench_of(starter).features if isinstance(one, Keeping))._chosen(str(tmp_path / "anna.plumbline"))
    written(qtbot, last, "anna.plumbline")
    killed(starter)
    assert opened(qtbot).window.windowTitle() == "anna.plumbline[*]"


def test_an_empty_name_turns_keeping_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, last: Path) -> None:
    monkeypatch.setenv("PLUMBLINE_SESSION", "")
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "muscle", "soleus")
    first.window.close()
    assert not last.exists()


def test_a_folder_that_cannot_be_written_is_told_once_the_state_changes(qtbot: QtBot, last: Path) -> None:
    last.parent.write_text("a file where the folder should be")
    bench = bench_of(opened(qtbot))
    click_line(qtbot, bench, "muscle", "soleus")
    qtbot.waitUntil(lambda: "cannot be kept for the next start" in bench.strip.text.text(), timeout=5000)


def test_a_fault_saves_the_state_first_and_says_so(qtbot: QtBot, last: Path, tmp_path: Path) -> None:
    first = opened(qtbot)
    click_line(qtbot, bench_of(first), "pattern", "high_hip", "left")
    handler = CrashHandler(tmp_path / "crash.log")
    handler.save_first = first._keeper.save_now  # type: ignore[union-attr]
    handler(RuntimeError, RuntimeError("a wheel came off"), None)
    assert json.loads(last.read_text())["patterns"] == ["high_hip:left"]
    assert handler.window
    qtbot.addWidget(handler.window)
    assert any("saved and returns at the next start" in label.text() for label in handler.window.findChildren(QLabel))
    first.window.close()


def test_a_picture_of_the_window_leaves_the_last_state_alone(last: Path) -> None:
    window_picture(choose_pattern(State(), Ref("high_hip", "left")), (1280, 800), "light")
    assert not last.parent.exists()


def test_without_content_the_last_state_stays_as_it_is(qtbot: QtBot, last: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise UserError("the content folder is missing; install Plumbline again")

    last.parent.mkdir(parents=True)
    last.write_text('{"plumbline": 1, "patterns": ["high_hip:left"]}')
    for module in ("app.content.cache", "app.ui.load"):
        monkeypatch.setattr(f"{module}.content", gone)
    starter = opened(qtbot)
    bench_of(starter).session.change(State(note="x"))
    starter.window.close()
    assert "high_hip:left" in last.read_text()
